"""The field reference for people who edit models, in Markdown, straight from the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mallisto.reading.messages import phrases
from mallisto.reading.schema import ADOPTION, COMMON, MODEL, Node, Schema, Schemas, description, enum_choices, title

_EXAMPLES = {
    "date": "2018-06-01",
    "id": "oma-tunniste",
    "url": "https://thl.fi/aiheet/",
    "uri": "http://www.yso.fi/onto/yso/p10214",
    "code": '"297"',
}

# The fields every fact has: they are documented once, and a row of each table points there.
_PROVENANCE = ("basis", "modality", "source", "heading", "reported_by", "derived_from", "reference")

_POINTER = "provenance"

# Parts that are documented once and linked to.
_SHARED = ("text", "text_all", "title", "statement", "figure", "cost_figure", "reference", "citation_urls", "verified", "concept_uri")


def markdown(schemas: Schemas, language: str) -> str:
    """Every field of a model, of an adoption record and of the vocabularies: name, meaning, allowed values, example."""
    words = phrases(language)
    lines = [f"# {words['reference.title']}", "", words["reference.lead"], ""]
    for name in (MODEL, ADOPTION, *schemas.vocabulary_names):
        lines += _schema_section(schemas[name], language)
    lines += [f"## {words['reference.shared']}", "", words["reference.shared_lead"], ""]
    common = schemas[COMMON]
    fields = [(key, common.root["definitions"][key]) for key in ("from", *_PROVENANCE)]
    lines += ["### provenance", "", words["reference.provenance"], "", *_rows(common, fields, ("basis",), language), ""]
    for part in _SHARED:
        node = common.root["definitions"][part]
        lines += [
            f"### {_anchor(part)}",
            "",
            f"**{title(node, language)}** {description(node, language)}".strip(),
            "",
            *_table(common, node, "", language),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def _anchor(part: str) -> str:
    return part.replace("_", "-")


def _schema_section(schema: Schema, language: str) -> list[str]:
    lines = [f"## {schema.name}: {title(schema.root, language)}", ""]
    about = description(schema.root, language)
    lines += [about, ""] if about else []
    single: list[tuple[str, Node]] = []
    for key, child in schema.root["properties"].items():
        node = schema.resolve(child)
        if _shared_part(schema, child) or not _inner(schema, node):
            single.append((key, child))
    lines += _rows(schema, single, schema.root.get("required", ()), language)
    for key, child in schema.root["properties"].items():
        if (key, child) in single:
            continue
        node = schema.resolve(child)
        lines += ["", f"### {schema.name}.{key}: {title(node, language)}", ""]
        lines += [description(node, language), ""] if description(node, language) else []
        lines += _table(schema, node, key, language)
    return [*lines, ""]


def _table(schema: Schema, node: Node, prefix: str, language: str) -> list[str]:
    inner = _inner(schema, node)
    if inner is None:
        return []
    return _rows(schema, list(_flat(schema, inner, prefix)), _required(schema, inner, prefix), language)


def _flat(schema: Schema, node: Node, prefix: str) -> Iterator[tuple[str, Node]]:
    """The fields below a node, deeper ones right after the field that holds them."""
    is_fact = {"basis", "modality"} <= set(node.get("properties", {}))
    for key, child in node.get("properties", {}).items():
        name = f"{prefix}.{key}" if prefix else key
        if is_fact and key in _PROVENANCE:
            continue
        yield name, child
        deeper = _inner(schema, schema.resolve(child))
        if deeper is not None and not _shared_part(schema, child) and not schema.resolve(child).get("x-localized"):
            yield from _flat(schema, deeper, name)
    if is_fact:
        yield (f"{prefix}.basis …" if prefix else "basis …"), {"$ref": _POINTER}


def _required(schema: Schema, node: Node, prefix: str) -> frozenset[str]:
    names = {f"{prefix}.{key}" if prefix else key for key in node.get("required", ())}
    for key, child in node.get("properties", {}).items():
        deeper = _inner(schema, schema.resolve(child))
        if deeper is not None and not _shared_part(schema, child):
            names |= _required(schema, deeper, f"{prefix}.{key}" if prefix else key)
    return frozenset(names)


def _inner(schema: Schema, node: Node) -> Node | None:
    """The object a field holds, or each item of its list does; None for single values, references and shared parts."""
    if "items" in node:
        if _shared_part(schema, node["items"]):
            return None
        node = schema.resolve(node["items"])
    for branch in (node, *map(schema.resolve, node.get("anyOf", ()))):
        if "properties" in branch and not branch.get("x-localized") and "x-ref" not in branch:
            return branch
    return None


def _shared_part(schema: Schema, node: Node) -> str:
    """The name of the documented shared part a field is of, or whose list it is; shared fields lead on to it."""
    for each in (node, node.get("items", {})):
        while "$ref" in each:
            part = str(each["$ref"]).rpartition("/")[2]
            if part in _SHARED:
                return part
            each = schema.common["definitions"][part]
    return ""


def _rows(schema: Schema, fields: list[tuple[str, Node]], required: Iterable[str], language: str) -> list[str]:
    if not fields:
        return []
    words = phrases(language)
    needed = frozenset(required)
    head = [words[f"reference.{each}"] for each in ("field", "meaning", "values", "example")]
    lines = ["| " + " | ".join(head) + " |", "|---|---|---|---|"]
    for name, child in fields:
        if child.get("$ref") == _POINTER:
            lines.append(
                f"| `{name}` **{words['reference.required']}** | {words['reference.where_from']} | [provenance](#provenance) | – |"
            )
            continue
        node = schema.resolve(child)
        star = f" **{words['reference.required']}**" if name in needed else ""
        meaning = ". ".join(part for part in (title(node, language), description(node, language)) if part)
        lines.append(f"| `{name}`{star} | {_cell(meaning)} | {_values(schema, child, node, language)} | {_example(schema, child, node)} |")
    return lines


def _values(schema: Schema, child: Node, node: Node, language: str) -> str:
    words = phrases(language)
    items = schema.resolve(node["items"]) if "items" in node else None
    shared = _shared_part(schema, child)
    said = f"[{_anchor(shared)}](#{_anchor(shared)})" if shared else _kind(schema, items or node, language)
    return f"{words['reference.list']}: {said}" if items is not None else said


def _kind(schema: Schema, node: Node, language: str) -> str:
    words = phrases(language)
    choices = enum_choices(node)
    if choices:
        return "; ".join(f"`{each.value}` ({each.names.get(language, '')})" for each in choices)
    if "x-ref" in node:
        return words["reference.ref_or_name" if "properties" in node else "reference.ref"].format(family=node["x-ref"])
    if "x-pattern-help" in node:
        return str(node["x-pattern-help"][language])
    if node.get("type") == "integer":
        return words["reference.number"]
    if node.get("type") == "string":
        return words["reference.text"].format(limit=node["maxLength"]) if "maxLength" in node else words["reference.any_text"]
    return words["reference.fields"] if "properties" in node or "anyOf" in node else ""


def _example(schema: Schema, child: Node, node: Node) -> str:
    shared = _shared_part(schema, child)
    inner = schema.resolve(node["items"]) if "items" in node else node
    dash = "- " if "items" in node else ""
    if shared in ("text", "text_all", "title", "citation_urls"):
        return f"`{dash}fi: …`"
    if shared or ("properties" in inner and "x-ref" not in inner) or "anyOf" in inner:
        return f"`{dash}id: …`" if shared in ("statement", "figure", "cost_figure") else "–"
    if "enum" in inner:
        return f"`{dash}{inner['enum'][0]}`"
    if inner.get("x-shape") in _EXAMPLES:
        return f"`{dash}{_EXAMPLES[inner['x-shape']]}`"
    if inner.get("type") in ("integer", ["string", "number"]):
        return f"`{dash}{max(int(inner.get('minimum', 0)), 107)}`"
    return f"`{dash}{_REF_EXAMPLES.get(str(inner.get('x-ref', '')), '…')}`"


_REF_EXAMPLES = {
    "role": "physician",
    "organisation": "kuopio",
    "topic": "work-ability",
    "target-group": "unemployed",
    "life-situation": "unemployment",
    "term": "tyokyky",
    "municipality": '"297"',
    "county": '"13"',
    "act": "act-612-2021",
    "item": "decide-need",
    "model": "tykke",
    "source": "kokeilunpaikka-tykke",
    "heading": "toteutus",
    "figure": "unit-cost",
    "fact": "unit-cost",
    "lane": "client",
    "step": "referral",
    "field": "cost.figures",
}


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
