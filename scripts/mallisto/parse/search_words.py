"""The words of the search, from their document."""

from __future__ import annotations

from mallisto.model import AskedFacet, SearchWords, SitePage, WordLists
from mallisto.parse.cursor import Cursor, top_of
from mallisto.reading.document import Document


def parse_search_words(document: Document) -> SearchWords:
    """The words of the search that a valid document lists."""
    at = top_of(document)
    return SearchWords(
        pages=at.each("pages", _page),
        asked=at.each("asked", _asked),
        without=_lists(at.at("without")),
        skipped=_lists(at.at("skipped")),
        faint=_lists(at.at("faint")),
    )


def _lists(at: Cursor) -> WordLists:
    return WordLists(fi=at.strings("fi"), sv=at.strings("sv"), en=at.strings("en"))


def _page(at: Cursor) -> SitePage:
    return SitePage(
        where=at.where("address"),
        address=at.string("address"),
        part=at.maybe_string("part") or "",
        title=at.text("title"),
        text=at.text("text"),
        asked=_lists(at.at("asked")),
    )


def _asked(at: Cursor) -> AskedFacet:
    return AskedFacet(where=at.where("facet"), facet=at.string("facet"), value=at.string("value"), words=_lists(at.at("words")))
