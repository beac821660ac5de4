"""The whole pipeline in the order it happens."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from mallisto import checks, kept, libraries, lock, site, versions
from mallisto.catalog import Catalog, History
from mallisto.finder import write_finder
from mallisto.language import DEFAULT
from mallisto.messages import folded
from mallisto.model import Accessibility, Model, Published, Training, Vocabulary
from mallisto.parse import parse_accessibility, parse_model, parse_moved, parse_training, parse_vocabulary
from mallisto.problems import Location, Problem, Severity
from mallisto.report import Report, as_text
from mallisto.schema import MODEL, Schema, Schemas
from mallisto.site import Rendered
from mallisto.source import FILE_NAME, Document, content_of, read
from mallisto.write import write

MODELS = "models"
VOCABULARY = "models/vocabulary"
HISTORY = "models/history"
SITE = "models/site"
CACHE = ".cache/mallisto"
MOVED = "moved"
ACCESSIBILITY = "accessibility"
TRAINING = "training"
PUBLISHED = f"{HISTORY}/published.txt"
DOCS = "docs"

# Folders under `docs/` whose texts are no pages of the site.
_NO_PAGES = frozenset({"contributing", "overrides"})


@dataclass(frozen=True, slots=True)
class Understood:
    """What came of one file: the hash of its bytes, the value they describe where they are of their schema's shape, and all findings."""

    digest: bytes
    schema: Schema
    value: Any
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of reading the repository; `files` is what came of each file by its name."""

    catalog: Catalog
    problems: tuple[Problem, ...]
    schemas: Schemas
    schema_names: Mapping[str, str]
    files: Mapping[str, Understood]

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.problems)


@dataclass(frozen=True, slots=True)
class _File:
    """A YAML file of the project: where it is, how findings call it, and the schema it answers to."""

    path: FilePath
    name: str
    schema: str


def load(root: FilePath, today: date, drafts: Iterable[FilePath] = (), before: Result | None = None) -> Result:
    """Read, validate and check everything. A draft from elsewhere stands in for the model of the same file name.

    A file that has not changed since `before` is not read again.
    """
    schemas = Schemas.load(root / "schemas")
    files = _files(root, schemas, tuple(drafts))
    with _undisturbed():
        understood = {file: _understood(file, schemas[file.schema], before) for file in files}
        catalog = _catalog(root, understood)
        found = [problem for each in understood.values() for problem in each.problems]
        found += [*_odd_names(root), *_misplaced(root, files), *checks.run(catalog, today)]
    problems = tuple(sorted(found, key=lambda each: each.order))
    names = {each.name: each.schema for each in files}
    return Result(catalog, problems, schemas, names, {file.name: each for file, each in understood.items()})


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Reading makes many values and no rubbish, and the collector would look through all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _settled() -> Iterator[None]:
    """What was read stays to the end, so the collector need not look through all of it while pages are made."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


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


def with_saved(path: FilePath, root: FilePath, before: Result, today: date) -> Result:
    """The state after one model was saved. Only this model is read and checked, so that it shows at once among thousands."""
    file = _File(path, _name(root, path), MODEL)
    understood = _understood(file, before.schemas[MODEL], before)
    saved = (understood.value,) if isinstance(understood.value, Model) else ()
    others = tuple(each for each in before.catalog.models if each.where.file != file.name)
    places = {**before.catalog.file_stems, file.name: path.stem}
    catalog = replace(before.catalog, models=tuple(sorted((*others, *saved), key=lambda each: each.id)), file_stems=places)
    found = [each for each in checks.run(replace(catalog, models=saved), today) if each.where.file == file.name]
    problems = tuple(sorted([*understood.problems, *found], key=lambda each: each.order))
    names = {**before.schema_names, file.name: MODEL}
    return Result(catalog, problems, before.schemas, names, {**before.files, file.name: understood})


def publish(root: FilePath, rendered: Rendered, folder: FilePath, today: date) -> str:
    """Write everything the catalog adds to the site in `folder`. Where there is an error nothing is written, and the report is returned.

    What the cache keeps of unchanged models and of an unchanged finder goes back into the folder instead of being made again.
    """
    result = load(root, today)
    if result.has_errors:
        return report_of(result)
    with _settled():
        _publish(result, root, rendered, folder)
    return ""


