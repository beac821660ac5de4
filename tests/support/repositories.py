"""Small copies of the repository that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

from building import FIVE, ROOT, with_dictionary


def a_repository(folder: Path, *models: str) -> Path:
    """Our schemas and vocabularies, and the named ones of the frozen models in the long form, without history."""
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    shutil.copytree(FIVE / "models" / "vocabulary", folder / "models" / "vocabulary")
    for model in models or [path.stem for path in (FIVE / "models").glob("*.yml")]:
        shutil.copy(FIVE / "models" / f"{model}.yml", folder / "models")
    with_dictionary(folder)
    return folder


def spoil(path: Path, before: str, after: str) -> None:
    """Replace the first occurrence of a text in a file."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
