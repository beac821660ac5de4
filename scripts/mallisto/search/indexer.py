"""How models and the vocabularies' entries are found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.search.analysis import Analyzer
from mallisto.search.entries import of_model, of_vocabulary
from mallisto.search.finnish import Finnish, Lexicon
from mallisto.search.learnt_words import LearntWords
from mallisto.search.postings import FoundEntry, find


def _dictionary(cache: Path) -> Lexicon:
    from mallisto.search.dictionary import Dictionary  # its library takes as long to load as a model to index

    return Dictionary.of(DEFAULT, cache)


class Indexer:
    """Finds the postings of entries. Words that are not learnt yet open the dictionary, whose index is kept in the folder `cache`."""

    def __init__(self, catalog: Catalog, schemas: Schemas, cache: Path, learnt: LearntWords) -> None:
        self._languages = {code: Language.of(code, schemas) for code in LANGUAGES}
        self._analyzer = Analyzer(Finnish(partial(_dictionary, cache), learnt), catalog)

    def of_model(self, model: Model, catalog: Catalog) -> FoundEntry:
        """A model with all its parts."""
        return find({code: of_model(model, catalog, language) for code, language in self._languages.items()}, self._analyzer)

    def of_vocabulary(self, catalog: Catalog) -> Iterator[FoundEntry]:
        """The roles, then the terms."""
        entries = zip(*(of_vocabulary(catalog, language) for language in self._languages.values()), strict=True)
        return (find(dict(zip(self._languages, each, strict=True)), self._analyzer) for each in entries)
