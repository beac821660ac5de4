"""How some entries are found in a language, and how that is kept for the next build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from itertools import chain, islice
from pathlib import Path

from mallisto.search.bundle import Fragment, Index
from mallisto.search.cbor_file import store, stored


@dataclass(frozen=True, slots=True)
class GroupIndex:
    """An index of entries, and how many of them have each word."""

    index: Index
    counts: Mapping[str, int]


def save(found: GroupIndex, path: Path) -> None:
    """Write it down: first everything but the words."""
    index = found.index
    beginning = [[astuple(each) for each in index.fragments], list(index.fields), index.size, dict(found.counts)]
    store(chain([beginning], index.words), path)


def load(path: Path) -> GroupIndex:
    """What was written; its words are read one after another when they are asked for, once."""
    (fragments, fields, size, counts), *_ = islice(stored(path), 1)
    return GroupIndex(Index([Fragment(*each) for each in fragments], fields, islice(stored(path), 1, None), size), counts)
