"""What authored pages ask of the catalog: cards of models, the list of roles, the glossary, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Term
from mallisto.pages.choosing.comparison import comparison
from mallisto.pages.choosing.fit_finder import finder
from mallisto.pages.choosing.model_list import collation, latest_models, model_cards
from mallisto.pages.elements import page_footer
from mallisto.pages.elements.link_targets import PlaceLink, place
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.roles.guidance import guidance
from mallisto.pages.roles.role_card import verification_words
from mallisto.pages.site.accessibility_statement import statement
from mallisto.pages.site.changes import changes, what_is_new
from mallisto.pages.site.download import download
from mallisto.pages.site.form_steps import form_steps
from mallisto.pages.site.gaps import gaps
from mallisto.pages.site.organisations import organisations
from mallisto.pages.site.search import groups, search
from mallisto.pages.site.upkeep import upkeep
from mallisto.pages.training.pack import pack, pack_slides
from mallisto.pages.training.section_page import course


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry:
    """A role in the list of roles."""

    name: LocalizedText
    href: str
    description: LocalizedText
    models: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A glossary entry."""

    anchor: str
    link: PlaceLink
    name: LocalizedText
    explanation: LocalizedText
    equivalents: tuple[tuple[str, str, str], ...]
    status: str
    note: LocalizedText | None
    concept: str | None
    models: tuple[tuple[LocalizedText, str], ...]


def role_list(context: PageContext) -> Markup:
    language = context.language
    entries = []
    for role in context.catalog.roles_in_use:
        models = [str(language.pick(model.title)) for model in context.catalog.models_with(role)]
        entries.append(
            RoleEntry(
                name=language.pick(role.name),
                href=context.role_href(role),
                description=language.pick(role.description),
                models=", ".join(models) or language.say("roles.only_checklist"),
            )
        )
    return render("roles/role-list", context, tuple(entries))


def glossary(context: PageContext) -> Markup:
    """All terms, in the alphabetical order of the page's language."""
    views = [_term(each, context) for each in context.catalog.vocabulary.terms]
    entries = render("site/glossary", context, tuple(sorted(views, key=lambda each: collation(str(each.name)))))
    return entries + page_footer.below_written(urls.GLOSSARY, context.language.say("glossary.title"), context)


def _term(term: Term, context: PageContext) -> TermView:
    language = context.language
    names = (("fi", term.name.fi, term.verified.fi), ("sv", term.name.sv, term.verified.sv), ("en", term.name.en, term.verified.en))
    return TermView(
        anchor=urls.term(term.id),
        link=place(urls.GLOSSARY, urls.term(term.id), context),
        name=language.pick(term.name),
        explanation=language.pick(term.explanation),
        equivalents=tuple((code, name, verification_words(seen, context)) for code, name, seen in names if name and code != language.code),
        status=language.value("terms.status", term.status, schema="glossary") if term.status != "current" else "",
        note=language.pick(term.note) if term.note else None,
        concept=term.yso.uri if term.yso and term.yso.match == "exact" else None,
        models=tuple((language.pick(model.title), context.model_href(model)) for model in context.catalog.models_using(term)),
    )


SLOTS: Mapping[str, Callable[[PageContext], Markup]] = {
    "model-cards": model_cards,
    "latest-models": latest_models,
    "role-list": role_list,
    "glossary": glossary,
    "what-is-new": what_is_new,
    "changes": changes,
    "gaps": gaps,
    "organisations": organisations,
    "upkeep": upkeep,
    "accessibility-statement": statement,
    "search": search,
    "model-groups": groups,
    "training": course,
    "pack": pack,
    "pack-slides": pack_slides,
    "comparison": comparison,
    "fit-finder": finder,
    "guidance": guidance,
    "download": download,
    "form-steps": form_steps,
}
