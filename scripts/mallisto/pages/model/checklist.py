"""The adoption checklist of a model by phase, printable, with reasons, owners and ways to verify."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog import checklist_versions
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import ChecklistItem, Model, Phase
from mallisto.pages.elements.agreements import AgreementsView, agreements
from mallisto.pages.elements.facts import ProvenanceView, excerpt, provenance_view
from mallisto.pages.elements.link_targets import PlaceLink, place
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import quality
from mallisto.pages.model.adoption_tool import AdoptionToolView, tool
from mallisto.pages.model.quality import CoreView, CriteriaView


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item; `number` runs through all phases. The ids and the text version are for the script."""

    id: str
    version: str
    role: str
    origin: str
    anchor: str
    link: PlaceLink
    number: int
    text: LocalizedText
    why: LocalizedText
    owner: LocalizedText
    owner_href: str
    verify: LocalizedText
    based_on: tuple[tuple[LocalizedText, str], ...]
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseView:
    """A phase of adoption with its items."""

    id: str
    anchor: str
    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """The checklist page. That a full description has no quality criteria is said; the silence of a light one means nothing."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    tool: AdoptionToolView
    phases: tuple[PhaseView, ...]
    agreements: AgreementsView | None
    core: tuple[CoreView, ...]
    core_title: str
    criteria: CriteriaView | None
    has_no_criteria: bool


def page(model: Model, context: PageContext) -> Page:
    """Return the checklist page of a model."""
    language = context.language
    shown = view(model, context)
    return Page(
        kind="checklist",
        id=model.id,
        address=urls.model_page(model.id, urls.CHECKLIST),
        title=language.say("page.of_model", part=shown.title, model=str(language.pick(model.title))),
        description=_description(model, shown, language),
        head=render("elements/head", context, shown),
        tool=render("model/adoption-tool", context, shown.tool),
        chapter=render("model/checklist", context, shown),
        contents=tuple(_contents(shown, language)),
    )


def _description(model: Model, shown: ChecklistView, language: Language) -> str:
    gaps = {"model": str(shown.name), "count": len(model.checklist)}
    return language.say("checklist.description" if model.checklist else "checklist.description.criteria", **gaps)


def _contents(shown: ChecklistView, language: Language) -> Iterator[Anchor]:
    if shown.core:
        yield Anchor("ydin", shown.core_title)
    yield from (Anchor(each.anchor, each.title) for each in shown.phases)
    if shown.criteria:
        yield Anchor("laatukriteerit", shown.criteria.name)
    if shown.agreements:
        yield Anchor("kenen-kanssa", language.say("agreements.title"))


def view(model: Model, context: PageContext) -> ChecklistView:
    language = context.language
    return ChecklistView(
        name=language.pick(model.name),
        title=language.title("adoption"),
        parts=part_links(model, context, urls.CHECKLIST),
        tool=tool(model, context),
        phases=_phases(model, context),
        agreements=agreements(model, context),
        core=quality.core(model, context),
        core_title=language.title("core"),
        criteria=quality.criteria(model, context),
        has_no_criteria=not model.criteria and not model.is_light,
    )


def _phases(model: Model, context: PageContext) -> tuple[PhaseView, ...]:
    numbers = {item.id: number for number, item in enumerate(model.ordered_checklist, 1)}
    views = []
    for phase in Phase:
        items = tuple(_item(each, numbers[each.id], model, context) for each in model.items_in(phase))
        if items:
            views.append(PhaseView(id=phase, anchor=f"osa-{phase}", title=context.language.say(f"phase.{phase}"), items=items))
    return tuple(views)


def _item(item: ChecklistItem, number: int, model: Model, context: PageContext) -> ItemView:
    language, mark = context.language, provenance_view(item.provenance, model, context)
    return ItemView(
        id=item.id,
        version=checklist_versions.text_version(item),
        role=item.owner.to,
        origin=checklist_versions.origin(item),
        anchor=urls.item(item.id),
        link=place(urls.model_page(model.id, urls.CHECKLIST), urls.item(item.id), context, mark),
        number=number,
        text=language.pick(item.text),
        why=language.pick(item.why),
        owner=context.role_name(item.owner),
        owner_href=context.role_href(context.catalog.role(item.owner)),
        verify=language.pick(item.verify),
        based_on=tuple((excerpt(ref.to, model, context), fact_href(ref.to, model, context)) for ref in item.provenance.derived_from),
        provenance=mark,
    )


def fact_href(fact_id: str, model: Model, context: PageContext) -> str:
    """Return the link to a fact on the model's pages."""
    if any(step.id == fact_id for step in model.pathway.steps):
        return context.model_href(model, urls.PATHWAY, urls.step(fact_id))
    if any(item.id == fact_id for item in model.checklist):
        return context.model_href(model, urls.CHECKLIST, urls.item(fact_id))
    criteria = model.criteria.items if model.criteria else ()
    if any(each.id == fact_id for each in (*model.agreements, *model.core, *criteria)):
        return context.model_href(model, urls.CHECKLIST, urls.fact(fact_id))
    people = model.people
    statements = (*people.description, *(task for role in people.roles for task in role.tasks))
    figures = (*people.staffing, *(one for role in people.roles for one in role.staffing))
    if fact_id in {*(each.id for each in statements), *(each.id for each in figures)}:
        return context.model_href(model, urls.ROLES, urls.fact(fact_id))
    if any(each.id == fact_id for each in model.pathway.notes):
        return context.model_href(model, urls.PATHWAY, urls.fact(fact_id))
    return context.model_href(model, "", urls.fact(fact_id))
