"""The first page of a model keeps to its budgets on a phone: what a decider reads, and how little of the page is about the data."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from page_budgets import MOST_META, MOST_SCREENS, MOST_STOPS, MOST_TIMES, MOST_WORDS, SOURCE_WORDS, page_cost, reach


@pytest.mark.parametrize("model", SOURCE_WORDS)
def test_the_first_page_of_a_model_keeps_to_its_budgets(model: str, browser: Browser, root: str):
    cost = page_cost(browser, f"{root}mallit/{model}/")

    assert cost.part <= MOST_WORDS
    assert cost.screens <= MOST_SCREENS
    assert cost.total <= MOST_TIMES[model] * SOURCE_WORDS[model]
    assert cost.meta <= MOST_META


@pytest.mark.parametrize("tail", MOST_STOPS)
def test_a_long_page_keeps_to_its_tab_stops(tail: str, browser: Browser, root: str):
    found = reach(browser, f"{root}{tail}")

    assert 0 < found.stops <= MOST_STOPS[tail]
