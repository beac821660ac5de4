"""Pagefind's index: of some records, made in a temporary folder; and of several such indexes, what a browser needs of them."""

from __future__ import annotations

import json
import subprocess
import tempfile
from bisect import bisect_left
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import cbor2
from pagefind_bin import get_executable

from mallisto.files.output_file import OutputFile
from mallisto.reading.languages import DEFAULT
from mallisto.search.chunks import pieces, short_hash, size_of_pieces
from mallisto.search.index_merge import Word, joined, words_of
from mallisto.search.pagefind_file import packed, unpacked
from mallisto.search.records import BEGIN, END, FOREIGN, REMARKS

_MARKS = frozenset((BEGIN, FOREIGN, END, REMARKS))
_PROGRAM = "pagefind.js"
_ENTRY = "pagefind-entry.json"
_FRAGMENT, _WORDS, _LISTING = ".pf_fragment", ".pf_index", ".pf_meta"


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a browser shows of a record: its name, the record's address below its language, how many words it has, and the packed file."""

    name: str
    address: str
    words: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Index:
    """An index of records in one language: their fragments by the numbers that words tell, the fields that words may stand in, the words
    in their order, and how many bytes these take.
    """

    fragments: Sequence[Fragment]
    fields: Sequence[str]
    words: Iterable[Word]
    size: int


@dataclass(frozen=True, slots=True)
class Program:
    """What asks an index of a language: Pagefind's script, its part for the language, and what it is told of the languages."""

    script: bytes
    wasm: bytes
    entry: Mapping[str, Any]


def indexed(records: Iterable[tuple[str, str]], code: str) -> tuple[Index, Program]:
    """The index of a language's records with their paths (`sv/3/index.html`)."""
    with tempfile.TemporaryDirectory() as temporary:
        source, target = Path(temporary) / "records", Path(temporary) / "bundle"
        for place, text in records:
            (source / place).parent.mkdir(parents=True, exist_ok=True)
            (source / place).write_text(text, "utf-8")
        command = [get_executable(), "--site", str(source), "--output-path", str(target), "--silent"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        entry: dict[str, Any] = json.loads((target / _ENTRY).read_bytes())
        told = (target / f"pagefind.{entry['languages'][code]['hash']}{_LISTING}").read_bytes()
        _, pages, files, _, _, fields = cbor2.loads(unpacked(told))
        words = [unpacked((target / "index" / f"{name}{_WORDS}").read_bytes()) for _, _, name in files]
        fragments = [_fragment((target / "fragment" / f"{name}{_FRAGMENT}").read_bytes(), count, code) for name, count in pages]
        program = Program((target / _PROGRAM).read_bytes(), (target / f"wasm.{code}.pagefind").read_bytes(), entry)
        return Index(fragments, fields, list(words_of(words)), sum(map(len, words))), program


def bundle(indexes: Sequence[Index], program: Program, code: str, folder: str) -> Generator[OutputFile, None, Mapping[str, Any]]:
    """Everything of one language, to lie in `folder` of the site, and at last what its entrance has to tell of it."""
    for each in indexes:
        yield from (OutputFile(f"{folder}fragment/{one.name}{_FRAGMENT}", one.content) for one in each.fragments)
    made = []
    words = joined([each.words for each in indexes], [len(each.fragments) for each in indexes])
    for piece in pieces(words, code, size_of_pieces(sum(each.size for each in indexes))):
        made.append([piece.first, piece.last, piece.name])
        yield OutputFile(f"{folder}index/{piece.name}{_WORDS}", piece.content)
    pages = [[one.name, one.words] for each in indexes for one in each.fragments]
    listing = packed(cbor2.dumps([program.entry["version"], pages, made, [], [], _fields(indexes)]))
    name = f"{code}_{short_hash(listing)}"
    yield OutputFile(f"{folder}pagefind.{name}{_LISTING}", listing)
    yield OutputFile(f"{folder}wasm.{code}.pagefind", program.wasm)
    return {**program.entry["languages"][code], "hash": name, "page_count": len(pages)}


def _fields(indexes: Sequence[Index]) -> Sequence[str]:
    """The fields of all indexes: words tell them by their numbers, so they must be the same."""
    (fields,) = {tuple(each.fields) for each in indexes}
    return fields


def entrance(languages: Mapping[str, Mapping[str, Any]], program: Program, folder: str) -> Iterator[OutputFile]:
    """What leads to the languages: Pagefind's script, and its list of them. It takes the first for a page that tells no language."""
    entry = {**program.entry, "languages": {code: dict(sorted(known.items())) for code, known in languages.items()}}
    yield OutputFile(f"{folder}{_PROGRAM}", program.script)
    yield OutputFile(f"{folder}{_ENTRY}", json.dumps(dict(sorted(entry.items())), ensure_ascii=False).encode())


def _fragment(file: bytes, words: int, code: str) -> Fragment:
    """A fragment without the words that are only found and with the entry's own address."""
    told = json.loads(unpacked(file))
    address = told["meta"].pop("address")
    told["url"] = f"/{address}" if code == DEFAULT else f"/{code}/{address}"
    text = shown_of(told["content"])
    told |= {"content": text.content, "beside": text.beside, "foreign": text.foreign, "remarks": text.remarks}
    for anchor in told["anchors"]:
        anchor["location"] = text.place_of(anchor["location"])
    content = packed(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())
    return Fragment(f"{code}_{short_hash(content)}", address, words, content)


@dataclass(frozen=True)
class ShownText:
    """The text that is shown; where in the whole one words stand that are not, and how many; where words of other languages begin there;
    and where in the shown one remarks begin."""

    content: str
    beside: tuple[tuple[int, int], ...]
    foreign: tuple[int, ...]
    remarks: tuple[int, ...]

    def place_of(self, place: int) -> int:
        """Where in the shown text a word of the whole one stands, or the next that is shown."""
        before = bisect_left(self.beside, (place, 0))
        if not before:
            return place
        start, length = self.beside[before - 1]
        return place - self._hidden[before - 1] - min(length, place - start)

    @cached_property
    def _hidden(self) -> list[int]:
        """How many words stand beside the text before each run of them."""
        return list(accumulate((length for _, length in self.beside), initial=0))


def shown_of(content: str) -> ShownText:
    """A record's text without the words beside it and without the marks before remarks."""
    shown: list[str] = []
    runs: list[tuple[int, int]] = []
    remarks: list[int] = []
    foreign: list[int] = []
    start = -1
    for place, word in enumerate(content.split()):
        mark = word[0]
        if mark not in _MARKS:
            if start < 0:
                shown.append(word)
        elif mark == REMARKS:
            remarks.append(len(shown))
            runs.append((place, 1))
        elif mark == END:
            runs.append((start, place - start + 1))
            start = -1
        else:
            start = place
            foreign += [place] if mark == FOREIGN else []
    return ShownText(" ".join(shown), tuple(runs), tuple(foreign), tuple(remarks))
