"""Does a model fit the reader's situation? Verdicts with their facts, by the six dimensions of the Hexagon (Metz & Louison 2019).

All questions are closed, so every verdict is computed at build time and a browser only looks it up. Where a model says nothing,
the verdict is `unknown`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mallisto.catalog.catalog import Catalog
from mallisto.fit import needs, supports
from mallisto.fit.reason import Dimension, Finding, Named, Reason, ReasonFact, Verdict
from mallisto.fit.remarks import remarks
from mallisto.model import Concept, Model, Role

__all__ = [
    "QUESTIONS",
    "Dimension",
    "Finding",
    "FitQuestion",
    "Named",
    "Reason",
    "ReasonFact",
    "Verdict",
    "findings",
    "groups_served",
    "offered",
    "remarks",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FitQuestion:
    """A closed question. `key` is used in URLs. The answers are a few fixed ones, or entries of a vocabulary.

    Each answer is a need of its own; all answers to a question `as_whole` together are one.
    """

    key: str
    dimension: Dimension
    judge: Callable[[Model, Catalog], Iterator[Finding]]
    words: tuple[str, ...] = ()
    entries: Callable[[Catalog], tuple[Concept | Role, ...]] = lambda _: ()
    takes_many: bool = False
    as_whole: bool = False


def _target_groups(catalog: Catalog) -> tuple[Concept, ...]:
    """The groups as people name them, each followed by its parts; a group of groups of groups tells a need too widely."""
    groups = catalog.vocabulary.target_groups
    too_wide = {wide.id for each in groups for wide in catalog.groups_above(each)[1:]}
    by_family = sorted(groups, key=lambda each: tuple(groups.index(one) for one in (*reversed(catalog.groups_above(each)), each)))
    return tuple(each for each in by_family if each.id not in too_wide)


def _jobs(catalog: Catalog) -> tuple[Role, ...]:
    """The jobs people have; one that is a kind of another is told by that."""
    return tuple(each for each in catalog.vocabulary.roles if needs.is_job(each) and not catalog.roles_above(each))


QUESTIONS = (
    FitQuestion(key="kenelle", dimension=Dimension.NEED, judge=needs.whom, entries=_target_groups, takes_many=True),
    FitQuestion(key="ohjaus", dimension=Dimension.FIT, judge=needs.entry, words=("itse", "ammattilainen", "lahete"), takes_many=True),
    FitQuestion(key="terveys", dimension=Dimension.FIT, judge=needs.health_partner, words=("on", "ei")),
    FitQuestion(
        key="ammattilaiset",
        dimension=Dimension.CAPACITY,
        judge=needs.professionals,
        entries=_jobs,
        takes_many=True,
        as_whole=True,
    ),
    FitQuestion(key="raha", dimension=Dimension.CAPACITY, judge=needs.money, words=("ei", "hanke", "oma")),
    FitQuestion(key="valmius", dimension=Dimension.USABILITY, judge=supports.readiness, words=("valmis", "kehitamme")),
    FitQuestion(
        key="tuki", dimension=Dimension.SUPPORTS, judge=supports.support, words=("paikka", "valineet", "aineisto"), takes_many=True
    ),
)


def findings(model: Model, catalog: Catalog) -> tuple[Finding, ...]:
    """Return every verdict on a model, for all answers."""
    return tuple(each for question in QUESTIONS for each in question.judge(model, catalog))


def groups_served(model: Model, catalog: Catalog) -> tuple[str, ...]:
    """Return the ids of the target groups that a model names, names a part of, or includes in a wider group."""
    return tuple(each.answer for each in needs.whom(model, catalog) if each.reason.verdict is Verdict.FITS)


def offered(question: FitQuestion, catalog: Catalog, judged: Iterable[tuple[str, Verdict]]) -> tuple[str, ...]:
    """The answers to offer, by the answer and the verdict of every finding on the question in all models.

    Of our own answers those that say something of some model; of a vocabulary, the entries that some model fits.
    """
    wanted = (Verdict.FITS, Verdict.MISSING, Verdict.TOLD) if question.words else (Verdict.FITS,)
    telling = {answer for answer, verdict in judged if verdict in wanted}
    possible = (*question.words, *(entry.id for entry in question.entries(catalog)))
    return tuple(answer for answer in possible if answer in telling)
