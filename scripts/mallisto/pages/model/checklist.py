"""The adoption checklist of a model: by phase, printable, with reason, owner and a way to verify."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog import checklist_versions
from mallisto.i18n.language import LocalizedText
from mallisto.model import ChecklistItem, Model, Phase
from mallisto.pages.elements.facts import ProvenanceView, excerpt, provenance_view
from mallisto.pages.elements.link_targets import PlaceLink, place
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model.adoption_tool import AdoptionToolView, tool


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item, finished; `number` runs through all phases. The ids and the mark of its words are for the script."""

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
    told: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseView:
    """A phase of adopting with its items."""

    id: str
    anchor: str
    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """The checklist page, finished."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    tool: AdoptionToolView
    phases: tuple[PhaseView, ...]


def page(model: Model, setting: PageContext) -> Page:
    """The checklist page of a model."""
    language = setting.language
    shown = view(model, setting)
    return Page(
        kind="checklist",
        id=model.id,
        address=urls.model_page(model.id, urls.CHECKLIST),
        title=language.say("page.of_model", part=shown.title, model=str(language.pick(model.title))),
        description=language.say("checklist.description", model=str(shown.name), count=len(model.checklist)),
        head=render("head", setting, shown),
        tool=render("adoption", setting, shown.tool),
        chapter=render("checklist", setting, shown),
        contents=tuple(Anchor(each.anchor, each.title) for each in shown.phases),
    )


def view(model: Model, setting: PageContext) -> ChecklistView:
    language = setting.language
    return ChecklistView(
        name=language.pick(model.name),
        title=language.title("adoption"),
        parts=part_links(model, setting, urls.CHECKLIST),
        tool=tool(model, setting),
        phases=_phases(model, setting),
    )


def _phases(model: Model, setting: PageContext) -> tuple[PhaseView, ...]:
    numbers = {item.id: number for number, item in enumerate(model.ordered_checklist, 1)}
    views = []
    for phase in Phase:
        items = tuple(_item(each, numbers[each.id], model, setting) for each in model.items_in(phase))
        if items:
            views.append(PhaseView(id=phase, anchor=f"osa-{phase}", title=setting.language.say(f"phase.{phase}"), items=items))
    return tuple(views)


def _item(item: ChecklistItem, number: int, model: Model, setting: PageContext) -> ItemView:
    language, mark = setting.language, provenance_view(item.provenance, model, setting)
    return ItemView(
        id=item.id,
        version=checklist_versions.text_version(item),
        role=item.owner.to,
        origin=checklist_versions.origin(item),
        anchor=urls.item(item.id),
        link=place(urls.model_page(model.id, urls.CHECKLIST), urls.item(item.id), setting, mark),
        number=number,
        text=language.pick(item.text),
        why=language.pick(item.why),
        owner=setting.role_name(item.owner),
        owner_href=setting.role_href(setting.catalog.role(item.owner)),
        verify=language.pick(item.verify),
        based_on=tuple((excerpt(ref.to, model, setting), fact_href(ref.to, model, setting)) for ref in item.provenance.derived_from),
        told=mark,
    )


def fact_href(fact_id: str, model: Model, setting: PageContext) -> str:
    """Where on the model's pages a fact stands."""
    if any(step.id == fact_id for step in model.pathway.steps):
        return setting.model_href(model, urls.PATHWAY, urls.step(fact_id))
    if any(item.id == fact_id for item in model.checklist):
        return setting.model_href(model, urls.CHECKLIST, urls.item(fact_id))
    people = model.people
    statements = (*people.description, *(task for role in people.roles for task in role.tasks))
    figures = (*people.staffing, *(one for role in people.roles for one in role.staffing))
    if fact_id in {*(each.id for each in statements), *(each.id for each in figures)}:
        return setting.model_href(model, urls.ROLES, urls.fact(fact_id))
    if any(each.id == fact_id for each in model.pathway.notes):
        return setting.model_href(model, urls.PATHWAY, urls.fact(fact_id))
    return setting.model_href(model, "", urls.fact(fact_id))
