"""Signs that a text describes a project plan rather than a model, for `mallisto lint`. Notes only, never errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.model import Fact, Modality, Model, StepType, Text
from mallisto.reading.problems import Location, Problem, Severity

_PLANNED = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.VISION})
_OF_PEOPLE = frozenset({"persons", "percent", "clients"})
_LONGEST_SHOWN = 60

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s)[^.!?]*)*[.!?]?")
# Finnish words for planning. `Tulee` alone also means to come and to get, so it counts only before a verb such as `olemaan`.
_PLAN = re.compile(
    r"\b(?:tarkoituksena|(?:on|oli|ollut) tarkoitus|tavoitteena|tavoite on|aio(?:taan|mme)|aiko(?:o|vat)|pyri(?:tään|mme)|pyrk(?:ii|ivät)"
    r"|(?:tulee|tulevat|tullaan)(?:\s\w+){0,3}?\s\w{2,}(?:maan|mään)|suunnitellaan|on suunniteltu|suunnitteilla|odotetaan|toivotaan)\b",
    re.IGNORECASE,
)
# The present passive refers to the future only together with a word of time.
_LATER = re.compile(
    r"\b(?:jatkossa|myöhemmin|seuraavaksi|tulevaisuudessa|lähivuosina|ensi (?:vuonna|vuoden|keväänä|syksynä|kesänä)"
    r"|(?:kevään|kesän|syksyn|talven|vuoden \d{4}) aikana)\b",
    re.IGNORECASE,
)
_PRESENT_PASSIVE = re.compile(r"\b\w+(?:taan|tään|daan|dään|laan|lään|naan|nään|raan|rään)\b", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:saavut|toteutu|onnistu)\w*|\bon (?:ylitetty|täytetty)\b", re.IGNORECASE)


def results_are_no_plans(catalog: Catalog) -> Iterator[Problem]:
    """A sentence among the results reports what has happened; it does not plan or hope."""
    for model in catalog.models:
        for claim in model.results.claims:
            yield from (_note(_place(model, claim.text), "lint.plan_in_results", sentence) for sentence in plans_in(claim.text.fi))
        for figure in model.results.figures:
            yield from (_note(_place(model, figure.label), "lint.plan_in_results", sentence) for sentence in plans_in(figure.label.fi))


def result_figures_tell_of_whom(catalog: Catalog) -> Iterator[Problem]:
    """A number of people or a share among the results says which group it is about."""
    for model in catalog.models:
        for figure in model.results.figures:
            if figure.unit in _OF_PEOPLE and not (figure.population or figure.group):
                yield _note(figure.where, "lint.no_population", figure.label.fi)


def results_tell_of_how_many(catalog: Catalog) -> Iterator[Problem]:
    """A model with results says somewhere how many clients they are about."""
    for model in catalog.models:
        has_numbers = model.results.figures or model.for_whom.size
        if model.results.claims and not has_numbers and not _is_known_gap(model, "for_whom.size", "results.figures"):
            yield _note(model.results.claims[0].where, "lint.no_number", model.title.fi)


def plan_has_phases(catalog: Catalog) -> Iterator[Problem]:
    """A pathway has steps between its start and its end, and a plan says when it is carried out."""
    for model in (each for each in catalog.models if each.pathway.steps):
        if not any(step.type in (StepType.TASK, StepType.DECISION) for step in model.pathway.steps):
            yield _note(model.pathway.where, "lint.no_phases", model.title.fi)
        period = model.basics.period
        if _is_plan(model) and not (period and (period.start or period.end)) and not _is_known_gap(model, "basics.period"):
            yield _note(model.where, "lint.no_period", model.title.fi)


def model_is_no_project(catalog: Catalog) -> Iterator[Problem]:
    """A text called a model or a service is mostly described, not mostly planned."""
    for model in catalog.models:
        if model.kind in ("model", "service") and _is_plan(model):
            yield _note(model.where, "lint.project", model.title.fi)


def plans_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a Finnish text that plan or hope, except those that say a goal was reached."""
    return tuple(each.strip() for each in _SENTENCE.findall(text) if _plans(each) and not _REACHED.search(each))


def _plans(sentence: str) -> bool:
    return bool(_PLAN.search(sentence) or (_LATER.search(sentence) and _PRESENT_PASSIVE.search(sentence)))


def _is_plan(model: Model) -> bool:
    """Return whether more statements plan or hope than describe."""
    facts: tuple[Fact, ...] = (*model.statements(), *model.pathway.steps)
    sourced = [each.provenance.modality for each in facts if each.provenance.modality]
    return sum(each in _PLANNED for each in sourced) * 2 > len(sourced)


def _is_known_gap(model: Model, *names: str) -> bool:
    return any(gap.field.to in names for gap in model.gaps)


def _place(model: Model, text: Text) -> Location:
    return next((where for each, where in model.texts if each is text), model.where)


def _note(where: Location, code: str, found: str) -> Problem:
    shown = found if len(found) <= _LONGEST_SHOWN else found[: _LONGEST_SHOWN - 2].rsplit(" ", 1)[0] + " …"
    return Problem(where, code, found=shown, severity=Severity.NOTE)
