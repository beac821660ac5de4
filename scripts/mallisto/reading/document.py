"""A YAML file that has been read: its values, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mallisto.reading.problems import Location, Path


class Spot(NamedTuple):
    """The positions of a value and of its field name, counted from one, and of the values inside it. `key_line` is 0 without a name."""

    line: int
    column: int
    key_line: int
    key_column: int
    inner: Mapping[str | int, Spot] | None

    def at(self, step: str | int) -> Spot | None:
        return self.inner.get(step) if self.inner else None


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed YAML file with the positions of its values and field names."""

    file: str
    root: dict[str, Any]
    spot: Spot

    def __getitem__(self, path: Path) -> Any:
        """Return the value at a path; KeyError or IndexError if there is none."""
        value: Any = self.root
        for step in path:
            value = value[step]
        return value

    def where(self, path: Path) -> Location:
        """Return the location of a value, or of the nearest value around it."""
        spot, _ = self._spot(path)
        return Location(self.file, spot.line, spot.column, path)

    def where_key(self, path: Path) -> Location:
        """Return the location of a field name, or of the value if it has no name."""
        spot, is_there = self._spot(path)
        return Location(self.file, spot.key_line, spot.key_column, path) if is_there and spot.key_line else self.where(path)

    def _spot(self, path: Path) -> tuple[Spot, bool]:
        spot = self.spot
        for step in path:
            inner = spot.at(step)
            if inner is None:
                return spot, False
            spot = inner
        return spot, True
