"""What stands beside Finnish texts: the stemmer then meets every form a reader may type."""

from __future__ import annotations

import pytest

from builders import SmallLexicon
from mallisto.search.finnish import Finnish
from mallisto.search.stemmer import Stemmer

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
stem = Stemmer("fi")


LEXICON = SmallLexicon({form: base for base, forms in PARADIGMS.items() for form in (base, *forms.split())})


@pytest.fixture
def finnish() -> Finnish:
    return Finnish(lambda: LEXICON)


def _stems(finnish: Finnish, *texts: str) -> set[str]:
    """The stems a text is found by: its own and those of what stands beside it."""
    return {stem(word.lower()) for text in texts for word in text.split()} | {stem(word) for word in finnish.expansion(texts, stem)}


@pytest.mark.parametrize("asked", ["kyky", "kyvyn", "kyvyllä", "kykyä", "kykyjä"])
@pytest.mark.parametrize("written", ["kyky", "kyvyssä", "kykyyn"])
def test_any_form_meets_any_form(finnish: Finnish, written: str, asked: str):
    assert stem(asked) in _stems(finnish, written)


@pytest.mark.parametrize("asked", ["toimintakykykeskuksessa", "keskus", "keskuksia", "toimintakyvyllä", "kyvyn", "toiminta"])
def test_a_compound_is_found_by_its_parts_in_any_form(finnish: Finnish, asked: str):
    assert stem(asked) in _stems(finnish, "toimintakykykeskus")


def test_a_piece_of_a_compound_may_stand_in_the_genitive_or_end_in_s(finnish: Finnish):
    assert finnish.parts("perheenleiri") == ("perhe", "leiri")
    assert finnish.parts("naistutkimus") == ("nainen", "tutkimus")


def test_a_piece_of_a_compound_may_stand_in_a_local_case(finnish: Finnish):
    assert finnish.parts("työssävalmennus") == ("työ", "valmennus")


def test_a_word_in_the_genitive_and_the_next_say_the_same_as_their_compound(finnish: Finnish):
    assert finnish.lemmas("toiminnan kyvystä")["toimintakyky"] == 1
    assert "toimintakyky" not in finnish.lemmas("toiminta kyvystä")
    assert "perheleiri" not in finnish.lemmas("perheen leiri"), "no word of the dictionary"


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
    assert "lähete" in finnish.expansion(["lähetteellä"], stem) or stem("lähete") == stem("lähetteellä")


def test_words_of_one_root_are_kin(finnish: Finnish):
    assert tuple(finnish.kin("valmentaja")) == ("valmennus",)
    assert "valmennus" in finnish.family(["valmentajalta"], stem)


def test_what_is_said_often_stands_beside_the_text_often(finnish: Finnish):
    once, thrice = (finnish.expansion([text], stem) for text in ("toimintakykykeskus", "toimintakykykeskus " * 3))

    assert thrice.count("keskus") > once.count("keskus") > 0


def test_a_text_of_another_stemmer_gets_the_forms_that_stemmer_needs(finnish: Finnish):
    swedish = Stemmer("sv")
    assert len(finnish.forms("keskus", swedish)) >= 1
    assert {"keskus"} <= set(finnish.forms("keskus", swedish))


def test_what_was_learnt_needs_no_lexicon_and_says_the_same(finnish: Finnish):
    texts = ["toimintakykykeskus", "työ- ja toimintakyvyn", "valmentajalta"]
    expected = finnish.expansion(texts, stem), finnish.family(texts, stem)

    again = Finnish(_no_lexicon, finnish.known)

    assert (again.expansion(texts, stem), again.family(texts, stem)) == expected


def test_what_is_new_is_told_once(finnish: Finnish):
    finnish.expansion(["keskus"], stem)
    first = finnish.news()
    finnish.expansion(["keskus", "lähetteellä"], stem)

    assert set(first["lemma"]) == {"keskus"}
    assert set(finnish.news()["lemma"]) == {"lähetteellä"}
    assert finnish.news() == {}


def test_what_another_learnt_needs_no_lexicon(finnish: Finnish):
    expected = finnish.expansion(["lähetteellä"], stem)
    other = Finnish(_no_lexicon)

    other.learn(finnish.news())

    assert other.expansion(["lähetteellä"], stem) == expected
    assert other.news() == {}


def _no_lexicon() -> SmallLexicon:
    raise AssertionError("everything was learnt before")
