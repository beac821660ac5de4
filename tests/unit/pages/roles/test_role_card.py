"""The card of a role: what follows from the pathway, what is not known, and what fits on one sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import (
    a_figure,
    a_gap,
    a_lane,
    a_model,
    a_pathway,
    a_ref,
    a_role_in_model,
    a_start,
    a_step,
    a_text,
    a_way,
    an_exit,
)
from building import FIVE
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.model import Direction, Pathway
from mallisto.pages.elements.card_rows import LIFECYCLES, CardLine, CardRow
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.roles import role_card
from mallisto.pages.roles.one_sheet import LEFT_OUT, LINES, MOST_PARTS, WIDTH, fitted
from mallisto.reading.languages import LANGUAGES

LANES = (a_lane("asiakas"), a_lane("hoitaja", "team"), a_lane("verkosto", "network"))


@pytest.fixture(scope="module")
def result() -> checking.Result:
    return checking.load(FIVE, date(2026, 11, 22))


@pytest.fixture(params=LANGUAGES)
def context(result: checking.Result, request: pytest.FixtureRequest) -> PageContext:
    return PageContext.for_address(result.catalog, Language.of(request.param, result.schemas), "roolit/physician/")


@pytest.fixture
def finnish(result: checking.Result) -> PageContext:
    return PageContext.for_address(result.catalog, Language.of("fi", result.schemas), "roolit/physician/")


def _there_and_back() -> Pathway:
    """The nurse sends the client on to the network and hears of it."""
    return a_pathway(
        a_start("tilanne", "ohjaus"),
        a_step("ohjaus", "tuki", lane="hoitaja", roles=(a_ref("nurse"),)),
        a_step("tuki", "palaute", a_way("ohjaus", Direction.BACK), lane="verkosto"),
        a_step("palaute", "loppu", lane="hoitaja", roles=(a_ref("nurse"),)),
        an_exit("loppu"),
        lanes=LANES,
    )


def _part(card: role_card.RoleCard, model: str) -> role_card.ModelPart:
    return next(each for each in card.models if each.anchor == f"malli-{model}")


def _row(part: role_card.ModelPart, title: str) -> CardRow:
    return next(each for each in part.rows if each.title == title)


def _texts(row: CardRow) -> list[str]:
    return [str(each.text) for each in row.lines]


def test_a_client_comes_in_where_their_own_situation_leads():
    assert [each.id for each in _there_and_back().entries] == ["ohjaus"]


def test_a_client_comes_in_at_a_start_that_somebody_else_answers_for():
    pathway = a_pathway(a_start("kutsu", "loppu", lane="hoitaja"), an_exit("loppu"), lanes=LANES)

    assert [each.id for each in pathway.entries] == ["kutsu"]


def test_what_comes_back_has_left_before_and_comes_from_another_lane():
    pathway = _there_and_back()
    own = tuple(each for each in pathway.steps if each.roles)

    assert [(last.id, back.id) for last, back in pathway.returns_to(own)] == [("tuki", "palaute"), ("tuki", "ohjaus")]
    assert pathway.returns_to(pathway.steps[3:4]) == (), "nothing has left for the network from the last step"


def test_what_a_step_leads_to_is_found_through_loops():
    assert _there_and_back().reachable_from(_there_and_back().steps[:1]) == {"ohjaus", "tuki", "palaute", "loppu"}


def test_a_profession_gathers_its_kinds_and_names_them(finnish: PageContext):
    catalog = finnish.catalog

    card = role_card.view(catalog.role_by_id["physician"], finnish)

    assert [[str(name) for name, _ in links] for _, links in card.kin] == [["työterveyslääkäri", "fysiatri"]]
    assert {each.anchor for each in card.models} == {"malli-toike", "malli-tykke"}
    assert [str(each.words[0]) for each in _part(card, "toike").known] == ["työterveyslääkäri", "fysiatri"]


def test_a_kind_leads_to_the_broader_role(context: PageContext):
    card = role_card.view(context.catalog.role_by_id["public-health-nurse"], context)

    assert [href for _, links in card.kin for _, href in links] == ["../../roolit/nurse/"]


def test_the_card_tells_the_steps_where_they_lead_and_what_comes_back(finnish: PageContext):
    part = _part(role_card.view(finnish.catalog.role_by_id["employment-specialist"], finnish), "tykke")

    own, next_, back = (_row(part, finnish.language.say(f"card.{key}")) for key in ("steps", "next", "back"))

    assert _texts(own) == ["2. Ohjaus TYKKEen", "6. Palveluohjaus"]
    assert [each.href for each in own.lines] == [f"../../mallit/tykke/polku/#vaihe-{each}" for each in ("referral", "service-guidance")]
    assert _texts(next_) == ["3. Selvityspäivät", "8. Parhaiten sopivat palvelut", "9. Työkykyä tukevat terveyspalvelut"]
    assert "Vastuussa: Moniammatillinen tiimi" in next_.lines[0].more
    assert [(str(each.label), str(each.text)) for each in back.lines] == [("Moniammatillinen tiimi", "5. Yhteenvetopäivä")]


def test_a_role_that_guides_clients_in_sees_the_routes(context: PageContext):
    title = context.language.title("how.entry.routes")

    referrer = role_card.view(context.catalog.role_by_id["referring-professional"], context)
    psychologist = role_card.view(context.catalog.role_by_id["psychologist"], context)

    assert len(_row(_part(referrer, "toike"), title).lines) == len(context.catalog.model_by_id["toike"].how.entry.routes)
    assert title not in {each.title for each in _part(psychologist, "toike").rows}


def test_a_tool_stands_with_its_maturity_and_a_missing_one_as_a_gap(context: PageContext):
    card, title = role_card.view(context.catalog.role_by_id["psychologist"], context), context.language.title("tools")

    toike, tykke = (_row(_part(card, each), title) for each in ("toike", "tykke"))

    assert context.language.value("tools.maturity", "prototype") in {each.badge for each in toike.lines}
    assert all(each.is_gap for each in tykke.lines)


def test_a_role_that_only_owns_items_of_the_checklist_has_no_other_rows(context: PageContext):
    card = role_card.view(context.catalog.role_by_id["director"], context)

    assert {row.title for part in card.models for row in part.rows} == {context.language.say("roles.items")}


def test_models_that_have_ended_stand_last(context: PageContext):
    card = role_card.view(context.catalog.role_by_id["social-worker"], context)

    states = [context.catalog.model_by_id[each.anchor.removeprefix("malli-")].status.lifecycle for each in card.models]
    assert states == sorted(states, key=LIFECYCLES.index)
    assert "ended" in states, "or the test says nothing"


def test_the_version_changes_with_any_word_and_bears_the_newest_date(finnish: PageContext):
    models = finnish.catalog.heads
    older = tuple(replace(head, last_reviewed="2020-02-03", changes=()) for head in models)

    assert role_card.version("sana", models, finnish) == role_card.version("sana", models, finnish)
    assert role_card.version("sana", models, finnish) != role_card.version("sanat", models, finnish)
    assert "3.2.2020" in role_card.version("sana", older, finnish)


def test_the_first_lines_of_all_rows_are_printed_before_the_second_ones(finnish: PageContext):
    long = tuple(CardLine(text="x" * (WIDTH - LEFT_OUT)) for _ in range(int(LINES)))
    parts = tuple((CardRow(title="rivi", lines=long),) for _ in range(3))

    printed = fitted(parts, finnish.language)

    counts = [sum(line.is_on_paper for line in rows[0].lines) for rows in printed]
    assert max(counts) - min(counts) <= 1
    assert sum(counts) < LINES
    assert [line.left_out for line in printed[0][0].lines if line.left_out] == [f"+ {len(long) - counts[0]} verkkosivulla"]


def test_a_gap_is_the_last_thing_to_be_left_out(finnish: PageContext):
    known = tuple(CardLine(text="x" * (WIDTH - LEFT_OUT)) for _ in range(int(LINES)))
    rows = (CardRow(title="ensin", lines=known), CardRow(title="sitten", lines=(*known, CardLine(text="aukko " * 60, is_gap=True))))

    (printed,) = fitted((rows,), finnish.language)

    lines = [line for row in printed for line in row.lines]
    assert all(line.is_on_paper for line in lines if line.is_gap)
    assert {line.is_on_paper for line in lines if not line.is_gap} == {True, False}


def test_parts_whose_gaps_leave_no_room_for_what_is_known_are_left_to_the_web_page(finnish: PageContext):
    lines = (*(CardLine(text="x") for _ in range(3)), *(CardLine(text="aukko " * 20, is_gap=True) for _ in range(7)))
    parts = tuple((CardRow(title="rivi", lines=lines),) for _ in range(MOST_PARTS))

    printed = fitted(parts, finnish.language)

    shown = [rows[0] for rows in printed if rows[0].is_on_paper]
    assert 0 < len(shown) < MOST_PARTS
    assert all(line.is_on_paper for row in shown for line in row.lines)


def test_a_gap_stands_on_the_cards_of_the_roles_it_names_and_staffing_is_no_task(finnish: PageContext):
    gaps = (
        a_gap("people.roles", a_text("lääkärien tehtäviä"), "nimetty", roles=("physician",)),
        a_gap("people.roles", a_text("ammatit"), "yleinen"),
    )
    people = (a_role_in_model("nurse"), replace(a_role_in_model("occupational-physician"), staffing=(a_figure("lääkäreitä", 2),)))
    context = replace(finnish, catalog=finnish.catalog.with_models([a_model(people_roles=people, gaps=gaps)]))

    nurse, physician, kind = (
        {row.title: _texts(row) for row in role_card.view(finnish.catalog.role_by_id[each], context).models[0].rows}
        for each in ("nurse", "physician", "occupational-physician")
    )

    tasks, number = finnish.language.say("card.tasks"), finnish.language.say("roles.number")
    assert nurse[tasks] == [finnish.language.say("roles.no_tasks")]
    assert physician[tasks] == kind[tasks] == ["lääkärien tehtäviä"]
    assert physician[number] == ["2 henkilöä"]
    assert number not in nurse


def test_more_parts_than_a_sheet_holds_are_left_to_the_web_page(finnish: PageContext):
    parts = tuple((CardRow(title="rivi", lines=(CardLine(text="x"),)),) for _ in range(MOST_PARTS + 5))

    printed = fitted(parts, finnish.language)

    assert [rows[0].is_on_paper for rows in printed] == [True] * MOST_PARTS + [False] * 5


def test_among_many_models_a_card_names_each_and_links_to_its_part_there(finnish: PageContext):
    models = finnish.catalog.models
    many = tuple(replace(model, id=f"{model.id}-{number}") for number in range(role_card.MOST_IN_FULL) for model in models)
    context = replace(finnish, catalog=finnish.catalog.with_models(many))

    card = role_card.view(finnish.catalog.role_by_id["physician"], context)

    assert len(card.models) > role_card.MOST_IN_FULL
    assert all(str(part.model) and part.href and part.lifecycle for part in card.models)
    assert not any(part.rows or part.known for part in card.models)
