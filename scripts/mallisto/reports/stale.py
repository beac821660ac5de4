"""Models whose review is due or near, and records of use that nobody has confirmed for a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mallisto.catalog.catalog import Catalog
from mallisto.checks import dates
from mallisto.reading.problems import Problem, Severity


def stale(catalog: Catalog, today: date) -> Iterator[Problem]:
    """Yield a note for every review date that has passed or is near, the earliest first, then for every record of use that waits."""
    found = [*dates.review_is_not_overdue(catalog, today), *dates.review_is_not_near(catalog, today)]
    yield from sorted(found, key=lambda each: (each.found, each.order))
    for adoption in catalog.adoptions:
        if adoption.id in catalog.stale_adoptions:
            found_date = adoption.last_confirmed or ""
            yield Problem(adoption.last_confirmed_where, "adoption.stale", found=found_date, severity=Severity.NOTE)
