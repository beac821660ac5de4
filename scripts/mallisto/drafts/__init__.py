"""Drafts of models: an empty one with questions, an imported page with a report, and a model exported as text for another service."""
