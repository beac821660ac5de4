"""Every mistake in `cases/broken/`, made in a copy of our own models, is told in three languages at the line where it was made.

A case is a folder with two files. `edit.yml` describes one edit: `file`, then `find` (a regular expression, searched from the text
`after`) and `replace`; or `write`, the whole text of a new file. `expected.txt` holds every finding the edit brings, with `{line}`
for the line of the edit.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from mallisto import build, report
from mallisto.problems import Location, Problem

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases" / "broken"
TODAY = date(2026, 12, 1)

# Lines are told by their distance from the edit; those further away change whenever a model grows.
NEAR = 30
_SHIFT = 5_000_000

# Each new step, role and item adds to this note, which says nothing about the mistake.
_UNRELATED = "address.unlocked"


@dataclass(frozen=True)
class Edit:
    """One change in one file of the repository."""

    file: str
    after: str = ""
    find: str = ""
    replace: str = ""
    write: str = ""

    def made_in(self, root: Path) -> int:
        """Make the change; the line where the file begins to differ."""
        path = root / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(self.write or self._edited(before), "utf-8")
        return 1 if self.write else _first_difference(before, path.read_text("utf-8"))

    def _edited(self, text: str) -> str:
        start = text.index(self.after)
        edited, count = re.compile(self.find, re.MULTILINE).subn(lambda _: self.replace, text[start:], count=1)
        assert count == 1, f"{self.find!r} is not in {self.file} any more"
        return text[:start] + edited


def _first_difference(one: str, other: str) -> int:
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:same].count("\n") + 1


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[str]]:
    """A copy of the repository's models and schemas, and what is found in it before anything is broken."""
    root = tmp_path_factory.mktemp("clean")
    for folder in ("models", "schemas"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.rmtree(root / "models" / "history", ignore_errors=True)
    return root, frozenset(_key(each) for each in build.load(root, TODAY).problems)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_the_mistake_is_told_in_three_languages(case: str, clean: tuple[Path, frozenset[str]], tmp_path: Path, bless: bool) -> None:
    root, known = clean
    shutil.copytree(root, tmp_path / "broken")
    edit = Edit(**yaml.safe_load((CASES / case / "edit.yml").read_text("utf-8")))

    line = edit.made_in(tmp_path / "broken")
    told = "\n\n".join(_reports(build.load(tmp_path / "broken", TODAY), known, Location(edit.file, line))) + "\n"

    expected = CASES / case / "expected.txt"
    if bless:
        expected.write_text(told, "utf-8")
    assert told == expected.read_text("utf-8")
    assert told.count("→") >= 3


def _reports(result: build.Result, known: frozenset[str], edit: Location) -> Iterator[str]:
    new = [each for each in result.problems if _key(each) not in known and each.code != _UNRELATED]
    for language in ("fi", "sv", "en"):
        shifted = [_shifted(each, edit) for each in new]
        said = report.as_text(report.Report.of(shifted, result.schemas, result.schema_names, language, len(result.schema_names)))
        yield f"== {language}\n" + re.sub(r"\b(?:49|50)\d{5}\b", lambda number: _distance(int(number[0]) - _SHIFT), said)


def _key(problem: Problem) -> str:
    return f"{problem.where.file} {problem.where.path} {problem.code} {problem.found}"


def _shifted(problem: Problem, edit: Location) -> Problem:
    """The finding with its lines counted from the edit, far up where no other number is."""

    def shift(where: Location) -> Location:
        return where._replace(line=where.line - edit.line + _SHIFT) if where.file == edit.file else where

    return replace(problem, where=shift(problem.where), other=problem.other and shift(problem.other))


def _distance(lines: int) -> str:
    if abs(lines) > NEAR:
        return "{elsewhere}"
    return f"{{line{lines:+}}}" if lines else "{line}"
