"""A model's state in words: an ended project period says nothing of what came after, and a review says what was compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_model, a_period, a_relation, a_source, an_upkeep
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.i18n.status_text import lifecycle_sentence, lifecycle_text, review_sentence, translation_note
from mallisto.model import Translation
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

SCHEMAS = Schemas.load(ROOT / "schemas")
FINNISH = Language.of("fi", SCHEMAS)


def test_of_an_ended_project_period_the_day_is_told_and_that_the_rest_is_not_known():
    model = a_model(period=a_period("2018-06-01", "2020-05-31"))

    assert lifecycle_text(model.runs, FINNISH) == "Hankekausi päättyi 31.5.2020"
    assert lifecycle_sentence(model.runs, FINNISH) == "Hankekausi päättyi 31.5.2020. Jatkosta ei ole tietoa: tarkista alueelta."


def test_of_a_model_with_a_continuation_nobody_says_that_none_is_known():
    model = a_model(period=a_period("2018-06-01", "2020-05-31"), relations=(a_relation("continues_as", name="Jatko"),))

    said = lifecycle_sentence(model.runs, FINNISH)

    assert said == "Hankekausi päättyi 31.5.2020. Mallin sivulla kerrotaan jatkosta: tarkista alueelta, mitä on käytössä nyt."


@pytest.mark.parametrize("period", [None, a_period("2018-06-01", None)])
def test_where_the_day_is_not_known_none_is_told(period: object):
    assert lifecycle_sentence(a_model(period=period).runs, FINNISH) == "Hankekausi on päättynyt. Jatkosta ei ole tietoa: tarkista alueelta."


def test_the_end_of_a_period_says_nothing_of_a_model_that_is_not_marked_as_ended():
    status = replace(a_model().status, lifecycle="unknown")

    assert lifecycle_text(a_model(status=status, period=a_period("2018-06-01", "2020-05-31")).runs, FINNISH) == "Ei tiedetä, toimiiko nyt"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_interface_string_says_that_a_client_can_no_longer_be_directed_somewhere(code: str):
    denied = ("ei voi enää ohjata", "inte längre hänvisas", "no longer be directed")

    assert [key for key, words in Language.of(code, SCHEMAS).strings.items() if any(each in words for each in denied)] == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (None, ""),
        ("not_asked", " Toteuttajalta ei ole kysytty."),
        ("no_answer", " Toteuttajalta on kysytty, mutta vastausta ei ole saatu."),
        ("confirmed", " Toteuttaja on vahvistanut kuvauksen."),
    ],
)
def test_a_review_names_the_month_of_its_source_and_says_of_the_implementer_only_what_the_data_does(asked: str | None, said: str):
    source = replace(a_source(), published="2019-11-04", modified="2020-06-11")

    line = review_sentence(an_upkeep("2026-11-21", sources=(source,), implementer_asked=asked), FINNISH)

    assert line == f"Kuvaus verrattu lähteeseen (6/2020) 21.11.2026.{said}"


def test_several_sources_are_all_named_and_one_without_a_date_says_so():
    sources = (replace(a_source("a"), published="2018"), a_source("b"))

    assert review_sentence(an_upkeep("2026-11-21", sources=sources), FINNISH) == "Kuvaus verrattu 2 lähteeseen 21.11.2026."


def test_a_page_is_called_a_translation_only_where_there_is_one():
    missing, partial = Translation(status="missing", updated=None), Translation(status="partial", updated=None)
    upkeep = an_upkeep(sv=missing, en=partial)

    said = {code: translation_note(upkeep, Language.of(code, SCHEMAS)) for code in LANGUAGES}

    assert said == {
        "fi": "",
        "sv": "Endast på finska.",
        "en": "This is a courtesy translation. The Finnish text is authoritative.",
    }
