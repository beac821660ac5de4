"""Rules a schema cannot say: each finds its mistake at its place, and is silent where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from inspect import isfunction, signature
from pkgutil import iter_modules
from typing import Any

import pytest

from builders import (
    HERE,
    a_catalog,
    a_concept,
    a_consistency_note,
    a_document,
    a_figure,
    a_history,
    a_lane,
    a_model,
    a_moved,
    a_pathway,
    a_period,
    a_provenance,
    a_ref,
    a_role,
    a_role_in_model,
    a_source,
    a_start,
    a_statement,
    a_step,
    a_term,
    a_text,
    a_way,
    an_area,
    an_exit,
    an_item,
    an_organisation,
    an_upkeep,
    at,
    results,
)
from mallisto import checks
from mallisto.addresses import urls
from mallisto.catalog import lock_file
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.lasting_addresses import History
from mallisto.checks import addresses as address_checks
from mallisto.checks import dates, figures, identity, pathway, privacy, references, translations
from mallisto.checks import results as result_checks
from mallisto.model import Basis, Certainty, Direction, Figure, HandOver, Modality, Model, Statement, Step, StepType, Text, Vocabulary, Why
from mallisto.parse import parse_vocabulary
from mallisto.reading.messages import say
from mallisto.reading.problems import Location, Problem, Severity

PLACE = at(12, 7)
ELSEWHERE = at(5, 3)
Check = Callable[[Catalog], Iterator[Problem]]


def found(check: Check, *models: Model, **catalog: Any) -> list[Problem]:
    return list(check(a_catalog(*models, **catalog)))


def the_one(check: Check, *models: Model, **catalog: Any) -> Problem:
    (problem,) = found(check, *models, **catalog)
    return problem


def walked(check: Check, *steps: Step, **rest: Any) -> list[Problem]:
    return found(check, a_model(pathway=a_pathway(*steps, **rest)))


def test_a_model_that_breaks_no_rule_is_left_alone():
    catalog = a_catalog(a_model())

    assert [each for each in checks.run(catalog, date(2026, 6, 1)) if each.severity is Severity.ERROR] == []


def test_every_check_is_listed_and_says_its_rule():
    modules = [import_module(f"mallisto.checks.{each.name}") for each in iter_modules(checks.__path__)]
    public = {
        each
        for module in modules
        for name, each in vars(module).items()
        if isfunction(each) and each.__module__ == module.__name__ and not name.startswith("_") and "Iterator" in str(signature(each))
    }

    listed = {*checks.OF_A_MODEL, *checks.ACROSS, *checks.LINTS}
    assert {each.__name__ for each in listed - public} == set()
    assert all(each.__doc__ for each in public)
    assert {each.__name__ for each in public - listed} == {each.__name__ for each in public if "today" in signature(each).parameters}


def test_an_id_that_is_not_the_files_name_is_reported():
    stems = {"models/toinen.yml": "toinen"}
    model = a_model("malli", where=at(3, 5, "models/toinen.yml"))

    problem = the_one(identity.id_is_the_file_name, model, file_stems=stems)

    assert (problem.code, problem.where, problem.mend) == ("id.file", model.where, "id: toinen")


def test_an_id_that_is_the_files_name_is_right_and_a_draft_elsewhere_may_have_any():
    assert found(identity.id_is_the_file_name, a_model("malli"), file_stems={"models/malli.yml": "malli"}) == []
    assert found(identity.id_is_the_file_name, a_model("malli"), file_stems={}) == []


def test_the_sites_own_words_are_no_ids():
    assert the_one(identity.id_is_free, a_model("index")).code == "id.reserved"
    assert found(identity.id_is_free, a_model("malli")) == []


def test_a_second_use_of_an_id_is_reported_with_the_first():
    problem = the_one(identity.ids_are_unique, a_model(fact_ids=(("a", ELSEWHERE), ("b", HERE), ("a", PLACE))))

    assert (problem.code, problem.found, problem.where, problem.other) == ("id.duplicate", "a", PLACE, ELSEWHERE)


def test_every_further_use_of_an_id_is_reported():
    assert len(found(identity.ids_are_unique, a_model(fact_ids=(("a", at(1)), ("a", at(2)), ("a", at(3)))))) == 2


def test_lanes_sources_and_headings_have_ids_of_their_own():
    lanes = (a_lane("asiakas"), a_lane("asiakas", where=PLACE))
    sources = (a_source("lahde", headings=("a", "a")), a_source("lahde", where=PLACE))
    model = a_model(pathway=a_pathway(lanes=lanes), upkeep=an_upkeep(sources=(replace_headings(sources[0]), sources[1])))

    assert [each.found for each in found(identity.ids_are_unique, model)] == ["asiakas", "lahde", "a"]


def replace_headings(source: Any) -> Any:
    first, second = source.headings
    return replace(source, headings=(first, replace(second, where=PLACE)))


def test_the_same_id_in_another_list_is_no_repetition():
    model = a_model(
        fact_ids=(("lahde", HERE),), pathway=a_pathway(lanes=(a_lane("lahde"),)), upkeep=an_upkeep(sources=(a_source("lahde"),))
    )

    assert found(identity.ids_are_unique, model) == []


@pytest.mark.parametrize(
    "vocabulary",
    [
        Vocabulary(roles=(a_role("a"), a_role("a", where=PLACE))),
        Vocabulary(organisations=(an_organisation("a"), an_organisation("a", where=PLACE))),
        Vocabulary(topics=(a_concept("a"), a_concept("a", where=PLACE))),
        Vocabulary(target_groups=(a_concept("a"), a_concept("a", where=PLACE))),
        Vocabulary(life_situations=(a_concept("a"), a_concept("a", where=PLACE))),
        Vocabulary(terms=(a_term("a"), a_term("a", where=PLACE))),
        Vocabulary(counties=(an_area("a"), an_area("a", where=PLACE))),
        Vocabulary(municipalities=(an_area("a"), an_area("a", where=PLACE))),
        Vocabulary(municipalities=(an_area("a"),), former_municipalities=(an_area("a", where=PLACE),)),
        Vocabulary(employment_areas=(an_area("a"), an_area("a", where=PLACE))),
    ],
)
def test_an_id_stands_once_in_a_list_of_a_vocabulary(vocabulary: Vocabulary):
    problem = the_one(identity.vocabulary_ids_are_unique, vocabulary=vocabulary)

    assert (problem.code, problem.where) == ("id.duplicate", PLACE)


def test_two_models_do_not_share_an_id():
    assert the_one(identity.vocabulary_ids_are_unique, a_model(where=HERE), a_model(where=PLACE)).where == PLACE
    assert found(identity.vocabulary_ids_are_unique, a_model("a"), a_model("b")) == []


def test_a_role_stands_once_in_a_model():
    model = a_model(people_roles=[a_role_in_model("nurse", ELSEWHERE), a_role_in_model("nurse", PLACE)])

    problem = the_one(identity.role_stands_once, model)

    assert (problem.code, problem.where, problem.other) == ("role.repeated", PLACE, ELSEWHERE)
    assert found(identity.role_stands_once, a_model(people_roles=[a_role_in_model("nurse"), a_role_in_model("physician")])) == []


def test_only_a_function_is_held_and_only_by_professions():
    nurse, held = a_role("nurse"), a_role("coordinator", kind="function", may_be_held_by=(a_ref("nurse", PLACE),))
    by_function = a_role("adviser", kind="function", may_be_held_by=(a_ref("coordinator", ELSEWHERE),))
    profession = a_role("physician", may_be_held_by=(a_ref("nurse", PLACE),))

    problem = the_one(identity.profession_holds_a_function, vocabulary=Vocabulary(roles=(nurse, held, by_function)))

    assert (problem.code, problem.where, problem.found) == ("role.holder", ELSEWHERE, "coordinator")
    assert the_one(identity.profession_holds_a_function, vocabulary=Vocabulary(roles=(nurse, profession))).where == PLACE


def test_a_broader_role_has_no_broader_role():
    nurse, narrow = a_role("nurse"), a_role("public-health-nurse", broader=a_ref("nurse", PLACE))
    narrower = a_role("school-nurse", broader=a_ref("public-health-nurse", ELSEWHERE))
    itself = a_role("physician", broader=a_ref("physician", PLACE))

    problem = the_one(identity.broader_role_is_the_broadest, vocabulary=Vocabulary(roles=(nurse, narrow, narrower)))

    assert (problem.code, problem.where, problem.found) == ("role.broader", ELSEWHERE, "public-health-nurse")
    assert the_one(identity.broader_role_is_the_broadest, vocabulary=Vocabulary(roles=(itself,))).where == PLACE
    assert found(identity.broader_role_is_the_broadest, vocabulary=Vocabulary(roles=(nurse, narrow))) == []


def test_a_chain_of_target_groups_leads_up():
    adults, unemployed = a_concept("adults"), a_concept("unemployed", broader=a_ref("adults", PLACE))
    long_term = a_concept("long-term", broader=a_ref("unemployed", ELSEWHERE))
    turned = replace(adults, broader=a_ref("long-term", PLACE))
    itself = a_concept("families", broader=a_ref("families", ELSEWHERE))

    round_and_round = found(identity.broader_group_leads_up, vocabulary=Vocabulary(target_groups=(turned, unemployed, long_term)))
    problem = the_one(identity.broader_group_leads_up, vocabulary=Vocabulary(target_groups=(adults, itself)))

    assert [each.found for each in round_and_round] == ["long-term", "adults", "unemployed"]
    assert (problem.code, problem.where, problem.found) == ("target-group.broader", ELSEWHERE, "families")
    assert found(identity.broader_group_leads_up, vocabulary=Vocabulary(target_groups=(adults, unemployed, long_term))) == []


SHARED = Vocabulary(
    roles=(a_role("nurse", a_text("sairaanhoitaja")),),
    organisations=(an_organisation("kela"),),
    topics=(a_concept("health"),),
    target_groups=(a_concept("adults"),),
    life_situations=(a_concept("unemployment"),),
    terms=(a_term("tyokyky"),),
    municipalities=(an_area("297"),),
    counties=(an_area("13"),),
    employment_areas=(an_area("17"),),
)
FAMILIES = {
    "role": "roles",
    "organisation": "organisations",
    "topic": "topics",
    "target-group": "topics",
    "life-situation": "topics",
    "term": "glossary",
    "municipality": "areas",
    "county": "areas",
    "employment-area": "areas",
}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_mention_of_something_no_vocabulary_has_is_reported_where_it_is(family: str):
    problem = the_one(references.reference_exists, a_model(refs=((family, a_ref("mika", PLACE)),)), vocabulary=SHARED)

    assert (problem.code, problem.found, problem.where) == (f"{family}.unknown", "mika", PLACE)


@pytest.mark.parametrize("family", FAMILIES)
def test_where_a_vocabulary_cannot_be_read_its_ids_are_not_judged(family: str):
    model = a_model(refs=((family, a_ref("mika")),))

    assert found(references.reference_exists, model, vocabulary=SHARED, unreadable_vocabularies=frozenset({FAMILIES[family]})) == []


def test_a_role_that_does_not_exist_is_reported_with_the_one_that_was_meant():
    problem = the_one(references.reference_exists, a_model(refs=(("role", a_ref("nurs", PLACE)),)), vocabulary=SHARED)

    assert say(problem, "fi").mend.startswith("Tarkoititko ”nurse” (sairaanhoitaja)?")


def test_everything_that_exists_may_be_mentioned():
    shared = tuple(
        (family, a_ref(known))
        for family, known in zip(FAMILIES, ("nurse", "kela", "health", "adults", "unemployment", "tyokyky", "297", "13", "17"), strict=True)
    )
    own = (
        ("source", "lahde"),
        ("heading of lahde", "alku"),
        ("lane", "asiakas"),
        ("step", "alku"),
        ("figure", "luku"),
        ("fact", "tieto"),
        ("model", "malli"),
    )
    refs = (*shared, *((family, a_ref(to)) for family, to in own))
    model = a_model(refs=refs, fact_ids=(("tieto", HERE),), why=Why(need=(), context=(), figures=(a_figure("luku"),)))

    assert found(references.reference_exists, model, vocabulary=SHARED) == []


@pytest.mark.parametrize(
    ("family", "code"),
    [
        ("source", "source.unknown"),
        ("heading of lahde", "heading.unknown"),
        ("lane", "lane.unknown"),
        ("step", "step.unknown"),
        ("figure", "figure.unknown"),
        ("fact", "fact.unknown"),
    ],
)
def test_a_mention_of_something_the_model_lacks_is_reported_where_it_is(family: str, code: str):
    problem = the_one(references.reference_exists, a_model(refs=((family, a_ref("mika", PLACE)),)))

    assert (problem.code, problem.where) == (code, PLACE)


def test_a_heading_of_an_unknown_source_is_not_reported_a_second_time():
    assert found(references.reference_exists, a_model(refs=(("heading of muu", a_ref("mika")),))) == []


def test_a_mention_of_a_model_that_is_not_there_is_reported_where_it_is():
    problem = the_one(references.named_model_exists, a_model(refs=(("model", a_ref("mika", PLACE)),)))

    assert (problem.code, problem.found, problem.where) == ("model.unknown", "mika", PLACE)


def test_a_model_that_cannot_be_read_or_bears_another_id_than_its_file_is_not_unknown():
    model = a_model(refs=(("model", a_ref("rikki")), ("model", a_ref("tiedosto"))))

    assert (
        found(references.reference_exists, model, unreadable_models=frozenset({"rikki"}), file_stems={"models/tiedosto.yml": "tiedosto"})
        == []
    )


def test_mentions_in_vocabularies_are_judged_too():
    vocabulary = Vocabulary(terms=(a_term(),), refs=(("model", a_ref("mika", PLACE)),))

    assert the_one(references.named_model_exists, vocabulary=vocabulary).where == PLACE


def test_a_missing_model_that_is_named_twice_is_told_once_with_the_number_of_mentions():
    vocabulary = Vocabulary(terms=(a_term(),), refs=(("model", a_ref("mika", PLACE)), ("model", a_ref("mika", ELSEWHERE))))

    problem = the_one(references.named_model_exists, vocabulary=vocabulary)

    assert (problem.code, problem.limit, problem.where) == ("model.unknown_often", 2, PLACE)


def test_the_first_step_is_the_start():
    problem = walked(pathway.starts_at_the_start, a_step("eka", "loppu", where=PLACE), an_exit("loppu"))[0]

    assert (problem.code, problem.where) == ("step.no_start", PLACE)
    assert walked(pathway.starts_at_the_start, a_start("alku", "loppu"), an_exit("loppu")) == []


def test_a_step_nobody_leads_to_is_reported_with_the_step_before_it():
    (problem,) = walked(pathway.every_step_is_reached, a_start("alku", "loppu"), an_exit("loppu"), a_step("irti", "loppu", where=PLACE))

    assert (problem.code, problem.where, problem.found, problem.mend) == ("step.unreachable", PLACE, "irti", "alku")


def test_of_a_whole_unreachable_branch_only_its_beginning_is_reported():
    steps = (a_start("alku", "loppu"), a_step("toka", "loppu"), a_step("eka", a_way("toka", Direction.BACK)), an_exit("loppu"))

    assert [each.found for each in walked(pathway.every_step_is_reached, *steps)] == ["eka"]


def test_of_an_unreachable_circle_one_step_is_reported():
    steps = (a_start("alku", "loppu"), an_exit("loppu"), a_step("a", "b"), a_step("b", "a"))

    assert [each.found for each in walked(pathway.every_step_is_reached, *steps)] == ["a"]


def test_where_a_way_leads_to_an_unknown_step_no_other_step_is_called_unreachable():
    assert walked(pathway.every_step_is_reached, a_start("alku", "lopu"), an_exit("loppu")) == []


def test_every_start_and_else_the_first_step_begins_the_pathway():
    assert walked(pathway.every_step_is_reached, a_start("alku", "loppu"), a_start("toinen", "loppu"), an_exit("loppu")) == []
    assert walked(pathway.every_step_is_reached, a_step("eka", "loppu"), an_exit("loppu")) == []


def about(check: Check, step: Step) -> list[Problem]:
    return walked(check, a_start("alku", step.id), step, an_exit("x"), an_exit("y"))


@pytest.mark.parametrize(
    ("check", "code", "wrong", "right"),
    [
        (pathway.no_dead_end, "step.dead_end", a_step("a", where=PLACE), a_step("a", "x")),
        (pathway.exit_is_the_end, "step.exit_leads_on", an_exit("a", "x", where=PLACE), an_exit("a")),
        (
            pathway.decision_has_ways,
            "step.one_way_decision",
            a_step("a", "x", type=StepType.DECISION, where=PLACE),
            a_step("a", "x", "y", type=StepType.DECISION),
        ),
        (pathway.split_is_told, "step.split_missing", a_step("a", "x", "y", where=PLACE), a_step("a", "x", "y", split="all")),
        (pathway.split_is_told, "step.split_missing", a_start("a", "x", "y", where=PLACE), a_step("a", "x", "y", type=StepType.DECISION)),
    ],
)
def test_a_step_that_cannot_be_walked_is_reported_by_its_name(check: Check, code: str, wrong: Step, right: Step):
    (problem,) = about(check, wrong)

    assert (problem.code, problem.where, problem.found) == (code, PLACE, "a")
    assert about(check, right) == []


def test_a_step_without_a_translated_title_is_named_in_finnish():
    step = a_step("a", title=a_text("Nimi", None, None))

    (problem,) = about(pathway.no_dead_end, step)

    assert "”Nimi”" in say(problem, "sv").what
    assert "“Nimi”" in say(problem, "en").what


def test_a_way_to_an_earlier_step_is_declared_and_a_way_on_is_not():
    back = a_step("a", a_way("alku", where=PLACE), "x")
    itself = a_step("a", a_way("a", where=PLACE))
    forward = a_step("a", a_way("x", Direction.BACK, PLACE))

    assert [(each.code, each.where) for each in about(pathway.direction_is_told, back)] == [("step.goes_back", PLACE)]
    assert [each.code for each in about(pathway.direction_is_told, itself)] == ["step.goes_back"]
    assert [(each.code, each.where) for each in about(pathway.direction_is_told, forward)] == [("step.goes_forward", PLACE)]
    assert about(pathway.direction_is_told, a_step("a", a_way("alku", Direction.BACK), "x", "ei-ole")) == []


def test_responsibility_passes_only_into_another_lane():
    lanes = (a_lane("asiakas"), a_lane("kunta", "organisation"))
    over = a_way("loppu", where=PLACE, hands_over=HandOver.ALWAYS)

    stays = walked(pathway.hand_over_leaves_the_lane, a_start("alku", over), an_exit("loppu"), lanes=lanes)
    leaves = walked(pathway.hand_over_leaves_the_lane, a_start("alku", over), an_exit("loppu", lane="kunta"), lanes=lanes)

    assert [(each.code, each.where, each.found) for each in stays] == [("step.hand_over_in_lane", PLACE, "loppu")]
    assert leaves == []


def test_a_pathway_too_long_or_too_wide_for_a_page_is_reported_at_the_first_that_is_too_much():
    steps = [a_step(f"a{number}", where=at(number + 1)) for number in range(41)]
    lanes = [a_lane(f"l{number}", where=at(number + 1)) for number in range(10)]

    problems = walked(pathway.fits_a_page, *steps, lanes=lanes)

    assert [(each.code, each.where.line, each.found, each.limit) for each in problems] == [
        ("pathway.long", 41, "41", 40),
        ("pathway.wide", 10, "10", 9),
    ]
    assert walked(pathway.fits_a_page, *steps[:40], lanes=lanes[:9]) == []


def test_the_clients_lane_is_first_and_every_lane_has_a_step():
    lanes = (a_lane("tiimi", "team", ELSEWHERE), a_lane("asiakas"), a_lane("tyhja", "team", PLACE), a_lane("mukana", "team"))
    step = a_step("a", lane="tiimi", taking_part=(a_ref("mukana"), a_ref("asiakas")))

    problems = walked(pathway.lanes_are_used, step, lanes=lanes)

    assert [(each.code, each.where) for each in problems] == [("lane.client_first", ELSEWHERE), ("lane.unused", PLACE)]
    assert walked(pathway.lanes_are_used, a_step("a")) == []


def reckoned(*given: Figure, notes: tuple[str, ...] = ()) -> list[Problem]:
    model = a_model(results=results(figures=given, consistency_notes=[a_consistency_note(*notes)] if notes else []))
    return found(figures.parts_make_the_total, model)


def part(id: str, value: float | None, certainty: Certainty | None = Certainty.CERTAIN) -> Figure:  # noqa: A002 - the field's own name
    return a_figure(id, value, group=a_ref("summa"), group_certainty=certainty)


def test_parts_that_do_not_make_the_total_are_reported_at_the_total():
    (problem,) = reckoned(a_figure("summa", 5, where=PLACE), part("a", 2), part("b", 2))

    assert (problem.code, problem.where, problem.found, problem.mend) == ("figure.sum", PLACE, "summa", "4 ≠ 5")


def test_parts_that_make_the_total_or_are_explained_are_right():
    assert reckoned(a_figure("summa", 5), part("a", 2), part("b", 3, None)) == []
    assert reckoned(a_figure("summa", 5), part("a", 2), notes=("summa",)) == []
    assert reckoned(a_figure("summa", 5)) == []
    assert reckoned(a_figure("summa", 0.3), part("a", 0.1), part("b", 0.2)) == []
    assert reckoned(a_figure("summa", None, min=1, max=9), part("a", 2)) == []


def test_an_unclear_part_needs_a_note_although_the_sum_is_right():
    unclear = part("b", 3, Certainty.UNCLEAR)

    assert len(reckoned(a_figure("summa", 5), part("a", 2), unclear)) == 1
    assert len(reckoned(a_figure("summa", 2), part("a", 2), unclear)) == 1
    assert reckoned(a_figure("summa", 5), part("a", 2), unclear, notes=("summa",)) == []
    assert len(reckoned(a_figure("summa", 5), part("a", None))) == 1


def test_a_range_goes_upwards_and_stands_alone():
    def ranged(figure: Figure) -> list[tuple[str, Location]]:
        return [(each.code, each.where) for each in found(figures.range_is_a_range, a_model(results=results(figures=[figure])))]

    assert ranged(a_figure(value=None, min=5, max=4, where=PLACE)) == [("figure.range", PLACE)]
    assert ranged(a_figure(value=4, min=4, where=PLACE)) == [("figure.value_and_range", PLACE)]
    assert ranged(a_figure(value=4, max=4, where=PLACE)) == [("figure.value_and_range", PLACE)]
    assert ranged(a_figure(value=None, min=4, max=4)) == []
    assert ranged(a_figure(value=None, min=4)) == []
    assert ranged(a_figure(value=None, max=4)) == []


@pytest.mark.parametrize("written", ["2019-02-29", "2018-06-31"])
def test_a_day_the_calendar_lacks_is_reported_where_it_is_written(written: str):
    problem = the_one(dates.dates_exist, a_model(dates=((written, PLACE),)))

    assert (problem.code, problem.found, problem.where) == ("date.impossible", written, PLACE)
    assert the_one(dates.dates_exist, vocabulary=Vocabulary(dates=((written, PLACE),))).where == PLACE


@pytest.mark.parametrize("written", ["2020-02-29", "2018-06", "2018"])
def test_a_day_of_the_calendar_and_a_partial_date_exist(written: str):
    assert found(dates.dates_exist, a_model(dates=((written, PLACE),))) == []


def test_a_period_that_ends_before_it_starts_is_reported_at_its_end():
    problem = the_one(dates.period_is_in_order, a_model(period=a_period("2020-05", "2019-06-01", ELSEWHERE, PLACE)))

    assert (problem.code, problem.where, problem.other, problem.found) == ("date.order", PLACE, ELSEWHERE, "2019-06-01")


@pytest.mark.parametrize(
    ("start", "end"), [("2018", "2018-01-01"), ("2018-06", "2018-06-01"), ("2018", None), (None, "2018"), ("2018-06-01", "2018-06-01")]
)
def test_a_period_in_order_or_half_unknown_is_right(start: str | None, end: str | None):
    assert found(dates.period_is_in_order, a_model(period=a_period(start, end))) == []
    assert found(dates.period_is_in_order, a_model()) == []


def test_the_next_review_comes_after_the_last():
    problem = the_one(dates.review_is_in_order, a_model(upkeep=an_upkeep("2026-05-01", "2026-04-30", PLACE)))

    assert (problem.code, problem.where) == ("date.review_order", PLACE)
    assert found(dates.review_is_in_order, a_model()) == []


def test_a_review_date_that_has_passed_is_a_note():
    catalog = a_catalog(a_model(upkeep=an_upkeep("2025-05-01", "2026-05-01", PLACE)))

    (note,) = dates.review_is_not_overdue(catalog, date(2026, 5, 2))

    assert (note.code, note.severity, note.where) == ("date.review_overdue", Severity.NOTE, PLACE)
    assert list(dates.review_is_not_overdue(catalog, date(2026, 5, 1))) == []
    assert note in set(checks.run(catalog, date(2026, 5, 2)))


def told(modality: Modality | None, basis: Basis = Basis.SOURCE) -> Statement:
    return a_statement(provenance=a_provenance(modality, PLACE, basis))


@pytest.mark.parametrize("modality", [each for each in Modality if each not in (Modality.REPORTED, Modality.EXPERIENCED)])
def test_a_plan_under_results_is_reported_at_its_modality(modality: Modality):
    problem = the_one(result_checks.results_are_reported, a_model(results=results(claims=[told(modality)])))

    assert (problem.code, problem.where, problem.found) == ("results.not_reported", PLACE, modality)


def test_an_editors_own_figure_under_results_is_reported():
    figure = a_figure(provenance=a_provenance(None, PLACE, Basis.EDITORIAL))

    assert the_one(result_checks.results_are_reported, a_model(results=results(figures=[figure]))).found == "editorial"


@pytest.mark.parametrize("modality", [Modality.REPORTED, Modality.EXPERIENCED])
def test_what_happened_stands_under_results_and_nowhere_among_expectations(modality: Modality):
    happened = told(modality)

    assert found(result_checks.results_are_reported, a_model(results=results(claims=[happened]))) == []
    for part in ("expected_results", "vision"):
        problem = the_one(result_checks.expectations_are_not_results, a_model(results=results(**{part: [happened]})))
        assert (problem.code, problem.where) == ("results.not_expected", PLACE)
    assert found(result_checks.expectations_are_not_results, a_model(results=results(expected_results=[told(Modality.EXPECTED)]))) == []


@pytest.mark.parametrize("part", ["expected_results", "next_steps", "vision"])
def test_a_question_is_no_goal_plan_or_vision(part: str):
    asked = a_model(results=results(**{part: [told(Modality.QUESTION)]}))

    problem = the_one(result_checks.questions_are_not_expectations, asked)

    assert (problem.code, problem.where, problem.found) == ("results.question", PLACE, "question")
    assert found(result_checks.questions_are_not_expectations, a_model(results=results(**{part: [told(Modality.EXPECTED)]}))) == []


def said(text: str, where: Location = PLACE) -> list[str]:
    problems = found(privacy.no_personal_data, a_model(free_texts=((text, where),)))
    assert all(each.where == where for each in problems)
    return [each.code for each in problems]


@pytest.mark.parametrize(
    "text", ["Kysy etunimi.sukunimi@esimerkki.fi.", "etunimi (at) esimerkki.fi", "nimi[at]esimerkki.fi", "A+b@x-y.co.fi"]
)
def test_an_e_mail_address_is_found(text: str):
    assert said(text) == ["privacy.email"]


@pytest.mark.parametrize(
    "text",
    [
        "Soita 040 123 4567.",
        "+358 40 123 4567",
        "0401234567",
        "050-1234567",
        "+358 (0)40 1234567",
        "(09) 1234 5678",
        "puh. 029 534 5000, arkisin",
    ],
)
def test_a_telephone_number_is_found(text: str):
    assert said(text) == ["privacy.telephone"]


@pytest.mark.parametrize(
    "text",
    [
        "Aino Virtanen vastaa",
        "Projektipäällikkö Aino Virtanen vastaa",
        "Ota yhteyttä Aino-Maija Virtaseen",
        "Kiitos, Anders Karlsson-Berg!",
    ],
)
def test_a_persons_name_is_found(text: str):
    assert said(text) == ["privacy.name"]


@pytest.mark.parametrize("text", ["43-vuotias nainen Kaavilta, jolla on MS-tauti", "en 43-årig kvinna", "A 43-year-old man with MS"])
def test_a_description_of_one_person_is_noted(text: str):
    assert said(text) == ["privacy.single_person"]


@pytest.mark.parametrize("text", ["18–29-vuotiaat nuoret", "Yli 30-vuotiaiden osuus", "60 years old", "40-vuotiaana aloitettu hoito"])
def test_an_age_group_is_no_person(text: str):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hankkeen Twitter-tili @Tykke_hanke",
        "Tunnus esimerkki@verkossa",
        "Vuosina 2018–2020 asiakkaita oli 1 234",
        "Rahoitus oli 0 312 399 euroa",
        "Laki 380/2023, 1.6.2018–31.5.2020",
        "https://esimerkki.fi/040-1234567",
        "Pohjois-Savon TE-palvelut ja Kuopion kaupunki",
        "Aino\u00e4 ei ole",
        "Koko Suomi on mukana",
        "",
    ],
)
def test_what_only_resembles_personal_data_is_left_alone(text: str):
    assert said(text) == []


def test_an_author_may_stand_in_a_citation_but_his_address_may_not():
    citation = Location("models/malli.yml", 9, 1, ("upkeep", "sources", 0, "title"))
    reference = Location("models/malli.yml", 9, 1, ("gaps", 0, "reference", "title"))

    assert said("Aino Virtanen: Työkyky", citation) == []
    assert said("Aino Virtanen: Työkyky", reference) == []
    assert said("Aino Virtanen aino@esimerkki.fi", citation) == ["privacy.email"]


def test_vocabularies_name_no_people_either():
    assert the_one(privacy.no_personal_data, vocabulary=Vocabulary(free_texts=(("Aino Virtanen", PLACE),))).where == PLACE


def test_a_long_word_is_searched_quickly():
    assert said("a" * 20_000 + "@" + "b." * 10_000) in ([], ["privacy.email"])
    assert said("0" * 20_000) == []


@pytest.mark.parametrize(
    ("fi", "sv", "notes"),
    [
        ("Työkyvyn tuen tiimi", "Työkyvyn tuen tiimi", ["sv"]),
        ("Työkyvyn tuen tiimi", "Teamet för stöd för arbetsförmågan", []),
        ("Työkyvyn tuen tiimi", None, []),
        ("Tie Työhön Open", "Tie Työhön Open", []),
        ("TYKKE", "TYKKE", []),
    ],
)
def test_finnish_is_no_translation_unless_it_is_a_proper_name(fi: str, sv: str | None, notes: list[str]):
    name = Text(fi, sv)
    model = a_model(name=name, texts=((name, HERE._replace(path=("name",))),))

    assert [(each.found, each.where.path) for each in found(translations.name_and_summary_are_translated, model)] == [
        (language, ("name", language)) for language in notes
    ]


def test_a_long_name_asks_for_a_short_one():
    name = Text("Työkyvyn tuen tiimi, Pohjois-Savo")

    assert the_one(identity.long_name_has_a_short_one, a_model(name=name)).limit == len(name.fi)
    assert found(identity.long_name_has_a_short_one, a_model(name=name, short_name=Text("Tiimi"))) == []
    assert found(identity.long_name_has_a_short_one, a_model()) == []


def test_many_missing_translations_of_a_model_are_one_note_a_language():
    texts = tuple((Text("Teksti"), PLACE) for _ in range(translations.MOST_TOLD + 1))

    notes = found(translations.missing_translations_are_noted, a_model(texts=texts))

    assert [(each.code, each.found, each.limit) for each in notes] == [
        ("translation.many_missing", "sv", 6),
        ("translation.many_missing", "en", 6),
    ]
    assert len(found(translations.missing_translations_are_noted, a_model(texts=texts[1:]))) == 10


def test_a_missing_translation_is_a_note_for_each_language():
    texts = ((a_text("a", None, None), PLACE), (a_text(), HERE))

    notes = found(translations.every_text_is_translated, a_model(texts=texts))

    assert [(each.code, each.found, each.where, each.severity) for each in notes] == [
        ("translation.missing", "sv", PLACE, Severity.NOTE),
        ("translation.missing", "en", PLACE, Severity.NOTE),
    ]
    assert len(found(translations.every_text_is_translated, vocabulary=Vocabulary(texts=texts))) == 2


def test_a_public_source_without_a_swedish_name_is_noted_and_its_address_is_not():
    text = "organisations:\n  - id: jarjesto\n    name: {fi: a, sv: b, en: c}\n    kind: association\n"
    text += "    references:\n      - title: {fi: Laki, en: Act}\n        url: {fi: https://laki.example}\n"
    vocabulary = parse_vocabulary(a_document(text, "models/vocabulary/organisations.yml"))

    problem = the_one(translations.every_text_is_translated, vocabulary=vocabulary)

    assert (problem.code, problem.found, problem.where.path[-1]) == ("translation.missing", "sv", "title")


def test_a_published_address_that_vanished_is_reported_at_its_model():
    model = a_model()

    problem = the_one(address_checks.published_addresses_remain, model, history=a_history("mallit/malli/polku/#vaihe-vanha"))

    assert (problem.code, problem.found, problem.where) == ("address.vanished", "/mallit/malli/polku/#vaihe-vanha", model.where)


@pytest.mark.parametrize("address", ["mallit/vanha/", "roolit/vanha/", "sanasto/#termi-vanha", "mallit"])
def test_an_address_of_nobody_here_is_reported_in_the_list_of_addresses(address: str):
    problem = the_one(address_checks.published_addresses_remain, a_model(), history=a_history(address))

    assert (problem.where.file, problem.where.line) == ("models/history/published.txt", 2)


def test_a_published_model_of_which_nothing_is_left_is_told_once():
    history = a_history("mallit/vanha/", "mallit/vanha/polku/", "mallit/vanha/polku/#vaihe-a")

    problem = the_one(address_checks.published_addresses_remain, a_model(), history=history)

    assert (problem.code, problem.found, problem.limit) == ("address.model_vanished", "vanha", 3)


def test_what_stood_at_an_anchor_of_a_page_that_moved_is_asked_for():
    step = "mallit/vanha/polku/#vaihe-a"
    history = a_history("mallit/vanha/", step, moved=[a_moved("mallit/vanha/", "mallit/malli/")])

    problem = the_one(address_checks.parts_have_a_counterpart, a_model(), history=history)

    assert (problem.code, problem.found, problem.mend) == ("address.parts_vanished", "/mallit/vanha/polku/", "#vaihe-a")
    answered = a_history("mallit/vanha/", step, moved=[a_moved("mallit/vanha/", "mallit/malli/"), a_moved(step)])
    assert found(address_checks.parts_have_a_counterpart, a_model(), history=answered) == []


def test_an_address_that_remains_or_has_moved_is_right():
    history = a_history("mallit/malli/", "mallit/vanha/", moved=[a_moved("mallit/vanha/", "mallit/malli/")])

    assert found(address_checks.published_addresses_remain, a_model(), history=history) == []


@pytest.mark.parametrize(
    ("address", "unread"),
    [
        ("mallit/rikki/polku/", {"unreadable_models": frozenset({"rikki"})}),
        ("roolit/nurse/", {"unreadable_models": frozenset({"rikki"})}),
        ("roolit/nurse/", {"unreadable_vocabularies": frozenset({"roles"})}),
        ("sanasto/#termi-a", {"unreadable_vocabularies": frozenset({"glossary"})}),
    ],
)
def test_of_what_cannot_be_read_no_address_is_called_vanished(address: str, unread: dict[str, Any]):
    assert found(address_checks.published_addresses_remain, history=a_history(address), **unread) == []
    assert found(address_checks.moved_addresses_lead_somewhere, history=a_history(moved=[a_moved("mallit/x/", address)]), **unread) == []


def test_a_redirect_from_an_address_still_in_use_or_to_nowhere_is_reported():
    moved = [a_moved("mallit/malli/", "mallit/ei-ole/", PLACE), a_moved("mallit/vanha/", where=ELSEWHERE)]

    problems = found(address_checks.moved_addresses_lead_somewhere, a_model(), history=a_history(moved=moved))

    assert [(each.code, each.where) for each in problems] == [("address.moved_exists", PLACE), ("address.target_missing", PLACE)]
    assert (
        found(
            address_checks.moved_addresses_lead_somewhere, a_model(), history=a_history(moved=[a_moved("mallit/vanha/", "mallit/malli/")])
        )
        == []
    )


def test_the_id_of_a_checklist_item_that_is_gone_is_not_given_to_another():
    model = a_model(checklist=(an_item("vanha"), an_item("uusi")))
    history = a_history(moved=[a_moved("mallit/malli/tarkistuslista/#kohta-vanha")])

    problem = the_one(address_checks.item_ids_are_not_reused, model, history=history)

    assert (problem.code, problem.found, problem.where) == ("item.reused", "vanha", model.where)
    assert found(address_checks.moved_addresses_lead_somewhere, model, history=history) == []


def test_a_checklist_item_is_not_dropped_without_a_word():
    dropped = "mallit/malli/tarkistuslista/#kohta-vanha"

    problem = the_one(address_checks.published_addresses_remain, a_model(), history=a_history(dropped))

    assert (problem.code, problem.found) == ("address.vanished", f"/{dropped}")
    assert found(address_checks.published_addresses_remain, a_model(), history=a_history(dropped, moved=[a_moved(dropped)])) == []


def test_new_addresses_are_noted_once_a_model_and_not_for_drafts():
    model = a_model()
    everything = tuple(urls.of_model(model))
    stems = {model.where.file: "malli"}

    note = the_one(address_checks.new_addresses_are_locked, model, file_stems=stems, history=a_history(*everything[1:]))

    assert (note.code, note.limit, note.severity, note.where) == ("address.unlocked", 1, Severity.NOTE, model.where)
    assert found(address_checks.new_addresses_are_locked, model, file_stems=stems, history=a_history(*everything)) == []
    assert found(address_checks.new_addresses_are_locked, model) == []


def test_what_is_told_of_a_page_holds_for_what_stood_on_it():
    history = a_history("mallit/vanha/polku/", "mallit/vanha/polku/#vaihe-a", moved=[a_moved("mallit/vanha/", "mallit/malli/")])

    assert found(address_checks.published_addresses_remain, a_model(), history=history) == []


def test_a_redirect_may_lead_to_a_page_that_people_wrote():
    history = a_history(moved=[a_moved("mallit/vanha/", "tietoa/")])

    assert found(address_checks.moved_addresses_lead_somewhere, history=history, authored=frozenset({"tietoa/"})) == []


@pytest.mark.parametrize(
    ("lines", "code", "shown"),
    [
        ("a/\tbcdfg\nb/\tbcdfg\n", "address.code_twice", "bcdfg"),
        ("a/\t../..\n", "address.code", "../.."),
        ("a/\tbcdfg\na/\tbcdfh\n", "address.locked_twice", "/a/"),
    ],
)
def test_a_code_is_well_formed_and_given_once(lines: str, code: str, shown: str):
    history = History(published=lock_file.published(lines, "models/history/published.txt"))

    problem = the_one(address_checks.codes_are_given_once, history=history)

    assert (problem.code, problem.found, problem.where.line) == (code, shown, lines.count("\n"))


def test_lines_of_their_own_codes_and_lines_without_one_are_right():
    history = History(published=lock_file.published("a/\tbcdfg\nb/\tbcdfh\nc/\nd/\n", "models/history/published.txt"))

    assert found(address_checks.codes_are_given_once, history=history) == []
