"""The copy of the site: what is taken into it, where its links lead, and that it is the same whenever it is made of the same."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest

from building import ROOT
from mallisto.build import offline_copy
from mallisto.reading.problems import UsageError
from mallisto.reading.schema import Schemas

SITE_URL = "https://mallisto.example/"
FINDER = b'const RELEASE = "abc";\n'
SEARCH_PAGE = b"""import { make } from "./dom.js";
make(import.meta.url);
"""
SCHEMAS = Schemas.load(ROOT / "schemas")


def page(address: str, body: str, head: str = "") -> bytes:
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
    return (
        f'<html><head>{policy}\n<link rel="canonical" href="{SITE_URL}{address}">\n{head}</head>'
        f'<body><header></header>\n<div class="middle">{body}</div></body></html>'
    ).encode()


def site_of(**bodies: str) -> dict[str, bytes]:
    """A site with a front page, a search page and a model, and files of every kind; `bodies` are what stands on `front` and `model`."""
    return {
        "index.html": page("", bodies.get("front", "")),
        "haku/index.html": page("haku/", '<script type="module" src="../assets/js/search-page.js"></script>'),
        "mallit/a/index.html": page("mallit/a/", bodies.get("model", ""), '<link rel="stylesheet" href="../../assets/css/a.css">'),
        "l/xyz/index.html": page("mallit/a/", "", '<meta name="robots" content="noindex">'),
        "assets/css/a.css": b"p {}",
        "assets/css/unused.css": b"p {}",
        "assets/js/search-page.js": SEARCH_PAGE,
        "assets/js/dom.js": b"export const make = (name) => name;\n",
        "mallit/a/a.csv": b"a",
        "mallit/a/a.json": b"{}",
        "haku/finder.js": FINDER,
        "haku/abc/s/a.js": b"",
        "haku/t/1.fi.js": b"",
    }


def copied(site: dict[str, bytes]) -> dict[str, str]:
    copy = offline_copy.Copy(site=site, made=date(2026, 11, 22), schemas=SCHEMAS)
    return {each.path: each.content.decode() for each in offline_copy.files(copy)}


def test_the_copy_holds_pages_and_what_they_are_shown_with():
    found = copied(site_of(model='<a href="a.csv">a</a><a href="a.json">a</a>'))

    assert sorted(found) == [
        "assets/css/a.css",
        "haku/abc/s/a.js",
        "haku/index.html",
        "haku/t/1.fi.js",
        "index.html",
        "mallit/a/a.csv",
        "mallit/a/index.html",
    ]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("mallit/a/", "mallit/a/index.html"),
        ("./mallit/a/#osa", "mallit/a/index.html#osa"),
        ("mallit/a/?versio=1#osa", "mallit/a/index.html?versio=1#osa"),
        (".", "index.html"),
        ("./", "index.html"),
        ("?malli=a", "index.html?malli=a"),
        ("#osa", "#osa"),
        ("mallit/a/a.csv", "mallit/a/a.csv"),
        ("mallit/a/a.json", f"{SITE_URL}mallit/a/a.json"),
        ("l/xyz/", f"{SITE_URL}l/xyz/"),
        ("https://muu.example/a/", "https://muu.example/a/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_names_its_file_or_leads_to_the_web(written: str, wanted: str):
    front = copied(site_of(front=f'<a href="{written}">x</a>'))["index.html"]

    assert f'<a href="{wanted}">x</a>' in front


def test_a_text_that_looks_like_a_link_or_a_script_is_left_as_it_is():
    text = "href=&#34;mallit/a/&#34; &lt;script type=&#34;module&#34; src=&#34;x&#34;&gt;&lt;/script&gt;"

    assert text in copied(site_of(front=f"<p>{text}</p>"))["index.html"]


def test_only_the_search_page_has_scripts_and_they_are_plain():
    found = copied(site_of(front='<script type="module" src="assets/js/link-kit.js"></script>'))

    assert "<script" not in found["index.html"]
    assert 'type="module"' not in found["haku/index.html"]
    for name in ("finder.js", "../assets/js/search-page.js"):
        assert f'<script defer src="{name}"></script>' in found["haku/index.html"]


def test_a_page_says_its_day_and_its_address_and_what_it_lacks_only_where_it_lacks_something():
    found = copied(site_of(model='<script type="module" src="../../assets/js/decision-memo.js"></script>'))

    assert "22.11.2026" in found["index.html"]
    assert f'<a href="{SITE_URL}mallit/a/">' in found["mallit/a/index.html"]
    assert "toimii vain verkossa" in found["mallit/a/index.html"]
    assert "toimii vain verkossa" not in found["index.html"] + found["haku/index.html"]


def test_the_same_site_makes_the_same_bytes_in_whatever_order_it_is_read():
    site = site_of(model='<a href="a.csv">a</a>')
    other = dict(reversed(site.items()))

    first, second = (io.BytesIO(), io.BytesIO())
    for each, packed in ((site, first), (other, second)):
        offline_copy.archive(offline_copy.Copy(site=each, made=date(2026, 11, 22), schemas=SCHEMAS), packed)

    assert first.getvalue() == second.getvalue()
    with zipfile.ZipFile(first) as packed:
        assert packed.testzip() is None
        script = packed.read("mallisto/assets/js/search-page.js").decode()
        finder = packed.read("mallisto/haku/finder.js").decode()
        assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert script == "(() => {\nconst make = (name) => name;\nmake(document.currentScript.src);\n})();\n"
    assert 'const RELEASE = "abc";' in finder
    assert finder.endswith("self.mallistoFinder = { facts, filters, init, linkTo, nearest, queryWords, search };\n})();\n")
    assert re.search("^(export|import) ", finder, re.MULTILINE) is None


def test_a_site_that_was_not_built_is_a_wrong_use():
    with pytest.raises(UsageError, match="mkdocs build"):
        copied({})
