"""What a fit verdict is made of: a condition in the reader's answers, a verdict, and the model's facts it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mallisto.addresses import urls
from mallisto.model import Figure, Modality, Model, Provenance, Text

# Where on a model's page a field is told, when no single fact can be linked to.
_SECTIONS = (
    ("how", "perusidea"),
    ("for_whom", "kohderyhma"),
    ("results", "tulokset"),
    ("cost", "kustannukset"),
    ("tools", "ehdot"),
    ("people", "roolit/"),
    ("pathway", "polku/"),
)


class Verdict(StrEnum):
    """What a model's data say of an answer. Silence is `UNKNOWN`; `MISSING` rests on a fact that names what is needed.

    `TOLD` judges nothing: a fact the reader has to weigh, or one that no answer changes.
    """

    FITS = "fits"
    MISSING = "missing"
    UNKNOWN = "unknown"
    TOLD = "told"


class Dimension(StrEnum):
    """The six sides of the Hexagon."""

    NEED = "need"
    FIT = "fit"
    CAPACITY = "capacity"
    EVIDENCE = "evidence"
    USABILITY = "usability"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True)
class Named:
    """Words of the schema: what it calls a field, or a value of one."""

    field: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class ReasonFact:
    """A fact of a model in its own words, where it stands below the model's address, and how to qualify it."""

    words: Text | Figure | Named
    place: str
    more: Named | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A verdict with the facts behind it. `says` names the sentence that introduces them, `count` is its number, `about` its name."""

    verdict: Verdict
    says: str
    facts: tuple[ReasonFact, ...]
    count: int | None = None
    about: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A reason that holds when an answer is chosen, or when it is not; without an answer, whenever the question is answered.

    An answer in `alike` counts as the answer itself: any of them makes it chosen, and it is not chosen when none of them is.
    """

    question: str
    answer: str = ""
    alike: tuple[str, ...] = ()
    is_chosen: bool = True
    reason: Reason

    @property
    def answers(self) -> tuple[str, ...]:
        """The answer and those that count as it; none where the reason holds whatever is answered."""
        return (self.answer, *self.alike) if self.answer else ()

    def is_about(self, answer: str) -> bool:
        """Whether the reason tells of an answer chosen alone, or of its being left out."""
        return answer in self.answers if self.is_chosen else answer == self.answer


def if_planned(provenance: Provenance, field: str) -> Named | None:
    """What tells a plan, a hope or a vision from what is: the schema's word for it."""
    is_real = provenance.modality in (None, Modality.DESCRIBED, Modality.REPORTED, Modality.EXPERIENCED)
    return None if is_real else Named(f"{field}.modality", str(provenance.modality))


def told(says: str, *facts: ReasonFact, count: int | None = None) -> Reason:
    return Reason(verdict=Verdict.TOLD, says=says, facts=facts, count=count)


def unknown(says: str, model: Model, field: str) -> Reason:
    """Nobody has told about a field: the gap that says so, or the place where the fact would stand."""
    found = tuple(gaps(model, field)) or (ReasonFact(Named(field), _section(field)),)
    return Reason(verdict=Verdict.UNKNOWN, says=says, facts=found)


def gaps(model: Model, *fields: str) -> Iterator[ReasonFact]:
    """What the sources do not tell of these fields, in the words of the model."""
    for gap in model.gaps:
        if any(gap.field.to == field or gap.field.to.startswith(f"{field}.") for field in fields):
            yield ReasonFact(gap.text, f"#{urls.fact(gap.id)}")


def _section(field: str) -> str:
    place = next((place for name, place in _SECTIONS if field.split(".")[0] == name), "perustiedot")
    return place if place.endswith("/") else f"#{place}"
