"""What those need who have ticked a checklist: marks of its words, its model's version, and what became of items that are gone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from mallisto import addresses
from mallisto.catalog import Catalog
from mallisto.model import Basis, ChecklistItem, Model, Text
from mallisto.plain import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An item that once was on the list: the item in its place, or why it is gone."""

    id: str
    to: str | None
    why: Text | None


def version(model: Model) -> str:
    """The day of the model's last change and a mark of its facts: whoever has a copy sees whether it is of today's model."""
    facts = {name: value for name, value in plain(model).items() if name != "upkeep"}
    latest = max((model.upkeep.added, *(each.date for each in model.upkeep.changes)))
    return f"{latest}-{_mark(json.dumps(facts, ensure_ascii=False))}"


def text_version(item: ChecklistItem) -> str:
    """The mark of the Finnish words, which are authoritative: an adoption is the same adoption in every language."""
    return _mark(item.text.fi)


def origin(item: ChecklistItem) -> str:
    """Whether the source says it or the editors suggest it."""
    return "source" if item.provenance.basis is Basis.SOURCE else "editorial"


def gone(model: Model, catalog: Catalog) -> tuple[Gone, ...]:
    """The items that were published and are no longer there."""
    start = f"{addresses.model_page(model.id, addresses.CHECKLIST)}#{addresses.item('')}"
    return tuple(
        Gone(
            id=each.address.removeprefix(start),
            to=each.to.to.removeprefix(start) if each.to and each.to.to.startswith(start) else None,
            why=each.gone,
        )
        for each in catalog.history.moved
        if each.address.startswith(start)
    )


def _mark(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()
