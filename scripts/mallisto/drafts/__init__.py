"""Drafts of models: an empty one that asks, one from a pasted page with an account of every line, and a model as text to paste back."""
