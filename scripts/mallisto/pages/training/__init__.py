"""Pages for trainers: training sections and packs."""
