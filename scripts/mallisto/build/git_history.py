"""What git remembers of the models: one process tells which versions there were, one gives the versions that are asked for."""

from __future__ import annotations

import os
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.diff import Revision, compare
from mallisto.reading.document import Document
from mallisto.reading.edition import edition
from mallisto.reading.model_reader import read_model
from mallisto.reading.schema import Schema
from mallisto.reading.yaml_reader import MAX_BYTES

# A page tells of so many changes, the newest; git tells of the others.
MOST_REVISIONS = 50

_NOTHING = "0" * 40
_LOG = (
    "log",
    "--first-parent",
    "-m",
    "--no-renames",
    "--raw",
    "--no-abbrev",
    "--relative",
    "--date=format-local:%Y-%m-%dT%H:%M:%SZ",
    "--format=%x00%cd",
    "--",
    ":(glob)models/*.yml",
)


@dataclass(frozen=True, slots=True)
class Version:
    """A published change of one file: when, and git's names of its contents before and after; nothing stands for no file."""

    time: str
    before: str
    after: str


Log = Mapping[str, tuple[Version, ...]]


def log(root: Path) -> Log | None:
    """The versions of every model by its id, the newest first; None where there is no git or it does not know the whole past."""
    if _asked(root, "rev-parse", "--is-shallow-repository") != "false\n":
        return None
    said = _asked(root, *_LOG)
    return None if said is None else _versions(said)


def has(root: Path, path: str) -> bool:
    """Whether git has any file at or below a path of the repository."""
    return bool(_asked(root, "ls-files", "--", path))


def _asked(root: Path, *question: str) -> str | None:
    try:
        run = subprocess.run(["git", "-C", str(root), *question], capture_output=True, check=False, env={**os.environ, "TZ": "UTC"})
    except OSError:
        return None
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else None


def _versions(said: str) -> Log:
    found: dict[str, list[Version]] = defaultdict(list)
    for commit in said.split("\0")[1:]:
        time, _, changed = commit.partition("\n")
        for line in changed.split("\n"):
            if line.startswith(":"):
                marks, _, path = line.partition("\t")
                _, _, before, after, _ = marks.split(" ")
                found[Path(path).stem].append(Version(time, before, after))
    return {model: tuple(each) for model, each in found.items()}


def with_past(root: Path, history: Log | None, catalog: Catalog, schema: Schema, model_id: str) -> Catalog:
    """The catalog with the newest revisions of one model; as it is where nobody knows the past."""
    if history is None:
        return catalog
    versions = history.get(model_id, ())[:MOST_REVISIONS]
    return replace(catalog, revisions=revisions(root, {model_id: versions}, schema) if versions else {})


def revisions(root: Path, history: Log, schema: Schema) -> dict[str, tuple[Revision, ...]]:
    """What changed in each model, the newest first. A version that changed nothing but the writing is none."""
    with _contents(root, schema) as contents:
        return {model: tuple(_revisions(found, contents, schema)) for model, found in history.items()}


def _revisions(versions: Iterable[Version], contents: _Contents, schema: Schema) -> Iterator[Revision]:
    for each in versions:
        if each.after == _NOTHING:
            continue
        if each.before == _NOTHING:
            yield Revision(each.time, None)
            continue
        after, before = contents.document(each.after), contents.document(each.before)
        if before is None or after is None:
            continue
        comparison = compare(before, after, schema)
        if comparison.differences:
            yield Revision(each.time, comparison, edition(before))


@dataclass(frozen=True, slots=True)
class _Contents:
    """An open `git cat-file`: names go in, contents come out."""

    ask: IO[bytes]
    answer: IO[bytes]
    known: dict[str, Document | None]
    schema: Schema

    def document(self, name: str) -> Document | None:
        """What stood in a version; nothing where it could not be read."""
        if name not in self.known:
            self.known.clear()  # what stood before one version is the next to stand after one, and nothing older is asked for again
            self.known[name] = self._read(name)
        return self.known[name]

    def _read(self, name: str) -> Document | None:
        self.ask.write(f"{name}\n".encode())
        self.ask.flush()
        head = self.answer.readline().split()
        if len(head) != 3:
            return None
        content = self.answer.read(int(head[2]) + 1)[:-1]
        return read_model(content, name, self.schema).document if len(content) <= MAX_BYTES else None


@contextmanager
def _contents(root: Path, schema: Schema) -> Iterator[_Contents]:
    process = subprocess.Popen(["git", "-C", str(root), "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if process.stdin is None or process.stdout is None:
        raise OSError("git cat-file has no pipes")
    try:
        yield _Contents(process.stdin, process.stdout, {}, schema)
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait()
