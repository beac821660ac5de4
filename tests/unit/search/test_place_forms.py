"""Finnish place names in the cases people write them in."""

from __future__ import annotations

import pytest

from mallisto.search.place_forms import ENDINGS, plain, stems


def _is_form(word: str, name: str) -> bool:
    """Whether a word is a stem of a name and an ending, as the search page takes it apart."""
    found = set(stems(name))
    return plain(word) in found or any(
        plain(word)[:at] in found and plain(word)[at:] in {ending.replace("V", plain(word)[at - 1]) for ending in ENDINGS}
        for at in range(2, len(word))
    )


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Tuusniemi", "Tuusniemen Tuusniemessä Tuusniemelle Tuusniemeltä Tuusniemeen"),
        ("Lahti", "Lahden Lahdessa Lahdesta Lahteen Lahtea"),
        ("Turku", "Turun Turussa Turkuun Turkua"),
        ("Espoo", "Espoon Espoossa Espooseen Espoosta"),
        ("Tampere", "Tampereen Tampereella Tampereelle Tamperetta"),
        ("Seinäjoki", "Seinäjoen Seinäjoella Seinäjoelle"),
        ("Kauniainen", "Kauniaisten Kauniaisissa Kauniaisiin Kauniaista"),
        ("Varkaus", "Varkauden Varkaudessa Varkauteen"),
        ("Nurmes", "Nurmeksen Nurmeksessa"),
        ("Petäjävesi", "Petäjäveden Petäjävedellä Petäjäveteen"),
        ("Harjavalta", "Harjavallan Harjavallassa Harjavaltaan"),
        ("Outokumpu", "Outokummun Outokummussa"),
        ("Rautalampi", "Rautalammin Rautalammilla"),
        ("Hanko", "Hangon Hangossa Hankoon"),
        ("Vihti", "Vihdin Vihdissä Vihtiin"),
        ("Loppi", "Lopen Lopella Loppiin"),
        ("Punkalaidun", "Punkalaitumen Punkalaitumella"),
        ("Pihtipudas", "Pihtiputaan Pihtiputaalla"),
        ("Uusikaupunki", "Uudenkaupungin Uudessakaupungissa Uuteenkaupunkiin"),
        ("Isokyrö", "Isonkyrön Isossakyrössä Isoonkyröön"),
        ("Virrat", "Virroilla Virroille"),
        ("Korsnäs", "Korsnäsin Korsnäsissä"),
    ],
)
def test_a_name_is_known_in_its_cases(name: str, forms: str):
    assert [form for form in forms.split() if not _is_form(form, name)] == []


@pytest.mark.parametrize(("name", "word"), [("Lahti", "lahja"), ("Loppi", "lopettaa"), ("Turku", "turkis"), ("Espoo", "esine")])
def test_other_words_are_no_forms_of_a_name(name: str, word: str):
    assert not _is_form(word, name)
