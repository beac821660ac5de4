"""Facts and gaps by dimension that do not depend on answers: evidence above all."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.fit.reason import Dimension, Named, Reason, ReasonFact, Verdict, gaps, if_planned, remark, unknown
from mallisto.fit.supports import link_fact, tool_fact
from mallisto.i18n.evidence_text import evaluator
from mallisto.model import Evaluator, Evidence, Model, Step, Text


def remarks(model: Model, catalog: Catalog) -> Iterator[tuple[Dimension, Reason]]:
    """Yield facts and gaps that no answer changes, with their dimension."""
    yield Dimension.NEED, _groups(model, catalog)
    yield Dimension.FIT, _organisations(model, catalog, ("partner", "network", "referrer"), "partners")
    yield Dimension.CAPACITY, _cost(model)
    for reason in _evidence(model, catalog):
        yield Dimension.EVIDENCE, reason
    for reason in _usability(model):
        yield Dimension.USABILITY, reason
    yield Dimension.SUPPORTS, _listed(tuple(map(tool_fact, model.tools)), "tools", model, "tools")
    yield Dimension.SUPPORTS, _listed(tuple(map(link_fact, model.basics.links)), "material", model, "basics.links")
    yield Dimension.SUPPORTS, _organisations(model, catalog, ("implementer", "coordinator"), "contact")


def _listed(facts: tuple[ReasonFact, ...], says: str, model: Model, field: str) -> Reason:
    return remark(f"{says}.told", *facts) if facts else unknown(f"{says}.unknown", model, field)


def _groups(model: Model, catalog: Catalog) -> Reason:
    named = tuple(ReasonFact(catalog.target_group_by_id[ref.to].name, "#perustiedot") for ref in model.classification.target_groups)
    return _listed(named, "whom", model, "classification.target_groups")


def _organisations(model: Model, catalog: Catalog, parts: tuple[str, ...], says: str) -> Reason:
    field = "basics.organisations"
    facts = (
        ReasonFact(catalog.organisation(participant.organisation).name, "#perustiedot", if_planned(participant.provenance, field))
        for participant in model.basics.organisations
        if participant.part in parts
    )
    return _listed(tuple(dict.fromkeys(facts)), says, model, field)


def _cost(model: Model) -> Reason:
    """Return the price and what it is a price of; a grant is not a price."""
    field = "cost.figures"
    prices = (ReasonFact(each, f"#{urls.fact(each.id)}", if_planned(each.provenance, field)) for each in model.cost.figures)
    return _listed(tuple(prices), "cost", model, field)


def _evidence(model: Model, catalog: Catalog) -> Iterator[Reason]:
    """Yield the grade of evidence with its sources, and who evaluated the results; a plan is no evidence."""
    results = model.results
    if results.evidence is Evidence.NONE:
        yield unknown("evidence.none", model, "results")
        return
    tellers = dict.fromkeys(each.provenance.reported_by.to for each in (*results.claims, *results.figures) if each.provenance.reported_by)
    who = tuple(ReasonFact(catalog.organisation_by_id[each].name, "#tulokset") for each in tellers)
    yield remark(f"evidence.{results.evidence}", *(who or (ReasonFact(Named("results"), "#tulokset"),)))
    by = evaluator(results)
    verdict = Verdict.UNKNOWN if by is Evaluator.UNKNOWN else Verdict.TOLD
    yield Reason(verdict=verdict, says=f"evidence.by.{by}", facts=(ReasonFact(Named("results.evaluation"), "#tulokset"),))
    if open_questions := tuple(gaps(model, "results")):
        yield Reason(verdict=Verdict.UNKNOWN, says="evidence.gaps", facts=open_questions)


def _usability(model: Model) -> Iterator[Reason]:
    steps, items = model.pathway.steps, model.checklist
    if steps:
        yield remark("steps.told", ReasonFact(Named("pathway"), urls.PATHWAY), count=len(steps))
    durations = tuple(_duration(each, each.duration) for each in steps if each.duration)
    yield _listed(durations, "duration", model, "pathway.steps.duration")
    if items:
        yield remark("items.told", ReasonFact(Named("adoption"), urls.CHECKLIST), count=len(items))


def _duration(step: Step, duration: Text) -> ReasonFact:
    return ReasonFact(duration, f"{urls.PATHWAY}#{urls.step(step.id)}", if_planned(step.provenance, "pathway.steps"))
