"""Pagefind's index in smaller pieces, so that a query loads little more than its own words.

Pagefind cuts the words of a language into files of some 40 kB, and a query loads one for each of its words. The piece a word stands in is
known by its first and last word, which are told in the language's list of pieces.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from mallisto.search.index_merge import Written, list_of
from mallisto.search.pagefind_file import packed

# Before packing, which takes half; the overhead of a request is of the size of a packed piece.
_SIZE = 5_000
# So many pieces at most: every query loads the list of them, and with more of them it would outweigh its words.
_MOST = 1500
# Words that begin alike stay together where they can: the beginning of a word is sought as well.
_ALIKE = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of words."""

    first: str
    last: str
    name: str
    content: bytes


def size_of_pieces(total: int) -> int:
    """How large pieces are where all words together take so many bytes."""
    return max(_SIZE, total // _MOST)


def pieces(words: Iterable[Written], code: str, size: int = _SIZE) -> Iterator[Piece]:
    """Files of about a size before packing, of words in their order."""
    for each in _cut(words, size):
        content = packed(list_of([list_of([written for _, written in each])]))
        yield Piece(each[0][0], each[-1][0], f"{code}_{short_hash(content)}", content)


def short_hash(content: bytes) -> str:
    """A name that changes with the content."""
    return hashlib.blake2b(content, digest_size=5).hexdigest()


def _cut(words: Iterable[Written], wanted: int) -> Iterator[list[Written]]:
    """Words in their order, in pieces about the wanted size."""
    piece: list[Written] = []
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
