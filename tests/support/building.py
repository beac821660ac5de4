"""Sites built as a maintainer builds them: the command `mkdocs build --strict` in a folder of its own."""

from __future__ import annotations

import fcntl
import itertools
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from mallisto.addresses import urls
from mallisto.build.page_frame import ADDRESSES, MARKS, Frame
from mallisto.build.rendered import Rendered
from mallisto.catalog.project_files import CACHE
from mallisto.pages.site.slots import SLOTS
from mallisto.reading.languages import LANGUAGES
from mallisto.search.dictionary import Dictionary

ROOT = Path(__file__).parents[2]
MINIATURE = ROOT / "tests" / "cases" / "site"

# A repository with a frozen copy of five models, in the long form, and of the vocabularies; all else of it is linked to the project's own,
# since git holds no links. Tests know these five by name, so that nobody's new, renamed or removed model is a matter of the tests.
FIVE = ROOT / "tests" / "cases" / "five"
for _part in ("docs", "schemas", "scripts", "mkdocs.yml"):
    with suppress(FileExistsError):
        (FIVE / _part).symlink_to(ROOT / _part)

# Not at the root of its host: a link that only works there is found out.
SITE_URL = "https://mallisto.example/kirjasto/"


# Frames that hold nothing but their marks, and an authored page for every slot.
_AT = {"model-cards": "mallit/", **dict.fromkeys(("latest-models", "numbers", "timeline", "areas"), "")}
RENDERED = Rendered(
    dict.fromkeys(itertools.product(LANGUAGES, ADDRESSES), Frame.compiled("\n".join(MARKS))),
    {
        f"{folder}{at}index.html": "".join(f"<p><!-- mallisto:{name} --></p>" for name in SLOTS if _AT.get(name, f"{name}/") == at)
        for at in dict.fromkeys(_AT.get(name, f"{name}/") for name in SLOTS)
        for folder in ("", "sv/", "en/")
    },
    SITE_URL,
)


def build_site(root: Path, into: Path, *options: str, hash_seed: str = "0", generator: str = "mkdocs") -> Path:
    """Build the site of a repository into a folder; every warning is a failure."""
    command = [sys.executable, "-m", generator, "--quiet", "build", "--strict", "--site-dir", str(into), *options]
    own = {"MALLISTO_SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": hash_seed}
    run = subprocess.run(command, cwd=root, env={**os.environ, **own}, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return into


def packed_site(root: Path, site: Path) -> Path:
    """Add to a built site the copy of it that works from a folder, as a maintainer does: the command `mallisto offline`."""
    command = [str(Path(sys.executable).with_name("mallisto")), "--root", str(root), "offline", "--site", str(site)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return site


def unpacked_copy(site: Path, into: Path) -> Path:
    """The copy of a built site as a reader has unpacked it."""
    with zipfile.ZipFile(site / urls.COPY) as packed:
        packed.extractall(into)
    return into / "mallisto"


def with_dictionary(folder: Path) -> None:
    """Give a repository the index of the dictionary, which is the same in all and takes seconds to make."""
    kept = ROOT / CACHE
    Dictionary.of("fi", kept)
    (folder / CACHE).mkdir(parents=True, exist_ok=True)
    for path in kept.glob("dictionary.*"):
        shutil.copy(path, folder / CACHE)


def miniature(folder: Path, rewritten: Callable[[str], str] = str) -> Path:
    """A small repository with two models, and the project's own theme, adapters and schemas; `rewritten` may change the models' texts."""
    shutil.copytree(MINIATURE, folder, ignore=shutil.ignore_patterns("expected"))
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    for part in ("overrides", "assets"):
        shutil.copytree(ROOT / "docs" / part, folder / "docs" / part)
    (folder / "scripts").mkdir()
    for adapter in (ROOT / "scripts").glob("*.py"):
        shutil.copy(adapter, folder / "scripts")
    shutil.copy(ROOT / "mkdocs.yml", folder / "project.yml")
    with_dictionary(folder)
    for model in (folder / "models").rglob("*.yml"):
        model.write_text(rewritten(model.read_text("utf-8")), "utf-8")
    return folder


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that all workers of a test run share: the first to ask has `make` fill it, the others wait."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def with_files(site: Path, folder: Path, files: Mapping[str, bytes]) -> Path:
    """A copy of a built site with more files; the shared site itself is never written to."""
    shutil.copytree(site, folder, copy_function=os.link)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).unlink(missing_ok=True)  # a link to the shared site's file
        (folder / path).write_bytes(content)
    return folder


def with_article(page: Path, content: str) -> bytes:
    """A built page with other content in its article."""
    article = f'<article class="md-typeset"><h1>Sivu</h1>{content}</article>'
    return re.sub(r"<article.*</article>", lambda _: article, page.read_text("utf-8"), flags=re.DOTALL).encode()


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
