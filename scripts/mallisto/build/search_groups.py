"""Make the finder's files: by groups of models that are kept one by one, and with what earlier builds learnt of words.

What is found of a group stays true until one of its models, the vocabularies, the schemas or this package change, what was learnt of words
whatever changes in the models.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zlib import crc32

from mallisto import search
from mallisto.build.checking import Result
from mallisto.build.parallel import in_workers
from mallisto.build.store import hash_of
from mallisto.catalog import project_files
from mallisto.catalog.head import Head
from mallisto.files.output_file import OutputFile
from mallisto.files.write import clear
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.search.cbor_file import is_stored, store, stored
from mallisto.search.finnish import Finnish, Learnt
from mallisto.search.group_cache import GroupIndex, load, save
from mallisto.search.synonyms import Names

_WORDS, _LEARNT, _GROUPS = "words", "learnt", "finder"
# More are found by fewer runs of Pagefind, fewer are sooner found anew when one of them has changed.
_MOST_MODELS = 16

Groups = Mapping[str, tuple[Head, ...]]


@dataclass
class SearchIndex:
    """The index of all models, in groups that are each kept under a hash of all they are made of; `missing` are those not kept yet."""

    result: Result
    groups: Groups
    missing: list[str]
    finnish: Finnish
    cache: Path
    program: str
    _is_wiser: bool = False

    @classmethod
    def of(cls, result: Result, program: str) -> SearchIndex:
        """The index of what was checked; `program` is a hash of the code that makes it."""
        cache = result.root / project_files.CACHE
        groups = {hash_of([program, result.shared_key, *map(result.digest, heads)]): heads for heads in _grouped(result.catalog.heads)}
        missing = [key for key in groups if not all(is_stored(_path(cache, key, code)) for code in LANGUAGES)]
        finnish = finnish_of(cache, program)
        if len(missing) > 1 and not finnish.known:
            search.lexicon(_words(cache, program))  # so that workers need not each read it
        return cls(result, groups, missing, finnish, cache, program)

    @cached_property
    def _names(self) -> Names:
        return Names.of(self.result.catalog, self.finnish)

    def files(self) -> Iterator[OutputFile]:
        """All files of the index. Groups that are missing are made; groups of no model are removed, and what was learnt is noted."""
        for learnt in in_workers(self._make, self.missing):
            self.finnish.learn(learnt)
            self._is_wiser |= bool(learnt)
        yield from search.files(self.result.catalog, self.result.schemas, self._names, self.finnish, self._kept)
        clear(self.cache / _GROUPS, {_path(self.cache, key, code).name for key in self.groups for code in LANGUAGES})
        if self._is_wiser or self.finnish.news():
            note_words(self.cache, self.program, self.finnish.known)

    def _make(self, key: str) -> Learnt:
        """Index a group and keep it; what was learnt of words meanwhile."""
        models = tuple(map(self.result.model, self.groups[key]))
        for code in LANGUAGES:
            found = search.found_of(models, self.result.catalog, Language.of(code, self.result.schemas), self._names, self.finnish)
            save(found, _path(self.cache, key, code))
        return self.finnish.news()

    def _kept(self, code: str) -> list[GroupIndex]:
        return [load(_path(self.cache, key, code)) for key in self.groups]


def _path(cache: Path, key: str, code: str) -> Path:
    return cache / _GROUPS / f"{key}.{code}"


def _grouped(models: tuple[Head, ...]) -> Iterator[tuple[Head, ...]]:
    """Models by their ids, so that another model changes one group only; twice as many groups where they get too large."""
    number = 1
    while number * _MOST_MODELS < len(models):
        number *= 2
    groups: dict[int, list[Head]] = defaultdict(list)
    for each in models:
        groups[crc32(each.id.encode()) % number].append(each)
    return (tuple(each) for _, each in sorted(groups.items()))


def finnish_of(cache: Path, program: str) -> Finnish:
    """What can be said of Finnish words, with all that earlier builds learnt."""
    return search.finnish(words_in(cache, program), _words(cache, program))


def words_in(cache: Path, program: str) -> Learnt:
    """What was learnt of words; nothing where other code learnt it, or where it cannot be read."""
    path = _words(cache, program) / _LEARNT
    found: Learnt = next(stored(path)) if is_stored(path) else {}
    return found


def note_words(cache: Path, program: str, learnt: Learnt) -> None:
    """Write down what was learnt of words, all of it or nothing; what other code learnt goes."""
    folder = _words(cache, program)
    store([learnt], folder / _LEARNT)
    for each in folder.parent.iterdir():
        if each != folder:
            shutil.rmtree(each, ignore_errors=True)  # a stray file is none of ours


def _words(cache: Path, program: str) -> Path:
    """Where all that is known of words is kept: another folder for other code."""
    return cache / _WORDS / program
