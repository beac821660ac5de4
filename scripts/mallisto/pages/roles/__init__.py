"""Pages for professionals: role cards and guidance."""
