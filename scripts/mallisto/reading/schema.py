"""A document against its JSON Schema, and the words the schema has for every field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path as FilePath
from typing import Any

from mallisto.reading.document import Document
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.problems import Choice, Path, UsageError

# A node of a schema with its references followed.
Node = Mapping[str, Any]

COMMON = "common"
MODEL = "model"
ADOPTION = "adoption"
API = "api"


@dataclass(frozen=True, eq=False)
class Schema:
    """One JSON Schema (draft 7) and the shared parts its references lead to."""

    name: str
    root: Node
    common: Node

    def violations(self, document: Document) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
        """Each violation by its path, the keyword of JSON Schema it breaks, and, of `required`, the names of the fields."""
        for error in self.validator.iter_errors(document.root):
            keys = tuple(error.validator_value) if error.validator == "required" else ()
            yield tuple(error.absolute_path), str(error.validator), keys

    @cached_property
    def validator(self) -> Any:
        """The validator of jsonschema for this schema."""
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
            yield Choice(before + key, names(child))
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
    """All schemas of the project by name: `model`, `adoption`, one for each vocabulary, and what the published data has besides (`api`)."""

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
        return tuple(name for name in self.by_name if name not in (COMMON, MODEL, ADOPTION, API))


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


def names(node: Node) -> dict[str, str]:
    """A field's name in every language that has one."""
    return {language: title(node, language) for language in LANGUAGES if title(node, language)}


def enum_choices(node: Node) -> tuple[Choice, ...]:
    """The values of an enum with their names in each language."""
    labels = node.get("x-enum-labels", {})
    return tuple(Choice(value, {language: names[i] for language, names in labels.items()}) for i, value in enumerate(node.get("enum", ())))
