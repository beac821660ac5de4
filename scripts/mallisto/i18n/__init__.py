"""Interface strings, model texts, numbers and dates in one language."""
