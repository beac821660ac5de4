"""Every mistake in `cases/broken/`, made in a copy of our own models, is told in three languages at the line where it was made.

A case is a folder with two files. `edit.yml` describes one edit: `file`, then `find` (a regular expression, searched from the text
`after`) and `replace`; or `write`, the whole text of a new file. `expected.txt` holds every finding the edit brings, with `{line}`
for the line of the edit.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from building import ROOT
from mallisto.build import checking
from mallisto.reading.problems import Location, Problem
from mallisto.reports import formats
from mistakes import CASES, TODAY, edit_of
from repositories import a_repository

# A light model as a newcomer writes it, in the compact form.
COMPACT = CASES.parent / "light" / "oma-malli.yml"

# Lines are told by their distance from the edit; those further away change whenever a model grows.
NEAR = 30
_SHIFT = 5_000_000

# Each new step, role and item adds to this note, which says nothing about the mistake.
_UNRELATED = "address.unlocked"


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[str]]:
    """A copy of the repository's models and schemas, and what is found in it before anything is broken."""
    root = tmp_path_factory.mktemp("clean")
    a_repository(root)
    shutil.copytree(ROOT / "models" / "site", root / "models" / "site")
    shutil.copy(COMPACT, root / "models")
    return root, frozenset(_key(each) for each in checking.load(root, TODAY).problems)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_the_mistake_is_told_in_three_languages(case: str, clean: tuple[Path, frozenset[str]], tmp_path: Path, bless: bool) -> None:
    root, known = clean
    shutil.copytree(root, tmp_path / "broken")
    edit = edit_of(case)

    line = edit.made_in(tmp_path / "broken")
    told = "\n\n".join(_reports(checking.load(tmp_path / "broken", TODAY), known, Location(edit.file, line))) + "\n"

    expected = CASES / case / "expected.txt"
    if bless:
        expected.write_text(told, "utf-8")
    assert told == expected.read_text("utf-8")
    assert told.count("→") >= 3


def _reports(result: checking.Result, known: frozenset[str], edit: Location) -> Iterator[str]:
    new = [each for each in result.problems if _key(each) not in known and each.code != _UNRELATED]
    for language in ("fi", "sv", "en"):
        shifted = [_shifted(each, edit) for each in new]
        said = formats.as_text(formats.Report.of(shifted, result.schemas, result.schema_names, language, len(result.schema_names)))
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
