"""Bring the site's folder into the wanted state, touching only what changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mallisto.output import OutputFile


def write(files: Iterable[OutputFile], folder: Path) -> list[str]:
    """Write each file whose bytes differ from what stands there; the paths of all files."""
    paths = []
    for file in files:
        paths.append(file.path)
        path = folder / file.path
        if _size(path) == len(file.content) and path.read_bytes() == file.content:
            continue
        try:
            path.write_bytes(file.content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    return paths


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None
