"""Proposals for the lists of breaks: what is missing, and where each word might break. A person reviews every one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from mallisto.catalog.catalog import Catalog
from mallisto.i18n.hyphens import Hyphens
from mallisto.model import Text

# No part shorter than this, and no word shorter than the second number gets a place in the list.
SHORTEST_PART, SHORTEST_WORD = 3, 11

_WORD = re.compile(r"[^\W\d_]+")

# Where a Finnish syllable ends: before a consonant and a vowel.
_FINNISH = re.compile(r"(?<=[aeiouyäöbcdfghjklmnpqrstvwxz])(?=[bcdfghjklmnpqrstvwxz][aeiouyäö])", re.IGNORECASE)


def missing(catalog: Catalog, code: str) -> tuple[str, ...]:
    """The longer words of all pathway figures that are not on the list of a language, sorted."""
    known = Hyphens.of(code).parts
    words = {word.lower() for text in _texts(catalog) for word in _WORD.findall(text.in_language(code) or "")}
    return tuple(sorted(word for word in words if len(word) >= SHORTEST_WORD and word not in known))


def proposals(words: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The words with the breaks that the best hyphenator at hand proposes."""
    parts_of = _hyphenator(code)
    return tuple("|".join(_joined(parts_of(word))) for word in words)


def added(path: Path, lines: tuple[str, ...]) -> None:
    """Put new lines in their places in a list."""
    written = path.read_text("utf-8").splitlines()
    heading = [line for line in written if line.startswith("#")]
    words = sorted({*(line for line in written if line and not line.startswith("#")), *lines})
    path.write_text("\n".join([*heading, *words]) + "\n", "utf-8")


def _texts(catalog: Catalog) -> Iterator[Text]:
    for model in catalog.models:
        for lane in model.pathway.lanes:
            yield from (text for text in (lane.title, lane.note) if text)
        for step in model.pathway.steps:
            yield from (text for text in (step.title, step.duration, step.place) if text)
            yield from (way.label for way in step.next if way.label)


def _hyphenator(code: str) -> Callable[[str], list[str]]:
    """Voikko for Finnish and pyphen for the others where they are installed; else the plainest rule of Finnish, for Finnish alone."""
    with suppress(ImportError):
        if code == "fi":
            import libvoikko

            voikko = libvoikko.Voikko("fi")
            return lambda word: str(voikko.hyphenate(word)).split("-")
    with suppress(ImportError):
        import pyphen

        if code in pyphen.LANGUAGES:
            patterns = pyphen.Pyphen(lang=code)
            return lambda word: str(patterns.inserted(word, "|")).split("|")
    return _FINNISH.split if code == "fi" else lambda word: [word]


def _joined(parts: list[str]) -> Iterator[str]:
    """Parts long enough to stand on a line: short ones go with what follows, a short end with what was before."""
    kept: list[str] = []
    for part in parts:
        if kept and (len(kept[-1]) < SHORTEST_PART or len(part) < SHORTEST_PART):
            kept[-1] += part
        else:
            kept.append(part)
    yield from kept
