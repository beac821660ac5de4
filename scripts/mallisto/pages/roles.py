"""The roles of one model with their tasks, and the page of a role across all models."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto import addresses
from mallisto.language import Spoken
from mallisto.model import Model, Role, RoleInModel, Verification
from mallisto.pages.facts import FigureView, StatementView, Told, figure_views, statement_views, told
from mallisto.pages.parts import PartLink, part_links
from mallisto.pages.places import PlaceLink, place
from mallisto.pages.render import render
from mallisto.pages.setting import Anchor, Page, Setting

# Beyond so many models the page of a role names the models and links to its part in each.
MOST_IN_FULL = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLink:
    """A step a role works in."""

    title: Spoken
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInModelView:
    """A role in one model: its own title there, when it is needed, what it does, in which steps."""

    anchor: str
    link: PlaceLink
    name: Spoken
    title: Spoken | None
    href: str
    needed: str
    tasks: tuple[StatementView, ...]
    staffing: tuple[FigureView, ...]
    steps: tuple[StepLink, ...]
    steps_href: str
    note: Spoken | None
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesView:
    """The roles page of a model, finished."""

    name: Spoken
    title: str
    parts: tuple[PartLink, ...]
    description: tuple[StatementView, ...]
    staffing: tuple[FigureView, ...]
    staffing_title: str
    roles: tuple[RoleInModelView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPart:
    """What a role does in one model, and the checklist items it owns there."""

    anchor: str
    model: Spoken
    href: str
    role: RoleInModelView | None
    items: tuple[StepLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """The page of a shared role, finished."""

    name: Spoken
    kind: str
    description: Spoken
    other_names: tuple[Spoken, ...]
    equivalents: tuple[tuple[str, str, str], ...]
    term_href: str
    models: tuple[ModelPart, ...]


def model_page(model: Model, setting: Setting) -> Page:
    """The roles page of a model."""
    language = setting.language
    shown = view(model, setting)
    return Page(
        kind="roles",
        id=model.id,
        address=addresses.model_page(model.id, addresses.ROLES),
        title=language.say("page.of_model", part=shown.title, model=str(language.pick(model.title))),
        description=language.say("roles.description", model=str(shown.name), count=len(shown.roles)),
        head=render("head", setting, shown),
        chapter=render("roles", setting, shown),
        contents=tuple(Anchor(each.anchor, each.title or each.name) for each in shown.roles),
    )


def view(model: Model, setting: Setting) -> RolesView:
    language = setting.language
    return RolesView(
        name=language.pick(model.name),
        title=language.title("people"),
        parts=part_links(model, setting, addresses.ROLES),
        description=statement_views(model.people.description, model, setting),
        staffing=figure_views(model.people.staffing, model, setting),
        staffing_title=language.title("people.staffing"),
        roles=tuple(_role_in_model(each, model, setting) for each in model.people.roles),
    )


def _role_in_model(part: RoleInModel, model: Model, setting: Setting) -> RoleInModelView:
    language, role = setting.language, setting.catalog.role(part.role)
    return RoleInModelView(
        anchor=addresses.role(role.id),
        link=place(addresses.model_page(model.id, addresses.ROLES), addresses.role(role.id), setting),
        name=language.pick(role.name),
        title=language.pick(part.title) if part.title else None,
        href=setting.role_href(role),
        needed=language.value("people.roles.needed", part.needed),
        tasks=statement_views(part.tasks, model, setting),
        staffing=figure_views(part.staffing, model, setting),
        steps=_steps(role, model, setting),
        steps_href=setting.model_href(model, addresses.PATHWAY, addresses.share(role.id)),
        note=language.pick(part.note) if part.note else None,
        told=told(part.provenance, model, setting),
    )


def _steps(role: Role, model: Model, setting: Setting) -> tuple[StepLink, ...]:
    return tuple(
        StepLink(title=setting.language.pick(step.title), href=setting.model_href(model, addresses.PATHWAY, addresses.step(step.id)))
        for step in setting.catalog.steps_with(model, role)
    )


def shared_page(role: Role, setting: Setting) -> Page:
    """The page of a role across all models."""
    shown = _role_view(role, setting)
    return Page(
        kind="role",
        id=role.id,
        address=addresses.role_page(role.id),
        title=_capital(str(shown.name)),
        description=str(shown.description),
        head=render("role-head", setting, shown),
        chapter=render("role", setting, shown),
        contents=tuple(Anchor(each.anchor, each.model) for each in shown.models),
    )


def _capital(name: str) -> str:
    """The name with a capital first and the rest as it is: IPS-ohjaaja stays so."""
    return name[:1].upper() + name[1:]


def _role_view(role: Role, setting: Setting) -> RoleView:
    language, catalog = setting.language, setting.catalog
    parts = {model.id: part for model, part in catalog.models_with(role)}
    owned = catalog.items_owned_by(role)
    models = [model for model in catalog.models if model.id in parts or any(model is other for other, _ in owned)]
    in_full = len(models) <= MOST_IN_FULL
    return RoleView(
        name=language.pick(role.name),
        kind=language.value("roles.kind", role.kind, schema="roles"),
        description=language.pick(role.description),
        other_names=language.pick_all(role.other_names),
        equivalents=_equivalents(role, setting),
        term_href=setting.href(addresses.glossary(role.term.to)) if role.term else "",
        models=tuple(
            ModelPart(
                anchor=f"malli-{model.id}",
                model=language.pick(model.name),
                href=setting.model_href(model, addresses.ROLES, addresses.role(role.id) if model.id in parts else ""),
                role=_role_in_model(parts[model.id], model, setting) if in_full and model.id in parts else None,
                items=tuple(
                    StepLink(
                        title=language.pick(item.text),
                        href=setting.model_href(model, addresses.CHECKLIST, addresses.item(item.id)),
                    )
                    for other, item in owned
                    if in_full and other is model
                ),
            )
            for model in models
        ),
    )


def _equivalents(role: Role, setting: Setting) -> tuple[tuple[str, str, str], ...]:
    """The role's name in every language: language code, name, and whether the name has been seen in use."""
    names = {"fi": role.name.fi, "sv": role.name.sv, "en": role.name.en}
    states = {"fi": None, "sv": role.verified.sv if role.verified else None, "en": role.verified.en if role.verified else None}
    return tuple((code, name, verification_words(states[code], setting)) for code, name in names.items() if name)


def verification_words(verification: Verification | None, setting: Setting) -> str:
    """Whether a name has been seen in use, in words; nothing where nobody has said."""
    if verification is None:
        return ""
    if verification.seen_in:
        return setting.language.say("verified.seen", where=verification.seen_in)
    return setting.language.say(f"verified.{verification.state}")
