"""The roles of one model with their tasks."""

from __future__ import annotations

from collections.abc import Iterator
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
    """A step in which a role works."""

    title: LocalizedText
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInModelView:
    """A role in one model: its title there, when it is needed, tasks and steps."""

    anchor: str
    link: PlaceLink
    name: LocalizedText
    title: LocalizedText | None
    site: LocalizedText | None
    href: str
    needed: str
    tasks: tuple[StatementView, ...]
    no_tasks: str
    staffing: tuple[FigureView, ...]
    steps: tuple[RoleStepLink, ...]
    steps_href: str
    note: LocalizedText | None
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGroupView:
    """Roles of which the same is told, for one table with a title; a role alone has none."""

    anchor: str
    title: str
    roles: tuple[RoleInModelView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesView:
    """The roles page of a model."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    description: tuple[StatementView, ...]
    staffing: tuple[FigureView, ...]
    staffing_title: str
    groups: tuple[RoleGroupView, ...]


def model_page(model: Model, context: PageContext) -> Page:
    """Return the roles page of a model."""
    language = context.language
    shown = view(model, context)
    return Page(
        kind="roles",
        id=model.id,
        address=urls.model_page(model.id, urls.ROLES),
        title=language.say("page.of_model", part=shown.title, model=str(language.pick(model.title))),
        description=language.say("roles.description", model=str(shown.name), count=len(model.people.roles)),
        head=render("elements/head", context, shown),
        chapter=render("model/roles", context, shown),
        contents=tuple(Anchor(each.anchor, each.title or each.name) for group in shown.groups for each in group.roles),
    )


def view(model: Model, context: PageContext) -> RolesView:
    language = context.language
    return RolesView(
        name=language.pick(model.name),
        title=language.title("people"),
        parts=part_links(model, context, urls.ROLES),
        description=statement_views(model.people.description, model, context),
        staffing=figure_views(model.people.staffing, model, context),
        staffing_title=language.title("people.staffing"),
        groups=tuple(_groups(model, context)),
    )


def _groups(model: Model, context: PageContext) -> Iterator[RoleGroupView]:
    """Yield the roles in groups of which the same is told in the same way, in the order of their first ones.

    A role with a number of its own stands alone.
    """
    groups: dict[tuple[object, ...], list[RoleInModelView]] = {}
    for each in (_role_in_model(part, model, context) for part in model.people.roles):
        told = tuple((task.text, task.provenance, task.site, task.note) for task in each.tasks)
        groups.setdefault((each.anchor,) if each.staffing else told, []).append(each)
    for number, roles in enumerate(groups.values(), 1):
        kind = "told" if roles[0].tasks else "named" if model.is_light else "untold"
        title = context.language.say(f"roles.alike.{kind}") if len(roles) > 1 else ""
        yield RoleGroupView(anchor=f"roolit-{number}", title=title, roles=tuple(roles))


def _role_in_model(part: RoleInModel, model: Model, context: PageContext) -> RoleInModelView:
    language, role = context.language, context.catalog.role(part.role)
    mark = provenance_view(part.provenance, model, context)
    return RoleInModelView(
        anchor=urls.role(role.id),
        link=place(urls.model_page(model.id, urls.ROLES), urls.role(role.id), context, mark),
        name=language.pick(role.name),
        title=language.pick(part.title) if part.title else None,
        site=context.organisation_name(part.site) if part.site else None,
        href=context.role_href(role),
        needed=language.value("people.roles.needed", part.needed),
        tasks=statement_views(part.tasks, model, context),
        no_tasks="" if part.tasks or model.is_light else language.say("roles.no_tasks"),
        staffing=figure_views(part.staffing, model, context),
        steps=_steps(role, model, context),
        steps_href=context.model_href(model, urls.PATHWAY, urls.share(role.id)),
        note=language.pick(part.note) if part.note else None,
        provenance=mark,
    )


def _steps(role: Role, model: Model, context: PageContext) -> tuple[RoleStepLink, ...]:
    return tuple(
        RoleStepLink(title=context.language.pick(step.title), href=context.model_href(model, urls.PATHWAY, urls.step(step.id)))
        for step in context.catalog.steps_with(model, role)
    )
