"""The finder: an index of the whole catalog in three languages, with the Finnish forms that a stemmer alone does not meet."""

from __future__ import annotations

import functools
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files as resources
from pathlib import Path

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.facets import facets
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.search import offline_lists
from mallisto.search.bundle import Program, bundle, entrance, indexed
from mallisto.search.entries import Answer, answers, of_model, of_vocabulary
from mallisto.search.entry import SearchEntry
from mallisto.search.finnish import Finnish, Learnt, Lexicon
from mallisto.search.group_cache import GroupIndex
from mallisto.search.pagefind_file import compressed
from mallisto.search.records import function_words, record, told
from mallisto.search.stemmer import Stemmer
from mallisto.search.synonyms import Names

FOLDER = "haku/"
_INDEX = f"{FOLDER}pagefind/"
_SCRIPTS = ("pagefind.js", "osat.js", "sanat.js", "korjaus.js")

# Shorter words are repaired by nobody, and so many words are enough for a list that is loaded when a word is not found.
_SHORTEST_WORD = 4
_MOST_WORDS = 20_000
_WORDS_A_PIECE = 400


def finnish(known: Learnt, cache: Path) -> Finnish:
    """What can be said of Finnish words, when so much of them is known. The folder serves to read the dictionary sooner another time."""
    return Finnish(lambda: lexicon(cache), known)


def found_of(models: Iterable[Model], catalog: Catalog, language: Language, names: Names, finnish: Finnish) -> GroupIndex:
    """How some models are found in a language."""
    found, _ = _found((of_model(each, catalog, language) for each in models), language, names, finnish)
    return found


def files(
    catalog: Catalog, schemas: Schemas, names: Names, finnish: Finnish, models: Callable[[str], Sequence[GroupIndex]]
) -> Iterator[OutputFile]:
    """Everything below `haku/`: Pagefind's index, our way to ask it, facets and words of each language.

    `models` tells how the models are found in a language, group by group.
    """
    every, told_of = answers(catalog, Language.of(DEFAULT, schemas)), {}
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        vocabulary, program = _found(of_vocabulary(catalog, language), language, names, finnish)
        groups = [*models(code), vocabulary]
        told_of[code] = yield from bundle([each.index for each in groups], program, code, _INDEX)
        pieces = _words(groups)
        yield from (
            OutputFile(f"{FOLDER}sanat/{code}.{number}.pf_words", compressed("\n".join(words).encode()))
            for number, words in enumerate(pieces)
        )
        own = {each.name: every[each.address] for group in groups for each in group.index.fragments}
        yield OutputFile(f"{FOLDER}tiedot.{code}.json", _facts(catalog, language, own, [_plain(words[0]) for words in pieces]))
    yield from entrance(told_of, program, _INDEX)
    for name in _SCRIPTS:
        yield OutputFile(f"{FOLDER}{name}", (resources("mallisto") / "search" / name).read_bytes())


def entries_of_copy(models: Callable[[], Iterable[Model]], catalog: Catalog, schemas: Schemas, finnish: Finnish) -> Iterator[OutputFile]:
    """The same entries for the copy of the site that works without a server; `models` reads every model anew, one after another."""
    yield from offline_lists.files(models, catalog, schemas, finnish, sorted(function_words()))


def _found(entries: Iterable[SearchEntry], language: Language, names: Names, finnish: Finnish) -> tuple[GroupIndex, Program]:
    counts: Counter[str] = Counter()
    index, program = indexed(_records(entries, language.code, names, finnish, counts), language.code)
    return GroupIndex(index, counts), program


def _records(entries: Iterable[SearchEntry], code: str, names: Names, finnish: Finnish, into: Counter[str]) -> Iterator[tuple[str, str]]:
    """Path and text of each record, one after another, so that they never are in memory together; their words are counted."""
    stem = Stemmer(code)
    for number, entry in enumerate(entries):
        parts = told(entry, names, finnish, stem)
        into.update(word for word in frozenset().union(*(each.words for each in parts)) if len(word) >= _SHORTEST_WORD)
        yield f"{code}/{number}/index.html", record(entry, parts)


def _facts(catalog: Catalog, language: Language, answers: Mapping[str, Answer], firsts: list[str]) -> bytes:
    """The facets with names and counts, what each entry answers to them by Pagefind's ids, and the first word of each piece of words."""
    offered = facets(catalog, language)
    numbers = {pair: number for number, pair in enumerate((facet.key, value.id) for facet in offered for value in facet.values)}
    data = {
        "facets": [[facet.key, facet.name, [[each.id, each.name, each.count] for each in facet.values], facet.rule] for facet in offered],
        "entries": {key: [kind, *(numbers[pair] for pair in pairs if pair in numbers)] for key, (kind, pairs) in sorted(answers.items())},
        "words": firsts,
        "ignored": " ".join(sorted(function_words())),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _words(groups: Iterable[GroupIndex]) -> list[list[str]]:
    """The words of a language, for the repair of misspelt ones, in pieces by their order; the most frequent where they are very many."""
    counts: Counter[str] = Counter()
    for each in groups:
        counts.update(each.counts)
    kept = sorted(sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS], key=lambda word: (_plain(word), word))
    return [kept[start : start + _WORDS_A_PIECE] for start in range(0, len(kept), _WORDS_A_PIECE)]


def _plain(word: str) -> str:
    """A word without the marks on its letters, as the finder compares words."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.category(letter).startswith("M"))


@functools.cache
def lexicon(cache: Path) -> Lexicon:
    """The words of Finnish; read only where one is met for the first time."""
    from mallisto.search.dictionary import Dictionary

    return Dictionary.of(DEFAULT, cache)
