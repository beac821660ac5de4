"""A document against its JSON Schema, and the words the schema has for every field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path as FilePath
from typing import Any

from mallisto.reading import origin_problems
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.mends import MENDS, no_mend, number_in
from mallisto.reading.messages import nearest
from mallisto.reading.problems import Choice, Location, Path, Problem, UsageError
from mallisto.reading.yaml_reader import Document

# A node of a schema with its references followed.
Node = Mapping[str, Any]

COMMON = "common"
MODEL = "model"
API = "api"

# A mapping with more unknown fields than this is no misspelt one, and guessing what each of thousands meant would take long.
MOST_GUESSES = 20


@dataclass(frozen=True, eq=False)
class Schema:
    """One JSON Schema (draft 7) and the shared parts its references lead to."""

    name: str
    root: Node
    common: Node

    def validate(self, document: Document) -> Iterator[Problem]:
        """Every place where the document is not of the schema's shape."""
        errors = list(self._validator.iter_errors(document.root))
        for error in errors:
            yield from _problems(self, document, error)
        if not errors:
            yield from self.unknown_field_names(document)

    def unknown_field_names(self, document: Document) -> Iterator[Problem]:
        """Gaps that name no field of the schema; the document is of the schema's shape."""
        known = _field_choices(self) if self.name == MODEL else {}
        for number, gap in enumerate(document.root.get("gaps", ()) if known else ()):
            if gap["field"] not in known:
                where = document.where(("gaps", number, "field"))
                yield Problem(where, "field-name.unknown", found=gap["field"], candidates=tuple(known.values()))

    def violations(self, document: Document) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
        """Each violation by its path, the keyword of JSON Schema it breaks, and, of `required`, the names of the fields."""
        for error in self._validator.iter_errors(document.root):
            keys = tuple(error.validator_value) if error.validator == "required" else ()
            yield tuple(error.absolute_path), str(error.validator), keys

    @cached_property
    def _validator(self) -> Any:
        import jsonschema  # takes longer to import than a model takes to validate, and not every command validates

        validators: Any = jsonschema.validators
        return validators.extend(jsonschema.Draft7Validator, {"pattern": _pattern})(_inlined(self.root, self.common))

    def node(self, path: Path) -> Node:
        """What the schema says of the value at a path; empty where it says nothing."""
        node = self.resolve(self.root)
        for step in path:
            node = self.child(node, step)
        return node

    def child(self, node: Node, step: str | int) -> Node:
        """The node of a field or of the items of a list."""
        for branch in (node, *map(self.resolve, node.get("anyOf", ()))):
            inner = branch.get("items") if isinstance(step, int) else branch.get("properties", {}).get(step)
            if inner:
                return self.resolve(inner)
        return {}

    def field_names(self, node: Node | None = None, before: str = "") -> Iterator[Choice]:
        """Every field by its name with dots; the items of a list bear the list's name."""
        node = self.resolve(self.root) if node is None else node
        for key, inner in node.get("properties", {}).items():
            child = self.resolve(inner)
            yield Choice(before + key, _names(child))
            yield from self.field_names(self.child(child, 0) or child, f"{before}{key}.")

    def resolve(self, node: Node) -> Node:
        """The node with its `$ref` into the shared parts followed; what stands beside the `$ref` wins."""
        if "$ref" not in node:
            return node
        definition = self.common["definitions"][node["$ref"].rpartition("/")[2]]
        return {**self.resolve(definition), **{key: value for key, value in node.items() if key != "$ref"}}

    def trail(self, path: Path, language: str) -> tuple[str, ...]:
        """A path in the words of the schema, items counted from one: ("Asiakkaan polku", "Vaihe 4", "Seuraavaksi").

        Statements are named by their list, ("Ratkaisun perusidea", "Tavoitteet 2"), as most of them have no title of their own.
        """
        words: list[str] = []
        node = self.resolve(self.root)
        for at in path:
            step = at.partition("#")[0] if isinstance(at, str) else at  # a field that is written twice bears the number of its line
            parent, node = node, self.child(node, step)
            if isinstance(step, str):
                words.append(title(node, language) or step)
            else:
                is_whole = title(node, DEFAULT) != self._plain_title and (("properties" in node and "x-ref" not in node) or "anyOf" in node)
                words[-1:] = [f"{title(node if is_whole else parent, language)} {step + 1}"]
        return tuple(words)

    @cached_property
    def _plain_title(self) -> str:
        """The title that statements share."""
        return title(self.common["definitions"].get("statement", {}), DEFAULT)


