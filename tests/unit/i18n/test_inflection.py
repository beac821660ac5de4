"""A term is recognised in the forms in which texts use it, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from mallisto.i18n.inflection import beginning, pattern


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("työkyky", "Työkyvyn työkykyä työkykynsä työkyvyssään työkyvylle"),
        ("asiakas", "asiakkaan asiakkaiden Asiakasta asiakkailla asiakkaita"),
        ("kuntoutus", "kuntoutuksen kuntoutukseen kuntoutusta"),
        ("osallisuus", "osallisuuden osallisuutta osallisuuteen"),
        ("lähete", "lähetettä lähetteen lähetteitä"),
        ("työikäinen", "työikäiset työikäisille työikäisten"),
        ("pitkäaikaistyötön", "pitkäaikaistyöttömän pitkäaikaistyöttömiä"),
        ("palvelupolku", "palvelupolun palvelupolkuja palvelupolulla"),
        ("työtoiminta", "työtoiminnan työtoimintaan"),
        ("TE-toimisto", "TE-toimiston TE-toimistoja"),
    ],
)
def test_finnish_forms_are_recognised(name: str, forms: str):
    assert [form for form in forms.split() if not pattern(name, "fi").fullmatch(form)] == []
    assert [form for form in forms.split() if not form.lower().startswith(beginning(name))] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("työkyky", "työkyvytön työkykykoordinaattori osatyökykyinen"),
        ("lähete", "lähetetään lähettää lähetetty"),
        ("asiakas", "asiakassuunnitelma asiakkuus"),
        ("hanke", "hankekausi hankkia"),
        ("työ- ja toimintakyky", "työ ja toimintakyky"),
    ],
)
def test_other_words_are_not_taken_for_a_term(name: str, text: str):
    assert pattern(name, "fi").findall(text) == []


def test_every_word_of_a_name_may_be_inflected():
    assert pattern("ammatillinen kuntoutus", "fi").search("Asiakas pääsee ammatilliseen kuntoutukseen.")
    assert pattern("työ- ja toimintakyky", "fi").search("Työ- ja toimintakyvyn arviointi")


def test_what_stands_in_brackets_belongs_to_no_text():
    assert pattern("Euroopan sosiaalirahasto (ESR)", "fi").search("Euroopan sosiaalirahaston tuki")


@pytest.mark.parametrize(
    ("name", "code", "form"),
    [
        ("klient", "sv", "klienternas"),
        ("välfärdsområde", "sv", "Välfärdsområdena"),
        ("client", "en", "clients"),
        ("service path", "en", "Service paths"),
    ],
)
def test_swedish_and_english_endings_are_recognised(name: str, code: str, form: str):
    assert pattern(name, code).fullmatch(form)
    assert form.lower().startswith(beginning(name))
