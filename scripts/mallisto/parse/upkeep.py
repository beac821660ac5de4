"""Sources, owner and translations."""

from __future__ import annotations

from mallisto.model import Edit, Heading, Owner, Source, Text, Translation, Upkeep
from mallisto.parse.cursor import Cursor
from mallisto.reading.usual_values import a_year_after


def upkeep(at: Cursor, summary: Text) -> Upkeep:
    """What a light description leaves out follows from the day it was added, and from the languages of its summary."""
    translations, added = at.at("translations"), at.date("added")
    last_reviewed = at.maybe_date("last_reviewed") or added
    return Upkeep(
        sources=at.each("sources", _source),
        added=added,
        changes=at.each("changes", _edit),
        last_reviewed=last_reviewed,
        implementer_asked=at.maybe_string("implementer_asked"),
        review_by=at.maybe_date("review_by") or a_year_after(last_reviewed),
        review_by_where=at.where("review_by"),
        owner=at.maybe("owner", owner),
        sv=_translation(translations.at("sv"), summary.sv),
        en=_translation(translations.at("en"), summary.en),
    )


def owner(at: Cursor) -> Owner:
    return Owner(organisation=at.ref("organisation", "organisation"), role=at.ref("role", "role"))


def _edit(at: Cursor) -> Edit:
    return Edit(date=at.date("date"), text=at.text("text"))


def _translation(at: Cursor, summary: str | None) -> Translation:
    status = at.maybe_string("status") or ("missing" if summary is None else "partial")
    return Translation(status=status, updated=at.maybe_date("updated"))


def _source(at: Cursor) -> Source:
    return Source(
        where=at.where("id"),
        id=at.string("id"),
        kind=at.string("kind"),
        title=at.words("title"),
        publisher=at.ref("publisher", "organisation"),
        owner=at.maybe_ref("owner", "organisation"),
        url=at.maybe_string("url"),
        published=at.maybe_date("published"),
        modified=at.maybe_date("modified"),
        accessed=at.maybe_date("accessed"),
        language=at.string("language"),
        headings=at.each("headings", _heading),
        note=at.maybe_text("note"),
    )


def _heading(at: Cursor) -> Heading:
    return Heading(where=at.where("id"), id=at.string("id"), title=at.words("title"))
