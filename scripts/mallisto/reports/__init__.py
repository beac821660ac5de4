"""What waits for editors: reviews, translations, links, what to write next, and what has changed, as findings or in plain words."""
