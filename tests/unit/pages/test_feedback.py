"""The door for who has no account."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from building import ROOT
from mallisto.i18n.language import Language
from mallisto.pages.site import feedback
from mallisto.reading.schema import Schemas

PAGE = "https://mallisto.example/mallit/tykke/"
FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def test_an_email_begins_with_the_address_of_the_page():
    parts = urlsplit(feedback.address("toimitus@mallisto.example", PAGE, FINNISH))
    asked = parse_qs(parts.query)

    assert (parts.scheme, parts.path) == ("mailto", "toimitus@mallisto.example")
    assert asked["subject"] == ["Mallisto: korjaus tai ehdotus"]
    assert asked["body"][0].startswith(f"Sivu: {PAGE}\n\nMikä on väärin tai puuttuu?\n")


def test_a_form_elsewhere_is_linked_as_it_is_and_without_a_door_there_is_no_link():
    assert feedback.address("https://lomake.example/?to=a@b", PAGE, FINNISH) == "https://lomake.example/?to=a@b"
    assert feedback.address("", PAGE, FINNISH) == ""
