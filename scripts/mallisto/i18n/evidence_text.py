"""The evidence on a model's results in words. The grade is the editors' assessment."""

from __future__ import annotations

from mallisto.i18n.language import Language
from mallisto.model import Compared, Evaluator, Evidence, Results


def grade(results: Results, language: Language) -> str:
    """Return the grade of evidence in a few words."""
    return language.say(f"evidence.{results.evidence}")


def evaluation_sentence(results: Results, language: Language) -> str:
    """Return who evaluated the results and what they were compared with, in sentences; empty without results."""
    if results.evidence is Evidence.NONE:
        return ""
    said = [language.say(f"evidence.by.{evaluator(results)}")]
    if results.evaluation and results.evaluation.comparison is Compared.BEFORE_AFTER:
        said.append(language.say("evidence.before_after"))
    if results.evaluation and results.evaluation.comparison is Compared.FOLLOW_UP:
        said.append(language.say("evidence.follow_up"))
    return " ".join(said)


def evaluator(results: Results) -> Evaluator:
    """Return who evaluated the results, or `unknown`."""
    return results.evaluation.evaluator if results.evaluation else Evaluator.UNKNOWN
