"""No contact's name, e-mail address or telephone number in a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from mallisto.catalog import Catalog
from mallisto.model import Text
from mallisto.problems import Location, Problem

_EMAIL = re.compile(r"[\w.+-]+\s?(@|\(at\)|\[at\])\s?[\w-]+(\.[\w-]+)+", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?<![\w/.-])(\+358[\s-]?|0)(\(0\))?[1-9]\d{0,2}[\s-]?\d{3,4}[\s-]?\d{2,5}(?![\w/.-]|\s?(€|euro|eur))")

_NAME = re.compile(r"\b([A-ZÅÄÖ][a-zåäö]+)(?:-[A-ZÅÄÖ][a-zåäö]+)?\s+([A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?)\b")


@cache
def _first_names() -> frozenset[str]:
    """Common first names of adults in Finland, our own selection; a capitalised word right after one looks like a person's name."""
    return frozenset((files("mallisto") / "strings" / "first-names.txt").read_text("utf-8").split())


def no_personal_data(catalog: Catalog) -> Iterator[Problem]:
    """A model names organisations and roles, never a person, an e-mail address or a telephone number."""
    for model in catalog.models:
        for text, where in model.texts:
            yield from _personal_data(text, where)


def _personal_data(text: Text, where: Location) -> Iterator[Problem]:
    said = "\n".join(each for each in (text.fi, text.sv, text.en) if each)
    if _EMAIL.search(said):
        yield Problem(where, "privacy.email")
    if _TELEPHONE.search(said):
        yield Problem(where, "privacy.telephone")
    for name in _NAME.finditer(said):
        if name[1] in _first_names():
            yield Problem(where, "privacy.name", found=name[0])
            return
