"""Fold a model into the compact form. `reading.compact` is the way back: expanding what is folded here gives the same data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mallisto.reading import usual_values as usual
from mallisto.reading.compact_shape import Shape, shape_of
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schema

# What stands before the parts of a model; the sources come before the statements that refer to their headings.
_FIRST = ("id", "name", "short_name", "other_names", "summary", "kind", "level", "sources", "by")


def fold(root: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """Return the compact form of a model in the long form, in the order of the schema. Parts that are missing may be missing."""
    shape = shape_of(schema)
    upkeep = root.get("upkeep", {})
    sources = upkeep.get("sources", [])
    by = _usual_reporter(root)
    work = _Folder(str(sources[0]["id"]) if sources else "")
    above = {"by": by} if by else {}
    folded = {key: work.value(root[key], inner, above) for key, inner in shape.properties.items() if key in root}
    folded["upkeep"] = dict(folded.get("upkeep", {}))
    folded |= {"sources": folded["upkeep"].pop("sources", []), **above}
    for key in _usual_in_upkeep(upkeep):
        del folded["upkeep"][key]
    first = {key: folded.pop(key) for key in _FIRST if key in folded}
    is_empty = {key for key in (*usual.PARTS, "gaps") if key in root and root[key] in ({}, [])}
    return {**first, **{key: each for key, each in folded.items() if key not in is_empty}}


def _usual_reporter(root: Any) -> str:
    """The organisation that most statements name as their reporter, if it is named more than once."""
    found = Counter(_values(root, "reported_by")).most_common(1)
    return found[0][0] if found and found[0][1] > 1 else ""


def _values(value: Any, name: str) -> Iterator[str]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        if key == name and isinstance(each, str):
            yield each
        yield from _values(each, name)


def _usual_in_upkeep(upkeep: Mapping[str, Any]) -> Iterator[str]:
    """The fields of the upkeep that the reader derives from the others."""
    reviewed = upkeep.get("last_reviewed")
    if isinstance(reviewed, str) and upkeep.get("review_by") == usual.a_year_after(reviewed):
        yield "review_by"
    if isinstance(reviewed, str) and reviewed == upkeep.get("added"):
        yield "last_reviewed"


@dataclass(frozen=True, slots=True)
class _Folder:
    """Folds one model, whose first source is `source`. `above` is what is said of origin around a value: `from`, `said` and `by`."""

    source: str

    def value(self, value: Any, shape: Shape, above: Mapping[str, str]) -> Any:
        if shape.is_text:
            return value["fi"] if isinstance(value, dict) and set(value) == {"fi"} else value
        if isinstance(value, list | tuple) and shape.item:
            return self.items(value, shape, shape.item, above)
        return self.fields(value, shape, above) if isinstance(value, Mapping) and shape.properties else value

    def items(self, value: Any, shape: Shape, item: Shape, above: Mapping[str, str]) -> Any:
        if shape.name == "upkeep.sources.headings" and all(set(each) == {"id", "title"} for each in value):
            return {each["id"]: each["title"] for each in value}
        found = [self.value(each, item, above) for each in value]
        return self.grouped(value, found, shape, item) if shape.name in usual.GROUPS else found

    def grouped(self, value: Any, found: list[Any], shape: Shape, item: Shape) -> Any:
        """The items by group; as they are where groups would change their order."""
        key = usual.GROUPS[shape.name]
        given = [each.get(key, shape.absent({}).get(key)) for each in value]
        groups: dict[str, list[Any]] = {group: [] for group in given if isinstance(group, str)}
        if [group for group in groups for each in given if each == group] != given:
            return found
        for group, each in zip(given, found, strict=True):
            bare = {name: inner for name, inner in each.items() if name != key} if isinstance(each, dict) else each
            is_short = isinstance(bare, dict) and set(bare) == {item.short} and isinstance(bare[item.short], str)
            groups[group].append(bare[item.short] if is_short else bare)
        return groups or found

    def fields(self, value: Mapping[str, Any], shape: Shape, above: Mapping[str, str]) -> Any:
        own, below, is_compact = dict(value), dict(above), not shape.is_statement
        if shape.is_statement:
            own, below, is_compact = self.told(value, shape, above)
        elif shape.is_part:
            below |= self.usual_of(value, shape)
        folded = {key: self.value(each, shape.properties[key], below) if key in shape.properties else each for key, each in own.items()}
        if not is_compact:
            return folded
        if not shape.is_statement:
            folded = {**{key: below[key] for key in usual.ORIGIN if below.get(key) != above.get(key)}, **folded}
        absent = shape.absent({key: None for key in ("min", "max") if key in value})
        folded = {key: each for key, each in folded.items() if key not in absent or each != absent[key]}
        if shape.is_flat and "text" in folded:
            folded = _flat(folded)
        is_short = shape.short and set(folded) == {"fi" if shape.is_flat else shape.short}
        only = next(iter(folded.values()), None)
        return only if is_short and isinstance(only, str) else folded

    def told(self, value: Mapping[str, Any], shape: Shape, above: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str], bool]:
        """A statement with its five fields as at most three, what its inner statements inherit, and whether it could be said so."""
        given = {key: value[key] for key in value if key in usual.LONG}
        rest = {key: each for key, each in value.items() if key not in usual.LONG}
        needs_origin = "derived_from" in value or shape.name in usual.EDITORIAL_PLACES
        if given == {"basis": "external"} and "reference" in value:
            return rest, dict(above), True
        if given == {"basis": usual.EDITORIAL} and "reference" not in value:
            return {**rest, **({} if needs_origin else {"from": usual.EDITORIAL})}, dict(above), True
        told = self.from_source(given, shape, {**above, "from": ""} if needs_origin else above)
        if told is None or "reference" in value:
            return dict(value), dict(above), False
        return {**rest, **told}, {**above, **told}, True

    def from_source(self, given: Mapping[str, Any], shape: Shape, above: Mapping[str, str]) -> dict[str, str] | None:
        """What must be written of an origin beside what is said above; None where the compact form cannot say it."""
        if given.get("basis") != "source" or not {"modality", "source", "heading"} <= given.keys():
            return None
        told = {}
        if (origin := self.origin(given)) != above.get("from"):
            told["from"] = origin
        if given["modality"] != (usual.SAID.get(shape.name) or above.get("said") or usual.DESCRIBED):
            told["said"] = given["modality"]
        reporter = above.get("by") if given["modality"] in usual.REPORTED else None
        if given.get("reported_by") != reporter:
            if "reported_by" not in given:
                return None
            told["by"] = given["reported_by"]
        return told

    def origin(self, given: Mapping[str, Any]) -> str:
        return str(given["heading"]) if given["source"] == self.source else f"{given['source']}#{given['heading']}"

    def usual_of(self, part: Mapping[str, Any], shape: Shape) -> dict[str, str]:
        """The origin that more than half of a part's statements have, and how more than half of them are said."""
        told = [*_from_source(part, shape)]
        origin = "" if shape.has_own_origin else _most([self.origin(each) for each, _ in told])
        said = _most([each["modality"] for each, name in told if name not in usual.SAID])
        found = {"from": origin, "said": "" if said == usual.DESCRIBED else said}
        return {key: each for key, each in found.items() if each}


def _from_source(value: Any, shape: Shape) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The statements of a part that are taken from a source, with the names of their places."""
    if isinstance(value, Mapping):
        if shape.is_statement and value.get("basis") == "source" and {"modality", "source", "heading"} <= value.keys():
            yield value, shape.name
        for key, inner in shape.properties.items():
            if key in value:
                yield from _from_source(value[key], inner)
    elif isinstance(value, list | tuple) and shape.item:
        for each in value:
            yield from _from_source(each, shape.item)


def _most(found: list[str]) -> str:
    """What more than half of several are, or nothing."""
    best = Counter(found).most_common(1)
    return best[0][0] if best and best[0][1] > 1 and 2 * best[0][1] > len(found) else ""


def _flat(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The languages of the text directly among the fields, after the id."""
    text = fields["text"] if isinstance(fields["text"], dict) else {"fi": fields["text"]}
    if not text or not set(text) <= set(LANGUAGES):
        return dict(fields)
    first = {"id": fields["id"]} if "id" in fields else {}
    return {**first, **{key: inner for name, each in fields.items() for key, inner in (text.items() if name == "text" else [(name, each)])}}
