"""Usability and supports: how ready a model is, where it can be seen, what can be taken along."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.fit.reason import Finding, Named, Reason, ReasonFact, Verdict, gaps, unknown
from mallisto.model import Link, Model, Tool


def readiness(model: Model, _: Catalog) -> Iterator[Finding]:
    """Who wants a finished model is served by one the source calls ready; who has time to develop, by any whose phase is known."""
    phase = model.status.development
    if phase == "unknown":
        yield Finding(question="valmius", reason=unknown("ready.unknown", model, "status.development"))
        return
    facts = (ReasonFact(Named("status.development", phase), "#perustiedot"),)
    finished = Verdict.FITS if phase == "ready" else Verdict.MISSING
    yield Finding(question="valmius", answer="valmis", reason=Reason(verdict=finished, says="ready.phase", facts=facts))
    yield Finding(question="valmius", answer="kehitamme", reason=Reason(verdict=Verdict.FITS, says="ready.phase", facts=facts))


def support(model: Model, _: Catalog) -> Iterator[Finding]:
    """A place to visit, tools in use, material to read."""
    yield Finding(question="tuki", answer="paikka", reason=_place_to_visit(model))
    yield Finding(question="tuki", answer="valineet", reason=_tools(model))
    yield Finding(question="tuki", answer="aineisto", reason=_material(model))


def _place_to_visit(model: Model) -> Reason:
    """Where it runs now, if it is known to. That its project period has ended does not tell whether the work went on."""
    now = model.status.lifecycle
    if now != "running":
        return unknown("running.unknown", model, "status.lifecycle")
    return Reason(verdict=Verdict.FITS, says="running.now", facts=(ReasonFact(Named("status.lifecycle", now), "#perustiedot"),))


def _tools(model: Model) -> Reason:
    """Tools in use, if there are any; those only planned or tried, if all are so; else nobody knows."""
    in_use = _those(model, lambda each: each.maturity in ("established", "in_use"))
    not_yet = _those(model, lambda each: each.maturity in ("prototype", "planned"))
    if in_use:
        return Reason(verdict=Verdict.FITS, says="tools.in_use", facts=in_use)
    if not_yet and len(not_yet) == len(model.tools) and not any(gaps(model, "tools")):
        return Reason(verdict=Verdict.MISSING, says="tools.not_yet", facts=not_yet)
    if model.tools:
        return Reason(verdict=Verdict.UNKNOWN, says="tools.use_unknown", facts=tuple(map(tool, model.tools)))
    return unknown("tools.unknown", model, "tools")


def _those(model: Model, are_so: Callable[[Tool], bool]) -> tuple[ReasonFact, ...]:
    return tuple(tool(each) for each in model.tools if are_so(each))


def tool(each: Tool) -> ReasonFact:
    return ReasonFact(each.name, f"#{urls.fact(each.id)}", Named("tools.maturity", each.maturity))


def _material(model: Model) -> Reason:
    """Links that work, if there are any; else those that nobody has tried; dead ones, if all are so; else nobody knows."""
    states = {each.state for each in model.basics.links}
    for state, verdict in (("works", Verdict.FITS), ("unchecked", Verdict.UNKNOWN), ("dead", Verdict.MISSING)):
        if state in states and (state != "dead" or states == {"dead"}):
            facts = tuple(link(each) for each in model.basics.links if each.state == state)
            return Reason(verdict=verdict, says=f"material.{state}", facts=facts)
    return unknown("material.unknown", model, "basics.links")


def link(each: Link) -> ReasonFact:
    return ReasonFact(each.title, f"#{urls.fact(each.id)}", Named("basics.links.state", each.state))
