"""The pathway page: its figure, its table and its downloads."""
