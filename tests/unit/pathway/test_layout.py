"""The layout of a pathway: where steps stand, how edges run, and what it promises whatever the pathway."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from builders import a_catalog, a_lane, a_model, a_pathway, a_ref, a_start, a_step, a_text, a_way, an_exit
from mallisto.model import Direction, Pathway, StepType
from mallisto.pathway import Layout, Plan, Room, lay_out
from pathways import MODELS, ours, synthetic

LANES = (a_lane("asiakas"), a_lane("keskus", "team"), a_lane("kunta", "organisation"))


def drawn(pathway: Pathway) -> Layout:
    return lay_out(Plan.of(pathway))


@pytest.mark.parametrize("model", MODELS)
def test_our_own_pathways_are_easy_to_follow(model: str):
    layout = drawn(ours(model))

    assert layout.crossings <= 2
    assert (layout.overlapping_cards, layout.merged_lines, layout.lines_through_cards) == (0, 0, 0)


def test_a_pathway_as_large_as_they_come_can_be_followed():
    layout = drawn(synthetic())

    assert layout.crossings <= 9
    assert (layout.overlapping_cards, layout.merged_lines, layout.lines_through_cards) == (0, 0, 0)


@pytest.mark.parametrize("model", MODELS)
def test_time_runs_down(model: str):
    layout = drawn(ours(model))

    for edge in layout.plan.edges:
        is_exit = layout.plan.stops[edge.target].kind is StepType.EXIT
        least = layout.ranks[edge.source] + (0 if is_exit else 1)
        assert edge.is_back or layout.ranks[edge.target] >= least


def test_an_exit_stands_beside_the_only_step_that_leads_to_it():
    layout = drawn(a_pathway(a_start("alku", "loppu"), an_exit("loppu", lane="kunta"), lanes=LANES))

    assert layout.ranks == (0, 0)


def test_an_exit_with_a_long_label_stands_below():
    way = a_way("loppu", label=a_text("kun asiakas itse niin haluaa"))

    layout = drawn(a_pathway(a_start("alku", way), an_exit("loppu", lane="keskus"), lanes=LANES))

    assert layout.ranks == (0, 1)


def test_an_edge_begins_and_ends_at_its_cards():
    layout = drawn(a_pathway(a_start("alku", "keski"), a_step("keski", "loppu", lane="keskus"), an_exit("loppu"), lanes=LANES))

    for route in layout.routes:
        for stop, (x, y) in ((route.edge.source, route.corners[0]), (route.edge.target, route.corners[-1])):
            left, top = layout.corner(stop)
            assert left <= x <= left + 4
            assert top <= y <= top + 2


def test_a_label_stands_on_its_own_line_between_the_cards():
    layout = drawn(a_pathway(a_start("alku", a_way("loppu", label=a_text("Kyllä"))), an_exit("loppu")))

    (route,) = layout.routes

    assert route.label is not None
    assert route.label.room is Room.CHANNEL
    assert route.label.at in route.points


def test_a_label_without_room_goes_into_the_card_its_line_leads_to():
    ways = [a_way(each, label=a_text("Ei")) for each in ("yksi", "kaksi")]
    steps = [a_start("alku", *ways, split="one"), a_step("yksi", "kaksi"), an_exit("kaksi")]

    layout = drawn(a_pathway(*steps))

    assert Room.CARD in {route.label.room for route in layout.routes if route.label}


def test_a_lane_that_takes_part_is_marked_in_its_own_cell():
    steps = [
        a_start("alku", "keski"),
        a_step("keski", "loppu", lane="keskus", taking_part=(a_ref("asiakas"),)),
        an_exit("loppu", lane="keskus"),
    ]

    layout = drawn(a_pathway(*steps, lanes=LANES))

    (guest,) = layout.guests
    assert (guest.stop, guest.lane) == (1, 0)


def test_the_line_of_a_participant_stops_at_another_card():
    steps = [
        a_start("alku", "yksi", "kaksi", split="all"),
        a_step("yksi", "loppu", lane="keskus"),
        a_step("kaksi", "loppu", lane="kunta", taking_part=(a_ref("asiakas"),)),
        an_exit("loppu", lane="kunta"),
    ]

    layout = drawn(a_pathway(*steps, lanes=LANES))

    (guest,) = layout.guests
    assert guest.line_end is None


def test_a_way_back_shares_no_line():
    steps = [
        a_start("alku", "yksi"),
        a_step("yksi", "valinta"),
        a_step("valinta", "loppu", a_way("yksi", Direction.BACK), type=StepType.DECISION),
    ]

    layout = drawn(a_pathway(*steps, an_exit("loppu"), lanes=LANES))

    back = next(route for route in layout.routes if route.edge.is_back)
    assert all(back.segments.isdisjoint(route.segments) for route in layout.routes if route is not back)


def test_words_change_nothing_but_the_length_of_labels():
    one = a_pathway(a_start("alku", "loppu"), an_exit("loppu", title=a_text("Loppu")))
    other = a_pathway(a_start("start", "end"), an_exit("end", title=a_text("Aivan toinen loppu")))

    assert Plan.of(one) == Plan.of(other)


def test_equal_pathways_are_laid_out_once():
    catalog = a_catalog(a_model("yksi"), a_model("kaksi"))

    first, second = (catalog.layout_of(model) for model in catalog.models)

    assert first is second


def test_the_layout_is_the_same_whatever_the_order_of_hashes():
    script = "from mallisto.pathway import *; from pathways import *; print([lay_out(Plan.of(p)) for p in (synthetic(), ours('tto'))])"

    said = {_run(script, seed) for seed in ("0", "1")}

    assert len(said) == 1


def _run(script: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True).stdout
