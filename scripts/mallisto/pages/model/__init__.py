"""Pages of one model."""
