"""Texts, figures and answers with their provenance."""

from __future__ import annotations

from mallisto.model import Answer, Basis, Certainty, Figure, Modality, Provenance, Reference, ResultKind, Statement, Text
from mallisto.parse.cursor import Cursor


def provenance(at: Cursor) -> Provenance:
    source = at.maybe_ref("source", "source")
    return Provenance(
        basis=at.choice("basis", Basis),
        modality=at.maybe_choice("modality", Modality),
        modality_where=at.where("modality" if at.has("modality") else "basis"),
        source=source,
        heading=at.maybe_ref("heading", f"heading of {source.to}") if source else None,
        reported_by=at.maybe_ref("reported_by", "organisation"),
        derived_from=at.refs("derived_from", "fact"),
        reference=at.maybe("reference", reference),
    )


def reference(at: Cursor) -> Reference:
    return Reference(title=at.text("title"), url=at.maybe("url", addresses), accessed=at.maybe_date("accessed"))


def addresses(at: Cursor) -> Text:
    """An address by language; it is nothing that anybody translates."""
    return Text(at.string("fi"), at.maybe_string("sv"), at.maybe_string("en"))


def statement(at: Cursor) -> Statement:
    return Statement(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        text=at.text("text"),
        site=at.maybe_ref("site", "organisation"),
        note=at.maybe_text("note"),
        result=at.maybe_choice("result", ResultKind),
    )


def figure(at: Cursor) -> Figure:
    return Figure(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        label=at.text("label"),
        value=at.number("value"),
        min=at.number("min"),
        max=at.number("max"),
        qualifier=at.string("qualifier"),
        unit=at.string("unit"),
        population=at.maybe_text("population"),
        as_of=at.maybe_date("as_of"),
        site=at.maybe_ref("site", "organisation"),
        group=at.maybe_ref("group", "figure"),
        group_certainty=at.maybe_choice("group_certainty", Certainty),
        note=at.maybe_text("note"),
        includes=at.texts("includes"),
        excludes=at.texts("excludes"),
        price_year=at.whole("price_year"),
        result=at.maybe_choice("result", ResultKind),
    )


def answer(at: Cursor) -> Answer:
    return Answer(where=at.where(), provenance=provenance(at), value=at.string("value"), text=at.maybe_text("text"))
