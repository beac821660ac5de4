"""A node of a schema as a field of the form: its words, its choices, what may be written in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mallisto.form.paths import OWN
from mallisto.i18n.language import Language
from mallisto.reading.schema import MODEL, Node, Schema, description, enum_choices, question, title

# The widget of our own whose choices are what the model itself lists.
OWN_FIELD = "own"

# A text longer than this is written on several lines.
_LONG = 200

# What is written in a list of a vocabulary: its file, its list, and the field that others name it by.
_LISTED: Mapping[str, tuple[str, str, str]] = {
    "role": ("roles", "roles", "id"),
    "organisation": ("organisations", "organisations", "id"),
    "topic": ("topics", "topics", "id"),
    "target-group": ("topics", "target_groups", "id"),
    "life-situation": ("topics", "life_situations", "id"),
    "term": ("glossary", "terms", "id"),
    "municipality": ("areas", "municipalities", "code"),
    "county": ("areas", "wellbeing_services_counties", "code"),
}


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one schema in one language."""

    schema: Schema
    language: Language

    def of(self, node: Node) -> list[dict[str, Any]]:
        """The fields of a mapping, in the schema's order."""
        required = node.get("required", ())
        return [self.field(name, inner, is_required=name in required) for name, inner in node["properties"].items()]

    def field(self, name: str, node: Node, *, is_required: bool) -> dict[str, Any]:
        resolved = self.schema.resolve(node)
        common = {"name": name, "label": title(resolved, self.language.code) or name, "required": is_required, "hint": self._hint(resolved)}
        return {key: value for key, value in common.items() if value != ""} | self._widget(resolved)

    def _hint(self, node: Node) -> str:
        words = (question(node, self.language.code), description(node, self.language.code))
        return " ".join(each for each in dict.fromkeys(words) if each)

    def _widget(self, node: Node) -> dict[str, Any]:
        if "anyOf" in node:
            return self._widget(next(each for each in map(self.schema.resolve, node["anyOf"]) if each["type"] == "object"))
        if "enum" in node:
            return {"widget": "select", "options": self._options(node)}
        if choices := self._choices(node):
            return choices
        return _SHAPES[str(node["type"])](self, node)

    def _options(self, node: Node) -> list[dict[str, str]]:
        return [{"label": each.names[self.language.code], "value": each.value} for each in enum_choices(node)]

    def _choices(self, node: Node) -> dict[str, Any]:
        """The choices of a field that names something listed elsewhere; a list of such names is one field with several choices."""
        named = self.schema.resolve(node.get("items", {})).get("x-ref", "")
        several = {"multiple": True} if named else {}
        return {} if named in OWN else self._choice(named or str(node.get("x-ref", "")), several)

    def _choice(self, kind: str, several: dict[str, Any]) -> dict[str, Any]:
        if kind in _LISTED:
            file, listed, key = _LISTED[kind]
            place = {"collection": "vocabulary", "file": file, "value_field": f"{listed}.*.{key}"}
            name = f"{listed}.*.name.{self.language.code}"
        elif kind == "model":
            place, name = {"collection": f"{MODEL}s", "value_field": "id"}, f"name.{self.language.code}"
        elif kind in OWN:
            return {"widget": OWN_FIELD, "of": kind}
        else:
            return {}
        return {"widget": "relation", **place, "display_fields": [name], "search_fields": [name], "dropdown_threshold": 0} | several

    def _text(self, node: Node) -> dict[str, Any]:
        if node.get("maxLength", 0) > _LONG and "x-shape" not in node:
            return {"widget": "text"}
        help_texts = node.get("x-pattern-help", {})
        return {"widget": "string"} | ({"pattern": [node["pattern"], help_texts[self.language.code]]} if help_texts else {})

    def _number(self, node: Node) -> dict[str, Any]:
        limits = {"min": node["minimum"]} if "minimum" in node else {}
        return {"widget": "number", "value_type": "int"} | limits

    def _mapping(self, node: Node) -> dict[str, Any]:
        """The languages of a text stay open: they are read side by side."""
        return {"widget": "object", "collapsed": False if node.get("x-localized") else "auto", "fields": self.of(node)}

    def _list(self, node: Node) -> dict[str, Any]:
        items = self.schema.resolve(node["items"])
        least = {"min": node["minItems"]} if "minItems" in node else {}
        shape = {"widget": "list", "label_singular": title(items, self.language.code) or title(node, self.language.code), **least}
        inner = self._widget(items)
        if inner["widget"] != "object":
            return shape | {"field": {"name": "item", "label": shape["label_singular"], **inner}}
        return shape | {"collapsed": "auto", "fields": inner["fields"], **self._summary(inner["fields"])}

    def _summary(self, fields: list[dict[str, Any]]) -> dict[str, str]:
        """What stands for an item that is folded: its title where it has one, else its id."""
        by_name = {each["name"]: each for each in fields}
        name = next((each for each in _TITLES if each in by_name), fields[0]["name"])
        return {"summary": f"{{{{{name}.{self.language.code}}}}}" if by_name[name]["widget"] == "object" else f"{{{{{name}}}}}"}


_TITLES = ("title", "name", "label", "text", "organisation", "role", "model", "to", "id")
_SHAPES = {
    "string": Fields._text,
    "['string', 'integer']": Fields._text,
    "integer": Fields._number,
    "object": Fields._mapping,
    "array": Fields._list,
}
