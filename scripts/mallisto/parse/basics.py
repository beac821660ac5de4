"""What stands first about a model: its state, when and where, who, with what money."""

from __future__ import annotations

from mallisto.model import Basics, Classification, Funding, Link, Participant, Period, Place, Programme, SourceTags, Status
from mallisto.parse.cursor import Cursor
from mallisto.parse.facts import figure, provenance


def status(at: Cursor) -> Status:
    return Status(
        where=at.where(),
        provenance=provenance(at),
        development=at.string("development"),
        lifecycle=at.string("lifecycle"),
        source_label=at.maybe_words("source_label"),
        as_of=at.maybe_date("as_of"),
        note=at.maybe_text("note"),
    )


def basics(at: Cursor) -> Basics:
    return Basics(
        period=at.maybe("period", _period),
        place=at.maybe("place", _place),
        organisations=at.each("organisations", _participant),
        programme=at.each("programme", _programme),
        funding=at.each("funding", _funding),
        links=at.each("links", _link),
    )


def _period(at: Cursor) -> Period:
    return Period(
        where=at.where(),
        provenance=provenance(at),
        start=at.maybe_date("start"),
        end=at.maybe_date("end"),
        start_where=at.where("start"),
        end_where=at.where("end"),
        note=at.maybe_text("note"),
    )


def _place(at: Cursor) -> Place:
    return Place(
        where=at.where(),
        provenance=provenance(at),
        site=at.maybe_text("site"),
        municipalities=at.refs("municipalities", "municipality"),
        municipalities_then=at.refs("municipalities_then", "municipality"),
        counties_now=at.refs("counties_now", "county"),
        organisations_then=at.refs("organisations_then", "organisation"),
        note=at.maybe_text("note"),
    )


def _participant(at: Cursor) -> Participant:
    return Participant(
        where=at.where(),
        provenance=provenance(at),
        organisation=at.ref("organisation", "organisation"),
        part=at.string("part"),
        note=at.maybe_text("note"),
    )


def _programme(at: Cursor) -> Programme:
    return Programme(
        where=at.where(),
        provenance=provenance(at),
        organisation=at.ref("organisation", "organisation"),
        note=at.maybe_text("note"),
    )


def _funding(at: Cursor) -> Funding:
    return Funding(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        type=at.string("type"),
        funder=at.maybe_ref("funder", "organisation"),
        text=at.maybe_text("text"),
        amount=at.maybe("amount", figure),
        note=at.maybe_text("note"),
    )


def _link(at: Cursor) -> Link:
    return Link(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        title=at.text("title"),
        url=at.maybe_string("url"),
        kind=at.string("kind"),
        state=at.string("state"),
        note=at.maybe_text("note"),
    )


def classification(at: Cursor) -> Classification:
    return Classification(
        topics=at.refs("topics", "topic"),
        target_groups=at.refs("target_groups", "target-group"),
        life_situations=at.refs("life_situations", "life-situation"),
        source_tags=at.each("source_tags", _source_tags),
    )


def _source_tags(at: Cursor) -> SourceTags:
    source = at.ref("source", "source")
    return SourceTags(source=source, heading=at.ref("heading", f"heading of {source.to}"), tags=at.all_words("tags"))
