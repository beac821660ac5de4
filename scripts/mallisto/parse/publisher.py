"""The data of the site's publisher."""

from __future__ import annotations

from mallisto.model import AccessibilityFinding, AccessibilityStatement, Publisher
from mallisto.parse.cursor import Cursor, top_of
from mallisto.reading.document import Document


def parse_publisher(document: Document) -> Publisher:
    """The publisher a valid document describes."""
    at = top_of(document)
    feedback = at.at("feedback")
    return Publisher(
        where=at.where("owner"),
        owner=at.text("owner"),
        has_real_owner=at.string("owner_is_placeholder") == "real",
        questions=at.maybe_string("questions") or "",
        feedback_unit=feedback.text("unit"),
        feedback_email=feedback.string("email"),
        accessibility=_statement(at.at("accessibility")),
    )


def _statement(at: Cursor) -> AccessibilityStatement:
    return AccessibilityStatement(
        where=at.where("status"),
        status=at.string("status"),
        method=at.string("method"),
        prepared=at.date("prepared"),
        updated=at.date("updated"),
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
