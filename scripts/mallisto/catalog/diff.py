"""Differences between two versions of a model file, field by field. The versions need not be valid, only readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from mallisto.catalog.item_names import name_of, names_in, text_of
from mallisto.model import NAMING_FIELDS, Text
from mallisto.reading.compact import is_made
from mallisto.reading.document import Document
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Path
from mallisto.reading.schema import Node, Schema

# The value of a single field.
Value = str | int | Text | None

# The provenance of an added or removed fact is not listed field by field.
_PROVENANCE = frozenset({"basis", "modality", "source", "heading", "reported_by", "derived_from", "reference"})


# From this ratio of common characters on, two texts of a statement without id are one text, changed.
_ALIKE = 0.6


class ChangeKind(StrEnum):
    """What happened to a field or a list item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Item:
    """A list item by its key, with its name for readers."""

    key: str
    name: Text | None = None


Steps = tuple[str | Item, ...]

# A path that is comparable between versions: a string for a field, a tuple of one key for a list item.
Place = tuple[str | tuple[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One changed field, or one added, removed or moved item, before and after."""

    steps: Steps
    kind: ChangeKind
    before: Value = None
    after: Value = None

    @property
    def language(self) -> str:
        """The language if only one language of a text differs, otherwise empty."""
        last = self.steps[-1] if self.steps else ""
        return last if isinstance(last, str) and last in LANGUAGES else ""

    @property
    def place(self) -> Place:
        """The path independent of names and of the language that differs."""
        steps = self.steps[:-1] if self.language else self.steps
        return tuple((each.key,) if isinstance(each, Item) else each for each in steps)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences in the order of the schema, and the names of everything with an id in either version."""

    differences: tuple[Difference, ...]
    names: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Revision:
    """A published change of a model.

    `time` is ISO with the time zone. `comparison` is None where the model was added. `replaced` is the edition that readers had
    before.
    """

    time: str
    comparison: Comparison | None
    replaced: str = ""


def compare(before: Document | None, after: Document | None, schema: Schema) -> Comparison:
    """Compare two versions; a missing version counts as empty."""
    old, new = (each.root if each else {} for each in (before, after))
    found = tuple(_fields(old, new, schema, schema.resolve(schema.root), ()))
    return Comparison(found, {**dict(names_in(old)), **dict(names_in(new))})


def path_of(place: Place, document: Document) -> Path | None:
    """Return the path of a place in a document, or None if it is not there."""
    value: Any = document.root
    path: list[str | int] = []
    for step in place:
        if isinstance(step, tuple):
            keys = list(_by_key(value)) if isinstance(value, list) else []
            if step[0] not in keys:
                return None
            path.append(keys.index(step[0]))
        elif isinstance(value, dict) and step in value:
            path.append(step)
        else:
            return None
        value = value[path[-1]]
    return tuple(path)


def _values(old: Any, new: Any, schema: Schema, node: Node, steps: Steps) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _fields(old, new, schema, node, steps)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _items(old, new, schema, schema.child(node, 0), steps)
    elif old is None or new is None:
        yield from _whole(new if old is None else old, ChangeKind.ADDED if old is None else ChangeKind.REMOVED, schema, node, steps)
    else:
        yield Difference(steps=steps, kind=ChangeKind.CHANGED, before=_alone(old), after=_alone(new))


def _fields(old: Mapping[str, Any], new: Mapping[str, Any], schema: Schema, node: Node, steps: Steps) -> Iterator[Difference]:
    known = [key for key in node.get("properties", {}) if key in old or key in new]
    for key in dict.fromkeys([*known, *old, *new]):
        yield from _values(old.get(key), new.get(key), schema, schema.child(node, key), (*steps, key))


def _items(old: Sequence[Any], new: Sequence[Any], schema: Schema, node: Node, steps: Steps) -> Iterator[Difference]:
    after = _by_key(new)
    before = _with_new_ids(_by_key(old), after)
    for key in dict.fromkeys([*after, *before]):
        here = (*steps, Item(key, name_of(after.get(key, before.get(key)))))
        yield from _values(before.get(key), after.get(key), schema, node, here)
    stayed = [key for key in before if key in after]
    if stayed != [key for key in after if key in before]:
        yield Difference(steps=steps, kind=ChangeKind.MOVED)


def _with_new_ids(before: dict[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """The items of before; one whose generated id is gone because its words changed has the id of the same item after."""
    gone = {key: _between(key, before, after) for key in before if key not in after}
    come = {key: _between(key, after, before) for key in after if key not in before}
    renamed: dict[str, str] = {}
    for new, place in come.items():
        fitting = (
            old
            for old, other in gone.items()
            if other == place and old not in renamed and (_has_made_id(before[old]) or _has_made_id(after[new]))
        )
        if same := next((old for old in fitting if _resemble(before[old], after[new])), None):
            renamed[same] = new
    return {renamed.get(key, key): {**item, "id": renamed[key]} if key in renamed else item for key, item in before.items()}


def _has_made_id(item: Any) -> bool:
    return isinstance(item, dict) and is_made(str(item.get("id", "")))


def _between(key: str, items: Mapping[str, Any], others: Mapping[str, Any]) -> tuple[str, str]:
    """The nearest neighbours of an item that the other version has too."""
    keys = list(items)
    place = keys.index(key)
    return next((each for each in reversed(keys[:place]) if each in others), ""), next(
        (each for each in keys[place:] if each in others), ""
    )


def _resemble(old: Any, new: Any) -> bool:
    """Whether two items are so alike that one is the other, changed."""
    one, other = name_of(old), name_of(new)
    return one is not None and other is not None and SequenceMatcher(None, one.fi, other.fi).ratio() >= _ALIKE


def _whole(value: Any, kind: ChangeKind, schema: Schema, node: Node, steps: Steps) -> Iterator[Difference]:
    """Yield the differences for a value that only one version has: one if it has a name, otherwise one for every field."""
    alone = text_of(value) or name_of(value) if isinstance(value, dict) else _alone(value)
    if isinstance(value, list) or (alone is None and isinstance(value, dict)):
        inner = _by_key(value).items() if isinstance(value, list) else value.items()
        for key, child in inner:
            if key not in _PROVENANCE or isinstance(value, list):
                step = Item(key, name_of(child)) if isinstance(value, list) else key
                yield from _whole(child, kind, schema, schema.child(node, 0 if isinstance(value, list) else key), (*steps, step))
    elif kind is ChangeKind.ADDED:
        yield Difference(steps=steps, kind=kind, after=alone)
    else:
        yield Difference(steps=steps, kind=kind, before=alone)


def _by_key(items: Sequence[Any]) -> dict[str, Any]:
    """Return the items by key; repeated keys are numbered."""
    seen: Counter[str] = Counter()
    keyed = {}
    for item in items:
        key = _key(item)
        seen[key] += 1
        keyed[key if seen[key] == 1 else f"{key} {seen[key]}"] = item
    return keyed


def _key(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    for keys in (("id",), ("to",), ("role",), ("organisation", "part"), ("source", "heading"), ("date",)):
        if all(isinstance(item.get(each), str) for each in keys):
            return " ".join(item[each] for each in keys)
    return str(item.get("fi", ""))


def _alone(value: Any) -> Value:
    if isinstance(value, dict):
        return text_of(value) or name_of(value)
    return value if isinstance(value, str | int) else str(value)


def is_naming(step: str | Item) -> bool:
    """Return whether a field names the item it is in."""
    return step in NAMING_FIELDS
