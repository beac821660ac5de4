"""Entries as the pages Pagefind reads: the words that are shown, and beside them those that are only found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import jinja2

from mallisto.catalog import Catalog
from mallisto.language import DEFAULT, Spoken
from mallisto.model import Text
from mallisto.search.entries import Entry
from mallisto.search.finnish import WORD, Finnish, Stemmer

# What of a record is found and never shown; it is taken out of what a browser loads.
HIDDEN = ("termit", "nimet", "suku")
# Around the words beside a text; no text of a model may hold these characters.
BEGIN, END = "\ue000", "\ue001"


def finnish_texts(entry: Entry) -> list[str]:
    """The texts of an entry that are in Finnish: all of a Finnish one, and of others those without a translation."""
    return finnish_of(entry.spoken, entry)


def finnish_of(texts: Iterable[Spoken], entry: Entry) -> list[str]:
    return [str(each) for each in texts if (each.language or entry.language) == DEFAULT]


def record(entry: Entry, catalog: Catalog, finnish: Finnish, stem: Stemmer) -> str:
    """The page of an entry: each part with its texts and, beside them, the forms of their words."""

    def beside(*texts: Spoken) -> str:
        forms = finnish.expansion(finnish_of(texts, entry), stem)
        return f"{BEGIN} {' '.join(forms)} {END}" if forms else ""

    return _template().render(
        entry=entry,
        beside=beside(entry.title, *entry.lead),
        parts=[(part, beside(part.title, *part.texts)) for part in entry.parts],
        hidden={name: " ".join(words) for name, words in hidden(entry, catalog, finnish, stem).items()},
    )


def hidden(entry: Entry, catalog: Catalog, finnish: Finnish, stem: Stemmer) -> dict[str, tuple[str, ...]]:
    """The words by which an entry is found as a whole and which it never shows: the glossary's, those of the same roots, its names."""
    shown = words(str(each) for each in entry.spoken)
    return {
        "termit": tuple(words(_terms(entry, catalog, finnish))),
        "suku": tuple(dict.fromkeys(finnish.family(finnish_texts(entry), stem))),
        "nimet": tuple(each for each in words(_translations(entry.names)) if each not in shown),
    }


def _terms(entry: Entry, catalog: Catalog, finnish: Finnish) -> list[str]:
    """The glossary's words, in every language, for each term whose Finnish name occurs in the entry."""
    lemmas = {lemma for text in finnish_texts(entry) for lemma in finnish.lemmas(text)}
    every = lemmas | {part for lemma in lemmas for part in finnish.parts(lemma)}
    found: dict[str, None] = {}
    for term in catalog.vocabulary.terms:
        if every.issuperset(finnish.lemmas(term.name.fi)):
            found.update(dict.fromkeys([*_translations((term.name,)), *term.search]))
    return list(found)


def words(texts: Iterable[str]) -> dict[str, None]:
    """The different words of texts that are more than an ending or a number."""
    return {word.lower(): None for text in texts for word in WORD.findall(text) if len(word) > 1 and not word.isdigit()}


def _translations(texts: Iterable[Text]) -> list[str]:
    return [each for text in texts for each in (text.fi, text.sv, text.en) if each]


@cache
def _template() -> jinja2.Template:
    loader = jinja2.PackageLoader("mallisto")
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("search/record.html.jinja")
