"""What editors tell the search: the site's own pages in people's words, filters in words, and words that tell nothing."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """Words or phrases in each language."""

    fi: tuple[str, ...]
    sv: tuple[str, ...]
    en: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """The words of every language, each once."""
        return tuple(dict.fromkeys((*self.fi, *self.sv, *self.en)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page of the site and the names, synonyms and questions it answers to; `part` is the page that every full model has of its own."""

    where: Location
    address: str
    part: str
    title: Text
    text: Text
    asked: WordLists


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFacet:
    """A value of a facet, and the phrases that ask for it."""

    where: Location
    facet: str
    value: str
    words: WordLists


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """Everything editors tell the search.

    `without` are words of negation, `skipped` those that tell nothing, `faint` those that suit nearly every model.
    """

    pages: tuple[SitePage, ...]
    asked: tuple[AskedFacet, ...]
    without: WordLists
    skipped: WordLists
    faint: WordLists
