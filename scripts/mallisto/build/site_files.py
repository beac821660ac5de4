"""The whole site's files: model pages stamped from their frames, slots of authored pages, data, sitemap, redirects."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from mallisto import form, pages
from mallisto.addresses import urls
from mallisto.build import link_pages
from mallisto.build.page_frame import BODY, CONTENTS, DESCRIPTION, ID, TITLE, Frame, filled, slots
from mallisto.catalog.catalog import Catalog
from mallisto.export import atom, checklist, comparison, json, pathway, review_calendar, sitemap
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.pages.choosing import fit_finder
from mallisto.pages.choosing.comparison import column_file
from mallisto.pages.elements import page_footer
from mallisto.pages.elements.page_context import Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import terms
from mallisto.pages.pathway import grid_stylesheet
from mallisto.pages.site import form as form_page
from mallisto.pages.site.slots import SLOTS
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.schema import Schemas

# Search engines cut a longer description where they please.
MAX_DESCRIPTION = 300
# The generator's lists of all pages, which know no models.
_ITS_LISTS = ("sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the site generator made: frames by language and kind, authored pages by their path in the site, two addresses.

    `folder` is where it left these pages and everything else of its own.
    """

    frames: Mapping[tuple[str, str], Frame]
    authored: Mapping[str, str]
    site_url: str
    repository: str = ""
    folder: Path | None = None

    def context(self) -> list[str]:
        """What every file may depend on: the two addresses and the frames."""
        return [self.site_url, self.repository, *(repr((kind, self.frames[kind].pieces)) for kind in sorted(self.frames))]

    def written(self) -> list[str]:
        """The pages that people wrote, as texts with their paths."""
        return [f"{path} {text}" for path, text in sorted(self.authored.items())]

    def files(self) -> Iterator[OutputFile]:
        """Its files, but for its lists and for the pages that wait to be filled."""
        if self.folder is None:
            return
        waiting = {*_ITS_LISTS, *(path for path, text in self.authored.items() if slots(text))}
        for each in sorted(self.folder.rglob("*")):
            path = each.relative_to(self.folder).as_posix()
            if path not in waiting and each.is_file():
                yield OutputFile(path, each.read_bytes())


def shared_files(catalog: Catalog, schemas: Schemas, rendered: Rendered) -> Iterator[OutputFile]:
    """The files that tell of several models or of none, but for the finder and for those that the site generator made."""
    tails = {_tail(path) for path in rendered.authored if path.endswith("index.html")}
    tails |= {address for address in catalog.lasting_addresses if "#" not in address}
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        for page in (*pages.of_roles(catalog, language), *pages.of_training(catalog, language)):
            yield _stamped(page, PageContext.for_address(catalog, language, page.address), rendered)
        yield from link_pages.of_written(
            {_tail(path): text for path, text in rendered.authored.items() if _language_of(path) == code}, language
        )
        yield comparison.file(catalog, language)
        yield atom.of_site(catalog, language, rendered.site_url)
        yield from review_calendar.files(catalog, language, rendered.site_url)
        yield from _filled_pages(catalog, language, rendered)
        yield from link_pages.of_shared(catalog, language, rendered.site_url)
        yield link_pages.page(
            urls.FORM,
            form_page.page(PageContext.for_address(catalog, language, urls.FORM), rendered.repository, form.api(rendered.repository)),
            language,
        )
    yield from link_pages.short_addresses_of_shared(catalog, schemas, rendered.site_url)
    yield from form.files(schemas, rendered.repository)
    yield from fit_finder.shared_files(catalog, schemas)
    yield grid_stylesheet.file()
    yield from json.files(catalog, schemas, rendered.site_url)
    yield from sitemap.files(tails, rendered.site_url)


def model_pages(model_id: str, catalog: Catalog, schemas: Schemas, rendered: Rendered) -> Iterator[OutputFile]:
    """The pages of one model in every language."""
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        for page in pages.of_model(catalog.model_by_id[model_id], catalog, language):
            yield _stamped(page, PageContext.for_address(catalog, language, page.address), rendered)


def model_files(model_id: str, catalog: Catalog, schemas: Schemas, rendered: Rendered) -> Iterator[OutputFile]:
    """The files that tell of one model alone."""
    model = catalog.model_by_id[model_id]
    yield from model_pages(model_id, catalog, schemas, rendered)
    yield json.of_model(model, schemas, rendered.site_url)
    yield from link_pages.short_addresses_of_model(model, catalog, schemas, rendered.site_url)
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        yield column_file(model, catalog, language)
        yield fit_finder.of_model(model, catalog, language)
        yield atom.of_model(model, catalog, language, rendered.site_url)
        yield checklist.of_model(model, catalog, language)
        yield from pathway.files(model, catalog, language, rendered.site_url)
        yield from link_pages.of_model(model, catalog, language, rendered.site_url)


def _stamped(page: Page, context: PageContext, rendered: Rendered) -> OutputFile:
    frame = rendered.frames[context.language.code, page.kind]
    values = {
        ID: page.id,
        TITLE: page.title,
        DESCRIPTION: textwrap.shorten(page.description, MAX_DESCRIPTION, placeholder=" …"),
        BODY: page.head
        + page_footer.line(page, context, rendered.site_url)
        + page.tool
        + _with_terms(page, context)
        + page_footer.foot(page, context, rendered.site_url),
        CONTENTS: render("elements/contents", context, page.contents),
    }
    return OutputFile(f"{context.language.prefix}{page.address}index.html", frame.stamped(values))


def _with_terms(page: Page, context: PageContext) -> Markup:
    """The chapter of a page; a model's own terms can be opened in it, but for the booklet and the slides, which people only look at."""
    if page.is_shared or page.kind in ("booklet", "slides"):
        return page.chapter
    return terms.explained(page.chapter, context.catalog.model_by_id[page.id], context)


def _filled_pages(catalog: Catalog, language: Language, rendered: Rendered) -> Iterator[OutputFile]:
    """The authored pages of a language that leave a place for the catalog."""
    for path, text in rendered.authored.items():
        names = slots(text)
        if names and _language_of(path) == language.code:
            context = PageContext.for_address(catalog, language, _tail(path))
            yield OutputFile(path, filled(text, {name: SLOTS[name](context) for name in names}).encode())


def _language_of(path: str) -> str:
    first = path.split("/")[0]
    return first if first in LANGUAGES else DEFAULT


def _tail(path: str) -> str:
    code = _language_of(path)
    return path.removeprefix("" if code == DEFAULT else f"{code}/").removesuffix("index.html")
