"""Versions of checklist items, so that a saved adoption notices changed and removed items."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.model import Basis, ChecklistItem, Model, Text
from mallisto.reading.edition import short_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedItem:
    """A removed checklist item: the item that replaced it, or why it is gone."""

    id: str
    to: str | None
    why: Text | None


def text_version(item: ChecklistItem) -> str:
    """Return a hash of the Finnish text. The translations do not count: an adoption is the same in every language."""
    return short_hash(item.text.fi)


def origin(item: ChecklistItem) -> str:
    """Return `source` or `editorial`: who the item comes from."""
    return "source" if item.provenance.basis is Basis.SOURCE else "editorial"


def removed_items(model: Model, catalog: Catalog) -> tuple[RemovedItem, ...]:
    """Return the items that were published once and are gone."""
    ids = (model.id, *catalog.addresses.old_ids_of(model))
    start, *former = (f"{urls.model_page(each, urls.CHECKLIST)}#{urls.item('')}" for each in ids)
    return tuple(
        RemovedItem(
            id=moved.address.removeprefix(before),
            to=moved.to.to.removeprefix(start) if moved.to and moved.to.to.startswith(start) else None,
            why=moved.gone,
        )
        for moved in catalog.history.moved
        for before in (start, *former)
        if moved.address.startswith(before)
    )
