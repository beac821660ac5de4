"""Sources, owner and translations."""

from __future__ import annotations

from mallisto.model import Edit, Heading, Owner, Source, Translation, Upkeep
from mallisto.parse.cursor import Cursor


def upkeep(at: Cursor) -> Upkeep:
    translations = at.at("translations")
    return Upkeep(
        sources=at.each("sources", _source),
        added=at.date("added"),
        changes=at.each("changes", _edit),
        last_reviewed=at.date("last_reviewed"),
        implementer_asked=at.maybe_string("implementer_asked"),
        review_by=at.date("review_by"),
        review_by_where=at.where("review_by"),
        owner=owner(at.at("owner")),
        sv=_translation(translations.at("sv")),
        en=_translation(translations.at("en")),
    )


def owner(at: Cursor) -> Owner:
    return Owner(organisation=at.ref("organisation", "organisation"), role=at.ref("role", "role"))


def _edit(at: Cursor) -> Edit:
    return Edit(date=at.date("date"), text=at.text("text"))


def _translation(at: Cursor) -> Translation:
    return Translation(status=at.string("status"), updated=at.maybe_date("updated"))


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
