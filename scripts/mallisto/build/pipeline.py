"""The whole pipeline in the order it happens: check, map every model, reduce to shared files, write, clear."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources import files as resources
from itertools import chain
from pathlib import Path

from mallisto.build import checking, git_history, model_files, npm_assets
from mallisto.build.checking import Result
from mallisto.build.parallel import in_workers
from mallisto.build.rendered import Rendered
from mallisto.build.search_groups import SearchIndex
from mallisto.build.shared_files import Shared, Sources, shared_files
from mallisto.build.store import Declared, Output, Rows, Store, hash_of
from mallisto.catalog import project_files
from mallisto.catalog.catalog import Catalog
from mallisto.files.templates import compile_all
from mallisto.files.write import clear, write
from mallisto.model import Model
from mallisto.reading.schema import MODEL

# Other people's code that decides what bytes come out of the same views.
_MAKERS = ("icalendar", "jinja2", "markupsafe", "msgspec", "pagefind", "pillow", "pystemmer", "segno", "simplemma")
_SEARCH, _ITS_OWN = "search", "generator"


def check(root: Path, today: date, drafts: Iterable[Path] = ()) -> Result:
    """Everything authors can fix; what earlier checks found in unchanged models is taken from the store."""
    with _store(root) as store:
        result = checking.check(root, today, store.checked(), drafts)
        if not drafts:
            store.save_checked(result.checked)
            store.commit()
        return result


def publish(root: Path, rendered: Rendered, folder: Path, today: date) -> str:
    """Bring the site in `folder` into the state of the repository. Where there is an error it stays as it is, and the report is returned.

    Nothing else stays there. What is unchanged since the last build is not made again.
    """
    with _store(root) as store:
        result = checking.check(root, today, store.checked())
        if result.has_errors:
            return result.report
        site = _Site(result, rendered, folder, store, git_history.log(root))
        outputs = {**site.models(), **site.shared(), _SEARCH: site.search(), _ITS_OWN: site.its_own()}
        clear(folder, set(chain.from_iterable(output.files for output in outputs.values())))
        store.save_checked(result.checked)
        store.keep_only(result.checked, result.catalog.head_by_id)
        store.save_outputs(folder, outputs)
        store.commit()
    return ""


@dataclass(frozen=True, slots=True)
class _Site:
    """One build: what was checked, what is rendered, where it goes, and what earlier builds left."""

    result: Result
    rendered: Rendered
    folder: Path
    store: Store
    past: git_history.Log | None

    def models(self) -> dict[str, Output]:
        """Map: each model's own files and contributions, in workers; a model is forgotten when it is mapped."""
        keys = self._model_keys()
        done, contributed = self.store.outputs(self.folder), self.store.contributed()
        kept = {
            model_id: done[model_id]
            for model_id, key in keys.items()
            if model_id in done and done[model_id].key == key == contributed.get(model_id) and done[model_id].is_untouched(self.folder)
        }
        missing = [model_id for model_id in keys if model_id not in kept]
        if len(missing) > 1:
            compile_all()
        made = {}
        for model_id, (paths, rows) in zip(missing, in_workers(self._map, missing), strict=True):
            self.store.save_contributions(model_id, keys[model_id], rows)
            made[model_id] = Output.written(keys[model_id], paths, self.folder)
        return {**kept, **made}

    def shared(self) -> dict[str, Output]:
        """Reduce: the shared files of which a channel, the heads or anything else they read has changed."""
        self.store.keep_only(self.result.checked, self.result.catalog.head_by_id)
        base, hashes = self._base(), self.store.channel_hashes()
        about = [repr(self.result.catalog.heads), project_files.published_text(self.result.root)]
        done = self.store.outputs(self.folder)
        found = {}
        for shared in shared_files(self._sources()):
            read = [f"{channel.name} {hashes.get(channel.name, '')}" for channel in shared.reads]
            key = hash_of([base, *about, shared.text, *read])
            before = done.get(shared.name)
            is_kept = before and before.key == key and before.is_untouched(self.folder)
            found[shared.name] = before if before and is_kept else self._reduced(shared, key)
        return found

    def search(self) -> Output:
        """The search index, which keeps groups of models of its own."""
        digests = (f"{name} {digest.hex()}" for name, digest in sorted(self.result.digests.items()))
        key = hash_of([*digests, *project_files.schema_texts(self.result.root)])
        before = self.store.outputs(self.folder).get(_SEARCH)
        if before and before.key == key and before.is_untouched(self.folder):
            return before
        catalog = replace(self.result.catalog, contributions=Declared(self.store, frozenset({"facets"})))
        index = SearchIndex.of(replace(self.result, catalog=catalog), program("search"))
        return Output.written(key, write(index.files(), self.folder), self.folder)

    def its_own(self) -> Output:
        """The site generator's files and the libraries that pages load."""
        return Output.written("", write(chain(npm_assets.files(), self.rendered.files()), self.folder), self.folder)

    def _map(self, model_id: str) -> tuple[list[str], Rows]:
        model = self.result.model(model_id)
        catalog = self._catalog_with(model)
        schemas = self.result.schemas
        paths = write(model_files.files(model, catalog, schemas, self.rendered), self.folder)
        return paths, model_files.contributions(model, catalog, schemas)

    def _reduced(self, shared: Shared, key: str) -> Output:
        sources = self._sources(frozenset(channel.name for channel in shared.reads))
        return Output.written(key, write(shared.make(sources), self.folder), self.folder)

    def _sources(self, reads: frozenset[str] = frozenset()) -> Sources:
        catalog = replace(self.result.catalog, contributions=Declared(self.store, reads))
        return Sources(catalog, self.result.schemas, self.rendered)

    def _catalog_with(self, model: Model) -> Catalog:
        result = self.result
        return git_history.with_past(result.root, self.past, replace(result.catalog, models=(model,)), result.schemas[MODEL], model.id)

    def _base(self) -> str:
        """A hash of what every file may depend on: vocabularies, schemas, frames."""
        own = {head.where.file for head in self.result.catalog.heads}
        shared = (f"{name} {digest.hex()}" for name, digest in sorted(self.result.digests.items()) if name not in own)
        root = self.result.root
        return hash_of([*shared, *project_files.schema_texts(root), *self.rendered.context()])

    def _model_keys(self) -> Mapping[str, str]:
        """The hash of all that a model's files and contributions are made of, by its id."""
        catalog, base, published = self.result.catalog, self._base(), self._published()
        return {
            head.id: hash_of(
                [
                    base,
                    self.result.digests[head.where.file].hex(),
                    repr(None if self.past is None else self.past.get(head.id)),
                    *(repr(_names(catalog, ref.to)) for ref in head.named_models),
                    *published.get(head.id, ()),
                ]
            )
            for head in catalog.heads
        }

    def _published(self) -> Mapping[str, list[str]]:
        """What was ever published of each model, under which codes, and what became of it; its former ids are its own."""
        catalog, found = self.result.catalog, defaultdict[str, list[str]](list)
        for each in catalog.history.published:
            family, _, rest = each.address.partition("/")
            if family == "mallit":
                model_id = rest.partition("/")[0]
                found[catalog.id_by_old_id.get(model_id, model_id)].append(f"{each.address} {each.code} {catalog.target_of(each.address)}")
        return found


def _names(catalog: Catalog, model_id: str) -> tuple[object, ...]:
    """What a model's pages say of another model."""
    head = catalog.head_by_id.get(model_id)
    return (head.name, head.short_name) if head else ()


@contextmanager
def _store(root: Path) -> Iterator[Store]:
    folder = root / project_files.CACHE
    if git_history.has(root, project_files.CACHE.partition("/")[0]):
        shutil.rmtree(folder, ignore_errors=True)  # whoever proposes a change may not say what an earlier build has made
    with Store.opened(folder, program()) as store:
        yield store


@cache
def program(part: str = "", makers: tuple[str, ...] = _MAKERS) -> str:
    """A hash of this package with its templates and strings, or a part of it, and of the libraries that decide its output."""
    folder = Path(str(resources("mallisto"))) / part
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    contents = [f"{path.relative_to(folder)} {hashlib.blake2b(path.read_bytes()).hexdigest()}" for path in paths]
    return hash_of([sys.version, *map(version, makers), *contents])
