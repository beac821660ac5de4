"""What is wrong where a document is not of its schema's shape, and the mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from mallisto.reading import origin_problems
from mallisto.reading.document import Document
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.mends import MENDS, no_mend, number_in
from mallisto.reading.messages import nearest
from mallisto.reading.problems import Choice, Location, Path, Problem
from mallisto.reading.schema import MODEL, Node, Schema, enum_choices, names

# A mapping with more unknown fields than this is no misspelt one, and guessing what each of thousands meant would take long.
MOST_GUESSES = 20


def shape_problems(schema: Schema, document: Document) -> Iterator[Problem]:
    """Every place where the document is not of the schema's shape."""
    errors = list(schema.validator.iter_errors(document.root))
    for error in errors:
        yield from _problems(schema, document, error)
    if not errors:
        yield from unknown_field_names(schema, document)


def unknown_field_names(schema: Schema, document: Document) -> Iterator[Problem]:
    """Gaps that name no field of the schema; the document is of the schema's shape."""
    known = _field_choices(schema) if schema.name == MODEL else {}
    for number, gap in enumerate(document.root.get("gaps", ()) if known else ()):
        if gap["field"] not in known:
            where = document.where(("gaps", number, "field"))
            yield Problem(where, "field-name.unknown", found=gap["field"], candidates=tuple(known.values()))


def _problems(schema: Schema, document: Document, error: Any) -> Iterator[Problem]:
    path: Path = tuple(error.absolute_path)
    node = schema.node(path)
    match error.validator:
        case "enum" | "type" if _is_told_by_the_other(error):
            return
        case "required":
            yield from _missing(schema, document, path, node, error)
        case "additionalProperties":
            yield from _unknown(schema, document, path, node)
        case "anyOf":
            yield from _branches(schema, document, path, error)
        case "not":
            yield Problem(document.where_key(path), "field.not_here", found=str(path[-1]))
        case _:
            yield _wrong_value(schema, document, path, node, error)


def _is_told_by_the_other(error: Any) -> bool:
    """A value that is no text fails both the type and the enum; of a single value the enum tells more, of all else the type."""
    both = "enum" in error.schema and "type" in error.schema and not isinstance(error.instance, str)
    is_single = isinstance(error.instance, bool | int)
    return both and error.validator == ("type" if is_single else "enum")


@cache
def _field_choices(schema: Schema) -> Mapping[str, Choice]:
    return {each.value: each for each in schema.field_names()}


def _missing(schema: Schema, document: Document, path: Path, node: Node, error: Any) -> Iterator[Problem]:
    for key in error.validator_value:
        if repr(key) not in error.message.split(" is a required")[0] or key in error.instance:
            continue
        if told := origin_problems.long_names(document, path, key):
            yield from told
            continue
        code, written = ("text.translation_missing", key) if node.get("x-localized") else origin_problems.missing(document, path, key)
        choice = Choice(written, names(_written(schema, node, written)))
        if any(nearest(given, (choice,)) for given in _unknown_names(error.instance, node)[:MOST_GUESSES]):
            continue  # the misspelt field is reported instead
        yield Problem(_place_of_field(document, path), code, found=written, candidates=(choice,))


def _place_of_field(document: Document, path: Path) -> Location:
    return document.where_key(path) if path else document.where(path)


def _unknown(schema: Schema, document: Document, path: Path, node: Node) -> Iterator[Problem]:
    properties = node.get("properties", {})
    given = document[path]
    is_compact = "basis" in properties and origin_problems.is_compact(document, path)
    written = dict.fromkeys(origin_problems.COMPACT_NAMES.get(key, key) if is_compact else key for key in properties)
    free = tuple(Choice(key, names(_written(schema, node, key))) for key in written if key not in given)
    for number, key in enumerate(_unknown_names(given, node)):
        if problem := origin_problems.unknown(document, path, key):
            yield problem
            continue
        if key in LANGUAGES:
            yield Problem(document.where_key((*path, key)), "text.language_place", found=key)
            continue
        yield Problem(document.where_key((*path, key)), "field.unknown", found=key, candidates=free if number < MOST_GUESSES else ())


def _written(schema: Schema, node: Node, key: str) -> Node:
    """The node of a field by the name that authors write."""
    own = schema.child(node, key)
    return own if own or key not in _ORIGIN else schema.resolve({"$ref": f"#/definitions/{_ORIGIN[key]}"})


# The definitions of the compact form's fields of origin.
_ORIGIN = {"from": "from", "said": "modality", "by": "reported_by"}


