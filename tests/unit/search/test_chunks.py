"""The words of an index cut into smaller files: none is lost, none stands twice, and each is found by its first and last word."""

from __future__ import annotations

import itertools
import random

import cbor2
import pytest

from mallisto.search.chunks import pieces, size_of_pieces
from mallisto.search.index_merge import Written
from mallisto.search.pagefind_file import unpacked

Words = list[list[object]]


def words(count: int, places: int) -> Words:
    """Sorted words as Pagefind writes them: the stem, where it stands, and no variants."""
    chance = random.Random(3)
    stems = sorted({"".join(chance.choices("aeikt", k=chance.randint(1, 9))) for _ in range(count)})
    return [[stem, [[page, list(range(places)), []] for page in range(3)], []] for stem in stems]


def written(told: Words) -> list[Written]:
    return [(str(each[0]), cbor2.dumps(each)) for each in told]


@pytest.mark.parametrize(("count", "places"), [(0, 1), (1, 1), (2000, 3), (300, 200), (5, 20_000)])
def test_every_word_stands_in_one_piece_between_its_first_and_last(count: int, places: int):
    everything = words(count, places)

    found = list(pieces(written(everything), "fi"))

    inside = [cbor2.loads(unpacked(each.content))[0] for each in found]
    assert list(itertools.chain(*inside)) == everything
    assert [(each[0][0], each[-1][0]) for each in inside] == [(each.first, each.last) for each in found]
    assert len({each.name for each in found}) == len(found)
    assert all(each.name.startswith("fi_") for each in found)


def test_pieces_are_small_unless_a_single_word_is_large():
    found = [len(unpacked(each.content)) for each in pieces(written(words(2000, 3)), "fi")]
    large = [cbor2.loads(unpacked(each.content))[0] for each in pieces(written(words(5, 20_000)), "fi")]

    assert max(found) < 11_000
    assert [len(each) for each in large] == [1] * len(large)


def test_the_list_of_pieces_stays_short_however_many_words_there_are():
    everything = written(words(9000, 3))

    total = 1500 * 20_000
    large, small = (list(pieces(everything, "fi", size_of_pieces(each))) for each in (total, 100))

    assert max(len(unpacked(each.content)) for each in large) < 21_000
    assert len(large) < len(small) / 1.8
