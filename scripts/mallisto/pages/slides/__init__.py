"""Slides of a model."""
