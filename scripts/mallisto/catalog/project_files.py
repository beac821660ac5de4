"""What lies where in the repository, and what lies where nothing reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath

from mallisto.catalog import lock_file
from mallisto.model import Published
from mallisto.reading.messages import folded
from mallisto.reading.problems import Location, Problem
from mallisto.reading.schema import MODEL, Schemas
from mallisto.reading.yaml_reader import FILE_NAME

MODELS = "models"
VOCABULARY = "models/vocabulary"
HISTORY = "models/history"
SITE = "models/site"
CACHE = ".cache/mallisto"
PUBLISHED = f"{HISTORY}/published.txt"
DOCS = "docs"

# Folders under `docs/` whose texts are no pages of the site.
_NO_PAGES = frozenset({"contributing", "overrides"})


@dataclass(frozen=True, slots=True)
class File:
    """A YAML file of the project: where it is, how findings call it, and the schema it answers to."""

    path: FilePath
    name: str
    schema: str

    @classmethod
    def of_model(cls, path: FilePath, root: FilePath) -> File:
        """A model's file in its place."""
        return cls(path, _name(root, path), MODEL)


def files(root: FilePath, schemas: Schemas, drafts: Iterable[FilePath] = ()) -> tuple[File, ...]:
    """Every file that is read. A draft from elsewhere stands in for the model of the same file name."""
    drafts = tuple(drafts)
    drafted = {path.name for path in drafts}
    models = [File.of_model(path, root) for path in sorted((root / MODELS).glob("*.yml")) if path.name not in drafted]
    shared = [
        File(path, _name(root, path), path.stem)
        for folder in (VOCABULARY, HISTORY, SITE)
        for path in sorted((root / folder).glob("*.yml"))
        if path.stem in schemas.vocabulary_names
    ]
    return (*models, *(File(path, str(path), MODEL) for path in drafts), *shared)


def schema_texts(root: FilePath) -> list[str]:
    """The schemas as they are written."""
    return [path.read_text("utf-8") for path in sorted((root / "schemas").glob("*.json"))]


def odd_names(root: FilePath) -> list[Problem]:
    """Files under `models/` whose names cannot be ids, and files that are no YAML."""
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
    """YAML files under `models/` that nothing would ever read."""
    known = {file.path for file in files} | set((root / MODELS).glob("*.yml"))
    unread = [path for path in sorted((root / MODELS).rglob("*.yml")) if path not in known and FILE_NAME.fullmatch(path.name)]
    return [Problem(Location(_name(root, path)), "file.place", found=_name(root, path)) for path in unread]


def published(root: FilePath) -> tuple[Published, ...]:
    """Every address that was ever published."""
    return lock_file.published(published_text(root), PUBLISHED)


def published_text(root: FilePath) -> str:
    """The list of them as it is written; nothing where there is none."""
    path = root / PUBLISHED
    return path.read_text("utf-8") if path.is_file() else ""


def authored(root: FilePath) -> frozenset[str]:
    """The addresses of the pages under `docs/`, each once for all languages."""
    paths = (path.relative_to(root / DOCS) for path in (root / DOCS).rglob("*.md"))
    names = ((path.parent.as_posix(), path.name.split(".")[0]) for path in paths if path.parts[0] not in _NO_PAGES)
    return frozenset("/".join(each for each in (*pair, "") if each not in (".", "index")) for pair in names)


def _name(root: FilePath, path: FilePath) -> str:
    return path.relative_to(root).as_posix()
