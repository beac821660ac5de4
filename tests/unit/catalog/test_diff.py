"""Differences between two versions of a model whose statements have no ids of their own."""

from __future__ import annotations

from building import ROOT
from mallisto.catalog.diff import ChangeKind, compare
from mallisto.reading.model_reader import read_model
from mallisto.reading.schema import Schemas

SCHEMA = Schemas.load(ROOT / "schemas")["model"]


def kinds(before: list[str], after: list[str]) -> list[tuple[ChangeKind, str]]:
    """What changed between two lists of statements, with the last step of each difference."""
    old, new = (
        read_model(
            f"from: perusidea\nhow:\n  idea:\n{''.join(f'    - {each}' + chr(10) for each in lines)}".encode(), "a.yml", SCHEMA
        ).document
        for lines in (before, after)
    )
    return [(each.kind, str(each.steps[-1])) for each in compare(old, new, SCHEMA).differences]


def test_an_edited_sentence_is_one_changed_statement():
    before = ["Tiimi auttaa.", "Asiakas saa tukea viikoittain.", "Lopuksi arvioidaan."]
    after = ["Tiimi auttaa.", "Asiakas saa tukea kuukausittain.", "Lopuksi arvioidaan."]

    assert kinds(before, after) == [(ChangeKind.CHANGED, "fi")]


def test_another_sentence_in_its_place_is_another_statement():
    before, after = ["Tiimi auttaa.", "Asiakas saa tukea viikoittain."], ["Tiimi auttaa.", "Rahoitus päättyi vuonna 2020."]

    assert [kind for kind, _ in kinds(before, after)] == [ChangeKind.ADDED, ChangeKind.REMOVED]


def test_a_statement_that_is_given_an_id_stays_the_same():
    assert kinds(["Tiimi auttaa."], ["{id: tiimi, fi: Tiimi auttaa.}"]) == []


def test_a_sentence_put_between_others_changes_none_of_them():
    found = kinds(["Tiimi auttaa.", "Lopuksi arvioidaan."], ["Tiimi auttaa.", "Asiakas saa tukea.", "Lopuksi arvioidaan."])

    assert [kind for kind, _ in found] == [ChangeKind.ADDED]
