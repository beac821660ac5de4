"""Reports for editors: reviews due, translations, links, what to write next, and changes."""
