"""The site as one file that works from a folder, for rooms without a network.

A page opened from a folder is refused two things: addresses that end in a folder, and scripts that are modules. In the copy every address
names its file, and no page has a script but the search page, slides and the guidance page, whose modules are joined into plain ones. What
a page leads to and the copy lacks, it leads to on the site.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from typing import IO

from markupsafe import escape

from mallisto.build import finder_script
from mallisto.build.joined_script import plain
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.problems import UsageError
from mallisto.reading.schema import Schemas
from mallisto.search.script_files import FOLDER as FINDER_FOLDER

_FOLDER = "mallisto/"
_SEARCH_SCRIPT = "assets/js/search-page.js"
_SEARCH_PAGE = "haku/index.html"
# In the order in which the search page needs them.
_OWN = (finder_script.ADDRESS, _SEARCH_SCRIPT)
# Modules that other pages have as plain scripts at the same place.
_PLAIN = ("assets/js/slide-show.js", "assets/js/guidance.js")
# What pages are shown with and lead to; data and feeds are for programs, which ask a server.
_TAKEN = frozenset({".bpmn", ".css", ".csv", ".ics", ".js", ".png", ".svg", ".txt"})

_LINK = re.compile(r'(?<=\s)(href|src|action)="(?![a-z]+:|#|/)([^"?#]*)([^"]*)"')
# The fragment of an address with a pack in it.
_READ_BY_A_MODULE = "#paketti="
_MODULE = re.compile(r'<script type="module" src="([^"]*)"></script>\n?')
# What the page tells search engines.
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>\n?')
# What a page is whole without: the search has its script, and without the kit a link leads to its place. That a place is gone, or
# how old a paper is, nobody asks of a copy, and the last line of paper is the page's own address.
_REPLACED = (
    "search-page.js",
    "link-kit.js",
    "missing-place.js",
    "paper-address.js",
    "paper-edition.js",
    "/slide-show.js",
    "/guidance.js",
)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_BELOW_HEADER = re.compile(r'(?=</header>\s*<div class="middle">)')
_ONLY_LEADS_ON = '<meta name="robots" content="noindex">'


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The built site's files by path, read when they are asked for, and what is said of the copy: the day it was made."""

    site: Mapping[str, bytes]
    made: date
    schemas: Schemas


