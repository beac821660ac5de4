"""Texts as terms, and the keys by which a browser comes from a typed word to a term."""

from __future__ import annotations

import pytest

from builders import SmallLexicon, a_catalog
from mallisto.search.analysis import Analyzer, Counts, Match, cut, fold
from mallisto.search.finnish import Finnish

PARADIGMS = {
    "kyky": "kyvyn kykyä kyvyssä kykyyn kyvyllä kyvyt kyvystä kykyjä",
    "toiminta": "toiminnan toimintaa toiminnassa",
    "toimintakyky": "toimintakyvyn toimintakykyä toimintakyvyssä toimintakyvyllä",
    "valmennus": "valmennuksen valmennusta valmennuksessa",
    "valmentaja": "valmentajan valmentajaa valmentajalta",
    "ja": "",
}
LEXICON = SmallLexicon({form: base for base, forms in PARADIGMS.items() for form in (base, *forms.split())})


@pytest.fixture
def analyzer() -> Analyzer:
    return Analyzer(Finnish(lambda: LEXICON), a_catalog())


def counted(analyzer: Analyzer, text: str, code: str = "fi") -> Counts:
    counts: Counts = {}
    analyzer.count(text, code, counts, 1.0)
    return counts


def reached(analyzer: Analyzer, text: str, typed: str) -> set[str]:
    """The terms to which a typed word leads in an index of a text."""
    word = fold(typed)
    wanted = {word, cut(word)}
    terms = {term for term, _ in counted(analyzer, text)}
    return (wanted & terms) | {term for key, term in analyzer.keys(text) if key in wanted}


@pytest.mark.parametrize("asked", ["kyky", "kyvyn", "kyvyllä", "kykyä", "kykyjä", "kyvyistäkin", "kykyjäni"])
@pytest.mark.parametrize("written", ["kyky", "kyvyssä", "kykyyn"])
def test_any_form_meets_any_form(analyzer: Analyzer, written: str, asked: str):
    assert "kyky" in reached(analyzer, written, asked)


@pytest.mark.parametrize("asked", ["kyvyn", "toiminnassa", "toimintakyvyllä"])
def test_a_compound_is_found_by_its_parts_in_any_form(analyzer: Analyzer, asked: str):
    assert reached(analyzer, "toimintakyvyssä", asked)


def test_it_is_told_how_a_text_says_a_term(analyzer: Analyzer):
    assert counted(analyzer, "toimintakyvyn") == {
        ("toimintakyky", Match.OWN): 1,
        ("toiminta", Match.COMPOUND): 1,
        ("kyky", Match.COMPOUND): 1,
    }
    assert counted(analyzer, "Valmentajalta")["valmennus", Match.KIN] == 1


def test_a_term_counts_as_often_as_it_is_said(analyzer: Analyzer):
    assert counted(analyzer, "kyky kyvyn toimintakyky") == {
        ("kyky", Match.OWN): 2,
        ("toimintakyky", Match.OWN): 1,
        ("toiminta", Match.COMPOUND): 1,
        ("kyky", Match.COMPOUND): 1,
    }


@pytest.mark.parametrize(("text", "code"), [("ja", "fi"), ("Ja", "fi"), ("och", "sv"), ("The", "en")])
def test_function_words_are_no_terms(analyzer: Analyzer, text: str, code: str):
    assert counted(analyzer, text, code) == {}


def test_other_languages_have_stems_for_terms(analyzer: Analyzer):
    assert counted(analyzer, "kommunerna", "sv") == counted(analyzer, "kommuner", "sv") == {("kommun", Match.OWN): 1}
    assert counted(analyzer, "municipalities", "en").keys() == counted(analyzer, "municipality", "en").keys()


def test_words_that_a_hyphen_joins_are_found_each_by_itself(analyzer: Analyzer):
    assert {"long-term", "long", "term"} == {term for term, _ in counted(analyzer, "long-term", "en")}


def test_two_words_that_say_a_compound_say_it_less_than_the_compound(analyzer: Analyzer):
    assert counted(analyzer, "toiminnan kyvystä")["toimintakyky", Match.COMPOUND] == 1
    assert ("toimintakyky", Match.OWN) not in counted(analyzer, "toiminnan kyvystä")


def test_a_word_that_is_not_inflected_has_no_ending_to_cut():
    uninflected = Analyzer(Finnish(lambda: SmallLexicon({"kesken": "kesken"})), a_catalog())

    assert list(uninflected.keys("kesken")) == []


def test_a_word_whose_base_form_does_not_lead_back_to_it_is_found_as_it_stands(analyzer: Analyzer):
    wrong = Analyzer(Finnish(lambda: SmallLexicon({"palvelut": "xyz"})), a_catalog())

    assert reached(wrong, "palvelut", "palvelua")


def test_marks_on_letters_do_not_matter():
    assert fold("Työkyvyttömyyseläke") == "tyokyvyttomyyselake"


@pytest.mark.parametrize(
    ("form", "left"),
    [("kuntoutuksestakin", "kuntoutuks"), ("kunnissamme", "kunn"), ("lahetteella", "lahette"), ("tyo", "tyo"), ("kela", "kel")],
)
def test_what_may_be_an_ending_is_cut_off(form: str, left: str):
    assert cut(form) == left
