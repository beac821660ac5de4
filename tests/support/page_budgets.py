"""What a model's first page costs a reader: words, phone screens, words about the data, marks, and tab stops.

The decision part is all above the heading of all details, with folds closed; the whole page has its folds open. Words are those a
reader sees, without the labels of diagrams and the list of the model's pages. Words about the data are marks, source lines, notes,
leads, the review line and the scale of evidence; what is not known is about the model.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

PHONE = {"width": 390, "height": 844}
MOST_WORDS, MOST_SCREENS = 600, 6

# The words of the public pages from which the five full models were described. Their texts are no part of the project.
SOURCE_WORDS = {"espoo-tyokykyhanke": 337, "toike": 548, "tto": 335, "tykke": 451, "uusi-suunta": 769}

# How many times the words of its source a whole overview has at most, with its folds open. The aim is 2. Short sources stand above it, as
# the facts that editors read out of them have more words than they; a page may get shorter and never longer.
MOST_TIMES = {"espoo-tyokykyhanke": 3.7, "toike": 2.5, "tto": 4.4, "tykke": 2.9, "uusi-suunta": 2.8}

# The share of words about the data. The aim is 0.15.
MOST_META = 0.2

_MEASURE = """() => {
  const article = document.querySelector("article"), all = document.querySelector(".all");
  const visible = ({ parentElement: at }) => at.checkVisibility() && !at.closest("svg, .parts, .unseen, dialog, [popover]");
  const count = (text) => (text.match(/[\\p{L}\\p{N}][^\\s]*/gu) || []).length;
  const words = (inside) => {
    let found = 0;
    const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (visible(walk.currentNode) && inside(walk.currentNode.parentElement)) found += count(walk.currentNode.data);
    return found;
  };
  const meta = ".told, .source, .note, .lead, .standing, .why, .translation-note, .level";
  const top = all ? all.getBoundingClientRect().top + scrollY : document.documentElement.scrollHeight;
  const part = words((each) => !all || !all.contains(each)), screens = top / innerHeight;
  const marks = article.querySelectorAll(".told, .badge").length;
  const reached = article.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  const stops = [...reached].filter((each) => each.checkVisibility()).length;
  for (const each of article.querySelectorAll("details")) each.open = true;
  const page = document.documentElement.scrollHeight / innerHeight;
  return { part, screens, total: words(() => true), meta: words((each) => each.closest(meta)), marks, stops, page };
}"""

# The long pages, and how many tab stops each has at most on a desktop screen. A page may get fewer, never more.
MOST_STOPS = {
    "mallit/toike/polku/": 165,
    "vertailu/?malli=espoo-tyokykyhanke&malli=toike&malli=tto&malli=tykke&malli=uusi-suunta": 280,
    "sanasto/": 490,
}

_STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0).length"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a page is to a keyboard and a screen reader: its tab stops, and the names that several links or buttons share."""

    stops: int
    repeated: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCost:
    """What was measured of one overview; `meta` is a share of the whole page's words, `screens` those of the decision part."""

    part: int
    screens: float
    total: int
    meta: float
    marks: int
    stops: int
    page: float


def page_cost(browser: Browser, address: str) -> PageCost:
    """Measure the overview at an address on a phone."""
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address)
        found: dict[str, Any] = page.evaluate(_MEASURE)
    return PageCost(**{**found, "meta": found["meta"] / max(found["total"], 1)})


def models_of(site: Path) -> tuple[str, ...]:
    """The ids of the models that a built site has, in order."""
    return tuple(sorted(each.parent.name for each in (site / "mallit").glob("*/index.html")))


def reach(browser: Browser, address: str) -> Reach:
    """Measure a page on a desktop screen by the browser's accessibility tree; names in the order of how often they stand there."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        nodes = context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        names = Counter(
            f"{node['role']['value']} {node['name']['value']}"
            for node in nodes
            if not node["ignored"] and node["role"]["value"] in ("link", "button")
        )
        return Reach(stops=page.evaluate(_STOPS), repeated=tuple(pair for pair in names.most_common() if pair[1] > 1))
