"""No contact's name, e-mail address or telephone number in a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from mallisto.catalog import Catalog
from mallisto.problems import Location, Problem

# Both are looked for only where a text has what they cannot be without, and from the start of a word: long texts stay quick.
_AT = re.compile(r"@|\(at\)|\[at\]", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++\s?(@|\(at\)|\[at\])\s?[\w-]+(\.[\w-]+)+", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{2}")
_TELEPHONE = re.compile(
    r"(?<![\w/.-])(\+358[\s-]?|\(?0)(\(0\)\s?)?[1-9]\d{0,2}\)?[\s-]?\d{3,4}[\s-]?\d{2,5}(?![\w/-]|\.\d|\s?(€|euro|eur))"
)

_NAME = re.compile(r"\b([A-ZÅÄÖ][a-zåäö]+)(?:-[A-ZÅÄÖ][a-zåäö]+)?(?=\s+([A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?)\b)")


@cache
def _first_names() -> frozenset[str]:
    """Common first names of adults in Finland, our own selection; a capitalised word right after one looks like a person's name."""
    return frozenset((files("mallisto") / "strings" / "first-names.txt").read_text("utf-8").split())


def no_personal_data(catalog: Catalog) -> Iterator[Problem]:
    """Models and vocabularies name organisations and roles, never a person, an e-mail address or a telephone number."""
    for said, where in catalog.said():
        yield from _contacts(said, where)
        if not _is_citation(where):
            yield from _names(said, where)


def _contacts(said: str, where: Location) -> Iterator[Problem]:
    if _AT.search(said) and _EMAIL.search(said):
        yield Problem(where, "privacy.email")
    if _DIGITS.search(said) and _TELEPHONE.search(said):
        yield Problem(where, "privacy.telephone")


def _names(said: str, where: Location) -> Iterator[Problem]:
    for name in _NAME.finditer(said):
        if name[1] in _first_names():
            yield Problem(where, "privacy.name", found=f"{name[0]} {name[2]}")
            return


def _is_citation(where: Location) -> bool:
    """An author whom a source names may stand in its citation."""
    return not {"sources", "reference", "references"}.isdisjoint(where.path)
