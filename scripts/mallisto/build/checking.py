"""From the files of the repository to a catalog and everything that authors can fix. Models that are known from earlier are not read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from mallisto import checks, parse
from mallisto.build.parallel import in_workers
from mallisto.build.store import CheckedFile, hash_of
from mallisto.catalog import project_files
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.head import Head
from mallisto.catalog.lasting_addresses import History
from mallisto.catalog.project_files import File
from mallisto.model import Adoption, Model, Publisher, SearchWords, Training, Vocabulary
from mallisto.reading.document import Document
from mallisto.reading.languages import DEFAULT
from mallisto.reading.model_reader import read_as, read_model
from mallisto.reading.problems import Problem, Severity
from mallisto.reading.repair import Repaired, repaired
from mallisto.reading.schema import ADOPTION, MODEL, Schemas
from mallisto.reading.shape_problems import shape_problems, unknown_field_names
from mallisto.reading.yaml_reader import content_of
from mallisto.reports.formats import Report, as_text

MOVED = "moved"
PUBLISHER = "publisher"
TRAINING = "training"
SEARCH_WORDS = "search"

# After so long an adoption record should be confirmed again.
_YEAR = timedelta(days=365)

_PARSERS: Mapping[str, Callable[[Document], Any]] = {
    MODEL: parse.parse_model,
    ADOPTION: parse.parse_adoption,
    MOVED: parse.parse_moved,
    PUBLISHER: parse.parse_publisher,
    TRAINING: parse.parse_training,
    SEARCH_WORDS: parse.parse_search_words,
}


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file: the hash of its bytes, the value they describe where they are of their schema's shape, and the problems of reading.

    `repaired` is a model's document of a wrong shape, mended so that the rest of it can be checked.
    """

    digest: bytes
    value: Any
    problems: tuple[Problem, ...]
    repaired: Repaired | None = None


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the repository says: a catalog, problems in the order of files and lines, and what is known of each file now.

    `shared_key` is a hash of the schemas and of every file that tells of no single model.
    """

    root: Path
    catalog: Catalog
    problems: tuple[Problem, ...]
    schemas: Schemas
    files: tuple[File, ...]
    checked: Mapping[str, CheckedFile]
    shared_key: str

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @cached_property
    def schema_names(self) -> Mapping[str, str]:
        """The schema of every file by its name."""
        return {file.name: file.schema for file in self.files}

    def models(self) -> Iterator[Model]:
        """Every valid model, read one after another."""
        return (self.model(head) for head in self.catalog.heads)

    @cached_property
    def _file_by_name(self) -> Mapping[str, File]:
        return {file.name: file for file in self.files}

    @property
    def report(self) -> str:
        """Every problem as an author reads it."""
        return as_text(Report.of(self.problems, self.schemas, self.schema_names, DEFAULT, len(self.files)))

    def model(self, head: Head) -> Model:
        """The model of a head, read again and parsed; its file is known to be valid."""
        file = self._file_by_name[head.where.file]
        content = content_of(file.path, file.name)
        reading = read_model(content, file.name, self.schemas[MODEL]) if isinstance(content, bytes) else None
        if reading is None or reading.document is None:
            raise OSError(f"{file.name} has changed since it was checked")
        return parse.parse_model(reading.document)

    def digest(self, head: Head) -> str:
        """A hash of a model's file."""
        return self.checked[head.where.file].digest.hex()


def check(root: Path, today: date, known: Mapping[str, CheckedFile], drafts: Iterable[Path] = ()) -> Result:
    """Read, validate and check everything, and forget each model again; the catalog has their heads.

    A draft from elsewhere stands in for the model of the same file name. `known` are the files as they were found earlier, by name: a model
    that has not changed since is not read, another file not validated.
    """
    schemas = Schemas.load(root / "schemas")
    files = project_files.files(root, schemas, drafts)
    schemas_key = hash_of(project_files.schema_texts(root))
    shared = {file: _parsed(file, schemas, schemas_key, known) for file in files if file.schema != MODEL}
    checked = {file.name: CheckedFile(each.digest, schemas_key, None, each.problems) for file, each in shared.items()}
    of_all = (file.name for file in shared if file.schema != ADOPTION)
    shared_key = hash_of([schemas_key, *(f"{name} {checked[name].digest.hex()}" for name in of_all)])
    base = _catalog(root, files, shared, today)
    of_models = [file for file in files if file.schema == MODEL]
    keys = _keys(of_models, shared, hash_of([today.isoformat(), shared_key]))
    models = _checked_models(of_models, known, schemas, base, keys, today)
    heads = tuple(sorted((each.head for each in models.values() if each.head), key=lambda head: head.id))
    catalog = replace(base, heads=heads, unreadable_models=frozenset(file.path.stem for file in of_models if not models[file.name].head))
    problems = (
        *(problem for each in (*checked.values(), *models.values()) for problem in each.problems),
        *project_files.odd_names(root),
        *project_files.misplaced(root, files),
        *checks.across(catalog),
    )
    return Result(
        root=root,
        catalog=catalog,
        problems=tuple(sorted(problems, key=lambda problem: problem.order)),
        schemas=schemas,
        files=files,
        checked={**checked, **models},
        shared_key=shared_key,
    )


