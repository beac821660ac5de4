"""The decision card of a model: the eight questions that a decider asks first, in the same order and words wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mallisto.fields import decision_rows
from mallisto.fields.decision_rows import DecisionRow
from mallisto.fields.values import FieldReader, FieldValue
from mallisto.i18n.language import Language
from mallisto.i18n.status_text import lifecycle_text
from mallisto.model import Evidence

_GRADES = tuple(Evidence)
HIGHEST = len(_GRADES) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGrade:
    """A grade of evidence, from 0 to `HIGHEST`, in words."""

    grade: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """The eight rows, the status in a word with its shape, and the grade of evidence; no grade where results are not told of."""

    for_whom: DecisionRow
    way_in: DecisionRow
    team: DecisionRow
    duration: DecisionRow
    price: DecisionRow
    evidence: DecisionRow
    runs_now: DecisionRow
    followed: DecisionRow
    lifecycle: str
    status: str
    grade: EvidenceGrade | None

    @property
    def rows(self) -> tuple[DecisionRow, ...]:
        """The rows in reading order: what it is, then whether one can afford and trust it."""
        return (
            self.for_whom,
            self.way_in,
            self.team,
            self.duration,
            self.price,
            self.evidence,
            self.runs_now,
            self.followed,
        )


_READERS: Mapping[str, Callable[[FieldReader], DecisionRow]] = {
    "for-whom": decision_rows.for_whom,
    "way-in": decision_rows.way_in,
    "team": decision_rows.team,
    "duration": decision_rows.duration,
    "price": decision_rows.price,
    "evidence": decision_rows.evidence,
    "runs-now": decision_rows.runs_now,
    "followed": decision_rows.followed,
}


def decision_card(asked: FieldReader) -> DecisionCard:
    """Read the card of a model. An untold fact is unknown, never a no."""
    model, language = asked.model, asked.language
    return DecisionCard(
        for_whom=decision_rows.for_whom(asked),
        way_in=decision_rows.way_in(asked),
        team=decision_rows.team(asked),
        duration=decision_rows.duration(asked),
        price=decision_rows.price(asked),
        evidence=decision_rows.evidence(asked),
        runs_now=decision_rows.runs_now(asked),
        followed=decision_rows.followed(asked),
        lifecycle=model.status.lifecycle,
        status=lifecycle_text(model.runs, language),
        grade=_grade(model.evidence, language) if model.evidence else None,
    )


def _grade(evidence: Evidence, language: Language) -> EvidenceGrade:
    return EvidenceGrade(grade=_GRADES.index(evidence), words=language.say(f"evidence.{evidence}"))


def reader(row_id: str) -> Callable[[FieldReader], Iterator[FieldValue]]:
    """A reader of one row for the comparison and its file: what is answered, each with its small print."""

    def read(asked: FieldReader) -> Iterator[FieldValue]:
        for each in _READERS[row_id](asked).values:
            text = f"{each.text} ({each.said})" if each.said else each.text
            yield FieldValue(text=text, more=each.more, known=asked.editors("gathered"), anchor="paatoskortti")

    return read
