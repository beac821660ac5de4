"""Turn the parts of a pasted page into the fields of a model: a draft with gaps, and the data of the import report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mallisto.catalog.catalog import Catalog
from mallisto.drafts.draft_builder import SOURCE, DraftBuilder
from mallisto.drafts.field_mapping import PLACERS, set_date, statements
from mallisto.drafts.headings import TOP, Site
from mallisto.drafts.page_lines import Aside, PageLine, PagePart, Pasted, UnplacedReason, split
from mallisto.drafts.yaml_writer import Tree

# The minimum length of a text above the headings that is taken as the summary; shorter ones are names.
_SHORTEST_SUMMARY = 80
# Kokeilunpaikka's word for the kind of its experiments.
_AGILE = "Ketterä kokeilu"
_CREATED = re.compile(r"(?i)(?:kokeilu on )?luotu\b.*")


@dataclass(frozen=True, slots=True)
class Placed:
    """The number of lines under a heading that went to a field."""

    title: str
    field: str
    count: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A partial model, and what the import report lists: placed parts, empty headings, lines set aside."""

    tree: Mapping[str, Tree]
    placed: tuple[Placed, ...]
    empty: tuple[Placed, ...]
    asides: tuple[Aside, ...]
    headings: int
    placed_headings: int


def draft(text: str, model_id: str, catalog: Catalog, today: str, address: str = "") -> Draft:
    """Return a draft of a model from the text of a page; dates are ISO. `address` is that of the page, where it is known."""
    pasted = split(text)
    builder = DraftBuilder(catalog, pasted)
    for part in pasted.parts.values():
        builder.headings[part.heading.id] = part.title
        PLACERS.get(part.heading.field, statements)(part, builder)
    loose = [field for line in pasted.loose if (field := _place_loose(line, builder))]
    empty = [part for part in pasted.parts.values() if not part.lines and part.heading.field not in _WITHOUT_TEXT]
    for part in empty:
        _add_gap(part, builder)
    tree = {**_tree(builder, model_id), "upkeep": _upkeep(builder, today, address)}
    return Draft(
        tree=tree,
        placed=(
            *(Placed(TOP.title, field, 1) for field in loose),
            *(Placed(part.title, part.heading.field, count) for part in pasted.parts.values() if (count := _placed_in(part, pasted))),
        ),
        empty=tuple(Placed(part.title, part.heading.field, 0) for part in empty),
        asides=tuple(sorted(pasted.asides, key=lambda each: each.line.number)),
        headings=len(pasted.parts) + pasted.unknown_headings,
        placed_headings=len(pasted.parts),
    )


def _placed_in(part: PagePart, pasted: Pasted) -> int:
    """How many lines under a heading are in the draft; a name or a date that was set aside is told with its reason instead."""
    aside = {each.line.number for each in pasted.asides}
    return sum(line.number not in aside for line in part.lines)


# Headings above other headings, and one under which no model text is found.
_WITHOUT_TEXT = frozenset({"basics", "how", "results", "relations", "upkeep.owner"})


def _place_loose(line: PageLine, builder: DraftBuilder) -> str:
    """Place a line without a heading: the name above the page, the summary, the date of the page. Its field, empty where it has none."""
    name, _, site = line.text.partition(" | ")
    stands = [builder.single.get(key) for key in ("name", "summary")]
    if any(_is_beginning(text, each) for text in (line.text, name) for each in stands):
        builder.set_aside(line, UnplacedReason.REPEATED)
    elif "name" not in builder.single and line.text != _AGILE and (site or len(line.text) < _SHORTEST_SUMMARY):
        builder.single["name"] = {"fi": name}
        builder.source(None)
        if site:
            builder.set_aside(line, UnplacedReason.CONVERTED)
        return "name"
    elif line.text == _AGILE and "status" not in builder.single:
        status: dict[str, Tree] = {"development": "piloting", "lifecycle": "unknown", "source_label": line.text}
        builder.single["status"] = {**status, **builder.source(None)}
        return "status"
    elif _CREATED.fullmatch(line.text):
        set_date("published", line, builder)
    elif "summary" not in builder.single and len(line.text) >= _SHORTEST_SUMMARY:
        builder.single["summary"] = {"fi": line.text}
        builder.source(None)
        return "summary"
    else:
        builder.set_aside(line, UnplacedReason.UNCLEAR)
    return ""


def _is_beginning(text: str, whole: Tree) -> bool:
    """Return whether a line repeats the beginning of a text that is already placed."""
    return isinstance(whole, Mapping) and bool(text) and str(whole["fi"]).startswith(text)


def _add_gap(part: PagePart, builder: DraftBuilder) -> None:
    text = f"Lähteen otsikon ”{part.title}” alla ei ole tekstiä."
    gap: dict[str, Tree] = {"text": {"fi": text}, "field": part.heading.field, "basis": "editorial"}
    builder.lists["gaps"].append(gap)


def _tree(builder: DraftBuilder, model_id: str) -> dict[str, Tree]:
    """Nest the fields by their dotted names. Unknown fields are left out; the checker will ask for them."""
    tree: dict[str, Tree] = {"id": model_id, "kind": "pilot" if builder.pasted.site is Site.KOKEILUNPAIKKA else None}
    tree |= {name: {} for name in ("basics", "classification", "why", "for_whom", "how", "people", "results", "adoption")}
    tree["gaps"] = []
    for name, value in (*builder.single.items(), *builder.lists.items()):
        top, _, inner = name.partition(".")
        if top == "source" or value == []:
            continue
        around = tree.get(top)
        tree[top] = {**around, inner: value} if inner and isinstance(around, Mapping) else {inner: value} if inner else value
    return tree


def _upkeep(builder: DraftBuilder, today: str, address: str) -> Tree:
    headings: list[Tree] = [{"id": each, "title": title} for each, title in builder.headings.items()]
    name = builder.single.get("name")
    source: dict[str, Tree] = {"id": SOURCE, "kind": "web_page", "title": name["fi"] if isinstance(name, Mapping) else None}
    source["publisher"] = str(builder.pasted.site) if builder.pasted.site else None
    source |= {"url": address, "accessed": today} if address else {}
    source |= {key: builder.single[f"source.{key}"] for key in ("published", "modified") if f"source.{key}" in builder.single}
    source |= {"language": "fi", "headings": headings}
    return {"sources": [source], "added": today}
