"""A schema node as a form field: its texts, choices and constraints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mallisto.form.paths import OWN
from mallisto.i18n.language import Language
from mallisto.reading.languages import DEFAULT
from mallisto.reading.schema import MODEL, Node, Schema, description, enum_choices, question, title

# Our own widget, whose choices come from the model being edited.
OWN_FIELD = "own"

# Nobody is asked for the id of a fact: it may have none, and one that it has must not change.
_FACT_ID = "/fact_id"
_UNASKED = {"widget": "hidden", "required": False}

# A longer text gets an input of several lines.
_LONG = 200

# Lists that fields can refer to: the vocabulary file, the list in it, and the field that identifies an entry.
_LISTED: Mapping[str, tuple[str, str, str]] = {
    "role": ("roles", "roles", "id"),
    "organisation": ("organisations", "organisations", "id"),
    "topic": ("topics", "topics", "id"),
    "target-group": ("topics", "target_groups", "id"),
    "life-situation": ("topics", "life_situations", "id"),
    "term": ("glossary", "terms", "id"),
    "municipality": ("areas", "municipalities", "code"),
    "county": ("areas", "wellbeing_services_counties", "code"),
    "act": ("acts", "acts", "id"),
}


@dataclass(frozen=True, slots=True)
class Fields:
    """The form fields of one schema in one language."""

    schema: Schema
    language: Language

    def of(self, node: Node) -> list[dict[str, Any]]:
        """Return the fields of a mapping in the order of the schema."""
        required = node.get("required", ())
        needed = self._needed(node)
        return [
            _UNASKED | {"name": name}
            if inner.get("$ref", "").endswith(_FACT_ID)
            else self.field(name, inner, is_required=name in required, needed=needed.get(name, ""))
            for name, inner in node["properties"].items()
        ]

    def field(self, name: str, node: Node, *, is_required: bool, needed: str = "") -> dict[str, Any]:
        """Return a field; `needed` says when it is required, if that depends on another."""
        resolved = self.schema.resolve(node)
        hint = " ".join(filter(None, (needed, self._hint(resolved))))
        common = {"name": name, "label": title(resolved, self.language.code) or name, "required": is_required, "hint": hint}
        return {key: value for key, value in common.items() if value != ""} | self._widget(resolved)

    def _needed(self, node: Node) -> dict[str, str]:
        """Return when each field is required that one choice of another requires, in words."""
        found: dict[str, str] = {}
        for rule in self._rules(node):
            for name, wanted in rule["if"].get("properties", {}).items():
                asked = self.schema.resolve(node["properties"].get(name, {}))
                if "const" not in wanted or "enum" not in asked:
                    continue
                chosen = next(each.names[self.language.code] for each in enum_choices(asked) if each.value == wanted["const"])
                words = self.language.say("form.needed", field=title(asked, self.language.code), choice=chosen)
                found |= dict.fromkeys(rule["then"].get("required", ()), words)
        return found

    def _rules(self, node: Node) -> Iterator[Node]:
        """Yield the conditions of a mapping, also of the shapes that it is made of."""
        for each in map(self.schema.resolve, node.get("allOf", ())):
            if "if" in each:
                yield each
            yield from self._rules(each)

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
        """Return the choices of a field that refers to something; a list of references is one field with several choices."""
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
        """Return a nested field. The languages of a text are always expanded, since they are read side by side."""
        fields = self.of(node)
        if node.get("x-localized"):
            return {"widget": "object", "collapsed": False, "fields": fields}
        return {"widget": "object", "collapsed": "auto", "fields": fields, "summary": self._first_words(fields)}

    def _list(self, node: Node) -> dict[str, Any]:
        items = self.schema.resolve(node["items"])
        least = {"min": node["minItems"]} if "minItems" in node else {}
        shape = {"widget": "list", "label_singular": title(items, self.language.code) or title(node, self.language.code), **least}
        inner = self._widget(items)
        if inner["widget"] != "object":
            return shape | {"field": {"name": "item", "label": shape["label_singular"], **inner}}
        return shape | {"collapsed": "auto", "fields": inner["fields"], "summary": self._summary(inner["fields"])}

    def _first_words(self, fields: list[dict[str, Any]]) -> str:
        """What a folded mapping shows of itself: its own text, or else the beginning of its first list of facts."""
        if any(each["name"] in _TEXTS and each["widget"] == "object" for each in fields):
            return self._summary([each for each in fields if each["name"] in _TEXTS])
        first = next((each for each in fields if each["widget"] == "list" and "summary" in each), None)
        return first["summary"].replace("{{", f"{{{{{first['name']}.0.") if first else ""

    def _summary(self, fields: list[dict[str, Any]]) -> str:
        """The label of a folded item: what names it, in the language that every text has; where nothing must, whatever does."""
        named = sorted((each for each in fields if each["name"] in _TITLES), key=lambda each: _TITLES.index(each["name"])) or fields[:1]
        surely = [each for each in named if each["required"]]
        return "".join(f"{{{{{each['name']}{f'.{DEFAULT}' if each['widget'] == 'object' else ''}}}}}" for each in surely[:1] or named)


_TEXTS = ("text", "label", "title", "name")
_TITLES = ("title", "name", "label", "text", DEFAULT, "organisation", "role", "model", "to")
_SHAPES = {
    "string": Fields._text,
    "['string', 'integer']": Fields._text,
    "['string', 'number']": Fields._text,
    "integer": Fields._number,
    "object": Fields._mapping,
    "array": Fields._list,
}
