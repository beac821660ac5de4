"""The data of the accessibility statement."""

from __future__ import annotations

from mallisto.model import Accessibility, AccessibilityFinding
from mallisto.parse.cursor import Cursor, top_of
from mallisto.reading.document import Document


def parse_accessibility(document: Document) -> Accessibility:
    """The accessibility statement a valid document describes."""
    at = top_of(document)
    feedback = at.at("feedback")
    return Accessibility(
        where=at.where("status"),
        owner=at.text("owner"),
        has_real_owner=at.string("owner_is_placeholder") == "real",
        status=at.string("status"),
        method=at.string("method"),
        prepared=at.date("prepared"),
        updated=at.date("updated"),
        feedback_unit=feedback.text("unit"),
        feedback_email=feedback.string("email"),
        findings=at.each("findings", _finding),
    )


def _finding(at: Cursor) -> AccessibilityFinding:
    return AccessibilityFinding(
        id=at.string("id"),
        criterion=at.string("criterion"),
        text=at.text("text"),
        alternative=at.maybe_text("alternative"),
        reason=at.string("reason"),
        mended_by=at.maybe_date("mended_by"),
    )
