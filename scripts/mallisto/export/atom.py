"""What changes in models as feeds to follow. Format: https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.export import sitemap
from mallisto.files.output_file import OutputFile
from mallisto.files.templates import filled_template
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reports.news import News, news_of

MOST_ENTRIES = 20
_MOST_CHANGES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntryView:
    """An entry of a feed; its link is its identifier too."""

    title: str
    link: str
    updated: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed in one language: its own address, and that of the page that tells the same."""

    language: str
    title: str
    author: str
    address: str
    page: str
    updated: str
    entries: tuple[FeedEntryView, ...]


def of_model(model: Model, catalog: Catalog, language: Language, site_url: str) -> OutputFile:
    """The feed of one model."""
    title = language.say("feed.model", model=str(language.pick(model.title)))
    page = urls.model_page(model.id, urls.HISTORY)
    return _feed(urls.feed(model.id), page, title, news_entries(model, catalog, language), language, site_url)


def of_site(catalog: Catalog, language: Language, site_url: str) -> OutputFile:
    """The feed of all models."""
    found = [entry for entries in catalog.contributed(NEWS, language).values() for entry in entries]
    newest = sorted(found, key=lambda entry: entry.moment, reverse=True)
    return _feed(urls.feed(), urls.HISTORY, language.say("feed.all"), newest, language, site_url)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """Something that happened to a model: when (RFC 3339), where it stands on the model's page of changes, and what changed."""

    moment: str
    address: str
    title: str
    content: str


def news_entries(model: Model, catalog: Catalog, language: Language) -> tuple[FeedEntry, ...]:
    """The newest entries of a model's feed."""
    return tuple(_entry_of(news, language) for news in news_of(model, catalog, language)[:MOST_ENTRIES])


NEWS: Channel[tuple[FeedEntry, ...]] = Channel("news", tuple[FeedEntry, ...], news_entries)


def _entry_of(news: News, language: Language) -> FeedEntry:
    address = f"{urls.model_page(news.model.id, urls.HISTORY)}#{news.anchor}"
    title = f"{language.pick(news.model.title)}: {news.text}"
    return FeedEntry(moment=news.moment, address=address, title=title, content="\n".join(_lines(news, language)) or title)


def _feed(path: str, page: str, title: str, entries: Sequence[FeedEntry], language: Language, site_url: str) -> OutputFile:
    view = FeedView(
        language=language.code,
        title=title,
        author=language.say("feed.author"),
        address=sitemap.address(path, language.code, site_url),
        page=sitemap.address(page, language.code, site_url),
        updated=entries[0].moment if entries else "1970-01-01T00:00:00Z",
        entries=tuple(_view(entry, language, site_url) for entry in entries[:MOST_ENTRIES]),
    )
    return OutputFile(f"{language.prefix}{path}", filled_template("export/feed.xml", view=view).encode())


def _view(entry: FeedEntry, language: Language, site_url: str) -> FeedEntryView:
    link = sitemap.address(entry.address, language.code, site_url)
    return FeedEntryView(title=entry.title, link=link, updated=entry.moment, content=entry.content)


def _lines(news: News, language: Language) -> Iterator[str]:
    for each in news.changes[:_MOST_CHANGES]:
        said = [str(value) for value in (each.before, each.after) if value is not None]
        yield f"{each.where}: {each.what}" + (f": {' → '.join(said)}" if said else "")
    if len(news.changes) > _MOST_CHANGES:
        yield language.say("history.more", count=len(news.changes) - _MOST_CHANGES)
