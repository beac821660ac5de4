"""The whole pipeline in the order it happens."""

from __future__ import annotations

import gc
import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path as FilePath
from typing import Any

from mallisto import checks
from mallisto.build import build_cache, git_history, npm_assets, site_files
from mallisto.build.parallel import shared_out
from mallisto.build.search_groups import Finder
from mallisto.build.site_files import Rendered
from mallisto.catalog import project_files
from mallisto.catalog.catalog import Catalog, History
from mallisto.catalog.project_files import File
from mallisto.files.templates import compile_all
from mallisto.files.write import clear, write
from mallisto.model import Accessibility, Model, Training, Vocabulary
from mallisto.parse import parse_accessibility, parse_model, parse_moved, parse_training, parse_vocabulary
from mallisto.reading.languages import DEFAULT
from mallisto.reading.problems import Problem, Severity
from mallisto.reading.schema import MODEL, Schema, Schemas
from mallisto.reading.yaml_reader import Document, content_of, read
from mallisto.reports.formats import Report, as_text
from mallisto.search.finnish import Learnt

MOVED = "moved"
ACCESSIBILITY = "accessibility"
TRAINING = "training"


@dataclass(frozen=True, slots=True)
class CheckedFile:
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
    files: Mapping[str, CheckedFile]

    @property
    def digests(self) -> Mapping[str, bytes]:
        """The hash of every file by its name."""
        return {name: each.digest for name, each in self.files.items()}

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.problems)


def load(root: FilePath, today: date, drafts: Iterable[FilePath] = (), before: Result | None = None) -> Result:
    """Read, validate and check everything. A draft from elsewhere stands in for the model of the same file name.

    A file that has not changed since `before` is not read again.
    """
    schemas = Schemas.load(root / "schemas")
    files = project_files.files(root, schemas, drafts)
    with _gc_paused():
        understood = {file: _read_and_validate(file, schemas[file.schema], before) for file in files}
        catalog = _catalog(root, understood)
        found = [problem for each in understood.values() for problem in each.problems]
        found += [*project_files.odd_names(root), *project_files.misplaced(root, files), *checks.run(catalog, today)]
    problems = tuple(sorted(found, key=lambda each: each.order))
    names = {each.name: each.schema for each in files}
    return Result(catalog, problems, schemas, names, {file.name: each for file, each in understood.items()})


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Reading makes many values and no rubbish, and the collector would look through all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _gc_frozen() -> Iterator[None]:
    """What was read stays to the end, so the collector need not look through all of it while pages are made."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def with_saved(path: FilePath, root: FilePath, before: Result, today: date) -> Result:
    """The state after one model was saved. Only this model is read and checked, so that it shows at once among thousands."""
    file = File.of_model(path, root)
    understood = _read_and_validate(file, before.schemas[MODEL], before)
    saved = (understood.value,) if isinstance(understood.value, Model) else ()
    others = tuple(each for each in before.catalog.models if each.where.file != file.name)
    places = {**before.catalog.file_stems, file.name: path.stem}
    catalog = replace(before.catalog, models=tuple(sorted((*others, *saved), key=lambda each: each.id)), file_stems=places)
    found = [each for each in checks.run(replace(catalog, models=saved), today) if each.where.file == file.name]
    problems = tuple(sorted([*understood.problems, *found], key=lambda each: each.order))
    names = {**before.schema_names, file.name: MODEL}
    return Result(catalog, problems, before.schemas, names, {**before.files, file.name: understood})


def publish(root: FilePath, rendered: Rendered, folder: FilePath, today: date) -> str:
    """Bring the site in `folder` into the state of the repository. Where there is an error it stays as it is, and the report is returned.

    Nothing else stays there. What is unchanged since the last build is not made again.
    """
    past, cache = git_history.log(root), root / project_files.CACHE
    if git_history.has(root, project_files.CACHE.partition("/")[0]):
        shutil.rmtree(cache, ignore_errors=True)  # whoever proposes a change may not say what an earlier build has made
    state = build_cache.hash_of([build_cache.program(), repr(past), *_read_of(root), *rendered.context(), *rendered.written()])
    standing = build_cache.standing(cache, state, folder) if _is_kept(root, folder) else {}
    if standing:
        entries = standing
    else:
        result = load(root, today)
        if result.has_errors:
            return report_of(result)
        with _gc_frozen():
            entries = _made(result, past, root, rendered, folder)
    others = write(chain(npm_assets.files(), rendered.files()), folder)
    clear(folder, {*others, *chain.from_iterable(each.files for each in entries.values())})
    if _is_kept(root, folder) and not standing:
        build_cache.note(cache, state, entries)
    return ""


def _read_of(root: FilePath) -> Iterator[str]:
    """All that a catalog is read from, and all that findings beside those of the files themselves are made of."""
    files = project_files.files(root, Schemas.load(root / "schemas"))
    for each in files:
        content = content_of(each.path, each.name)
        yield f"{each.name} {content if isinstance(content, Problem) else hashlib.blake2b(content).hexdigest()}"
    yield repr((project_files.odd_names(root), project_files.misplaced(root, files), sorted(project_files.authored(root))))
    yield from (*project_files.schema_texts(root), project_files.published_text(root))


def _made(result: Result, past: git_history.Log | None, root: FilePath, rendered: Rendered, folder: FilePath) -> build_cache.Entries:
    """Make the models' files, the finder's and those that tell of several models, but for what stands in the folder unchanged."""
    cache = root / project_files.CACHE
    digests, texts = result.digests, project_files.schema_texts(root)
    keys = build_cache.keys(result.catalog, git_history.digests(digests, past, result.catalog), texts, rendered)
    unchanged = build_cache.unchanged(cache, keys, folder) if _is_kept(root, folder) else {}
    models = [each.id for each in result.catalog.models if each.id not in unchanged]
    catalog = git_history.with_past(root, past, result.catalog, result.schemas[MODEL], models)
    finder = None if build_cache.FINDER in unchanged else Finder.of(catalog, result.schemas, digests, texts, cache)

    def work(name: str) -> tuple[list[str], Learnt]:
        """The files of a model, or what was learnt while a group of models was made to be found."""
        if finder and name in finder.groups:
            return [], finder.make(name)
        return write(site_files.model_files(name, catalog, result.schemas, rendered), folder), {}

    if len(models) > 1:
        compile_all()
    made = {}
    # A single group is made here: what is not known of words is then learnt by one process only.
    groups = tuple(finder.missing) if finder and len(finder.missing) > 1 else ()
    with shared_out(work, [*groups, *models]) as answers:
        if build_cache.SHARED not in unchanged:
            made[build_cache.SHARED] = write(site_files.shared_files(catalog, result.schemas, rendered), folder)
        if finder:
            for key, (_, learnt) in zip(groups, answers, strict=False):
                finder.take(key, learnt)
            made[build_cache.FINDER] = write(finder.files(), folder)
        made.update({name: paths for name, (paths, _) in zip(models, answers, strict=True)})
    return {**unchanged, **{name: build_cache.Entry.made(keys[name], paths, folder) for name, paths in made.items()}}


def _is_kept(root: FilePath, folder: FilePath) -> bool:
    """Only the repository's own site folder has a cache: another, such as the passing one of `mkdocs serve`, may never come back."""
    return folder.resolve() == (root / "site").resolve()


