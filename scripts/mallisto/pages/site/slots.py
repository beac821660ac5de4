"""What authored pages ask of the catalog: cards of models, the list of roles, the glossary, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.catalog.contributions import AnyChannel
from mallisto.catalog.facets import FACETS
from mallisto.i18n.language import LocalizedText
from mallisto.pages.choosing.comparison import COLUMN, comparison
from mallisto.pages.choosing.fit_finder import FIT, finder
from mallisto.pages.choosing.model_list import CARD, FRONT_CARD, latest_models, model_cards
from mallisto.pages.choosing.relations import RELATIONS
from mallisto.pages.elements.adoptions import ADOPTIONS
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.roles.guidance import GUIDE, guidance
from mallisto.pages.site.accessibility_statement import statement
from mallisto.pages.site.acts import ACT_USES, acts
from mallisto.pages.site.adoptable import adoptable
from mallisto.pages.site.changes import changes, what_is_new
from mallisto.pages.site.download import download
from mallisto.pages.site.form_steps import form_steps
from mallisto.pages.site.gaps import GAPS, gaps
from mallisto.pages.site.glossary import glossary
from mallisto.pages.site.open_data import open_data
from mallisto.pages.site.organisations import organisations
from mallisto.pages.site.own_municipality import LOCAL, own_municipality
from mallisto.pages.site.plots import PLOT, areas, numbers, publisher, timeline
from mallisto.pages.site.search import groups, search
from mallisto.pages.site.upkeep import UPKEEP, upkeep
from mallisto.pages.training.course_list import course
from mallisto.pages.training.pack import pack, pack_slides
from mallisto.reports.news import NEWS


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry:
    """A role in the list of roles."""

    name: LocalizedText
    href: str
    description: LocalizedText
    models: str


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
    "own-municipality": Slot(own_municipality, (LOCAL, ADOPTIONS)),
    "adoptable": Slot(adoptable),
    "open-data": Slot(open_data),
    "acts": Slot(acts, (ACT_USES,)),
    "upkeep": Slot(upkeep, (UPKEEP, ADOPTIONS)),
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
