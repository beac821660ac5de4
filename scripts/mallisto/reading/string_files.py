"""The files of words in `strings/`: the package's own, so a mistake in one is our bug."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from mallisto.reading.yaml_reader import read


def load(name: str) -> Mapping[str, Any]:
    """The mapping in a file of `strings/`; ValueError where it is broken."""
    return parse((files("mallisto") / "strings" / name).read_bytes(), name)


def parse(content: bytes, name: str) -> Mapping[str, Any]:
    """The mapping that such a file holds."""
    reading = read(content, name)
    if reading.document is None or reading.problems:
        raise ValueError(f"{name}: {reading.problems}")
    return reading.document.root
