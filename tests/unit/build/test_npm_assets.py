"""Other people's scripts: what is published of them, and what is said where they have not been fetched."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mallisto.build import npm_assets
from mallisto.reading.problems import UsageError


def test_every_library_is_published_with_its_licence_as_it_was_locked():
    locked = json.loads((npm_assets.FOLDER / "package-lock.json").read_text("utf-8"))["packages"]

    published = {each.path: each.content for each in npm_assets.files()}

    assert sorted(locked[""]["dependencies"]) == sorted(each.name for each in npm_assets.LIBRARIES)
    for library in npm_assets.LIBRARIES:
        package = npm_assets.FOLDER / "node_modules" / library.name
        assert json.loads((package / "package.json").read_text("utf-8"))["version"] == locked[f"node_modules/{library.name}"]["version"]
        for name, inside in library.files:
            if (package / inside).is_file() and not library.mended:
                assert published[f"assets/lib/{library.name}/{name}"] == (package / inside).read_bytes()
        assert b"opyright" in published[f"assets/lib/{library.name}/LICENSE.txt"]


def test_the_form_asks_no_network_for_fonts_or_words_and_lets_people_zoom():
    published = {each.path: each.content.decode() for each in npm_assets.files() if each.path.endswith(".js")}

    script = published["assets/lib/@sveltia/cms/npm/index.js"]

    assert not any(each in script for each in ("@font-face {", "`maximum-scale=1`,", "githubstatus.com/api", "locales/fi.json"))
    for code in ("fi", "sv"):
        assert published[f"assets/lib/@sveltia/cms/locales/{code}.js"].startswith("export default {")


def test_the_list_of_licences_names_every_published_package_with_its_version():
    locked = json.loads((npm_assets.FOLDER / "package-lock.json").read_text("utf-8"))["packages"]

    (text,) = (each.content.decode() for each in npm_assets.files() if each.path == "assets/lib/licences.txt")

    for place, each in locked.items():
        if place and not each.get("dev"):
            assert f"{place.replace('node_modules/', '')} {each['version']}\n" in text
    assert text.count("Permission is hereby granted") >= len(npm_assets.LIBRARIES)


def test_every_locked_package_comes_from_the_registry_with_a_hash():
    locked = json.loads((npm_assets.FOLDER / "package-lock.json").read_text("utf-8"))["packages"]

    for place, each in locked.items():
        assert not place or each["resolved"].startswith("https://registry.npmjs.org/"), place
        assert not place or each["integrity"].startswith("sha512-"), place


def test_what_was_not_fetched_is_a_wrong_use_that_names_the_command(tmp_path: Path):
    shutil.copy(npm_assets.FOLDER / "package-lock.json", tmp_path)

    with pytest.raises(UsageError, match="make setup"):
        list(npm_assets.files(tmp_path))


def test_what_was_fetched_before_the_lock_changed_is_not_published(tmp_path: Path):
    shutil.copytree(npm_assets.FOLDER, tmp_path / "browser")
    lock = tmp_path / "browser" / "package-lock.json"
    lock.write_text(lock.read_text("utf-8").replace('"version": "9.', '"version": "8.'), "utf-8")

    with pytest.raises(UsageError, match="make setup"):
        list(npm_assets.files(tmp_path / "browser"))
