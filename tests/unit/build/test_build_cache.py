"""An unchanged model costs nothing, and what is kept of it is what a clean build would make."""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders import SmallLexicon
from building import SITE_URL, files_of, miniature
from mallisto import search
from mallisto.build import build_cache, pipeline, site_files
from mallisto.build.page_frame import ADDRESSES, MARKS, Frame
from mallisto.build.site_files import Rendered
from mallisto.catalog import project_files
from mallisto.catalog.catalog import Catalog, History
from mallisto.files.output_file import OutputFile
from mallisto.model import Model
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.search.bundle import Index
from mallisto.search.finnish import Finnish
from mallisto.search.group_cache import GroupIndex
from mallisto.search.synonyms import Names
from repositories import spoil

TODAY = date(2026, 11, 21)
Models = Callable[[str], Sequence[GroupIndex]]
FRAME = Frame.compiled("\n".join(MARKS))
RENDERED = Rendered(dict.fromkeys(itertools.product(LANGUAGES, ADDRESSES), FRAME), {}, SITE_URL)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature repository, with a finder that takes no time, and one process, so that a test sees what it does."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    monkeypatch.setattr(search, "lexicon", lambda _: SmallLexicon({}))
    monkeypatch.setattr(search, "found_of", _found_at_once)
    monkeypatch.setattr(search, "files", _small_finder)
    return miniature(tmp_path / "repository")


def _found_at_once(models: Iterable[Model], *_: object) -> GroupIndex:
    return GroupIndex(Index([], [], [], 0), {repr(each): 1 for each in models})


def _small_finder(catalog: Catalog, schemas: Schemas, names: Names, finnish: Finnish, models: Models) -> Iterator[OutputFile]:
    yield OutputFile("haku/tiedot.json", repr(replace(catalog, models=(), history=History())).encode())  # addresses are not sought
    yield OutputFile("haku/mallit.json", repr([each.counts for each in models("fi")]).encode())


def built(root: Path, rendered: Rendered = RENDERED) -> dict[str, bytes]:
    """The site as a build leaves it."""
    folder = root / "site"
    assert pipeline.publish(root, rendered, folder, TODAY) == ""
    return files_of(folder)


def clean(root: Path, rendered: Rendered = RENDERED) -> dict[str, bytes]:
    """The site as a build makes it that knows of no other."""
    folder, cache, aside = root.parent / "clean", root / project_files.CACHE, root.parent / "aside"
    shutil.rmtree(folder, ignore_errors=True)
    if cache.exists():
        cache.rename(aside)
    assert pipeline.publish(root, rendered, folder, TODAY) == ""
    assert not (cache / "manifest.json").exists()
    shutil.rmtree(cache)
    if aside.exists():
        aside.rename(cache)
    return files_of(folder)


def made_again(root: Path, monkeypatch: pytest.MonkeyPatch, rendered: Rendered = RENDERED) -> list[str]:
    """The models whose pages the next build makes."""
    made: list[str] = []
    model_files = site_files.model_files

    def noting(model_id: str, *rest: object) -> object:
        made.append(model_id)
        return model_files(model_id, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(site_files, "model_files", noting)
        assert built(root, rendered) == clean(root, rendered)
    return made[: len(made) - 2]  # the clean build makes both


def test_nothing_is_made_again_when_nothing_has_changed(root: Path, monkeypatch: pytest.MonkeyPatch):
    assert made_again(root, monkeypatch) == ["esimerkki", "vihamielinen"]

    assert made_again(root, monkeypatch) == []


def test_nothing_is_read_again_when_nothing_has_changed(root: Path, monkeypatch: pytest.MonkeyPatch):
    before = built(root)
    (root / "site/oma.txt").touch()

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "load", _not_again)

        assert built(root) == before


def _not_again(*_: object) -> None:
    raise AssertionError("it was read before")


def an_odd_name(root: Path) -> None:
    (root / "models/Toinen malli.yml").touch()


def a_file_nobody_reads(root: Path) -> None:
    (root / "models/muut").mkdir()
    (root / "models/muut/malli.yml").touch()


def a_link_to_the_same(root: Path) -> None:
    (root / "models/esimerkki.yml").rename(root / "esimerkki.yml")
    (root / "models/esimerkki.yml").symlink_to(root / "esimerkki.yml")


def a_published_page_that_is_gone(root: Path) -> None:
    (root / "models/history/published.txt").write_text("mallit/ei-ole/\tbcdfg\n", "utf-8")


