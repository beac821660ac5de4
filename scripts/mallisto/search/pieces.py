"""Pagefind's index in smaller pieces, so that a query loads little more than its own words.

Pagefind cuts the words of a language into files of some 40 kB, and a query loads one for each of its words. The piece a word stands in is
known by its first and last word, which are told in the language's list of pieces.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
# Before packing, which takes half; the overhead of a request is of the size of a packed piece.
_SIZE = 10_000
# Words that begin alike stay together where they can: the beginning of a word is sought as well.
_ALIKE = 4

# A stem, and the word as Pagefind writes it: the stem and where it stands.
_Word = tuple[str, bytes]
_LIST = 0x80
# Where the files of words stand in Pagefind's list of everything, each with its first and last word.
_FILES = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of words."""

    first: str
    last: str
    name: str
    content: bytes


def names(listing: bytes) -> list[str]:
    """The names of Pagefind's own files of words."""
    return [name for _, _, name in cbor2.loads(unpacked(listing))[_FILES]]


def pieces(words: bytes, code: str) -> Iterator[Piece]:
    """The smaller files that take the place of one of Pagefind's."""
    for each in _cut(cbor2.loads(unpacked(words))[0]):
        content = packed(SIGNATURE + _list_of([_list_of([written for _, written in each])]))
        yield Piece(each[0][0], each[-1][0], f"{code}_{short_hash(content)}", content)


def listed(listing: bytes, known: Iterable[tuple[str, str, str]]) -> bytes:
    """Pagefind's list with other files of words, each by its first word, its last word and its name."""
    told = cbor2.loads(unpacked(listing))
    told[_FILES] = [list(each) for each in known]
    return packed(SIGNATURE + cbor2.dumps(told))


def short_hash(content: bytes) -> str:
    """A name that changes with the content."""
    return hashlib.blake2b(content, digest_size=5).hexdigest()


def _cut(words: list[Any]) -> Iterator[list[_Word]]:
    """Words in their order, in pieces about the wanted size."""
    piece: list[_Word] = []
    size = 0
    for _, alike in groupby(words, key=lambda word: word[0][:_ALIKE]):
        group = [(word[0], cbor2.dumps(word)) for word in alike]
        if piece and size + sum(len(written) for _, written in group) > _SIZE:
            yield piece
            piece, size = [], 0
        for stem, written in group:
            if piece and size + len(written) > _SIZE:
                yield piece
                piece, size = [], 0
            piece.append((stem, written))
            size += len(written)
    if piece:
        yield piece


def _list_of(written: list[bytes]) -> bytes:
    """A CBOR list of things that are written already: its head is that of a number of another type."""
    head = cbor2.dumps(len(written))
    return bytes([head[0] | _LIST]) + head[1:] + b"".join(written)


def unpacked(content: bytes) -> bytes:
    """What one of Pagefind's files holds."""
    return gzip.decompress(content).removeprefix(SIGNATURE)


def packed(content: bytes) -> bytes:
    """The same bytes for the same content, whenever they are packed."""
    return gzip.compress(content, 9, mtime=0)
