"""The fields of a model: how each is read in words, and where it shows."""
