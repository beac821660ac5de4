"""The whole site's files: model pages stamped from their frames, slots of authored pages, data, sitemap, redirects."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mallisto import addresses, pages, search
from mallisto.catalog import Catalog
from mallisto.export import cards, checklist, json, pathway, sitemap
from mallisto.frame import BODY, CONTENTS, DESCRIPTION, ID, TITLE, Frame, filled, slots
from mallisto.language import DEFAULT, LANGUAGES, Language
from mallisto.model import Moved
from mallisto.output import OutputFile
from mallisto.pages import sheet
from mallisto.pages.render import render
from mallisto.pages.setting import Page, Setting
from mallisto.pages.slots import SLOTS
from mallisto.schema import Schemas

# Search engines cut a longer description where they please.
MAX_DESCRIPTION = 300


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the site generator made: frames by language and kind, authored pages by their path in the site, the site's address."""

    frames: Mapping[tuple[str, str], Frame]
    authored: Mapping[str, str]
    site_url: str


def files(catalog: Catalog, schemas: Schemas, rendered: Rendered) -> Iterator[OutputFile]:
    """Every file that the catalog adds to what the site generator made."""
    for model in catalog.models:
        yield from model_files(model.id, catalog, schemas, rendered)
    yield from shared_files(catalog, schemas, rendered)
    yield from search.files(catalog, schemas)


def shared_files(catalog: Catalog, schemas: Schemas, rendered: Rendered) -> Iterator[OutputFile]:
    """The files that tell of several models or of none, but for the finder, which takes longest to make."""
    tails = {_tail(path) for path in rendered.authored if path.endswith("index.html")}
    tails |= {address for address in addresses.of_catalog(catalog) if "#" not in address}
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        for page in pages.of_roles(catalog, language):
            yield _stamped(page, Setting.at(catalog, language, page.address), rendered)
        yield cards.of_site(language)
        yield from _filled_pages(catalog, language, rendered)
        yield from (
            _moved(each, Setting.at(catalog, language, each.address), rendered) for each in catalog.history.moved if "#" not in each.address
        )
    yield sheet.file()
    yield from json.files(catalog, schemas)
    yield sitemap.file(tails, rendered.site_url)


def model_pages(model_id: str, catalog: Catalog, schemas: Schemas, rendered: Rendered) -> Iterator[OutputFile]:
    """The pages of one model in every language."""
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        for page in pages.of_model(catalog.model_by_id[model_id], catalog, language):
            yield _stamped(page, Setting.at(catalog, language, page.address), rendered)


def model_files(model_id: str, catalog: Catalog, schemas: Schemas, rendered: Rendered) -> Iterator[OutputFile]:
    """The files that tell of one model alone."""
    model = catalog.model_by_id[model_id]
    yield from model_pages(model_id, catalog, schemas, rendered)
    yield json.of_model(model)
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        yield cards.of_model(model, language)
        yield checklist.of_model(model, catalog, language)
        yield from pathway.files(model, catalog, language, rendered.site_url)


def _stamped(page: Page, setting: Setting, rendered: Rendered) -> OutputFile:
    frame = rendered.frames[setting.language.code, page.kind]
    values = {
        ID: page.id,
        TITLE: page.title,
        DESCRIPTION: textwrap.shorten(page.description, MAX_DESCRIPTION, placeholder=" …"),
        BODY: page.head + page.chapter,
        CONTENTS: render("contents", setting, page.contents),
    }
    return OutputFile(f"{setting.language.prefix}{page.address}index.html", frame.stamped(values))


def _filled_pages(catalog: Catalog, language: Language, rendered: Rendered) -> Iterator[OutputFile]:
    """The authored pages of a language that leave a place for the catalog."""
    for path, text in rendered.authored.items():
        names = slots(text)
        if names and _language_of(path) == language.code:
            setting = Setting.at(catalog, language, _tail(path))
            yield OutputFile(path, filled(text, {name: SLOTS[name](setting) for name in names}).encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedView:
    """What a page that is gone tells: where it went, or why it is gone."""

    language: str
    title: str
    text: str
    href: str
    canonical: str
    home: str
    link: str


def _moved(moved: Moved, setting: Setting, rendered: Rendered) -> OutputFile:
    language = setting.language
    kind = "moved" if moved.to else "gone"
    view = MovedView(
        language=language.code,
        title=language.say(f"{kind}.title"),
        text=str(language.pick(moved.gone)) if moved.gone else language.say("moved.text"),
        href=setting.href(moved.to.to) if moved.to else "",
        canonical=sitemap.address(moved.to.to, language.code, rendered.site_url) if moved.to else "",
        home=setting.href(""),
        link=language.say(f"{kind}.link"),
    )
    return OutputFile(f"{language.prefix}{moved.address}index.html", render("moved", setting, view).encode())


def _language_of(path: str) -> str:
    first = path.split("/")[0]
    return first if first in LANGUAGES else DEFAULT


def _tail(path: str) -> str:
    code = _language_of(path)
    return path.removeprefix("" if code == DEFAULT else f"{code}/").removesuffix("index.html")
