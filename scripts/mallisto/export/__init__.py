"""One module per format that others read."""
