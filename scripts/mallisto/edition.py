"""Which edition of a model somebody has: the day of its last change, and a short mark of all it says."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from mallisto.model import Model
from mallisto.plain import plain


# The pages and files of a model ask one after another.
@lru_cache(maxsize=4)
def version(model: Model) -> str:
    """The edition of a model, such as `2026-11-20-3f2a9c`: another one as soon as a fact of it is another."""
    facts = {name: value for name, value in plain(model).items() if name != "upkeep"}
    latest = max((model.upkeep.added, *(each.date for each in model.upkeep.changes)))
    return f"{latest}-{mark(json.dumps(facts, ensure_ascii=False))}"


def mark(text: str) -> str:
    """Six letters and figures that are others for another text."""
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()
