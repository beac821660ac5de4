"""The lock file: a code is short, says nothing, is given once and stays."""

from __future__ import annotations

import itertools

from builders import a_catalog, a_history, a_model
from mallisto.catalog.catalog import History
from mallisto.catalog.lock_file import ALPHABET, CODE, LENGTH, locked, published, with_codes

FILE = "models/history/published.txt"


def test_every_locked_address_has_a_code_of_its_own():
    lines = published(locked(a_catalog(a_model())), FILE)

    codes = [each.code for each in lines]

    assert codes
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not CODE.fullmatch(code)] == []


def test_no_two_letters_of_a_code_look_alike_and_none_makes_a_word():
    assert set(ALPHABET) & set("aeiouyåäö") == set()
    assert [pair for pair in ("1l", "2z", "5s", "6b", "8b", "9g", "gq", "uv", "0o", "ij") if set(pair) <= set(ALPHABET)] == []


def test_a_code_once_given_stays_whatever_the_address_would_give_today():
    catalog = a_catalog(a_model(), history=History(published=published("mallit/malli/\tbcdfg\n", FILE)))

    lines = {each.address: each.code for each in published(locked(catalog), FILE)}

    assert lines["mallit/malli/"] == "bcdfg"
    assert with_codes(["mallit/malli/"], {}) != {"mallit/malli/": "bcdfg"}


def test_a_code_another_address_had_is_never_given_again():
    known = {"mallit/poistunut/": with_codes(["mallit/uusi/"], {})["mallit/uusi/"]}

    codes = with_codes(["mallit/uusi/"], known)

    assert codes["mallit/poistunut/"] == known["mallit/poistunut/"]
    assert codes["mallit/uusi/"] != codes["mallit/poistunut/"]


def test_the_same_addresses_get_the_same_codes_in_whatever_order():
    names = [f"mallit/malli-{number}/" for number in range(2000)]

    one, other = with_codes(names, {}), with_codes(reversed(names), {})

    assert one == other
    assert len(set(one.values())) == len(names)


def test_codes_are_spread_over_all_letters():
    codes = with_codes((f"mallit/malli-{number}/" for number in range(2000)), {}).values()

    assert {letter for code in codes for letter in code} == set(ALPHABET)
    assert {len(code) for code in codes} == {LENGTH}


def test_a_line_without_a_code_gets_one_and_keeps_its_place():
    history = a_history("mallit/vanha/")
    bare = History(published=published("# otsikko\n\nmallit/vanha/\n", FILE))

    assert [(each.where.line, each.code) for each in bare.published] == [(3, "")]
    assert published(locked(a_catalog(history=bare)), FILE)[0].code == history.published[0].code


def test_locking_adds_lines_and_changes_none():
    first = locked(a_catalog(a_model("eka"))).splitlines()

    second = locked(a_catalog(a_model("eka"), a_model("toka"), history=History(published=published("\n".join(first), FILE)))).splitlines()

    assert set(first) < set(second)
    assert list(itertools.filterfalse(set(first).__contains__, second)) == [line for line in second if "toka" in line]
