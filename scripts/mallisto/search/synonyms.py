"""The names of the vocabularies: what a text speaks of, in every word for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mallisto.catalog.catalog import Catalog
from mallisto.search.entry import every_language
from mallisto.search.finnish import Finnish


@dataclass(frozen=True, slots=True)
class Name:
    """A Finnish name, the number of what it names, the base forms of its words, and every other word for what it names."""

    concept: int
    name: str
    lemmas: frozenset[str]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of terms, their synonyms and the names of organisations, by one of their words."""

    by_lemma: Mapping[str, tuple[Name, ...]]

    @classmethod
    def of(cls, catalog: Catalog, finnish: Finnish) -> Names:
        """The names of a catalog's vocabularies."""
        found: dict[str, list[Name]] = defaultdict(list)
        for concept, (names, others) in enumerate(_named(catalog)):
            for name in dict.fromkeys(names):
                lemmas = frozenset(finnish.lemmas(name))
                if lemmas:
                    found[max(lemmas, key=lambda lemma: (len(lemma), lemma))].append(Name(concept, name, lemmas, others))
        return cls({lemma: tuple(names) for lemma, names in found.items()})

    def spoken_of(self, text: str, finnish: Finnish) -> tuple[Name, ...]:
        """The names of terms and organisations that occur in a text, one of each."""
        lemmas = finnish.lemmas(text) + finnish.joined(text)
        every = {*lemmas, *(part for lemma in lemmas for part in finnish.parts(lemma))}
        found = {name for lemma in every for name in self.by_lemma.get(lemma, ()) if every >= name.lemmas}
        return tuple(sorted(found, key=lambda name: (name.concept, name.name)))


def _named(catalog: Catalog) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Of each term and organisation the Finnish names, and those of every language."""
    for term in catalog.vocabulary.terms:
        yield (term.name.fi, *term.search), (*every_language(term.name), *term.search)
    for organisation in catalog.vocabulary.organisations:
        names = (organisation.name, *((organisation.short_name,) if organisation.short_name else ()))
        yield tuple(each.fi for each in names), tuple(word for name in names for word in every_language(name))
