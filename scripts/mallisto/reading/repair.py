"""A document of a wrong shape, repaired in memory as far as parsing needs, so that the rest of it can be checked in the same run."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mallisto.reading.document import Document
from mallisto.reading.problems import Path, Problem
from mallisto.reading.schema import Node, Schema

# A repair can uncover a mistake below it; no file needs more rounds than it has levels.
_MOST_ROUNDS = 6

# Families of ids that a model gives itself, by the part that holds them; those of facts are in every part.
_OWN_IDS: Mapping[str, str] = {
    "source": "upkeep",
    "heading": "upkeep",
    "lane": "pathway",
    "step": "pathway",
    "fact": "",
    "figure": "",
    "item": "adoption",
}
# Problems that concern a whole part: how steps or figures fit together.
_WHOLE_PARTS = frozenset({"step", "lane", "pathway", "figure"})


@dataclass(frozen=True, slots=True)
class Repaired:
    """A document that can be parsed. `touched` are the paths that were repaired, `lost` those of them where an id may have been lost."""

    document: Document
    touched: frozenset[Path]
    lost: frozenset[Path]

    def told(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems that are the author's; those that the repair itself may have caused are left out."""
        return (each for each in problems if not self._is_caused(each))

    def _is_caused(self, problem: Problem) -> bool:
        path, (family, _, kind) = problem.where.path, problem.code.partition(".")
        if any(path[: len(each)] == each or (path and each[: len(path)] == path) for each in self.touched):
            return True
        if kind == "unknown" and family in _OWN_IDS:
            return any(_OWN_IDS[family] in ("", each[0]) for each in self.lost)
        return family in _WHOLE_PARTS and any(each[:1] == path[:1] and not _is_text(each) for each in self.touched)


def _is_text(path: Path) -> bool:
    return path[-1] in ("fi", "sv", "en")


def _kind(node: Node) -> str:
    """The type of a node; of several the first, which is the plain one."""
    kinds = node.get("type", "object" if "properties" in node else "string")
    return str(kinds if isinstance(kinds, str) else kinds[0])


def repaired(document: Document, schema: Schema) -> Repaired:
    """The document with wrong values left out, or replaced by a neutral one where a value is required.

    No item of a list is removed, so every path still leads to the same place of the file. A text of a wrong form or length stays.
    """
    work = _Repair(schema, copy.deepcopy(document.root))
    for _ in range(_MOST_ROUNDS):
        if not work.round(Document(document.file, work.root, document.spot)):
            break
    return Repaired(Document(document.file, work.root, document.spot), frozenset(work.touched), frozenset(work.lost))


class _Repair:
    def __init__(self, schema: Schema, root: dict[str, Any]) -> None:
        self.schema = schema
        self.root = root
        self.touched: set[Path] = set()
        self.lost: set[Path] = set()

    def round(self, document: Document) -> bool:
        """Repair what is wrong now, what lies deepest first; whether anything changed."""
        before = copy.deepcopy(self.root)
        replaced: set[Path] = set()
        for path, kind, keys in sorted(self.schema.violations(document), key=lambda each: -len(each[0])):
            if path in replaced:
                continue
            if kind == "required":
                self.fill(path, keys)
            elif kind == "additionalProperties":
                self.remove_unknown(path)
            elif kind == "not":
                self.touched.add(path)
            else:
                self.replace(path, kind)
                replaced.add(path)
        return before != self.root

    def fill(self, path: Path, keys: tuple[str, ...]) -> None:
        given, node = self.at(path), self.schema.node(path)
        for key in keys:
            if key in given:
                continue
            self.note((*path, key), is_lost=key in ("id", "sources", "headings", "lanes", "steps"))
            if key in node.get("required", ()):
                given[key] = self.neutral(self.schema.child(node, key))

    def remove_unknown(self, path: Path) -> None:
        given, node = self.at(path), self.schema.node(path)
        for key in [key for key in given if key not in node.get("properties", {})]:
            self.note((*path, key), is_lost=isinstance(given[key], dict | list) or "id" in node.get("required", ()))
            del given[key]

    def replace(self, path: Path, kind: str) -> None:
        """A text of a wrong form stays, as nothing but the form is wrong with it; any other wrong value goes."""
        value, node = self.at(path), self.plain_branch(self.schema.node(path))
        is_form = kind in ("pattern", "minLength", "maxLength", "minItems", "uniqueItems", "minimum", "maximum")
        if is_form and node.get("x-shape") not in ("date", "number"):
            self.touched.update({path} if path[-1] == "id" or not value else ())
            return
        self.note(path, is_lost=_kind(node) in ("object", "array") or isinstance(path[-1], int) or path[-1] == "id")
        around, key = self.at(path[:-1]), path[-1]
        if _kind(node) == "string" and "enum" not in node and isinstance(value, int) and not isinstance(value, bool):
            around[key] = str(value)
        elif isinstance(key, int) or key in self.schema.node(path[:-1]).get("required", ()):
            around[key] = self.neutral(node)
        else:
            around.pop(key, None)

    def plain_branch(self, node: Node) -> Node:
        """The first of the shapes that a value may have, which is the plain one."""
        return self.schema.resolve(node["anyOf"][0]) if "anyOf" in node and "type" not in node else node

    def neutral(self, node: Node) -> Any:
        """A value of the right shape that says nothing."""
        node = self.plain_branch(node)
        if "enum" in node:
            return node["enum"][0]
        if node.get("x-shape") == "date":
            return "2000-01-01"
        match _kind(node):
            case "object":
                return {key: self.neutral(self.schema.child(node, key)) for key in node.get("required", ())}
            case "array":
                return []
            case "integer" | "number":
                return node.get("minimum", 0)
        return ""

    def note(self, path: Path, *, is_lost: bool) -> None:
        self.touched.add(path)
        if is_lost:
            self.lost.add(path)

    def at(self, path: Path) -> Any:
        value: Any = self.root
        for step in path:
            value = value[step]
        return value
