"""Pagefind's index of records, made in a temporary folder; what a browser needs of it, and nothing a reader is not shown."""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pagefind_bin import get_executable

from mallisto.output import OutputFile
from mallisto.search.records import BEGIN, END, HIDDEN

_SIGNATURE = b"pagefind_dcd"
_FRAGMENT = ".pf_fragment"
_NEEDED = (".pf_meta", ".pf_index", _FRAGMENT)
_PROGRAM = ("pagefind.js", "pagefind-entry.json")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of an index, and the entry's address behind each of its ids."""

    files: tuple[OutputFile, ...]
    ids: Mapping[str, str]


def bundle(records: Iterable[tuple[str, str]], languages: tuple[str, ...], folder: str) -> Bundle:
    """The index of records with their paths (`sv/3/index.html`), to lie in `folder` of the site."""
    with tempfile.TemporaryDirectory() as temporary:
        source, target = Path(temporary) / "records", Path(temporary) / "bundle"
        for path, text in records:
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            (source / path).write_text(text, "utf-8")
        command = [get_executable(), "--site", str(source), "--output-path", str(target), "--silent"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return _read(target, languages, folder)


def _read(target: Path, languages: tuple[str, ...], folder: str) -> Bundle:
    files, ids = [], {}
    for path in sorted(each for each in target.rglob("*") if _is_needed(each, languages)):
        content = path.read_bytes()
        if path.suffix == _FRAGMENT:
            content, ids[path.stem] = _shown(content)
        elif path.suffix == ".json":  # its languages come in another order on every run
            content = json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True).encode()
        files.append(OutputFile(f"{folder}{path.relative_to(target).as_posix()}", content))
    return Bundle(tuple(files), ids)


def _is_needed(path: Path, languages: tuple[str, ...]) -> bool:
    return path.suffix in _NEEDED or path.name in (*_PROGRAM, *(f"wasm.{code}.pagefind" for code in languages))


def _shown(content: bytes) -> tuple[bytes, str]:
    """A fragment without the words that are only found and with the entry's own address, and that address."""
    fragment = json.loads(gzip.decompress(content).removeprefix(_SIGNATURE))
    language = fragment["url"].split("/")[1]
    fragment["meta"] = {key: value for key, value in fragment["meta"].items() if key not in HIDDEN}
    address = fragment["meta"].pop("address")
    fragment["url"] = f"/{address}" if language == "fi" else f"/{language}/{address}"
    fragment["content"], fragment["beside"] = _without_beside(fragment["content"])
    for anchor in fragment["anchors"]:
        anchor["location"] -= sum(
            min(length, anchor["location"] - start) for start, length in fragment["beside"] if start < anchor["location"]
        )
    return packed(_SIGNATURE + json.dumps(fragment, ensure_ascii=False, separators=(",", ":")).encode()), f"{language}/{address}"


def _without_beside(content: str) -> tuple[str, list[tuple[int, int]]]:
    """The text that is shown, and where words beside it stood: the place of the first, and how many."""
    shown: list[str] = []
    runs: list[tuple[int, int]] = []
    start = -1
    for place, word in enumerate(content.split()):
        if word.startswith(BEGIN):
            start = place
        if start < 0:
            shown.append(word)
        elif word.startswith(END):
            runs.append((start, place - start + 1))
            start = -1
    return " ".join(shown), runs


def packed(content: bytes) -> bytes:
    """The same bytes for the same content, whenever they are packed."""
    return gzip.compress(content, 9, mtime=0)
