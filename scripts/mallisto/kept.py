"""What the last build made of each model and of the finder: what has not changed is not made again.

MkDocs empties the site's folder before it builds. The files of models wait meanwhile in a cache, and go back when everything they were made
of is as it was: the model's file, what it names of other models, the frames, the vocabularies, the schemas and this package. The finder's
files go back when no model and no vocabulary has changed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files as resources
from pathlib import Path

from mallisto.catalog import Catalog
from mallisto.model import Model
from mallisto.site import Rendered

# No model has such an id.
FINDER = "/haku"

_MANIFEST = "manifest.json"
_FILES = "site"
# Other people's code that decides what bytes come out of the same views.
_MAKERS = ("jinja2", "markupsafe", "pagefind", "pillow", "pystemmer", "simplemma", "zxing-cpp")


@dataclass(frozen=True, slots=True)
class Entry:
    """A model at the last build: the key of all it was made of, and its files with the size and time they were left with."""

    key: str
    files: Mapping[str, list[int]]


@dataclass(frozen=True, slots=True)
class Kept:
    """The files that wait in a cache, by the models' ids and FINDER."""

    folder: Path
    entries: Mapping[str, Entry]

    @classmethod
    def in_folder(cls, folder: Path) -> Kept:
        """What a cache holds; nothing where there is none or it cannot be read."""
        try:
            found = json.loads((folder / _MANIFEST).read_text("utf-8"))
            return cls(folder, {name: Entry(each["key"], each["files"]) for name, each in found.items()})
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return cls(folder, {})

    def put_aside(self, site: Path) -> None:
        """Take the files of all models out of the site's folder."""
        _move((path for each in self.entries.values() for path in each.files), site, self.folder / _FILES)

    def put_back(self, keys: Mapping[str, str], site: Path) -> frozenset[str]:
        """Return the files of the models whose keys are the same and whose files nobody has touched; the ids of these models."""
        same = {name: each for name, each in self.entries.items() if keys.get(name) == each.key}
        whole = {name: each for name, each in same.items() if each.files == _marks(each.files, self.folder / _FILES)}
        _move((path for each in whole.values() for path in each.files), self.folder / _FILES, site)
        shutil.rmtree(self.folder / _FILES, ignore_errors=True)
        (self.folder / _MANIFEST).unlink(missing_ok=True)
        return frozenset(whole)


def note(folder: Path, keys: Mapping[str, str], files: Mapping[str, Iterable[str]], site: Path) -> None:
    """Write down what was made of each model."""
    entries = {name: {"key": keys[name], "files": _marks(paths, site)} for name, paths in files.items()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MANIFEST).write_text(json.dumps(entries), "utf-8")


def keys(catalog: Catalog, digests: Mapping[str, bytes], texts: Iterable[str], rendered: Rendered) -> dict[str, str]:
    """The key of the finder, which takes longest to make, and of each model.

    `digests` are those of all YAML files by name, `texts` whatever else they are made of.
    """
    own = {model.where.file for model in catalog.models}
    texts = tuple(texts)
    common = [
        *(f"{name} {digest.hex()}" for name, digest in sorted(digests.items()) if name not in own),
        *texts,
        rendered.site_url,
        rendered.repository,
    ]
    common += [str(each) for kind in sorted(rendered.frames) for each in (kind, *rendered.frames[kind].pieces)]
    base = hash_of([program(), *common])
    everything = [*(f"{name} {digest.hex()}" for name, digest in sorted(digests.items())), *texts]
    history = _history(catalog)
    of_models = {
        model.id: hash_of([base, digests[model.where.file].hex(), *_said_of_others(model, catalog), *history.get(model.id, ())])
        for model in catalog.models
    }
    return {FINDER: hash_of([program(), *everything]), **of_models}


def _history(catalog: Catalog) -> dict[str, list[str]]:
    """What was ever published of each model, under which codes, and what became of it."""
    found: dict[str, list[str]] = {}
    for each in catalog.history.published:
        family, _, rest = each.address.partition("/")
        if family == "mallit":
            found.setdefault(rest.partition("/")[0], []).append(f"{each.address} {each.code} {catalog.target_of(each.address)}")
    return found


def _said_of_others(model: Model, catalog: Catalog) -> list[str]:
    """What a model's pages tell of other models: their names."""
    named = sorted({ref.to for family, ref in model.refs if family == "model"})
    return [f"{each} {catalog.model_by_id[each].name if each in catalog.model_by_id else ''}" for each in named]


@cache
def program(part: str = "", makers: tuple[str, ...] = _MAKERS) -> str:
    """This package with its templates and words, or a part of it, and what it stands on."""
    folder = Path(str(resources("mallisto"))) / part
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    contents = [f"{path.relative_to(folder)} {hashlib.blake2b(path.read_bytes()).hexdigest()}" for path in paths]
    return hash_of([sys.version, *map(version, makers), *contents])


def hash_of(parts: Iterable[str]) -> str:
    """A short name for texts of which none differs."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=20).hexdigest()


def _marks(paths: Iterable[str], folder: Path) -> dict[str, list[int]]:
    """Size and time of change of each file, by which one sees whether somebody touched it; a missing file has none."""
    found = {}
    for path in paths:
        try:
            state = (folder / path).stat()
        except OSError:
            continue
        found[path] = [state.st_size, state.st_mtime_ns]
    return found


def _move(paths: Iterable[str], source: Path, target: Path) -> None:
    made = set()
    for path in paths:
        if not (source / path).is_file():
            continue
        parent = (target / path).parent
        if parent not in made:
            parent.mkdir(parents=True, exist_ok=True)
            made.add(parent)
        shutil.move(source / path, target / path)
