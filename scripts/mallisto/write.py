"""Bring the site's folder into the wanted state, touching only what changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mallisto.output import OutputFile


def write(files: Iterable[OutputFile], folder: Path) -> int:
    """Write each file whose bytes differ from what stands there; the number of files touched."""
    touched = 0
    for file in files:
        path = folder / file.path
        if path.is_file() and path.read_bytes() == file.content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        touched += 1
    return touched
