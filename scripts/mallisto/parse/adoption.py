"""An adoption record, from its document."""

from __future__ import annotations

from mallisto.model import Adaptation, Adoption, AdoptionState, ConcernedPlace, GroupResult, Office
from mallisto.parse.cursor import Cursor, top_of
from mallisto.parse.facts import figure, reference
from mallisto.reading.document import Document


def parse_adoption(document: Document) -> Adoption:
    """The record that a valid document holds; its folder is that of the file."""
    at = top_of(document)
    source = at.maybe_ref("source", "source")
    return Adoption(
        where=at.where("model"),
        folder=document.file.replace("\\", "/").split("/")[-2] if "/" in document.file else "",
        body=at.ref("body", "organisation"),
        partners=at.refs("partners", "organisation"),
        municipalities=at.refs("municipalities", "municipality"),
        counties=at.refs("counties", "county"),
        model=at.ref("model", "model"),
        edition=at.maybe_string("edition"),
        state=at.choice("state", AdoptionState),
        state_where=at.where("state"),
        since=at.maybe_date("since"),
        since_where=at.where("since"),
        until=at.maybe_date("until"),
        until_where=at.where("until"),
        why_ended=at.maybe_string("why_ended"),
        why_ended_where=at.where("why_ended"),
        told_by=at.string("told_by"),
        source=source,
        heading=at.maybe_ref("heading", f"heading of {source.to}") if source else None,
        reference=at.maybe("reference", reference),
        last_confirmed=at.maybe_date("last_confirmed"),
        last_confirmed_where=at.where("last_confirmed"),
        owner=at.maybe("owner", _office),
        extent=at.each("extent", figure),
        results=at.each("results", _result),
        adaptations=at.each("adaptations", _adaptation),
        note=at.maybe_text("note"),
        free_texts=tuple(at.seen.free_texts),
        dates=tuple(at.seen.dates),
        refs=tuple(at.seen.refs),
    )


def _office(at: Cursor) -> Office:
    return Office(role=at.ref("role", "role"), email=at.maybe_string("email"), email_where=at.where("email"), url=at.maybe_string("url"))


def _result(at: Cursor) -> GroupResult:
    return GroupResult(n=at.whole("n") or 0, n_where=at.where("n"), figure=figure(at.at("figure")))


def _adaptation(at: Cursor) -> Adaptation:
    return Adaptation(
        where=at.where("id"),
        id=at.string("id"),
        what=at.text("what"),
        kind=at.string("kind"),
        planned=at.string("planned"),
        decided_by=at.refs("decided_by", "role"),
        decided_by_body=at.maybe_ref("decided_by_body", "organisation"),
        why=at.maybe_text("why"),
        keeps_core=at.string("keeps_core"),
        concerns=at.each("concerns", _place),
    )


def _place(at: Cursor) -> ConcernedPlace:
    return ConcernedPlace(
        step=at.maybe_ref("step", "step"),
        role=at.maybe_ref("role", "model-role"),
        item=at.maybe_ref("item", "item"),
        fact=at.maybe_ref("fact", "fact"),
    )
