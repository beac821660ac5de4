"""Elements shared by several kinds of pages."""
