"""The edition of a model: the same while its file says the same, another as soon as a fact is another."""

from __future__ import annotations

import re

import pytest

from mallisto.reading.document import Document
from mallisto.reading.edition import edition
from mallisto.reading.yaml_reader import read

FILE = """\
id: malli
summary:
  fi: Malli auttaa.
advice:
  - text: Yksi
  - text: Kaksi
upkeep:
  added: 2026-01-02
  last_reviewed: 2026-02-02
"""
CHANGES = "upkeep:\n  changes:\n    - date: 2026-03-01\n    - date: 2026-11-20\n"


def a_document(text: str) -> Document:
    document = read(text.encode(), "malli.yml").document
    assert document is not None
    return document


def test_an_edition_is_the_day_of_the_last_change_and_a_short_hash():
    assert re.fullmatch("2026-01-02-[0-9a-f]{6}", edition(a_document(FILE)))
    assert edition(a_document(FILE.replace("upkeep:\n", CHANGES))).startswith("2026-11-20-")


@pytest.mark.parametrize(("was", "now"), [("auttaa", "tukee"), ("Kaksi", "Kolme"), ("Yksi\n  - text: Kaksi", "Kaksi\n  - text: Yksi")])
def test_another_fact_is_another_edition(was: str, now: str):
    assert edition(a_document(FILE.replace(was, now))) != edition(a_document(FILE))


@pytest.mark.parametrize(
    ("was", "now"),
    [("id: malli\n", "# huomautus\nid: malli\n"), ("2026-02-02", "2026-09-09"), ("Malli auttaa.", "'Malli auttaa.'")],
)
def test_another_writing_or_review_is_none(was: str, now: str):
    assert edition(a_document(FILE.replace(was, now))) == edition(a_document(FILE))


@pytest.mark.parametrize("upkeep", ["upkeep: 5", "upkeep:\n  changes: ei\n", "upkeep:\n  changes:\n    - ei\n", "tila: 1"])
def test_a_file_of_another_time_has_an_edition_too(upkeep: str):
    assert re.fullmatch("-[0-9a-f]{6}", edition(a_document(f"id: malli\n{upkeep}")))
