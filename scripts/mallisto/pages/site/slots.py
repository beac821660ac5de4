"""What authored pages ask of the catalog: cards of models, the list of roles, the glossary, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.contributions import AnyChannel
from mallisto.catalog.facets import FACETS
from mallisto.i18n.language import LocalizedText
from mallisto.model import Term
from mallisto.pages.choosing.comparison import COLUMN, comparison
from mallisto.pages.choosing.fit_finder import FIT, finder
from mallisto.pages.choosing.model_list import CARD, FRONT_CARD, collation, latest_models, model_cards
from mallisto.pages.choosing.relations import RELATIONS
from mallisto.pages.elements import page_footer
from mallisto.pages.elements.link_targets import PlaceLink, place
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.roles.guidance import GUIDE, guidance
from mallisto.pages.roles.role_card import verification_words
from mallisto.pages.site.accessibility_statement import statement
from mallisto.pages.site.acts import ACT_USES, acts
from mallisto.pages.site.adoptable import adoptable
from mallisto.pages.site.changes import changes, what_is_new
from mallisto.pages.site.download import download
from mallisto.pages.site.form_steps import form_steps
from mallisto.pages.site.gaps import GAPS, gaps
from mallisto.pages.site.organisations import organisations
from mallisto.pages.site.own_municipality import LOCAL, own_municipality
from mallisto.pages.site.plots import PLOT, areas, numbers, publisher, timeline
from mallisto.pages.site.search import groups, search
from mallisto.pages.site.upkeep import UPKEEP, upkeep
from mallisto.pages.training.pack import pack, pack_slides
from mallisto.pages.training.section_page import course
from mallisto.reports.news import NEWS


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
    concept: str | None
    models: tuple[tuple[LocalizedText, str], ...]


def role_list(context: PageContext) -> Markup:
    language = context.language
    entries = []
    for role in context.catalog.roles_in_use:
        models = [str(language.pick(head.title)) for head in context.catalog.heads_where(role)]
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
        concept=term.yso.uri if term.yso and term.yso.match == "exact" else None,
        models=tuple(context.model_link(head) for head in context.catalog.heads_using(term)),
    )


def model_count(context: PageContext) -> Markup:
    """How many models there are."""
    return Markup(context.language.number(len(context.catalog.heads)))


def latest_review(context: PageContext) -> Markup:
    """The day on which a model was last compared with its sources; a dash without models."""
    latest = context.catalog.latest_review
    return Markup(context.language.date(latest)) if latest else Markup("–")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that an authored page leaves for the catalog: how it is filled, and which channels that reads."""

    fill: Callable[[PageContext], Markup]
    reads: tuple[AnyChannel, ...] = ()


SLOTS: Mapping[str, Slot] = {
    "model-cards": Slot(model_cards, (FACETS, CARD, FRONT_CARD)),
    "model-count": Slot(model_count),
    "latest-review": Slot(latest_review),
    "latest-models": Slot(latest_models, (CARD, FRONT_CARD)),
    "numbers": Slot(numbers, (PLOT,)),
    "timeline": Slot(timeline, (PLOT,)),
    "areas": Slot(areas, (PLOT,)),
    "publisher": Slot(publisher),
    "role-list": Slot(role_list),
    "glossary": Slot(glossary),
    "what-is-new": Slot(what_is_new, (NEWS,)),
    "changes": Slot(changes, (NEWS,)),
    "gaps": Slot(gaps, (GAPS,)),
    "organisations": Slot(organisations),
    "own-municipality": Slot(own_municipality, (LOCAL,)),
    "adoptable": Slot(adoptable),
    "acts": Slot(acts, (ACT_USES,)),
    "upkeep": Slot(upkeep, (UPKEEP,)),
    "accessibility-statement": Slot(statement),
    "search": Slot(search, (FACETS,)),
    "model-groups": Slot(groups, (FACETS,)),
    "training": Slot(course),
    "pack": Slot(pack),
    "pack-slides": Slot(pack_slides),
    "comparison": Slot(comparison, (COLUMN, RELATIONS)),
    "fit-finder": Slot(finder, (FIT,)),
    "guidance": Slot(guidance, (GUIDE,)),
    "download": Slot(download),
    "form-steps": Slot(form_steps),
}
