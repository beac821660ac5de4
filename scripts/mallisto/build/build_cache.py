"""What the last build made: what has not changed stays where it is and is not made again.

The files of a model stay when everything they were made of is as it was: the model's file, what it names of other models, the frames, the
vocabularies, the schemas and this package. The finder's files stay when no model and no vocabulary has changed, those that tell of several
models when nothing at all has. Then, and where nobody has touched a file, nothing is read either: the state of all is noted as well.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files as resources
from pathlib import Path

from mallisto.build.site_files import Rendered
from mallisto.catalog.catalog import Catalog
from mallisto.model import Model

# No model has such ids.
FINDER = "/haku"
SHARED = "/yhteiset"

_MANIFEST = "manifest.json"
# Other people's code that decides what bytes come out of the same views.
_MAKERS = ("cbor2", "jinja2", "markupsafe", "pagefind", "pillow", "pystemmer", "simplemma", "zxing-cpp")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the last build made under one name: the key of all it was made of, its files, and the mark they were left with."""

    key: str
    files: Sequence[str]
    mark: str

    @classmethod
    def made(cls, key: str, files: Sequence[str], site: Path) -> Entry:
        """What was just made."""
        return cls(key, files, _mark(files, site))

    def is_untouched(self, site: Path) -> bool:
        """Whether the files stand as they were left."""
        return self.mark == _mark(self.files, site)


Entries = Mapping[str, Entry]


def standing(cache: Path, state: str, site: Path) -> Entries:
    """All that the last build made, where that was of the same state and nobody has touched it since; else nothing."""
    known, entries = _noted(cache)
    return entries if known == state and all(each.is_untouched(site) for each in entries.values()) else {}


def unchanged(cache: Path, keys: Mapping[str, str], site: Path) -> dict[str, Entry]:
    """Of the last build, by the models' ids, FINDER and SHARED, what has the same key still and files that nobody has touched since."""
    _, entries = _noted(cache)
    return {name: each for name, each in entries.items() if keys.get(name) == each.key and each.is_untouched(site)}


def note(cache: Path, state: str, entries: Entries) -> None:
    """Write down what stands in the site's folder, and the state that it is made of."""
    cache.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"state": state, "entries": {name: [each.key, each.files, each.mark] for name, each in entries.items()}})
    (cache / _MANIFEST).write_text(text, "utf-8")


def _noted(cache: Path) -> tuple[str, Entries]:
    """What was noted; nothing where nothing was or it cannot be read."""
    try:
        found = json.loads((cache / _MANIFEST).read_text("utf-8"))
        return found["state"], {name: Entry(*each) for name, each in found["entries"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return "", {}


def keys(catalog: Catalog, digests: Mapping[str, bytes], texts: Iterable[str], rendered: Rendered) -> dict[str, str]:
    """The keys of the finder, of what tells of several models, and of each model.

    `digests` are those of all YAML files by name, `texts` whatever else they are made of.
    """
    texts = tuple(texts)
    base = hash_of([program(), *of_no_model(catalog, digests), *texts, *rendered.context()])
    everything = [*(f"{name} {digest.hex()}" for name, digest in sorted(digests.items())), *texts]
    history = _history(catalog)
    of_models = {
        model.id: hash_of([base, digests[model.where.file].hex(), *_said_of_others(model, catalog), *history.get(model.id, ())])
        for model in catalog.models
    }
    published = [f"{each.address} {each.code}" for each in catalog.history.published]
    return {
        FINDER: hash_of([program(), *everything]),
        SHARED: hash_of([base, *everything, *rendered.written(), *published]),
        **of_models,
    }


def of_no_model(catalog: Catalog, digests: Mapping[str, bytes]) -> list[str]:
    """The files that describe no model, with their hashes."""
    own = {model.where.file for model in catalog.models}
    return [f"{name} {digest.hex()}" for name, digest in sorted(digests.items()) if name not in own]


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


def _mark(files: Iterable[str], site: Path) -> str:
    """What changes when somebody touches one of the files: sizes and times of change; a missing file has none."""
    return hash_of(_state_of(f"{site}/{each}") for each in files)


def _state_of(path: str) -> str:
    try:
        state = os.stat(path)
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns}"
