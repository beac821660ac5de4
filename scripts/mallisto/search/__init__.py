"""The finder: an index of the whole catalog in three languages, with the Finnish forms that a stemmer alone does not meet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files as resources

from mallisto.catalog import Catalog
from mallisto.facets import facets
from mallisto.language import DEFAULT, LANGUAGES, Language
from mallisto.output import OutputFile
from mallisto.schema import Schemas
from mallisto.search.bundle import Bundle, bundle, packed
from mallisto.search.entries import Entry, entries
from mallisto.search.finnish import WORD, Finnish, Stem
from mallisto.search.records import finnish_texts, record

FOLDER = "haku/"
_INDEX = f"{FOLDER}pagefind/"
_STEMMERS = {"fi": "finnish", "sv": "swedish", "en": "english"}

# Shorter words are repaired by nobody, and so many words are enough for a list that is loaded when a word is not found.
_SHORTEST_WORD = 4
_MOST_WORDS = 20_000


def files(catalog: Catalog, schemas: Schemas) -> Iterator[OutputFile]:
    """Everything below `haku/`: Pagefind's index, our way to ask it, facets and words of each language."""
    languages = {code: Language.of(code, schemas) for code in LANGUAGES}
    found = {code: tuple(entries(catalog, language)) for code, language in languages.items()}
    finnish = _finnish()
    finnish.learn([text for each in found.values() for entry in each for text in finnish_texts(entry)])
    records = {
        f"{code}/{number}/index.html": record(entry, catalog, finnish, _stem(code))
        for code, each in found.items()
        for number, entry in enumerate(each)
    }
    index = bundle(records, LANGUAGES, _INDEX)
    yield from index.files
    yield OutputFile(f"{FOLDER}pagefind.js", (resources("mallisto") / "search" / "pagefind.js").read_bytes())
    for code, language in languages.items():
        yield OutputFile(f"{FOLDER}tiedot.{code}.json", _facts(catalog, language, found[code], index))
        yield OutputFile(f"{FOLDER}sanat.{code}.pf_words", _words(found[code], finnish, _stem(code)))


def _facts(catalog: Catalog, language: Language, found: tuple[Entry, ...], index: Bundle) -> bytes:
    """The facets with their names and counts, and what each entry answers to them, by Pagefind's ids."""
    offered = facets(catalog, language)
    numbers = {pair: number for number, pair in enumerate((facet.key, value.id) for facet in offered for value in facet.values)}
    by_address = {f"{language.code}/{entry.address}": entry for entry in found}
    own = {key: by_address[address] for key, address in index.ids.items() if address in by_address}
    data = {
        "facets": [[facet.key, facet.name, [[each.id, each.name, each.count] for each in facet.values]] for facet in offered],
        "entries": {key: [entry.kind, *(numbers[pair] for pair in entry.facets if pair in numbers)] for key, entry in sorted(own.items())},
        "ignored": _function_words(),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _words(found: tuple[Entry, ...], finnish: Finnish, stem: Stem) -> bytes:
    """The words of a language's entries, for the repair of misspelt ones; the most frequent where they are very many."""
    counts: dict[str, int] = {}
    for entry in found:
        shown = {word.lower() for text in entry.spoken for word in WORD.findall(str(text))}
        for word in shown | set(finnish.expansion(finnish_texts(entry), stem)):
            if len(word) >= _SHORTEST_WORD:
                counts[word] = counts.get(word, 0) + 1
    kept = sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    return packed("\n".join(sorted(kept)).encode())


@cache
def _function_words() -> str:
    """Words of three languages that tell nothing of what is sought."""
    return " ".join((resources("mallisto") / "search" / "function-words.txt").read_text("utf-8").split())


@cache
def _stem(code: str) -> Stem:
    import snowballstemmer

    stem: Stem = snowballstemmer.stemmer(_STEMMERS[code]).stemWord
    return cache(stem)


@cache
def _finnish() -> Finnish:
    """The dictionary is large: it is read once, and only where an index is made."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    factory = DefaultDictionaryFactory()
    lemmatizer = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=factory))
    return Finnish(factory.get_dictionary(DEFAULT), lambda word: lemmatizer.lemmatize(word, DEFAULT))