def report_of(result: Result) -> str:
    """Every finding, as an author reads it."""
    return as_text(Report.of(result.problems, result.schemas, result.schema_names, DEFAULT, len(result.schema_names)))


def _read_and_validate(file: File, schema: Schema, before: Result | None) -> CheckedFile:
    content = content_of(file.path, file.name)
    if isinstance(content, Problem):
        return CheckedFile(b"", schema, None, (content,))
    digest = hashlib.blake2b(content).digest()
    known = before.files.get(file.name) if before else None
    if known and known.digest == digest and known.schema is schema:
        return known
    reading = read(content, file.name)
    violations = tuple(schema.validate(reading.document)) if reading.document else ()
    is_valid = reading.document is not None and not violations
    value = _PARSERS.get(file.schema, parse_vocabulary)(reading.document) if reading.document and is_valid else None
    return CheckedFile(digest, schema, value, (*reading.problems, *violations))


_PARSERS: Mapping[str, Callable[[Document], Any]] = {
    MODEL: parse_model,
    MOVED: parse_moved,
    ACCESSIBILITY: parse_accessibility,
    TRAINING: parse_training,
}


def _catalog(root: FilePath, understood: Mapping[File, CheckedFile]) -> Catalog:
    values = {file: each.value for file, each in understood.items() if each.value is not None}
    unreadable = [file for file in understood if file not in values]
    in_place = {
        file.name: file.path.stem for file in understood if file.schema == MODEL and file.path.parent == root / project_files.MODELS
    }
    moved = next((value for file, value in values.items() if file.schema == MOVED), ())
    return Catalog.of(
        models=(value for value in values.values() if isinstance(value, Model)),
        vocabularies=(value for value in values.values() if isinstance(value, Vocabulary)),
        accessibility=next((value for value in values.values() if isinstance(value, Accessibility)), None),
        training=next((value for value in values.values() if isinstance(value, Training)), None),
        history=History(published=project_files.published(root), moved=moved),
        unreadable_models=frozenset(file.path.stem for file in unreadable if file.schema == MODEL),
        unreadable_vocabularies=frozenset(file.schema for file in unreadable if file.schema != MODEL),
        file_stems=in_place,
        authored=project_files.authored(root),
    )
