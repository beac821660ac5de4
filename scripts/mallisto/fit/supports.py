"""Usability and supports: maturity, places to visit, tools and material."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.fit.reason import Finding, Named, Reason, ReasonFact, Verdict, gaps, unknown
from mallisto.model import Link, Model, Tool


def readiness(model: Model, _: Catalog) -> Iterator[Finding]:
    """A finished model needs a source that calls it ready; a team that can develop is served by any known stage."""
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
    """Fits if the model is known to run now. An ended project period does not show whether the work went on."""
    now = model.status.lifecycle
    if now != "running":
        return unknown("running.unknown", model, "status.lifecycle")
    return Reason(verdict=Verdict.FITS, says="running.now", facts=(ReasonFact(Named("status.lifecycle", now), "#perustiedot"),))


def _tools(model: Model) -> Reason:
    """Fits with tools in use; missing if all are only planned or prototypes; otherwise unknown."""
    in_use = _tools_that(model, lambda each: each.maturity in ("established", "in_use"))
    not_yet = _tools_that(model, lambda each: each.maturity in ("prototype", "planned"))
    if in_use:
        return Reason(verdict=Verdict.FITS, says="tools.in_use", facts=in_use)
    if not_yet and len(not_yet) == len(model.tools) and not any(gaps(model, "tools")):
        return Reason(verdict=Verdict.MISSING, says="tools.not_yet", facts=not_yet)
    if model.tools:
        return Reason(verdict=Verdict.UNKNOWN, says="tools.use_unknown", facts=tuple(map(tool_fact, model.tools)))
    return unknown("tools.unknown", model, "tools")


def _tools_that(model: Model, is_so: Callable[[Tool], bool]) -> tuple[ReasonFact, ...]:
    return tuple(tool_fact(each) for each in model.tools if is_so(each))


def tool_fact(tool: Tool) -> ReasonFact:
    return ReasonFact(tool.name, f"#{urls.fact(tool.id)}", Named("tools.maturity", tool.maturity))


def _material(model: Model) -> Reason:
    """Fits with links that work; missing if all are dead; otherwise unknown."""
    states = {each.state for each in model.basics.links}
    for state, verdict in (("works", Verdict.FITS), ("unchecked", Verdict.UNKNOWN), ("dead", Verdict.MISSING)):
        if state in states and (state != "dead" or states == {"dead"}):
            facts = tuple(link_fact(each) for each in model.basics.links if each.state == state)
            return Reason(verdict=verdict, says=f"material.{state}", facts=facts)
    return unknown("material.unknown", model, "basics.links")


def link_fact(link: Link) -> ReasonFact:
    return ReasonFact(link.title, f"#{urls.fact(link.id)}", Named("basics.links.state", link.state))
