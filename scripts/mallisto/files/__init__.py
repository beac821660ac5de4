"""Output files and the writer."""
