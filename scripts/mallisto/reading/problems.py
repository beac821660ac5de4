"""Problems: mistakes that an author can fix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import NamedTuple

# A path into a document: field names and list indexes, counted from zero.
Path = tuple[str | int, ...]


class Severity(StrEnum):
    """An error stops publishing; a note never does."""

    ERROR = "error"
    NOTE = "note"


class UsageError(Exception):
    """The command was called wrongly, or the environment cannot be used."""

    words: Mapping[str, str] = {}

    @classmethod
    def about(cls, what: object, fi: str, sv: str, en: str) -> UsageError:
        """An error about a file or a command, told in each language."""
        error = cls(f"{what}: {fi}")
        error.words = {"fi": f"{what}: {fi}", "sv": f"{what}: {sv}", "en": f"{what}: {en}"}
        return error

    def said(self, language: str) -> str:
        """The error in a language, in the one it has where it has one only."""
        return self.words.get(language, str(self))


class Location(NamedTuple):  # a NamedTuple, because a model has thousands of them and a dataclass takes three times as long to create
    """A place in a file. Line and column count from one; `path` leads to the value."""

    file: str
    line: int = 1
    column: int = 1
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A valid value with its name in every language."""

    value: str
    names: Mapping[str, str] = field(default_factory=dict)
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a file, with what its message needs.

    The message is in `strings/problems.*.yml` under `code`. `found` is the wrong value, `candidates` are the valid ones, `mend`
    is a corrected value where one can be guessed, `other` is a second place that is concerned, `limit` a limit that was exceeded.
    """

    where: Location
    code: str
    _: KW_ONLY
    found: str = ""
    candidates: tuple[Choice, ...] = ()
    mend: str = ""
    other: Location | None = None
    limit: int = 0
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sort key: file, line, column, code, value."""
        return (self.where.file, self.where.line, self.where.column, self.code, self.found)


def choices(values: Mapping[str, Mapping[str, str]]) -> tuple[Choice, ...]:
    """Turn a mapping of ids to names into choices, in the same order."""
    return tuple(Choice(value, names) for value, names in values.items())
