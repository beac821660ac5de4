"""What is missing: every model against the fields a reader asks for, and a to-do list for each project."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from mallisto import addresses
from mallisto.language import Language, Spoken
from mallisto.model import Model
from mallisto.pages.render import render
from mallisto.pages.setting import Setting
from mallisto.reports.completeness import ASKED, State, completeness

# A project is shown so many things to write next; the first of them is enough for one evening.
NEXT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Whether a model tells about a field: `told`, `partly` (told, but a gap remains) or `missing`."""

    state: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """A model in the matrix."""

    name: Spoken
    href: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """What a project could add to its model."""

    name: Spoken
    href: str
    anchor: str
    told: str
    next: tuple[tuple[str, str], ...]
    gaps: tuple[tuple[str, Spoken, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsView:
    """The page of what is missing, finished."""

    fields: tuple[str, ...]
    rows: tuple[GapRow, ...]
    todo: tuple[ToDo, ...]


def gaps(setting: Setting) -> Markup:
    """The matrix of models and fields, and every gap by model."""
    language, models = setting.language, setting.catalog.models
    view = GapsView(
        fields=tuple(language.title(field) for field in ASKED),
        rows=tuple(
            GapRow(
                name=language.pick(model.title),
                href=setting.model_href(model, "", "aukot"),
                cells=tuple(Cell(state=state, words=language.say(f"gaps.{state}")) for state in completeness(model).states.values()),
            )
            for model in models
        ),
        todo=tuple(
            ToDo(
                name=language.pick(model.title),
                href=setting.model_href(model),
                anchor=f"puutteet-{model.id}",
                told=told(model, language),
                next=tuple((language.title(field), language.question(field)) for field in completeness(model).next[:NEXT]),
                gaps=tuple(
                    (language.title(gap.field.to), language.pick(gap.text), setting.model_href(model, "", addresses.fact(gap.id)))
                    for gap in model.gaps
                ),
            )
            for model in models
        ),
    )
    return render("slots/gaps", setting, view)


def told(model: Model, language: Language) -> str:
    """How many of the things readers ask for a model tells of wholly, in part and not at all."""
    counted = Counter(completeness(model).states.values())
    return language.say("gaps.told_of", told=counted[State.TOLD], partly=counted[State.PARTLY], missing=counted[State.MISSING])
