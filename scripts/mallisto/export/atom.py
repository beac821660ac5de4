"""What changes in models as feeds to follow. Format: https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
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
    return _feed(urls.feed(model.id), page, title, news_of(model, catalog, language), language, site_url)


def of_site(catalog: Catalog, language: Language, site_url: str) -> OutputFile:
    """The feed of all models."""
    found = sorted((each for model in catalog.models for each in news_of(model, catalog, language)), key=lambda each: each.model.id)
    newest = sorted(found, key=lambda each: each.moment, reverse=True)
    return _feed(urls.feed(), urls.HISTORY, language.say("feed.all"), newest, language, site_url)


def _feed(path: str, page: str, title: str, news: Sequence[News], language: Language, site_url: str) -> OutputFile:
    own, html = (sitemap.address(each, language.code, site_url) for each in (path, page))
    updated = news[0].moment if news else "1970-01-01T00:00:00Z"
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language.code}">\n'
        f"<title>{escape(title)}</title>\n<id>{escape(own)}</id>\n<updated>{updated}</updated>\n"
        f"<author><name>{escape(language.say('feed.author'))}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(html)}/>\n'
    )
    entries = "".join(_entry(each, language, site_url) for each in news[:MOST_ENTRIES])
    return OutputFile(f"{language.prefix}{path}", f"{head}{entries}</feed>\n".encode())


def _entry(news: News, language: Language, site_url: str) -> str:
    page = sitemap.address(urls.model_page(news.model.id, urls.HISTORY), language.code, site_url)
    link = f"{page}#{news.anchor}"
    title = f"{language.pick(news.model.title)}: {news.text}"
    said = "\n".join(_lines(news, language))
    content = f'<content type="text">{escape(said)}</content>\n' if said else f'<content type="text">{escape(title)}</content>\n'
    return (
        f"<entry>\n<title>{escape(title)}</title>\n<id>{escape(link)}</id>\n<updated>{news.moment}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>\n{content}</entry>\n'
    )


def _lines(news: News, language: Language) -> Iterable[str]:
    for each in news.changes[:_MOST_CHANGES]:
        said = [str(value) for value in (each.before, each.after) if value is not None]
        yield f"{each.where}: {each.what}" + (f": {' → '.join(said)}" if said else "")
    if len(news.changes) > _MOST_CHANGES:
        yield language.say("history.more", count=len(news.changes) - _MOST_CHANGES)
