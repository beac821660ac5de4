"""Values in a file of the cache: written whole or not at all, and read one after another, so that they never are in memory together."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cbor2

_DIGEST = 16


def is_stored(path: Path) -> bool:
    """Whether a file is there as it was written."""
    try:
        with path.open("rb") as file:
            told = file.read(_DIGEST)
            return told == hashlib.file_digest(file, _hash).digest()
    except OSError:
        return False


def store(values: Iterable[Any], path: Path) -> None:
    """Write values of CBOR's types (RFC 8949) behind a hash of all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = b"".join(map(cbor2.dumps, values))
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(_hash(content).digest() + content)
    Path(file.name).replace(path)


def stored(path: Path) -> Iterator[Any]:
    """The values in their order."""
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
