"""The search index is made by groups of models, each kept under a hash of all it is made of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from building import miniature
from mallisto.build import checking
from mallisto.build.search_groups import SearchIndex
from repositories import spoil

TODAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature repository with more models than one group holds."""
    root = miniature(tmp_path / "repository")
    text = (root / "models/esimerkki.yml").read_text("utf-8")
    for number in range(20):
        name = f"malli{'abcdefghijklmnopqrstu'[number]}"
        (root / f"models/{name}.yml").write_text(text.replace("id: esimerkki\n", f"id: {name}\n", 1), "utf-8")
    return root


def index_of(root: Path) -> SearchIndex:
    return SearchIndex.of(checking.check(root, TODAY, {}), "program")


def test_every_model_is_in_one_group(root: Path):
    index = index_of(root)

    found = [head.id for heads in index.groups.values() for head in heads]

    assert sorted(found) == [head.id for head in index.result.catalog.heads]
    assert len(index.groups) == 2
    assert index.missing == list(index.groups)


def test_one_changed_model_changes_its_group_only(root: Path):
    before = index_of(root).groups
    spoil(root / "models/mallic.yml", "Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja")

    after = index_of(root).groups

    (changed,) = after.keys() - before.keys()
    assert "mallic" in {head.id for head in after[changed]}


def test_a_changed_vocabulary_changes_every_group(root: Path):
    before = index_of(root).groups
    spoil(root / "models/vocabulary/roles.yml", "fi: ", "fi: uusi ")

    assert not index_of(root).groups.keys() & before.keys()
