"""The finder: an index of the whole catalog in three languages, with the Finnish forms that a stemmer alone does not meet."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files as resources

from mallisto.catalog import Catalog
from mallisto.facets import facets
from mallisto.language import DEFAULT, LANGUAGES, Language
from mallisto.output import OutputFile
from mallisto.schema import Schemas
from mallisto.search import plainly
from mallisto.search.bundle import bundle, entrance
from mallisto.search.entries import entries
from mallisto.search.finnish import Finnish, Learnt, Lexicon, Stemmer
from mallisto.search.names import Names
from mallisto.search.pieces import packed
from mallisto.search.records import function_words, record, told

FOLDER = "haku/"
_INDEX = f"{FOLDER}pagefind/"
_SCRIPTS = ("pagefind.js", "osat.js", "sanat.js", "korjaus.js")

# Shorter words are repaired by nobody, and so many words are enough for a list that is loaded when a word is not found.
_SHORTEST_WORD = 4
_MOST_WORDS = 20_000
_WORDS_A_PIECE = 400


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What is told of entries beside the index: kind and facets of each by its address, and how many of them have a word."""

    answers: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)


def finnish(learnt: Learnt) -> Finnish:
    """What can be said of Finnish words, when so much of them is known."""
    return Finnish(_dictionary, learnt)


def files(catalog: Catalog, schemas: Schemas, finnish: Finnish) -> Iterator[OutputFile]:
    """Everything below `haku/`: Pagefind's index, our way to ask it, facets and words of each language."""
    made, names = [], Names.of(catalog, finnish)
    for code in LANGUAGES:
        language, gathered = Language.of(code, schemas), _Gathered()
        made.append((yield from bundle(_records(catalog, language, names, finnish, gathered), code, _INDEX)))
        pieces = _words(gathered.words)
        yield from (
            OutputFile(f"{FOLDER}sanat/{code}.{number}.pf_words", packed("\n".join(words).encode())) for number, words in enumerate(pieces)
        )
        firsts = [_plain(words[0]) for words in pieces]
        yield OutputFile(f"{FOLDER}tiedot.{code}.json", _facts(catalog, language, gathered, made[-1].ids, firsts))
    yield from entrance(made, _INDEX)
    for name in _SCRIPTS:
        yield OutputFile(f"{FOLDER}{name}", (resources("mallisto") / "search" / name).read_bytes())


def entries_of_copy(catalog: Catalog, schemas: Schemas, finnish: Finnish) -> Iterator[OutputFile]:
    """The same entries for the copy of the site that works without a server."""
    yield from plainly.files(catalog, schemas, finnish, sorted(function_words()))


def _records(catalog: Catalog, language: Language, names: Names, finnish: Finnish, into: _Gathered) -> Iterator[tuple[str, str]]:
    """Path and text of each record, one after another, so that they never are in memory together."""
    stem = Stemmer(language.code)
    for number, entry in enumerate(entries(catalog, language)):
        into.answers[f"{language.code}/{entry.address}"] = entry.kind, entry.facets
        parts = told(entry, names, finnish, stem)
        into.words.update(word for word in frozenset().union(*(each.words for each in parts)) if len(word) >= _SHORTEST_WORD)
        yield f"{language.code}/{number}/index.html", record(entry, parts)


def _facts(catalog: Catalog, language: Language, gathered: _Gathered, ids: Mapping[str, str], firsts: list[str]) -> bytes:
    """The facets with names and counts, what each entry answers to them by Pagefind's ids, and the first word of each piece of words."""
    offered = facets(catalog, language)
    numbers = {pair: number for number, pair in enumerate((facet.key, value.id) for facet in offered for value in facet.values)}
    own = {key: gathered.answers[address] for key, address in sorted(ids.items()) if address in gathered.answers}
    data = {
        "facets": [[facet.key, facet.name, [[each.id, each.name, each.count] for each in facet.values], facet.rule] for facet in offered],
        "entries": {key: [kind, *(numbers[pair] for pair in pairs if pair in numbers)] for key, (kind, pairs) in own.items()},
        "words": firsts,
        "ignored": " ".join(sorted(function_words())),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _words(counts: Counter[str]) -> list[list[str]]:
    """The words of a language, for the repair of misspelt ones, in pieces by their order; the most frequent where they are very many."""
    kept = sorted(sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS], key=lambda word: (_plain(word), word))
    return [kept[start : start + _WORDS_A_PIECE] for start in range(0, len(kept), _WORDS_A_PIECE)]


def _plain(word: str) -> str:
    """A word without the marks on its letters, as the finder compares words."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.category(letter).startswith("M"))


def _dictionary() -> Lexicon:
    """Read only where a word is met for the first time."""
    from mallisto.search.dictionary import Dictionary

    return Dictionary.of(DEFAULT)