def _publish(result: Result, root: FilePath, rendered: Rendered, folder: FilePath) -> None:
    past = versions.log(root)
    write(libraries.files(), folder)
    if not _is_kept(root, folder):
        catalog = versions.with_past(root, past, result.catalog, result.schemas[MODEL], result.catalog.model_by_id)
        write(site.files(catalog, result.schemas, rendered), folder)
        write_finder(catalog, result.schemas, folder, root / CACHE)
        return
    waiting = kept.Kept.in_folder(root / CACHE)
    digests = versions.digests({name: each.digest for name, each in result.files.items()}, past, result.catalog)
    keys = kept.keys(result.catalog, digests, _schema_texts(root), rendered)
    unchanged = waiting.put_back(keys, folder)
    made: dict[str, Iterable[str]] = {name: waiting.entries[name].files for name in unchanged}
    changed = [each.id for each in result.catalog.models if each.id not in unchanged]
    catalog = versions.with_past(root, past, result.catalog, result.schemas[MODEL], changed)
    for model_id in changed:
        made[model_id] = write(site.model_files(model_id, catalog, result.schemas, rendered), folder)
    write(site.shared_files(catalog, result.schemas, rendered), folder)
    if kept.FINDER not in unchanged:
        made[kept.FINDER] = write_finder(catalog, result.schemas, folder, root / CACHE)
    kept.note(root / CACHE, keys, made, folder)


def put_aside(root: FilePath, folder: FilePath) -> None:
    """Save what is kept from whoever empties the site's folder next."""
    if _is_kept(root, folder):
        kept.Kept.in_folder(root / CACHE).put_aside(folder)


def _is_kept(root: FilePath, folder: FilePath) -> bool:
    """Only the repository's own site folder has a cache: another, such as the passing one of `mkdocs serve`, may never come back."""
    return folder.resolve() == (root / "site").resolve()


def report_of(result: Result) -> str:
    """Every finding, as an author reads it."""
    return as_text(Report.of(result.problems, result.schemas, result.schema_names, DEFAULT, len(result.schema_names)))


def _schema_texts(root: FilePath) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((root / "schemas").glob("*.json"))]


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


def _understood(file: _File, schema: Schema, before: Result | None) -> Understood:
    content = content_of(file.path, file.name)
    if isinstance(content, Problem):
        return Understood(b"", schema, None, (content,))
    digest = hashlib.blake2b(content).digest()
    known = before.files.get(file.name) if before else None
    if known and known.digest == digest and known.schema is schema:
        return known
    reading = read(content, file.name)
    violations = tuple(schema.validate(reading.document)) if reading.document else ()
    is_valid = reading.document is not None and not violations
    value = _PARSERS.get(file.schema, parse_vocabulary)(reading.document) if reading.document and is_valid else None
    return Understood(digest, schema, value, (*reading.problems, *violations))


_PARSERS: Mapping[str, Callable[[Document], Any]] = {
    MODEL: parse_model,
    MOVED: parse_moved,
    ACCESSIBILITY: parse_accessibility,
    TRAINING: parse_training,
}


def _catalog(root: FilePath, understood: Mapping[_File, Understood]) -> Catalog:
    values = {file: each.value for file, each in understood.items() if each.value is not None}
    unreadable = [file for file in understood if file not in values]
    in_place = {file.name: file.path.stem for file in understood if file.schema == MODEL and file.path.parent == root / MODELS}
    return Catalog.of(
        models=(value for value in values.values() if isinstance(value, Model)),
        vocabularies=(value for value in values.values() if isinstance(value, Vocabulary)),
        accessibility=next((value for value in values.values() if isinstance(value, Accessibility)), None),
        training=next((value for value in values.values() if isinstance(value, Training)), None),
        history=History(published=_published(root), moved=next((value for file, value in values.items() if file.schema == MOVED), ())),
        unreadable_models=frozenset(file.path.stem for file in unreadable if file.schema == MODEL),
        unreadable_vocabularies=frozenset(file.schema for file in unreadable if file.schema != MODEL),
        file_stems=in_place,
        authored=_authored(root),
    )


def _published(root: FilePath) -> tuple[Published, ...]:
    path = root / PUBLISHED
    return lock.published(path.read_text("utf-8"), PUBLISHED) if path.is_file() else ()


def _authored(root: FilePath) -> frozenset[str]:
    """The addresses of the pages under `docs/`, each once for all languages."""
    paths = (path.relative_to(root / DOCS) for path in (root / DOCS).rglob("*.md"))
    names = ((path.parent.as_posix(), path.name.split(".")[0]) for path in paths if path.parts[0] not in _NO_PAGES)
    return frozenset("/".join(each for each in (*pair, "") if each not in (".", "index")) for pair in names)
