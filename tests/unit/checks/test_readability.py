"""Notes on plain language, and an accessibility statement that does not contradict itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from building import FIVE
from mallisto.build import checking
from mallisto.catalog.catalog import Catalog
from mallisto.checks import publisher, readability
from mallisto.model import AccessibilityFinding, Text
from mallisto.reading.problems import Severity


@pytest.fixture(scope="module")
def ours() -> Catalog:
    return checking.load(FIVE, date(2026, 11, 22)).catalog


def with_summary(catalog: Catalog, fi: str) -> Catalog:
    """The first of our models with another ingress, alone."""
    model, summary = catalog.models[0], Text(fi)
    texts = tuple((summary if text is model.summary else text, where) for text, where in model.texts)
    return catalog.with_models([replace(model, summary=summary, texts=texts)])


def test_a_long_sentence_is_noted(ours: Catalog):
    (problem,) = readability.sentences_are_short(with_summary(ours, "Lyhyt virke. " + "sana " * 21 + "."))

    assert (problem.code, problem.limit, problem.severity) == ("summary.long_sentence", 21, Severity.NOTE)


def test_a_sentence_of_twenty_words_is_fine(ours: Catalog):
    assert not list(readability.sentences_are_short(with_summary(ours, "sana " * 20 + ".")))


def test_a_chain_of_passives_is_noted(ours: Catalog):
    (problem,) = readability.somebody_does_it(with_summary(ours, "Asiakas ohjataan palveluun ja hänelle laaditaan suunnitelma."))

    assert problem.code == "summary.passive"


def test_one_passive_is_fine(ours: Catalog):
    assert not list(readability.somebody_does_it(with_summary(ours, "Asiakkaalle laaditaan suunnitelma. Tiimi seuraa sitä.")))


def test_a_long_word_that_the_glossary_does_not_know_is_noted(ours: Catalog):
    (problem,) = readability.long_words_are_explained(with_summary(ours, "Toimintaedellytysselvityskäytäntö auttaa."))

    assert (problem.code, problem.found) == ("summary.jargon", "Toimintaedellytysselvityskäytäntö")


def test_a_long_word_of_the_glossary_is_fine_in_any_case(ours: Catalog):
    assert not list(readability.long_words_are_explained(with_summary(ours, "Ammatillisen kuntoutusselvityksen jälkeen tiimi auttaa.")))


def test_our_own_ingresses_are_plain(ours: Catalog):
    checks = (readability.sentences_are_short, readability.somebody_does_it, readability.long_words_are_explained)

    assert [problem for check in checks for problem in check(ours)] == []


def test_a_statement_of_full_compliance_with_findings_is_refused(ours: Catalog):
    assert ours.publisher
    statement = ours.publisher.accessibility
    finding = AccessibilityFinding(
        id="contrast", criterion="1.4.3", text=Text("Puute"), alternative=None, reason="in_progress", mended_by=None
    )
    full, partly = replace(statement, status="full", findings=(finding,)), replace(statement, status="partial", findings=())
    broken, reverse = (replace(ours, publisher=replace(ours.publisher, accessibility=each)) for each in (full, partly))

    assert [problem.code for problem in publisher.status_fits_findings(broken)] == ["accessibility.status"]
    assert [problem.code for problem in publisher.status_fits_findings(reverse)] == ["accessibility.status"]
    assert not list(publisher.status_fits_findings(ours))


def test_an_owner_that_is_an_example_is_noted_until_there_is_a_real_one(ours: Catalog):
    assert ours.publisher
    real = replace(ours, publisher=replace(ours.publisher, has_real_owner=True))

    assert [problem.severity for problem in publisher.owner_is_real(ours)] == [Severity.NOTE]
    assert not list(publisher.owner_is_real(real))