@dataclass(frozen=True, slots=True, eq=False)
class Schemas:
    """All schemas of the project by name: `model`, one for each vocabulary, and what the published data has besides (`api`)."""

    by_name: Mapping[str, Schema]

    @classmethod
    def load(cls, folder: FilePath) -> Schemas:
        """Read every `<name>.schema.json` of a folder; UsageError where one is missing or broken."""
        try:
            texts = {path.name.removesuffix(".schema.json"): path.read_text("utf-8") for path in sorted(folder.glob("*.schema.json"))}
            if not {COMMON, MODEL, API} <= set(texts):
                raise UsageError(f"{folder}: model.schema.json, common.schema.json and api.schema.json are needed")
            return _schemas(tuple(texts.items()))
        except (OSError, ValueError) as error:
            raise UsageError(f"{folder}: {error}") from error

    def __getitem__(self, name: str) -> Schema:
        return self.by_name[name]

    @property
    def vocabulary_names(self) -> tuple[str, ...]:
        return tuple(name for name in self.by_name if name not in (COMMON, MODEL, API))


@cache
def _schemas(texts: tuple[tuple[str, str], ...]) -> Schemas:
    """The schemas of these texts: the same texts give the same object, by which readers recognise that nothing has changed."""
    roots = {name: json.loads(text) for name, text in texts}
    return Schemas({name: Schema(name, root, roots[COMMON]) for name, root in roots.items()})


def _inlined(node: Any, common: Node) -> Any:
    """The schema with its references replaced by what they lead to: jsonschema takes twice as long when it has to follow them."""
    if isinstance(node, list):
        return [_inlined(each, common) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inlined(common["definitions"][node["$ref"].rpartition("/")[2]], common)
    return {key: _inlined(inner, common) for key, inner in node.items() if not key.startswith("x-")}


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[Exception]:
    """The keyword as JSON Schema means it: `$` is the very end of the text, in Python also the place before a last line break."""
    from jsonschema import ValidationError

    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def title(node: Node, language: str) -> str:
    """A field's name in a language, Finnish where there is no other."""
    return str(node.get("x-i18n", {}).get(language, {}).get("title") or node.get("title", ""))


def description(node: Node, language: str) -> str:
    """What a field means, in a language, Finnish where there is no other."""
    return str(node.get("x-i18n", {}).get(language, {}).get("description") or node.get("description", ""))


def question(node: Node, language: str) -> str:
    """What a field asks an author, or else what it means."""
    return str(node.get("x-question", {}).get(language) or description(node, language))


def enum_choices(node: Node) -> tuple[Choice, ...]:
    """The values of an enum with their names in each language."""
    labels = node.get("x-enum-labels", {})
    return tuple(Choice(value, {language: names[i] for language, names in labels.items()}) for i, value in enumerate(node.get("enum", ())))


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
        choice = Choice(written, _names(_written(schema, node, written)))
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
    free = tuple(Choice(key, _names(_written(schema, node, key))) for key in written if key not in given)
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
        known = tuple(Choice(key, _names(schema.child(node, key))) for key in keys)
        yield Problem(_place_of_field(document, path), "field.one_of", candidates=known)
        return
    wanted = "object" if isinstance(error.instance, dict) else "string"
    meant = [i for i, branch in enumerate(error.validator_value) if schema.resolve(branch).get("type") == wanted]
    for inner in error.context:
        if not meant or inner.schema_path[0] in meant:
            yield from _problems(schema, document, inner)


def _names(node: Node) -> dict[str, str]:
    return {language: title(node, language) for language in LANGUAGES if title(node, language)}


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
