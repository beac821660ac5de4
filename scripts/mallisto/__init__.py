"""Operating models of work-ability support: read, checked and published."""
