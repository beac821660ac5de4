"""The overview of a model: what, for whom, where, whether it runs, results and who reports them, gaps."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import translation_note
from mallisto.model import Model
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, told_by_editors, unless_described
from mallisto.pages.elements.key_facts import FactRow, key_rows, rows
from mallisto.pages.elements.level_mark import level_mark
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import sections, surroundings

FIRST_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayStepLink:
    number: int
    title: LocalizedText
    href: str
    lane: LocalizedText
    provenance: ProvenanceView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolView:
    anchor: str
    name: LocalizedText
    text: LocalizedText | None
    maturity: str
    note: LocalizedText | None
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    anchor: str
    title: LocalizedText
    url: str | None
    kind: str
    state: str
    note: LocalizedText | None
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsistencyNoteView:
    anchor: str
    text: LocalizedText
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """The overview page."""

    name: LocalizedText
    kind: str
    level: str
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
    conditions: sections.Section | None
    tools: tuple[ToolView, ...]
    results: sections.Section | None
    consistency_notes: tuple[ConsistencyNoteView, ...]
    after_results: tuple[sections.Section, ...]
    relations: tuple[surroundings.RelationView, ...]
    related: tuple[surroundings.RelatedView, ...]
    changes: tuple[surroundings.CurrencyView, ...]
    gaps: tuple[sections.GapView, ...]
    links: tuple[LinkView, ...]
    tags: tuple[str, ...]


def page(model: Model, context: PageContext) -> Page:
    """Return the overview page of a model."""
    shown = view(model, context)
    return Page(
        kind="overview",
        id=model.id,
        address=urls.model_page(model.id),
        title=str(shown.name),
        description=str(shown.summary),
        head=render("model/overview-head", context, shown),
        key_facts=render("elements/key-facts", context, shown),
        chapter=render("model/overview", context, shown),
        contents=_contents(shown, context),
    )


def view(model: Model, context: PageContext) -> OverviewView:
    language = context.language
    conditions, results = sections.conditions(model, context), sections.results(model, context)
    return OverviewView(
        name=language.pick(model.name),
        kind=language.value("kind", model.kind),
        level=level_mark(model, language),
        summary=language.pick(model.summary),
        summarised=told_by_editors("summarised", context),
        translation_note=translation_note(model.upkeep, language),
        parts=part_links(model, context, ""),
        comparison=context.href(urls.comparison(model.id)),
        relations_of_all=context.href(f"{urls.COMPARISON}#sukulaiset"),
        key_rows=key_rows(model, context),
        rows=rows(model, context),
        before_pathway=sections.before_pathway(model, context),
        steps=_steps(model, context),
        more_steps=language.say("overview.all_steps", count=len(model.pathway.steps)),
        pathway_href=context.model_href(model, urls.PATHWAY),
        conditions=conditions if conditions.has_content or model.tools else None,
        tools=_tools(model, context),
        results=results if results.has_content or model.results.consistency_notes else None,
        consistency_notes=tuple(
            ConsistencyNoteView(
                anchor=urls.fact(note.id), text=language.pick(note.text), provenance=provenance_view(note.provenance, model, context)
            )
            for note in model.results.consistency_notes
        ),
        after_results=sections.after_results(model, context),
        relations=surroundings.relations(model, context),
        related=surroundings.related(model, context),
        changes=surroundings.changes(model, context),
        gaps=sections.gaps(model, context),
        links=_links(model, context),
        tags=tuple(dict.fromkeys(tag for each in model.classification.source_tags for tag in each.tags)),
    )


def _contents(view: OverviewView, context: PageContext) -> tuple[Anchor, ...]:
    say = context.language.say
    sections = [Anchor(each.anchor, each.title) for each in view.before_pathway]
    after = [Anchor(each.anchor, each.title) for each in view.after_results]
    tail = [("sukulaiset", view.relations or view.related), ("muutokset", view.changes), ("aukot", view.gaps), ("linkit", view.links)]
    return (
        Anchor("perustiedot", context.language.title("basics")),
        *sections,
        *((Anchor("polku", context.language.title("pathway")),) if view.steps else ()),
        *(Anchor(each.anchor, each.title) for each in (view.conditions, view.results) if each),
        *after,
        *(Anchor(anchor, say(f"section.{anchor}")) for anchor, shown in tail if shown),
    )


def _steps(model: Model, context: PageContext) -> tuple[PathwayStepLink, ...]:
    lanes = {each.id: each for each in model.pathway.lanes}
    return tuple(
        PathwayStepLink(
            number=number,
            title=context.language.pick(step.title),
            href=context.model_href(model, urls.PATHWAY, urls.step(step.id)),
            lane=context.language.pick(lanes[step.lane.to].title),
            provenance=unless_described(provenance_view(step.provenance, model, context)),
        )
        for number, step in enumerate(model.pathway.steps[:FIRST_STEPS], 1)
    )


def _tools(model: Model, context: PageContext) -> tuple[ToolView, ...]:
    language = context.language
    return tuple(
        ToolView(
            anchor=urls.fact(tool.id),
            name=language.pick(tool.name),
            text=language.pick(tool.text) if tool.text else None,
            maturity=language.value("tools.maturity", tool.maturity),
            note=language.pick(tool.note) if tool.note else None,
            provenance=provenance_view(tool.provenance, model, context),
        )
        for tool in model.tools
    )


def _links(model: Model, context: PageContext) -> tuple[LinkView, ...]:
    language = context.language
    return tuple(
        LinkView(
            anchor=urls.fact(link.id),
            title=language.pick(link.title),
            url=link.url,
            kind=language.value("basics.links.kind", link.kind),
            state=language.value("basics.links.state", link.state),
            note=language.pick(link.note) if link.note else None,
            provenance=provenance_view(link.provenance, model, context),
        )
        for link in model.basics.links
    )
