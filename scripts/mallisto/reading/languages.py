"""The languages of the site in display order. Every model is written in the first one."""

LANGUAGES = ("fi", "sv", "en")
DEFAULT = "fi"
