"""What a screen reader is told of an open page: Chromium's accessibility tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class Node:
    """A node by its role and name, with its place in the tree."""

    role: str
    name: str
    below: tuple[Node, ...]

    def all(self) -> Iterator[Node]:
        yield self
        for each in self.below:
            yield from each.all()

    def of_role(self, role: str) -> list[Node]:
        return [each for each in self.all() if each.role == role]

    @property
    def words(self) -> str:
        """The texts in it as they are read."""
        return " ".join(each.name for each in self.of_role("StaticText"))


def tree(page: Page) -> Node:
    """The tree of a page without what is hidden from assistive technology."""
    session = page.context.new_cdp_session(page)
    raw: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {each["nodeId"]: each for each in raw}
    (root,) = _nodes(raw[0]["nodeId"], by_id)
    return root


def _nodes(name: str, by_id: Mapping[str, dict[str, Any]]) -> Iterator[Node]:
    """The node, or those below one that is ignored."""
    raw = by_id[name]
    below = tuple(node for child in raw.get("childIds", ()) if child in by_id for node in _nodes(child, by_id))
    if raw["ignored"]:
        yield from below
    else:
        yield Node(raw["role"]["value"], raw.get("name", {}).get("value", ""), below)
