"""What must not be left out of a model, and the criteria by which its quality is scored."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Fact, NamedFact, Ref, Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreElement(NamedFact):
    """Something without which the work is no longer this model, and the steps, roles and checklist items it is about."""

    text: Text
    note: Text | None
    steps: tuple[Ref, ...]
    roles: tuple[Ref, ...]
    items: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityLevel:
    """What a number of points means for one criterion."""

    where: Location
    points: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(NamedFact):
    """One criterion; `levels` are those that the source describes, perhaps none."""

    title: Text
    asks: Text
    levels: tuple[QualityLevel, ...]
    steps: tuple[Ref, ...]
    roles: tuple[Ref, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The lowest and the highest points of a criterion."""

    min: int
    max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SumBand:
    """What a sum from `min` to `max` means, both included."""

    where: Location
    min: int
    max: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria(Fact):
    """A published set of quality criteria. The provenance is that of the set and its scale; each criterion has its own."""

    title: Text
    when: Text | None
    scale: Scale
    bands: tuple[SumBand, ...]
    note: Text | None
    items: tuple[Criterion, ...]

    @property
    def sums(self) -> Scale:
        """The lowest and the highest sum."""
        return Scale(min=self.scale.min * len(self.items), max=self.scale.max * len(self.items))
