"""The parts of a pasted page as the fields of a model: a draft with gaps, and an account of what went where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mallisto.catalog.catalog import Catalog
from mallisto.drafts.draft_builder import SOURCE, Making
from mallisto.drafts.field_mapping import PLACERS, set_date, statements
from mallisto.drafts.headings import Site
from mallisto.drafts.page_lines import Aside, PageLine, PagePart, UnplacedReason, split
from mallisto.drafts.yaml_writer import Tree

# Longer than a heading and a name: the first such text above the headings tells what the model is.
_SHORTEST_SUMMARY = 80
# What Kokeilunpaikka calls the kind of its experiments.
_AGILE = "Ketterä kokeilu"
_CREATED = re.compile(r"(?i)(?:kokeilu on )?luotu\b.*")


@dataclass(frozen=True, slots=True)
class Placed:
    """How many lines under a heading went to a field."""

    title: str
    field: str
    count: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A model as far as a page tells it, and the account: what was placed, which headings were empty, what was set aside."""

    tree: Mapping[str, Tree]
    placed: tuple[Placed, ...]
    empty: tuple[Placed, ...]
    asides: tuple[Aside, ...]
    headings: int
    placed_headings: int


def draft(text: str, model_id: str, catalog: Catalog, today: str, next_review: str) -> Draft:
    """A draft of a model from the text of a page."""
    pasted = split(text)
    making = Making(catalog, pasted)
    for part in pasted.parts.values():
        making.headings[part.heading.id] = part.title
        PLACERS.get(part.heading.field, statements)(part, making)
    for line in pasted.loose:
        _place_loose(line, making)
    empty = [part for part in pasted.parts.values() if not part.lines and part.heading.field not in _WITHOUT_TEXT]
    for part in empty:
        _add_gap(part, making)
    tree = {**_tree(making, model_id), "upkeep": _upkeep(making, today, next_review)}
    return Draft(
        tree=tree,
        placed=tuple(Placed(part.title, part.heading.field, len(part.lines)) for part in pasted.parts.values() if part.lines),
        empty=tuple(Placed(part.title, part.heading.field, 0) for part in empty),
        asides=tuple(sorted(pasted.asides, key=lambda each: each.line.number)),
        headings=len(pasted.parts) + pasted.unknown_headings,
        placed_headings=len(pasted.parts),
    )


# Headings that stand over other headings, and the one below which no model's text stands.
_WITHOUT_TEXT = frozenset({"basics", "results", "upkeep.owner"})


def _place_loose(line: PageLine, making: Making) -> None:
    """A line under no heading: the name above the page, the text that tells what the model is, the day it was made."""
    name, _, site = line.text.partition(" | ")
    stands = [making.single.get(key) for key in ("name", "summary")]
    if any(_is_beginning(said, each) for said in (line.text, name) for each in stands):
        making.aside(line, UnplacedReason.REPEATED)
    elif "name" not in making.single and line.text != _AGILE and (site or len(line.text) < _SHORTEST_SUMMARY):
        making.single["name"] = {"fi": name}
        making.source(None)
        if site:
            making.aside(line, UnplacedReason.CONVERTED)
    elif line.text == _AGILE and "status" not in making.single:
        status: dict[str, Tree] = {"development": "piloting", "lifecycle": "unknown", "source_label": line.text}
        making.single["status"] = {**status, **making.source(None)}
    elif _CREATED.fullmatch(line.text):
        set_date("published", line, making)
    elif "summary" not in making.single and len(line.text) >= _SHORTEST_SUMMARY:
        making.single["summary"] = {"fi": line.text}
        making.source(None)
    else:
        making.aside(line, UnplacedReason.UNCLEAR)


def _is_beginning(said: str, whole: Tree) -> bool:
    """Whether a line is only the beginning of a text that has its place already."""
    return isinstance(whole, Mapping) and bool(said) and str(whole["fi"]).startswith(said)


def _add_gap(part: PagePart, making: Making) -> None:
    text = f"Lähteen otsikon ”{part.title}” alla ei ole tekstiä."
    gap: dict[str, Tree] = {"id": f"gap-{part.heading.id}", "text": {"fi": text}, "field": part.heading.field, "basis": "editorial"}
    making.lists["gaps"].append(gap)


def _tree(making: Making, model_id: str) -> dict[str, Tree]:
    """The fields by their names with dots as mappings in mappings; what no draft knows is left out, and the checker asks for it."""
    tree: dict[str, Tree] = {"id": model_id, "kind": "pilot" if making.pasted.site is Site.KOKEILUNPAIKKA else None}
    tree |= {name: {} for name in ("basics", "classification", "why", "for_whom", "how", "people", "results", "adoption")}
    tree["gaps"] = []
    for name, value in (*making.single.items(), *making.lists.items()):
        top, _, inner = name.partition(".")
        if top == "source" or value == []:
            continue
        around = tree.get(top)
        tree[top] = {**around, inner: value} if inner and isinstance(around, Mapping) else {inner: value} if inner else value
    return tree


def _upkeep(making: Making, today: str, next_review: str) -> Tree:
    headings: list[Tree] = [{"id": each, "title": title} for each, title in making.headings.items()]
    name = making.single.get("name")
    source: dict[str, Tree] = {"id": SOURCE, "kind": "web_page", "title": name["fi"] if isinstance(name, Mapping) else None}
    source["publisher"] = str(making.pasted.site) if making.pasted.site else None
    source |= {key: making.single[f"source.{key}"] for key in ("published", "modified") if f"source.{key}" in making.single}
    source |= {"language": "fi", "headings": headings}
    missing: Tree = {"status": "missing"}
    dates: dict[str, Tree] = {"added": today, "last_reviewed": today, "review_by": next_review}
    return {"sources": [source], **dates, "translations": {"sv": missing, "en": missing}}
