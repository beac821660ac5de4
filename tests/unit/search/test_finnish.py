"""Base forms of Finnish words, the parts of compounds, words of one root, and every form of a word."""

from __future__ import annotations

import pytest

from builders import SmallLexicon
from mallisto.search.finnish import Finnish

# A dictionary of forms as small as the tests allow: base form, then some of its forms.
PARADIGMS = {
    "työ": "työn työtä työssä työhön",
    "kyky": "kyvyn kykyä kyvyssä kykyyn kyvyllä kyvyt kyvystä kykyjä kykyjäni kykyjänsä",
    "työkyky": "työkyvyn työkykyä työkyvyssä työkykyyn työkyvyllä",
    "toiminta": "toiminnan toimintaa toiminnassa",
    "toimintakyky": "toimintakyvyn toimintakykyä toimintakyvyssä toimintakyvyllä",
    "keskus": "keskuksen keskusta keskuksessa keskuksia keskukseen",
    "lähete": "lähetteen lähetettä lähetteellä lähetteitä",
    "valmennus": "valmennuksen valmennusta valmennuksessa",
    "valmentaja": "valmentajan valmentajaa valmentajalta",
    "perhe": "perheen perhettä",
    "ryhmä": "ryhmän ryhmää ryhmät",
    "perheryhmä": "perheryhmän perheryhmää perheryhmät",
    "leiri": "leirin leiriä leirit",
    "hoito": "hoidon hoitoa",
    "nainen": "naisen naista",
    "tutkimus": "tutkimuksen tutkimusta",
}
LEXICON = SmallLexicon({form: base for base, forms in PARADIGMS.items() for form in (base, *forms.split())})


@pytest.fixture
def finnish() -> Finnish:
    return Finnish(lambda: LEXICON)


def test_a_compound_that_the_dictionary_lacks_has_the_base_and_the_forms_of_its_last_part(finnish: Finnish):
    assert finnish.lemma("toimintakykykeskuksessa") == "toimintakykykeskus"
    assert "toimintakykykeskusta" in finnish.paradigm("toimintakykykeskus")
    assert finnish.lemma("lähetexyzssa") == "lähetexyzssa", "no word ends so"


def test_a_piece_of_a_compound_may_stand_in_the_genitive_or_end_in_s(finnish: Finnish):
    assert finnish.parts("perheenleiri") == ("perhe", "leiri")
    assert finnish.parts("naistutkimus") == ("nainen", "tutkimus")


def test_a_piece_of_a_compound_may_stand_in_a_local_case(finnish: Finnish):
    assert finnish.parts("työssävalmennus") == ("työ", "valmennus")


def test_a_word_in_the_genitive_and_the_next_say_the_same_as_their_compound(finnish: Finnish):
    assert finnish.joined("toiminnan kyvystä")["toimintakyky"] == 1
    assert "toimintakyky" not in finnish.joined("toiminta kyvystä")
    assert "perheleiri" not in finnish.joined("perheen leiri"), "no word of the dictionary"


def test_a_word_that_begins_a_sentence_is_no_name(finnish: Finnish):
    assert finnish.lemma("Lähetteellä") == finnish.lemma("lähetteellä") == "lähete"


def test_a_compound_is_cut_into_as_few_words_as_possible_and_those_in_turn(finnish: Finnish):
    assert finnish.parts("toimintakykykeskus") == ("toimintakyky", "keskus", "toiminta", "kyky")


def test_what_is_no_compound_has_no_parts(finnish: Finnish):
    assert finnish.parts("lähete") == ()
    assert finnish.parts("xyzkeskusxyz") == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("työ- ja toimintakyky", "työkyky"),
        ("työ- tai toimintakyvyn", "työkyky"),
        ("perhe-, työ- ja toimintakyvyn", "perhekyky"),
        ("perheryhmät ja -leirit", "perheleiri"),
    ],
)
def test_the_word_behind_a_suspended_hyphen_is_found(finnish: Finnish, text: str, word: str):
    assert word in finnish.lemmas(text)


@pytest.mark.parametrize("written", ["TOIKE", "TOIKEssa", "TOIKEen", "TOIKE:n"])
def test_an_abbreviation_is_found_without_its_ending(finnish: Finnish, written: str):
    assert "toike" in finnish.lemmas(written)


def test_letters_with_dots_are_kept(finnish: Finnish):
    assert finnish.lemma("lähetteellä") == "lähete"


def test_words_of_one_root_are_kin(finnish: Finnish):
    assert finnish.kin("valmentaja") == ("valmennus",)


def test_a_first_part_may_stand_in_any_case(finnish: Finnish):
    assert finnish.parts("työhönvalmentaja") == ("työ", "valmentaja")
