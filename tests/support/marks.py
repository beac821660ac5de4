"""Models whose every fact says by its words which it is and by its heading whose provenance it has, and the marks of a page beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from typing import Any

from mallisto.catalog.catalog import Catalog
from mallisto.model import Basis, Fact, Figure, Heading, Modality, Model, Organisation, Period, Place, Provenance, Ref, Role, Status, Text
from mallisto.reading.problems import Location
from webpage import VOID

# A fact's words are its path, its heading is its path, and its number is its own.
_WORDS, _PLACE, _NUMBER = re.compile("‹([^›]+)›"), re.compile("§(\\S+)"), re.compile("1[0-9 ,\N{NO-BREAK SPACE}]{7,}")
_FIRST_NUMBER = 10_000_000

# The words of what is no fact of a model but the editors' own: the summary, the groups, the counties of today, what a role is.
EDITORS = Text("‹editors›")

# What a line says beside its own words: where a link leads, the condition of a way, what follows a step, small print about other facts.
_BESIDE = {"more", "rows__label", "slide__ways"}

# What one mark stands for at most.
_ITEMS = {"li", "tr", "dd", "section"}


@dataclass
class Labelled:
    """A catalog whose facts can be told from each other, with the provenance of each by its path and the path by its number."""

    catalog: Catalog
    known: dict[str, Provenance]
    numbers: dict[str, str]


def labelled(catalog: Catalog, modality_of: Callable[[int], Modality]) -> Labelled:
    """Models in which every fact has words, a number, an organisation and a heading of its own; `modality_of` takes the fact's number."""
    labelling = _Labelling(catalog, modality_of)
    models = tuple(labelling.model(each) for each in catalog.models)
    words = catalog.vocabulary
    vocabulary = replace(
        words,
        organisations=(*words.organisations, *labelling.organisations.values()),
        roles=tuple(replace(each, description=EDITORS) for each in (*words.roles, *labelling.roles.values())),
        target_groups=tuple(replace(each, name=EDITORS) for each in words.target_groups),
        counties=tuple(replace(each, name=EDITORS) for each in words.counties),
    )
    return Labelled(replace(catalog, vocabulary=vocabulary).with_models(models), labelling.known, labelling.numbers)


@dataclass
class _Labelling:
    catalog: Catalog
    modality_of: Callable[[int], Modality]
    known: dict[str, Provenance] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    source: str = ""

    def model(self, model: Model) -> Model:
        """The model with the headings that its facts name."""
        first, *others = model.upkeep.sources
        self.source, already = first.id, set(self.known)
        found = replace(model, **self.parts(model, "") | {"summary": EDITORS})
        headings = tuple(Heading(where=first.where, id=path, title=f"§{path}") for path in self.known if path not in already)
        sources = (replace(first, headings=(*first.headings, *headings)), *others)
        return replace(found, upkeep=replace(found.upkeep, sources=sources))

    def of(self, value: Any, path: str, name: str = "") -> Any:
        """A part of the model as it is labelled below the fact at `path`."""
        if isinstance(value, Text):
            return Text(f"‹{path}›") if path and name != "note" else value
        if isinstance(value, Ref):
            return self.own(value, path, name) if path else value
        if isinstance(value, Location | Enum | Provenance) or not (is_dataclass(value) or isinstance(value, tuple)):
            return value
        if isinstance(value, tuple):
            return tuple(self.of(each, path, name) for each in value)
        if isinstance(value, Fact):
            return self.fact(value, ".".join(map(str, (value.where.file, *value.where.path))))
        return replace(value, **self.parts(value, path))

    def parts(self, value: Any, path: str) -> dict[str, Any]:
        return {each.name: self.of(getattr(value, each.name), path, each.name) for each in fields(value) if each.name != "upkeep"}

    def fact(self, value: Fact, path: str) -> Fact:
        number = len(self.known)
        if path not in self.known:
            source = Ref(self.source, value.where)
            own = {"source": source, "heading": Ref(path, value.where), "reported_by": None, "reference": None}
            self.known[path] = replace(value.provenance, basis=Basis.SOURCE, modality=self.modality_of(number), **own)
        made = {**self.parts(value, path), "provenance": self.known[path]}
        if isinstance(value, Figure):
            made |= {"value": _FIRST_NUMBER + number, "min": None, "max": None}
        if isinstance(value, Period):
            made |= {"start": str(_FIRST_NUMBER + number), "end": None}
        if isinstance(value, Status):
            made |= {"as_of": str(_FIRST_NUMBER + number)}
        self.numbers[str(_FIRST_NUMBER + number)] = path
        if made.get("text", "") is None:
            made["text"] = Text(f"‹{path}›")
        if isinstance(value, Place):
            made["site"] = Text(f"‹{path}›")
        return replace(value, **made)

    def own(self, ref: Ref, path: str, name: str) -> Ref:
        """A mention of what is called as the fact is, where the fact has no other words than this."""
        own_id, words = re.sub("[^a-z0-9]", "-", path), Text(f"‹{path}›")
        if name in ("organisation", "funder"):
            found = replace(self.catalog.organisation(ref), id=own_id, name=words, short_name=None, replaced_by=())
            self.organisations[own_id] = found
        elif name == "role":
            self.roles[own_id] = replace(self.catalog.role(ref), id=own_id, name=words, broader=ref)
        else:
            return ref
        return Ref(own_id, ref.where)


