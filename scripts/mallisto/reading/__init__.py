"""Strict YAML with the location of every value, schema validation, and problems in plain language."""
