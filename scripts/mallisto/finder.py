"""Write the finder's files, with what earlier builds learnt of words: that stays true whatever changes in the models."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from mallisto import search
from mallisto.catalog import Catalog
from mallisto.kept import hash_of, program
from mallisto.schema import Schemas
from mallisto.search.finnish import Learnt
from mallisto.write import write

_WORDS = "words.json"
# Other people's code that decides what is said of a word.
_MAKERS = ("pystemmer", "simplemma")


def write_finder(catalog: Catalog, schemas: Schemas, folder: Path, cache: Path) -> list[str]:
    """Write what has changed of the finder in the site's folder; the paths of all its files."""
    before = words_in(cache)
    finnish = search.finnish(before)
    paths = write(search.files(catalog, schemas, finnish), folder)
    if finnish.learnt != before:
        note_words(cache, finnish.learnt)
    return paths


def words_in(folder: Path) -> Learnt:
    """What was learnt of words; nothing where other code learnt it, or where it cannot be read."""
    try:
        key, text = (folder / _WORDS).read_text("utf-8").split("\n", 1)
    except (OSError, ValueError):
        return {}
    found: Learnt = json.loads(text) if key == _words_key(text) else {}
    return found


def note_words(folder: Path, learnt: Learnt) -> None:
    """Write down what was learnt of words, all of it or nothing."""
    text = json.dumps(learnt, ensure_ascii=False)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False) as file:
        file.write(f"{_words_key(text)}\n{text}")
    Path(file.name).replace(folder / _WORDS)


def _words_key(text: str) -> str:
    return hash_of([program("search", _MAKERS), text])
