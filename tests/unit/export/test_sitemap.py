"""The sitemap: an index whose parts hold no more addresses than the format allows."""

from __future__ import annotations

from xml.etree import ElementTree

from mallisto.export import sitemap

SITE = "https://mallisto.example/?a&b/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def located(content: bytes) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(content).iter(f"{SPACE}loc")]


def test_no_part_holds_more_than_it_may_and_together_they_list_every_page_in_every_language():
    index, *parts = sitemap.files(["", "b/", "a/", "c/", "d/", "a/"], SITE, most_addresses=7)

    assert located(index.content) == [f"{SITE}{each.path}" for each in parts]
    assert (
        sitemap.parts(index.content.decode()) == tuple(each.path for each in parts) == ("sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml")
    )
    listed = [address for each in parts for address in located(each.content)]
    assert sorted(listed) == sorted(f"{SITE}{folder}{tail}" for folder in ("", "sv/", "en/") for tail in ("", "a/", "b/", "c/", "d/"))
    assert max(len(located(each.content)) for each in parts) == 6


def test_a_page_stands_with_its_siblings():
    (_, part) = sitemap.files(["a/"], SITE)

    first = next(ElementTree.fromstring(part.content).iter(f"{SPACE}url"))

    siblings = {each.attrib["hreflang"]: each.attrib["href"] for each in first if each.tag.endswith("link")}
    assert siblings == {"fi": f"{SITE}a/", "sv": f"{SITE}sv/a/", "en": f"{SITE}en/a/"}


def test_a_sitemap_of_earlier_days_has_no_parts_and_lists_the_pages_itself():
    text = "<urlset><url><loc>https://a.fi/x/</loc></url><url><loc>https://a.fi/x/sv/?a&amp;b</loc></url></urlset>"

    assert sitemap.parts(text) == ()
    assert sitemap.tails(text) == {"", "sv/?a&b"}
