"""What has changed on the site: models added, facts edited, models reviewed."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.i18n.language import LocalizedText
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render

LATEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItemView:
    """One change: the day, the model, and what happened to it."""

    day: str
    date: str
    name: LocalizedText
    href: str
    text: LocalizedText | str


def changes(context: PageContext) -> Markup:
    """Every change, the newest first."""
    return render("site/changes", context, _news(context))


def what_is_new(context: PageContext) -> Markup:
    """The latest changes, for the front page."""
    return render("site/changes", context, _news(context)[:LATEST])


def _news(context: PageContext) -> tuple[NewsItemView, ...]:
    language, views = context.language, []
    for head in context.catalog.heads:
        name, href = context.model_link(head)
        events = [(edit.date, language.pick(edit.text)) for edit in head.changes]
        added: tuple[str, LocalizedText | str] = (head.added, language.say("news.added"))
        for day, text in (*events, added):
            views.append(NewsItemView(day=day, date=language.date(day), name=name, href=href, text=text))
    return tuple(sorted(views, key=lambda each: (each.day, str(each.name)), reverse=True))
