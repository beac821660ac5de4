"""What axe-core finds on an open page, by the rules of WCAG 2.2 AA and its own best practices."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

WIDTHS = (320, 390, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that a dark scheme may change, and four fifths of axe's time.
COLOURS = ["color-contrast", "link-in-text-block"]
# The widths among which no style changes (`test_accessibility.py` holds this): after the first, only what depends on places is looked at.
ALIKE = (320, 390)
PLACES = ["target-size", "scrollable-region-focusable"]

_RUN = """({ options, numbers }) => {
    const context = numbers ? { include: numbers.map(each => window.distinctTexts.get(each)) } : document;
    return axe.run(context, { ...options, resultTypes: ['violations'], preload: false }).then(found => found.violations
        .map(each => `${each.id}: ${each.nodes.length} × ${each.nodes[0].html.slice(0, 120)}`));
}"""


def findings(page: Page, width: int | None = None) -> list[str]:
    """What axe finds, at the page's own width or another; in a dark scheme only of colours, since nothing else changes."""
    if width is not None:
        page.set_viewport_size({"width": width, "height": 900})
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    if width in ALIKE[1:]:
        return [] if is_dark else _run(page, {"runOnly": {"type": "rule", "values": PLACES}})
    structure = [] if is_dark else _run(page, {"runOnly": RULES, "rules": {each: {"enabled": False} for each in COLOURS}})
    return [*structure, *_colours(page, width)]


def findings_at(page: Page, *widths: int) -> dict[int, list[str]]:
    """The widths at which axe finds something, and what."""
    return {width: found for width in widths or WIDTHS if (found := findings(page, width))}


def loaded(page: Page) -> None:
    """Have axe in the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())


# The ways of showing text that were found good, by width: the header need not be looked at on every page.
_good: dict[int | None, set[int]] = {}


def _colours(page: Page, width: int | None) -> list[str]:
    """What axe finds of colours; of texts that are shown alike, on this page or on one before, one is looked at."""
    good = _good.setdefault(width, set())
    numbers = [each for each in page.evaluate(_distinct_texts()) if each not in good]
    found = _run(page, {"runOnly": {"type": "rule", "values": COLOURS}}, numbers) if numbers else []
    if not found:
        good.update(numbers)
    return found


def _run(page: Page, options: dict[str, Any], numbers: list[int] | None = None) -> list[str]:
    loaded(page)
    found: list[str] = page.evaluate(_RUN, {"options": options, "numbers": numbers})
    return found


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@cache
def _distinct_texts() -> str:
    return Path(__file__).with_name("distinct-texts.js").read_text("utf-8")
