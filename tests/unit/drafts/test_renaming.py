"""A model gets another id in every file that names it, and its old addresses lead on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mallisto.build.checking import load
from mallisto.cli import EXIT_OK, EXIT_USAGE, main
from mallisto.drafts.renaming import with_redirect
from repositories import a_repository, spoil

TODAY = date(2026, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_repository(tmp_path / "projekti")


def renamed(root: Path, old: str, new: str) -> int:
    return main(["--root", str(root), "rename", old, new])


def test_every_mention_follows_and_the_old_addresses_lead_on(root: Path):
    assert main(["--root", str(root), "lock"]) == EXIT_OK

    assert renamed(root, "tykke", "uusi-tykke") == EXIT_OK

    result = load(root, TODAY)
    assert not result.has_errors
    assert not (root / "models/tykke.yml").exists()
    assert result.catalog.addresses.id_by_old_id == {"tykke": "uusi-tykke"}
    assert "address: mallit/tykke/, to: mallit/uusi-tykke/" in (root / "models/history/moved.yml").read_text("utf-8")


def test_a_model_renamed_by_hand_is_followed_by_its_mentions(root: Path):
    assert main(["--root", str(root), "lock"]) == EXIT_OK
    (root / "models/tykke.yml").rename(root / "models/uusi-tykke.yml")
    spoil(root / "models/uusi-tykke.yml", "id: tykke\n", "id: uusi-tykke\n")

    assert renamed(root, "tykke", "uusi-tykke") == EXIT_OK

    assert not load(root, TODAY).has_errors


@pytest.mark.parametrize(("old", "new"), [("olematon", "uusi"), ("tykke", "Uusi Tykke"), ("tykke", "toike")])
def test_an_id_that_does_not_fit_changes_nothing(root: Path, old: str, new: str):
    before = {path: path.read_bytes() for path in (root / "models").rglob("*.yml")}

    assert renamed(root, old, new) == EXIT_USAGE

    assert {path: path.read_bytes() for path in (root / "models").rglob("*.yml")} == before


@pytest.mark.parametrize("text", ["", "moved: []\n"])
def test_a_list_without_moved_addresses_begins_with_the_first(text: str):
    assert with_redirect(text, "a", "b") == "moved:\n  - {address: mallit/a/, to: mallit/b/}\n"
