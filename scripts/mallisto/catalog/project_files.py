"""Where files are in the repository; finds files that nothing reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath

from mallisto.catalog import lock_file
from mallisto.model import Published
from mallisto.reading.messages import folded
from mallisto.reading.problems import Location, Problem
from mallisto.reading.schema import ADOPTION, MODEL, Schemas
from mallisto.reading.yaml_reader import FILE_NAME

MODELS = "models"
VOCABULARY = "models/vocabulary"
HISTORY = "models/history"
SITE = "models/site"
ADOPTIONS = "models/adoptions"
CACHE = ".cache/mallisto"
PUBLISHED = f"{HISTORY}/published.txt"
DOCS = "docs"

# Folders under `docs/` whose texts are not pages of the site.
_NO_PAGES = frozenset({"contributing", "overrides"})


@dataclass(frozen=True, slots=True)
class File:
    """A YAML file of the project: its path, its name in problems, and the name of its schema."""

    path: FilePath
    name: str
    schema: str

    @classmethod
    def of_model(cls, path: FilePath, root: FilePath) -> File:
        """Return a model's file."""
        return cls(path, _name(root, path), MODEL)


def files(root: FilePath, schemas: Schemas, drafts: Iterable[FilePath] = ()) -> tuple[File, ...]:
    """Return every file that is read. A draft replaces the model with the same file name."""
    drafts = tuple(drafts)
    drafted = {path.name for path in drafts}
    models = [File.of_model(path, root) for path in sorted((root / MODELS).glob("*.yml")) if path.name not in drafted]
    shared = [
        File(path, _name(root, path), path.stem)
        for folder in (VOCABULARY, HISTORY, SITE)
        for path in sorted((root / folder).glob("*.yml"))
        if path.stem in schemas.vocabulary_names
    ]
    adoptions = [File(path, _name(root, path), ADOPTION) for path in sorted((root / ADOPTIONS).glob("*/*.yml")) if _is_well_named(path)]
    return (*models, *(File(path, str(path), MODEL) for path in drafts), *shared, *adoptions)


def _is_well_named(path: FilePath) -> bool:
    """Whether the names of a file and of its folder can be ids."""
    return bool(FILE_NAME.fullmatch(path.name) and FILE_NAME.fullmatch(f"{path.parent.name}.yml"))


def schema_texts(root: FilePath) -> list[str]:
    """Return the text of every schema file."""
    return [path.read_text("utf-8") for path in sorted((root / "schemas").glob("*.json"))]


def odd_names(root: FilePath) -> list[Problem]:
    """Return problems for files under `models/` that are not YAML or whose name is not a valid id."""
    known = {root / PUBLISHED}
    odd = [
        path
        for path in sorted((root / MODELS).rglob("*"))
        if not path.is_dir() and path not in known and not FILE_NAME.fullmatch(path.name)
    ]
    return [Problem(Location(_name(root, path)), "file.name", found=path.name, mend=_possible_name(path)) for path in odd]


def _possible_name(path: FilePath) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", folded(path.stem)).strip("-0123456789")
    return f"{name}.yml" if name and path.suffix in (".yml", ".yaml") else ""


def misplaced(root: FilePath, files: tuple[File, ...]) -> list[Problem]:
    """Return problems for YAML files under `models/` that nothing reads."""
    known = {file.path for file in files} | set((root / MODELS).glob("*.yml"))
    unread = [path for path in sorted((root / MODELS).rglob("*.yml")) if path not in known and FILE_NAME.fullmatch(path.name)]
    return [Problem(Location(_name(root, path)), "file.place", found=_name(root, path)) for path in unread]


def published(root: FilePath) -> tuple[Published, ...]:
    """Return every address that was ever published."""
    return lock_file.published(published_text(root), PUBLISHED)


def published_text(root: FilePath) -> str:
    """Return the text of the lock file, or an empty string if there is none."""
    path = root / PUBLISHED
    return path.read_text("utf-8") if path.is_file() else ""


def authored(root: FilePath) -> frozenset[str]:
    """Return the addresses of the hand-written pages under `docs/`, one for all languages."""
    paths = (path.relative_to(root / DOCS) for path in (root / DOCS).rglob("*.md"))
    names = ((path.parent.as_posix(), path.name.split(".")[0]) for path in paths if path.parts[0] not in _NO_PAGES)
    return frozenset("/".join(each for each in (*pair, "") if each not in (".", "index")) for pair in names)


def _name(root: FilePath, path: FilePath) -> str:
    return path.relative_to(root).as_posix()
