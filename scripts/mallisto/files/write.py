"""Write the site's files to disk; unchanged files are not touched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Set
from pathlib import Path

from mallisto.files.output_file import OutputFile


def write(files: Iterable[OutputFile], folder: Path) -> list[str]:
    """Write the files whose bytes differ from those on disk, and return the paths of all files."""
    paths = []
    folders = _Folders()
    for file in files:
        paths.append(file.path)
        path = f"{folder}/{file.path}"
        if folders.is_new(os.path.dirname(path)) or not _holds(path, file.content):
            with open(path, "wb") as opened:
                opened.write(file.content)
    return paths


def clear(folder: Path, wanted: Set[str]) -> None:
    """Delete all files but the wanted paths, and folders that become empty.

    Dot files directly in the folder are kept: they belong to other tools (git, hosting).
    """
    if os.path.isdir(folder):
        _clear(str(folder), "", wanted)


def _clear(folder: str, below: str, wanted: Set[str]) -> bool:
    """Clear a subfolder and return whether it is empty now."""
    is_empty = True
    for entry in list(os.scandir(f"{folder}/{below}")):
        path = f"{below}{entry.name}"
        if path in wanted or path.startswith("."):
            is_empty = False
        elif not entry.is_dir(follow_symlinks=False):
            os.unlink(entry)
        elif _clear(folder, f"{path}/", wanted):
            os.rmdir(entry)
        else:
            is_empty = False
    return is_empty


class _Folders:
    """The folders made so far. A folder made in this run is empty, so its files need no comparison."""

    def __init__(self) -> None:
        self._made: dict[str, bool] = {}

    def is_new(self, folder: str) -> bool:
        """Create a folder if it is missing and return whether this run created it."""
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
