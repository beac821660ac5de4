"""The Markdown beside a page (`index.md`): the whole of a model, a role's card, the glossary and the acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mallisto.addresses import data_urls, urls
from mallisto.build.rendered import language_of, tail_of
from mallisto.export import markdown
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.pages.elements.page_context import Page
from mallisto.reading.languages import DEFAULT

# Authored pages that list what models share.
VOCABULARIES = (urls.GLOSSARY, urls.ACTS)
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)


def of_model(pages: Iterable[Page], model: Model, language: Language, site_url: str) -> OutputFile:
    """The whole of a model: its booklet, or its overview where that is all there is."""
    by_kind = {each.kind: each for each in pages}
    page = by_kind.get("booklet") or by_kind["overview"]
    address = urls.model_page(model.id)
    told = {"edition": model.edition, "changed": model.upkeep.changed, "reviewed": model.upkeep.last_reviewed}
    return _twin(address, page, told, language, site_url)


def of_page(page: Page, language: Language, site_url: str) -> OutputFile:
    """A page that is about several models, such as a role's card."""
    return _twin(page.address, page, {}, language, site_url)


def of_written(path: str, text: str, site_url: str) -> Iterator[OutputFile]:
    """An authored page that holds a vocabulary, by its path in the site and its finished HTML; nothing of another."""
    code, tail = language_of(path), tail_of(path)
    article = _ARTICLE.search(text) if tail in VOCABULARIES else None
    if article is None:
        return
    url = urls.absolute(tail, "" if code == DEFAULT else f"{code}/", site_url)
    yield markdown.twin(f"{path.removesuffix('html')}md", article[1], _told(url, code, {}), url)


def _twin(address: str, page: Page, told: dict[str, str], language: Language, site_url: str) -> OutputFile:
    url = urls.absolute(address, language.prefix, site_url)
    of_html = urls.absolute(page.address, language.prefix, site_url)
    return markdown.twin(f"{language.prefix}{address}index.md", f"{page.head}{page.chapter}", _told(url, language.code, told), of_html)


def _told(url: str, code: str, more: dict[str, str]) -> dict[str, str]:
    return {"url": url, "language": code, **more, "licence": data_urls.LICENCE_URL}
