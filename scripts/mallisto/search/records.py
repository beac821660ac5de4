"""Entries as the pages Pagefind reads: the words that are shown, and beside them those that are only found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files as resources
from itertools import chain

import jinja2

from mallisto.i18n.language import LocalizedText, capital
from mallisto.reading.languages import DEFAULT
from mallisto.search.entry import EntryPart, SearchEntry
from mallisto.search.finnish import WORD, Finnish
from mallisto.search.stemmer import Stemmer
from mallisto.search.synonyms import Names

# Before the words beside a text that are its own, before those that only mean the same, behind either, and before the remarks of a part.
# No text of a model may hold these characters.
BEGIN, FOREIGN, END, REMARKS = "\ue000", "\ue003", "\ue001", "\ue002"

_LEAD_WEIGHT, _PLAIN_WEIGHT = 3.0, 1.0

# A text is asked for in two languages besides its own, and the same names stand beside many parts.
_TEXTS = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """A part as its record tells it, and the words that are found and not shown: the forms of its own and of its remarks' words, its words
    in other languages, and words of the same meaning."""

    part: EntryPart
    weight: float
    forms: tuple[str, ...]
    forms_of_remarks: tuple[str, ...]
    elsewhere: tuple[str, ...]
    related: tuple[str, ...]

    @property
    def beside(self) -> str:
        """What stands beside the texts."""
        return _beside(self.forms)

    @property
    def beside_remarks(self) -> str:
        """What stands beside the remarks."""
        return _beside(self.forms_of_remarks)

    @property
    def foreign(self) -> str:
        """What only means the same."""
        return _beside((*self.elsewhere, *self.related), FOREIGN)

    @property
    def words(self) -> frozenset[str]:
        """The words by which the part is found, but for those of the same meaning."""
        shown = map(_words_in, map(str, self.part.spoken))
        return frozenset(chain(self.forms, self.forms_of_remarks, self.elsewhere, *shown))


def finnish_of(texts: Iterable[LocalizedText], entry: SearchEntry) -> list[str]:
    """Those of an entry's texts that are in Finnish: all of a Finnish one, and of others those without a translation."""
    return [str(each) for each in texts if (each.language or entry.language) == DEFAULT]


def told(entry: SearchEntry, names: Names, finnish: Finnish, stem: Stemmer) -> tuple[SearchRecord, ...]:
    """The parts of an entry with the forms of their words and other words for the same."""

    def of(part: EntryPart, weight: float) -> SearchRecord:
        return SearchRecord(
            part=part,
            weight=weight,
            forms=finnish.expansion(finnish_of((part.title, *part.texts), entry), stem),
            forms_of_remarks=finnish.expansion(finnish_of(part.remarks, entry), stem),
            elsewhere=elsewhere(part),
            related=related(part, entry, names, finnish, stem),
        )

    return (of(entry.lead, _LEAD_WEIGHT), *(of(each, _PLAIN_WEIGHT) for each in entry.parts))


def record(entry: SearchEntry, parts: tuple[SearchRecord, ...]) -> str:
    """The page of an entry. An excerpt runs on from one text to the next, so each begins with a capital."""
    return _template().render(entry=entry, parts=parts, mark=REMARKS, capital=capital)


def _beside(found: tuple[str, ...], begin: str = BEGIN) -> str:
    return f"{begin} {' '.join(found)} {END}" if found else ""


def elsewhere(part: EntryPart) -> tuple[str, ...]:
    """The words of a part in the languages it is not shown in."""
    shown, ignored = words(map(str, part.spoken)), function_words()
    return tuple(each for each in words(part.elsewhere) if each not in shown and each not in ignored)


def related(part: EntryPart, entry: SearchEntry, names: Names, finnish: Finnish, stem: Stemmer) -> tuple[str, ...]:
    """The words by which a part is found as well: the vocabularies' for what it speaks of, and those of the same roots as its own."""
    texts = finnish_of((part.title, *part.texts), entry)
    return tuple(dict.fromkeys([*words(names.spoken_of(texts, finnish)), *finnish.family(texts, stem)])) if texts else ()


def words(texts: Iterable[str]) -> dict[str, None]:
    """The different words of texts that are more than an ending or a number."""
    return dict.fromkeys(chain.from_iterable(map(_telling, texts)))


@lru_cache(_TEXTS)
def _telling(text: str) -> tuple[str, ...]:
    return tuple(word for word in _words_in(text) if len(word) > 1 and not word.isdigit())


@lru_cache(_TEXTS)
def _words_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.lower() for word in WORD.findall(text)))


@cache
def function_words() -> frozenset[str]:
    """Words of three languages that tell nothing of what is sought."""
    return frozenset((resources("mallisto") / "search" / "function-words.txt").read_text("utf-8").split())


@cache
def _template() -> jinja2.Template:
    loader = jinja2.PackageLoader("mallisto")
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("search/record.html.jinja")
