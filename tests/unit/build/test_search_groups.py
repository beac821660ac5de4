"""The finder, made by groups of models: what has not changed is not found anew, and the files are those of a clean build."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from builders import SmallLexicon
from building import miniature
from mallisto import search
from mallisto.build import checking, search_groups
from mallisto.build.search_groups import Finder, words_in
from mallisto.catalog import project_files
from mallisto.reading.languages import LANGUAGES
from repositories import spoil

TODAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature repository with more models, of which two are a large group."""
    monkeypatch.setattr(search_groups, "_MOST_MODELS", 2)
    monkeypatch.setattr(search, "lexicon", lambda _: SmallLexicon({"asiakkaan": "asiakas"}))
    root = miniature(tmp_path / "repository")
    text = (root / "models/esimerkki.yml").read_text("utf-8")
    for name in ("eka", "toka", "kolmas", "neljas", "viides", "kuudes"):
        (root / f"models/{name}.yml").write_text(text.replace("id: esimerkki\n", f"id: {name}\n", 1), "utf-8")
    return root


def finder_of(root: Path, cache: Path | None = None) -> Finder:
    result = checking.load(root, TODAY)
    texts = project_files.schema_texts(root)
    return Finder.of(result.catalog, result.schemas, result.digests, texts, cache or root / project_files.CACHE)


def files(finder: Finder) -> dict[str, bytes]:
    """All files of the finder, every missing group made."""
    return {each.path: each.content for each in search_groups.files()}


def clean(root: Path) -> dict[str, bytes]:
    folder = root / "clean"
    shutil.rmtree(folder, ignore_errors=True)
    return files(finder_of(root, folder))


def test_every_model_is_in_one_group(root: Path):
    first = finder_of(root)

    found = [model.id for models in first.groups.values() for model in models]

    assert sorted(found) == [each.id for each in first.catalog.models]
    assert 1 < len(first.groups) <= 4
    assert first.missing == list(first.groups)


def test_one_changed_model_changes_its_group_only(root: Path):
    files(finder_of(root))
    spoil(root / "models/toka.yml", "Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja")

    second = finder_of(root)

    (changed,) = second.missing
    assert "toka" in {each.id for each in second.groups[changed]}
    assert files(second) == clean(root)
    assert finder_of(root).missing == []


def test_a_changed_vocabulary_changes_every_group(root: Path):
    files(finder_of(root))
    spoil(root / "models/vocabulary/roles.yml", "fi: ", "fi: uusi ")

    second = finder_of(root)

    assert second.missing == list(second.groups)
    assert files(second) == clean(root)


def test_a_group_that_another_process_made_is_not_made_again(root: Path, monkeypatch: pytest.MonkeyPatch):
    first, other = finder_of(root), finder_of(root)
    for key in tuple(first.missing):
        first.take(key, other.make(key))
    with monkeypatch.context() as patched:
        patched.setattr(search, "found_of", _nothing)
        found = files(first)

    assert found == clean(root)
    assert words_in(root / project_files.CACHE)["lemma"]["asiakkaan"] == ["asiakas"]


def test_what_is_kept_of_models_that_are_gone_is_removed(root: Path):
    files(finder_of(root))
    for name in ("eka", "toka", "kolmas", "neljas", "viides"):
        (root / f"models/{name}.yml").unlink()

    second = finder_of(root)

    assert files(second) == clean(root)
    kept = {path.name for path in (root / project_files.CACHE / "finder").iterdir()}
    assert kept == {f"{key}.{code}" for key in second.groups for code in LANGUAGES}


def test_one_group_finds_what_many_find(root: Path, monkeypatch: pytest.MonkeyPatch):
    """But for the order of the numbers, so the entries by their addresses are compared."""
    many = files(finder_of(root))
    monkeypatch.setattr(search_groups, "_MOST_MODELS", 100)
    one = clean(root)

    for found in (many, one):
        assert json.loads(found["haku/pagefind/pagefind-entry.json"])["languages"]["fi"]["page_count"] > 7
    names = [{path for path in found if "/fragment/" in path or "/sanat/" in path} for found in (many, one)]
    assert names[0] == names[1]
    assert all(many[path] == one[path] for path in names[0])
    assert many["haku/tiedot.sv.json"] == one["haku/tiedot.sv.json"]


def test_what_was_learnt_is_noted_and_needs_no_dictionary(root: Path, monkeypatch: pytest.MonkeyPatch):
    first = files(finder_of(root))
    assert words_in(root / project_files.CACHE)["lemma"]["asiakkaan"] == ["asiakas"]
    monkeypatch.setattr(search, "lexicon", _no_lexicon)
    shutil.rmtree(root / project_files.CACHE / "finder")

    assert files(finder_of(root)) == first


def test_a_page_that_tells_no_language_is_answered_in_finnish(root: Path):
    entry = files(finder_of(root))["haku/pagefind/pagefind-entry.json"]

    assert list(json.loads(entry)["languages"]) == list(LANGUAGES)


def _nothing(*_: object) -> None:
    raise AssertionError("every group was made before")


def _no_lexicon(_: Path) -> SmallLexicon:
    raise AssertionError("every word was learnt before")
