"""How models are related: a list, and a figure of it while the models are few."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from mallisto.addresses import urls
from mallisto.catalog.contributions import Channel
from mallisto.catalog.head import Head
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model
from mallisto.pages.elements.facts import ProvenanceView, provenance_view
from mallisto.pages.elements.page_context import PageContext, page_channel

# Beyond so many models a figure shows nothing that the list does not show better.
MOST_DRAWN = 15

# The figure in its own units: arcs between models on the left, models, and what lies outside Mallisto on the right.
_LEFT, _BOX, _BETWEEN, _HEIGHT, _GAP = 44, 146, 56, 46, 10
_LETTERS, _LINES = 20, 3
_BEND, _DEEPER = 20, 12
_MUTUAL = frozenset({"similar", "same_area"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeView:
    """A relation in the list; `to` is the id of the other model where that is one of ours."""

    kind: str
    words: str
    name: LocalizedText
    href: str | None
    text: LocalizedText | None
    provenance: ProvenanceView
    fact: str
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxView:
    """A model, or something outside Mallisto, with its name in lines at their heights."""

    kind: str
    x: int
    y: int
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A relation in the figure: its look and its course."""

    kind: str
    course: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationsFigureView:
    """The figure, finished; `kinds` explain its lines."""

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: tuple[BoxView, ...]
    lines: tuple[LineView, ...]
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationsView:
    """The relations of all models that have any."""

    figure: RelationsFigureView | None
    models: tuple[tuple[LocalizedText, str, tuple[RelativeView, ...]], ...]


def relations(context: PageContext) -> RelationsView:
    """Every relation some model tells of."""
    heads, found = context.catalog.heads, context.contributed(RELATIONS)
    return RelationsView(
        figure=_Figure(context, found).view() if len(heads) <= MOST_DRAWN and any(found.values()) else None,
        models=tuple((*context.model_link(head), found[head.id]) for head in heads if found[head.id]),
    )


def _relatives(model: Model, context: PageContext) -> tuple[RelativeView, ...]:
    return tuple(_each_relative(model, context))


def _each_relative(model: Model, context: PageContext) -> Iterator[RelativeView]:
    for each in model.relations:
        other = context.catalog.head_by_id.get(each.model.to) if each.model else None
        name = other.title if other else each.name
        if name:
            yield RelativeView(
                kind=each.kind,
                words=context.language.value("relations.kind", each.kind),
                name=context.language.pick(name),
                href=context.model_href(other) if other else None,
                text=context.language.pick(each.text) if each.text else None,
                provenance=provenance_view(each.provenance, model, context),
                fact=context.model_href(model, "", urls.fact(each.id)),
                to=other.id if other else None,
            )


RELATIONS: Channel[tuple[RelativeView, ...]] = page_channel("relations", tuple[RelativeView, ...], urls.COMPARISON, _relatives)


class _Figure:
    """Models below one another, related ones side by side as far as possible; beside each what it names outside Mallisto."""

    def __init__(self, context: PageContext, relations: Mapping[str, tuple[RelativeView, ...]]) -> None:
        self.context = context
        self.relations = relations
        self.models = tuple(_neighbours_together(context.catalog.heads, relations))
        self.outside = self._outside()
        rooms = [max(1, sum(owner == each.id for owner in self.outside.values())) for each in self.models]
        self.tops = dict(zip((each.id for each in self.models), accumulate(rooms, initial=0), strict=False))
        self.rooms = dict(zip(self.tops, rooms, strict=True))

    def view(self) -> RelationsFigureView:
        say_kind = self.context.language.value
        kinds = dict.fromkeys(each.kind for model in self.models for each in self.relations[model.id])
        return RelationsFigureView(
            width=_LEFT + 2 * _BOX + _BETWEEN,
            height=sum(self.rooms.values()) * (_HEIGHT + _GAP) - _GAP,
            box_width=_BOX,
            box_height=_HEIGHT,
            boxes=tuple(self._boxes()),
            lines=tuple(self._lines()),
            kinds=tuple((kind, say_kind("relations.kind", kind)) for kind in kinds),
        )

    def _outside(self) -> dict[str, str]:
        """What is no model of ours, by its name, with the first model that names it."""
        found: dict[str, str] = {}
        for model in self.models:
            for each in self.relations[model.id]:
                if not each.to:
                    found.setdefault(str(each.name), model.id)
        return found

    def _boxes(self) -> Iterator[BoxView]:
        for model in self.models:
            yield _box("model", _LEFT, self._middle(model.id), str(self.context.language.pick(model.title)))
        for name in self.outside:
            yield _box("outside", _LEFT + _BOX + _BETWEEN, self._beside(name), name)

    def _middle(self, model_id: str) -> int:
        """Where a model's lines begin: the middle of the room of all it names."""
        return (2 * self.tops[model_id] + self.rooms[model_id]) * (_HEIGHT + _GAP) // 2 - _GAP // 2

    def _beside(self, name: str) -> int:
        owner = self.outside[name]
        number = [each for each, its in self.outside.items() if its == owner].index(name)
        return (self.tops[owner] + number) * (_HEIGHT + _GAP) + _HEIGHT // 2

    def _lines(self) -> Iterator[LineView]:
        """Arcs to other models on the left, lines to the rest on the right."""
        yield from self._arcs()
        left = _LEFT + _BOX
        for model in self.models:
            for each in self.relations[model.id]:
                if not each.to:
                    course = _curve(left, self._middle(model.id), _BETWEEN // 2, left + _BETWEEN, self._beside(str(each.name)))
                    yield LineView(kind=each.kind, course=course)

    def _arcs(self) -> Iterator[LineView]:
        """Each further out than the one before. That two models are similar is drawn once, whoever says so."""
        ends = ((each.kind, model.id, each.to) for model in self.models for each in self.relations[model.id] if each.to)
        drawn = dict.fromkeys((kind, *sorted(pair)) if kind in _MUTUAL else (kind, *pair) for kind, *pair in ends)
        for number, (kind, one, other) in enumerate(drawn):
            bend = _BEND + number * _DEEPER % (_LEFT - _BEND)
            yield LineView(kind=kind, course=_curve(_LEFT, self._middle(one), -bend, _LEFT, self._middle(other)))


def _curve(x: int, y: int, bend: int, to_x: int, to_y: int) -> str:
    """A line from one height to another that bends sideways on its way."""
    return f"M{x} {y}C{x + bend} {y} {x + bend} {to_y} {to_x} {to_y}"


def _box(kind: str, x: int, middle: int, name: str) -> BoxView:
    lines = textwrap.wrap(name, _LETTERS, max_lines=_LINES, placeholder=" …")
    first = middle - (len(lines) - 1) * 7 + 4
    return BoxView(kind=kind, x=x, y=middle - _HEIGHT // 2, lines=tuple((line, first + number * 14) for number, line in enumerate(lines)))


def _neighbours_together(heads: tuple[Head, ...], relations: Mapping[str, tuple[RelativeView, ...]]) -> Iterator[Head]:
    """The models in their order, but each followed by those it is related to."""
    by_id, done = {head.id: head for head in heads}, set[str]()
    related: dict[str, list[str]] = {model_id: [] for model_id in by_id}
    for model_id in by_id:
        for other in (each.to for each in relations[model_id] if each.to):
            related[model_id].append(other)
            related[other].append(model_id)

    def follow(model_id: str) -> Iterator[Head]:
        if model_id not in done:
            done.add(model_id)
            yield by_id[model_id]
            for other in related[model_id]:
                yield from follow(other)

    for model_id in by_id:
        yield from follow(model_id)
