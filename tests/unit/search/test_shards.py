"""The postings of all entries put together: no line is lost, none stands twice, and each shard is found by its beginning."""

from __future__ import annotations

import random

import pytest

from mallisto.search.shards import Bucket, Shard, shards


def bucket(terms: dict[str, str], *keys: tuple[str, str]) -> Bucket:
    """The postings of an entry that says each term in its own words only."""
    return Bucket({term: (postings, "", "", "") for term, postings in terms.items()}, keys)


def many(count: int, places: int) -> dict[int, Bucket]:
    """Entries that say the same terms."""
    chance = random.Random(3)
    terms = {"a" + "".join(chance.choices("aeikt", k=chance.randint(0, 9))): "!!" * places for _ in range(count)}
    return {number: bucket(terms) for number in range(3)}


def lines(found: list[Shard]) -> list[str]:
    return [line for shard in found for line in shard.lines]


def test_a_line_tells_of_each_entry_its_number_and_its_postings():
    found = list(shards({0: bucket({"kyky": "#$"}), 95: bucket({"kyky": "!!"})}, "k"))

    assert found == [Shard("k", ['kyky\t!#$ ""!!'])]


def test_a_key_leads_to_the_terms_of_all_entries():
    found = list(shards({0: bucket({}, ("kyvy", "kyky")), 1: bucket({}, ("kyvy", "kyvykas"), ("kyvy", "kyky"))}, "k"))

    assert found == [Shard("k", ["kyvy\t\t\t\t\tkyky kyvykas"])]


@pytest.mark.parametrize(("count", "places"), [(1, 1), (3000, 3), (300, 200), (5, 20_000)])
def test_every_term_stands_in_the_last_shard_that_does_not_begin_behind_it(count: int, places: int):
    buckets = many(count, places)

    found = list(shards(buckets, "a"))

    starts = [shard.start for shard in found]
    terms = [line.partition("\t")[0] for line in lines(found)]
    assert terms == sorted(buckets[0].terms)
    assert starts == sorted(set(starts))
    for shard in found:
        for line in shard.lines:
            assert max(start for start in starts if start <= line.partition("\t")[0]) == shard.start


def test_shards_are_small_unless_a_single_term_is_large():
    assert max(sum(map(len, shard.lines)) for shard in shards(many(3000, 3), "a")) <= 24_000
    assert [len(shard.lines) for shard in shards(many(5, 20_000), "a")] == [1] * len(many(5, 20_000)[0].terms)


def test_no_entry_makes_no_shard():
    assert list(shards({}, "q")) == []
