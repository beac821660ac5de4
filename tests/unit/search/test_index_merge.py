"""The words of several of Pagefind's indexes, joined: the same as Pagefind's of all records at once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cbor2
import pytest

from mallisto.search.bundle import Index, indexed
from mallisto.search.cbor_file import is_stored
from mallisto.search.group_cache import GroupIndex, load, save
from mallisto.search.index_merge import joined

# Words of one stem, words with other writings, and words with marks; many on a page, so that numbers of every length are written.
WORDS = ("kuntoutus", "kuntoutuksen", "työhön", "tyohon", "täällä", "taalla", "asiakas", "Asiakkaat", "1080", "é", "työ-ja")

# Where words stand: by the stem, and by another writing or none, the address of each page with its places.
Places = dict[tuple[str, str], dict[str, Any]]


def _records(numbers: range) -> Iterator[tuple[str, str]]:
    for number in numbers:
        chance = random.Random(number)
        own = [f"sana{chance.randrange(40)}" for _ in range(3)]
        body = " ".join(chance.choices([*WORDS, *own], k=chance.choice((2, 30, 300))))
        yield (
            f"fi/{number}/index.html",
            f"<html lang=fi><body><span hidden data-pagefind-meta='address:x/{number}/'></span>"
            f"<h1>Otsikko {number}</h1><div data-pagefind-weight=0.3><p>{body}</p></div><p>{chance.choice(WORDS)}</p></body></html>",
        )


def index_of(numbers: range) -> Index:
    return indexed(_records(numbers), "fi")[0]


def _read(indexes: list[Index]) -> Places:
    """What a reader of the joined words understands, as RFC 8949 and Pagefind's reader have it."""
    addresses = [each.address for index in indexes for each in index.fragments]
    found: Places = {}
    for stem, written in joined([each.words for each in indexes], [len(each.fragments) for each in indexes]):
        told, plain, writings = cbor2.loads(written)
        assert told == stem
        for writing, places in (("", plain), *writings):
            assert (stem, writing) not in found
            page, on_pages = 0, {}
            for further, *rest in places:
                page += further
                on_pages[addresses[page]] = rest
            found[stem, writing] = on_pages
    return found


@pytest.mark.parametrize("ends", [(60,), (1, 60), (7, 8, 30, 60), tuple(range(6, 61, 6))])
def test_indexes_joined_tell_what_one_index_of_all_tells(ends: tuple[int, ...]):
    groups = [index_of(range(start, end)) for start, end in zip((0, *ends), ends, strict=False)]

    assert _read(groups) == _read([index_of(range(60))])


def test_joined_words_are_in_order_and_each_stands_once():
    groups = [index_of(range(start, start + 20)) for start in (0, 20, 40)]

    stems = [stem for stem, _ in joined([each.words for each in groups], [20, 20, 20])]

    assert stems == sorted(set(stems))
    assert {"kuntoutus", "asiakas", "1080"} <= set(stems)


def test_joined_words_are_written_as_shortly_as_they_can_be():
    index = index_of(range(60))

    whole = [cbor2.loads(written) for _, written in joined([index.words], [60])]

    assert [cbor2.dumps(each) for each in whole] == [written for _, written in joined([index.words], [60])]


def test_what_is_found_comes_back_as_it_was_kept(tmp_path: Path):
    found, path = GroupIndex(index_of(range(20)), {"kuntoutus": 3}), tmp_path / "folder" / "abc.fi"

    save(found, path)

    back = load(path)
    assert is_stored(path)
    assert [path.name for path in path.parent.iterdir()] == ["abc.fi"]
    assert (back.counts, list(back.index.fragments), list(back.index.fields)) == (
        found.counts,
        list(found.index.fragments),
        list(found.index.fields),
    )
    assert list(joined([back.index.words], [20])) == list(joined([found.index.words], [20]))


@pytest.mark.parametrize("spoilt", [lambda _: b"", lambda content: content[:-1], lambda content: content[:40] + b"x" + content[41:]])
def test_what_is_damaged_is_not_kept(tmp_path: Path, spoilt: Any):
    path = tmp_path / "abc.fi"
    save(GroupIndex(index_of(range(2)), {}), path)

    path.write_bytes(spoilt(path.read_bytes()))

    assert not is_stored(path)
    assert not is_stored(tmp_path / "none.fi")
