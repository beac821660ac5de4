"""The evidence on a model's results in words: its grade, and what is told of an evaluation. The grade is the editors' reading."""

from __future__ import annotations

from mallisto.i18n.language import Language
from mallisto.model import Compared, Evaluator, Evidence, Results


def grade(results: Results, language: Language) -> str:
    """The grade of the evidence in a few words."""
    return language.say(f"evidence.{results.evidence}")


def evaluated(results: Results, language: Language) -> str:
    """Who has evaluated the results, and against what, in whole sentences; nothing where there are no results."""
    if results.evidence is Evidence.NONE:
        return ""
    said = [language.say(f"evidence.by.{evaluator(results)}")]
    if results.evaluation and results.evaluation.comparison is Compared.BEFORE_AFTER:
        said.append(language.say("evidence.before_after"))
    return " ".join(said)


def evaluator(results: Results) -> Evaluator:
    """Who has evaluated the results; unknown where the model does not tell."""
    return results.evaluation.evaluator if results.evaluation else Evaluator.UNKNOWN
