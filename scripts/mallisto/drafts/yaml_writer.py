"""Write a draft as YAML in the order of the schema; our reader reads it back unchanged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mallisto.reading.schema import Node, Schema

# The content of a file: texts, integers, empty values, and lists and mappings of them.
Tree: TypeAlias = "str | int | Sequence[Tree] | Mapping[str, Tree] | CommentedValue | None"

# Texts that mean the same without quotes. Anything doubtful is quoted.
_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`\d~]|.*(?:: | #|:$))[^\W\d_].*\S|[^\W\d_]|\d{4}-\d{2}-\d{2}")
# A list of ids that stands on one line, and the width of that line.
_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_WIDTH = 110
_ENDS_A_VALUE = re.compile(r"[,:\[\]{}]")
_OTHERWISE_READ = re.compile(r"(?i)(true|false|null|yes|no|on|off|y|n)")


@dataclass(frozen=True, slots=True)
class CommentedValue:
    """A value with comment lines above it; an optional value is itself written as a comment."""

    value: Tree
    lines: tuple[str, ...]
    is_needed: bool = True


def in_order(tree: Mapping[str, Tree], schema: Schema) -> Mapping[str, Tree]:
    """Return the same tree with its fields in the order of the schema."""
    return _fields_in_order(tree, schema, schema.resolve(schema.root))


def _fields_in_order(fields: Mapping[str, Tree], schema: Schema, node: Node) -> dict[str, Tree]:
    known = [key for key in node.get("properties", {}) if key in fields]
    return {key: _in_order(fields[key], schema, schema.child(node, key)) for key in dict.fromkeys([*known, *fields])}


def _in_order(tree: Tree, schema: Schema, node: Node) -> Tree:
    if isinstance(tree, Mapping):
        return _fields_in_order(tree, schema, node)
    if isinstance(tree, list | tuple):
        return [_in_order(each, schema, schema.child(node, 0)) for each in tree]
    return tree


def as_yaml(tree: Mapping[str, Tree], head: Sequence[str] = ()) -> str:
    """Return the text of the file; `head` are comments at its beginning."""
    return "\n".join([*(f"# {line}".rstrip() for line in head), *_fields(tree, "")]) + "\n"


def on_one_line(tree: Tree) -> str:
    """Return a value on one line: mappings and lists in braces and brackets, absent values left out."""
    if isinstance(tree, Mapping):
        return "{" + ", ".join(f"{key}: {on_one_line(value)}" for key, value in tree.items() if value not in (None, "", [])) + "}"
    if isinstance(tree, list | tuple):
        return "[" + ", ".join(map(on_one_line, tree)) + "]"
    scalar = _scalar(tree)
    return json.dumps(tree, ensure_ascii=False) if _ENDS_A_VALUE.search(scalar) and not scalar.startswith('"') else scalar


def _fields(tree: Mapping[str, Tree], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, CommentedValue):
            yield from (f"{indent}# {line}" for line in value.lines)
            if not value.is_needed:
                yield f"{indent}# {key}:"
                continue
            value = value.value
        yield from _value(f"{indent}{key}:", value, indent)


def _value(start: str, value: Tree, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield start
        yield from _fields(value, f"{indent}  ")
    elif line := _ids_on_a_line(start, value):
        yield line
    elif isinstance(value, list | tuple) and value:
        yield start
        for item in value:
            yield from _item(item, f"{indent}  ")
    else:
        yield f"{start} {_scalar(value)}".rstrip()


def _ids_on_a_line(start: str, value: Tree) -> str:
    """Return `start [a, b]` for a list of ids that is short enough, otherwise nothing."""
    if not isinstance(value, list | tuple) or not value or not all(isinstance(each, str) and _ID.fullmatch(each) for each in value):
        return ""
    line = f"{start} [{', '.join(map(_scalar, value))}]"
    return line if len(line) <= _WIDTH else ""


def _item(value: Tree, indent: str) -> Iterator[str]:
    """Yield the lines of a list item; its first field follows the dash, below the comments."""
    if not isinstance(value, Mapping):
        yield f"{indent}- {_scalar(value)}"
        return
    is_begun = False
    for line in _fields(value, f"{indent}  "):
        is_comment = line.lstrip().startswith("# ")
        yield line if is_begun or is_comment else f"{indent}- {line[len(indent) + 2 :]}"
        is_begun = is_begun or not is_comment


def _scalar(value: Tree) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list | tuple):
        return "[]"
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) and not _OTHERWISE_READ.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return str(value)
