"""Slides of one role: its own steps, whom it works with, and its gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import (
    a_catalog,
    a_gap,
    a_lane,
    a_model,
    a_pathway,
    a_provenance,
    a_ref,
    a_source,
    a_start,
    a_step,
    a_text,
    an_exit,
    an_upkeep,
)
from building import FIVE
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.model import Modality
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.slides.role_show import RoleShow, role_shows

SOURCE = a_source("lahde")
PLANNED = replace(a_provenance(Modality.PLANNED), source=a_ref("lahde"))
MODEL = a_model(
    upkeep=an_upkeep(sources=(SOURCE,)),
    pathway=a_pathway(
        a_start("tilanne", "ohjaus"),
        a_step("ohjaus", "tuki", lane="team", text=a_text("Hoitaja ohjaa."), roles=(a_ref("nurse"),), provenance=PLANNED),
        a_step("tuki", "loppu", lane="network"),
        an_exit("loppu"),
        lanes=(a_lane("asiakas"), a_lane("team", "team", title=a_text("Tiimi")), a_lane("network", "network", title=a_text("Verkosto"))),
    ),
    gaps=(a_gap("people.roles", a_text("Hoitajan aika puuttuu."), roles=("nurse",)), a_gap("tools", a_text("Muu aukko."))),
)


@pytest.fixture
def show() -> RoleShow:
    loaded = checking.load(FIVE, date(2026, 11, 22))
    catalog = a_catalog(MODEL, vocabulary=loaded.catalog.vocabulary)
    context = PageContext.for_address(catalog, Language.of("fi", loaded.schemas), "mallit/malli/diat/")
    (found,) = (each for each in role_shows(MODEL, context, ()) if each.id == "nurse")
    return found


def test_own_steps_carry_their_sentence_and_their_mark(show: RoleShow):
    (line,) = next(each for each in show.slides if each.title == "Vaiheesi polulla").lines

    assert (str(line.label).startswith("2. "), str(line.text)) == (True, "Hoitaja ohjaa.")
    assert line.provenance is not None
    assert line.provenance.kind == "planned"


def test_only_own_steps_stand_out(show: RoleShow):
    overview = next(each for each in show.slides if each.lanes)

    assert [stop.number for lane in overview.lanes for stop in lane.stops if stop and not stop.is_other] == [2]


def test_whom_one_works_with_are_the_parties_before_and_after(show: RoleShow):
    lines = next(each for each in show.slides if each.title == "Kenen kanssa").lines

    assert [str(each.text) for each in lines] == ["vaihe 1", "vaihe 3"]
    assert str(lines[1].label) == "Verkosto"


def test_only_gaps_about_the_role_are_told(show: RoleShow):
    assert [str(each.text) for each in show.slides[-1].lines] == ["Hoitajan aika puuttuu."]
