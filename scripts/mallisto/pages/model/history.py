"""The history of a model: its editors' notes, and every published change field by field, before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.reports.changes import FieldChange
from mallisto.reports.news import News, news_of

# The number of changes of one day that are listed individually.
MOST_CHANGES = 40


# The strings of the script that compares a reader's edition; the script fills the gaps.
_SINCE = ("latest", "found", "by-day", "none")

# Longer texts are not compared word by word.
MOST_WORDS = 400

# Words of a text, and whether they differ from the other version.
Words = tuple[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChangeView:
    """One change: the field, the kind of change, and both texts in parts; their language if it is not the page's."""

    where: str
    what: str
    before: tuple[Words, ...]
    after: tuple[Words, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """One entry: its date (ISO and formatted), the edition it replaced, a summary, and the changed fields and their number."""

    anchor: str
    day: str
    replaced: str
    date: str
    text: LocalizedText
    count: int
    changes: tuple[FieldChangeView, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """The history page."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    news: tuple[RevisionView, ...]
    unknown: str
    edition: str
    script: str
    locale: str
    words: Mapping[str, str]
    feed_href: str
    calendar_href: str
    review_by: str


def page(model: Model, context: PageContext) -> Page:
    """Return the history page of a model."""
    say, shown = context.language.say, view(model, context)
    return Page(
        kind="history",
        id=model.id,
        address=urls.model_page(model.id, urls.HISTORY),
        title=say("page.of_model", part=shown.title, model=str(context.language.pick(model.title))),
        description=say("history.description", model=str(shown.name)),
        head=render("elements/head", context, shown),
        chapter=render("model/history", context, shown),
        contents=(Anchor("seuraa", say("history.follow")), Anchor("muutokset", say("history.changes"))),
    )


def view(model: Model, context: PageContext) -> HistoryView:
    language = context.language
    return HistoryView(
        name=language.pick(model.name),
        title=language.say("history.title"),
        parts=part_links(model, context, urls.HISTORY),
        news=tuple(_news(each, context) for each in news_of(model, context.catalog, language)),
        unknown=language.say("history.unknown") if context.catalog.revisions is None else "",
        edition=model.edition,
        script=context.asset("assets/js/changes-since.js"),
        words={f"data-{name}": language.strings[f"history.since.{name}"] for name in _SINCE},
        locale=language.locale,
        feed_href=context.href(urls.feed(model.id)),
        calendar_href=context.href(urls.reviews(owner.organisation.to)) if (owner := model.upkeep.owner) else "",
        review_by=language.date(model.upkeep.review_by),
    )


def _news(news: News, context: PageContext) -> RevisionView:
    language, hidden = context.language, len(news.changes) - MOST_CHANGES
    return RevisionView(
        anchor=news.anchor,
        day=news.day,
        replaced=news.replaced,
        date=language.date(news.day),
        text=news.text,
        count=len(news.changes),
        changes=tuple(_change(each) for each in news.changes[:MOST_CHANGES]),
        more=language.say("history.more", count=hidden) if hidden > 0 else "",
    )


def _change(change: FieldChange) -> FieldChangeView:
    before, after = (str(each) if each is not None else "" for each in (change.before, change.after))
    said = change.after or change.before
    return FieldChangeView(
        where=change.where,
        what=change.what,
        before=tuple(_pieces(before, after)),
        after=tuple(_pieces(after, before)),
        language=said.language or "" if said else "",
    )


def _pieces(text: str, other: str) -> Iterator[Words]:
    """Split a text into parts that are in the other version and parts that are not."""
    words, others = (re.findall(r"\S+\s*", each) for each in (text, other))
    if len(words) + len(others) > MOST_WORDS:
        yield text, bool(other)
        return
    kept = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    end = 0
    for block in kept:
        if block.a > end:
            yield "".join(words[end : block.a]), bool(other)
        if block.size:
            yield "".join(words[block.a : block.a + block.size]), False
        end = block.a + block.size
