"""The sitemap: an index of parts that list every page in every language. Format: https://www.sitemaps.org/protocol.html"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from html import unescape

from mallisto.addresses import urls
from mallisto.files.output_file import OutputFile
from mallisto.files.templates import filled_template
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.problems import Location, Problem

INDEX = "sitemap.xml"
# The format allows so many addresses in a file.
MOST_ADDRESSES = 50_000

_LOCATION = re.compile(r"<loc>\s*(.*?)\s*</loc>")


def files(pages: Iterable[str], site_url: str, most_addresses: int = MOST_ADDRESSES) -> Iterator[OutputFile]:
    """The index and its parts for the given pages (tails such as `mallit/tykke/`), each in every language."""
    tails, most = sorted(set(pages)), most_addresses // len(LANGUAGES)
    parts = {f"sitemap-{start // most + 1}.xml": tails[start : start + most] for start in range(0, len(tails), most)}
    addresses = [urls.absolute(name, "", site_url) for name in parts]
    yield OutputFile(INDEX, filled_template("export/sitemap-index.xml", view=addresses).encode())
    for name, listed in parts.items():
        view = [{code: address(tail, code, site_url) for code in LANGUAGES} for tail in listed]
        yield OutputFile(name, filled_template("export/sitemap.xml", view=view).encode())


def parts(text: str) -> tuple[str, ...]:
    """The names of the parts of a sitemap that is an index; none where it lists the pages itself."""
    return tuple(each.rpartition("/")[2] for each in _LOCATION.findall(text)) if "<sitemapindex" in text else ()


def tails(text: str) -> frozenset[str]:
    """The pages a sitemap lists, below the site's own address: `sv/mallit/tykke/`. The front page has the shortest address of all."""
    listed = [unescape(each) for each in _LOCATION.findall(text)]
    root = min(listed, key=len, default="")
    return frozenset(each.removeprefix(root) for each in listed)


def dropped(published: str, built: Set[str], file: str) -> Iterator[Problem]:
    """The pages of a published sitemap that a built site lacks: not even told where they went."""
    for tail in sorted(tails(published) - built):
        yield Problem(Location(file), "address.dropped", found=f"/{tail}")


def address(tail: str, code: str, site_url: str) -> str:
    """The absolute address of a page in a language."""
    return urls.absolute(tail, "" if code == DEFAULT else f"{code}/", site_url)
