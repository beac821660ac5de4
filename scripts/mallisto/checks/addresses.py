"""What was published stays where it was, or says where it went."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto import addresses
from mallisto.catalog import Catalog
from mallisto.problems import Location, Problem, Severity


def published_addresses_remain(catalog: Catalog) -> Iterator[Problem]:
    """A published page, step, role, checklist item or term never disappears without a redirect or a tombstone."""
    present, moved = set(addresses.of_catalog(catalog)), {each.address for each in catalog.history.moved}
    for ref in catalog.history.published:
        if ref.to not in present and ref.to not in moved and not _is_unreadable(catalog, ref.to):
            yield Problem(_nearest_place(catalog, ref.to, ref.where), "address.vanished", found=f"/{ref.to}")


def moved_addresses_lead_somewhere(catalog: Catalog) -> Iterator[Problem]:
    """A redirect starts at an address that is gone and ends at one that is there."""
    present = set(addresses.of_catalog(catalog))
    items = {address for model in catalog.models for _, address in addresses.items_of(model)}
    for each in catalog.history.moved:
        if each.address in present and each.address not in items:
            yield Problem(each.where, "address.moved_exists", found=f"/{each.address}")
        if each.to and each.to.to not in present and not _is_unreadable(catalog, each.to.to):
            yield Problem(each.to.where, "address.target_missing", found=f"/{each.to.to}")


def item_ids_are_not_reused(catalog: Catalog) -> Iterator[Problem]:
    """The id of a checklist item that is gone is given to no other: marks made on the old one would stand on the new."""
    gone = {each.address for each in catalog.history.moved}
    for model in catalog.models:
        for item_id, address in addresses.items_of(model):
            if address in gone:
                yield Problem(model.where, "item.reused", found=item_id)


def new_addresses_are_locked(catalog: Catalog) -> Iterator[Problem]:
    """A model's new addresses wait for the maintainers to lock them; one note a model says how many."""
    locked = {ref.to for ref in catalog.history.published}
    for model in catalog.models:
        new = sum(address not in locked for address in addresses.of_model(model))
        if new and model.where.file in catalog.file_stems:
            yield Problem(model.where, "address.unlocked", limit=new, severity=Severity.NOTE)


def _is_unreadable(catalog: Catalog, address: str) -> bool:
    """Whether the address belongs to a file that could not be read, of which nothing can be said."""
    first, _, rest = address.partition("/")
    if first == "mallit":
        return rest.partition("/")[0] in catalog.unreadable_models
    owner = {"roolit": "roles", "sanasto": "glossary"}.get(first)
    return owner in catalog.unreadable_vocabularies or (first == "roolit" and bool(catalog.unreadable_models))


def _nearest_place(catalog: Catalog, address: str, otherwise: Location) -> Location:
    """The model the address belonged to, where its author looks first."""
    parts = address.split("/")
    model = catalog.model_by_id.get(parts[1]) if parts[0] == "mallit" and len(parts) > 1 else None
    return model.where if model else otherwise
