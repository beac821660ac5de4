"""The whole pipeline in the order it happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath

from mallisto import addresses, checks, site
from mallisto.catalog import Catalog, History
from mallisto.language import DEFAULT
from mallisto.messages import folded
from mallisto.model import Ref
from mallisto.parse import parse_accessibility, parse_model, parse_moved, parse_vocabulary
from mallisto.problems import Location, Problem, Severity
from mallisto.report import Report, as_text
from mallisto.schema import MODEL, Schemas
from mallisto.site import Rendered
from mallisto.source import FILE_NAME, Document, read_file
from mallisto.write import write

MODELS = "models"
VOCABULARY = "models/vocabulary"
HISTORY = "models/history"
SITE = "models/site"
MOVED = "moved"
ACCESSIBILITY = "accessibility"
PUBLISHED = f"{HISTORY}/published.txt"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of reading the repository."""

    catalog: Catalog
    problems: tuple[Problem, ...]
    schemas: Schemas
    schema_names: Mapping[str, str]

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.problems)


@dataclass(frozen=True, slots=True)
class _File:
    """A YAML file of the project: where it is, how findings call it, and the schema it answers to."""

    path: FilePath
    name: str
    schema: str


def load(root: FilePath, today: date, drafts: Iterable[FilePath] = ()) -> Result:
    """Read, validate and check everything. A draft from elsewhere stands in for the model of the same file name."""
    schemas = Schemas.load(root / "schemas")
    files = _files(root, schemas, tuple(drafts))
    valid, problems = _read_all(files, schemas)
    catalog = _catalog(root, files, valid)
    found = sorted([*problems, *_odd_names(root), *_misplaced(root, files), *checks.run(catalog, today)], key=lambda each: each.order)
    return Result(catalog, tuple(found), schemas, {each.name: each.schema for each in files})


def _files(root: FilePath, schemas: Schemas, drafts: tuple[FilePath, ...]) -> tuple[_File, ...]:
    drafted = {path.name for path in drafts}
    models = [_File(path, _name(root, path), MODEL) for path in sorted((root / MODELS).glob("*.yml")) if path.name not in drafted]
    shared = [
        _File(path, _name(root, path), path.stem)
        for folder in (VOCABULARY, HISTORY, SITE)
        for path in sorted((root / folder).glob("*.yml"))
        if path.stem in schemas.vocabulary_names
    ]
    return (*models, *(_File(path, str(path), MODEL) for path in drafts), *shared)


def publish(root: FilePath, rendered: Rendered, folder: FilePath, today: date) -> str:
    """Write everything the catalog adds to the site in `folder`. Where there is an error nothing is written, and the report is returned."""
    result = load(root, today)
    if result.has_errors:
        return as_text(Report.of(result.problems, result.schemas, result.schema_names, DEFAULT, len(result.schema_names)))
    write(site.files(result.catalog, result.schemas, rendered), folder)
    return ""


def _name(root: FilePath, path: FilePath) -> str:
    return path.relative_to(root).as_posix()


def _odd_names(root: FilePath) -> list[Problem]:
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


def _misplaced(root: FilePath, files: tuple[_File, ...]) -> list[Problem]:
    """YAML files under `models/` that nothing would ever read."""
    known = {file.path for file in files} | set((root / MODELS).glob("*.yml"))
    unread = [path for path in sorted((root / MODELS).rglob("*.yml")) if path not in known and FILE_NAME.fullmatch(path.name)]
    return [Problem(Location(_name(root, path)), "file.place", found=_name(root, path)) for path in unread]


def _read_all(files: tuple[_File, ...], schemas: Schemas) -> tuple[dict[_File, Document], list[Problem]]:
    """The documents of the schema's shape, and everything found on the way."""
    valid: dict[_File, Document] = {}
    problems: list[Problem] = []
    for file in files:
        reading = read_file(file.path, file.name)
        violations = list(schemas[file.schema].validate(reading.document)) if reading.document else []
        if reading.document and not violations:
            valid[file] = reading.document
        problems += [*reading.problems, *violations]
    return valid, problems


def _catalog(root: FilePath, files: tuple[_File, ...], valid: Mapping[_File, Document]) -> Catalog:
    unreadable = [file for file in files if file not in valid]
    moved = next((parse_moved(document) for file, document in valid.items() if file.schema == MOVED), ())
    in_place = {file.name: file.path.stem for file in files if file.schema == MODEL and file.path.parent == root / MODELS}
    return Catalog.of(
        models=(parse_model(document) for file, document in valid.items() if file.schema == MODEL),
        vocabularies=(parse_vocabulary(document) for file, document in valid.items() if file.schema not in (MODEL, MOVED, ACCESSIBILITY)),
        accessibility=next((parse_accessibility(document) for file, document in valid.items() if file.schema == ACCESSIBILITY), None),
        history=History(published=_published(root), moved=moved),
        unreadable_models=frozenset(file.path.stem for file in unreadable if file.schema == MODEL),
        unreadable_vocabularies=frozenset(file.schema for file in unreadable if file.schema != MODEL),
        file_stems=in_place,
    )


def _published(root: FilePath) -> tuple[Ref, ...]:
    path = root / PUBLISHED
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return tuple(Ref(line, Location(PUBLISHED, number)) for number, line in enumerate(lines, 1) if line and not line.startswith("#"))


def locked(catalog: Catalog) -> str:
    """The lock file's text: every address that was ever published and every one that is there now."""
    known = {ref.to for ref in catalog.history.published} | set(addresses.of_catalog(catalog))
    return "\n".join(["# Julkaistut osoitteet. Tiedosto tehdään komennolla mallisto lock; rivejä ei poisteta.", *sorted(known)]) + "\n"