def load(root: Path, today: date, drafts: Iterable[Path] = ()) -> Result:
    """The same with every valid model at hand."""
    result = check(root, today, {}, drafts)
    return replace(result, catalog=result.catalog.with_models(result.models()))


def questions(root: Path) -> str:
    """Where people without an account write, as the publisher's file says: an e-mail address, that of a form, or nothing."""
    schemas = Schemas.load(root / "schemas")
    file = next((each for each in project_files.files(root, schemas) if each.schema == PUBLISHER), None)
    publisher = _parsed(file, schemas, "", {}).value if file else None
    return publisher.questions if publisher else ""


def _parsed(file: File, schemas: Schemas, key: str, known: Mapping[str, CheckedFile]) -> ParsedFile:
    """A file, read, validated and parsed. One that is known to be valid is not validated again; `key` is a hash of the schemas."""
    content = content_of(file.path, file.name)
    if isinstance(content, Problem):
        return ParsedFile(b"", None, (content,))
    digest, before = hashlib.blake2b(content).digest(), known.get(file.name)
    is_known = before is not None and (before.digest, before.key, before.problems) == (digest, key, ())
    reading = read_as(content, file.name, schemas, file.schema)
    violations = tuple(shape_problems(schemas[file.schema], reading.document)) if reading.document and not is_known else ()
    is_valid = reading.document is not None and not violations
    value = _PARSERS.get(file.schema, parse.parse_vocabulary)(reading.document) if reading.document and is_valid else None
    mended = repaired(reading.document, schemas[MODEL]) if reading.document and violations and file.schema == MODEL else None
    return ParsedFile(digest, value, (*reading.problems, *violations), mended)


def _checked_models(
    files: list[File], known: Mapping[str, CheckedFile], schemas: Schemas, base: Catalog, keys: Mapping[str, str], today: date
) -> dict[str, CheckedFile]:
    """What every model's file comes to, in workers where it is not known; `keys` are hashes of all that each depends on but itself."""
    found = {file.name: before for file in files if (before := known.get(file.name)) and _is_as(before, file, keys[file.name])}
    missing = [file for file in files if file.name not in found]
    made = in_workers(lambda file: _checked(file, schemas, base, keys[file.name], today), missing)
    return {**found, **{file.name: each for file, each in zip(missing, made, strict=True)}}


def _keys(models: Iterable[File], shared: Mapping[File, ParsedFile], key: str) -> dict[str, str]:
    """For each model's file a hash of all it depends on: of `key`, and of its adoption records, which bear its name."""
    records: dict[str, list[str]] = {}
    for file, each in shared.items():
        if file.schema == ADOPTION:
            records.setdefault(file.path.stem, []).append(f"{file.name} {each.digest.hex()}")
    return {file.name: hash_of([key, *records.get(file.path.stem, ())]) for file in models}


def _is_as(before: CheckedFile, file: File, key: str) -> bool:
    """Whether nothing has changed since a file was checked; of one that may not be read that is never known."""
    content = content_of(file.path, file.name)
    return before.key == key and isinstance(content, bytes) and before.digest == hashlib.blake2b(content).digest()


def _checked(file: File, schemas: Schemas, base: Catalog, key: str, today: date) -> CheckedFile:
    found = _parsed(file, schemas, "", {})
    if found.value:
        problems = (*found.problems, *checks.of_a_model(found.value, base, today))
    elif found.repaired:
        rest = found.repaired
        of_the_rest = (
            *unknown_field_names(schemas[MODEL], rest.document),
            *checks.of_a_model(parse.parse_model(rest.document), base, today),
        )
        problems = (*found.problems, *rest.told(of_the_rest))
    else:
        problems = found.problems
    return CheckedFile(found.digest, key, Head.of(found.value) if found.value else None, _once(problems))


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each mistake once: an origin that many statements inherit is wrong in one place of the file."""
    return tuple({problem.order: problem for problem in reversed([*problems])}.values())[::-1]


def _catalog(root: Path, files: tuple[File, ...], shared: Mapping[File, ParsedFile], today: date) -> Catalog:
    """The catalog of what is shared; it knows where models lie, and none of them."""
    values = [each.value for each in shared.values() if each.value is not None]
    in_place = {file.name: file.path.stem for file in files if file.schema == MODEL and file.path.parent == root / project_files.MODELS}
    moved = next((each.value for file, each in shared.items() if file.schema == MOVED and each.value is not None), ())
    adoptions = tuple(_of(Adoption, values))
    year_ago = (today - _YEAR).isoformat()
    return Catalog.of(
        models=(),
        adoptions=adoptions,
        stale_adoptions=frozenset(each.id for each in adoptions if each.is_stale(year_ago)),
        vocabularies=_of(Vocabulary, values),
        publisher=next(_of(Publisher, values), None),
        training=next(_of(Training, values), None),
        search_words=next(_of(SearchWords, values), None),
        history=History(published=project_files.published(root), moved=moved),
        unreadable_vocabularies=frozenset(file.schema for file, each in shared.items() if each.value is None),
        file_stems=in_place,
        authored=project_files.authored(root),
    )


def _of(kind: type[Any], values: Iterable[Any]) -> Iterator[Any]:
    return (value for value in values if isinstance(value, kind))
