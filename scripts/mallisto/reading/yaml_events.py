"""Build a document from the events of libyaml, and find what is no plain YAML of ours on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from mallisto.reading import invisible_characters, syntax_errors
from mallisto.reading.document import Document, Spot
from mallisto.reading.problems import Location, Path, Problem, Severity

MAX_DEPTH = 16
MAX_NODES = 30_000
MAX_TEXT = 20_000

# YAML 1.1 reads the Finnish word `on` as true. Here only integers, true, false and null are not text.
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_STARTS_A_NUMBER = frozenset("-0123456789")
_TYPED: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_OTHER_READERS_BOOLEAN = frozenset(
    ("y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "True", "TRUE", "False", "FALSE", "on", "On", "ON", "off", "Off", "OFF")
)
_LOST_COMMENT = re.compile(r"([ \t]*)#[ \t]?([^\n]*)")


class Unreadable(Exception):  # noqa: N818 - it carries a problem of the author's, not an error of ours
    """The document cannot be read any further."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(slots=True)
class _Open:
    """A mapping or list that is not closed yet, its start, and the positions of its values so far."""

    value: Any
    is_list: bool
    begin: Any
    spots: dict[str | int, Spot] = field(default_factory=dict)
    key: Any = None
    key_mark: Any = None
    is_repeated: bool = False
    lacks_dash: bool = False

    @property
    def step(self) -> str | int:
        """The key of the next value. A repeated field gets its line number, so that its content has a path of its own."""
        if self.is_list:
            return len(self.value)
        return f"{self.key}#{self.key_mark.line}" if self.is_repeated else str(self.key)


