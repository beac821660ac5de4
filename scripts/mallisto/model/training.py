"""Training material as data: what of the models teaches each section of a course, and what to ask about it."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Ref, Text
from mallisto.model.upkeep import Owner
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingPlace:
    """An address of the site and what a learner should look for there."""

    at: Ref
    look_for: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """A question to talk about; it has no right answer."""

    where: Location
    id: str
    question: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A possible answer, whether it is right, and why."""

    text: Text
    is_right: bool
    because: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTest:
    """A question with its possible answers; `place` is where the answer stands."""

    where: Location
    id: str
    question: Text
    options: tuple[Option, ...]
    place: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A part of a session; minutes."""

    minutes: int
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSection:
    """One section of the course."""

    where: Location
    id: str
    title: Text
    aim: Text
    places: tuple[TeachingPlace, ...]
    discussion: tuple[Discussion, ...]
    self_test: tuple[SelfTest, ...]
    timetable: tuple[Moment, ...]

    @property
    def questions(self) -> tuple[Discussion | SelfTest, ...]:
        """Every question one can link to."""
        return (*self.discussion, *self.self_test)

    @property
    def minutes(self) -> int:
        """How long a session takes."""
        return sum(each.minutes for each in self.timetable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """The material by the sections of a course somebody else publishes."""

    course: Text
    publisher: Ref
    note: Text
    reviewed: str
    owner: Owner
    sections: tuple[TrainingSection, ...]
    texts: tuple[tuple[Text, Location], ...] = ()
    said: tuple[tuple[str, Location], ...] = ()
    dates: tuple[tuple[str, Location], ...] = ()
    refs: tuple[tuple[str, Ref], ...] = ()
