"""What became of every published address: it is there, it leads elsewhere, or something in its place tells why it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mallisto import addresses
from mallisto.catalog import Catalog
from mallisto.model import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What stands in the place of an address that is gone: the way to another address, or the reason."""

    address: str
    to: str | None
    gone: Text | None

    @property
    def page(self) -> str:
        return self.address.partition("#")[0]

    @property
    def anchor(self) -> str:
        return self.address.partition("#")[2]


def answers(catalog: Catalog) -> Mapping[str, Answer]:
    """The answer of every address that is gone, by the address. What is told of a page holds for everything on it and below it."""
    present, told = set(addresses.of_catalog(catalog)), {each.address: each for each in catalog.history.moved}
    known = {*told, *(each.address for each in catalog.history.published)}
    found = {}
    for address in sorted(known - present):
        outer = next((each for each in _around(address) if each in told), None)
        if outer:
            to = told[outer].to
            found[address] = Answer(
                address=address,
                to=_corresponding(f"{to.to}{address.removeprefix(outer)}", to.to, present) if to else None,
                gone=told[outer].gone,
            )
    return found


def targets(catalog: Catalog) -> Mapping[str, str]:
    """Where each code leads: to its address while it is there, else where that went, else to where it is told why it is gone."""
    gone = answers(catalog)
    return {each.code: _target(each.address, gone) for each in catalog.history.published if each.code}


def _target(address: str, gone: Mapping[str, Answer]) -> str:
    return (gone[address].to or address) if address in gone else address


def _corresponding(address: str, otherwise: str, present: set[str]) -> str:
    """The address itself or the nearest page around it, as far as there is one."""
    return next((each for each in _around(address) if each in present), otherwise)


def _around(address: str) -> Iterator[str]:
    """An address, the page it stands on, and what that belongs to: `mallit/a/polku/#vaihe-b`, `mallit/a/polku/`, `mallit/a/`."""
    yield address
    page, _, anchor = address.partition("#")
    if anchor:
        yield page
    folders = page.removesuffix("/").split("/")
    for length in range(len(folders) - 1, 1, -1):
        yield "/".join(folders[:length]) + "/"
