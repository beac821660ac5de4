"""An accessibility statement that is consistent."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Problem, Severity


def status_fits_findings(catalog: Catalog) -> Iterator[Problem]:
    """A statement that claims full compliance has no findings, and any other has some."""
    statement = catalog.accessibility
    if statement and (statement.status == "full") == bool(statement.findings):
        yield Problem(statement.where, "accessibility.status", found=statement.status, limit=len(statement.findings))


def owner_is_real(catalog: Catalog) -> Iterator[Problem]:
    """Without a real owner of the service the statement is a draft, and a note says so."""
    statement = catalog.accessibility
    if statement and not statement.has_real_owner:
        yield Problem(statement.where, "accessibility.owner", found=statement.owner.fi, severity=Severity.NOTE)
