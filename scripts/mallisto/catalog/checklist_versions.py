"""What those need who have ticked a checklist: marks of its words, and what became of items that are gone."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.model import Basis, ChecklistItem, Model, Text
from mallisto.reading.edition import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An item that once was on the list: the item in its place, or why it is gone."""

    id: str
    to: str | None
    why: Text | None


def text_version(item: ChecklistItem) -> str:
    """The mark of the Finnish words, which are authoritative: an adoption is the same adoption in every language."""
    return mark(item.text.fi)


def origin(item: ChecklistItem) -> str:
    """Whether the source says it or the editors suggest it."""
    return "source" if item.provenance.basis is Basis.SOURCE else "editorial"


def gone(model: Model, catalog: Catalog) -> tuple[Gone, ...]:
    """The items that were published and are no longer there."""
    start = f"{urls.model_page(model.id, urls.CHECKLIST)}#{urls.item('')}"
    return tuple(
        Gone(
            id=moved.address.removeprefix(start),
            to=moved.to.to.removeprefix(start) if moved.to and moved.to.to.startswith(start) else None,
            why=moved.gone,
        )
        for moved in catalog.history.moved
        if moved.address.startswith(start)
    )
