"""What has changed on the site, as the models' own history pages tell it: noted by editors, or remembered by git."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.reports.news import news_of

LATEST = 6
# A page of all changes stays short; the history page of a model tells of the others.
MOST_OF_A_MODEL, MOST = 20, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of a model: its moment as feeds write it, its day in words, what happened, and its place on the history page."""

    moment: str
    date: str
    text: LocalizedText
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItemView:
    """One change: the day, the model, and what happened to it, with the place that tells more."""

    date: str
    name: LocalizedText
    href: str
    text: LocalizedText
    more: str


def _events(model: Model, catalog: Catalog, language: Language) -> tuple[Event, ...]:
    return tuple(
        Event(moment=each.moment, date=language.date(each.day), text=each.text, anchor=each.anchor)
        for each in news_of(model, catalog, language)[:MOST_OF_A_MODEL]
    )


EVENTS: Channel[tuple[Event, ...]] = Channel("events", tuple[Event, ...], _events)


def changes(context: PageContext) -> Markup:
    """The newest changes."""
    return render("site/changes", context, _news(context, MOST))


def what_is_new(context: PageContext) -> Markup:
    """The latest changes, for the front page."""
    return render("site/changes", context, _news(context, LATEST))


def _news(context: PageContext, most: int) -> tuple[NewsItemView, ...]:
    found = [(each, model_id) for model_id, events in context.contributed(EVENTS).items() for each in events]
    newest = sorted(found, key=lambda each: (each[0].moment, each[1]), reverse=True)[:most]
    views = []
    for event, model_id in newest:
        head = context.catalog.head_by_id[model_id]
        name, href = context.model_link(head)
        more = context.model_href(head, urls.HISTORY, event.anchor)
        views.append(NewsItemView(date=event.date, name=name, href=href, text=event.text, more=more))
    return tuple(views)
