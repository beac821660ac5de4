"""The parts of a fit verdict: a condition on the reader's answers, a verdict, and the facts it is based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mallisto.addresses import urls
from mallisto.model import Figure, Modality, Model, Provenance, Text
from mallisto.model.facts import facts_within

# The section of the overview page for a field, where no single fact can be linked to.
_SECTIONS = (
    ("how", "perusidea"),
    ("for_whom", "kohderyhma"),
    ("results", "tulokset"),
    ("cost", "kustannukset"),
    ("tools", "ehdot"),
    ("people", urls.ROLES),
    ("pathway", urls.PATHWAY),
)


class Verdict(StrEnum):
    """What a model's data say about an answer. Silence is `UNKNOWN`; `MISSING` needs a fact that names what is required.

    `TOLD` does not judge: a fact for the reader to weigh, or one that no answer changes.
    """

    FITS = "fits"
    MISSING = "missing"
    UNKNOWN = "unknown"
    TOLD = "told"


class Dimension(StrEnum):
    """The six dimensions of the Hexagon."""

    NEED = "need"
    FIT = "fit"
    CAPACITY = "capacity"
    EVIDENCE = "evidence"
    USABILITY = "usability"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True)
class Named:
    """A name from the schema: of a field, or of one of its values."""

    field: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class ReasonFact:
    """A fact in the model's own words, its address below the model's, and a qualification."""

    words: Text | Figure | Named
    place: str
    more: Named | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A verdict and its facts. `says` is the key of the introducing sentence, `count` and `about` fill its gaps."""

    verdict: Verdict
    says: str
    facts: tuple[ReasonFact, ...]
    count: int | None = None
    about: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A reason that holds if an answer is chosen, or if it is not; without an answer, whenever the question is answered.

    An answer in `alike` counts as the answer itself: any of them makes it chosen, and it is not chosen if none of them is.
    """

    question: str
    answer: str = ""
    alike: tuple[str, ...] = ()
    is_chosen: bool = True
    reason: Reason

    @property
    def answers(self) -> tuple[str, ...]:
        """The answer and those that count as it; empty if the reason holds for any answer."""
        return (self.answer, *self.alike) if self.answer else ()


def if_planned(provenance: Provenance, field: str) -> Named | None:
    """Return the schema's word for a plan, a hope or a vision, or None for a fact."""
    is_real = provenance.modality in (None, Modality.DESCRIBED, Modality.REPORTED, Modality.EXPERIENCED)
    return None if is_real else Named(f"{field}.modality", str(provenance.modality))


def remark(says: str, *facts: ReasonFact, count: int | None = None) -> Reason:
    """Return a reason that informs without judging."""
    return Reason(verdict=Verdict.TOLD, says=says, facts=facts, count=count)


def unknown(says: str, model: Model, field: str) -> Reason:
    """Return the reason that a field is unknown: its gap, or the section where the fact would be."""
    found = tuple(gaps(model, field)) or (ReasonFact(Named(field), _section(field, model)),)
    return Reason(verdict=Verdict.UNKNOWN, says=says, facts=found)


def gaps(model: Model, *fields: str) -> Iterator[ReasonFact]:
    """Yield the gaps of these fields as facts."""
    for gap in model.gaps:
        if any(gap.field.to == field or gap.field.to.startswith(f"{field}.") for field in fields):
            yield ReasonFact(gap.text, f"#{urls.fact(gap.id)}")


def _section(field: str, model: Model) -> str:
    """Where the fact would be told; the facts at a glance where the model has neither that section nor that page."""
    place = next((place for name, place in _SECTIONS if field.split(".")[0] == name), "perustiedot")
    if place.endswith("/"):
        return place if place in urls.parts_of(model) else "#perustiedot"
    return f"#{place}" if _has_section(place, model) else "#perustiedot"


def _has_section(place: str, model: Model) -> bool:
    """Whether the overview has a section; of results and costs a full description always says something."""
    if place in ("tulokset", "kustannukset") and not model.is_light:
        return True
    within = {"perusidea": model.how, "kohderyhma": model.for_whom, "tulokset": model.results, "kustannukset": model.cost}
    return place == "perustiedot" or any(facts_within(within.get(place, (model.tools, model.conditions))))
