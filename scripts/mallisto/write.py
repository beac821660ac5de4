"""Bring the site's folder into the wanted state, touching only what changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from mallisto.output import OutputFile


def write(files: Iterable[OutputFile], folder: Path) -> list[str]:
    """Write each file whose bytes differ from what stands there; the paths of all files."""
    paths = []
    folders = _Folders()
    for file in files:
        paths.append(file.path)
        path = f"{folder}/{file.path}"
        if folders.is_new(os.path.dirname(path)) or not _holds(path, file.content):
            with open(path, "wb") as opened:
                opened.write(file.content)
    return paths


class _Folders:
    """The folders that are known to be there, and which of them were made just now, so that nothing can stand in them."""

    def __init__(self) -> None:
        self._made: dict[str, bool] = {}

    def is_new(self, folder: str) -> bool:
        """Make a folder unless it is there; whether it is of our making."""
        if folder not in self._made:
            self._made[folder] = not os.path.isdir(folder)
            os.makedirs(folder, exist_ok=True)
        return self._made[folder]


def _holds(path: str, content: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(content):
            return False
    except FileNotFoundError:
        return False
    with open(path, "rb") as opened:
        return opened.read() == content
