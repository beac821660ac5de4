"""No person's name, e-mail address or telephone number in a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Location, Problem, Severity

# Looked for from the start of a word, and a telephone number and a name by their first character, from which the engine leaps to the
# next: long texts stay quick.
_EMAIL_SIGN = re.compile(r"@|\(at\)|\[at\]", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++\s?(@|\(at\)|\[at\])\s?[\w-]+(\.[\w-]+)+", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{2}")
_TELEPHONE = re.compile(
    r"[+(0](?<![\w/.-].)(?:(?<=\+)358[\s-]?|(?<=\()0|(?<=0))(\(0\)\s?)?[1-9]\d{0,2}\)?[\s-]?\d{3,4}[\s-]?\d{2,5}(?![\w/-]|\.\d|\s?(€|euro|eur))"
)

# One person by age: ”43-vuotias nainen”, ”en 43-årig kvinna”, ”a 43-year-old woman”. Age groups stand in the plural.
_PERSON = re.compile(
    r"\b[1-9]\d(?:[- ]vuotia(?:s|an|alle|alla|lta|sta)\s+(?:\w+\s+)?"
    r"(?:nai\w+|mies\w*|miehe\w+|asiakas|asiakkaa\w*|henkilö\w*|äiti\w*|isä\w*)"
    r"|[- ]årig\s+(?:\w+\s+)?(?:kvinna|man|klient|person|mamma|pappa)\b"
    r"|-year-old\s+(?:\w+\s+)?(?:woman|man|client|person|mother|father)\b)",
    re.IGNORECASE,
)

_NAME = re.compile(r"([A-ZÅÄÖ](?<=\b.)[a-zåäö]+)(?:-[A-ZÅÄÖ][a-zåäö]+)?(?=\s+([A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?)\b)")


@cache
def _first_names() -> frozenset[str]:
    """Return common first names of adults in Finland, our own selection; a capitalised word right after one looks like a person's name."""
    return frozenset((files("mallisto") / "strings" / "first-names.txt").read_text("utf-8").split())


def no_personal_data(catalog: Catalog) -> Iterator[Problem]:
    """Models, vocabularies and training material name organisations and roles, never a person, an e-mail address or a telephone number."""
    for source in catalog.contents:
        if not _is_suspicious(_BETWEEN_TEXTS.join(text for text, _ in source.free_texts)):
            continue
        for text, where in source.free_texts:
            yield from found_in(text, where)


def found_in(text: str, where: Location) -> tuple[Problem, ...]:
    """Return the problems of personal data in one text."""
    return (*_contacts(text, where), *_single_person(text, where), *(() if _is_citation(where) else _names(text, where)))


def is_personal_address(address: str) -> bool:
    """Whether an e-mail address looks like that of a person: a first name, and another part after a dot or a dash."""
    name, *others = re.split(r"[._-]", address.partition("@")[0].lower())
    return bool(others) and name.capitalize() in _first_names()


# A character that no pattern matches. Joined with it, all texts of a file are searched at once, and most files need no closer look.
_BETWEEN_TEXTS = "\0"


def _is_suspicious(texts: str) -> bool:
    return any(each.search(texts) for each in (_EMAIL_SIGN, _TELEPHONE, _PERSON)) or any(
        name[1] in _first_names() for name in _NAME.finditer(texts)
    )


def _contacts(text: str, where: Location) -> Iterator[Problem]:
    if _EMAIL_SIGN.search(text) and _EMAIL.search(text):
        yield Problem(where, "privacy.email")
    if _DIGITS.search(text) and _TELEPHONE.search(text):
        yield Problem(where, "privacy.telephone")


def _single_person(text: str, where: Location) -> Iterator[Problem]:
    person = _PERSON.search(text)
    if person:
        yield Problem(where, "privacy.single_person", found=person[0], severity=Severity.NOTE)


def _names(text: str, where: Location) -> Iterator[Problem]:
    for name in _NAME.finditer(text):
        if name[1] in _first_names():
            yield Problem(where, "privacy.name", found=f"{name[0]} {name[2]}")
            return


def _is_citation(where: Location) -> bool:
    """Return whether the text is a source's citation, which may name its author."""
    return not {"sources", "reference", "references"}.isdisjoint(where.path)
