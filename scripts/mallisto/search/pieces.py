"""Pagefind's index in smaller pieces, so that a query loads little more than its own words.

Pagefind cuts the words of a language into files of some 40 kB, and a query loads one for each of its words. The piece a word stands in is
known by its first and last word, which are told in the language's list of pieces.
"""

from __future__ import annotations

import gzip
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
# Before packing, which takes half; the overhead of a request is of the size of a packed piece.
_SIZE = 5_000
# So many pieces at most: every query loads the list of them, and with more of them it would outweigh its words.
_MOST = 1500
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


def size_of_pieces(total: int) -> int:
    """How large pieces are where all words together take so many bytes."""
    return max(_SIZE, total // _MOST)


def pieces(words: bytes, code: str, size: int = _SIZE) -> Iterator[Piece]:
    """The smaller files, of about a size before packing, that take the place of one of Pagefind's."""
    for each in _cut(_words(unpacked(words)), size):
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


def _words(content: bytes) -> Iterator[_Word]:
    """The words of one of Pagefind's files, which is a list with the list of words in it; each as it is written there."""
    file = io.BytesIO(content)
    written = cbor2.CBORDecoder(file, read_size=1)  # so that the file tells where a word ends
    for _ in range(2):
        number = _length_at(file)
    for _ in range(number):
        start = file.tell()
        word: Any = written.decode()
        yield word[0], content[start : file.tell()]


def _length_at(file: io.BytesIO) -> int:
    """The length of the CBOR list that begins here (RFC 8949, 3); the file then stands at its first item."""
    short = file.read(1)[0] & 0x1F
    return short if short < 24 else int.from_bytes(file.read(1 << (short - 24)))


def _cut(words: Iterable[_Word], wanted: int) -> Iterator[list[_Word]]:
    """Words in their order, in pieces about the wanted size."""
    piece: list[_Word] = []
    size = 0
    for _, alike in groupby(words, key=lambda word: word[0][:_ALIKE]):
        group = list(alike)
        if piece and size + sum(len(written) for _, written in group) > wanted:
            yield piece
            piece, size = [], 0
        for stem, written in group:
            if piece and size + len(written) > wanted:
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


def length(content: bytes) -> int:
    """How many bytes one of Pagefind's files holds, as its end tells (ISIZE of RFC 1952)."""
    return int.from_bytes(content[-4:], "little")


def packed(content: bytes) -> bytes:
    """The same bytes for the same content, whenever they are packed."""
    return gzip.compress(content, 9, mtime=0)
