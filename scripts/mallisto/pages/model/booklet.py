"""A whole model on one page for printing: overview, pathway, roles, checklist, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import translation_note
from mallisto.model import Model
from mallisto.pages.elements.facts import ProvenanceView, told_by_editors
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletView:
    """The booklet: the overview, then every chapter with its title."""

    address: str
    href: str
    name: LocalizedText
    summary: LocalizedText
    summarised: ProvenanceView
    translation_note: str
    overview: Markup
    chapters: tuple[tuple[str, Markup], ...]


def page(model: Model, overview: Page, chapters: Iterable[Page], context: PageContext) -> Page:
    """Return the booklet of a model, made of its finished pages. The chapters are at its depth, so their relative links work."""
    language = context.language
    view = BookletView(
        address=f"/{language.prefix}{urls.model_page(model.id)}",
        href=context.model_href(model),
        name=language.pick(model.name),
        summary=language.pick(model.summary),
        summarised=told_by_editors("summarised", context),
        translation_note=translation_note(model.upkeep, language),
        overview=_one_level_down(Markup(overview.key_facts) + overview.chapter),
        chapters=tuple((language.say(f"part.{each.kind}"), each.chapter) for each in chapters),
    )
    return Page(
        kind="booklet",
        id=model.id,
        address=urls.model_page(model.id, urls.BOOKLET),
        title=language.say("page.of_model", part=language.say("part.booklet"), model=str(language.pick(model.title))),
        description=language.say("booklet.description", model=str(view.name)),
        head=render("model/booklet-head", context, view),
        chapter=render("model/booklet", context, view),
        contents=(Anchor("perustiedot", language.title("basics")),),
    )


def _one_level_down(chapter: Markup) -> Markup:
    """Adjust the links of the overview, which is one level up. Contributed text cannot match: its quotation marks are escaped."""
    return Markup(str(chapter).replace('"../', '"../../'))
