"""What changes in models as feeds to follow. Format: https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
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
    return _feed(urls.feed(model.id), page, title, news_of(model, catalog, language), language, site_url)


def of_site(catalog: Catalog, language: Language, site_url: str) -> OutputFile:
    """The feed of all models."""
    found = sorted((each for model in catalog.models for each in news_of(model, catalog, language)), key=lambda each: each.model.id)
    newest = sorted(found, key=lambda each: each.moment, reverse=True)
    return _feed(urls.feed(), urls.HISTORY, language.say("feed.all"), newest, language, site_url)


def _feed(path: str, page: str, title: str, news: Sequence[News], language: Language, site_url: str) -> OutputFile:
    view = FeedView(
        language=language.code,
        title=title,
        author=language.say("feed.author"),
        address=sitemap.address(path, language.code, site_url),
        page=sitemap.address(page, language.code, site_url),
        updated=news[0].moment if news else "1970-01-01T00:00:00Z",
        entries=tuple(_entry(each, language, site_url) for each in news[:MOST_ENTRIES]),
    )
    return OutputFile(f"{language.prefix}{path}", filled_template("export/feed.xml", view=view).encode())


def _entry(news: News, language: Language, site_url: str) -> FeedEntryView:
    page = sitemap.address(urls.model_page(news.model.id, urls.HISTORY), language.code, site_url)
    title = f"{language.pick(news.model.title)}: {news.text}"
    content = "\n".join(_lines(news, language)) or title
    return FeedEntryView(title=title, link=f"{page}#{news.anchor}", updated=news.moment, content=content)


def _lines(news: News, language: Language) -> Iterator[str]:
    for each in news.changes[:_MOST_CHANGES]:
        said = [str(value) for value in (each.before, each.after) if value is not None]
        yield f"{each.where}: {each.what}" + (f": {' → '.join(said)}" if said else "")
    if len(news.changes) > _MOST_CHANGES:
        yield language.say("history.more", count=len(news.changes) - _MOST_CHANGES)
