"""What changes in models as feeds to follow. Format: https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.export import sitemap
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reports.news import News, news_of

MOST_ENTRIES = 20
_MOST_CHANGES = 20


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
    """Something that happened to a model: when (RFC 3339), where it stands on the model's page of changes, and what changed, in lines."""

    moment: str
    address: str
    title: str
    lines: tuple[str, ...]


def news_entries(model: Model, catalog: Catalog, language: Language) -> tuple[FeedEntry, ...]:
    """The newest entries of a model's feed."""
    return tuple(_entry_of(news, language) for news in news_of(model, catalog, language)[:MOST_ENTRIES])


NEWS: Channel[tuple[FeedEntry, ...]] = Channel("news", tuple[FeedEntry, ...], news_entries)


def _entry_of(news: News, language: Language) -> FeedEntry:
    return FeedEntry(
        moment=news.moment,
        address=f"{urls.model_page(news.model.id, urls.HISTORY)}#{news.anchor}",
        title=f"{language.pick(news.model.title)}: {news.text}",
        lines=tuple(_lines(news, language)),
    )


def _feed(path: str, page: str, title: str, entries: Sequence[FeedEntry], language: Language, site_url: str) -> OutputFile:
    own, html = (sitemap.address(each, language.code, site_url) for each in (path, page))
    updated = entries[0].moment if entries else "1970-01-01T00:00:00Z"
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language.code}">\n'
        f"<title>{escape(title)}</title>\n<id>{escape(own)}</id>\n<updated>{updated}</updated>\n"
        f"<author><name>{escape(language.say('feed.author'))}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(html)}/>\n'
    )
    written = "".join(_entry(entry, language, site_url) for entry in entries[:MOST_ENTRIES])
    return OutputFile(f"{language.prefix}{path}", f"{head}{written}</feed>\n".encode())


def _entry(entry: FeedEntry, language: Language, site_url: str) -> str:
    link, title = sitemap.address(entry.address, language.code, site_url), entry.title
    said = "\n".join(entry.lines)
    content = f'<content type="text">{escape(said)}</content>\n' if said else f'<content type="text">{escape(title)}</content>\n'
    return (
        f"<entry>\n<title>{escape(title)}</title>\n<id>{escape(link)}</id>\n<updated>{entry.moment}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>\n{content}</entry>\n'
    )


def _lines(news: News, language: Language) -> Iterable[str]:
    for each in news.changes[:_MOST_CHANGES]:
        said = [str(value) for value in (each.before, each.after) if value is not None]
        yield f"{each.where}: {each.what}" + (f": {' → '.join(said)}" if said else "")
    if len(news.changes) > _MOST_CHANGES:
        yield language.say("history.more", count=len(news.changes) - _MOST_CHANGES)
