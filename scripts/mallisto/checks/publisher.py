"""A real publisher, and an accessibility statement that is consistent."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Problem, Severity


def status_fits_findings(catalog: Catalog) -> Iterator[Problem]:
    """A statement that claims full compliance has no findings, and any other has some."""
    statement = catalog.publisher.accessibility if catalog.publisher else None
    if statement and (statement.status == "full") == bool(statement.findings):
        yield Problem(statement.where, "accessibility.status", found=statement.status, limit=len(statement.findings))


def owner_is_real(catalog: Catalog) -> Iterator[Problem]:
    """Without a real owner of the service the statement is a draft, and a note says so."""
    publisher = catalog.publisher
    if publisher and not publisher.has_real_owner:
        yield Problem(publisher.where, "accessibility.owner", found=publisher.owner.fi, severity=Severity.NOTE)
