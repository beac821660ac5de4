"""What became of every published address: it is there, it leads elsewhere, or something in its place tells why it is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from mallisto.model import Moved, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
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


def redirects(published: Iterable[str], moved: Iterable[Moved], present: Set[str]) -> Mapping[str, Redirect]:
    """The answer of every address that is gone, by the address. What is told of a page holds for everything on it and below it."""
    told = {each.address: each for each in moved}
    found: dict[str, Redirect] = {}
    for address in sorted({*told, *published} - present):
        outer = next((each for each in _around(address) if each in told), None)
        if outer:
            to = told[outer].to
            found[address] = Redirect(
                address=address,
                to=_corresponding(f"{to.to}{address.removeprefix(outer)}", to.to, present) if to else None,
                gone=told[outer].gone,
            )
    return found


def _corresponding(address: str, otherwise: str, present: Set[str]) -> str:
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
