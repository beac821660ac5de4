"""An unchanged model costs nothing, and whatever has changed, a build leaves what a clean one would make."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from building import RENDERED, files_of, miniature
from mallisto.build import pipeline
from mallisto.build.rendered import Rendered
from mallisto.catalog import lock_file, project_files
from repositories import spoil

TODAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature repository with its past in git."""
    root = miniature(tmp_path / "repository")
    (root / ".gitignore").write_text(".cache/\nsite/\n", "utf-8")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    commit(root)
    return root


def commit(root: Path) -> None:
    """Record the state of the repository."""
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    when = {"GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z", "GIT_AUTHOR_DATE": "2026-11-20T12:00:00Z"}
    subprocess.run(["git", "-C", str(root), "add", "."], check=True)
    subprocess.run(["git", "-C", str(root), *who, "commit", "--quiet", "-m", "x"], check=True, env={**os.environ, **when})


def built(root: Path, rendered: Rendered = RENDERED) -> dict[str, bytes]:
    """The site as a build leaves it."""
    folder = root / "site"
    assert pipeline.publish(root, rendered, folder, TODAY) == ""
    return files_of(folder)


def clean(root: Path, rendered: Rendered = RENDERED) -> dict[str, bytes]:
    """The site as a build makes it that knows of no other; words of the language may be known."""
    folder, store = root.parent / "clean", root / project_files.CACHE / "builds.sqlite"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(root / project_files.CACHE / "finder", ignore_errors=True)
    kept = store.read_bytes() if store.exists() else b""
    store.unlink(missing_ok=True)
    assert pipeline.publish(root, rendered, folder, TODAY) == ""
    store.write_bytes(kept)
    return files_of(folder)


def a_word(root: Path) -> None:
    spoil(root / "models/esimerkki.yml", "Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja")


def a_name_that_another_model_tells(root: Path) -> None:
    spoil(root / "models/esimerkki.yml", "  fi: Esimerkkimalli\n", "  fi: Uusi esimerkkimalli\n")


def a_model_that_is_new(root: Path) -> None:
    text = (root / "models/esimerkki.yml").read_text("utf-8")
    (root / "models/toinen.yml").write_text(text.replace("id: esimerkki\n", "id: toinen\n", 1), "utf-8")


def a_model_that_is_renamed(root: Path) -> None:
    """Its addresses were published, so it says where they went."""
    a_model_that_is_new(root)
    result = pipeline.check(root, TODAY)
    (root / project_files.PUBLISHED).write_text(lock_file.locked(result.catalog), "utf-8")
    (root / "models/toinen.yml").rename(root / "models/kolmas.yml")
    spoil(root / "models/kolmas.yml", "id: toinen\n", "id: kolmas\n")
    path = root / "models/history/moved.yml"
    text = path.read_text("utf-8") if path.exists() else "moved: []\n"
    entry = "  - address: mallit/toinen/\n    to: mallit/kolmas/\n"
    path.write_text(text.replace("moved: []", "moved:") + entry, "utf-8")


def a_model_that_is_gone(root: Path) -> None:
    a_model_that_is_new(root)
    built(root)
    (root / "models/toinen.yml").unlink()


def a_name_in_a_vocabulary(root: Path) -> None:
    spoil(root / "models/vocabulary/roles.yml", "fi: ", "fi: uusi ")


def a_word_of_a_schema(root: Path) -> None:
    spoil(root / "schemas/model.schema.json", '"Asiakkaan polku"', '"Kulku"')


def a_commit(root: Path) -> None:
    a_word(root)
    built(root)
    commit(root)


def a_page_by_hand(root: Path) -> None:
    (root / "site/mallit/esimerkki/index.html").write_text("muutettu", "utf-8")


EDITS = (
    a_word,
    a_name_that_another_model_tells,
    a_model_that_is_new,
    a_model_that_is_renamed,
    a_model_that_is_gone,
    a_name_in_a_vocabulary,
    a_word_of_a_schema,
    a_commit,
    a_page_by_hand,
)


@pytest.mark.parametrize("edit", EDITS)
def test_after_any_edit_a_build_gives_what_a_clean_one_gives(edit: Callable[[Path], None], root: Path):
    built(root)

    edit(root)

    assert built(root) == clean(root)


@pytest.mark.parametrize("seconds", [0.7, 1.5, 2.5])
def test_a_build_that_was_killed_leaves_nothing_that_the_next_one_believes(seconds: float, root: Path):
    built(root)
    a_name_in_a_vocabulary(root)
    code = (
        "import sys; from pathlib import Path; from datetime import date; "
        "from building import RENDERED; from mallisto.build import pipeline; "
        "pipeline.publish(Path(sys.argv[1]), RENDERED, Path(sys.argv[1]) / 'site', date(2026, 11, 21))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "support")}
    build = subprocess.Popen([sys.executable, "-c", code, str(root)], env=environment, start_new_session=True)

    time.sleep(seconds)
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()

    assert built(root) == clean(root)
