"""The catalog as one list for a finder that has no server: what it shows, and the stems by which it is found."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from mallisto.catalog.catalog import Catalog
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.search.entries import of_model, of_vocabulary
from mallisto.search.entry import EntryPart, SearchEntry
from mallisto.search.finnish import WORD, Finnish
from mallisto.search.records import elsewhere, finnish_of, related
from mallisto.search.stemmer import Stemmer
from mallisto.search.synonyms import Names

# The words that tell what an entry is.
_STRONG_WEIGHT, _PLAIN_WEIGHT = 3.0, 1.0

# A part of an entry, or the entry itself: what the browser is told of it.
Row = Mapping[str, str | float]


def address(code: str) -> str:
    """The list of a language, as a script: a page opened from a folder may load no data."""
    return f"haku/entries.{code}.js"


def files(
    models: Callable[[], Iterable[Model]], catalog: Catalog, schemas: Schemas, finnish: Finnish, ignored: Iterable[str]
) -> Iterator[OutputFile]:
    """The list of each language. `ignored` are words that tell nothing of what is sought."""
    names = Names.of(catalog, finnish)
    for code in LANGUAGES:
        language, stem = Language.of(code, schemas), Stemmer(code)
        entries = chain((of_model(model, catalog, language) for model in models()), of_vocabulary(catalog, language))
        rows = ",".join(_written(row) for entry in entries for row in _rows(entry, names, finnish, stem))
        yield OutputFile(address(code), f'self.mallistoEntries = {{"rows":[{rows}],"ignored":{_written(" ".join(ignored))}}};\n'.encode())


def _written(value: Row | str) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rows(entry: SearchEntry, names: Names, finnish: Finnish, stem: Stemmer) -> Iterator[Row]:
    """An entry with the words it never shows, and each of its parts."""
    every = tuple(map(Stemmer, LANGUAGES))

    def row(part: EntryPart, weight: float) -> Row:
        page, mark, anchor = (entry.address + part.address).partition("#")
        forms = finnish.expansion(finnish_of((part.title, *part.texts), entry), stem)
        return {
            "address": f"{page}index.html{mark}{anchor}",
            "of": entry.address,
            "kind": part.kind,
            "title": str(part.title),
            "text": " ".join(map(str, (*part.texts, *part.remarks))),
            "language": part.language or entry.language,
            "weight": weight,
            "name": _stems((str(part.title),), (stem,)),
            "stems": _stems(map(str, part.texts), (stem,)),
            "forms": _stems(forms, (stem,)),
            "remarks": _stems((*map(str, part.remarks), *finnish.expansion(finnish_of(part.remarks, entry), stem)), (stem,)),
            "beside": _stems((*elsewhere(part), *related(part, entry, names, finnish, stem)), every),
        }

    yield row(entry.lead, _STRONG_WEIGHT)
    yield from (row(part, _PLAIN_WEIGHT) for part in entry.parts)


def _stems(texts: Iterable[str], stemmers: tuple[Stemmer, ...]) -> str:
    """The stems of every word, by each stemmer: of a word of unknown language any may be right."""
    found = (dict.fromkeys(stem(word.lower()) for stem in stemmers) for text in texts for word in WORD.findall(text))
    return " ".join(each for stems in found for each in stems)
