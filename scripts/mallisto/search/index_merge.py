"""The words of Pagefind's index: taken from where it writes them, and those of several indexes joined to those of one.

Pagefind writes a word as its stem, the places of the stem, and the places of other writings of it. Places are told page by page, each page
by how far its number is from the one before; so the places of an index are those of a larger one, but for the number of the first page.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any

import cbor2

# The places of a word in one index: how many pages, the numbers of the first and the last, and all as written but for the first's number.
Places = Sequence[Any]
# A stem, its places, and each other writing with its places.
Word = Sequence[Any]
# A stem, and the word as it is written.
Written = tuple[str, bytes]

_LIST = 0x80
_PAIR, _TRIPLE = bytes([_LIST | 2]), bytes([_LIST | 3])
_FIRST = itemgetter(0)
_NOWHERE: Places = (0, 0, 0, b"")


def words_of(contents: Iterable[bytes]) -> Iterator[Word]:
    """The words of Pagefind's unpacked files in their order."""
    for each in contents:
        yield from _IndexReader(each).words()


class _IndexReader:
    """Reads one of Pagefind's files word by word: all of them as values at once would take many times their bytes."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._file = io.BytesIO(content)
        self._value: Callable[[], Any] = cbor2.CBORDecoder(self._file, read_size=1).decode  # so that the file tells where a value ends

    def words(self) -> Iterator[Word]:
        """The list of words is the only thing in a list."""
        self._length()
        for _ in range(self._length()):
            self._length()
            stem, places = self._value(), self._places()
            yield stem, places, [self._writing() for _ in range(self._length())]

    def _writing(self) -> tuple[str, Places]:
        self._length()
        return self._value(), self._places()

    def _places(self) -> Places:
        start = self._file.tell()
        pages = self._value()
        if not pages:
            return _NOWHERE
        first = pages[0][0]
        start += len(_head_of_list(len(pages))) + len(_TRIPLE) + len(cbor2.dumps(first))
        return len(pages), first, sum(map(_FIRST, pages)), self._content[start : self._file.tell()]

    def _length(self) -> int:
        """The length of the CBOR list that begins here (RFC 8949, 3); the file then stands at its first value."""
        short = self._file.read(1)[0] & 0x1F
        return short if short < 24 else int.from_bytes(self._file.read(1 << (short - 24)))


def joined(indexes: Sequence[Iterable[Word]], pages: Sequence[int]) -> Iterator[Written]:
    """The words of several indexes in their order, each once. `pages` are how many pages each index has."""
    begins = accumulate(pages[:-1], initial=0)
    placed = merge(*(_from(begin, words) for begin, words in zip(begins, indexes, strict=True)), key=itemgetter(0, 1))
    for stem, found in groupby(placed, key=_FIRST):
        plain: list[tuple[int, Places]] = []
        writings: dict[str, list[tuple[int, Places]]] = defaultdict(list)
        for _, begin, (_, places, others) in found:
            plain.append((begin, places))
            for writing, its in others:
                writings[writing].append((begin, its))
        others = [_PAIR + cbor2.dumps(writing) + _written(its) for writing, its in sorted(writings.items())]
        yield stem, _TRIPLE + cbor2.dumps(stem) + _written(plain) + list_of(others)


def _from(begin: int, words: Iterable[Word]) -> Iterator[tuple[str, int, Word]]:
    return ((word[0], begin, word) for word in words)


def _written(found: Iterable[tuple[int, Places]]) -> bytes:
    """Places in several indexes, each with the number of its first page in the whole, as Pagefind writes them."""
    parts, total, page = [], 0, 0
    for begin, (count, first, last, rest) in found:
        if count:
            parts += [_TRIPLE, cbor2.dumps(begin + first - page), rest]
            total, page = total + count, begin + last
    return _head_of_list(total) + b"".join(parts)


def list_of(written: Sequence[bytes]) -> bytes:
    """A CBOR list of things that are written already."""
    return _head_of_list(len(written)) + b"".join(written)


def _head_of_list(length: int) -> bytes:
    """How a CBOR list begins (RFC 8949, 3): as a number does, but for the type."""
    head = cbor2.dumps(length)
    return bytes([head[0] | _LIST]) + head[1:]
