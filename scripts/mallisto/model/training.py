"""Training material: which parts of the models teach the sections of a course, and questions about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


class CaseMoment(StrEnum):
    """Where on a pathway a case stands: which of its steps answer what happens next."""

    ARRIVAL = "arrival"
    ROLE = "role"
    AFTER_ROLE = "after_role"
    HAND_OVER = "hand_over"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An imaginary situation of a client; `role` is who the learner is.

    `at` are addresses of steps that correspond to it in the editors' reading; in other models they follow from `moment`.
    """

    where: Location
    id: str
    situation: Text
    role: Ref
    moment: CaseMoment
    at: tuple[Ref, ...]
    do: Text
    ask: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTest:
    """A multiple-choice question, on a case of the section or on facts; `place` is where on the site the answer is found."""

    where: Location
    id: str
    case: str | None
    question: Text
    options: tuple[Option, ...]
    place: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One part of the timetable of a session."""

    minutes: int
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The parts of a session, one after another."""

    moments: tuple[Moment, ...]

    @property
    def minutes(self) -> int:
        """The length of the session in minutes."""
        return sum(each.minutes for each in self.moments)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSection:
    """One section of the course."""

    where: Location
    id: str
    title: Text
    aim: Text
    places: tuple[TeachingPlace, ...]
    discussion: tuple[Discussion, ...]
    cases: tuple[Case, ...]
    self_test: tuple[SelfTest, ...]
    timetable: Timetable

    @property
    def questions(self) -> tuple[Discussion | SelfTest, ...]:
        """Every question that has an address of its own."""
        return (*self.discussion, *self.self_test)

    def case(self, case_id: str) -> Case | None:
        """Return a case by its id."""
        return next((each for each in self.cases if each.id == case_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A session for one role: a case of a section, the role's own steps, and a few test questions of the section."""

    where: Location
    id: str
    title: Text
    role: Ref
    section: str
    case: str
    questions: tuple[str, ...]
    timetable: Timetable


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """Training material for a course that another organisation publishes; `sessions` are timetables for any section."""

    course: Text
    publisher: Ref
    note: Text
    reviewed: str
    owner: Owner
    sessions: tuple[Timetable, ...]
    routes: tuple[Route, ...]
    sections: tuple[TrainingSection, ...]
    texts: tuple[tuple[Text, Location], ...] = ()
    free_texts: tuple[tuple[str, Location], ...] = ()
    dates: tuple[tuple[str, Location], ...] = ()
    refs: tuple[tuple[str, Ref], ...] = ()

    def section(self, section_id: str) -> TrainingSection | None:
        """Return a section by its id."""
        return next((each for each in self.sections if each.id == section_id), None)
