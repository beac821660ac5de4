"""An amount is as precise as its source: a rounded sum of money is told in millions, an exact one in full."""

from __future__ import annotations

from functools import cache

import pytest

from builders import a_figure
from building import ROOT
from mallisto.i18n.figure_text import amount
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas


@cache
def language(code: str) -> Language:
    return Language.of(code, Schemas.load(ROOT / "schemas"))


def said(code: str, value: float, qualifier: str = "approx", unit: str = "euros") -> str:
    return amount(a_figure(value=value, qualifier=qualifier, unit=unit), language(code)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("code", "tenths", "one", "thousands"),
    [
        ("fi", "noin 1,1 miljoonaa euroa", "noin 1 miljoona euroa", "noin 1 200 miljoonaa euroa"),
        ("sv", "cirka 1,1 miljoner euro", "cirka 1 miljon euro", "cirka 1 200 miljoner euro"),
        ("en", "about 1.1 million euros", "about 1 million euros", "about 1,200 million euros"),
    ],
)
def test_a_rounded_sum_of_money_is_told_in_millions(code: str, tenths: str, one: str, thousands: str):
    assert [said(code, each) for each in (1_100_000, 1_000_000, 1_200_000_000)] == [tenths, one, thousands]


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "wanted"),
    [
        (1_100_000, "exact", "euros", "1 100 000 euroa"),
        (1_150_000, "approx", "euros", "noin 1 150 000 euroa"),
        (900_000, "approx", "euros", "noin 900 000 euroa"),
        (1_100_000, "approx", "persons", "noin 1 100 000 henkilöä"),
        (8.9, "exact", "percent", "8,9 prosenttia"),
        (1, "exact", "person-years", "1 henkilötyövuosi"),
        (135_000, "exact", "euros-per-year", "135 000 euroa vuodessa"),
    ],
)
def test_any_other_number_is_told_in_full(value: float, qualifier: str, unit: str, wanted: str):
    assert said("fi", value, qualifier, unit) == wanted


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_amount_loses_a_digit(code: str):
    for value in range(1_000_000, 3_000_000, 100_000):
        shown = said(code, value).replace(",", ".")
        assert f"{value / 1_000_000:g}" in shown
