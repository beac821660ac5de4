"""The card of a role across all models: its tasks, when it recognises a need, its steps, where it guides, what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from mallisto.addresses import urls
from mallisto.catalog.contributions import Channel
from mallisto.catalog.head import Head
from mallisto.i18n.language import LocalizedText, capital
from mallisto.i18n.status_text import lifecycle_sentence
from mallisto.model import Model, Role, RoleInModel, Verification
from mallisto.pages.elements import linked_data
from mallisto.pages.elements.card_rows import LIFECYCLES, CardRow
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, told_by_editors
from mallisto.pages.elements.page_context import Anchor, Page, PageContext, page_channel
from mallisto.pages.elements.render import render
from mallisto.pages.roles.functions import HoldersView, function_rows, holders
from mallisto.pages.roles.one_sheet import MOST_PARTS, fitted
from mallisto.pages.roles.role_rows import parts_of, rows
from mallisto.reading.edition import of_words, short_hash

# With more models than this, the card names the models and links to their parts.
MOST_IN_FULL = 20
# The section on what a profession may hold.
FUNCTIONS = "tehtavat"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleProvenanceView:
    """A role in one model: the kind of role and its title there, when it is needed, and the provenance."""

    words: tuple[LocalizedText | str, ...]
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPart:
    """The role in one model."""

    anchor: str
    model: LocalizedText
    href: str
    lifecycle: str
    concluded: ProvenanceView | None
    known: tuple[RoleProvenanceView, ...]
    rows: tuple[CardRow, ...]
    steps_href: str
    is_on_paper: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCard:
    """The card of a shared role."""

    name: LocalizedText
    kind: str
    description: LocalizedText
    described: ProvenanceView
    other_names: tuple[LocalizedText, ...]
    equivalents: tuple[tuple[str, str, str], ...]
    term_href: str
    kin: tuple[tuple[str, tuple[tuple[LocalizedText, str], ...]], ...]
    held_by: HoldersView | None
    guidance_href: str
    functions: tuple[CardRow, ...]
    interpreted: ProvenanceView
    models: tuple[ModelPart, ...]
    is_cut_on_paper: bool

    @property
    def words(self) -> str:
        """The whole text of the card about models."""
        rows = (*self.functions, *(each for part in self.models for each in part.rows))
        lines = (line.words for each in rows for line in each.lines)
        return "\n".join((str(self.name), str(self.description), *(str(part.model) for part in self.models), *lines))


def page(role: Role, context: PageContext) -> Page:
    """Return the card page of a role."""
    shown = view(role, context)
    return Page(
        kind="role",
        id=role.id,
        address=urls.role_page(role.id),
        title=capital(str(shown.name)),
        description=str(shown.description),
        head=render("roles/role-head", context, shown),
        chapter=render("roles/role", context, shown)
        + render("roles/version", context, version(shown.words, _heads(role, context), context)),
        contents=(
            *((Anchor(FUNCTIONS, context.language.say("card.functions")),) if shown.functions else ()),
            *(Anchor(each.anchor, each.model) for each in shown.models),
        ),
        owners=tuple(head.owner for head in _heads(role, context) if head.owner),
        linked_data=linked_data.of_role(role, context),
        edition=edition(shown.words, _heads(role, context)),
    )


def edition(words: str, heads: tuple[Head, ...]) -> str:
    """What tells a paper from a later one in its address."""
    return of_words(words, _newest(heads))


def version(words: str, heads: tuple[Head, ...], context: PageContext) -> str:
    """The same on the paper itself: the newest date of its models, and a mark that changes with any word."""
    newest, language = _newest(heads), context.language
    return language.say("paper.version", date=language.date(newest) if newest else "", mark=short_hash(words))


def _newest(heads: tuple[Head, ...]) -> str:
    """The newest date of models (ISO)."""
    return max((*(head.last_reviewed for head in heads), *(edit.date for head in heads for edit in head.changes)), default="")


def view(role: Role, context: PageContext) -> RoleCard:
    language, heads, found = context.language, _heads(role, context), context.contributed(role_channel(role))
    parts = tuple(found[head.id] for head in heads)
    is_full = len(parts) <= MOST_IN_FULL
    functions, held_by = function_rows(role, context), holders(role, context)
    sheet = ((functions,) if functions else ()) + tuple(part.rows if is_full else () for part in parts)
    above = language.say("card.functions_lead") if functions else f"{language.say('card.held_by')} {held_by.words}" if held_by else ""
    fitting = fitted(sheet, language, above)
    printed = fitting[1:] if functions else fitting
    return RoleCard(
        name=language.pick(role.name),
        kind=language.value("roles.kind", role.kind, schema="roles"),
        description=language.pick(role.description),
        described=told_by_editors("described", context),
        other_names=language.pick_all(role.other_names),
        equivalents=_equivalents(role, context),
        term_href=context.href(f"sanasto/#{urls.term(role.term.to)}") if role.term else "",
        kin=tuple(_kin(role, context)),
        held_by=held_by,
        guidance_href=context.href(f"{urls.GUIDANCE}?rooli={role.id}") if role.kind != "client" else "",
        functions=fitting[0] if functions else (),
        interpreted=told_by_editors("interpreted", context),
        models=tuple(_printed(number, *each) for number, each in enumerate(zip(parts, printed, strict=True))),
        is_cut_on_paper=len(parts) > MOST_PARTS or any(not line.is_on_paper for of in fitting for each in of for line in each.lines),
    )


def _heads(role: Role, context: PageContext) -> tuple[Head, ...]:
    """The models in which the role works or owns items of the checklist; those told in full and those that may still run first."""
    catalog = context.catalog
    found = {head.id: head for head in (*catalog.heads_where(role), *catalog.heads_owning_items(role))}
    return tuple(sorted(found.values(), key=lambda head: (head.is_light, LIFECYCLES.index(head.runs.lifecycle), head.id)))


def _kin(role: Role, context: PageContext) -> Iterator[tuple[str, tuple[tuple[LocalizedText, str], ...]]]:
    """Yield links to the broader role and to the kinds of this one."""
    catalog, language = context.catalog, context.language
    broader = (catalog.role(role.broader),) if role.broader else ()
    for key, roles in (("card.broader", broader), ("card.narrower", catalog.family_of(role)[1:])):
        in_use = tuple((language.pick(each.name), context.role_href(each)) for each in roles if each in catalog.roles_in_use)
        if in_use:
            yield language.say(key), in_use


def _printed(number: int, part: ModelPart, rows: tuple[CardRow, ...]) -> ModelPart:
    """A model's part as the card shows it: with its rows marked for paper, or in brief without rows."""
    is_on_paper = number < MOST_PARTS and (not rows or any(row.is_on_paper for row in rows))
    return replace(part, known=part.known if rows else (), rows=rows, is_on_paper=is_on_paper)


