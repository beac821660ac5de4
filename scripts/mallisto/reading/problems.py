"""What an author can mend: where it is, what it is, and what would be right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import NamedTuple

# Steps into a document: names of fields and numbers of list items, counted from zero.
Path = tuple[str | int, ...]


class Severity(StrEnum):
    """An error stops publishing; a note never does."""

    ERROR = "error"
    NOTE = "note"


class UsageError(Exception):
    """The command was called wrongly, or the environment cannot be used."""


class Location(NamedTuple):  # a model has thousands of them, and a tuple is made three times faster than a dataclass
    """A place in a file; line and column count from one, the path leads to the value there."""

    file: str
    line: int = 1
    column: int = 1
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that would be right, with the names people call it by, one for each language."""

    value: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. The words are in `strings/problems.*.yml` under its code; the fields here fill their gaps."""

    where: Location
    code: str
    _: KW_ONLY
    found: str = ""
    known: tuple[Choice, ...] = ()
    mend: str = ""
    other: Location | None = None
    limit: int = 0
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts findings as a reader meets them."""
        return (self.where.file, self.where.line, self.where.column, self.code, self.found)


def choices(values: Mapping[str, Mapping[str, str]]) -> tuple[Choice, ...]:
    """Ids with their names as choices, in the order given."""
    return tuple(Choice(value, names) for value, names in values.items())
