"""The compact form of a model file, expanded into the long form that everything else reads. Every value keeps its place in the file.

The compact form is a superset: a statement with `basis` is left as it stands, so a file in the long form expands to itself.
The schema drives the expansion, and `usual_values` holds what is special.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from mallisto.reading import usual_values as usual
from mallisto.reading.compact_shape import Shape, shape_of
from mallisto.reading.document import Document, Spot
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Location, Path, Problem
from mallisto.reading.schema import Schema
from mallisto.reading.syntax_errors import shortened

# Between the list and the hash of a generated id; no id that people write has it.
_MADE = "--"
_LETTERS = "bcdfghjkmnprstvwx2347"

Placed: TypeAlias = tuple[Any, Spot]


def is_made(identifier: str) -> bool:
    """Whether an id was generated for a statement without one: it has no lasting address, and nothing may refer to it."""
    return _MADE in identifier


def expand(document: Document, schema: Schema) -> tuple[Document, tuple[Problem, ...]]:
    """The same document in the long form, and what was written in a way that no form allows but whose meaning is clear."""
    root, spot = document.root, document.spot
    shape = shape_of(schema)
    is_compact = "sources" in root
    if is_compact:
        root, spot = _with_sources_in_upkeep(root, spot)
    work = _Expander(document.file, _first_source(root))
    made, place = work.value(root, spot, shape, {}, ())
    if is_compact:
        added: dict[str, Any] = {**{part: {} for part in usual.PARTS}, "gaps": []}
        made = _in_order({**{key: value for key, value in added.items() if key not in made}, **made}, shape)
    return Document(document.file, made, place), tuple(work.problems)


def _with_sources_in_upkeep(root: Mapping[str, Any], spot: Spot) -> tuple[dict[str, Any], Spot]:
    upkeep, at = root.get("upkeep"), _at(spot, "upkeep")
    if upkeep is not None and not isinstance(upkeep, dict):
        return dict(root), spot
    inner: dict[str, Placed] = {key: (value, _at(at, key)) for key, value in (upkeep or {}).items()}
    inner = {"sources": (root["sources"], _at(spot, "sources")), **inner}
    if "added" in inner:
        inner.setdefault("last_reviewed", inner["added"])
    if isinstance(reviewed := inner.get("last_reviewed", ("", at))[0], str) and reviewed[:4].isdecimal():
        inner.setdefault("review_by", (usual.a_year_after(reviewed), inner["last_reviewed"][1]))
    fields = {key: (value, _at(spot, key)) for key, value in root.items() if key != "sources"}
    return _placed({**fields, "upkeep": _placed(inner, at)}, spot)


def _first_source(root: Mapping[str, Any]) -> str:
    upkeep = root.get("upkeep")
    sources = upkeep.get("sources") if isinstance(upkeep, dict) else None
    first = sources[0] if isinstance(sources, list) and sources else None
    return str(first.get("id") or first.get("publisher") or "") if isinstance(first, dict) else ""


def _at(spot: Spot, step: str | int) -> Spot:
    return spot.at(step) or _unnamed(spot)


def _unnamed(spot: Spot) -> Spot:
    """The place of a value that has no name in the file."""
    return Spot(spot.line, spot.column, 0, 0, None)


def _placed(fields: Mapping[str, Placed], spot: Spot) -> tuple[dict[str, Any], Spot]:
    values = {key: value for key, (value, _) in fields.items()}
    return values, spot._replace(inner={key: place for key, (_, place) in fields.items()})


def _in_order(fields: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    return {key: fields[key] for key in dict.fromkeys([*(key for key in shape.properties if key in fields), *fields])}


@dataclass(slots=True)
class _Expander:
    """Expands one file. `above` is what is said of origin around a value: `from`, `said` and `by` with their places."""

    file: str
    source: str
    problems: list[Problem] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)

    def value(self, value: Any, spot: Spot, shape: Shape, above: Mapping[str, Placed], path: Path) -> Placed:
        if shape.is_text:
            return _placed({"fi": (value, _unnamed(spot))}, spot) if isinstance(value, str) else (value, spot)
        if shape.item:
            return self.items(value, spot, shape, shape.item, above, path)
        is_short = isinstance(value, str) and shape.short
        if shape.properties and (isinstance(value, dict) or is_short):
            return self.fields(value if isinstance(value, dict) else {shape.short: value}, spot, shape, above, path)
        return value, spot

    def items(self, value: Any, spot: Spot, shape: Shape, item: Shape, above: Mapping[str, Placed], path: Path) -> Placed:
        entries = _entries(value, spot, shape, item)
        if entries is None:
            return value, spot
        made = []
        for number, entry in enumerate(entries):
            here = (*path, number)
            made.append(self.value(*self.unsplit(*entry, item, here), item, above, here))
        return [each for each, _ in made], spot._replace(inner=dict(enumerate(place for _, place in made)))

    def unsplit(self, value: Any, spot: Spot, item: Shape, path: Path) -> Placed:
        """The item; a plain text with a colon in it, which YAML takes for a field, as the text that was meant."""
        key, text = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else ("", None)
        if " " not in key or not isinstance(text, str) or not (item.is_text or item.short == "text"):
            return value, spot
        whole = f"{key}: {text}"
        self.problems.append(Problem(Location(self.file, spot.line, spot.column, path), "yaml.item_colon", mend=shortened(whole)))
        return whole, _unnamed(spot)

    def fields(self, value: Mapping[str, Any], spot: Spot, shape: Shape, above: Mapping[str, Placed], path: Path) -> Placed:
        own = _own(value, spot, shape)
        told = {key: own[key] for key in usual.ORIGIN if key in own and isinstance(own[key][0], str)}
        if shape.is_statement and not usual.LONG & own.keys():
            own = self.with_provenance(own, told, shape, above, spot)
            own |= {key: (each, _unnamed(spot)) for key, each in shape.absent(own).items()}
        elif shape.is_part:
            told = {key: each for key, each in told.items() if not (key == "from" and shape.has_own_origin)}
            own = {key: each for key, each in own.items() if key not in told}
        elif shape.name == "upkeep.sources":
            own = self.source_with_usual_values(own, spot, shape)
            told = {}
        else:
            told = {}
        below = {**above, **{key: each for key, each in told.items() if each[0] != usual.EDITORIAL}}
        if shape.has_own_origin:
            below.pop("from", None)
        if shape.makes_ids and "id" not in own:
            own["id"] = (self.made_id(own, shape), _unnamed(spot))
        made = {key: self.inner(key, each, shape, below, path) for key, each in own.items()}
        return _placed(_in_order(made, shape), spot)

    def inner(self, key: str, placed: Placed, shape: Shape, below: Mapping[str, Placed], path: Path) -> Placed:
        child = shape.properties.get(key)
        return self.value(*placed, child, below, (*path, key)) if child else placed

    def source_with_usual_values(self, own: dict[str, Placed], spot: Spot, shape: Shape) -> dict[str, Placed]:
        made = {key: (each, _unnamed(spot)) for key, each in shape.absent(own).items()}
        return own | made | ({"id": own["publisher"]} if "id" not in own and "publisher" in own else {})

    def with_provenance(
        self, own: dict[str, Placed], told: Mapping[str, Placed], shape: Shape, above: Mapping[str, Placed], spot: Spot
    ) -> dict[str, Placed]:
        """The fields with the provenance in the long form; without any where nothing gives the origin."""
        place = _unnamed(spot)
        if "reference" in own:
            return {**own, "basis": ("external", place)}
        origin = told.get("from")
        is_silent = "derived_from" in own or shape.name in usual.EDITORIAL_PLACES
        if (origin and origin[0] == usual.EDITORIAL) or (not origin and is_silent):
            return {**{key: each for key, each in own.items() if key != "from"}, "basis": (usual.EDITORIAL, place)}
        rest = {key: each for key, each in own.items() if key not in told}
        origin = origin or above.get("from")
        if not origin:
            return rest
        source, _, heading = origin[0].rpartition("#")
        by_place = usual.SAID.get(shape.name)
        modality = told.get("said") or ((by_place, place) if by_place else above.get("said")) or (usual.DESCRIBED, place)
        by = told.get("by") or (above.get("by") if modality[0] in usual.REPORTED else None)
        return {
            **rest,
            "basis": ("source", place),
            "modality": modality,
            "source": (source or self.source, origin[1]),
            "heading": (heading, origin[1]),
            **({"reported_by": by} if by else {}),
        }

    def made_id(self, own: Mapping[str, Placed], shape: Shape) -> str:
        """An id from the place of a statement and its Finnish words: it stays the same as long as they do."""
        named = next((own[key][0] for key in ("text", "label", "name", "title") if key in own), None)
        words = named.get("fi") if isinstance(named, dict) else named
        if not isinstance(words, str):
            words = json.dumps({key: value for key, (value, _) in own.items()}, ensure_ascii=False, sort_keys=True)
        kind = shape.name.rpartition(".")[2].replace("_", "-")
        made = f"{kind}{_MADE}{_code(f'{shape.name} {words}')}"
        self.ids[made] += 1
        return made if self.ids[made] == 1 else f"{made}-{self.ids[made]}"


def _own(value: Mapping[str, Any], spot: Spot, shape: Shape) -> dict[str, Placed]:
    """The fields as written, with their places; languages that stand directly in a statement are its text."""
    own: dict[str, Placed] = {key: (each, _at(spot, key)) for key, each in value.items()}
    if not shape.is_flat or "text" in own or not own.keys() & set(LANGUAGES):
        return own
    text = {key: own.pop(key) for key in LANGUAGES if key in own}
    return {"text": _placed(text, _unnamed(next(iter(text.values()))[1])), **own}


def _entries(value: Any, spot: Spot, shape: Shape, item: Shape) -> list[Placed] | None:
    """The items of a list with their places, also of one that is written as a mapping; None if it is neither."""
    if isinstance(value, list):
        return [(each, _at(spot, number)) for number, each in enumerate(value)]
    if not isinstance(value, dict):
        return None
    if shape.name == "upkeep.sources.headings":
        return [_heading(key, title, _at(spot, key)) for key, title in value.items()]
    group = item.properties.get(usual.GROUPS.get(shape.name, ""))
    if group is None or not set(value) & set(group.choices):
        return None
    return [each for key, members in value.items() for each in _group(key, members, _at(spot, key), shape, item)]


def _key_place(spot: Spot) -> Spot:
    return Spot(spot.key_line, spot.key_column, 0, 0, None)


def _heading(key: str, title: Any, spot: Spot) -> Placed:
    return _placed({"id": (key, _key_place(spot)), "title": (title, _unnamed(spot))}, _key_place(spot))


def _group(key: str, members: Any, spot: Spot, shape: Shape, item: Shape) -> Iterator[Placed]:
    found = [(each, _at(spot, number)) for number, each in enumerate(members)] if isinstance(members, list) else [(members, _unnamed(spot))]
    for member, at in found:
        fields = {item.short: (member, _unnamed(at))} if isinstance(member, str) else None
        if isinstance(member, dict):
            fields = {name: (each, _at(at, name)) for name, each in member.items()}
        yield _placed({usual.GROUPS[shape.name]: (key, _key_place(spot)), **fields}, at) if fields else (member, at)


def _code(text: str) -> str:
    """Five letters that stand for a text; no vowels, so that they make no word."""
    number = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
    letters = []
    for _ in range(5):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "".join(letters)
