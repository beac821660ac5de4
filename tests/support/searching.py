"""The judged queries, asked of the finder and of the copy's search, and how well the answers meet them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

QUERIES = Path(__file__).parents[1] / "cases" / "search" / "queries.json"
FIRST = 5
# What the search page says when it has found or not found something, in any language.
TOLD = re.compile(r"\d|Ei tarkkoja|Inga|No exact|Mikään")
ASK = """async ([address, query]) => {
    const before = performance.now(), finder = await import(address);
    const found = await finder.search(query);
    const hits = await Promise.all(found.results.slice(0, 5).map(each => each.data())), ms = performance.now() - before;
    const rest = await Promise.all(found.results.slice(5, 10).map(each => each.data()));
    return { addresses: [...hits, ...rest].map(each => each.url), ms };
}"""


def found_in_copy(page: Page, folder: Path, query: str) -> list[str]:
    """The site's addresses of the first hits on the copy's search page."""
    page.goto(f"{(folder / 'haku' / 'index.html').as_uri()}?{urlencode({'q': query})}")
    expect(page.locator("[role=status]")).to_have_text(TOLD)
    root = folder.as_uri()
    found: list[str] = page.eval_on_selector_all(".hits > li > h3 a", "links => links.map(each => each.href)")
    return [each.removeprefix(root).replace("index.html", "") for each in found]


def judged(found: list[str], relevant: dict[str, int]) -> tuple[float, float]:
    """R@5 and the reciprocal rank of what was found for a query; pages of one model count as one hit."""
    pages = dict.fromkeys(re.sub(r"^/(mallit/[^/]+/).*", r"\1", address) for address in found)
    hits = [page in relevant for page in list(pages)[:FIRST]]
    return sum(hits) / min(FIRST, len(relevant)), next((1 / place for place, hit in enumerate(hits, 1) if hit), 0.0)
