"""How strong the evidence on a model's results is: the highest grade that holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mallisto.model.facts import Fact, Figure, ResultKind, Statement, Text


class Evaluator(StrEnum):
    """Who has evaluated the results."""

    NOBODY = "nobody"
    IMPLEMENTER = "implementer"
    EXTERNAL = "external"
    UNKNOWN = "unknown"


class Compared(StrEnum):
    """With what an evaluation has compared the results."""

    NONE = "none"
    BEFORE_AFTER = "before_after"
    COMPARISON_GROUP = "comparison_group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Fact):
    """An evaluation of the results that has been made, or the word of somebody that there is none."""

    evaluator: Evaluator
    comparison: Compared
    text: Text | None


class Evidence(StrEnum):
    """The grades of evidence, from none upwards."""

    NONE = "none"
    OUTPUTS = "outputs"
    OWN_ACCOUNT = "own_account"
    OWN_FIGURES = "own_figures"
    EXTERNAL_EVALUATION = "external_evaluation"
    COMPARISON_GROUP = "comparison_group"


def grade(claims: tuple[Statement, ...], figures: tuple[Figure, ...], evaluation: Evaluation | None) -> Evidence:
    """The highest grade of evidence that holds for results and their evaluation; what nobody has told raises no grade."""
    if not (claims or figures):
        return Evidence.NONE
    if evaluation and evaluation.comparison is Compared.COMPARISON_GROUP:
        return Evidence.COMPARISON_GROUP
    if evaluation and evaluation.evaluator is Evaluator.EXTERNAL:
        return Evidence.EXTERNAL_EVALUATION
    if _tell_more_than_outputs(figures):
        return Evidence.OWN_FIGURES
    return Evidence.OWN_ACCOUNT if _tell_more_than_outputs(claims) else Evidence.OUTPUTS


def _tell_more_than_outputs(results: tuple[Statement, ...] | tuple[Figure, ...]) -> bool:
    return any(each.result in (ResultKind.EXPERIENCE, ResultKind.CHANGE) for each in results)
