"""Addresses of the site: where each page and file lies, and what removed addresses answer."""
