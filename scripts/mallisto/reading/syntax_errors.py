"""Explain YAML syntax errors in the author's terms, and repair the line where the mistake is understood."""

from __future__ import annotations

import re

import yaml

from mallisto.reading.problems import Location, Problem

_PLAIN_COLON = re.compile(r"^(\s*(?:- )*)([\w-]+):[ \t]+(?![\"'|>])(.*:(?: .*)?)$")
# A plain text as a list item with a colon in it, and a field written below such an item.
_ITEM_COLON = re.compile(r"^(\s*- )(?![\w-]+:\s|[\"'|>\[{])(\S.*: .*)$")
_FIELD_BELOW = re.compile(r"^\s*(fi|sv|en|from|said|by|id|site|note|derived_from|reference|result):")
_PLAIN_ITEM = re.compile(r"^(\s*- )(?![\w-]+:(?:\s|$)|[\"'|>\[{])(\S.*)$")
_SPECIAL_START = re.compile(r"^(\s*(?:- )*(?:[\w-]+:[ \t]+)?)([@`%].*)$")
_QUOTED_START = re.compile(r"""^(\s*(?:- )*(?:[\w-]+:[ \t]+)?)((["']).*\3[^"':]+)$""")
# A field with its text right after the colon; an address is no field.
_NO_SPACE = re.compile(r"^(\s*(?:- )*)([a-z_]+):(?!//)([^\s:].*)$")
_LANGUAGE = re.compile(r"^(\s*)(fi|sv|en):\s")
_FIRST_LANGUAGE = re.compile(r"^(\s*(?:- )?)fi:\s")
# A translation stands at most so many lines from the Finnish text.
_NEAR = 3
_DASH_START = re.compile(r"^(\s*(?:- )*[\w-]+:[ \t]+)(- .*)$")
_MARK_START = re.compile(r"^(\s*(?:- )*(?:[\w-]+:[ \t]+)?)([&*!].*)$")
_PERCENT_TAG = re.compile(r"!\S*%|^%TAG", re.MULTILINE)


