"""Strict YAML reader that keeps the location of every value. All YAML of the project is read with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

import yaml

from mallisto.reading import invisible_characters, syntax_errors
from mallisto.reading.document import Document, Spot
from mallisto.reading.problems import Location, Problem, UsageError
from mallisto.reading.yaml_events import EventReader, Unreadable

MAX_BYTES = 500_000
MAX_MENDS = 20

FILE_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\.yml")


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a file: the document, unless it was unreadable, and all problems."""

    document: Document | None
    problems: tuple[Problem, ...] = ()


def content_of(path: FilePath, name: str) -> bytes | Problem:
    """Return the bytes of a regular file of acceptable size; `name` is the file's name in problems."""
    if path.is_symlink() or not path.is_file():
        return Problem(Location(name), "file.irregular")
    if path.stat().st_size > MAX_BYTES:
        return Problem(Location(name), "file.large", limit=MAX_BYTES)
    return path.read_bytes()


def read_file(path: FilePath, name: str) -> Reading:
    """Read one YAML file. No input makes this raise, hang or recurse deeply."""
    content = content_of(path, name)
    return Reading(None, (content,)) if isinstance(content, Problem) else read(content, name)


def read(content: bytes, name: str) -> Reading:
    """Read YAML from bytes; see `read_file`. UsageError if PyYAML lacks libyaml."""
    if not hasattr(yaml, "CSafeLoader"):
        raise UsageError("PyYAML was built without libyaml")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8").split("\n")
        return Reading(None, (Problem(Location(name, len(before), len(before[-1]) + 1), "file.encoding"),))
    text, bound = invisible_characters.bound_spaces(text, name)
    unseen = invisible_characters.characters(text) - {"\t"}
    if not unseen:
        reading = _read_mending(text, name)
        return Reading(reading.document, (*bound, *reading.problems))
    found = (*bound, *invisible_characters.problems(text, unseen, name))
    if unseen & invisible_characters.LINE_BREAKS:
        return Reading(None, found)
    reading = _read_mending(text.translate(dict.fromkeys(map(ord, unseen))), name)
    return Reading(reading.document, (*found, *reading.problems))


def _read_mending(text: str, name: str) -> Reading:
    """Read the text; repair lines with a known mistake in memory and read again, so that one run reports all mistakes."""
    found: list[Problem] = []
    written = text.split("\n")
    for _ in range(MAX_MENDS):
        reader = EventReader(text, name)
        try:
            document = reader.document()
        except yaml.YAMLError as error:
            problem, mended = reader.unclosed_quote(error) or syntax_errors.explain(error, text, name)
        except Unreadable as unreadable:
            problem, mended = unreadable.problem, syntax_errors.without_marks(unreadable.problem, text)
        except UnicodeDecodeError:
            problem, mended = syntax_errors.undecodable_tag(text, name), None
        else:
            if document and found and (moved := _moved_indents(written, text.split("\n"))):
                document = replace(document, spot=_as_written(document.spot, moved))
            return Reading(document, (*found, *reader.problems))
        found.append(_within(written, problem))
        if mended is None or mended == text:
            return Reading(None, (*found, *reader.problems))
        text = mended
    return Reading(None, tuple(found))


def _moved_indents(written: list[str], repaired: list[str]) -> dict[int, int]:
    """By line, counted from one: how many columns its repaired indentation is longer than the written one, such as spaces for a tab."""
    pairs = enumerate(zip(written, repaired, strict=False), start=1)
    moved = {line: _indent(new) - _indent(old) for line, (old, new) in pairs if old != new}
    return {line: columns for line, columns in moved.items() if columns}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _as_written(spot: Spot, moved: dict[int, int]) -> Spot:
    """The spot in the file as it was written, without what the repair of an indentation added."""
    inner = {step: _as_written(each, moved) for step, each in spot.inner.items()} if spot.inner else spot.inner
    column = max(spot.column - moved.get(spot.line, 0), 1)
    key_column = max(spot.key_column - moved.get(spot.key_line, 0), 1) if spot.key_line else 0
    return Spot(spot.line, column, spot.key_line, key_column, inner)


def _within(lines: list[str], problem: Problem) -> Problem:
    """The problem at a column that its line has in the file: a repaired line may be longer than the one that was written."""
    where = problem.where
    end = len(lines[where.line - 1]) + 1 if where.line else where.column
    return problem if where.column <= end else replace(problem, where=where._replace(column=end))
