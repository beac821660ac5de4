"""What a model tells of the things readers ask for, and what to write next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mallisto.catalog.catalog import Catalog
from mallisto.model import Answer, Model
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Choice, Problem, Severity
from mallisto.reading.schema import Schema, question

# What readers ask for, in the order in which it helps them to decide, and how one sees that a model has something there.
ASKED: Mapping[str, Callable[[Model], object]] = {
    "basics.period": lambda model: model.basics.period,
    "basics.organisations": lambda model: model.basics.organisations,
    "basics.funding": lambda model: [each for each in model.basics.funding if each.amount or each.type != "unknown"],
    "for_whom.criteria": lambda model: model.for_whom.criteria,
    "for_whom.size": lambda model: model.for_whom.size,
    "for_whom.consent": lambda model: _is_answered(model.for_whom.consent),
    "how.entry.routes": lambda model: model.how.entry.routes,
    "how.entry.referral": lambda model: _is_answered(model.how.entry.referral),
    "people.roles": lambda model: model.people.roles,
    "people.staffing": lambda model: model.people.staffing or [each for role in model.people.roles for each in role.staffing],
    "tools": lambda model: model.tools,
    "conditions": lambda model: (*model.conditions.competences, *model.conditions.resources, *model.conditions.agreements),
    "results.claims": lambda model: model.results.claims,
    "results.figures": lambda model: model.results.figures,
    "results.lessons": lambda model: model.results.lessons,
    "cost.figures": lambda model: model.cost.figures,
}

# What an adopter cannot do without comes first.
_FIRST = ("how.entry.routes", "people.roles", "for_whom.criteria", "results.claims", "cost.figures", "people.staffing", "for_whom.size")


class State(StrEnum):
    """Whether a model tells about a field: told, told but a gap remains, or missing."""

    TOLD = "told"
    PARTLY = "partly"
    MISSING = "missing"


_CODES = {State.MISSING: "completeness.missing", State.PARTLY: "completeness.partly"}


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what is asked for a model tells, and the fields to write next, the most needed first."""

    states: Mapping[str, State]
    next: tuple[str, ...]


def completeness(model: Model) -> Completeness:
    """The state of every field that readers ask for."""
    states = {field: _state(field, bool(has(model)), model) for field, has in ASKED.items()}
    open_fields = [field for field in (*_FIRST, *ASKED) if states[field] is not State.TOLD]
    missing_first = sorted(dict.fromkeys(open_fields), key=lambda field: states[field] is not State.MISSING)
    return Completeness(states, tuple(missing_first))


def to_write(catalog: Catalog, schema: Schema) -> Iterator[Problem]:
    """What each model could tell next, as findings in the order of need."""
    for model in catalog.models:
        found = completeness(model)
        for field in found.next:
            where = model.where._replace(path=tuple(field.split(".")))
            asked = {code: question(schema.node(where.path), code) for code in LANGUAGES}
            yield Problem(where, _CODES[found.states[field]], candidates=(Choice(field, asked),), found=field, severity=Severity.NOTE)


def _state(field: str, is_told: bool, model: Model) -> State:
    has_gap = any(gap.field.to == field or gap.field.to.startswith(f"{field}.") for gap in model.gaps)
    return State.MISSING if not is_told else State.PARTLY if has_gap else State.TOLD


def _is_answered(answer: Answer | None) -> bool:
    return answer is not None and answer.value != "unknown"
