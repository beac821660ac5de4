"""A plan is not a result, and a planned evaluation is not an evaluation."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.model import Fact, Modality
from mallisto.reading.problems import Problem

_HAPPENED = frozenset({Modality.REPORTED, Modality.EXPERIENCED})
_TO_COME = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.VISION})


def results_are_reported(catalog: Catalog) -> Iterator[Problem]:
    """Results contain only what somebody reports as having happened or as experienced."""
    for model in catalog.models:
        facts: tuple[Fact, ...] = (*model.results.claims, *model.results.figures)
        for fact in facts:
            modality = fact.provenance.modality
            if modality not in _HAPPENED:
                yield Problem(fact.provenance.modality_where, "results.not_reported", found=modality or fact.provenance.basis)


def evaluation_was_made(catalog: Catalog) -> Iterator[Problem]:
    """An evaluation that is only planned, expected or envisioned is not an evaluation of the results."""
    for model in catalog.models:
        evaluation = model.results.evaluation
        if evaluation and evaluation.provenance.modality in _TO_COME:
            yield Problem(evaluation.provenance.modality_where, "results.not_evaluated", found=str(evaluation.provenance.modality))


def expectations_are_not_results(catalog: Catalog) -> Iterator[Problem]:
    """Expected results, plans and the vision contain nothing that is said to have happened."""
    for model in catalog.models:
        for fact in (*model.results.expected_results, *model.results.vision):
            if fact.provenance.modality in _HAPPENED:
                yield Problem(fact.provenance.modality_where, "results.not_expected", found=str(fact.provenance.modality))


def questions_are_not_expectations(catalog: Catalog) -> Iterator[Problem]:
    """A question in a source is not a goal, plan or vision; it belongs to the background of the model."""
    for model in catalog.models:
        for fact in (*model.results.expected_results, *model.results.next_steps, *model.results.vision):
            if fact.provenance.modality is Modality.QUESTION:
                yield Problem(fact.provenance.modality_where, "results.question", found=str(fact.provenance.modality))
