"""The core of a model and its quality criteria."""

from __future__ import annotations

from mallisto.model import CoreElement, Criteria, Criterion, QualityLevel, Scale, SumBand
from mallisto.parse.cursor import Cursor
from mallisto.parse.facts import provenance


def core_element(at: Cursor) -> CoreElement:
    return CoreElement(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        text=at.text("text"),
        note=at.maybe_text("note"),
        steps=at.refs("steps", "step"),
        roles=at.refs("roles", "role"),
        items=at.refs("items", "item"),
    )


def criteria(at: Cursor) -> Criteria:
    return Criteria(
        where=at.where(),
        provenance=provenance(at),
        title=at.text("title"),
        when=at.maybe_text("when"),
        scale=Scale(**_range(at.at("scale"))),
        bands=at.each("bands", _band),
        note=at.maybe_text("note"),
        items=at.each("items", _criterion),
    )


def _criterion(at: Cursor) -> Criterion:
    return Criterion(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        title=at.text("title"),
        asks=at.text("asks"),
        levels=at.each("levels", _level),
        steps=at.refs("steps", "step"),
        roles=at.refs("roles", "role"),
        note=at.maybe_text("note"),
    )


def _level(at: Cursor) -> QualityLevel:
    return QualityLevel(where=at.where("points"), points=int(at.raw("points")), text=at.text("text"))


def _band(at: Cursor) -> SumBand:
    return SumBand(where=at.where("min"), text=at.text("text"), **_range(at))


def _range(at: Cursor) -> dict[str, int]:
    return {name: int(at.raw(name)) for name in ("min", "max")}
