"""Levels of a criterion ascend on their scale, and a sum of criteria has one meaning."""

from __future__ import annotations

from builders import a_catalog, a_criterion, a_model, at, some_criteria
from mallisto.checks import Check, quality
from mallisto.model import Criteria

PLACE = at(12, 7)


def _codes(check: Check, criteria: Criteria) -> list[tuple[str, str | None]]:
    return [(each.code, each.found) for each in check(a_catalog(a_model(criteria=criteria))) if each.where == PLACE]


def test_a_level_that_is_not_above_the_one_before_is_reported():
    for levels, wrong in (((1, 3, 5), []), ((1, 1), ["1"]), ((3, 2, 5), ["2"])):
        found = _codes(quality.levels_ascend, some_criteria(a_criterion(levels=levels, where=PLACE)))

        assert found == [("criteria.level_order", each) for each in wrong]


def test_a_level_beyond_the_scale_is_reported():
    found = _codes(quality.levels_are_on_the_scale, some_criteria(a_criterion(levels=(0, 1, 5, 6), where=PLACE)))

    assert found == [("criteria.level_scale", "0"), ("criteria.level_scale", "6")]


def test_sums_with_two_meanings_and_upside_down_are_reported():
    for bands, wrong in (
        (((4, 5), (1, 3)), []),
        (((3, 5), (1, 3)), [("criteria.band_overlap", "3")]),
        (((5, 4), (1, 3)), [("criteria.band_order", "5")]),
    ):
        assert _codes(quality.bands_do_not_overlap, some_criteria(bands=bands, where=PLACE)) == wrong


def test_a_model_without_criteria_breaks_no_rule():
    catalog = a_catalog(a_model())

    for check in (quality.levels_ascend, quality.levels_are_on_the_scale, quality.bands_do_not_overlap):
        assert list(check(catalog)) == []
