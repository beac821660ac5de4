"""The models that can be adopted with the tools of the site: those that have a checklist."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptableView:
    """A model with the links to its memo and its checklist."""

    name: LocalizedText
    href: str
    memo: str
    checklist: str


def adoptable(context: PageContext) -> Markup:
    """Every model that has a memo, and with it a checklist."""
    heads = (head for head in context.catalog.heads if urls.model_page(head.id, urls.MEMO) in head.addresses)
    view = tuple(
        AdoptableView(
            name=context.language.pick(head.title),
            href=context.model_href(head),
            memo=context.model_href(head, urls.MEMO),
            checklist=context.model_href(head, urls.CHECKLIST),
        )
        for head in heads
    )
    return render("site/adoptable", context, view)
