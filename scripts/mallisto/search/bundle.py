"""Pagefind's index of records, made in a temporary folder; what a browser needs of it, and nothing a reader is not shown."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable

from mallisto.language import DEFAULT
from mallisto.output import OutputFile
from mallisto.search.pieces import SIGNATURE, length, listed, names, packed, pieces, short_hash, size_of_pieces, unpacked
from mallisto.search.records import BEGIN, END, FOREIGN, REMARKS

_MARKS = frozenset((BEGIN, FOREIGN, END, REMARKS))
_FRAGMENT = ".pf_fragment"
_PROGRAM = "pagefind.js"
_ENTRY = "pagefind-entry.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What the files of one language do not tell: the address of each of its ids, Pagefind's program, and how that finds the language."""

    ids: Mapping[str, str]
    program: bytes
    entry: Mapping[str, Any]


def bundle(records: Iterable[tuple[str, str]], code: str, folder: str) -> Generator[OutputFile, None, Made]:
    """The index of a language's records with their paths (`sv/3/index.html`), to lie in `folder` of the site.

    Pagefind holds all that it reads in memory, so it reads one language after another.
    """
    with tempfile.TemporaryDirectory() as temporary:
        source, target = Path(temporary) / "records", Path(temporary) / "bundle"
        for place, text in records:
            (source / place).parent.mkdir(parents=True, exist_ok=True)
            (source / place).write_text(text, "utf-8")
        command = [get_executable(), "--site", str(source), "--output-path", str(target), "--silent"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        ids = {}
        for path in sorted(target.glob(f"fragment/*{_FRAGMENT}")):
            content, ids[path.stem] = _shown(path.read_bytes())
            yield OutputFile(f"{folder}fragment/{path.name}", content)
        yield OutputFile(f"{folder}wasm.{code}.pagefind", (target / f"wasm.{code}.pagefind").read_bytes())
        entry = yield from _index(target, code, folder)
        return Made(ids, (target / _PROGRAM).read_bytes(), entry)


def _index(target: Path, code: str, folder: str) -> Generator[OutputFile, None, Mapping[str, Any]]:
    entry: dict[str, Any] = json.loads((target / _ENTRY).read_bytes())
    known = entry["languages"][code]
    told, made = (target / f"pagefind.{known['hash']}.pf_meta").read_bytes(), []
    words = [(target / "index" / f"{name}.pf_index").read_bytes() for name in names(told)]
    size = size_of_pieces(sum(map(length, words)))
    for each in words:
        for piece in pieces(each, code, size):
            made.append((piece.first, piece.last, piece.name))
            yield OutputFile(f"{folder}index/{piece.name}.pf_index", piece.content)
    listing = listed(told, made)
    known["hash"] = f"{code}_{short_hash(listing)}"
    yield OutputFile(f"{folder}pagefind.{known['hash']}.pf_meta", listing)
    return entry


def entrance(made: Iterable[Made], folder: str) -> Iterator[OutputFile]:
    """What leads to the languages: Pagefind's program, and its list of them. It takes the first for a page that tells no language."""
    kept = tuple(made)
    languages = {code: dict(sorted(known.items())) for each in kept for code, known in each.entry["languages"].items()}
    entry = {**dict(sorted(kept[0].entry.items())), "languages": languages}
    yield OutputFile(f"{folder}{_PROGRAM}", kept[0].program)
    yield OutputFile(f"{folder}{_ENTRY}", json.dumps(entry, ensure_ascii=False).encode())


def _shown(content: bytes) -> tuple[bytes, str]:
    """A fragment without the words that are only found and with the entry's own address, and that address."""
    fragment = json.loads(unpacked(content))
    language = fragment["url"].split("/")[1]
    address = fragment["meta"].pop("address")
    fragment["url"] = f"/{address}" if language == DEFAULT else f"/{language}/{address}"
    text = shown_of(fragment["content"])
    fragment |= {"content": text.content, "beside": text.beside, "foreign": text.foreign, "remarks": text.remarks}
    for anchor in fragment["anchors"]:
        anchor["location"] -= sum(min(length, anchor["location"] - start) for start, length in text.beside if start < anchor["location"])
    return packed(SIGNATURE + json.dumps(fragment, ensure_ascii=False, separators=(",", ":")).encode()), f"{language}/{address}"


@dataclass(frozen=True, slots=True)
class ShownText:
    """The text that is shown; where in the whole one words stand that are not, and how many; where words of other languages begin there;
    and where in the shown one remarks begin."""

    content: str
    beside: tuple[tuple[int, int], ...]
    foreign: tuple[int, ...]
    remarks: tuple[int, ...]


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
