"""Sentences taken over from a source word for word, found without keeping the source: only hashes of its word sequences are kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from mallisto.reading.document import Document
from mallisto.reading.languages import DEFAULT
from mallisto.reading.problems import Path as FieldPath
from mallisto.reading.problems import Problem, Severity

# Beside a draft; the folder of drafts is in no repository.
SUFFIX = ".lahde.txt"
# A sentence is taken over when each run of so many of its words stands in the source. Of a shorter one nobody can tell.
_RUN = 6
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+(?:-\w+)*")


def fingerprints(text: str) -> frozenset[str]:
    """Hashes of every run of six words of a text, from which the text can't be read."""
    return frozenset(_hashes(text))


def _hashes(text: str) -> Iterator[str]:
    words = _WORD.findall(text.casefold())
    for first in range(len(words) - _RUN + 1):
        yield hashlib.blake2b(" ".join(words[first : first + _RUN]).encode(), digest_size=8).hexdigest()


def save(text: str, draft: Path) -> None:
    """Keep the fingerprints of a source beside its draft."""
    draft.with_suffix(SUFFIX).write_text("\n".join(sorted(fingerprints(text))) + "\n", "utf-8")


def saved(draft: Path) -> frozenset[str]:
    """The fingerprints kept beside a draft; none where it was not imported."""
    path = draft.with_suffix(SUFFIX)
    return frozenset(path.read_text("utf-8").split()) if path.is_file() else frozenset()


def copied(document: Document, source: Set[str]) -> Iterator[Problem]:
    """A note for each Finnish text that has a sentence of the source as it stands there."""
    for path, text in _finnish(document.root, ()):
        taken = next((each for each in _SENTENCE_END.split(text) if _is_taken(each, source)), "")
        if taken:
            yield Problem(document.where(path), "text.copied", found=_shortened(taken), severity=Severity.NOTE)


def _is_taken(sentence: str, source: Set[str]) -> bool:
    hashes = list(_hashes(sentence))
    return bool(hashes) and all(each in source for each in hashes)


def _shortened(sentence: str) -> str:
    words = sentence.split()
    return sentence if len(words) <= 2 * _RUN else f"{' '.join(words[: 2 * _RUN])} …"


def _finnish(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every Finnish text below a value with its path. Names of sources and headings are quoted as they are."""
    if isinstance(value, str):
        if path[-1] == DEFAULT:
            yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _finnish(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _finnish(inner, (*path, number))
