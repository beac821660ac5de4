"""What a model tells of the things readers ask for, and what to write next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mallisto.catalog.catalog import Catalog
from mallisto.fields.table import ROWS
from mallisto.model import Model
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Choice, Problem, Severity
from mallisto.reading.schema import Schema, question

# The parts of a model in the order in which they help a reader to decide.
_PARTS = ("basics", "for_whom", "how", "people", "tools", "conditions", "results", "cost")
# What readers ask for, and how one sees that a model has something there.
ASKED: Mapping[str, Callable[[Model], object]] = {
    row.field: row.is_told for part in _PARTS for row in ROWS if row.is_told and row.field.split(".")[0] == part
}

# What an adopter cannot do without comes first.
_FIRST = ("how.entry.routes", "people.roles", "for_whom.criteria", "results.claims", "cost.figures", "people.staffing", "for_whom.size")


class State(StrEnum):
    """Whether a model tells about a field: told, told but a gap remains, said to be unknown, or passed over in silence."""

    TOLD = "told"
    PARTLY = "partly"
    UNKNOWN = "unknown"
    MISSING = "missing"


# What is not told comes first, then what somebody has looked for and not found. Each has a message.
_CODES = {
    State.MISSING: "completeness.missing",
    State.UNKNOWN: "completeness.unknown",
    State.PARTLY: "completeness.partly",
}
_OPEN = tuple(_CODES)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what is asked for a model tells, and the fields to write next, the most needed first."""

    states: Mapping[str, State]
    next: tuple[str, ...]

    @property
    def told(self) -> int:
        """How many fields some fact tells of; a gap that remains takes nothing away, and one that is declared adds nothing."""
        return sum(state in (State.TOLD, State.PARTLY) for state in self.states.values())


def completeness(model: Model) -> Completeness:
    """The state of every field that readers ask for."""
    states = {field: _state(field, bool(has(model)), model) for field, has in ASKED.items()}
    open_fields = [field for field in (*_FIRST, *ASKED) if states[field] is not State.TOLD]
    ordered = sorted(dict.fromkeys(open_fields), key=lambda field: _OPEN.index(states[field]))
    return Completeness(states, tuple(ordered))


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
    if is_told:
        return State.PARTLY if has_gap else State.TOLD
    return State.UNKNOWN if has_gap else State.MISSING
