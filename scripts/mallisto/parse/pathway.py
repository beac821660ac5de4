"""A pathway with its lanes, steps and ways."""

from __future__ import annotations

from mallisto.model import Direction, HandOver, Lane, Pathway, Step, StepType, Way
from mallisto.parse.cursor import Cursor
from mallisto.parse.facts import provenance, statement


def pathway(at: Cursor) -> Pathway:
    return Pathway(where=at.where(), notes=at.each("notes", statement), lanes=at.each("lanes", _lane), steps=at.each("steps", _step))


def _lane(at: Cursor) -> Lane:
    return Lane(
        where=at.where("id"),
        id=at.string("id"),
        kind=at.string("kind"),
        organisation=at.maybe_ref("organisation", "organisation"),
        title=at.text("title"),
        note=at.maybe_text("note"),
    )


def _step(at: Cursor) -> Step:
    return Step(
        where=at.where("id"),
        provenance=provenance(at),
        id=at.fact_id(),
        type=at.choice("type", StepType),
        lane=at.ref("lane", "lane"),
        taking_part=at.refs("with", "lane"),
        title=at.text("title"),
        text=at.maybe_text("text"),
        duration=at.maybe_text("duration"),
        place=at.maybe_text("place"),
        channel=at.strings("channel"),
        roles=at.refs("roles", "role"),
        inputs=at.texts("inputs"),
        outputs=at.texts("outputs"),
        optional=at.maybe_string("optional") or "no",
        exit_kind=at.maybe_string("exit_kind"),
        metric=at.maybe_ref("metric", "figure"),
        split=at.maybe_string("split"),
        inferred=at.strings("inferred"),
        next=at.each("next", _way),
    )


def _way(at: Cursor) -> Way:
    if isinstance(at.value, str):
        return Way(to=at.as_ref("step"), label=None, kind=Direction.FLOW, hands_over=None)
    return Way(
        to=at.ref("to", "step"),
        label=at.maybe_text("label"),
        kind=at.maybe_choice("kind", Direction) or Direction.FLOW,
        hands_over=at.maybe_choice("hands_over", HandOver),
    )
