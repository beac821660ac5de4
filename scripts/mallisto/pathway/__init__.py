"""Lay out a pathway on a grid. Independent of HTML, pixels and texts."""

from __future__ import annotations

from mallisto.pathway.grid import CHANNELS, GUTTERS, LANE, RANK, Across, Down, Lattice, Point
from mallisto.pathway.labels import guests_of, with_labels
from mallisto.pathway.layout import GridPlace, Guest, Layout, Room, Route
from mallisto.pathway.plan import Edge, Plan, Stop
from mallisto.pathway.ranks import compact, in_lane_order, in_reading_order
from mallisto.pathway.routing import routes_of

__all__ = [
    "CHANNELS",
    "GUTTERS",
    "LANE",
    "RANK",
    "Across",
    "Down",
    "Edge",
    "GridPlace",
    "Guest",
    "Lattice",
    "Layout",
    "Plan",
    "Point",
    "Room",
    "Route",
    "Stop",
    "lay_out",
]


# A drawing with at most one crossing for so many edges is accepted without trying other ranks.
EDGES_PER_CROSSING = 5


def lay_out(plan: Plan) -> Layout:
    """Return the first layout with few crossings, or else the one with the fewest."""
    tried: list[Layout] = []
    for ranking in (compact, in_lane_order, in_reading_order):
        ranks = ranking(plan)
        if any(ranks == each.ranks for each in tried):
            continue
        tried.append(_drawn(plan, ranks))
        if tried[-1].crossings * EDGES_PER_CROSSING <= len(plan.edges):
            return tried[-1]
    return min(tried, key=lambda each: each.crossings)


def _drawn(plan: Plan, ranks: tuple[int, ...]) -> Layout:
    """Route the edges between ranked steps, then place labels and participants."""
    routes = with_labels(plan, ranks, routes_of(plan, ranks))
    return Layout(plan, ranks, routes, guests_of(plan, ranks, routes))
