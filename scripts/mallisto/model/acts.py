"""Acts of law that models and their agreements rest on."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Ref, Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What an act obliges somebody to do; `party` is a kind of body, such as `county`."""

    party: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A change of an act that matters to models, and the day (ISO) it came into force."""

    date: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act of law by its number (612/2021). Dates are ISO; `in_force_to` is its last day in force, if it has one."""

    where: Location
    id: str
    number: str
    name: Text
    url: Text
    in_force_from: str
    in_force_to: str | None
    replaced_by: tuple[Ref, ...]
    amended: tuple[Amendment, ...]
    duties: tuple[Duty, ...]
    checked: str
    note: Text | None

    @property
    def title(self) -> Text:
        """Its name and number, as acts are cited."""
        name = self.name
        return Text(*(f"{each} {self.number}" if each else None for each in (name.fi, name.sv, name.en)))  # type: ignore[arg-type]
