"""The sitemap: every page in every language with its siblings. Format: https://www.sitemaps.org/protocol.html"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from xml.sax.saxutils import escape, quoteattr, unescape

from mallisto.addresses import urls
from mallisto.files.output_file import OutputFile
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.problems import Location, Problem

_LOCATION = re.compile(r"<loc>\s*(.*?)\s*</loc>")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'


def file(pages: Iterable[str], site_url: str) -> OutputFile:
    """A sitemap of the given pages (tails such as `mallit/tykke/`), each in every language."""
    entries = [_entry(tail, code, site_url) for tail in sorted(set(pages)) for code in LANGUAGES]
    return OutputFile("sitemap.xml", (_HEAD + "".join(entries) + "</urlset>\n").encode())


def tails(text: str) -> frozenset[str]:
    """The pages a sitemap lists, below the site's own address: `sv/mallit/tykke/`. The front page has the shortest address of all."""
    listed = [unescape(each) for each in _LOCATION.findall(text)]
    root = min(listed, key=len, default="")
    return frozenset(each.removeprefix(root) for each in listed)


def dropped(published: str, built: Set[str], file: str) -> Iterator[Problem]:
    """The pages of a published sitemap that a built site lacks: not even told where they went."""
    for tail in sorted(tails(published) - built):
        yield Problem(Location(file), "address.dropped", found=f"/{tail}")


def _entry(tail: str, code: str, site_url: str) -> str:
    siblings = "".join(
        f'<xhtml:link rel="alternate" hreflang="{each}" href={quoteattr(address(tail, each, site_url))}/>' for each in LANGUAGES
    )
    return f"<url><loc>{escape(address(tail, code, site_url))}</loc>{siblings}</url>\n"


def address(tail: str, code: str, site_url: str) -> str:
    """The absolute address of a page in a language."""
    return urls.absolute(tail, "" if code == DEFAULT else f"{code}/", site_url)