@dataclass(slots=True)
class EventReader:
    """Build a document in one pass over libyaml's events, without recursion."""

    text: str
    name: str
    problems: list[Problem] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    top: _Open | None = None
    document_read: Document | None = None
    documents: int = 0
    nodes: int = 0
    last: Any = None

    def document(self) -> Document | None:
        take = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._count,
            yaml.DocumentStartEvent: self._document_start,
        }
        for event in iter(yaml.CSafeLoader(self.text).get_event, None):
            step = take.get(type(event))
            if step:
                step(event)
            self.last = event
        if self.document_read is None:
            raise Unreadable(Problem(Location(self.name), "yaml.mapping"))
        return self.document_read

    def unclosed_quote(self, error: yaml.YAMLError) -> tuple[Problem, None] | None:
        """Return the problem of a quoted text that runs over several lines up to an unexpected token, or None."""
        mark: Any = getattr(error, "problem_mark", None)
        event: Any = self.last
        if mark is None or getattr(event, "style", None) not in ("'", '"'):
            return None
        runs_on = event.start_mark.line < event.end_mark.line == mark.line
        return (self._problem(event, "yaml.quote"), None) if runs_on else None

    def _count(self, event: Any) -> None:
        """Count a node; reject anchors, tags and too many nodes."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise Unreadable(self._problem(event, "yaml.nodes", limit=MAX_NODES))
        if event.anchor is not None:
            raise Unreadable(self._problem(event, "yaml.anchor", found=str(event.anchor)))
        if getattr(event, "tag", None) is not None:
            raise Unreadable(self._problem(event, "yaml.tag", found=str(event.tag)))

    def _document_start(self, event: Any) -> None:
        if event.version or event.tags:
            raise Unreadable(self._problem(event, "yaml.directive"))
        self.documents += 1
        if self.documents > 1:
            raise Unreadable(self._problem(event, "yaml.second_document"))

    def _start(self, event: Any) -> None:
        self._count(event)
        if len(self.open) >= MAX_DEPTH:
            raise Unreadable(self._problem(event, "yaml.depth", limit=MAX_DEPTH))
        if self.top and not self.top.is_list and self.top.key is None:
            raise Unreadable(self._problem(event, "yaml.key"))
        is_list = type(event) is yaml.SequenceStartEvent
        self.top = _Open([] if is_list else {}, is_list, event.start_mark)
        self.open.append(self.top)

    def _end(self, event: Any) -> None:
        done = self.open.pop()
        self.top = self.open[-1] if self.open else None
        if self.top:
            self._put(self.top, done.value, done.begin, done.spots)
        elif not done.is_list:
            spot = Spot(done.begin.line + 1, done.begin.column + 1, 0, 0, done.spots)
            self.document_read = Document(self.name, done.value, spot)

    def _scalar(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES or event.anchor is not None or event.tag is not None:
            self.nodes -= 1
            self._count(event)
        text, top = event.value, self.top
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if len(text) > MAX_TEXT:
            raise Unreadable(self._problem(event, "text.long", limit=MAX_TEXT))
        # The raw file has been checked already; only an escape in double quotes can bring an invisible character back.
        if event.style == '"' or "\t" in text:
            self._refuse_hidden(event, text)
        if top is None:
            if not event.style:
                self._plain(event, text)
        elif top.key is None and not top.is_list:
            self._key(event, text, top)
        else:
            self._put(top, text if event.style else self._plain(event, text), event.start_mark, None)

    def _refuse_hidden(self, event: Any, text: str) -> None:
        unseen = invisible_characters.characters(text)
        if unseen:
            self.problems.append(self._problem(event, "text.invisible", found=invisible_characters.code_point(min(unseen))))

    def _plain(self, event: Any, text: str) -> Any:
        """Return the meaning of unquoted text: a boolean, an integer, None, or the text itself."""
        if text and text in _TYPED:
            return _TYPED[text]
        if text[:1] in _STARTS_A_NUMBER and _INTEGER.fullmatch(text):
            return int(text)
        if text in _OTHER_READERS_BOOLEAN:
            path = self._path_of_next()
            self.problems.append(self._problem(event, "yaml.boolean_word", found=text, severity=Severity.NOTE, path=path))
        if field_name := syntax_errors.unspaced_field(text):
            mend = f"{field_name}: {syntax_errors.shortened(text[len(field_name) + 1 :])}"
            self.problems.append(self._problem(event, "yaml.no_space", found=field_name, mend=mend, path=self._path_of_next()))
        end = event.end_mark
        lost = None if self.text.startswith("\n", end.index) else _LOST_COMMENT.match(self.text, end.index)
        if lost:
            where = Location(self.name, end.line + 1, end.column + len(lost[1]) + 1, self._path_of_next())
            text = f"{text}{lost[0]}".strip()
            self.problems.append(Problem(where, "text.hash", found=lost[2], mend=syntax_errors.in_quotes(text)))
        return text or None

    def _key(self, event: Any, key: str, top: _Open) -> None:
        if key == "<<" or (not event.style and (key in _TYPED or (key[:1] in _STARTS_A_NUMBER and _INTEGER.fullmatch(key)))):
            raise Unreadable(self._problem(event, "yaml.key", found=key))
        top.key, top.key_mark = key, event.start_mark
        first = top.spots.get(key)
        if first:
            top.is_repeated = True
            if not top.lacks_dash:
                self.problems.append(self._repeated(event, key, first, top))

    def _repeated(self, event: Any, key: str, first: Spot, top: _Open) -> Problem:
        """A field written twice; where it is the first of a list's item, a new item begins that lacks its dash."""
        other, path = Location(self.name, first.key_line, first.key_column), self._path_of_next()
        top.lacks_dash = len(self.open) > 1 and self.open[-2].is_list and next(iter(top.value)) == key
        if top.lacks_dash:
            return self._problem(event, "yaml.missing_dash", found=key, other=other, path=path, mend=f"- {key}: …")
        return self._problem(event, "yaml.duplicate_key", found=key, other=other, path=path)

    def _put(self, top: _Open, value: Any, mark: Any, inner: dict[str | int, Spot] | None) -> None:
        if top.is_list:
            top.spots[len(top.value)] = Spot(mark.line + 1, mark.column + 1, 0, 0, inner)
            top.value.append(value)
            return
        if top.is_repeated:
            top.is_repeated = False
        else:
            key_mark = top.key_mark
            top.spots[top.key] = Spot(mark.line + 1, mark.column + 1, key_mark.line + 1, key_mark.column + 1, inner)
            top.value[top.key] = value
        top.key = None

    def _path(self) -> Path:
        """Return the path of the mapping or list that is being read."""
        return tuple(each.step for each in self.open[:-1])

    def _path_of_next(self) -> Path:
        """Return the path of the next value."""
        return tuple(each.step for each in self.open)

    def _problem(self, event: Any, code: str, *, path: Path | None = None, **details: Any) -> Problem:
        mark = event.start_mark
        where = Location(self.name, mark.line + 1, mark.column + 1, self._path() if path is None else path)
        return Problem(where, code, **details)
