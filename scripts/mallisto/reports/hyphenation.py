"""Propose entries for the hyphenation lists. A person reviews every one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from mallisto.catalog.catalog import Catalog
from mallisto.i18n.hyphens import Hyphens
from mallisto.model import Text

# The minimum length of a part, and of a word on the list.
SHORTEST_PART, SHORTEST_WORD = 3, 11

_WORD = re.compile(r"[^\W\d_]+")

# The end of a Finnish syllable: before a consonant and a vowel.
_FINNISH = re.compile(r"(?<=[aeiouyäöbcdfghjklmnpqrstvwxz])(?=[bcdfghjklmnpqrstvwxz][aeiouyäö])", re.IGNORECASE)


def missing(catalog: Catalog, code: str) -> tuple[str, ...]:
    """Return the long words of all pathway figures that are not on the list of a language, sorted."""
    known = Hyphens.of(code).parts
    words = {word.lower() for text in _texts(catalog) for word in _WORD.findall(text.in_language(code) or "")}
    return tuple(sorted(word for word in words if len(word) >= SHORTEST_WORD and word not in known))


def proposals(words: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Return the words with the break points that the best available hyphenator proposes."""
    parts_of = _hyphenator(code)
    return tuple("|".join(_joined(parts_of(word))) for word in words)


def added(path: Path, lines: tuple[str, ...]) -> None:
    """Insert new lines into a list at their sorted positions."""
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
    """Return Voikko for Finnish and pyphen for others if installed; otherwise a simple rule, for Finnish only."""
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
    """Yield parts of sufficient length: a short part is joined to the next, a short last one to the one before."""
    kept: list[str] = []
    for part in parts:
        if kept and (len(kept[-1]) < SHORTEST_PART or len(part) < SHORTEST_PART):
            kept[-1] += part
        else:
            kept.append(part)
    yield from kept
