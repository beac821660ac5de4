"""How some entries are found in a language, and how that is kept for the next build."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import cbor2

from mallisto.search.bundle import Fragment, Index

_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Found:
    """An index of entries, and how many of them have each word."""

    index: Index
    counts: Mapping[str, int]


def is_kept(path: Path) -> bool:
    """Whether a file is there as it was written."""
    try:
        with path.open("rb") as file:
            told = file.read(_DIGEST)
            return told == hashlib.file_digest(file, _hash).digest()
    except OSError:
        return False


def keep(found: Found, path: Path) -> None:
    """Write it down, all of it or nothing: the hash of the rest, everything but the words, and each word."""
    path.parent.mkdir(parents=True, exist_ok=True)
    index = found.index
    beginning = [[astuple(each) for each in index.fragments], list(index.fields), index.size, dict(found.counts)]
    content = b"".join([cbor2.dumps(beginning), *map(cbor2.dumps, index.words)])
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(_hash(content).digest() + content)
    Path(file.name).replace(path)


def kept(path: Path) -> Found:
    """What was written; its words are read one after another when they are asked for, once."""
    (fragments, fields, size, counts), *_ = islice(_values(path), 1)
    return Found(Index([Fragment(*each) for each in fragments], fields, islice(_values(path), 1, None), size), counts)


def _values(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        file.seek(_DIGEST)
        decoder = cbor2.CBORDecoder(file)
        while True:
            try:
                yield decoder.decode()
            except cbor2.CBORDecodeEOF:
                return


def _hash(content: bytes = b"") -> hashlib.blake2b:
    return hashlib.blake2b(content, digest_size=_DIGEST)