def _unknown_names(given: Mapping[str, Any], node: Node) -> list[str]:
    return [key for key in given if key not in node.get("properties", {})]


def _branches(schema: Schema, document: Document, path: Path, error: Any) -> Iterator[Problem]:
    """Of several allowed shapes, speak about the one the author seems to have meant."""
    if all(each.validator == "required" for each in error.context):
        keys = [key for each in error.context for key in each.validator_value]
        node = schema.node(path)
        known = tuple(Choice(key, names(schema.child(node, key))) for key in keys)
        yield Problem(_place_of_field(document, path), "field.one_of", candidates=known)
        return
    wanted = "object" if isinstance(error.instance, dict) else "string"
    meant = [i for i, branch in enumerate(error.validator_value) if schema.resolve(branch).get("type") == wanted]
    for inner in error.context:
        if not meant or inner.schema_path[0] in meant:
            yield from _problems(schema, document, inner)


def _wrong_value(schema: Schema, document: Document, path: Path, node: Node, error: Any) -> Problem:
    where, found = document.where(path), error.instance
    if found is None:
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        is_required = bool(path) and path[-1] in schema.node(path[:-1]).get("required", ())
        return Problem(document.where_key(path), "field.empty_required" if is_required else "field.empty", found=name)
    shown = "" if isinstance(found, dict | list) else _as_written(found)
    if error.validator == "enum":
        return Problem(where, "value.unknown", found=shown, candidates=enum_choices(node))
    shape = str(node.get("x-shape", ""))
    is_misshapen = error.validator in ("pattern", "minimum", "maximum") and (shape != "number" or error.validator == "pattern")
    if shape and (is_misshapen or _is_number_as(error, shape)):
        if shape == "number" and (loose := _loose_number(where, shown)):
            return loose
        return Problem(where, f"value.{shape}", found=shown, mend=_mended(shown, shape, node), candidates=_help(node))
    if error.validator == "pattern":
        return Problem(where, "value.pattern", found=shown, candidates=_help(node))
    if error.validator == "type":
        return _wrong_type(where, found, shown, node)
    code = _LIMITS.get(str(error.validator), "value.schema")
    limit = error.validator_value if isinstance(error.validator_value, int) else 0
    return Problem(where, code, found=str(len(found)) if code == "text.too_long" else shown, limit=limit)


def _is_number_as(error: Any, shape: str) -> bool:
    """A bare number or truth value where an id, a date or an address stands; an area's number only lacks its quotes."""
    return error.validator == "type" and shape != "code" and isinstance(error.instance, bool | int)


def _mended(text: str, shape: str, node: Node) -> str:
    """What the author most likely meant, where it would be right."""
    mend = MENDS.get(shape, no_mend)(text)
    fitting = (each for each in (mend, mend.replace("http://", "https://", 1)) if re.search(node.get("pattern", ""), each))
    return next(fitting, "")


def _as_written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_LIMITS = {
    "minLength": "text.empty",
    "maxLength": "text.too_long",
    "minItems": "list.short",
    "uniqueItems": "list.repeated",
    "minimum": "number.small",
    "maximum": "number.large",
}


def _wrong_type(where: Location, found: Any, shown: str, node: Node) -> Problem:
    wanted = node.get("type")
    if wanted == "integer":
        return _loose_number(where, shown) or Problem(where, "value.number", found=shown, mend=number_in(shown))
    if wanted == "array":
        return Problem(where, "value.list", found=shown)
    if wanted == "object":
        return Problem(where, "value.texts" if node.get("x-localized") else "value.fields", found=shown)
    if isinstance(found, dict | list):
        return Problem(where, "value.single")
    return Problem(where, "value.text", found=shown)


def _help(node: Node) -> tuple[Choice, ...]:
    return (Choice("", node["x-pattern-help"]),) if "x-pattern-help" in node else ()


def _loose_number(where: Location, text: str) -> Problem | None:
    """The problem of a number that is about right, or of a range, each of which has fields of its own."""
    about = re.fullmatch(r"(?i)\s*(?:noin|n\.|about|approx\.?|circa|ca\.?|cirka|ungefär|omkring|~)\s*(\S.*)", text)
    if about and (mend := number_in(about[1])):
        return Problem(where, "value.about", found=text, mend=mend)
    ends = [number_in(each) for each in re.split(r"\s*[–—-]\s*|\.\.\.?", text.strip())]
    if len(ends) == 2 and all(ends):
        return Problem(where, "value.range", found=text, mend=f"min: {ends[0]}, max: {ends[1]}")
    return None
