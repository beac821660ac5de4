"""The roles of one model with their tasks."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model, Role, RoleInModel
from mallisto.pages.elements.facts import FigureView, ProvenanceView, StatementView, figure_views, provenance_view, statement_views
from mallisto.pages.elements.link_targets import PlaceLink, place
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleStepLink:
    """A step a role works in."""

    title: LocalizedText
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInModelView:
    """A role in one model: its own title there, when it is needed, what it does, in which steps."""

    anchor: str
    link: PlaceLink
    name: LocalizedText
    title: LocalizedText | None
    href: str
    needed: str
    tasks: tuple[StatementView, ...]
    staffing: tuple[FigureView, ...]
    steps: tuple[RoleStepLink, ...]
    steps_href: str
    note: LocalizedText | None
    told: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesView:
    """The roles page of a model, finished."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    description: tuple[StatementView, ...]
    staffing: tuple[FigureView, ...]
    staffing_title: str
    roles: tuple[RoleInModelView, ...]


def model_page(model: Model, setting: PageContext) -> Page:
    """The roles page of a model."""
    language = setting.language
    shown = view(model, setting)
    return Page(
        kind="roles",
        id=model.id,
        address=urls.model_page(model.id, urls.ROLES),
        title=language.say("page.of_model", part=shown.title, model=str(language.pick(model.title))),
        description=language.say("roles.description", model=str(shown.name), count=len(shown.roles)),
        head=render("head", setting, shown),
        chapter=render("roles", setting, shown),
        contents=tuple(Anchor(each.anchor, each.title or each.name) for each in shown.roles),
    )


def view(model: Model, setting: PageContext) -> RolesView:
    language = setting.language
    return RolesView(
        name=language.pick(model.name),
        title=language.title("people"),
        parts=part_links(model, setting, urls.ROLES),
        description=statement_views(model.people.description, model, setting),
        staffing=figure_views(model.people.staffing, model, setting),
        staffing_title=language.title("people.staffing"),
        roles=tuple(_role_in_model(each, model, setting) for each in model.people.roles),
    )


def _role_in_model(part: RoleInModel, model: Model, setting: PageContext) -> RoleInModelView:
    language, role = setting.language, setting.catalog.role(part.role)
    mark = provenance_view(part.provenance, model, setting)
    return RoleInModelView(
        anchor=urls.role(role.id),
        link=place(urls.model_page(model.id, urls.ROLES), urls.role(role.id), setting, mark),
        name=language.pick(role.name),
        title=language.pick(part.title) if part.title else None,
        href=setting.role_href(role),
        needed=language.value("people.roles.needed", part.needed),
        tasks=statement_views(part.tasks, model, setting),
        staffing=figure_views(part.staffing, model, setting),
        steps=_steps(role, model, setting),
        steps_href=setting.model_href(model, urls.PATHWAY, urls.share(role.id)),
        note=language.pick(part.note) if part.note else None,
        told=mark,
    )


def _steps(role: Role, model: Model, setting: PageContext) -> tuple[RoleStepLink, ...]:
    return tuple(
        RoleStepLink(title=setting.language.pick(step.title), href=setting.model_href(model, urls.PATHWAY, urls.step(step.id)))
        for step in setting.catalog.steps_with(model, role)
    )
