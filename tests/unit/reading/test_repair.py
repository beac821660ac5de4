"""A document of a wrong shape can be parsed after its repair, and the repair adds no mistake of its own."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from building import FIVE, ROOT
from mallisto import checks
from mallisto.build.checking import load
from mallisto.catalog.catalog import Catalog
from mallisto.parse import parse_model
from mallisto.reading.document import Document
from mallisto.reading.problems import Path
from mallisto.reading.repair import repaired
from mallisto.reading.schema import Schema, Schemas
from mallisto.reading.yaml_reader import read_file

TODAY = date(2026, 12, 1)
WRONG: tuple[Any, ...] = (..., None, 7, True, "", [], {}, ["x"], {"fi": "x"}, -5)


@cache
def schema() -> Schema:
    return Schemas.load(ROOT / "schemas")["model"]


@cache
def a_document() -> Document:
    document = read_file(FIVE / "models" / "tykke.yml", "malli.yml").document
    assert document is not None
    return document


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(ROOT, TODAY).catalog


def told(document: Document, catalog: Catalog) -> set[tuple[str, Path, str]]:
    rest = repaired(document, schema())
    problems = rest.told(checks.of_a_model(parse_model(rest.document), catalog, TODAY))
    return {(each.code, each.where.path, each.found) for each in problems}


@pytest.mark.parametrize("seed", range(4))
def test_whatever_value_is_wrong_the_rest_is_parsed_and_no_mistake_is_made_up(seed: int, catalog: Catalog):
    chance, known = random.Random(seed), told(a_document(), catalog)
    places = [path for path in _paths(a_document().root) if path != ("id",)]
    for _ in range(5):
        path, value = chance.choice(places), chance.choice(WRONG)
        document = _with(a_document(), path, value)
        if any(True for _ in schema().violations(document)):
            assert told(document, catalog) <= known, (path, value)


def test_what_stands_beside_a_wrong_value_is_checked(catalog: Catalog):
    document = _with(_with(a_document(), ("people", "roles", 0, "needed"), "ehkä"), ("people", "roles", 0, "role"), "lääkärri")

    assert ("role.unknown", ("people", "roles", 0, "role"), "lääkärri") in told(document, catalog)


def test_a_number_that_lacks_its_quotes_is_still_looked_up(catalog: Catalog):
    document = _with(a_document(), ("basics", "place", "municipalities", 0), 999)

    assert repaired(document, schema()).document[("basics", "place", "municipalities", 0)] == "999"


def _with(document: Document, path: Path, value: Any) -> Document:
    """The document with one value replaced, or removed where it is `...`."""
    root = copy.deepcopy(document.root)
    around: Any = root
    for step in path[:-1]:
        around = around[step]
    if value is ...:
        del around[path[-1]]
    else:
        around[path[-1]] = value
    return Document(document.file, root, document.spot)


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inner:
        yield from _paths(each, (*path, step))
