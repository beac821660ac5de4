"""Make the finder's files: by groups of models that are kept one by one, and with what earlier builds learnt of words.

What is found of a group stays true until one of its models, the vocabularies, the schemas or this package change, what was learnt of words
whatever changes in the models.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zlib import crc32

from mallisto import search
from mallisto.build.build_cache import hash_of, of_no_model, program
from mallisto.catalog.catalog import Catalog
from mallisto.files.output_file import OutputFile
from mallisto.files.write import clear
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.search.cbor_file import is_stored, store, stored
from mallisto.search.finnish import Finnish, Learnt
from mallisto.search.group_cache import GroupIndex, load, save
from mallisto.search.synonyms import Names

_WORDS, _LEARNT, _GROUPS = "words", "learnt", "finder"
# Other people's code that decides what is said of a word.
_MAKERS = ("pystemmer", "simplemma")
# More are found by fewer runs of Pagefind, fewer are sooner found anew when one of them has changed.
_MOST_MODELS = 16

Groups = Mapping[str, tuple[Model, ...]]


@dataclass
class Finder:
    """The finder of a catalog, whose models are found by `groups`, each under a key of all it is made of.

    `missing` are the keys of which no earlier build has kept how their models are found.
    """

    catalog: Catalog
    schemas: Schemas
    groups: Groups
    missing: list[str]
    finnish: Finnish
    cache: Path
    _is_wiser: bool = False

    @classmethod
    def of(cls, catalog: Catalog, schemas: Schemas, digests: Mapping[str, bytes], texts: Iterable[str], cache: Path) -> Finder:
        """`digests` are those of all YAML files by name, `texts` those of the schemas."""
        base = hash_of([program(), *texts, *of_no_model(catalog, digests)])
        groups = {hash_of([base, *(digests[model.where.file].hex() for model in each)]): each for each in _grouped(catalog.models)}
        missing = [key for key in groups if not all(is_stored(_path(cache, key, code)) for code in LANGUAGES)]
        finnish = finnish_of(cache)
        if len(missing) > 1 and not finnish.known:
            search.lexicon(_words(cache))  # so that copies of this process need not each read it
        return cls(catalog, schemas, groups, missing, finnish, cache)

    @cached_property
    def _names(self) -> Names:
        return Names.of(self.catalog, self.finnish)

    def make(self, key: str) -> Learnt:
        """Keep how a group is found; what was learnt of words meanwhile."""
        for code in LANGUAGES:
            found = search.found_of(self.groups[key], self.catalog, Language.of(code, self.schemas), self._names, self.finnish)
            save(found, _path(self.cache, key, code))
        return self.finnish.news()

    def take(self, key: str, learnt: Learnt) -> None:
        """Go on from a group that was made, by this process or by a copy of it, and from what was learnt meanwhile."""
        self.missing.remove(key)
        self.finnish.learn(learnt)
        self._is_wiser |= bool(learnt)

    def files(self) -> Iterator[OutputFile]:
        """All files of the finder. Groups that are missing are made; what is kept of others is removed, and what was learnt is noted."""
        for key in tuple(self.missing):
            self.take(key, self.make(key))
        yield from search.files(self.catalog, self.schemas, self._names, self.finnish, self._kept)
        clear(self.cache / _GROUPS, {_path(self.cache, key, code).name for key in self.groups for code in LANGUAGES})
        if self._is_wiser or self.finnish.news():
            note_words(self.cache, self.finnish.known)

    def _kept(self, code: str) -> list[GroupIndex]:
        return [load(_path(self.cache, key, code)) for key in self.groups]


def _path(cache: Path, key: str, code: str) -> Path:
    return cache / _GROUPS / f"{key}.{code}"


def _grouped(models: tuple[Model, ...]) -> Iterator[tuple[Model, ...]]:
    """Models by their ids, so that another model changes one group only; twice as many groups where they get too large."""
    number = 1
    while number * _MOST_MODELS < len(models):
        number *= 2
    groups: dict[int, list[Model]] = defaultdict(list)
    for each in models:
        groups[crc32(each.id.encode()) % number].append(each)
    return (tuple(each) for _, each in sorted(groups.items()))


def finnish_of(cache: Path) -> Finnish:
    """What can be said of Finnish words, with all that earlier builds learnt."""
    return search.finnish(words_in(cache), _words(cache))


def words_in(cache: Path) -> Learnt:
    """What was learnt of words; nothing where other code learnt it, or where it cannot be read."""
    path = _words(cache) / _LEARNT
    found: Learnt = next(stored(path)) if is_stored(path) else {}
    return found


def note_words(cache: Path, learnt: Learnt) -> None:
    """Write down what was learnt of words, all of it or nothing; what other code learnt goes."""
    folder = _words(cache)
    store([learnt], folder / _LEARNT)
    for each in folder.parent.iterdir():
        if each != folder:
            shutil.rmtree(each, ignore_errors=True)  # a stray file is none of ours


def _words(cache: Path) -> Path:
    """Where all that is known of words is kept: another folder for other code."""
    return cache / _WORDS / program("search", _MAKERS)
