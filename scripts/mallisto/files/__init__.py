"""Files to be written, and the one writer."""
