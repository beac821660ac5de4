"""Elements that several kinds of pages share."""
