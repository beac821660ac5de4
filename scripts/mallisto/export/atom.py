"""What changes in models as feeds to follow. Format: https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.export import sitemap
from mallisto.files.output_file import OutputFile
from mallisto.files.templates import filled_template
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reports.news import MOST_ENTRIES, NEWS, NewsEntry, news_entries


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


def _feed(path: str, page: str, title: str, entries: Sequence[NewsEntry], language: Language, site_url: str) -> OutputFile:
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


def _view(entry: NewsEntry, language: Language, site_url: str) -> FeedEntryView:
    link = sitemap.address(entry.address, language.code, site_url)
    title = f"{entry.model}: {entry.text}"
    return FeedEntryView(title=title, link=link, updated=entry.moment, content=entry.content or title)
