"""The plain texts at the root of the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from building import ROOT
from mallisto.build import checking
from mallisto.export import site_texts
from mallisto.i18n.language import Language

SITE = "https://mallisto.example/"


def test_whom_to_tell_of_a_hole_is_said_once_there_is_a_real_publisher():
    result = checking.check(ROOT, date(2026, 12, 1), {})
    english, publisher = Language.of("en", result.schemas), result.catalog.publisher
    assert publisher

    def security(**changed: object) -> list[str]:
        catalog = replace(result.catalog, publisher=replace(publisher, **changed))
        files = site_texts.files(catalog, english, SITE)
        return [line for each in files if each.path == site_texts.SECURITY for line in each.content.decode().splitlines()]

    assert security(has_real_owner=False) == []
    assert security(has_real_owner=True, questions="https://kunta.example/lomake")[:2] == [
        "Contact: https://kunta.example/lomake",
        "Expires: 2027-11-22T00:00:00Z",
    ]
    assert security(has_real_owner=True, questions="")[0] == "Contact: mailto:saavutettavuus@mallisto.example"
