"""Organisations then and now: which bodies the models name, what took their place, and when."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Organisation, Reference
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceView:
    """A public source in the reader's language where it has one; `read` says when the editors read it."""

    title: LocalizedText
    href: str | None
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """A body, finished: its successors with their dates, and the models that name it."""

    anchor: str
    name: LocalizedText
    kind: str
    ended: str
    successors: tuple[tuple[LocalizedText, str], ...]
    note: LocalizedText | None
    references: tuple[ReferenceView, ...]
    models: tuple[tuple[LocalizedText, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationsView:
    """Those that ended or changed, and the rest."""

    changed: tuple[OrganisationView, ...]
    others: tuple[OrganisationView, ...]


def organisations(context: PageContext) -> Markup:
    """Every organisation that some model names."""
    in_use = context.catalog.organisations_in_use
    view = OrganisationsView(
        changed=tuple(_view(each, context) for each in in_use if _has_changed(each)),
        others=tuple(_view(each, context) for each in in_use if not _has_changed(each)),
    )
    return render("site/organisations", context, view)


def _has_changed(organisation: Organisation) -> bool:
    return bool(organisation.valid_until or organisation.replaced_by)


def _view(organisation: Organisation, context: PageContext) -> OrganisationView:
    language = context.language
    return OrganisationView(
        anchor=urls.organisation(organisation.id).partition("#")[2],
        name=language.pick(organisation.name),
        kind=language.value("organisations.kind", organisation.kind, schema="organisations"),
        ended=language.date(organisation.valid_until) if organisation.valid_until else "",
        successors=tuple((context.organisation_name(each.organisation), language.date(each.since)) for each in organisation.replaced_by),
        note=language.pick(organisation.note) if organisation.note else None,
        references=tuple(_reference(each, language) for each in organisation.references),
        models=tuple(context.model_link(head) for head in context.catalog.heads_naming(organisation)),
    )


def _reference(reference: Reference, language: Language) -> ReferenceView:
    return ReferenceView(
        title=language.pick(reference.title),
        href=language.pick(reference.url).text if reference.url else None,
        read=language.say("organisations.read", date=language.date(reference.accessed)) if reference.accessed else "",
    )
