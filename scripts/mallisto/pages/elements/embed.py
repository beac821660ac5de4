"""Embed a model on another site: a card in a frame, and an HTML snippet without one."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import review_sentence
from mallisto.model import Model
from mallisto.pages.elements.page_context import ICON, PageContext
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedCardView:
    """A model's card; its URLs are absolute, because it is shown elsewhere."""

    language: str
    name: LocalizedText
    title: str
    kind: str
    summary: LocalizedText
    summarised: str
    reviewed: str
    href: str
    canonical: str
    frame_href: str
    accessibility: str
    icon: str
    styles: tuple[str, ...]


def card(model: Model, context: PageContext, site_url: str) -> Markup:
    """Render the page inside the frame: no header, footer or script; its link opens the model in the whole window."""
    return render("elements/embed", context, _view(model, context, site_url))


def frame(model: Model, context: PageContext, site_url: str) -> Markup:
    """Render the iframe element of the card."""
    return Markup(render("elements/embed-frame", context, _view(model, context, site_url)).strip())


def snippet(model: Model, context: PageContext, site_url: str) -> Markup:
    """Render title, summary, link and date for sites without frames. The copy is static; the date shows its age."""
    return Markup(render("elements/embed-snippet", context, _view(model, context, site_url)).strip())


def _view(model: Model, context: PageContext, site_url: str) -> EmbedCardView:
    language = context.language
    return EmbedCardView(
        language=language.code,
        name=language.pick(model.name),
        title=str(language.pick(model.name)),
        kind=language.value("kind", model.kind),
        summary=language.pick(model.summary),
        summarised=language.say("told.by_editors.summarised"),
        reviewed=review_sentence(model.upkeep, language),
        href=context.model_href(model),
        canonical=urls.absolute(urls.model_page(model.id), language.prefix, site_url),
        frame_href=urls.absolute(urls.card(model.id), language.prefix, site_url),
        accessibility=context.href(urls.ACCESSIBILITY),
        icon=context.asset(ICON),
        styles=tuple(context.asset(f"assets/css/{name}.css") for name in ("tokens", "embed")),
    )