@pytest.mark.parametrize("change", [an_odd_name, a_file_nobody_reads, a_link_to_the_same, a_published_page_that_is_gone])
def test_a_mistake_in_any_file_is_found_after_a_build_without_one(change: Callable[[Path], None], root: Path):
    built(root)

    change(root)

    assert pipeline.publish(root, RENDERED, root / "site", TODAY) != ""


def test_what_a_proposal_says_of_an_earlier_build_is_not_believed(root: Path):
    built(root)
    cache = root / project_files.CACHE
    told = json.loads((cache / "manifest.json").read_text("utf-8"))
    (root / "site/mallit/esimerkki/index.html").write_text("<script>alert(1)</script>", "utf-8")
    entries = {name: build_cache.Entry.made(key, files, root / "site") for name, (key, files, _) in told["entries"].items()}
    build_cache.note(cache, told["state"], entries)
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    assert b"alert" in built(root)["mallit/esimerkki/index.html"], "a build believes its own cache"

    subprocess.run(["git", "-C", str(root), "add", "--force", ".cache"], check=True)

    assert b"alert" not in built(root)["mallit/esimerkki/index.html"]


def a_word_of(root: Path) -> Rendered:
    spoil(root / "models/esimerkki.yml", "Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja")
    return RENDERED


def a_name_in_a_vocabulary(root: Path) -> Rendered:
    spoil(root / "models/vocabulary/roles.yml", "fi: ", "fi: uusi ")
    return RENDERED


def a_schema(root: Path) -> Rendered:
    spoil(root / "schemas/model.schema.json", '"Asiakkaan polku"', '"Kulku"')
    return RENDERED


def a_frame(root: Path) -> Rendered:
    return replace(RENDERED, frames={**RENDERED.frames, ("sv", "booklet"): Frame.compiled("\n".join(MARKS) + "!")})


def a_page_by_hand(root: Path) -> Rendered:
    (root / "site/mallit/esimerkki/index.html").write_text("muutettu", "utf-8")
    return RENDERED


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (a_word_of, ["esimerkki"]),
        (a_page_by_hand, ["esimerkki"]),
        (a_name_in_a_vocabulary, ["esimerkki", "vihamielinen"]),
        (a_schema, ["esimerkki", "vihamielinen"]),
        (a_frame, ["esimerkki", "vihamielinen"]),
    ],
)
def test_what_a_change_touches_is_made_again(
    change: Callable[[Path], Rendered], made: list[str], root: Path, monkeypatch: pytest.MonkeyPatch
):
    built(root)

    rendered = change(root)

    assert made_again(root, monkeypatch, rendered) == made


def test_after_any_edits_a_build_gives_what_a_clean_one_gives(root: Path):
    chance = random.Random(7)
    paths = sorted(path for path in (root / "models").rglob("*.yml") if path.parent.name in ("models", "vocabulary"))
    for _ in range(12):
        path = chance.choice(paths)
        lines = path.read_text("utf-8").split("\n")
        texts = [number for number, line in enumerate(lines) if line.strip().startswith(("fi: ", "sv: ", "en: ")) and "'" not in line]
        at = chance.choice(texts)
        lines[at] = lines[at].rstrip('"') + " x" + '"' * lines[at].endswith('"')
        before = path.read_text("utf-8")
        path.write_text("\n".join(lines), "utf-8")
        if pipeline.load(root, TODAY).has_errors:
            path.write_text(before, "utf-8")

        assert built(root) == clean(root)


def test_a_model_that_is_gone_leaves_no_page(root: Path):
    path = root / "models/toinen.yml"
    path.write_text((root / "models/esimerkki.yml").read_text("utf-8").replace("id: esimerkki\n", "id: toinen\n", 1), "utf-8")
    assert "mallit/toinen/index.html" in built(root)
    path.unlink()

    assert built(root) == clean(root)
    assert not (root / "site/mallit/toinen").exists()


def test_what_nobody_made_goes_and_what_is_hidden_stays(root: Path):
    built(root)
    for name in ("mallit/oma.txt", "tyhja/oma.txt", ".nojekyll"):
        (root / "site" / name).parent.mkdir(exist_ok=True)
        (root / "site" / name).touch()

    files = built(root)

    assert files.keys() - clean(root).keys() == {".nojekyll"}
    assert not (root / "site/tyhja").exists()


