"""The languages of the site, in the order in which it shows them. The first is the one every model is written in."""

LANGUAGES = ("fi", "sv", "en")
DEFAULT = "fi"
