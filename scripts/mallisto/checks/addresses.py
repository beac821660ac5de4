"""Published addresses stay or redirect; a short code belongs to one address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.lock_file import CODE
from mallisto.reading.problems import Location, Problem, Severity


def published_addresses_remain(catalog: Catalog) -> Iterator[Problem]:
    """A published page, step, role, checklist item or term never disappears without a redirect or a tombstone.

    A model of which nothing is left is told once, with the number of its addresses.
    """
    answered = {*catalog.addresses.all, *catalog.addresses.redirect_by_address}
    vanished = [each for each in catalog.history.published if each.address not in answered and not is_unreadable(catalog, each.address)]
    models = Counter(urls.model_around(each.address) for each in vanished)
    whole = {name for each in vanished if (name := urls.model_of(each.address)) and name not in catalog.head_by_id}
    for published in vanished:
        name = urls.model_around(published.address)
        if name not in whole:
            yield Problem(_nearest_place(catalog, published.address, published.where), "address.vanished", found=f"/{published.address}")
        elif published.address == urls.model_page(name):
            yield Problem(published.where, "address.model_vanished", found=name, limit=models[name])


def parts_have_a_counterpart(catalog: Catalog) -> Iterator[Problem]:
    """What stood at an anchor of a page that moved stands on the new page too, or else it is said where it went or why it is gone."""
    told = {each.address for each in catalog.history.moved}
    lost: dict[str, list[str]] = {}
    for address, redirect in catalog.addresses.redirect_by_address.items():
        if redirect.anchor and redirect.to and "#" not in redirect.to and not redirect.gone and address not in told:
            lost.setdefault(redirect.page, []).append(redirect.anchor)
    where = {published.address: published.where for published in catalog.history.published}
    for page, anchors in sorted(lost.items()):
        place = where.get(page) or where[f"{page}#{anchors[0]}"]
        yield Problem(place, "address.parts_vanished", found=f"/{page}", mend=", ".join(f"#{anchor}" for anchor in anchors))


def moved_addresses_lead_somewhere(catalog: Catalog) -> Iterator[Problem]:
    """A redirect starts at an address that is gone and ends at one that exists."""
    present = catalog.addresses.all | catalog.authored
    items = {address for head in catalog.heads for address in head.addresses if urls.is_item(address)}
    for each in catalog.history.moved:
        if each.address in present and each.address not in items:
            yield Problem(each.where, "address.moved_exists", found=f"/{each.address}")
        if each.to and each.to.to not in present and not is_unreadable(catalog, each.to.to):
            yield Problem(each.to.where, "address.target_missing", found=f"/{each.to.to}")


def codes_are_given_once(catalog: Catalog) -> Iterator[Problem]:
    """A code in the lock file is well-formed and belongs to one address, and an address is listed once."""
    codes: dict[str, str] = {}
    locked: set[str] = set()
    for published in catalog.history.published:
        if published.address in locked:
            yield Problem(published.where, "address.locked_twice", found=f"/{published.address}")
        elif published.code and not CODE.fullmatch(published.code):
            yield Problem(published.where, "address.code", found=published.code)
        elif published.code in codes:
            yield Problem(published.where, "address.code_twice", found=published.code, mend=f"/{codes[published.code]}")
        elif published.code:
            codes[published.code] = published.address
        locked.add(published.address)


def item_ids_are_not_reused(catalog: Catalog) -> Iterator[Problem]:
    """The id of a removed checklist item is not reused: saved marks on the old item would apply to the new one."""
    gone = {each.address for each in catalog.history.moved}
    for model in catalog.models:
        for item_id, address in urls.items_of(model):
            if address in gone:
                yield Problem(model.where, "item.reused", found=item_id)


def new_addresses_are_locked(catalog: Catalog) -> Iterator[Problem]:
    """New addresses of a model wait to be locked by the maintainers; one note a model gives their number."""
    locked = catalog.addresses.code_by_address
    for head in catalog.heads:
        new = sum(address not in locked for address in head.addresses)
        if new and head.where.file in catalog.file_stems:
            yield Problem(head.where, "address.unlocked", limit=new, severity=Severity.NOTE)


def is_unreadable(catalog: Catalog, address: str) -> bool:
    """Return whether an address cannot be judged, because its file was unreadable or has another id; that is reported elsewhere."""
    if name := urls.model_around(address):
        return name in catalog.unreadable_models or (catalog.has_file(name) and name not in catalog.head_by_id)
    first = address.partition("/")[0]
    owner = {"roolit": "roles", "sanasto": "glossary"}.get(first)
    return owner in catalog.unreadable_vocabularies or (first == "roolit" and bool(catalog.unreadable_models))


def _nearest_place(catalog: Catalog, address: str, otherwise: Location) -> Location:
    """Return the location of the model that the address belonged to, where its author looks first."""
    head = catalog.head_by_id.get(urls.model_around(address) or "")
    return head.where if head else otherwise
