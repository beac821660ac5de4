"""The overview of a model: what, for whom, where, does it run, what came of it and who says so, what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, told_by_editors, unless_described
from mallisto.pages.elements.key_facts import FactRow, key_rows, rows
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import sections

FIRST_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayStepLink:
    number: int
    title: LocalizedText
    href: str
    lane: LocalizedText
    told: ProvenanceView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolView:
    anchor: str
    name: LocalizedText
    text: LocalizedText | None
    maturity: str
    note: LocalizedText | None
    told: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyView:
    anchor: str
    text: LocalizedText
    since: str
    told: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    anchor: str
    kind: str
    name: LocalizedText
    href: str | None
    text: LocalizedText | None
    told: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    anchor: str
    title: LocalizedText
    url: str | None
    kind: str
    state: str
    note: LocalizedText | None
    told: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsistencyNoteView:
    anchor: str
    text: LocalizedText
    told: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """The overview page, finished."""

    name: LocalizedText
    kind: str
    summary: LocalizedText
    summarised: ProvenanceView
    translation_note: str
    parts: tuple[PartLink, ...]
    comparison: str
    relations_of_all: str
    key_rows: tuple[FactRow, ...]
    rows: tuple[FactRow, ...]
    before_pathway: tuple[sections.Section, ...]
    steps: tuple[PathwayStepLink, ...]
    more_steps: str
    pathway_href: str
    conditions: sections.Section
    tools: tuple[ToolView, ...]
    results: sections.Section
    consistency_notes: tuple[ConsistencyNoteView, ...]
    after_results: tuple[sections.Section, ...]
    relations: tuple[RelationView, ...]
    changes: tuple[CurrencyView, ...]
    gaps: tuple[sections.GapView, ...]
    links: tuple[LinkView, ...]
    tags: tuple[str, ...]


def page(model: Model, setting: PageContext) -> Page:
    """The overview page of a model."""
    shown = view(model, setting)
    return Page(
        kind="overview",
        id=model.id,
        address=urls.model_page(model.id),
        title=str(shown.name),
        description=str(shown.summary),
        head=render("overview-head", setting, shown),
        key_facts=render("key-facts", setting, shown),
        chapter=render("overview", setting, shown),
        contents=_contents(shown, setting),
    )


def view(model: Model, setting: PageContext) -> OverviewView:
    language = setting.language
    return OverviewView(
        name=language.pick(model.name),
        kind=language.value("kind", model.kind),
        summary=language.pick(model.summary),
        summarised=told_by_editors("summarised", setting),
        translation_note=language.say("translation.note"),
        parts=part_links(model, setting, ""),
        comparison=setting.href(urls.comparison(model.id)),
        relations_of_all=setting.href(f"{urls.COMPARISON}#sukulaiset"),
        key_rows=key_rows(model, setting),
        rows=rows(model, setting),
        before_pathway=sections.before_pathway(model, setting),
        steps=_steps(model, setting),
        more_steps=language.say("overview.all_steps", count=len(model.pathway.steps)),
        pathway_href=setting.model_href(model, urls.PATHWAY),
        conditions=sections.conditions(model, setting),
        tools=_tools(model, setting),
        results=sections.results(model, setting),
        consistency_notes=tuple(
            ConsistencyNoteView(
                anchor=urls.fact(each.id), text=language.pick(each.text), told=provenance_view(each.provenance, model, setting)
            )
            for each in model.results.consistency_notes
        ),
        after_results=sections.after_results(model, setting),
        relations=_relations(model, setting),
        changes=_changes(model, setting),
        gaps=sections.gaps(model, setting),
        links=_links(model, setting),
        tags=tuple(dict.fromkeys(tag for each in model.classification.source_tags for tag in each.tags)),
    )


def _contents(view: OverviewView, setting: PageContext) -> tuple[Anchor, ...]:
    say = setting.language.say
    sections = [Anchor(each.anchor, each.title) for each in view.before_pathway]
    after = [Anchor(each.anchor, each.title) for each in view.after_results]
    tail = [("sukulaiset", view.relations), ("muutokset", view.changes), ("aukot", view.gaps), ("linkit", view.links)]
    return (
        Anchor("perustiedot", setting.language.title("basics")),
        *sections,
        Anchor("polku", setting.language.title("pathway")),
        Anchor(view.conditions.anchor, view.conditions.title),
        Anchor(view.results.anchor, view.results.title),
        *after,
        *(Anchor(anchor, say(f"section.{anchor}")) for anchor, shown in tail if shown),
    )


def _steps(model: Model, setting: PageContext) -> tuple[PathwayStepLink, ...]:
    lanes = {each.id: each for each in model.pathway.lanes}
    return tuple(
        PathwayStepLink(
            number=number,
            title=setting.language.pick(step.title),
            href=setting.model_href(model, urls.PATHWAY, urls.step(step.id)),
            lane=setting.language.pick(lanes[step.lane.to].title),
            told=unless_described(provenance_view(step.provenance, model, setting)),
        )
        for number, step in enumerate(model.pathway.steps[:FIRST_STEPS], 1)
    )


def _tools(model: Model, setting: PageContext) -> tuple[ToolView, ...]:
    language = setting.language
    return tuple(
        ToolView(
            anchor=urls.fact(each.id),
            name=language.pick(each.name),
            text=language.pick(each.text) if each.text else None,
            maturity=language.value("tools.maturity", each.maturity),
            note=language.pick(each.note) if each.note else None,
            told=provenance_view(each.provenance, model, setting),
        )
        for each in model.tools
    )


def _relations(model: Model, setting: PageContext) -> tuple[RelationView, ...]:
    language, views = setting.language, []
    for each in model.relations:
        other = setting.catalog.model_by_id.get(each.model.to) if each.model else None
        name = other.name if other else each.name
        if name is None:
            continue
        views.append(
            RelationView(
                anchor=urls.fact(each.id),
                kind=language.value("relations.kind", each.kind),
                name=language.pick(name),
                href=setting.model_href(other) if other else None,
                text=language.pick(each.text) if each.text else None,
                told=provenance_view(each.provenance, model, setting),
            )
        )
    return tuple(views)


def _changes(model: Model, setting: PageContext) -> tuple[CurrencyView, ...]:
    language = setting.language
    return tuple(
        CurrencyView(
            anchor=urls.fact(each.id),
            text=language.pick(each.text),
            since=language.date(each.since) if each.since else "",
            told=provenance_view(each.provenance, model, setting),
        )
        for each in model.currency
    )


def _links(model: Model, setting: PageContext) -> tuple[LinkView, ...]:
    language = setting.language
    return tuple(
        LinkView(
            anchor=urls.fact(each.id),
            title=language.pick(each.title),
            url=each.url,
            kind=language.value("basics.links.kind", each.kind),
            state=language.value("basics.links.state", each.state),
            note=language.pick(each.note) if each.note else None,
            told=provenance_view(each.provenance, model, setting),
        )
        for each in model.basics.links
    )
