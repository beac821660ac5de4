"""What the checker has to say about a proposal: every error, the notes on lines it touches, and how many translations it leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from mallisto.catalog import project_files
from mallisto.reading.problems import Problem, Severity

# A missing translation hinders nobody from publishing; a model in one language would list dozens.
_TRANSLATION_GAPS = frozenset({"text.translation_missing", "translation.missing", "translation.many_missing"})


@dataclass(frozen=True, slots=True)
class Findings:
    """The problems that concern a proposal, errors first, and the number of texts without translation on the lines it touches."""

    problems: tuple[Problem, ...]
    untranslated: int


def findings(problems: Iterable[Problem], before: Path, after: Path) -> Findings:
    """Of all problems of a repository those that concern what changed between two folders of models, or two files of one."""
    touched = _touched_lines(before, after)
    concerning = [each for each in problems if each.severity is Severity.ERROR or each.where.line in touched.get(each.where.file, ())]
    gaps = [each for each in concerning if each.severity is Severity.NOTE and each.code in _TRANSLATION_GAPS]
    told = sorted((each for each in concerning if each not in gaps), key=lambda each: (each.severity is not Severity.ERROR, each.order))
    return Findings(tuple(told), sum(max(each.limit, 1) for each in gaps))


def _touched_lines(before: Path, after: Path) -> Mapping[str, Set[int]]:
    """The numbers of the lines that are new or other, by the file's name in the repository."""
    if after.is_file():
        return {f"{project_files.MODELS}/{after.name}": _new_lines(before, after)}
    paths = (path.relative_to(after) for path in sorted(after.rglob("*.yml")))
    return {f"{project_files.MODELS}/{path.as_posix()}": _new_lines(before / path, after / path) for path in paths}


def _new_lines(before: Path, after: Path) -> Set[int]:
    old, new = (path.read_bytes().split(b"\n") if path.is_file() else [] for path in (before, after))
    if old == new:
        return frozenset()
    parts = SequenceMatcher(None, old, new).get_opcodes()
    # A deleted line is told at the line that follows it.
    return {line + 1 for kind, _, _, first, last in parts if kind != "equal" for line in range(first, max(last, first + 1))}
