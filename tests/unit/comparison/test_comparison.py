"""The comparison: what a model answers, what is said where it does not, and which costs may be compared."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from builders import (
    HERE,
    a_catalog,
    a_figure,
    a_gap,
    a_lane,
    a_model,
    a_pathway,
    a_provenance,
    a_ref,
    a_relation,
    a_role,
    a_role_in_model,
    a_start,
    a_statement,
    a_step,
    a_text,
    a_way,
    an_exit,
    an_organisation,
    an_upkeep,
    results,
)
from building import ROOT
from mallisto.catalog.catalog import Catalog
from mallisto.comparison import ASPECTS, GROUPS, Cell, grounds, verdict
from mallisto.export import comparison as export
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import Language
from mallisto.model import Answer as Closed
from mallisto.model import Basics, Basis, Cost, Entry, Figure, HandOver, How, Modality, Model, Participant, Results, Successor, Vocabulary
from mallisto.pages.choosing.comparison import MOST_LETTERS, MOST_ON_PAGE, column_file, comparison
from mallisto.pages.choosing.relations import MOST_DRAWN, relations
from mallisto.pages.elements.page_context import PageContext
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from webpage import Webpage, read_page

SCHEMAS = Schemas.load(ROOT / "schemas")
FINNISH = Language.of("fi", SCHEMAS)
SAID = replace(a_provenance(), source=a_ref("lahde"))
QUESTIONS = {question.id: question for group in GROUPS for question in group.questions}


def answered(question: str, model: Model, vocabulary: Vocabulary | None = None) -> Cell:
    return QUESTIONS[question].answer(FieldReader(model, a_catalog(model, vocabulary=vocabulary), FINNISH))


def texts(answer: Cell) -> list[str]:
    return [each.words for each in answer.values]


def page_of(catalog: Catalog) -> Webpage:
    return read_page(str(comparison(PageContext.for_address(catalog, FINNISH, "vertailu/"))))


def many(number: int) -> Catalog:
    return a_catalog(*(a_model(f"malli-{each:03}") for each in range(number)))


def costing(*figures: Figure, id: str = "malli") -> Model:  # noqa: A002 - the field's own name
    return a_model(id, cost=Cost(figures=figures, notes=()))


def a_cost(**rest: object) -> Figure:
    return a_figure("hinta", **{"value": 100, "unit": "euros-per-client", "price_year": 2020, "includes": (a_text("palkat"),)} | rest)


def said_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    return verdict(grounds(costing(each, id=f"malli-{number}")) for number, each in enumerate(figures))


def test_a_question_without_an_answer_is_unknown_in_words():
    answer = answered("tyovalineet", a_model())

    assert answer.values == ()
    assert answer.words(FINNISH) == "ei tiedossa"


def test_the_gaps_of_a_field_and_of_its_parts_tell_what_is_missing():
    gaps = (a_gap("tools", a_text("Välineitä ei nimetä.")), a_gap("tools.maturity", a_text("Kypsyyttä ei kerrota.")), a_gap("cost.figures"))

    answer = answered("tyovalineet", a_model(gaps=gaps))

    assert [each.words for each in answer.missing] == ["Välineitä ei nimetä.", "Kypsyyttä ei kerrota."]
    assert answer.words(FINNISH).startswith("ei tiedossa\nVälineitä ei nimetä.")


def test_a_closed_question_nobody_can_answer_is_unknown_and_says_why():
    referral = Closed(where=HERE, provenance=a_provenance(), value="unknown", text=a_text("Lähetteestä ei kerrota."))
    how = How(idea=(), goals=(), principles=(), methods=(), components=(), entry=Entry(routes=(), referral=referral, voluntary=None))

    answer = answered("lahete", a_model(how=how))

    assert answer.values == ()
    assert [str(each.text) for each in answer.missing] == ["Lähetteestä ei kerrota."]


def test_every_value_tells_how_it_is_known_and_where_it_stands():
    from_source = replace(a_provenance(Modality.REPORTED), source=a_ref("lahde"), heading=a_ref("alku"))
    told = [a_statement("a", provenance=from_source), a_statement("b", provenance=a_provenance(None, basis=Basis.EDITORIAL))]

    answer = answered("raportoitu", a_model(results=results(claims=told)))

    assert [(each.known.words, str(each.known.place or ""), each.anchor) for each in answer.values] == [
        ("Ilmoitettu tapahtuneeksi", "alku", "tieto-a"),
        ("Toimituksen teksti", "", "tieto-b"),
    ]


def test_experiences_stand_apart_from_reports_and_expectations_from_both():
    of = {
        kind: a_statement(kind, text=a_text(kind), provenance=a_provenance(Modality(kind)))
        for kind in ("reported", "experienced", "expected")
    }
    model = a_model(results=results(claims=[of["reported"], of["experienced"]], expected_results=[of["expected"]]))

    group = next(each for each in GROUPS if each.id == "tulokset")

    assert texts(answered("raportoitu", model)) == ["reported"]
    assert texts(answered("koettu", model)) == ["experienced"]
    assert texts(answered("odotettu", model)) == ["expected"]
    assert "odotettu" not in {each.id for each in group.questions}


def test_of_result_figures_the_totals_stand_and_a_missing_unit_is_said():
    total, part = a_figure("kaikki", 3, unit="unknown"), a_figure("osa", 2, group=a_ref("kaikki"))

    answer = answered("luvut", a_model(results=Results(**{**_lists(), "figures": (total, part)})))

    assert texts(answer) == ["3 Lähde ei kerro yksikköä. kaikki"]


def _lists() -> dict[str, tuple[()]]:
    return dict.fromkeys(("claims", "consistency_notes", "expected_results", "lessons", "next_steps", "vision"), ())


def _between_lanes(hands_over: HandOver | None) -> Model:
    """From the municipality to the team and back; `hands_over` is what is said of the way there."""
    lanes = (
        a_lane("asiakas"),
        a_lane("kunta", "organisation", organisation=a_ref("kunta")),
        a_lane("tiimi", "team", organisation=a_ref("tiimi")),
    )
    pathway = a_pathway(
        a_start("alku", "ohjaus"),
        a_step("ohjaus", a_way("tapaaminen", hands_over=hands_over), "loppu", lane="kunta", provenance=SAID),
        a_step("tapaaminen", "loppu", lane="tiimi", taking_part=(a_ref("asiakas"),)),
        an_exit("loppu", lane="kunta"),
        lanes=lanes,
    )
    return a_model(pathway=pathway)


def test_steps_and_the_clients_steps_are_counted():
    model = _between_lanes(None)

    assert texts(answered("vaiheet", model))[0].startswith("4 vaihetta")
    assert texts(answered("asiakkaan-vaiheet", model)) == ["2 vaihetta kaikkiaan 4 vaiheesta"]
    assert answered("kesto", model).values == ()


def test_only_a_hand_over_that_is_said_is_told_and_it_is_known_as_its_step_is():
    answer = answered("siirrot", _between_lanes(HandOver.WHEN_NEEDED))

    assert [(each.words, each.known.kind, each.anchor) for each in answer.values] == [
        ("ohjaus kunta → tiimi tarvittaessa", "described", "vaihe-ohjaus")
    ]


def test_of_lanes_that_change_it_is_not_known_whether_responsibility_passes():
    answer = answered("siirrot", _between_lanes(None))

    assert answer.words(FINNISH) == "ei tiedossa"


def test_a_duration_that_editors_inferred_bears_their_mark():
    steps = (
        a_start("alku", "loppu", duration=a_text("2 päivää"), inferred=("duration",), provenance=SAID),
        an_exit("loppu", duration=a_text("1 päivä"), provenance=SAID),
    )

    answer = answered("kesto", a_model(pathway=a_pathway(*steps)))

    assert [(str(each.text), each.known.kind) for each in answer.values] == [("2 päivää", "editorial"), ("1 päivä", "described")]


def test_a_review_says_what_was_compared_and_whether_the_implementer_has_been_asked():
    answer = answered("tarkistettu", a_model(upkeep=an_upkeep("2026-11-21", implementer_asked="not_asked")))

    assert [str(each.text) for each in answer.values] == [
        "Kuvaus verrattu lähteeseen (päiväämätön) 21.11.2026. Toteuttajalta ei ole kysytty."
    ]


def test_the_client_is_no_member_of_the_staff():
    roles = (replace(a_role("client"), kind="client"), a_role("nurse"))
    model = a_model(people_roles=(a_role_in_model("client"), a_role_in_model("nurse")))

    answer = answered("roolit", model, Vocabulary(roles=roles))

    assert texts(answer) == ["nurse aina"]


def test_bodies_stand_beside_their_successors_the_changed_ones_first():
    old = an_organisation("vanha", replaced_by=(Successor(organisation=a_ref("uusi"), since="2025-01-01", note=None),))
    ended, same = an_organisation("loppunut", valid_until="2024-12-31"), an_organisation("sama")
    named = tuple(
        Participant(where=HERE, provenance=a_provenance(), organisation=a_ref(each), part="partner", note=None)
        for each in ("sama", "loppunut", "vanha")
    )
    basics = Basics(period=None, place=None, organisations=named, programme=(), funding=(), links=())

    answer = answered("tahot", a_model(basics=basics), Vocabulary(organisations=(old, ended, same, an_organisation("uusi"))))

    assert texts(answer) == ["vanha Nyt: uusi, 1.1.2025 alkaen", "sama Muutosta ei ole tiedossa.", "loppunut Päättyi 31.12.2024"]


def test_gaps_that_concern_evidence_come_first():
    gaps = (a_gap("tools", a_text("väline")), a_gap("cost.figures", a_text("hinta")), a_gap("results.claims", a_text("tulos")))

    answer = answered("puuttuu", a_model(gaps=gaps))

    assert [str(each.text) for each in answer.values] == ["hinta", "tulos", "väline"]


def test_costs_of_nobody_or_of_one_are_compared_with_nothing():
    assert said_of([]) == ("none",)
    assert said_of([a_cost()]) == ("one",)
    assert verdict([grounds(a_model()), grounds(costing(a_cost()))]) == ("one",)


def test_costs_that_rest_on_the_same_grounds_may_be_compared():
    assert said_of([a_cost(), a_cost(value=200)]) == ("comparable",)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"unit": "euros"}, "unit"),
        ({"population": a_text("nuoret")}, "population"),
        ({"price_year": 2019}, "price-year"),
        ({"includes": (a_text("palkat"), a_text("tilat"))}, "contents"),
        ({"includes": (), "excludes": (a_text("palkat"),)}, "contents"),
        ({"provenance": a_provenance(Modality.PLANNED)}, "known"),
    ],
)
def test_costs_that_rest_on_other_grounds_may_not_and_the_reason_is_known(other: dict[str, object], reason: str):
    assert said_of([a_cost(), a_cost(**other)]) == (reason,)


@pytest.mark.parametrize(
    ("untold", "reason"), [({"unit": "unknown"}, "unit"), ({"price_year": None}, "price-year"), ({"includes": ()}, "contents")]
)
def test_what_two_costs_do_not_tell_is_not_the_same(untold: dict[str, object], reason: str):
    assert said_of([a_cost(**untold), a_cost(**untold)]) == (reason,)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_verdict_and_every_question_has_its_words(code: str):
    language = Language.of(code, SCHEMAS)

    titles = [each.title(language) for each in QUESTIONS.values()]

    assert len(set(titles)) == len(titles)
    assert all(language.say(f"compare.cost.{aspect}") for aspect in ASPECTS)


def test_the_page_holds_few_models_and_leaves_the_rest_to_be_fetched():
    few, too_many = page_of(many(MOST_ON_PAGE)), page_of(many(MOST_ON_PAGE + 1))

    assert len(few.all("td", **{"data-row": "vaiheet"})) == MOST_ON_PAGE
    assert too_many.all("td", role="cell", **{"data-row": "vaiheet"}) == []
    assert [each["data-column"] for each in too_many.all("input", name="malli")][:1] == ["../mallit/malli-000/vertailu.json"]


def test_a_column_alone_is_what_the_page_shows():
    catalog = many(2)

    file = column_file(catalog.models[1], catalog, FINNISH)
    column = read_page(json.loads(file.content)["column"])

    on_page = [each for each in page_of(catalog).elements if each["data-model"] == "malli-001"]
    assert [(each.attributes, each.text) for each in column.elements if each["data-model"]] == [
        (each.attributes, each.text) for each in on_page
    ]
    assert len(on_page) == len(QUESTIONS) + 1


def test_long_answers_unfold_and_a_single_value_is_never_left_to_unfold():
    long = [a_statement(f"tieto-{each}", text=a_text("x" * (MOST_LETTERS // 2))) for each in range(5)]
    two = replace(a_model("kaksi"), results=results(claims=long[:3]))
    five = replace(a_model("viisi"), results=results(claims=long))

    summaries = [each.text for each in page_of(a_catalog(two, five)).all("summary")]

    assert summaries == ["ja 3 muuta"]


def test_the_table_of_all_models_has_a_row_for_each_a_column_for_each_question_and_no_formula():
    models = (a_model("yksi", short_name=a_text("=cmd()")), a_model("kaksi", short_name=a_text("kaksi")))

    file = export.file(a_catalog(*models), FINNISH)
    lines = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))

    assert file.path == "vertailu/vertailu.fi.csv"
    assert [line[0] for line in lines] == ["Malli", "kaksi", "'=cmd()"]
    assert lines[0][1:] == [*(each.title(FINNISH) for each in QUESTIONS.values()), "Lisenssi"]
    assert len(set(lines[0])) == len(QUESTIONS) + 2
    assert {len(line) for line in lines} == {len(QUESTIONS) + 2}
    assert {line[-1] for line in lines[1:]} == {"CC BY 4.0"}


def test_relations_are_drawn_while_models_are_few_and_listed_always():
    related = a_model("malli-a", relations=(a_relation("mentions", name="Hanke"),))
    rest = [a_model(f"malli-b{each:02}") for each in range(MOST_DRAWN)]

    few = relations(PageContext.for_address(a_catalog(related), FINNISH, "vertailu/"))
    many_of_them = relations(PageContext.for_address(a_catalog(related, *rest), FINNISH, "vertailu/"))

    assert few.figure is not None
    assert many_of_them.figure is None
    assert [str(each[0]) for each in many_of_them.models] == ["malli-a"]


def test_that_two_models_are_similar_is_drawn_once_and_what_both_name_stands_once():
    one = a_model("yksi", relations=(a_relation("similar", model="kaksi"), a_relation("mentions", name="Hanke")))
    other = a_model("kaksi", relations=(a_relation("similar", model="yksi"), a_relation("based_on", name="Hanke")))

    figure = relations(PageContext.for_address(a_catalog(one, other), FINNISH, "vertailu/")).figure

    assert figure is not None
    assert sorted(each.kind for each in figure.lines) == ["based_on", "mentions", "similar"]
    assert [each.kind for each in figure.boxes] == ["model", "model", "outside"]


def test_boxes_of_the_figure_do_not_overlap():
    models = [
        a_model(f"malli-{each}", relations=tuple(a_relation("mentions", name=f"Hanke {each} {one}") for one in range(each)))
        for each in range(5)
    ]

    figure = relations(PageContext.for_address(a_catalog(*models), FINNISH, "vertailu/")).figure

    assert figure is not None
    for kind in ("model", "outside"):
        tops = sorted(each.y for each in figure.boxes if each.kind == kind)
        assert all(after - before >= figure.box_height for before, after in pairwise(tops))
    assert all(0 <= each.y <= figure.height - figure.box_height for each in figure.boxes)
