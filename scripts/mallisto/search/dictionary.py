"""simplemma's dictionary, read in one pass into an index of its blocks: a form's base and a base's forms, without unpacking them all.

simplemma's own mapping takes 400 MB, and to find the forms of a base one has to go through all of it once more. The dictionary's stream of
sorted forms takes 19 MB; between two entries of the index lie so many forms as are quickly read.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from itertools import takewhile
from pathlib import Path
from typing import Any

import msgspec
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import DictionaryFactory

# The stream's reader has no public name; the version is locked, and another that reads differently fails at once.
from simplemma.strategies.dictionaries.dictionary_factory import _read_decompressed
from simplemma.strategies.dictionaries.frontcode import _iter_records, _read_header

_BLOCK = 32
# So many blocks are kept unpacked, some 20 MB: words of one field stand in few of them.
_BLOCKS = 4096
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class _Index:
    """Of each block the first form, and where it begins with the form and base before it; and by each base the blocks it stands in."""

    firsts: list[bytes]
    seeds: list[tuple[int, bytes, bytes]]
    blocks_of: dict[bytes, list[int]]

    @classmethod
    def of(cls, stream: bytes) -> _Index:
        """Reading the whole stream takes more than a second."""
        is_reversed, _, start = _read_header(stream)
        if is_reversed:
            raise ValueError("a dictionary that is sorted by the ends of its words")
        index = cls([], [], {})
        form, base, block = b"", b"", -1
        for number, (place, next_form, next_base) in enumerate(_iter_records(stream, start)):
            if number % _BLOCK == 0:
                index.firsts.append(next_form)
                index.seeds.append((place, form, base))
                block += 1
                base = b""
            if next_base != base:
                blocks = index.blocks_of.setdefault(next_base, [])
                if not blocks or blocks[-1] != block:
                    blocks.append(block)
            form, base = next_form, next_base
        return index


def _kept(path: Path) -> _Index | None:
    """The index in a file; nothing where there is none or it is damaged."""
    try:
        digest, content = (written := path.read_bytes())[:_DIGEST], written[_DIGEST:]
    except FileNotFoundError:
        return None
    return msgspec.msgpack.decode(content, type=_Index) if hashlib.blake2b(content, digest_size=_DIGEST).digest() == digest else None


def _keep(index: _Index, path: Path) -> None:
    content = msgspec.msgpack.encode(index)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".new")
    unfinished.write_bytes(hashlib.blake2b(content, digest_size=_DIGEST).digest() + content)
    unfinished.replace(path)


class Dictionary(Mapping[str, str]):
    """Every form of a language with its base."""

    def __init__(self, code: str, stream: bytes, index: _Index) -> None:
        self._code = code
        self._lemmatizer = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_Only(self)))
        self._stream = stream
        self._block = lru_cache(_BLOCKS)(self._read_block)
        self._firsts, self._seeds, self._blocks_of = index.firsts, index.seeds, index.blocks_of

    @classmethod
    def of(cls, code: str, cache: Path) -> Dictionary:
        """The dictionary of a language as simplemma ships it. The index of its blocks is kept in a folder for the next time."""
        stream, path = _read_decompressed(code), cache / f"dictionary.{code}.{version('simplemma')}"
        index = _kept(path)
        if index is None:
            index = _Index.of(stream)
            _keep(index, path)
        return cls(code, stream, index)

    def base(self, word: str) -> str:
        """The base form of any word: the dictionary's, or what simplemma's rules make of it."""
        return self._lemmatizer.lemmatize(word, self._code)

    def forms(self, base: str) -> tuple[str, ...]:
        """The forms of a base, in the order of the dictionary."""
        wanted = base.encode()
        blocks = self._blocks_of.get(wanted, ())
        return tuple(form.decode() for block in blocks for form, found in self._block(block) if found == wanted)

    def is_base(self, word: str) -> bool:
        """Whether a word is a base form of the dictionary."""
        return word.encode() in self._blocks_of and self.get(word) == word

    def bases(self) -> tuple[str, ...]:
        """Every base, in no order."""
        return tuple(base.decode() for base in self._blocks_of)

    def _read_block(self, number: int) -> tuple[tuple[bytes, bytes], ...]:
        """The forms of a block with their bases."""
        end = self._seeds[number + 1][0] if number + 1 < len(self._seeds) else len(self._stream)
        records = takewhile(lambda record: record[0] < end, _iter_records(self._stream, *self._seeds[number]))
        return tuple((form, base) for _, form, base in records)

    def get(self, form: str, default: Any = None) -> Any:
        """The base of a form. Most questions are of words that do not exist."""
        wanted = form.encode()
        block = bisect_right(self._firsts, wanted) - 1
        for each, base in self._block(block) if block >= 0 else ():
            if each >= wanted:
                return base.decode() if each == wanted else default
        return default

    def __getitem__(self, form: str) -> str:
        found: str | None = self.get(form)
        if found is None:
            raise KeyError(form)
        return found

    def __iter__(self) -> Iterator[str]:
        return (form.decode() for number in range(len(self._seeds)) for form, _ in self._block(number))

    def __len__(self) -> int:
        return _read_header(self._stream)[1]


class _Only(DictionaryFactory):
    """The one dictionary that simplemma's rules look words up in."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def get_dictionary(self, lang: str) -> Dictionary:
        return self._dictionary
