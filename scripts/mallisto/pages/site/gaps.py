"""What is missing: every model against the fields a reader asks for, and a to-do list for each project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.render import render
from mallisto.reports.completeness import ASKED, State, completeness

# A project is shown so many things to write next; the first of them is enough for one evening.
NEXT = 3
# Beyond so many models the fields are counted, and what a model lacks stands on its own pages alone.
MOST_IN_FULL = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The fields about which a model tells in one way: `told`, `partly` (told, but a gap remains), `unknown` or `missing`."""

    state: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """A model in the table: its fields by what is told of them."""

    name: LocalizedText
    href: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """What a project could add to its model."""

    name: LocalizedText
    href: str
    anchor: str
    told: str
    next: tuple[tuple[str, str], ...]
    gaps: tuple[tuple[str, LocalizedText, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsView:
    """The page of what is missing, finished."""

    states: tuple[str, ...]
    rows: tuple[GapRow, ...]
    todo: tuple[ToDo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """A field in the table of many models: how many tell of it wholly, in part and not at all."""

    field: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortRow:
    """A model among many: what it tells, what to write next, and where its gaps stand."""

    name: LocalizedText
    href: str
    told: str
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyGapsView:
    """The page of what is missing from many models, finished; the models that tell least come first."""

    states: tuple[str, ...]
    fields: tuple[CountRow, ...]
    models: tuple[ShortRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelGaps:
    """What a model lacks: its state for every field asked, the names of the fields to write next, its row and its to-do list."""

    states: tuple[State, ...]
    next: tuple[str, ...]
    told: str
    row: GapRow
    todo: ToDo


def gaps(context: PageContext) -> Markup:
    """What is missing: of few models every gap, of many how many lack what and what each could tell next."""
    found = context.contributed(GAPS)
    return (
        render("site/gaps", context, _in_full(found, context))
        if len(found) <= MOST_IN_FULL
        else render("site/gaps-of-many", context, _counted(found, context))
    )


def _in_full(found: Mapping[str, ModelGaps], context: PageContext) -> GapsView:
    return GapsView(
        states=tuple(context.language.say(f"gaps.{state}") for state in State),
        rows=tuple(model.row for model in found.values()),
        todo=tuple(model.todo for model in found.values()),
    )


def _counted(found: Mapping[str, ModelGaps], context: PageContext) -> ManyGapsView:
    language = context.language
    counts = [Counter(states) for states in zip(*(model.states for model in found.values()), strict=True)]
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1].next), pair[0]))
    return ManyGapsView(
        states=tuple(language.say(f"gaps.{state}") for state in State),
        fields=tuple(
            CountRow(field=language.title(field), counts=tuple(language.number(counted[state]) for state in State))
            for field, counted in zip(ASKED, counts, strict=True)
        ),
        models=tuple(
            ShortRow(
                name=model.row.name,
                href=model.row.href,
                told=model.told,
                next=model.next[0] if model.next else language.say("gaps.nothing_next"),
            )
            for _, model in ordered
        ),
    )


def _of_model(model: Model, context: PageContext) -> ModelGaps:
    language, found = context.language, completeness(model)
    return ModelGaps(
        states=tuple(found.states.values()),
        next=tuple(language.title(field) for field in found.next),
        told=told(model, language),
        row=GapRow(
            name=language.pick(model.title),
            href=context.model_href(model, "", "aukot" if model.gaps else ""),
            cells=tuple(
                Cell(state=state, fields=tuple(language.title(field) for field, of in found.states.items() if of is state))
                for state in State
            ),
        ),
        todo=ToDo(
            name=language.pick(model.title),
            href=context.model_href(model),
            anchor=f"puutteet-{model.id}",
            told=told(model, language),
            next=tuple((language.title(field), language.question(field)) for field in found.next[:NEXT]),
            gaps=tuple(
                (language.title(gap.field.to), language.pick(gap.text), context.model_href(model, "", urls.fact(gap.id)))
                for gap in model.gaps
            ),
        ),
    )


GAPS: Channel[ModelGaps] = page_channel("gaps", ModelGaps, "puutteet/", _of_model)


def told(model: Model, language: Language) -> str:
    """How many of the things readers ask for a model tells of, in part too, says to be unknown, or passes over."""
    found = completeness(model)
    counted = Counter(found.states.values())
    numbers = {state: counted[state] for state in (State.PARTLY, State.UNKNOWN, State.MISSING)}
    return language.say("gaps.told_of", told=found.told, all=len(found.states), **numbers)
