"""Reject characters that a reader cannot see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mallisto.reading.problems import Location, Problem

# Unicode categories: controls, formats (bidi, zero width, soft hyphen, tags), surrogates, private use, unassigned, separators.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Invisible letters and marks: joiners, fillers, variation selectors, the empty Braille pattern.
_HIDDEN_LETTERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
LINE_BREAKS = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")

# Spaces of web pages that YAML takes for text, in the indentation and after the colon of a field.
_BOUND = re.compile("^(?:[ \\t]*(?:- )*[a-z_]+:)?[ ]*([\u00a0\u202f\u2007][ \u00a0\u202f\u2007]*)", re.MULTILINE)


def bound_spaces(text: str, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with plain spaces where only they are read as such, and a problem for every line that had others."""
    found = []
    for match in _BOUND.finditer(text):
        start = match.start(1)
        column = start - text.rfind("\n", 0, start)
        where = Location(name, text.count("\n", 0, start) + 1, column)
        found.append(Problem(where, "text.bound_space", found=code_point(match[1][0])))
    if not found:
        return text, ()
    return _BOUND.sub(lambda match: re.sub("[\u00a0\u202f\u2007]", " ", match[0]), text), tuple(found)


def problems(text: str, unseen: set[str], name: str) -> Iterator[Problem]:
    """Yield a problem for the first invisible character of every line."""
    for number, line in enumerate(text.split("\n"), 1):
        column = next((column for column, character in enumerate(line, 1) if character in unseen), 0)
        if column:
            yield Problem(Location(name, number, column), "text.invisible", found=code_point(line[column - 1]))


def characters(text: str) -> set[str]:
    """Return the invisible characters of a text."""
    return {each for each in set(text) - {"\n"} if unicodedata.category(each) in _HIDDEN_CATEGORIES or _HIDDEN_LETTERS.match(each)}


def code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
