"""An unchanged model costs nothing, and whatever has changed, a build leaves what a clean one would make."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from building import RENDERED, files_of, miniature
from mallisto.build import pipeline
from mallisto.build.page_frame import MARKS, Frame
from mallisto.build.rendered import Rendered
from mallisto.build.store import Output, Store
from mallisto.catalog import lock_file, project_files
from repositories import spoil

TODAY = date(2026, 11, 21)
POISON = "myrkky"
# What MkDocs made is compared with every build.
GENERATOR = "generator"


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
    kept = store.read_bytes() if store.exists() else b""
    store.unlink(missing_ok=True)
    assert pipeline.publish(root, rendered, folder, TODAY) == ""
    store.write_bytes(kept)
    return files_of(folder)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that differ, by their names: the contents are too long to be shown."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def a_word(root: Path) -> None:
    spoil(root / "models/esimerkki.yml", "Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja")


def a_name_that_another_model_tells(root: Path) -> None:
    spoil(root / "models/esimerkki.yml", "  fi: Esimerkkimalli\n", "  fi: Uusi esimerkkimalli\n")


def a_model_that_is_new(root: Path) -> None:
    text = (root / "models/esimerkki.yml").read_text("utf-8")
    (root / "models/toinen.yml").write_text(text.replace("id: esimerkki\n", "id: toinen\n", 1), "utf-8")


def a_record_of_use(root: Path) -> None:
    path = root / "models/adoptions/naapurila/esimerkki.yml"
    path.parent.mkdir()
    path.write_text("body: esimerkkila\nmodel: esimerkki\nstate: planned\ntold_by: body\nlast_confirmed: 2026-11-01\n", "utf-8")


def a_record_that_says_something_else(root: Path) -> None:
    spoil(root / "models/adoptions/naapurila/esimerkki.yml", "state: planned", "state: starting")


def a_record_that_is_gone(root: Path) -> None:
    (root / "models/adoptions/naapurila/esimerkki.yml").unlink()


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
    spoil(root / "models/esimerkki.yml", "Esimerkkimalli auttaa", "Esimerkkimalli tukee")
    built(root)
    commit(root)


def a_page_by_hand(root: Path) -> None:
    (root / "site/mallit/esimerkki/index.html").write_text("muutettu", "utf-8")


EDITS = (
    a_word,
    a_name_that_another_model_tells,
    a_model_that_is_new,
    a_model_that_is_gone,
    a_name_in_a_vocabulary,
    a_word_of_a_schema,
    a_commit,
    a_page_by_hand,
    a_record_of_use,
    a_record_that_says_something_else,
    a_record_that_is_gone,
    a_model_that_is_renamed,
)


def test_after_any_edit_a_build_gives_what_a_clean_one_gives(root: Path):
    built(root)
    wrong = {}

    for edit in EDITS:
        edit(root)
        if found := differing(built(root), clean(root)):
            wrong[edit.__name__] = found

    assert wrong == {}


def poisoned(root: Path) -> None:
    """Spoil a file of every unit and let the store believe that this is how it was written: what is made again is healed."""
    folder = root / "site"
    with Store.opened(root / project_files.CACHE, pipeline.program()) as store:
        outputs = store.outputs(folder)
        for unit, output in ((unit, output) for unit, output in outputs.items() if output.files):
            (folder / output.files[0]).write_text(POISON, "utf-8")
            outputs[unit] = Output.written(output.key, output.files, folder)
        store.save_outputs(folder, outputs)
        store.commit()


def is_poisoned(files: dict[str, bytes]) -> bool:
    return POISON.encode() in files.values()


def made_again(root: Path, rendered: Rendered = RENDERED) -> set[str]:
    """The units that the next build makes."""
    with Store.opened(root / project_files.CACHE, pipeline.program()) as store:
        before = store.outputs(root / "site")
    poisoned(root)
    files = built(root, rendered)
    return {unit for unit, output in before.items() if output.files and files.get(output.files[0]) != POISON.encode()}


def a_frame_of_booklets(root: Path) -> Rendered:
    frames = {**RENDERED.frames, ("sv", "booklet"): Frame.compiled("\n".join(MARKS) + "!")}
    return replace(RENDERED, frames=frames)


def test_only_what_reads_a_changed_text_is_made_again(root: Path):
    built(root)
    assert made_again(root) == {GENERATOR}
    built(clean_of_poison(root))

    a_word(root)

    found = made_again(root)
    assert {"esimerkki", "search", "fi comparison", GENERATOR} <= found
    assert not found & {"vihamielinen", "sitemap", "fi reviews", "fi feed", "form", "organisations/index.html"}


def clean_of_poison(root: Path) -> Path:
    shutil.rmtree(root / "site")
    return root


@pytest.mark.parametrize("edit", [a_name_in_a_vocabulary, a_word_of_a_schema, a_frame_of_booklets])
def test_what_all_pages_may_read_makes_every_model_again(edit: Callable[[Path], Rendered | None], root: Path):
    built(root)

    rendered = edit(root) or RENDERED

    assert {"esimerkki", "vihamielinen"} <= made_again(root, rendered)


def test_what_a_proposal_says_of_an_earlier_build_is_not_believed(root: Path):
    built(root)
    poisoned(root)
    assert is_poisoned(built(root)), "a build believes its own store"

    subprocess.run(["git", "-C", str(root), "add", "--force", ".cache"], check=True)

    assert not is_poisoned(built(root))


def an_odd_name(root: Path) -> None:
    (root / "models/Toinen malli.yml").touch()


def a_file_nobody_reads(root: Path) -> None:
    (root / "models/muut").mkdir()
    (root / "models/muut/malli.yml").touch()


def a_link_to_the_same(root: Path) -> None:
    (root / "models/esimerkki.yml").rename(root / "esimerkki.yml")
    (root / "models/esimerkki.yml").symlink_to(root / "esimerkki.yml")


def a_published_page_that_is_gone(root: Path) -> None:
    (root / project_files.PUBLISHED).write_text("mallit/ei-ole/\tbcdfg\n", "utf-8")


def a_role_that_is_unknown(root: Path) -> None:
    spoil(root / "models/vocabulary/roles.yml", "- id: coordinator", "- id: koordinaattori")


@pytest.mark.parametrize(
    "change", [an_odd_name, a_file_nobody_reads, a_link_to_the_same, a_published_page_that_is_gone, a_role_that_is_unknown]
)
def test_a_mistake_is_found_after_a_build_without_one_and_leaves_the_site_as_it_was(change: Callable[[Path], None], root: Path):
    before = built(root)

    change(root)

    assert pipeline.publish(root, RENDERED, root / "site", TODAY) != ""
    assert differing(files_of(root / "site"), before) == []


def test_what_nobody_made_goes_and_what_is_hidden_stays(root: Path):
    before = built(root)
    for name in ("mallit/oma.txt", "tyhja/oma.txt", ".nojekyll"):
        (root / "site" / name).parent.mkdir(exist_ok=True)
        (root / "site" / name).touch()

    assert built(root).keys() - before.keys() == {".nojekyll"}
    assert not (root / "site/tyhja").exists()


def test_what_the_generator_made_stands_in_the_site_with_its_slots_filled(root: Path, tmp_path: Path):
    waiting = RENDERED.authored["index.html"]
    for path, text in (
        ("index.html", waiting),
        ("tietoa/index.html", "tietoa"),
        ("tyyli.css", "p {}"),
        ("sitemap.xml", "vajaa"),
        ("assets/stylesheets/main.1.min.css", ".grid {} .ei-missaan {}"),
    ):
        (tmp_path / "made" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "made" / path).write_text(text, "utf-8")
    authored = {"index.html": waiting, "tietoa/index.html": '<p class="grid">tietoa</p>'}

    files = built(root, replace(RENDERED, authored=authored, folder=tmp_path / "made"))

    assert (files["tietoa/index.html"], files["tyyli.css"]) == (b"tietoa", b"p {}")
    assert b"esimerkki" in files["index.html"]
    assert b"sitemap-1.xml" in files["sitemap.xml"]
    assert b".grid" in files["assets/css/material.css"]
    assert b".ei-missaan" not in files["assets/css/material.css"]
    assert "assets/stylesheets/main.1.min.css" not in files


def test_a_damaged_store_is_made_anew(root: Path):
    before, path = built(root), root / project_files.CACHE / "builds.sqlite"
    for where in (0.1, 0.5, 0.9):
        content = bytearray(path.read_bytes())
        at = int(len(content) * where)
        content[at : at + 20_000] = b"x" * 20_000
        path.write_bytes(content)
        a_page_by_hand(root)

        assert differing(built(root), before) == []


def test_a_build_that_was_killed_leaves_nothing_that_the_next_one_believes(root: Path):
    built(root)
    code = (
        "import sys; from pathlib import Path; from datetime import date; "
        "from building import RENDERED; from mallisto.build import pipeline; "
        "pipeline.publish(Path(sys.argv[1]), RENDERED, Path(sys.argv[1]) / 'site', date(2026, 11, 21))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "support")}
    for seconds in (0.7, 1.5, 2.5):
        a_name_in_a_vocabulary(root)
        build = subprocess.Popen([sys.executable, "-c", code, str(root)], env=environment, start_new_session=True)
        time.sleep(seconds)
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()

        assert differing(built(root), clean(root)) == []
