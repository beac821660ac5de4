"""The edition of a model: the date of its last change and a short hash of its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from mallisto.reading.document import Document

_UPKEEP = "upkeep"
# Maintenance data (owner, review dates) and how much the description promises do not change the edition.
_NO_FACTS = (_UPKEEP, "level")


def edition(document: Document) -> str:
    """Return the edition of a model file, such as `2026-11-20-3f2a9c`; it changes whenever a fact changes.

    The file need not be valid, because it may be an old one from history. The result does not depend on the version of the
    program.
    """
    facts = {name: value for name, value in document.root.items() if name not in _NO_FACTS}
    return f"{max(_days(document), default='')}-{short_hash(json.dumps(facts, ensure_ascii=False, sort_keys=True))}"


def of_words(words: str, day: str) -> str:
    """Return the edition of what has no file of its own, such as a role's card: its newest date (ISO) and a hash of its words."""
    return f"{day}-{short_hash(words)}"


def short_hash(text: str) -> str:
    """Return a hash of a text, six hexadecimal digits."""
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()


def _days(document: Document) -> Iterator[str]:
    """Yield the date when the model was added and those of its recorded changes."""
    upkeep = document.root.get(_UPKEEP)
    if not isinstance(upkeep, dict):
        return
    yield str(upkeep.get("added") or "")
    changes = upkeep.get("changes")
    for change in changes if isinstance(changes, list) else ():
        if isinstance(change, dict):
            yield str(change.get("date") or "")
