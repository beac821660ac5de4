"""The postings of all entries put together, in files of terms that begin alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mallisto.search.postings import BASE, digit

# Characters of a file before it is packed; a longer line stands alone.
_SIZE = 12_000


@dataclass(frozen=True, slots=True)
class Bucket:
    """The postings of one entry whose terms, and keys with terms, begin alike."""

    terms: Mapping[str, tuple[str, ...]]
    keys: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of terms: what the first begins with, and a line for each term or key.

    A line is the term, the postings for each way to say it (of each entry its number and its postings, with spaces between), and the terms
    that the key leads to; with tabs between, and without the empty ones at its end.
    """

    start: str
    lines: Sequence[str]


def shards(buckets: Mapping[int, Bucket], beginning: str) -> Iterator[Shard]:
    """The shards of terms that begin alike, in their order, of entries by their numbers."""
    rows: dict[str, tuple[list[str], ...]] = {}
    leads: dict[str, set[str]] = defaultdict(set)
    for number, bucket in sorted(buckets.items()):
        prefix = _entry_number(number)
        for term, postings in bucket.terms.items():
            row = rows.get(term)
            if row is None:
                row = rows[term] = ([], [], [], [])
            for kept, one in zip(row, postings, strict=True):
                if one:
                    kept.append(prefix + one)
        for key, term in bucket.keys:
            leads[key].add(term)
    lines = [_line(key, rows.get(key, ()), leads.get(key, set())) for key in sorted(rows.keys() | leads.keys())]
    return cut_up(beginning, lines) if lines else iter(())


def _line(key: str, row: Sequence[Sequence[str]], leads: set[str]) -> str:
    postings = [" ".join(each) for each in row] or [""] * 4
    return "\t".join((key, *postings, " ".join(sorted(leads)))).rstrip("\t")


def _entry_number(number: int) -> str:
    """One digit or two, which the even or odd length of postings tells."""
    return digit(number) if number < BASE else digit(number // BASE) + digit(number % BASE)


def cut_up(start: str, lines: Sequence[str]) -> Iterator[Shard]:
    """Sorted lines that begin alike in one shard, or by one more letter where they are too many; small neighbours share one."""
    if sum(map(len, lines)) <= _SIZE or _key(lines[0]) == _key(lines[-1]):
        yield Shard(start, lines)
        return
    first, pending = start, list[str]()
    for beginning, group in groupby(lines, key=lambda line: _key(line)[: len(start) + 1]):
        several = list(group)
        if pending and sum(map(len, (*pending, *several))) > _SIZE:
            yield Shard(first, pending)
            pending = []
        if sum(map(len, several)) > _SIZE and beginning != start:
            yield from cut_up(beginning, several)
            continue
        first = first if pending else beginning
        pending += several
    if pending:
        yield Shard(first, pending)


def file_name(start: str) -> str:
    """The beginning of a shard as the name of a file; `finder/loading.js` makes it alike."""
    return "".join(each if each.isascii() and each.isalnum() else f"_{ord(each):x}" for each in start)


def _key(line: str) -> str:
    return line.partition("\t")[0]
