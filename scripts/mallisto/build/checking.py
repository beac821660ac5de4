"""From the files of the repository to a catalog and everything that authors can fix. Models that are known from earlier are not read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from mallisto import checks
from mallisto.build.parallel import in_workers
from mallisto.build.store import CheckedModel, hash_of
from mallisto.catalog import project_files
from mallisto.catalog.catalog import Catalog, History
from mallisto.catalog.head import Head
from mallisto.catalog.project_files import File
from mallisto.model import Accessibility, Model, Training, Vocabulary
from mallisto.parse import parse_accessibility, parse_model, parse_moved, parse_training, parse_vocabulary
from mallisto.reading.languages import DEFAULT
from mallisto.reading.problems import Problem, Severity
from mallisto.reading.schema import MODEL, Schema, Schemas
from mallisto.reading.yaml_reader import Document, content_of, read
from mallisto.reports.formats import Report, as_text

MOVED = "moved"
ACCESSIBILITY = "accessibility"
TRAINING = "training"

_PARSERS: Mapping[str, Callable[[Document], Any]] = {
    MODEL: parse_model,
    MOVED: parse_moved,
    ACCESSIBILITY: parse_accessibility,
    TRAINING: parse_training,
}


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file: the hash of its bytes, the value they describe where they are of their schema's shape, and the problems of reading."""

    digest: bytes
    value: Any
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the repository says: a catalog, problems in the order of files and lines, and what was known of each model's file."""

    root: Path
    catalog: Catalog
    problems: tuple[Problem, ...]
    schemas: Schemas
    files: tuple[File, ...]
    digests: Mapping[str, bytes]
    checked: Mapping[str, CheckedModel]

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @cached_property
    def schema_names(self) -> Mapping[str, str]:
        """The schema of every file by its name."""
        return {file.name: file.schema for file in self.files}

    def models(self) -> Iterator[Model]:
        """Every valid model, read one after another."""
        return (self.model(head.id) for head in self.catalog.heads)

    @cached_property
    def _file_by_name(self) -> Mapping[str, File]:
        return {file.name: file for file in self.files}

    @property
    def report(self) -> str:
        """Every problem as an author reads it."""
        return as_text(Report.of(self.problems, self.schemas, self.schema_names, DEFAULT, len(self.files)))

    def model(self, model_id: str) -> Model:
        """A model of the catalog, read again and parsed; its file is known to be valid."""
        file = self._file_by_name[self.catalog.head_by_id[model_id].where.file]
        content = content_of(file.path, file.name)
        reading = read(content, file.name) if isinstance(content, bytes) else None
        if reading is None or reading.document is None:
            raise OSError(f"{file.name} has changed since it was checked")
        return parse_model(reading.document)


def check(root: Path, today: date, known: Mapping[str, CheckedModel], drafts: Iterable[Path] = ()) -> Result:
    """Read, validate and check everything, and forget each model again; the catalog has their heads.

    A draft from elsewhere stands in for the model of the same file name. `known` are the models' files as they were found earlier, by
    name: one that has not changed since is not read.
    """
    schemas = Schemas.load(root / "schemas")
    files = project_files.files(root, schemas, drafts)
    shared = {file: parsed(file, schemas[file.schema]) for file in files if file.schema != MODEL}
    base = _catalog(root, files, shared)
    key = hash_of(
        [today.isoformat(), *project_files.schema_texts(root), *(f"{file.name} {each.digest.hex()}" for file, each in shared.items())]
    )
    of_models = [file for file in files if file.schema == MODEL]
    digests = {file.name: _digest(file) for file in of_models}
    checked = {name: each for name, each in known.items() if each.key == key and each.digest == digests.get(name)}
    unknown = [file for file in of_models if file.name not in checked]
    made = in_workers(lambda file: _checked(file, schemas[MODEL], base, key, today), unknown)
    checked |= {file.name: each for file, each in zip(unknown, made, strict=True)}
    heads = tuple(sorted((each.head for each in checked.values() if each.head), key=lambda head: head.id))
    unreadable = frozenset(file.path.stem for file in of_models if not checked[file.name].head)
    catalog = replace(base, heads=heads, unreadable_models=unreadable)
    problems = [
        *(problem for of_shared in shared.values() for problem in of_shared.problems),
        *(problem for of_model in checked.values() for problem in of_model.problems),
        *project_files.odd_names(root),
        *project_files.misplaced(root, files),
        *checks.across(catalog),
    ]
    digests |= {file.name: each.digest for file, each in shared.items()}
    return Result(root=root, catalog=catalog, problems=_ordered(problems), schemas=schemas, files=files, digests=digests, checked=checked)


def load(root: Path, today: date, drafts: Iterable[Path] = ()) -> Result:
    """The same with every valid model at hand."""
    result = check(root, today, {}, drafts)
    return replace(result, catalog=result.catalog.with_models(result.models()))


def parsed(file: File, schema: Schema) -> ParsedFile:
    """A file, read, validated and parsed."""
    content = content_of(file.path, file.name)
    if isinstance(content, Problem):
        return ParsedFile(b"", None, (content,))
    reading = read(content, file.name)
    violations = tuple(schema.validate(reading.document)) if reading.document else ()
    is_valid = reading.document is not None and not violations
    value = _PARSERS.get(file.schema, parse_vocabulary)(reading.document) if reading.document and is_valid else None
    return ParsedFile(hashlib.blake2b(content).digest(), value, (*reading.problems, *violations))


def _checked(file: File, schema: Schema, base: Catalog, key: str, today: date) -> CheckedModel:
    found = parsed(file, schema)
    problems = checks.of_a_model(found.value, base, today) if found.value else ()
    return CheckedModel(found.digest, key, Head.of(found.value) if found.value else None, (*found.problems, *problems))


def _digest(file: File) -> bytes:
    content = content_of(file.path, file.name)
    return b"" if isinstance(content, Problem) else hashlib.blake2b(content).digest()


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.order))


def _catalog(root: Path, files: tuple[File, ...], shared: Mapping[File, ParsedFile]) -> Catalog:
    """The catalog of what is shared; it knows where models lie, and none of them."""
    values = [each.value for each in shared.values() if each.value is not None]
    in_place = {file.name: file.path.stem for file in files if file.schema == MODEL and file.path.parent == root / project_files.MODELS}
    moved = next((each.value for file, each in shared.items() if file.schema == MOVED and each.value is not None), ())
    return Catalog.of(
        models=(),
        vocabularies=_of(Vocabulary, values),
        accessibility=next(_of(Accessibility, values), None),
        training=next(_of(Training, values), None),
        history=History(published=project_files.published(root), moved=moved),
        unreadable_vocabularies=frozenset(file.schema for file, each in shared.items() if each.value is None),
        file_stems=in_place,
        authored=project_files.authored(root),
    )


def _of(kind: type[Any], values: Iterable[Any]) -> Iterator[Any]:
    return (value for value in values if isinstance(value, kind))
