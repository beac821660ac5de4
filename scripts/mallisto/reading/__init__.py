"""Strict YAML with the place of every value, its schema, and problems as sentences."""