def test_a_mistake_leaves_the_site_as_it_was(root: Path):
    before = built(root)
    spoil(root / "models/esimerkki.yml", "id: esimerkki\n", "id: toinen\n")

    assert "esimerkki.yml" in pipeline.publish(root, RENDERED, root / "site", TODAY)

    assert files_of(root / "site") == before


def test_what_the_generator_made_stands_in_the_site_with_its_slots_filled(root: Path, tmp_path: Path):
    waiting = "<p><!-- mallisto:model-cards --></p>"
    for path, text in (("index.html", waiting), ("tietoa/index.html", "tietoa"), ("tyyli.css", "p {}"), ("sitemap.xml", "vajaa")):
        (tmp_path / "made" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "made" / path).write_text(text, "utf-8")
    rendered = replace(RENDERED, authored={"index.html": waiting, "tietoa/index.html": "tietoa"}, folder=tmp_path / "made")

    files = built(root, rendered)

    assert (files["tietoa/index.html"], files["tyyli.css"]) == (b"tietoa", b"p {}")
    assert b"esimerkki" in files["index.html"]
    assert (b"sitemap-1.xml" in files["sitemap.xml"], b"esimerkki" in files["sitemap-1.xml"]) == (True, True)


@pytest.mark.parametrize("text", ["", "[]", '{"esimerkki": 1}', "{"])
def test_a_manifest_that_cannot_be_read_keeps_nothing(text: str, root: Path):
    built(root)
    (root / project_files.CACHE / "manifest.json").write_text(text, "utf-8")

    assert built(root) == clean(root)


def finders_made(root: Path, monkeypatch: pytest.MonkeyPatch, rendered: Rendered = RENDERED) -> tuple[int, int]:
    """How often the next build makes the finder, and how often models to be found by it."""
    made: list[object] = []
    found: list[object] = []

    def noting(*rest: Any) -> Iterator[OutputFile]:
        made.append(rest)
        return _small_finder(*rest)

    def finding(*rest: Any) -> GroupIndex:
        found.append(rest)
        return _found_at_once(*rest)

    with monkeypatch.context() as patched:
        patched.setattr(search, "files", noting)
        patched.setattr(search, "found_of", finding)
        assert built(root, rendered) == clean(root, rendered)
    return len(made) - 1, len(found) // len(LANGUAGES) - 1  # the clean build makes both


def a_finder_by_hand(root: Path) -> Rendered:
    (root / "site/haku/mallit.json").write_text("muutettu", "utf-8")
    return RENDERED


@pytest.mark.parametrize(
    ("change", "times"),
    [(a_word_of, (1, 1)), (a_name_in_a_vocabulary, (1, 1)), (a_schema, (1, 1)), (a_frame, (0, 0)), (a_finder_by_hand, (1, 0))],
)
def test_the_finder_is_made_again_when_what_it_finds_has_changed(
    change: Callable[[Path], Rendered], times: tuple[int, int], root: Path, monkeypatch: pytest.MonkeyPatch
):
    built(root)

    rendered = change(root)

    assert finders_made(root, monkeypatch, rendered) == times


def nothing(root: Path) -> Rendered:
    return RENDERED


def a_published_address(root: Path) -> Rendered:
    with (root / "models/history/published.txt").open("a", encoding="utf-8") as file:
        file.write("mallit/esimerkki/diat/\tbcdfg\n")
    return RENDERED


def an_authored_page(root: Path) -> Rendered:
    return replace(RENDERED, authored={"tietoa/index.html": "uusi"})


@pytest.mark.parametrize(
    ("change", "times"),
    [
        (nothing, 0),
        (a_word_of, 1),
        (a_name_in_a_vocabulary, 1),
        (a_schema, 1),
        (a_frame, 1),
        (a_published_address, 1),
        (an_authored_page, 1),
    ],
)
def test_what_tells_of_several_models_is_made_again_when_anything_has_changed(
    change: Callable[[Path], Rendered], times: int, root: Path, monkeypatch: pytest.MonkeyPatch
):
    built(root)
    made: list[Catalog] = []
    shared_files = site_files.shared_files

    def noting(catalog: Catalog, *rest: Any) -> Iterator[OutputFile]:
        made.append(catalog)
        return shared_files(catalog, *rest)

    rendered = change(root)

    monkeypatch.setattr(site_files, "shared_files", noting)
    assert built(root, rendered) == clean(root, rendered)
    assert len(made) - 1 == times  # the clean build makes them
