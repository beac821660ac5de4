"""The table of fields: every field of the schema has a row, every row names a field, and nothing shows twice in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from building import ROOT
from mallisto.comparison import GROUPS
from mallisto.fields.table import ROWS
from mallisto.reading.schema import MODEL, Node, Schema, Schemas

SCHEMA = Schemas.load(ROOT / "schemas")[MODEL]


def fields_of(schema: Schema, node: Node, before: str = "") -> Iterator[str]:
    """The fields that hold something: below a mapping that only groups others, these others."""
    for key, inner in node["properties"].items():
        child = schema.resolve(inner)
        is_group = "properties" in child and "basis" not in child["properties"] and not child.get("x-localized")
        if is_group and key not in ("translations", "owner"):
            yield from fields_of(schema, child, f"{before}{key}.")
        else:
            yield before + key


def test_every_field_of_the_schema_has_a_row():
    named = [row.field for row in ROWS]

    for field in fields_of(SCHEMA, SCHEMA.root):
        assert any(f"{each}.".startswith(f"{field}.") for each in named), (
            f"The schema has a field `{field}` and no row of ROWS in scripts/mallisto/fields/table.py says where it shows. "
            f'Add Row(field="{field}", ...): with `key_fact` for the overview, `compared` for the comparison, `is_told` for completeness, '
            "completeness, or the `page` whose section shows it."
        )


def test_every_row_names_a_field_and_says_where_it_shows():
    for row in ROWS:
        assert row.field in {each.value for each in SCHEMA.field_names()}, f"{row.field} is no field of the schema"
        assert row.key_fact or row.compared or row.is_told or row.page, f"the row of {row.field} shows it nowhere"


def test_every_line_of_the_comparison_is_in_a_group_and_asked_once():
    asked = [question.id for group in GROUPS for question in group.questions]

    assert Counter(asked) == Counter(row.compared.id for row in ROWS if row.compared)
    assert max(Counter(asked).values()) == 1


def test_completeness_asks_of_a_field_once():
    assert max(Counter(row.field for row in ROWS if row.is_told).values()) == 1
