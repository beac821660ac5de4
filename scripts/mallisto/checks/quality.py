"""Quality criteria: levels and sums that can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Problem


def levels_ascend(catalog: Catalog) -> Iterator[Problem]:
    """The levels of a criterion go from least to most points, each once."""
    for criteria in (model.criteria for model in catalog.models if model.criteria):
        for before, level in (pair for criterion in criteria.items for pair in pairwise(criterion.levels)):
            if level.points <= before.points:
                yield Problem(level.where, "criteria.level_order", found=str(level.points), limit=before.points)


def levels_are_on_the_scale(catalog: Catalog) -> Iterator[Problem]:
    """The points of a level are on the scale of the criteria."""
    for criteria in (model.criteria for model in catalog.models if model.criteria):
        scale = criteria.scale
        for level in (level for criterion in criteria.items for level in criterion.levels):
            if not scale.min <= level.points <= scale.max:
                yield Problem(level.where, "criteria.level_scale", found=str(level.points), mend=f"{scale.min}–{scale.max}")


def bands_do_not_overlap(catalog: Catalog) -> Iterator[Problem]:
    """A sum has one meaning: bands begin below their end and share no sum with another."""
    for criteria in (model.criteria for model in catalog.models if model.criteria):
        bands = sorted(criteria.bands, key=lambda band: (band.min, band.max))
        yield from (Problem(band.where, "criteria.band_order", found=str(band.min)) for band in bands if band.min > band.max)
        for before, band in pairwise(bands):
            if band.min <= before.max:
                yield Problem(band.where, "criteria.band_overlap", found=str(band.min))