def role_channel(role: Role) -> Channel[ModelPart]:
    """What a role does in each model that names it or a kind of it; of its own for each role, so that a card reads no other's."""
    return page_channel(f"role {role.id}", ModelPart, urls.role_page(role.id), partial(_part, role))


def _part(role: Role, model: Model, context: PageContext) -> ModelPart | None:
    parts, family = parts_of(role, model, context), {one.id for one in context.catalog.family_of(role)}
    if family.isdisjoint(Head.of(model).roles):
        return None
    named = next((ref.to for step in model.pathway.steps for ref in step.roles if ref.to in family), "")
    return ModelPart(
        anchor=urls.part_of(model.id),
        model=context.language.pick(model.name),
        href=context.model_href(model, urls.ROLES, urls.role(parts[0].role.to)) if parts else context.model_href(model),
        lifecycle=lifecycle_sentence(model.runs, context.language),
        concluded=told_by_editors("concluded", context) if model.status.lifecycle != "unknown" else None,
        known=tuple(_known(part, role, model, context) for part in parts),
        rows=tuple(rows(role, model, context)),
        steps_href=context.model_href(model, urls.PATHWAY, urls.share(named)) if named else "",
        is_on_paper=True,
    )


def _known(part: RoleInModel, role: Role, model: Model, context: PageContext) -> RoleProvenanceView:
    language = context.language
    words = (
        *((context.role_name(part.role),) if part.role.to != role.id else ()),
        *((language.say("card.title", title=str(language.pick(part.title))),) if part.title else ()),
        language.say("card.needed", needed=language.value("people.roles.needed", part.needed)),
        *((language.pick(part.note),) if part.note else ()),
    )
    return RoleProvenanceView(words=words, provenance=provenance_view(part.provenance, model, context))


def _equivalents(role: Role, context: PageContext) -> tuple[tuple[str, str, str], ...]:
    """Return the role's name in every language: language code, name, and its verification."""
    names = {"fi": role.name.fi, "sv": role.name.sv, "en": role.name.en}
    states = {"fi": None, "sv": role.verified.sv if role.verified else None, "en": role.verified.en if role.verified else None}
    return tuple((code, name, verification_words(states[code], context)) for code, name in names.items() if name)


def verification_words(verification: Verification | None, context: PageContext) -> str:
    """Return a caution for a name that nobody has seen in use, otherwise an empty string; where it was seen is for the editors."""
    if verification is None or verification.state == "seen":
        return ""
    return context.language.say(f"verified.{verification.state}")
