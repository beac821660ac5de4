"""The overview of a model: a decision part on one screen or two, then all details under Innokylä's headings, folded."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.fields.decision_card import HIGHEST, DecisionCard, decision_card
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import translation_note
from mallisto.i18n.use_text import use_text
from mallisto.model import Modality, Model
from mallisto.pages.elements import linked_data
from mallisto.pages.elements.adoptions import AdoptionView, adoption_views
from mallisto.pages.elements.agreements import AgreementsView, agreements
from mallisto.pages.elements.connected_text import ConnectedTextsView, connected_texts, said
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, told_by_editors
from mallisto.pages.elements.key_facts import FactRow, rows
from mallisto.pages.elements.level_mark import level_mark
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import decision_part, sections, surroundings
from mallisto.pages.model.thumbnail import WIDTH, ThumbnailView, thumbnail


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolView:
    anchor: str
    name: LocalizedText
    text: LocalizedText | None
    maturity: str
    kind: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    anchor: str
    title: LocalizedText
    url: str | None
    kind: str
    state: str
    provenance: ProvenanceView
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsistencyNoteView:
    anchor: str
    text: LocalizedText
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """The overview page. `moved` are the anchors of facts that stand on the page of sources, for links to them from elsewhere."""

    name: LocalizedText
    kind: str
    level: str
    summary: LocalizedText
    summarised: ProvenanceView
    translation_note: str
    parts: tuple[PartLink, ...]
    comparison: str
    memo: str
    adoption: str
    relations_of_all: str
    card: DecisionCard
    highest: int
    about_evidence: str
    card_source: str
    places: str
    how: ConnectedTextsView | None
    thumbnail: ThumbnailView | None
    thumbnail_width: int
    pathway_href: str
    came: decision_part.CameOfItView
    agreements: AgreementsView | None
    parties: tuple[decision_part.PartView, ...]
    unknowns: tuple[decision_part.UnknownView, ...]
    more_unknowns: str
    moved: tuple[str, ...]
    changed: str
    sources_href: str
    rows: tuple[FactRow, ...]
    sections: tuple[sections.Section, ...]
    use: str
    adoptions: tuple[AdoptionView, ...]
    tell: str
    tools: tuple[ToolView, ...]
    consistency_notes: tuple[ConsistencyNoteView, ...]
    relations: tuple[surroundings.RelationView, ...]
    related: tuple[surroundings.RelatedView, ...]
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
        key_facts=render("model/decision-card", context, shown),
        chapter=render("model/overview", context, shown),
        contents=(),
        linked_data=linked_data.of_model(model, context),
    )


def view(model: Model, context: PageContext) -> OverviewView:
    language, parts = context.language, urls.parts_of(model)
    paragraphs, unknowns = decision_part.how_it_works(model), decision_part.unknowns(model, context)
    told = frozenset(each.id for paragraph in (*paragraphs, decision_part.reported(model)) for each in paragraph)
    cautions = {each.id for each in decision_part.cautions(model)}
    asked = {each.anchor for each in unknowns}
    others = len(model.gaps) - len(unknowns)
    moved = (urls.fact(each.id) for each in (*model.gaps, *model.currency))
    return OverviewView(
        name=language.pick(model.name),
        kind=language.value("kind", model.kind),
        level=level_mark(model, language),
        summary=language.pick(model.summary),
        summarised=told_by_editors("summarised", context),
        translation_note=translation_note(model.upkeep, language),
        parts=part_links(model, context, ""),
        comparison=context.href(urls.comparison(model.id)),
        memo=context.model_href(model, urls.MEMO) if urls.MEMO in parts else "",
        adoption=context.model_href(model, urls.CHECKLIST) if urls.CHECKLIST in parts else "",
        relations_of_all=context.href(f"{urls.COMPARISON}#sukulaiset"),
        card=decision_card(FieldReader(model, context.catalog, language)),
        highest=HIGHEST,
        about_evidence=context.href(urls.EVIDENCE),
        card_source=decision_part.card_source(model, context),
        places=_places(model, context),
        how=connected_texts(paragraphs, model, context),
        thumbnail=thumbnail(model, context),
        thumbnail_width=WIDTH,
        pathway_href=context.model_href(model, urls.PATHWAY),
        came=decision_part.came_of_it(model, context),
        agreements=agreements(model, context),
        parties=decision_part.parties(model, context),
        unknowns=unknowns,
        more_unknowns=language.say(f"overview.unknowns_more.{'one' if others == 1 else 'other'}", count=others) if others else "",
        moved=tuple(each for each in moved if each not in asked),
        changed=language.say("overview.changed") if model.currency else "",
        sources_href=context.model_href(model, urls.SOURCES),
        rows=rows(model, context),
        sections=tuple(sections.SectionWriter(model, context, told).all()),
        use=use_text(context.catalog.adoptions_of(model), context.catalog.stale_adoptions, language),
        adoptions=adoption_views(model, context),
        tell=context.href(urls.TELL_USE),
        tools=_tools(model, context),
        consistency_notes=tuple(
            ConsistencyNoteView(
                anchor=urls.fact(note.id), text=language.pick(note.text), provenance=provenance_view(note.provenance, model, context)
            )
            for note in model.results.consistency_notes
            if note.id not in cautions
        ),
        relations=surroundings.relations(model, context),
        related=surroundings.related(model, context),
        links=_links(model, context),
        tags=tuple(dict.fromkeys(tag for each in model.classification.source_tags for tag in each.tags)),
    )


def _places(model: Model, context: PageContext) -> str:
    """Where the model was carried out, in the counties of today."""
    place = model.basics.place
    return ", ".join(str(context.language.pick(context.catalog.county_by_id[ref.to].name)) for ref in place.counties_now) if place else ""


def _tools(model: Model, context: PageContext) -> tuple[ToolView, ...]:
    language = context.language
    return tuple(
        ToolView(
            anchor=urls.fact(tool.id),
            name=language.pick(tool.name),
            text=language.pick(tool.text) if tool.text else None,
            maturity=language.value("tools.maturity", tool.maturity),
            kind=(kind := provenance_view(tool.provenance, model, context).kind),
            said=said(kind, Modality.DESCRIBED, context),
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
            provenance=(known := provenance_view(link.provenance, model, context)),
            said=said(known.kind, Modality.DESCRIBED, context),
        )
        for link in model.basics.links
    )