@dataclass(frozen=True, slots=True)
class SiteFolder(Mapping[str, bytes]):
    """The files below a folder by path; each is read when it is asked for."""

    folder: Path

    def __getitem__(self, path: str) -> bytes:
        try:
            return (self.folder / path).read_bytes()
        except OSError as error:
            raise KeyError(path) from error

    def __contains__(self, path: object) -> bool:
        return (self.folder / str(path)).is_file()

    def __iter__(self) -> Iterator[str]:
        return (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def archive(copy: Copy, into: IO[bytes]) -> None:
    """Write the copy as a zip, file by file; its bytes depend on nothing else."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for file in chain(_scripts(copy), files(copy)):
            told = zipfile.ZipInfo(_FOLDER + file.path)
            told.external_attr = 0o644 << 16
            packed.writestr(told, file.content, zipfile.ZIP_DEFLATED, 6)


def files(copy: Copy) -> Iterator[OutputFile]:
    """The pages of the site, what they are shown with and lead to, and the index of the search, in the order of their paths."""
    pages, named = _pages(copy)
    if "index.html" not in pages:
        raise UsageError.about("site", "ei ole rakennettu: mkdocs build", "är inte byggd: mkdocs build", "is not built: mkdocs build")
    beside = {path for path in named if PurePosixPath(path).suffix in _TAKEN and path in copy.site} - {*_OWN}
    beside |= {path for path in copy.site if path.startswith(FINDER_FOLDER) and path.endswith(".js") and path not in _OWN}
    beside -= {*_PLAIN}
    kept = frozenset({*pages, *beside, *_OWN, *_PLAIN})
    site_url = _address_of(copy.site["index.html"].decode())
    for path in sorted({*pages, *beside}):
        if path in beside:
            yield OutputFile(path, copy.site[path])
        else:
            text = _of_copy(copy.site[path].decode(), path, copy)
            yield OutputFile(path, _LINK.sub(partial(_link, path=path, kept=kept, site_url=site_url), text).encode())


def _scripts(copy: Copy) -> Iterator[OutputFile]:
    """The scripts of the search, of slides and of guidance, as a page may load them that is opened from a folder."""
    yield finder_script.plain_finder_script(copy.site[finder_script.ADDRESS])
    for path in (_SEARCH_SCRIPT, *(each for each in _PLAIN if each in copy.site)):
        yield OutputFile(path, plain(path, lambda each: copy.site[each].decode()).encode())


def _pages(copy: Copy) -> tuple[set[str], set[str]]:
    """The pages that stay in the copy, and every path that one of them names."""
    pages, named = set[str](), set[str]()
    for path in copy.site:
        if PurePosixPath(path).name == "index.html":
            text = copy.site[path].decode()
            if _ONLY_LEADS_ON not in text:
                pages.add(path)
                named |= {_target(link[2], path) for link in _LINK.finditer(_of_copy(text, path, copy))}
    return pages, named


def _of_copy(page: str, path: str, copy: Copy) -> str:
    """A page that works from a folder and says that it is a copy; its links are still those of the site."""
    told = _told_of(page, Language.of(_language_of(path), copy.schemas), copy.made)
    return _with_own_scripts(told, path)


def _with_own_scripts(page: str, path: str) -> str:
    """A page without modules, and with the scripts of the copy where it is the search page; every file of the folder is its own."""
    code = _language_of(path)
    is_search = path == (_SEARCH_PAGE if code == DEFAULT else f"{code}/{_SEARCH_PAGE}")
    scripts = "".join(f'<script defer src="{_relative(each, path)}"></script>\n' for each in _OWN) if is_search else ""
    own = _MODULE.sub(_plain_script, _DATA.sub("", page)).replace("</body>", f"{scripts}</body>")
    return _POLICY.sub(lambda policy: policy[0].replace("'self'", "'self' file:"), own)


def _plain_script(module: re.Match[str]) -> str:
    """The plain script in the place of a module, where the copy has one."""
    return f'<script defer src="{module[1]}"></script>\n' if module[1].endswith(_PLAIN) else ""


def _told_of(page: str, language: Language, made: date) -> str:
    """A page that says of itself that it is a copy, of which day, what it lacks, and where it is kept current."""
    live = escape(_address_of(page))
    lacks = any(not each.endswith(_REPLACED) for each in _MODULE.findall(page))
    words = [language.say("copy.line", date=language.date(made.isoformat())), *([language.say("copy.lacks")] if lacks else [])]
    line = f'<p class="copy">{escape(" ".join(words))} <a href="{live}">{escape(language.say("copy.live"))}</a></p>\n'
    return _BELOW_HEADER.sub(lambda _: line, page)


def _link(link: re.Match[str], path: str, kept: frozenset[str], site_url: str) -> str:
    """A link to a file of the copy by its name, or to what only the site has."""
    name, written, rest = link.groups()
    target = _target(written, path) if written else path
    if target in kept and not rest.startswith(_READ_BY_A_MODULE):
        return f'{name}="{_relative(target, path) if written else PurePosixPath(path).name}{rest}"'
    return f'{name}="{escape(site_url + target.removesuffix("index.html"))}{rest}"'


def _target(written: str, path: str) -> str:
    """The file of the site that a link on a page means."""
    folder = path.rpartition("/")[0]
    joined = normpath(f"/{folder}/{written}").lstrip("/")
    if PurePosixPath(joined).suffix and not written.endswith("/"):
        return joined
    return f"{joined}/index.html".lstrip("/")


def _relative(target: str, path: str) -> str:
    return relpath(f"/{target}", f"/{path.rpartition('/')[0]}")


def _address_of(page: str) -> str:
    """The page's own address on the site."""
    found = _CANONICAL.search(page)
    return found[1] if found else ""


def _language_of(path: str) -> str:
    first = path.split("/")[0]
    return first if first in LANGUAGES else DEFAULT
