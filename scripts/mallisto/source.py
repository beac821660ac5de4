"""Strict YAML with the place of every value: the only way any YAML of the project is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from mallisto.problems import Location, Path, Problem, Severity, UsageError

MAX_BYTES = 500_000
MAX_DEPTH = 16
MAX_NODES = 30_000
MAX_TEXT = 20_000
MAX_MENDS = 20

FILE_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\.yml")

# Everything a reader cannot see: controls, formats (bidi, zero width, soft hyphen, tags), surrogates, private use, unassigned, separators.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and marks that show nothing either: joiners, fillers, variation selectors, the empty Braille pattern.
_HIDDEN_LETTERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
_LINE_BREAKS = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")

# YAML 1.1 reads the Finnish word `on` as true; only these three shapes are anything but text here.
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_TYPED: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_OTHER_READERS_BOOLEAN = re.compile(r"y|Y|yes|Yes|YES|n|N|no|No|NO|True|TRUE|False|FALSE|on|On|ON|off|Off|OFF")
_LOST_COMMENT = re.compile(r"([ \t]*)#[ \t]?([^\n]*)")

_PLAIN_COLON = re.compile(r"^(\s*(?:- )*)([\w-]+):[ \t]+(?![\"'|>])(.*:(?: .*)?)$")
_SPECIAL_START = re.compile(r"^(\s*(?:- )*(?:[\w-]+:[ \t]+)?)([@`%].*)$")
_QUOTED_START = re.compile(r"""^(\s*(?:- )*(?:[\w-]+:[ \t]+)?)((["']).*\3[^"':]+)$""")
_DASH_START = re.compile(r"^(\s*(?:- )*[\w-]+:[ \t]+)(- .*)$")
_MARK_START = re.compile(r"^(\s*(?:- )*(?:[\w-]+:[ \t]+)?)([&*!].*)$")
_PERCENT_TAG = re.compile(r"!\S*%|^%TAG", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column, both from one."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as read, with the places of its values and of its field names."""

    file: str
    root: dict[str, Any]
    places: Mapping[Path, Place]
    keys: Mapping[Path, Place]

    def __getitem__(self, path: Path) -> Any:
        """The value at a path; KeyError or IndexError where there is none."""
        value: Any = self.root
        for step in path:
            value = value[step]
        return value

    def where(self, path: Path) -> Location:
        """The place of a value, or of the nearest value around it."""
        known = path
        while known not in self.places:
            known = known[:-1]
        place = self.places[known]
        return Location(self.file, place.line, place.column, path)

    def where_key(self, path: Path) -> Location:
        """The place of a field's name; of the value where it has no name."""
        place = self.keys.get(path)
        return Location(self.file, place.line, place.column, path) if place else self.where(path)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: a document where it could be read, and every finding on the way."""

    document: Document | None
    problems: tuple[Problem, ...] = ()


def read_file(path: FilePath, name: str) -> Reading:
    """Read one YAML file; `name` is how findings call it. No input makes this raise, hang or recurse deeply."""
    if path.is_symlink() or not path.is_file():
        return Reading(None, (Problem(Location(name), "file.irregular"),))
    if path.stat().st_size > MAX_BYTES:
        return Reading(None, (Problem(Location(name), "file.large", limit=MAX_BYTES),))
    return read(path.read_bytes(), name)


def read(content: bytes, name: str) -> Reading:
    """Read YAML from bytes, as `read_file` does."""
    if not hasattr(yaml, "CSafeLoader"):
        raise UsageError("PyYAML was built without libyaml")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8").split("\n")
        return Reading(None, (Problem(Location(name, len(before), len(before[-1]) + 1), "file.encoding"),))
    found = tuple(_hidden_characters(text, name))
    hidden = _hidden_in(text) - {"\t"} if found else set()
    if hidden & _LINE_BREAKS:
        return Reading(None, found)
    reading = _read_mending(text.translate(dict.fromkeys(map(ord, hidden))), name)
    return Reading(reading.document, (*found, *reading.problems))


def _hidden_characters(text: str, name: str) -> Iterator[Problem]:
    """The first invisible character of every line; a tab is left to the reader below, which knows how to mend it."""
    hidden = _hidden_in(text) - {"\t"}
    for number, line in enumerate(text.split("\n") if hidden else (), 1):
        column = next((column for column, character in enumerate(line, 1) if character in hidden), 0)
        if column:
            yield Problem(Location(name, number, column), "text.invisible", found=_code_point(line[column - 1]))


def _hidden_in(text: str) -> set[str]:
    """The characters of a text that a reader cannot see. A text has few different characters, so each is judged once."""
    return {each for each in set(text) - {"\n"} if unicodedata.category(each) in _HIDDEN_CATEGORIES or _HIDDEN_LETTERS.match(each)}


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _read_mending(text: str, name: str) -> Reading:
    """Read; where a line is broken in a way we understand, say so, mend a copy and read on, so that one run shows every mistake."""
    found: list[Problem] = []
    for _ in range(MAX_MENDS):
        reader = _Reader(text, name)
        try:
            document = reader.document()
        except yaml.YAMLError as error:
            problem, mended = reader.unclosed_quote(error) or _explain(error, text, name)
        except _Unreadable as unreadable:
            problem, mended = unreadable.problem, _without_marks(unreadable.problem, text)
        except UnicodeDecodeError:
            problem, mended = _undecodable_tag(text, name), None
        else:
            return Reading(document, (*found, *reader.problems))
        found.append(problem)
        if mended is None or mended == text:
            return Reading(None, (*found, *reader.problems))
        text = mended
    return Reading(None, tuple(found))


class _Unreadable(Exception):  # noqa: N818 - it carries a finding of the author's, not an error of ours
    """Reading on makes no sense."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    has_repeated_key: bool = False

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    @property
    def next_path(self) -> Path:
        return (*self.path, len(self.value) if isinstance(self.value, list) else str(self.key))


@dataclass(slots=True)
class _Reader:
    """One pass over libyaml's events; nothing recurses."""

    text: str
    name: str
    problems: list[Problem] = field(default_factory=list)
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    open: list[_Open] = field(default_factory=list)
    roots: list[Any] = field(default_factory=list)
    nodes: int = 0
    last: Any = None

    def document(self) -> Document | None:
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            self._take(event)
        if not self.roots or not isinstance(self.roots[0], dict):
            raise _Unreadable(Problem(Location(self.name), "yaml.mapping"))
        return Document(self.name, self.roots[0], self.places, self.keys)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent):
            self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._put(self.open.pop().value)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document_start(event)
        self.last = event

    def unclosed_quote(self, error: yaml.YAMLError) -> tuple[Problem, None] | None:
        """A quote that ran on over lines to the next one of its kind, after which nothing fits."""
        mark: Any = getattr(error, "problem_mark", None)
        event: Any = self.last
        if mark is None or getattr(event, "style", None) not in ("'", '"'):
            return None
        runs_on = event.start_mark.line < event.end_mark.line == mark.line
        return (self._problem(event, "yaml.quote"), None) if runs_on else None

    def _refuse_extras(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Unreadable(self._problem(event, "yaml.nodes", limit=MAX_NODES))
        if event.anchor is not None:
            raise _Unreadable(self._problem(event, "yaml.anchor", found=str(event.anchor)))
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise _Unreadable(self._problem(event, "yaml.tag", found=str(tag)))

    def _document_start(self, event: yaml.DocumentStartEvent) -> None:
        if event.version or event.tags:
            raise _Unreadable(self._problem(event, "yaml.directive"))
        if self.roots:
            raise _Unreadable(self._problem(event, "yaml.second_document"))

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise _Unreadable(self._problem(event, "yaml.depth", limit=MAX_DEPTH))
        if self.open and self.open[-1].awaits_key:
            raise _Unreadable(self._problem(event, "yaml.key"))
        path = self.open[-1].next_path if self.open else ()
        self.places.setdefault(path, _place(event))
        self.open.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else [], path))

    def _scalar(self, event: Any) -> None:
        text = event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value)
        if len(text) > MAX_TEXT:
            raise _Unreadable(self._problem(event, "text.long", limit=MAX_TEXT))
        # The raw file has been searched already; only an escape in double quotes can bring a hidden character back.
        hidden = _hidden_in(text) if event.style == '"' or "\t" in text else ()
        if hidden:
            self.problems.append(self._problem(event, "text.invisible", found=_code_point(min(hidden))))
        if self.open and self.open[-1].awaits_key:
            self._key(event, text)
            return
        path = self.open[-1].next_path if self.open else ()
        self.places.setdefault(path, _place(event))
        self._put(text if event.style else self._plain(event, text, path))

    def _plain(self, event: Any, text: str, path: Path) -> Any:
        """The meaning of unquoted text: a truth value, a whole number, nothing, or the text itself."""
        if text and text in _TYPED:
            return _TYPED[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _OTHER_READERS_BOOLEAN.fullmatch(text):
            self.problems.append(self._problem(event, "yaml.boolean_word", found=text, severity=Severity.NOTE, path=path))
        lost = _LOST_COMMENT.match(self.text, event.end_mark.index)
        if lost:
            where = Location(self.name, event.end_mark.line + 1, event.end_mark.column + len(lost[1]) + 1, path)
            text = f"{text}{lost[0]}".strip()
            self.problems.append(Problem(where, "text.hash", found=lost[2], mend=_in_quotes(text)))
        return text or None

    def _key(self, event: Any, key: str) -> None:
        top = self.open[-1]
        path = (*top.path, key)
        if key == "<<" or (not event.style and (key in _TYPED or _INTEGER.fullmatch(key))):
            raise _Unreadable(self._problem(event, "yaml.key", found=key))
        if path in self.keys:
            first = self.keys[path]
            other = Location(self.name, first.line, first.column)
            self.problems.append(self._problem(event, "yaml.duplicate_key", found=key, other=other, path=path))
            top.key, top.has_repeated_key = f"{key}#{event.start_mark.line}", True
        else:
            self.keys[path] = _place(event)
            top.key = key

    def _put(self, value: Any) -> None:
        if not self.open:
            self.roots.append(value)
            return
        top = self.open[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        elif top.has_repeated_key:
            top.key, top.has_repeated_key = None, False
        else:
            top.value[str(top.key)] = value
            top.key = None

    def _problem(self, event: yaml.Event, code: str, *, path: Path | None = None, **details: Any) -> Problem:
        place = _place(event)
        if path is None:
            path = self.open[-1].path if self.open else ()
        return Problem(Location(self.name, place.line, place.column, path), code, **details)


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _in_quotes(text: str) -> str:
    """The text as a YAML value in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _explain(error: yaml.YAMLError, text: str, name: str) -> tuple[Problem, str | None]:
    """What is wrong in the author's words, and the text with that one line mended where we know how."""
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1) if mark else 0
    line = lines[number]
    where = Location(name, number + 1, (mark.column if mark else 0) + 1)
    message = " ".join(str(part) for part in (getattr(error, "problem", ""), getattr(error, "context", "")) if part)

    indent = re.match(r"[ \t]*", line)
    if indent and "\t" in indent[0]:
        mended = indent[0].expandtabs(2) + line[indent.end() :]
        return Problem(Location(name, number + 1, line.index("\t") + 1), "yaml.tab"), _with_line(lines, number, mended)
    colon = _PLAIN_COLON.match(line)
    if "mapping values are not allowed" in message and colon:
        mended = f"{colon[1]}{colon[2]}: {_in_quotes(colon[3])}"
        return Problem(where, "yaml.colon", mend=f"{colon[2]}: {_shortened(colon[3])}"), _with_line(lines, number, mended)
    for start, words, code in _STARTS:
        special = start.match(line)
        if special and re.search(words, message):
            mended = special[1] + _in_quotes(special[2])
            return Problem(_at(where, special), code, mend=_shortened(special[2])), _with_line(lines, number, mended)
    for pattern, code in _SYNTAX:
        if re.search(pattern, message):
            return Problem(_opening(error, name) if code in ("yaml.quote", "yaml.no_colon") else where, code), None
    return Problem(where, "yaml.syntax"), None


_STARTS = (
    (_SPECIAL_START, "cannot start any token", "yaml.special"),
    (_QUOTED_START, "did not find expected", "yaml.special"),
    (_DASH_START, "block sequence entries are not allowed", "yaml.special"),
    (re.compile(r"^(\s*(?:- )*(?:[\w-]+:[ \t]+)?)([&*].*)$"), "alias|anchor", "yaml.anchor"),
    (re.compile(r"^(\s*(?:- )*(?:[\w-]+:[ \t]+)?)(!.*)$"), "tag", "yaml.tag"),
)

_SYNTAX = (
    (r"could not find expected ':'", "yaml.no_colon"),
    (r"escape|hexdecimal", "yaml.escape"),
    (r"quoted scalar", "yaml.quote"),
    (r"undefined alias|alias|anchor", "yaml.anchor"),
    (r"cannot start any token", "yaml.special"),
    (r"mapping values are not allowed", "yaml.colon_indent"),
    (r"did not find expected|block (end|mapping|sequence|collection)|node content", "yaml.indent"),
)


def _at(where: Location, special: re.Match[str]) -> Location:
    """The place on its line where the text begins."""
    return Location(where.file, where.line, special.start(2) + 1)


def _without_marks(problem: Problem, text: str) -> str | None:
    """The text with the line of an anchor, an alias or a tag in quotes."""
    lines = text.split("\n")
    marked = _MARK_START.match(lines[problem.where.line - 1])
    if marked is None or problem.code not in ("yaml.anchor", "yaml.tag"):
        return None
    return _with_line(lines, problem.where.line - 1, marked[1] + _in_quotes(marked[2]))


def _undecodable_tag(text: str, name: str) -> Problem:
    """The first tag with a % code; libyaml hands on those that are no characters, and the binding cannot read them."""
    tag = _PERCENT_TAG.search(text)
    before = text[: tag.start()].split("\n") if tag else [""]
    return Problem(Location(name, len(before), len(before[-1]) + 1), "yaml.tag")


def _opening(error: yaml.YAMLError, name: str) -> Location:
    """Where the thing that never ends began."""
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    return Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)


def _with_line(lines: list[str], number: int, line: str) -> str:
    return "\n".join([*lines[:number], line, *lines[number + 1 :]])


def _shortened(text: str, length: int = 40) -> str:
    """The start of a text in quotes, as an example of quoting it."""
    return _in_quotes(text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(".,:;") + " …")
