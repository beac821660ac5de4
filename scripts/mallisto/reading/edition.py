"""Which edition of a model somebody has: the day of its last change, and a short mark of all it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from mallisto.reading.yaml_reader import Document

# Who keeps a model and when it was reviewed is no fact of it.
_UPKEEP = "upkeep"


def edition(document: Document) -> str:
    """The edition of a model's file, such as `2026-11-20-3f2a9c`: another one as soon as a fact of it is another.

    The file need not be valid, since it may be one of years ago; and no later release of the program makes another edition of it.
    """
    facts = {name: value for name, value in document.root.items() if name != _UPKEEP}
    return f"{max(_days(document), default='')}-{mark(json.dumps(facts, ensure_ascii=False, sort_keys=True))}"


def mark(text: str) -> str:
    """Six letters and figures that are others for another text."""
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()


def _days(document: Document) -> Iterator[str]:
    """The day the model was added, and those of its noted changes."""
    upkeep = document.root.get(_UPKEEP)
    if not isinstance(upkeep, dict):
        return
    yield str(upkeep.get("added") or "")
    changes = upkeep.get("changes")
    for change in changes if isinstance(changes, list) else ():
        if isinstance(change, dict):
            yield str(change.get("date") or "")
