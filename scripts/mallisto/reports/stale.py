"""Models whose review is due or near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mallisto.catalog.catalog import Catalog
from mallisto.checks import dates
from mallisto.reading.problems import Problem


def stale(catalog: Catalog, today: date) -> Iterator[Problem]:
    """Yield a note for every review date that has passed or is near, the earliest first."""
    found = [*dates.review_is_not_overdue(catalog, today), *dates.review_is_not_near(catalog, today)]
    yield from sorted(found, key=lambda each: (each.found, each.order))