@dataclass(eq=False)
class Node:
    """An element of a page with what stands in it."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None
    inside: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)

    def all(self) -> Iterator[Node]:
        yield self
        for each in self.inside:
            if isinstance(each, Node):
                yield from each.all()

    def up(self) -> Iterator[Node]:
        """The element and those around it, the nearest first."""
        yield self
        if self.parent:
            yield from self.parent.up()


@dataclass(frozen=True)
class Beside:
    """A place of a page: the facts whose words stand there, and the marks beside them."""

    node: Node
    facts: tuple[str, ...]
    linked: tuple[str, ...]
    marks: tuple[Node, ...]


def tree(html: str) -> Node:
    """A piece of HTML as its elements."""
    reader = _Tree()
    reader.feed(html)
    reader.close()
    return reader.root


def places(html: str, numbers: dict[str, str]) -> list[Beside]:
    """Every mark with the words it stands beside, and all words that no mark stands beside."""
    root = tree(html)
    said: dict[Node, list[tuple[str, bool]]] = {}
    for node in root.all():
        if not any("told" in each.classes for each in node.up()):
            for each in node.inside:
                if isinstance(each, str) and (found := _facts_in(each, numbers)):
                    is_beside = any(around.tag == "a" or around.classes & _BESIDE for around in node.up())
                    said.setdefault(node, []).extend((one, is_beside) for one in found)
    own = {around for node, found in said.items() for around in node.up() if not all(is_beside for _, is_beside in found)}
    any_words = {around for node in said for around in node.up()}
    marks: dict[Node, list[Node]] = {}
    for node in root.all():
        if "told" in node.classes:
            # What the editors concluded is no fact of the model, so there need be no words of one around their mark.
            nearest = next(iter([*_around(node, own), *_around(node, any_words)]), node)
            marks.setdefault(node.parent if is_editors(node) else nearest, []).append(node)
    words: dict[Node, list[tuple[str, bool]]] = {}
    for node, found in said.items():
        words.setdefault(next((each for each in node.up() if each in marks), node), []).extend(found)
    return [
        Beside(
            node,
            tuple(one for one, is_beside in words.get(node, ()) if not is_beside),
            tuple(one for one, is_beside in words.get(node, ()) if is_beside),
            tuple(marks.get(node, ())),
        )
        for node in {**words, **marks}
    ]


def _around(node: Node, around_words: set[Node]) -> Iterator[Node]:
    """The elements around a mark in which some fact has words, up to the item, the row or the answer it belongs to."""
    for each in node.up():
        if each in around_words:
            yield each
        if each.tag in _ITEMS:
            return


def is_editors(mark: Node) -> bool:
    return "told--editorial" in mark.classes


def places_of(mark: Node) -> list[str]:
    """The facts whose headings a mark names."""
    return [each.rstrip(",") for each in _PLACE.findall(mark.text)]


def _facts_in(text: str, numbers: dict[str, str]) -> list[str]:
    counted = (re.sub(r"\D", "", each) for each in _NUMBER.findall(text))
    return [*_WORDS.findall(text), *(numbers[each] for each in counted if each in numbers)]


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.inside.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        self.here = next((each.parent for each in self.here.up() if each.tag == tag and each.parent), self.here)

    def handle_data(self, data: str) -> None:
        self.here.inside.append(data)
