"""What the site generator made: frames, authored pages and its own files."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from mallisto.build.page_frame import BODY, CONTENTS, DESCRIPTION, ID, TITLE, Frame, slots
from mallisto.files.output_file import OutputFile
from mallisto.pages.elements import page_footer
from mallisto.pages.elements.page_context import Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import edit_links, terms
from mallisto.reading.languages import DEFAULT, LANGUAGES

# Search engines cut a longer description where they please.
MAX_DESCRIPTION = 300
# The generator's lists of all pages, which know no models.
_ITS_LISTS = ("sitemap.xml", "sitemap.xml.gz")
# The kinds of page whose facts can be changed from there.
_EDITED = ("overview", "pathway", "roles")
# The theme's assets, of which pages load one sheet that is made of them.
_ITS_THEME = ("assets/stylesheets/", "assets/javascripts/", "assets/images/")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the site generator made: frames by language and kind, authored pages by their path in the site, three addresses.

    `repository` is where the form sends changes, `sign_in` the service that signs people in to it; each may be missing.
    `folder` is where it left these pages and everything else of its own.
    """

    frames: Mapping[tuple[str, str], Frame]
    authored: Mapping[str, str]
    site_url: str
    repository: str = ""
    sign_in: str = ""
    folder: Path | None = None

    def context(self) -> list[str]:
        """What every file may depend on: the addresses and the frames."""
        return [self.site_url, self.repository, self.sign_in, *(repr((kind, self.frames[kind].pieces)) for kind in sorted(self.frames))]

    def written(self) -> list[str]:
        """The pages that people wrote, as texts with their paths."""
        return [f"{path} {text}" for path, text in sorted(self.authored.items())]

    def files(self) -> Iterator[OutputFile]:
        """Its files, but for its lists, the theme's assets, and the pages whose slots are filled later."""
        if self.folder is None:
            return
        waiting = {*_ITS_LISTS, *(path for path, text in self.authored.items() if slots(text))}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if name not in waiting and not name.startswith(_ITS_THEME) and path.is_file():
                yield OutputFile(name, path.read_bytes())

    def stamped(self, page: Page, context: PageContext) -> OutputFile:
        """A page stamped from the frame of its kind, with its review line and its foot."""
        frame = self.frames[context.language.code, page.kind]
        parts = (
            page.head,
            page_footer.line(page, context, self.site_url),
            page.tool,
            self._chapter(page, context),
            page_footer.foot(page, context, self.site_url),
            page.linked_data,
        )
        values = {
            ID: page.id,
            TITLE: page.title,
            DESCRIPTION: textwrap.shorten(page.description, MAX_DESCRIPTION, placeholder=" …"),
            BODY: Markup("").join(parts),
            CONTENTS: render("elements/contents", context, page.contents),
        }
        return OutputFile(f"{context.language.prefix}{page.address}index.html", frame.stamped(values))

    def _chapter(self, page: Page, context: PageContext) -> Markup:
        """The chapter of a page; where people read and change facts, with a link to the form beside each."""
        chapter = _with_terms(page, context)
        if not self.repository or page.kind not in _EDITED:
            return chapter
        return edit_links.with_edit_links(chapter, context.catalog.model_by_id[page.id], context)


def language_of(path: str) -> str:
    """The language of a page by its path in the site."""
    first = path.split("/")[0]
    return first if first in LANGUAGES else DEFAULT


def tail_of(path: str) -> str:
    """The address of a page below the folder of its language."""
    code = language_of(path)
    return path.removeprefix("" if code == DEFAULT else f"{code}/").removesuffix("index.html")


def _with_terms(page: Page, context: PageContext) -> Markup:
    """The chapter of a page; a model's own terms can be opened in it, but for the booklet and the slides, which people only look at."""
    if page.is_shared or page.kind in ("booklet", "slides"):
        return page.chapter
    return terms.explained(page.chapter, context.catalog.model_by_id[page.id], context)
