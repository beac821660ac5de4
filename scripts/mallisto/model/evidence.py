"""The grade of evidence on a model's results."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mallisto.model.facts import Fact, Figure, Reference, ResultKind, Statement, Text


class Evaluator(StrEnum):
    """Who evaluated the results."""

    NOBODY = "nobody"
    IMPLEMENTER = "implementer"
    EXTERNAL = "external"
    UNKNOWN = "unknown"


class Compared(StrEnum):
    """What an evaluation compared the results with: its design."""

    NONE = "none"
    FOLLOW_UP = "follow_up"
    BEFORE_AFTER = "before_after"
    COMPARISON_GROUP = "comparison_group"
    RANDOMISED = "randomised"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Fact):
    """An evaluation of the results. A statement that no evaluation was made is one too, with the evaluator `nobody`.

    `date` is ISO and may lack day or month; `report` is where the evaluation was published.
    """

    evaluator: Evaluator
    comparison: Compared
    date: str | None = None
    report: Reference | None = None
    text: Text | None


class Evidence(StrEnum):
    """The grades of evidence, the lowest first."""

    NONE = "none"
    OUTPUTS = "outputs"
    OWN_ACCOUNT = "own_account"
    OWN_FIGURES = "own_figures"
    EXTERNAL_EVALUATION = "external_evaluation"
    COMPARISON_GROUP = "comparison_group"
    RANDOMISED = "randomised"


# Designs that make a grade of their own, whoever evaluated.
_BY_DESIGN = {Compared.RANDOMISED: Evidence.RANDOMISED, Compared.COMPARISON_GROUP: Evidence.COMPARISON_GROUP}


def grade(claims: tuple[Statement, ...], figures: tuple[Figure, ...], evaluation: Evaluation | None) -> Evidence:
    """Return the highest grade of evidence that the results and their evaluation reach; unknown facts raise no grade."""
    if not (claims or figures):
        return Evidence.NONE
    if evaluation and evaluation.comparison in _BY_DESIGN:
        return _BY_DESIGN[evaluation.comparison]
    if evaluation and evaluation.evaluator is Evaluator.EXTERNAL:
        return Evidence.EXTERNAL_EVALUATION
    if _tell_more_than_outputs(figures):
        return Evidence.OWN_FIGURES
    return Evidence.OWN_ACCOUNT if _tell_more_than_outputs(claims) else Evidence.OUTPUTS


def _tell_more_than_outputs(results: tuple[Statement, ...] | tuple[Figure, ...]) -> bool:
    return any(each.result in (ResultKind.EXPERIENCE, ResultKind.CHANGE) for each in results)