def in_quotes(text: str) -> str:
    """Return the text as a YAML value in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def explain(error: yaml.YAMLError, text: str, name: str) -> tuple[Problem, str | None]:
    """Return the problem behind a YAML error, and the text with the line repaired where that is possible."""
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1) if mark else 0
    line = lines[number]
    where = Location(name, number + 1, (mark.column if mark else 0) + 1)
    message = " ".join(str(part) for part in (getattr(error, "problem", ""), getattr(error, "context", "")) if part)

    indent = re.match(r"[ \t]*", line)
    if indent and "\t" in indent[0]:
        mended = _indented_as_above(lines, number, indent[0]) + line[indent.end() :]
        return Problem(Location(name, number + 1, line.index("\t") + 1), "yaml.tab"), _with_line(lines, number, mended)
    if explained := _misplaced_language(lines, number, name) or _without_space(lines, number, error, name):
        return explained
    colon = _PLAIN_COLON.match(line)
    if "mapping values are not allowed" in message and colon:
        mended = f"{colon[1]}{colon[2]}: {in_quotes(colon[3])}"
        return Problem(where, "yaml.colon", mend=f"{colon[2]}: {shortened(colon[3])}"), _with_line(lines, number, mended)
    if "mapping values are not allowed" in message and (item := _item_problem(lines, number, name)):
        return item
    for start, words, code in _STARTS:
        special = start.match(line)
        if special and re.search(words, message):
            mended = special[1] + in_quotes(special[2])
            return Problem(_at(where, special), code, mend=shortened(special[2])), _with_line(lines, number, mended)
    if "could not find expected ':'" in message and (continued := _continued(lines, _opening(error, name))):
        return continued
    for pattern, code in _SYNTAX:
        if re.search(pattern, message):
            return Problem(_opening(error, name) if code in ("yaml.quote", "yaml.no_colon") else where, code), None
    return Problem(where, "yaml.syntax"), None


def _indented_as_above(lines: list[str], number: int, indent: str) -> str:
    """The indentation that was meant by tabs: that of the line above, one step more below a field without a value."""
    above = lines[number - 1] if number else ""
    start = re.match(r"\s*(?:- )*", above)
    if indent.strip("\t") or not above.strip() or "\t" in above or start is None:
        return indent.expandtabs(2)
    return " " * (len(start[0]) + (2 if above.rstrip().endswith(":") else 0))


def _misplaced_language(lines: list[str], number: int, name: str) -> tuple[Problem, str] | None:
    """A translation that does not begin where the Finnish text above it does."""
    language = _LANGUAGE.match(lines[number])
    finnish = next((found for line in reversed(lines[max(number - _NEAR, 0) : number]) if (found := _FIRST_LANGUAGE.match(line))), None)
    if language is None or language[2] == "fi" or finnish is None or len(finnish[1]) == len(language[1]):
        return None
    where = Location(name, number + 1, len(language[1]) + 1)
    mended = " " * len(finnish[1]) + lines[number].lstrip()
    return Problem(where, "text.language_place", found=language[2]), _with_line(lines, number, mended)


def _without_space(lines: list[str], number: int, error: yaml.YAMLError, name: str) -> tuple[Problem, str] | None:
    """A field whose text follows the colon without a space: on the line of the error, above it, or where the unreadable part begins."""
    for at in dict.fromkeys((_opening(error, name).line - 1, number, max(number - 1, 0))):
        if at < len(lines) and (found := _NO_SPACE.match(lines[at])):
            written = f"{found[2]}: {shortened(found[3])}"
            mended = _with_line(lines, at, f"{found[1]}{found[2]}: {in_quotes(found[3])}")
            return Problem(Location(name, at + 1, found.start(2) + 1), "yaml.no_space", found=found[2], mend=written), mended
    return None


def unspaced_field(text: str) -> str:
    """The field in a plain text such as `fi:Teksti`, which YAML takes for one text; empty if there is none."""
    found = _NO_SPACE.match(text)
    return found[2] if found and _FIELD_BELOW.match(f"{found[2]}:") else ""


def _continued(lines: list[str], where: Location) -> tuple[Problem, str] | None:
    """A text that goes on at the margin of its field; the text repaired, with an empty line in its place."""
    number = where.line - 1
    if not 0 < number < len(lines) or re.match(r"\s*(- |[\w-]+:(\s|$))", lines[number]):
        return None
    before = re.match(r"(\s*(?:- )*(?:[\w-]+:[ \t]+)?)(?![\"'|>&*!])(\S.*)$", lines[number - 1])
    if before is None or " " not in before[2].strip():  # a single word is a value, and below it a field lacks its colon
        return None
    whole = f"{before[2].rstrip()} {lines[number].strip()}"
    mended = "\n".join([*lines[: number - 1], before[1] + in_quotes(whole), "", *lines[number + 1 :]])
    return Problem(where, "yaml.continued", found=lines[number].strip()[:40]), mended


def _item_problem(lines: list[str], number: int, name: str) -> tuple[Problem, str] | None:
    """The problem of a plain list item with a colon in it, or with fields below it, and the text repaired; None if it is neither."""
    if colon := _ITEM_COLON.match(lines[number]):
        mended = _with_line(lines, number, colon[1] + in_quotes(colon[2]))
        return Problem(Location(name, number + 1, colon.start(2) + 1), "yaml.item_colon", mend=shortened(colon[2])), mended
    field, item = _FIELD_BELOW.match(lines[number]), _PLAIN_ITEM.match(lines[number - 1]) if number else None
    if field is None or item is None or field.start(1) != item.start(2):
        return None
    mended = _with_line(lines, number - 1, f"{item[1]}fi: {in_quotes(item[2])}")
    return Problem(
        Location(name, number + 1, field.start(1) + 1), "yaml.item_below", found=field[1], mend=f"- fi: {shortened(item[2])}"
    ), mended


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
    """Return the place on the line where the text begins."""
    return Location(where.file, where.line, special.start(2) + 1)


def without_marks(problem: Problem, text: str) -> str | None:
    """Return the text with the value after an anchor, an alias or a tag put in quotes, or None."""
    lines = text.split("\n")
    marked = _MARK_START.match(lines[problem.where.line - 1])
    if marked is None or problem.code not in ("yaml.anchor", "yaml.tag"):
        return None
    return _with_line(lines, problem.where.line - 1, marked[1] + in_quotes(marked[2]))


def undecodable_tag(text: str, name: str) -> Problem:
    """Return the problem of a tag with percent codes that are not UTF-8, which PyYAML fails to decode."""
    tag = _PERCENT_TAG.search(text)
    before = text[: tag.start()].split("\n") if tag else [""]
    return Problem(Location(name, len(before), len(before[-1]) + 1), "yaml.tag")


def _opening(error: yaml.YAMLError, name: str) -> Location:
    """Return where the unclosed construct began."""
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    return Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)


def _with_line(lines: list[str], number: int, line: str) -> str:
    return "\n".join([*lines[:number], line, *lines[number + 1 :]])


def shortened(text: str, length: int = 40) -> str:
    """Return the beginning of a text in quotes, for an example."""
    return in_quotes(text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(".,:;") + " …")
