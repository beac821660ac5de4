"""What has changed on the site, as the models' own history pages tell it: noted by editors, or remembered by git."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.reports.news import NEWS, NewsEntry

LATEST = 3
# The page of all changes stays short; the history page of a model tells of the others.
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItemView:
    """One change: the day, the model, and what happened to it, with the place that tells more."""

    date: str
    name: LocalizedText
    href: str
    text: LocalizedText
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """The newest changes, and how to follow those to come: the feed of all models, and the reviews of each owner as a calendar."""

    feed_href: str
    calendars: tuple[tuple[LocalizedText, str], ...]
    news: tuple[NewsItemView, ...]


def changes(context: PageContext) -> Markup:
    """The newest changes, and how to follow them."""
    catalog = context.catalog
    view = ChangesView(
        feed_href=context.href(urls.feed()),
        calendars=tuple(
            (context.language.pick(catalog.organisation_by_id[owner].name), context.href(urls.reviews(owner))) for owner in catalog.owners
        ),
        news=_news(context, MOST),
    )
    return render("site/changes", context, view)


def what_is_new(context: PageContext) -> Markup:
    """The latest changes with their heading, for the front page; nothing where models have only been added, which their cards tell."""
    added = context.language.say("news.added")
    return render("site/what-is-new", context, _news(context, LATEST, leaving_out=added))


def _news(context: PageContext, most: int, leaving_out: str = "") -> tuple[NewsItemView, ...]:
    everything = ((each, model_id) for model_id, entries in context.contributed(NEWS).items() for each in entries)
    found = [(each, model_id) for each, model_id in everything if str(each.text) != leaving_out]
    newest = sorted(found, key=lambda each: (each[0].moment, each[1]), reverse=True)[:most]
    return tuple(_view(entry, *context.model_link(context.catalog.head_by_id[model_id]), context) for entry, model_id in newest)


def _view(entry: NewsEntry, name: LocalizedText, href: str, context: PageContext) -> NewsItemView:
    return NewsItemView(date=entry.date, name=name, href=href, text=entry.text, more=context.href(entry.address))
