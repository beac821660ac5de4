"""One language speaks: dates, numbers, and the best text there is, marked where it is another language's."""

from __future__ import annotations

from functools import cache

import pytest
from markupsafe import Markup, escape

from builders import a_text
from building import ROOT
from mallisto.i18n.language import Language, LocalizedText, _strings
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas


@cache
def language(code: str) -> Language:
    return Language.of(code, Schemas.load(ROOT / "schemas"))


@pytest.mark.parametrize(
    ("code", "day", "month", "year"),
    [("fi", "1.6.2018", "6/2018", "2018"), ("sv", "1.6.2018", "6/2018", "2018"), ("en", "1 June 2018", "June 2018", "2018")],
)
def test_a_date_is_written_as_the_language_writes_it(code: str, day: str, month: str, year: str):
    assert [language(code).date(each) for each in ("2018-06-01", "2018-06", "2018")] == [day, month, year]


@pytest.mark.parametrize(("code", "said"), [("fi", "1\u00a0234\u00a0567"), ("sv", "1\u00a0234\u00a0567"), ("en", "1,234,567")])
def test_a_number_has_the_languages_separator_and_never_breaks(code: str, said: str):
    assert language(code).number(1234567) == said
    assert language(code).number(999) == "999"


@pytest.mark.parametrize(("code", "said"), [("fi", "1\u00a0234,5"), ("sv", "1\u00a0234,5"), ("en", "1,234.5")])
def test_decimals_have_the_languages_mark(code: str, said: str):
    assert language(code).number(1234.5) == said


def test_a_period_may_be_open_or_unknown():
    finnish, english = language("fi"), language("en")

    assert finnish.period("2018-06-01", "2020-05-31") == "1.6.2018 – 31.5.2020"
    assert finnish.period("2018", None) == "2018 alkaen"
    assert english.period(None, "2020-05") == "until May 2020"
    assert language("sv").period(None, None) == "uppgift saknas"


def test_a_text_of_the_own_language_is_not_marked():
    assert [language(code).pick(a_text("a", "b", "c")) for code in LANGUAGES] == [
        LocalizedText("a"),
        LocalizedText("b"),
        LocalizedText("c"),
    ]


@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_missing_translation_is_finnish_and_marked_so(code: str):
    found = language(code).pick(a_text("äiti & <b>", None, None))

    assert found == LocalizedText("äiti & <b>", "fi")
    assert escape(found) == Markup('<span lang="fi">äiti &amp; &lt;b&gt;</span>')
    assert language(code).pick_all((a_text("a", None, None),)) == (LocalizedText("a", "fi"),)


def test_a_text_of_its_own_language_is_marked_only_elsewhere():
    assert language("fi").foreign("Otsikko", "fi") == LocalizedText("Otsikko")
    assert language("sv").foreign("Otsikko", "fi") == LocalizedText("Otsikko", "fi")
    assert (str(LocalizedText("a", "fi")), bool(LocalizedText("")), escape(LocalizedText("<"))) == ("a", False, Markup("&lt;"))


def test_the_schema_gives_the_words_for_fields_and_values():
    assert language("fi").value("status.lifecycle", "ended") == "hankekausi päättynyt"
    assert language("sv").value("status.lifecycle", "ended") == "projektperioden avslutad"
    assert language("fi").title("how.entry.referral") != language("en").title("how.entry.referral")
    assert language("fi").value("pathway.steps.channel", "phone")
    with pytest.raises(KeyError):
        language("fi").value("status.lifecycle", "hankekausi päättynyt")


def test_a_missing_string_is_a_mistake_and_gaps_are_filled():
    with pytest.raises(KeyError):
        language("fi").say("ei.ole")
    assert language("fi").say("period.from", date="2018") == "2018 alkaen"
    assert [language(code).prefix for code in LANGUAGES] == ["", "sv/", "en/"]


def test_the_three_files_of_strings_have_the_same_keys():
    assert set(_strings("fi")) == set(_strings("sv")) == set(_strings("en"))
