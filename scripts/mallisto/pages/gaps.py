"""What is missing: every model against the fields a reader asks for, and a to-do list for each project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from mallisto import addresses
from mallisto.language import Spoken
from mallisto.model import Answer, Model
from mallisto.pages.render import render
from mallisto.pages.setting import Setting

# The fields of the matrix, and how one sees that a model has something there.
_FIELDS: tuple[tuple[str, Callable[[Model], object]], ...] = (
    ("basics.period", lambda model: model.basics.period),
    ("basics.organisations", lambda model: model.basics.organisations),
    ("basics.funding", lambda model: [each for each in model.basics.funding if each.amount or each.type != "unknown"]),
    ("for_whom.criteria", lambda model: model.for_whom.criteria),
    ("for_whom.size", lambda model: model.for_whom.size),
    ("for_whom.consent", lambda model: _is_answered(model.for_whom.consent)),
    ("how.entry.routes", lambda model: model.how.entry.routes),
    ("how.entry.referral", lambda model: _is_answered(model.how.entry.referral)),
    ("people.roles", lambda model: model.people.roles),
    ("people.staffing", lambda model: model.people.staffing or [each for role in model.people.roles for each in role.staffing]),
    ("tools", lambda model: model.tools),
    ("conditions", lambda model: (*model.conditions.competences, *model.conditions.resources, *model.conditions.agreements)),
    ("results.claims", lambda model: model.results.claims),
    ("results.figures", lambda model: model.results.figures),
    ("results.lessons", lambda model: model.results.lessons),
    ("cost.figures", lambda model: model.cost.figures),
)


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
        fields=tuple(language.title(field) for field, _ in _FIELDS),
        rows=tuple(
            GapRow(
                name=language.pick(model.title),
                href=setting.model_href(model, "", "aukot"),
                cells=tuple(_cell(field, bool(has(model)), model, setting) for field, has in _FIELDS),
            )
            for model in models
        ),
        todo=tuple(
            ToDo(
                name=language.pick(model.title),
                href=setting.model_href(model),
                anchor=f"puutteet-{model.id}",
                gaps=tuple(
                    (language.title(gap.field.to), language.pick(gap.text), setting.model_href(model, "", addresses.fact(gap.id)))
                    for gap in model.gaps
                ),
            )
            for model in models
        ),
    )
    return render("slots/gaps", setting, view)


def _cell(field: str, is_told: bool, model: Model, setting: Setting) -> Cell:
    has_gap = any(gap.field.to == field or gap.field.to.startswith(f"{field}.") for gap in model.gaps)
    state = "missing" if not is_told else "partly" if has_gap else "told"
    return Cell(state=state, words=setting.language.say(f"gaps.{state}"))


def _is_answered(answer: Answer | None) -> bool:
    return answer is not None and answer.value != "unknown"
