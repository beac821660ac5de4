"""What the fit finder shows: questions with their answers, verdicts with their reasons, and what one model contributes to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mallisto.fit import Verdict
from mallisto.i18n.language import LocalizedText

# What the script says, by the name of the attribute it takes the words from.
LABELS = (
    "fits",
    "missing",
    "unknown",
    "told",
    "needs",
    "sum",
    "counts",
    "rest",
    "choose",
    "choose-model",
    "status",
    "status-none",
    "cleared",
    "copied",
    "in-address",
    "failed",
    "memo",
    "adopt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """A verdict's sentence, and the facts behind it with the way to each."""

    verdict: str
    sentence: str
    facts: tuple[tuple[LocalizedText, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictModelsView:
    """The models a verdict holds for, each with the way to its reason and what qualifies it; where they are too many, only their number."""

    verdict: str
    label: str
    models: tuple[tuple[LocalizedText, str, str], ...]
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FitAnswerView:
    """An answer one can choose, and what it says of the models. `also` are narrower answers that links of before may carry."""

    id: str
    name: LocalizedText
    also: tuple[str, ...]
    is_part: bool
    models: tuple[VerdictModelsView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FitQuestionView:
    """A question with its answers, in groups where they are of several kinds; `silent` are the models that do not tell."""

    key: str
    text: str
    help: str
    how: str
    dimension: str
    kind: str
    as_whole: bool
    groups: tuple[tuple[str, tuple[FitAnswerView, ...]], ...]
    silent: tuple[VerdictModelsView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownView:
    """What is told of a model whatever is answered, by the sides of the Hexagon."""

    name: LocalizedText
    href: str
    sides: tuple[tuple[str, tuple[ReasonView, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FitView:
    """The fit finder's slot, finished. `has_light` says that there are light descriptions to switch on."""

    script: str
    models: str
    compare: str
    labels: Mapping[str, str]
    questions: tuple[FitQuestionView, ...]
    known: tuple[KnownView, ...]
    has_light: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedView:
    """A finding as the plain lists show it: the condition it holds under, its verdict, the way to its reason, and what qualifies it."""

    question: str
    answer: str
    answers: tuple[str, ...]
    is_chosen: bool
    verdict: Verdict
    href: str
    qualification: str

    def is_about(self, answer: str) -> bool:
        """Whether it tells of an answer chosen alone, or of its being left out."""
        return answer in self.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFit:
    """What a model contributes: every finding on it, and what is known of it by the sides of the Hexagon."""

    name: LocalizedText
    is_light: bool
    judged: tuple[JudgedView, ...]
    known: KnownView
