"""Where to guide a client: what may run stands first, what has ended is marked, what is not known is said, today's bodies stand beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builders import HERE, a_catalog, a_concept, a_model, a_provenance, a_ref, a_role, a_role_in_model, an_area, an_organisation
from building import FIVE, ROOT
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.model import Place, Vocabulary
from mallisto.pages.elements.card_rows import CardRow
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.roles import guidance, guidance_entry
from mallisto.pages.roles.guidance import MOST_IN_FULL
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from webpage import read_page


@pytest.fixture(scope="module")
def result() -> checking.Result:
    return checking.load(FIVE, date(2026, 11, 22))


@pytest.fixture(params=LANGUAGES)
def context(result: checking.Result, request: pytest.FixtureRequest) -> PageContext:
    return PageContext.for_address(result.catalog, Language.of(request.param, result.schemas), "ohjaus/")


@pytest.fixture
def finnish(result: checking.Result) -> PageContext:
    return PageContext.for_address(result.catalog, Language.of("fi", result.schemas), "ohjaus/")


def _guide(model: str, context: PageContext) -> guidance_entry.Guide:
    return guidance_entry.guide(context.catalog.model_by_id[model], True, context)


def _row(of: guidance_entry.Guide, key: str, context: PageContext) -> CardRow:
    return next(each for each in (*of.rows, *of.more) if each.title == context.language.say(f"guidance.{key}"))


def test_models_stand_by_whether_they_run_and_those_that_ended_say_so(context: PageContext):
    page = str(guidance.guidance(context))

    ended = page.index('id="tila-ended"')
    assert page.index('id="tila-unknown"') < ended
    assert context.language.say("guidance.ended_lead") in page[ended:]
    for model in context.catalog.models:
        assert (page.index(f'class="guide" id="malli-{model.id}"') > ended) == (model.status.lifecycle == "ended")


def test_the_page_opens_with_that_no_model_is_known_to_run_as_long_as_that_is_so(context: PageContext):
    words = context.language.say("guidance.none_runs")
    unknown, runs = (
        replace(context, catalog=context.catalog.with_models([a_model(status=replace(a_model().status, lifecycle=each))]))
        for each in ("unknown", "running")
    )

    page = str(guidance.guidance(unknown))

    assert 0 <= page.index(words) < page.index(context.language.say("guidance.notice"))
    assert words not in str(guidance.guidance(runs))


def test_the_notice_stands_before_the_choices(context: PageContext):
    page = str(guidance.guidance(context))

    assert 0 <= page.index(context.language.say("guidance.notice")) < page.index("<form")


def test_a_body_that_has_ended_stands_with_the_body_of_today(finnish: PageContext):
    lines = _row(_guide("espoo-tyokykyhanke", finnish), "who", finnish).lines

    assert ("Espoon aikuissosiaalityö", ("Nyt: Länsi-Uudenmaan hyvinvointialue",)) in [(str(each.text), each.more) for each in lines]


def test_a_body_without_a_successor_has_none_made_up(finnish: PageContext):
    lines = _row(_guide("tykke", finnish), "bodies", finnish).lines

    assert [(str(each.text), each.more) for each in lines] == [("Huoltoliitto ry", ())]


def test_the_first_steps_lead_to_their_places_on_the_pathway(context: PageContext):
    lines = _row(_guide("toike", context), "entry", context).lines

    assert [each.href for each in lines] == [f"../mallit/toike/polku/#vaihe-{each}" for each in ("recognise-need", "contact-centre")]


def test_a_referral_that_is_not_known_is_said_to_be_unknown(context: PageContext):
    told, untold = (_row(_guide(each, context), "terms", context).lines[0] for each in ("toike", "tto"))

    assert (str(told.text), told.is_gap) == (context.language.value("how.entry.referral.value", "not_required"), False)
    assert (str(untold.text), untold.is_gap) == (context.language.value("how.entry.referral.value", "unknown"), True)


def test_the_steps_of_a_role_are_those_of_the_broader_role_too(context: PageContext):
    lines = {each.ids: each for each in _guide("toike", context).role_lines}

    assert "physiatrist physician" in lines
    assert [each.href for each in lines["referring-professional"].steps] == [
        f"../mallit/toike/polku/#vaihe-{each}" for each in ("recognise-need", "feedback-to-referrer")
    ]


def test_every_choice_is_one_some_model_answers_and_stands_once(context: PageContext):
    page = read_page(str(guidance.guidance(context)))

    values = [each["value"] for each in page.all("option") if each["value"]]
    answered = {
        value
        for each in page.all("li", **{"class": "guide"})
        for key in ("tilanne", "ryhma", "rooli", "voi", "alue")
        for value in each[f"data-{key}"].split()
    }
    assert set(values) <= answered
    assert len(values) == len(set(values))


def test_a_group_is_chosen_apart_from_situations_with_the_models_that_name_it_in_part_or_within_a_wider_one():
    groups = (a_concept("adults"), a_concept("unemployed", broader=a_ref("adults")), a_concept("families"))
    silent = a_model().classification
    models = [replace(a_model(each), classification=replace(silent, target_groups=(a_ref(each),))) for each in ("adults", "unemployed")]
    catalog = a_catalog(*models, vocabulary=Vocabulary(target_groups=groups, organisations=(an_organisation(),)))
    context = PageContext.for_address(catalog, Language.of("fi", Schemas.load(ROOT / "schemas")), "ohjaus/")

    page = read_page(str(guidance.guidance(context)))

    assert {each["id"]: each["data-ryhma"] for each in page.all("li", **{"class": "guide"})} == {
        "malli-adults": "adults unemployed",
        "malli-unemployed": "adults unemployed",
    }
    assert [each["value"] for each in page.all("option") if each["value"] in catalog.target_group_by_id] == ["adults", "unemployed"]


def _with_a_function(*, lifecycle: str = "ended", **vocabulary: Any) -> PageContext:
    """A model in the area 09 that names a function, which a nurse may hold."""
    roles = (a_role("nurse"), a_role("public-health-nurse", broader=a_ref("nurse")), a_role("psychologist"))
    function = a_role("front-line-worker", kind="function", may_be_held_by=(a_ref("nurse"),))
    model = a_model(people=replace(a_model().people, roles=(a_role_in_model("front-line-worker"),)))
    lists: dict[str, Any] = {"municipalities": (), "counties_now": (a_ref("09"),), "organisations_then": ()}
    place = Place(where=HERE, provenance=a_provenance(), site=None, note=None, **lists)
    model = replace(model, basics=replace(model.basics, place=place), status=replace(model.status, lifecycle=lifecycle))
    catalog = a_catalog(model, vocabulary=Vocabulary(roles=(*roles, function), counties=(an_area("09"),), **vocabulary))
    return PageContext.for_address(catalog, Language.of("fi", Schemas.load(ROOT / "schemas")), "ohjaus/")


def test_a_profession_finds_the_model_that_names_a_function_it_may_hold():
    context = _with_a_function()

    page = read_page(str(guidance.guidance(context)))

    guide = page.all("li", **{"class": "guide"})[0]
    assert (guide["data-rooli"], guide["data-voi"]) == ("front-line-worker", "nurse public-health-nurse")
    assert [each["value"] for each in page.all("option") if each["value"] in context.catalog.role_by_id] == [
        "nurse",
        "public-health-nurse",
        "front-line-worker",
    ]


@pytest.mark.parametrize(("lifecycle", "says_so"), [("running", False), ("ended", True), ("unknown", True)])
def test_an_answer_ends_with_the_body_of_the_area_and_says_when_the_team_is_not_known(lifecycle: str, says_so: bool):
    county = an_organisation("alue", kind="county", counties=(a_ref("09"),), url="https://alue.example/")
    wider = an_organisation("yhtyma", kind="county", counties=(a_ref("09"), a_ref("10")))
    former = an_organisation("entinen", kind="county", counties=(a_ref("09"),), valid_until="2022-12-31")
    context = _with_a_function(lifecycle=lifecycle, organisations=(an_organisation(), county, wider, former))

    lines = _guide("malli", context).rows[-1].lines

    assert [str(line.text) == context.language.say("guidance.team_unknown") for line in lines] == [True] * says_so + [False]
    assert lines[-1].href == "https://alue.example/"


def test_many_models_are_shown_in_brief_without_those_that_have_ended(result: checking.Result, finnish: PageContext):
    models = tuple(replace(each, id=f"{each.id}-{number}") for number in range(MOST_IN_FULL // 5 + 1) for each in result.catalog.models)
    many = replace(finnish, catalog=result.catalog.with_models(models))

    page = str(guidance.guidance(many))

    assert page.count('class="guide"') == len([each for each in models if each.status.lifecycle != "ended"])
    assert "guide__roles" not in page
    assert finnish.language.say("guidance.shortened", count=18) in page
    assert len(page) / page.count('class="guide"') < 6000
