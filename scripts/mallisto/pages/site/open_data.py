"""The files that programs read, on the page about the site."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import data_urls
from mallisto.pages.elements import linked_data
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render

_FILES = {
    "models": data_urls.MODELS,
    "lines": data_urls.MODEL_LINES,
    "adoptions": data_urls.ADOPTIONS,
    "vocabulary": data_urls.VOCABULARY,
    "concepts": data_urls.CONCEPTS,
    "openapi": data_urls.OPENAPI,
    "catalog": data_urls.CATALOG,
    "package": data_urls.PACKAGE,
}


@dataclass(frozen=True, slots=True)
class DataFileView:
    """A file with what it holds."""

    path: str
    href: str
    words: str


def open_data(context: PageContext) -> Markup:
    """The list of files, and what they are together for search engines."""
    say = context.language.say
    files = tuple(DataFileView(path, context.asset(path), say(f"data.get.{name}")) for name, path in _FILES.items())
    told = linked_data.of_data(say("data.catalog.title"), say("data.catalog.description"), context)
    return render("site/open-data", context, files) + told
