"""What axe-core finds on an open page, by the rules of WCAG 2.2 AA and its own best practices."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

WIDTHS = (320, 390, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that a dark scheme may change, and what takes longest.
COLOURS = ["color-contrast", "link-in-text-block"]
# The widths among which no style changes (`test_accessibility.py` holds this): colours are looked at in the first.
ALIKE = (320, 390)

_RUN = """options => axe.run({...options, resultTypes: ['violations'], preload: false})
    .then(found => found.violations.map(each => `${each.id}: ${each.nodes.length} × ${each.nodes[0].html.slice(0, 120)}`))"""


def findings(page: Page, width: int | None = None) -> list[str]:
    """What axe finds, at the page's own width or another; in a dark scheme only of colours, since nothing else changes."""
    if width is not None:
        page.set_viewport_size({"width": width, "height": 900})
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    is_seen = width in ALIKE[1:]
    if is_dark and is_seen:
        return []
    rules: dict[str, Any] = {each: {"enabled": False} for each in COLOURS} if is_seen else {}
    loaded(page)
    found: list[str] = page.evaluate(_RUN, {"runOnly": {"type": "rule", "values": COLOURS} if is_dark else RULES, "rules": rules})
    return found


def findings_at(page: Page, *widths: int) -> dict[int, list[str]]:
    """The widths at which axe finds something, and what."""
    return {width: found for width in widths or WIDTHS if (found := findings(page, width))}


def loaded(page: Page) -> None:
    """Have axe in the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
