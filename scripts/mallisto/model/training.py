"""Training material: which parts of the models teach the sections of a course, and questions about them."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Ref, Text
from mallisto.model.upkeep import Owner
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingPlace:
    """An address of the site, and what a learner should look for there."""

    at: Ref
    look_for: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """A question for discussion, without a right answer."""

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
    """A multiple-choice question; `place` is where on the site the answer is found."""

    where: Location
    id: str
    question: Text
    options: tuple[Option, ...]
    place: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One part of the timetable of a session."""

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
        """Every question that has an address of its own."""
        return (*self.discussion, *self.self_test)

    @property
    def minutes(self) -> int:
        """The length of a session in minutes."""
        return sum(each.minutes for each in self.timetable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """Training material for a course that another organisation publishes."""

    course: Text
    publisher: Ref
    note: Text
    reviewed: str
    owner: Owner
    sections: tuple[TrainingSection, ...]
    texts: tuple[tuple[Text, Location], ...] = ()
    free_texts: tuple[tuple[str, Location], ...] = ()
    dates: tuple[tuple[str, Location], ...] = ()
    refs: tuple[tuple[str, Ref], ...] = ()
