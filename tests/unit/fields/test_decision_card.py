"""The decision card: eight rows in one order, silence that is unknown and never a no, and a word where a value is a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import (
    a_catalog,
    a_figure,
    a_model,
    a_participant,
    a_provenance,
    a_ref,
    a_relation,
    a_role,
    a_role_in_model,
    a_statement,
    a_text,
    an_answer,
    an_organisation,
    results,
)
from building import FIVE, ROOT
from mallisto.build import checking
from mallisto.fields.decision_card import HIGHEST, DecisionCard, decision_card
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import Language
from mallisto.model import Cost, Entry, Modality, Model, People, ResultKind, Vocabulary
from mallisto.model.vocabulary import Successor
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def card_of(model: Model, vocabulary: Vocabulary | None = None) -> DecisionCard:
    return decision_card(FieldReader(model, a_catalog(model, vocabulary=vocabulary), FINNISH))


def with_entry(model: Model, **entry: object) -> Model:
    return replace(model, how=replace(model.how, entry=Entry(**{"routes": (), "referral": None, "voluntary": None} | entry)))


def test_a_silent_model_has_eight_rows_of_which_none_says_no():
    card = card_of(a_model())

    assert [each.title for each in card.rows] == ["Kenelle", "Pääsy", "Tiimi", "Kesto", "Hinta", "Näyttö", "Toimiiko nyt", "Mitä seurasi"]
    assert [each.unknown for each in card.rows if each.id not in ("evidence", "runs-now", "followed")] == ["Ei tiedossa"] * 5


@pytest.mark.parametrize(("value", "words"), [("not_required", "Lähetettä ei tarvita."), ("required", "Lähete tarvitaan.")])
def test_the_way_in_tells_whether_a_referral_is_needed(value: str, words: str):
    row = card_of(with_entry(a_model(), referral=an_answer(value))).way_in

    assert (str(row.values[0].text), row.short, row.unknown) == (words, words, "")


def test_a_way_in_without_a_word_on_the_referral_says_so_quietly():
    row = card_of(with_entry(a_model(), routes=(a_statement(text=a_text("Palvelu ohjaa.")),))).way_in

    assert [str(each.text) for each in row.values] == ["Palvelu ohjaa."]
    assert row.unknown == "Lähetteestä ei ole tietoa"


def test_a_planned_value_has_its_word_and_a_described_one_has_none():
    known = (replace(a_provenance(each), source=a_ref("lahde")) for each in (Modality.PLANNED, Modality.DESCRIBED))
    planned, described = (a_statement(provenance=each) for each in known)

    said = [card_of(with_entry(a_model(), routes=(each,))).way_in.values[0].said for each in (planned, described)]

    assert said == ["suunnitelma", ""]


def test_the_sizes_of_several_teams_are_a_span_and_the_client_is_no_member():
    sizes = (a_figure("a", 5, unit="persons"), a_figure("b", 2, unit="persons"))
    people = People(description=(), staffing=sizes, roles=(a_role_in_model("nurse"), a_role_in_model("client")))
    roles = (a_role("nurse", a_text("hoitaja")), a_role("client", a_text("asiakas"), kind="client"))

    row = card_of(a_model(people=people), Vocabulary(roles=roles)).team

    assert [str(each.text) for each in row.values] == ["2–5 henkilöä", "Hoitaja"]


def test_a_cost_is_the_price():
    row = card_of(a_model(cost=Cost(figures=(a_figure("hinta", 1080, unit="euros-per-client"),), notes=()))).price

    assert str(row.short) == "1\N{NO-BREAK SPACE}080 euroa asiakasta kohti"


def test_what_followed_is_who_continued_or_who_took_the_place_of_the_implementer():
    county = replace(an_organisation("alue"), name=a_text("Alue"))
    district = replace(an_organisation("piiri"), name=a_text("Piiri"), replaced_by=(a_successor("alue"),))
    basics = replace(a_model().basics, organisations=(a_participant("piiri", "implementer"),))

    replaced = card_of(a_model(basics=basics), Vocabulary(organisations=(district, county))).followed
    continued = card_of(a_model(relations=(a_relation("continues_as", name="Jatko"),))).followed

    assert [str(each.text) for each in replaced.values] == ["Piiri, nyt Alue (1.1.2023)"]
    assert replaced.unknown
    assert ([str(each.text) for each in continued.values], continued.unknown) == (["Jatko"], "")


def a_successor(organisation: str) -> Successor:
    return Successor(organisation=a_ref(organisation), since="2023-01-01", note=None)


def test_the_grade_of_evidence_stands_on_the_scale():
    card = card_of(a_model(results=results(claims=[a_statement(result=ResultKind.CHANGE)])))

    assert card.grade is not None
    assert (card.grade.grade, HIGHEST) == (2, 6)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_model_has_a_card_with_eight_answered_or_unknown_rows(code: str):
    result = checking.load(FIVE, date(2026, 11, 22))
    language = Language.of(code, result.schemas)

    for model in result.catalog.models:
        card = decision_card(FieldReader(model, result.catalog, language))
        assert [bool(each.values) or bool(each.unknown) for each in card.rows] == [True] * 8
