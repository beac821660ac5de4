"""The whole pipeline in the order it happens: check, map every model, reduce to shared files, write, clear."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files as resources
from itertools import chain
from pathlib import Path
from typing import TypeVar

import msgspec

from mallisto.build import checking, git_history, model_files, npm_assets
from mallisto.build.checking import Result
from mallisto.build.parallel import in_workers
from mallisto.build.rendered import Rendered
from mallisto.build.shared_files import Sources, shared_files
from mallisto.build.store import Declared, Output, Rows, Store, hash_of
from mallisto.catalog import project_files
from mallisto.catalog.contributions import AnyChannel
from mallisto.catalog.head import Head
from mallisto.files.output_file import OutputFile
from mallisto.files.templates import compile_all
from mallisto.files.write import clear, write
from mallisto.reading.schema import MODEL
from mallisto.search import VOCABULARY, Indexer, LearntWords, lexicon

# Other people's code that decides what bytes come out of the same views.
_MAKERS = ("icalendar", "jinja2", "markupsafe", "msgspec", "pillow", "pystemmer", "segno", "simplemma")
_VOCABULARY, _LEXICON, _ITS_OWN = "search vocabulary", "search lexicon", "generator"

Answer = TypeVar("Answer")


def check(root: Path, today: date, drafts: Iterable[Path] = ()) -> Result:
    """Everything authors can fix; what earlier checks found in unchanged files is taken from the store."""
    drafts = tuple(drafts)

    def run(store: Store) -> Result:
        result = checking.check(root, today, store.checked(), drafts)
        if not drafts:
            store.save_checked(result.checked)
            store.commit()
        return result

    return _with_store(root, run)


def publish(root: Path, rendered: Rendered, folder: Path, today: date) -> str:
    """Bring the site in `folder` into the state of the repository. Where there is an error it stays as it is, and the report is returned.

    Nothing else stays there. What is unchanged since the last build is not made again.
    """

    def run(store: Store) -> str:
        result = checking.check(root, today, store.checked())
        if result.has_errors:
            return result.report
        store.save_checked(result.checked)
        store.keep_only(result.checked, {*result.catalog.head_by_id, VOCABULARY})
        base = hash_of([result.shared_key, *rendered.context()])
        site = _Site(result, rendered, folder, store, store.outputs(folder), base, git_history.log(root))
        outputs = {**site.models(), _VOCABULARY: site.vocabulary(), **site.shared(), _LEXICON: site.lexicon(), _ITS_OWN: site.its_own()}
        clear(folder, set(chain.from_iterable(output.files for output in outputs.values())))
        store.save_outputs(folder, outputs)
        store.commit()
        return ""

    return _with_store(root, run)


def _with_store(root: Path, run: Callable[[Store], Answer]) -> Answer:
    """Run with what earlier runs found out. A store that turns out to be damaged is removed, and everything is made again."""
    folder = root / project_files.CACHE
    if git_history.has(root, project_files.CACHE.partition("/")[0]):
        shutil.rmtree(folder, ignore_errors=True)  # whoever proposes a change may not say what an earlier build has made
    try:
        with Store.opened(folder, program()) as store:
            return run(store)
    except (sqlite3.DatabaseError, msgspec.MsgspecError):
        Store.remove(folder)
    with Store.opened(folder, program()) as store:
        return run(store)


@dataclass(frozen=True, slots=True)
class _Site:
    """One build: what was checked, what is rendered, where it goes, what earlier builds left there, and git's log.

    `base` is a hash of what every file may depend on: vocabularies, schemas, frames.
    """

    result: Result
    rendered: Rendered
    folder: Path
    store: Store
    before: Mapping[str, Output]
    base: str
    past: git_history.Log | None

    def models(self) -> dict[str, Output]:
        """Map: each model's own files and contributions, in workers; a model is forgotten when it is mapped."""
        contributed = self.store.contributed()
        heads, keys = self.result.catalog.head_by_id, {head.id: self._key_of_model(head) for head in self.result.catalog.heads}
        same = (model_id for model_id, key in keys.items() if contributed.get(model_id) == key)
        kept = {model_id: output for model_id in same if (output := self._kept(model_id, keys[model_id]))}
        missing = [model_id for model_id in keys if model_id not in kept]
        if len(missing) > 1:
            compile_all()
        if not missing:
            return kept
        learnt = LearntWords(self.store.learnt_words())
        work = partial(self._map, self._indexer(learnt), learnt)
        made = {}
        for model_id, (paths, rows, taken) in zip(missing, in_workers(work, [heads[each] for each in missing]), strict=True):
            self.store.save_contributions(model_id, keys[model_id], rows)
            made[model_id] = Output.written(keys[model_id], paths, self.folder)
            learnt.learn(taken)
        self.store.save_learnt_words(learnt.encoded())
        return {**kept, **made}

    def shared(self) -> dict[str, Output]:
        """Reduce: the shared files of which a channel, the heads or anything else they read has changed."""
        hashes = self.store.channel_hashes()
        about = [self.base, repr(self.result.catalog.heads), project_files.published_text(self.result.root)]
        found = {}
        for shared in shared_files(self._sources(())):
            key = hash_of([*about, shared.text, *(f"{channel.name} {hashes.get(channel.name, '')}" for channel in shared.reads)])
            found[shared.name] = self._kept(shared.name, key) or self._written(key, shared.make(self._sources(shared.reads)))
        return found

    def vocabulary(self) -> Output:
        """Map: what the finder finds of the vocabularies, which takes the place of a model among the contributions."""
        key = hash_of([self.result.shared_key, repr(self.result.catalog.heads)])
        kept = self._kept(_VOCABULARY, key) if self.store.contributed().get(VOCABULARY) == key else None
        if kept:
            return kept
        learnt = LearntWords(self.store.learnt_words())
        found = tuple(self._indexer(learnt).of_vocabulary(self.result.catalog))
        self.store.save_learnt_words(learnt.encoded())
        self.store.save_contributions(VOCABULARY, key, model_files.found_rows(found))
        return self._written(key, chain.from_iterable(each.files() for each in found))

    def lexicon(self) -> Output:
        """The words of Finnish that the finder knows, which no model changes."""
        return self._kept(_LEXICON, "") or self._written("", lexicon.files(self.result.root / project_files.CACHE))

    def its_own(self) -> Output:
        """The site generator's files and the libraries that pages load."""
        return self._written("", chain(npm_assets.files(), self.rendered.files()))

    def _kept(self, name: str, key: str) -> Output | None:
        """What an earlier build wrote under a name, if it was made of the same and nobody has touched it."""
        before = self.before.get(name)
        return before if before and before.key == key and before.is_untouched(self.folder) else None

    def _written(self, key: str, files: Iterable[OutputFile]) -> Output:
        return Output.written(key, write(files, self.folder), self.folder)

    def _indexer(self, learnt: LearntWords) -> Indexer:
        return Indexer(self.result.catalog, self.result.schemas, self.result.root / project_files.CACHE, learnt)

    def _map(self, indexer: Indexer, learnt: LearntWords, head: Head) -> tuple[list[str], Rows, bytes]:
        result, model = self.result, self.result.model(head)
        alone = replace(result.catalog, models=(model,))
        catalog = git_history.with_past(result.root, self.past, alone, result.schemas[MODEL], model.id)
        found = indexer.of_model(model, catalog)
        paths = write(model_files.files(model, catalog, result.schemas, self.rendered, found), self.folder)
        return paths, model_files.contributions(model, catalog, result.schemas, found), learnt.taken()

    def _sources(self, reads: Iterable[AnyChannel]) -> Sources:
        declared = Declared(self.store, frozenset(channel.name for channel in reads))
        catalog = replace(self.result.catalog, contributions=declared, adoptions=(), stale_adoptions=frozenset())
        return Sources(catalog, self.result.schemas, self.rendered)

    def _key_of_model(self, head: Head) -> str:
        """The hash of all that a model's files and contributions are made of."""
        catalog, past = self.result.catalog, None if self.past is None else self.past.get(head.id)
        named = (catalog.head_by_id.get(ref.to) for ref in head.named_models)
        names = (repr((other.name, other.short_name)) if other else "" for other in named)
        relatives = (f"{kind} {other.id} {other.name!r}" for other in catalog.heads for kind, to in other.relations if to == head.id)
        published = (
            f"{each.address} {each.code} {catalog.addresses.target_of(each.address)}" for each in catalog.addresses.published_of(head)
        )
        used = (f"{each!r} {each.id in catalog.stale_adoptions}" for each in catalog.adoptions_of(head))
        return hash_of([self.base, self.result.digest(head), repr(past), *names, *relatives, *published, *used])


@cache
def program(part: str = "", makers: tuple[str, ...] = _MAKERS) -> str:
    """A hash of this package with its templates and strings, or a part of it, and of the libraries that decide its output."""
    folder = Path(str(resources("mallisto"))) / part
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    contents = [f"{path.relative_to(folder)} {hashlib.blake2b(path.read_bytes()).hexdigest()}" for path in paths]
    return hash_of([sys.version, *map(version, makers), *contents])
