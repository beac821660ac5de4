"""The copy of the site for rooms without a network: where it is, and how old its facts are."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineCopyView:
    """The slot of the download page, finished."""

    href: str
    reviewed: str


def download(context: PageContext) -> Markup:
    """The link to the copy, and when what it holds was last compared with its sources."""
    date = context.language.date(context.catalog.latest_review)
    return render("site/download", context, OfflineCopyView(href=context.asset(urls.COPY), reviewed=date))
