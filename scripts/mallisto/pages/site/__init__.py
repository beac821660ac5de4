"""Pages about the site and its data as a whole."""
