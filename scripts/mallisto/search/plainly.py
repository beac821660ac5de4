"""The catalog as one list for a finder that has no server: what it shows, and the stems by which it is found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from mallisto.catalog import Catalog
from mallisto.language import LANGUAGES, Language, Spoken
from mallisto.output import OutputFile
from mallisto.schema import Schemas
from mallisto.search.entries import Entry, entries
from mallisto.search.finnish import WORD, Finnish, Stemmer
from mallisto.search.records import finnish_of, hidden

# The words that tell what an entry is.
_STRONG_WEIGHT = 3.0

# A part of an entry, or the entry itself: what the browser is told of it.
Row = Mapping[str, str | float]


def address(code: str) -> str:
    """The list of a language, as a script: a page opened from a folder may load no data."""
    return f"haku/entries.{code}.js"


def files(catalog: Catalog, schemas: Schemas, finnish: Finnish, ignored: Iterable[str]) -> Iterator[OutputFile]:
    """The list of each language. `ignored` are words that tell nothing of what is sought."""
    for code in LANGUAGES:
        language, stem = Language.of(code, schemas), Stemmer(code)
        rows = [row for entry in entries(catalog, language) for row in _rows(entry, catalog, finnish, stem)]
        text = json.dumps({"rows": rows, "ignored": " ".join(ignored)}, ensure_ascii=False, separators=(",", ":"))
        yield OutputFile(address(code), f"self.mallistoEntries = {text};\n".encode())


def _rows(entry: Entry, catalog: Catalog, finnish: Finnish, stem: Stemmer) -> Iterator[Row]:
    """An entry with the words it never shows, and each of its parts."""

    def row(address: str, kind: str, title: Spoken, texts: tuple[Spoken, ...], weight: float) -> Row:
        page, mark, anchor = address.partition("#")
        forms = finnish.expansion(finnish_of((title, *texts), entry), stem)
        return {
            "address": f"{page}index.html{mark}{anchor}",
            "of": entry.address,
            "kind": kind,
            "title": str(title),
            "text": " ".join(map(str, texts)),
            "language": (texts[0].language if texts else title.language) or entry.language,
            "weight": weight,
            "name": _stems((str(title),), (stem,)),
            "stems": _stems(map(str, texts), (stem,)),
            "forms": _stems(forms, (stem,)),
        }

    unseen = hidden(entry, catalog, finnish, stem)
    every = tuple(map(Stemmer, LANGUAGES))
    beside = _stems((word for words in unseen.values() for word in words), every)
    yield {**row(entry.address, entry.kind, entry.title, entry.lead, _STRONG_WEIGHT), "beside": beside}
    for part in entry.parts:
        yield row(entry.address + part.address, part.kind, part.title, part.texts, part.weight)


def _stems(texts: Iterable[str], stemmers: tuple[Stemmer, ...]) -> str:
    """The stems of every word, by each stemmer: of a word of unknown language any may be right."""
    found = (dict.fromkeys(stem(word.lower()) for stem in stemmers) for text in texts for word in WORD.findall(text))
    return " ".join(each for stems in found for each in stems)
