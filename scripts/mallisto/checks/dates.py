"""Dates that exist and are in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Location, Problem, Severity

# The number of days before a review when it should be planned.
NEAR = 60


def dates_exist(catalog: Catalog) -> Iterator[Problem]:
    """A full date is a day of the calendar."""
    yield from impossible(catalog.dates())


def impossible(dates: Iterable[tuple[str, Location]]) -> tuple[Problem, ...]:
    """The problems of full dates (ISO) that are no day of the calendar."""
    whole = ((written, where) for written, where in dates if len(written) == len("2018-06-01"))
    return tuple(Problem(where, "date.impossible", found=written) for written, where in whole if not _is_day(written))


def period_is_in_order(catalog: Catalog) -> Iterator[Problem]:
    """A period ends after it starts."""
    for model in catalog.models:
        period = model.basics.period
        if period and period.start and period.end and is_before(period.end, period.start):
            yield Problem(period.end_where, "date.order", found=period.end, other=period.start_where)


def review_is_in_order(catalog: Catalog) -> Iterator[Problem]:
    """The next review comes after the last one."""
    for model in catalog.models:
        upkeep = model.upkeep
        if is_before(upkeep.review_by, upkeep.last_reviewed):
            yield Problem(upkeep.review_by_where, "date.review_order", found=upkeep.review_by)


def review_is_not_overdue(catalog: Catalog, today: date) -> Iterator[Problem]:
    """A review date that has passed is a note and never fails a build."""
    for model in catalog.models:
        if is_before(model.upkeep.review_by, today.isoformat()):
            yield Problem(model.upkeep.review_by_where, "date.review_overdue", found=model.upkeep.review_by, severity=Severity.NOTE)


def review_is_not_near(catalog: Catalog, today: date) -> Iterator[Problem]:
    """A review date that is near is a note, on request, so that the review can be planned."""
    near = (today + timedelta(days=NEAR)).isoformat()
    for model in catalog.models:
        review_by = model.upkeep.review_by
        if is_before(review_by, near) and not is_before(review_by, today.isoformat()):
            yield Problem(model.upkeep.review_by_where, "date.review_near", found=review_by, severity=Severity.NOTE)


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def is_before(one: str, other: str) -> bool:
    """Compare two partial dates at the precision they share."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]
