"""Pages for choosing a model: list, comparison, fit finder, relations."""
