"""The index of all entries: what each contributes, and the files that a browser reads."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Never

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import AnyChannel, Channel
from mallisto.catalog.facets import facets
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.search.analysis import CUT, function_words
from mallisto.search.entries import Answer, answers
from mallisto.search.postings import FoundEntry
from mallisto.search.script_files import script_file
from mallisto.search.shards import Bucket, Shard, file_name, shards

# What the vocabularies' entries are contributed by: no model has such an id, and it comes after them all.
VOCABULARY = "~"
# So many words are enough to offer for a misspelt one.
_MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What a browser knows of an entry before it reads its texts: the length in words, and the name of the texts."""

    length: int
    texts: str


def _with_its_files(model: Model, catalog: Catalog, language: Language) -> Never:
    """A model's postings are found once for all channels, with its own files: by `contributions`."""
    raise NotImplementedError(_with_its_files.__doc__)


def _channel(name: str, kind: Any) -> AnyChannel:
    """A channel of the finder; its values are by the entries' addresses."""
    return Channel(f"search {name}", kind, _with_its_files, is_neutral=True)


_ENTRIES = _channel("entries", Mapping[str, EntryFacts])
_WORDS = _channel("words", Mapping[str, Sequence[str]])
# Terms by their first letter: each is a channel of its own, so that joining holds those of one letter in memory.
_TERMS = {letter: _channel(f"terms {letter}", Mapping[str, Bucket]) for letter in ("0", *"abcdefghijklmnopqrstuvwxyz", "~")}
CHANNELS = (_ENTRIES, _WORDS, *_TERMS.values())


def contributions(found: Iterable[FoundEntry]) -> Iterator[tuple[AnyChannel, object]]:
    """What entries contribute to each channel."""
    entries = {each.address: each.postings for each in found}
    yield _ENTRIES, {address: EntryFacts(each.length, each.texts) for address, each in entries.items()}
    yield _WORDS, {code: sorted({word for each in entries.values() for word in each.words.get(code, ())}) for code in LANGUAGES}
    buckets: dict[str, dict[str, tuple[dict[str, tuple[str, ...]], list[tuple[str, str]]]]] = {letter: {} for letter in _TERMS}
    for address, postings in entries.items():
        for term, coded in postings.terms.items():
            buckets[_letter(term)].setdefault(address, ({}, []))[0][term] = coded
        for key, term in postings.keys:
            buckets[_letter(key)].setdefault(address, ({}, []))[1].append((key, term))
    for letter, channel in _TERMS.items():
        yield channel, {address: Bucket(*each) for address, each in buckets[letter].items()}


def _letter(term: str) -> str:
    first = term[0]
    return first if first in _TERMS else "0" if first < "a" else "~"


@dataclass(frozen=True, slots=True)
class Index:
    """The values of the index by the names of their files. They lie in a folder that is named by all of them, the release, so that what a
    browser has kept of another state of the site is never taken for a part of this one.
    """

    release: str
    values: Mapping[str, str]

    @classmethod
    def of(cls, catalog: Catalog, schemas: Schemas) -> Index:
        """The index of what all models and the vocabularies contribute."""
        values = dict(_data(catalog, {code: Language.of(code, schemas) for code in LANGUAGES}))
        digest = hashlib.blake2b(digest_size=5)
        for name, value in values.items():
            digest.update(f"{name}\0{value}\0".encode())
        return cls(digest.hexdigest(), values)

    def files(self) -> Iterator[OutputFile]:
        """The files of the index; those of the entries' texts are made with the entries."""
        return (script_file(f"{self.release}/{name}", value) for name, value in self.values.items())


def _data(catalog: Catalog, languages: Mapping[str, Language]) -> Iterator[tuple[str, str]]:
    """The name and the value of each file."""
    default = languages[DEFAULT]
    contributed = catalog.contributed(_ENTRIES, default)
    entries = {address: facts for each in contributed.values() for address, facts in each.items()}
    numbers = {address: number for number, address in enumerate(entries)}
    starts = []
    for shard in _shards(catalog, numbers, default):
        starts.append(shard.start)
        yield f"s/{file_name(shard.start)}", _json("\n".join(shard.lines))
    words = _most_frequent(catalog, default)
    for code, language in languages.items():
        yield f"words.{code}", _json(" ".join(words[code]))
        yield f"facts.{code}", _json(_facts(catalog, language, entries, starts))


def _shards(catalog: Catalog, numbers: Mapping[str, int], language: Language) -> Iterator[Shard]:
    for letter, channel in _TERMS.items():
        contributed = catalog.contributed(channel, language)
        yield from shards({numbers[address]: each for found in contributed.values() for address, each in found.items()}, letter)


def _most_frequent(catalog: Catalog, language: Language) -> Mapping[str, Sequence[str]]:
    """The words of each language in which most models say them."""
    counts: dict[str, Counter[str]] = {code: Counter() for code in LANGUAGES}
    for said in catalog.contributed(_WORDS, language).values():
        for code, words in said.items():
            counts[code].update(words)
    return {code: sorted(sorted(each, key=lambda word: (-each[word], word))[:_MOST_WORDS]) for code, each in counts.items()}


def _facts(catalog: Catalog, language: Language, entries: Mapping[str, EntryFacts], starts: Sequence[str]) -> Mapping[str, object]:
    """The facets with names and counts, every entry with what it answers to them, and what is needed to read the shards."""
    offered, answered = facets(catalog, language), answers(catalog, language)
    numbers = {pair: number for number, pair in enumerate((facet.key, value.id) for facet in offered for value in facet.values)}
    return {
        "facets": [[facet.key, facet.name, [[each.id, each.name, each.count] for each in facet.values], facet.rule] for facet in offered],
        "entries": [_entry(address, facts, answered[address], numbers) for address, facts in entries.items()],
        "shards": starts,
        "cut": CUT,
        "ignored": " ".join(sorted(function_words())),
    }


def _entry(address: str, facts: EntryFacts, answer: Answer, numbers: Mapping[tuple[str, str], int]) -> list[object]:
    """Kind, address, texts, length in tens of words, and the numbers of the facets' values."""
    kind, pairs = answer
    return [kind, address, facts.texts, facts.length // 10, *(numbers[pair] for pair in pairs if pair in numbers)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
