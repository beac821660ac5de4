"""Entries as the pages Pagefind reads: the words that are shown, and beside them those that are only found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources

import jinja2

from mallisto.language import DEFAULT, Spoken
from mallisto.search.entry import Entry, Part
from mallisto.search.finnish import WORD, Finnish, Stemmer
from mallisto.search.names import Names

# Before the words beside a text that are its own, before those that only mean the same, behind either, and before the remarks of a part.
# No text of a model may hold these characters.
BEGIN, FOREIGN, END, REMARKS = "\ue000", "\ue003", "\ue001", "\ue002"

_LEAD_WEIGHT, _PLAIN_WEIGHT = 3.0, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A part as its record tells it: what is found and not shown stands beside what is shown."""

    part: Part
    weight: float
    beside: str
    foreign: str
    beside_remarks: str


def finnish_texts(entry: Entry) -> list[str]:
    """The texts of an entry that are in Finnish: all of a Finnish one, and of others those without a translation."""
    return finnish_of(entry.spoken, entry)


def finnish_of(texts: Iterable[Spoken], entry: Entry) -> list[str]:
    return [str(each) for each in texts if (each.language or entry.language) == DEFAULT]


def record(entry: Entry, names: Names, finnish: Finnish, stem: Stemmer) -> str:
    """The page of an entry: each part with its texts and, beside them, the forms of their words and other words for the same."""

    def told(part: Part, weight: float) -> _Told:
        forms = finnish.expansion(finnish_of((part.title, *part.texts), entry), stem)
        remarks = finnish.expansion(finnish_of(part.remarks, entry), stem)
        foreign = _beside((*elsewhere(part), *related(part, entry, names, finnish, stem)), FOREIGN)
        return _Told(part=part, weight=weight, beside=_beside(forms), foreign=foreign, beside_remarks=_beside(remarks))

    parts = (told(entry.lead, _LEAD_WEIGHT), *(told(each, _PLAIN_WEIGHT) for each in entry.parts))
    return _template().render(entry=entry, parts=parts, mark=REMARKS)


def _beside(found: tuple[str, ...], begin: str = BEGIN) -> str:
    return f"{begin} {' '.join(found)} {END}" if found else ""


def elsewhere(part: Part) -> tuple[str, ...]:
    """The words of a part in the languages it is not shown in."""
    shown = words(map(str, part.spoken))
    return tuple(each for each in words(part.elsewhere) if each not in shown and each not in function_words())


def related(part: Part, entry: Entry, names: Names, finnish: Finnish, stem: Stemmer) -> tuple[str, ...]:
    """The words by which a part is found as well: the vocabularies' for what it speaks of, and those of the same roots as its own."""
    texts = finnish_of((part.title, *part.texts), entry)
    return tuple(dict.fromkeys([*words(names.spoken_of(texts, finnish)), *finnish.family(texts, stem)])) if texts else ()


def words(texts: Iterable[str]) -> dict[str, None]:
    """The different words of texts that are more than an ending or a number."""
    return {word.lower(): None for text in texts for word in WORD.findall(text) if len(word) > 1 and not word.isdigit()}


@cache
def function_words() -> frozenset[str]:
    """Words of three languages that tell nothing of what is sought."""
    return frozenset((resources("mallisto") / "search" / "function-words.txt").read_text("utf-8").split())


@cache
def _template() -> jinja2.Template:
    loader = jinja2.PackageLoader("mallisto")
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("search/record.html.jinja")
