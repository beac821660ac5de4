"""Follow saved models while the site is served: the saved model's pages at once, all else that tells of it when the author pauses.

The finder comes last, made by a process of its own: its index takes longer than an author waits.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from mallisto.build import git_history, pipeline, site_files
from mallisto.build.search_groups import Finder
from mallisto.build.site_files import Rendered
from mallisto.catalog import project_files
from mallisto.catalog.catalog import Catalog
from mallisto.files.output_file import OutputFile
from mallisto.files.write import write
from mallisto.reading.schema import MODEL

# So long nothing is saved before the rest of the site follows, which takes the longer the more models there are.
PAUSE = 1.0

_log = logging.getLogger("mkdocs.mallisto")


@dataclass(frozen=True, slots=True)
class Served:
    """A site that is being served: its repository, its folder, what the generator rendered, and how to reload the browsers."""

    root: Path
    folder: Path
    rendered: Callable[[], Rendered]
    reload: Callable[[], None]


def follow(served: Served) -> None:
    """Keep the served site up to date from now on."""
    saved: Queue[Path] = Queue()
    observer = Observer()
    observer.daemon = True
    observer.schedule(_Handler(saved), str(served.root / project_files.MODELS), recursive=True)
    observer.start()
    Thread(target=_keep_up, args=(served, saved), daemon=True).start()


class _Handler(FileSystemEventHandler):
    """Editors save in place or move a new file over the old one."""

    def __init__(self, saved: Queue[Path]) -> None:
        self._saved = saved

    def on_closed(self, event: FileSystemEvent) -> None:
        self._note(str(event.src_path))

    def on_moved(self, event: FileSystemEvent) -> None:
        self._note(str(event.dest_path))

    def _note(self, path: str) -> None:
        if path.endswith(".yml"):
            self._saved.put(Path(path))


def _keep_up(served: Served, saved: Queue[Path]) -> None:
    result = pipeline.load(served.root, date.today())
    gc.freeze()  # it stays, and the collector would stop everything for seconds to look through thousands of models
    waiting: set[str] = set()
    finder = FinderBehind(served)
    while True:
        try:
            path = saved.get(timeout=PAUSE if waiting or finder.is_behind else None)
        except Empty:
            if not waiting:
                finder.catch_up()
                continue
            result = pipeline.load(served.root, date.today(), before=result)
            if _catch_up(served, result, waiting, saved):
                waiting.clear()
                finder.is_behind = True
            continue
        result = show(path, served, result)
        waiting.add(path.stem)


def show(path: Path, served: Served, before: pipeline.Result) -> pipeline.Result:
    """Write the pages of a saved model and tell the browsers, or say what is wrong with it; the state after it."""
    started = time.monotonic()
    if path.parent != served.root / project_files.MODELS:
        return before
    result = pipeline.with_saved(path, served.root, before, date.today())
    if result.has_errors:
        _log.warning(pipeline.report_of(result))
    elif path.stem in result.catalog.model_by_id:
        catalog = _with_past(result, served, [path.stem])
        write(site_files.model_pages(path.stem, catalog, result.schemas, served.rendered()), served.folder)
        served.reload()
        _log.info("Malli näytetty %.2f sekunnissa", time.monotonic() - started)
    return result


def _catch_up(served: Served, result: pipeline.Result, changed: Iterable[str], saved: Queue[Path]) -> bool:
    """Write all else that tells of the changed models; False where another save came between."""
    if result.has_errors:
        _log.warning(pipeline.report_of(result))
        return True
    write(_until_saved(_files(served, result, changed), saved), served.folder)
    if not saved.empty():
        return False
    served.reload()
    return True


def _files(served: Served, result: pipeline.Result, changed: Iterable[str]) -> Iterator[OutputFile]:
    saved = sorted(set(changed) & set(result.catalog.model_by_id))
    about = _with_past(result, served, saved), result.schemas, served.rendered()
    for model_id in saved:
        yield from site_files.model_files(model_id, *about)
    yield from site_files.shared_files(*about)


@dataclass(slots=True)
class FinderBehind:
    """Whether the served finder knows less than the pages, and the process that mends this."""

    served: Served
    is_behind: bool = False
    process: BaseProcess | None = None

    def catch_up(self) -> None:
        """Start the process, unless the one before still runs: then it has to be asked again."""
        if self.process and self.process.is_alive():
            return
        self.is_behind = False
        # The builder's locks and threads must not be copied into the new process.
        self.process = get_context("spawn").Process(target=_make_finder, args=(self.served.root, self.served.folder), daemon=True)
        self.process.start()


def _make_finder(root: Path, folder: Path) -> None:
    result = pipeline.load(root, date.today())
    if not result.has_errors:
        finder = Finder.of(result.catalog, result.schemas, result.digests, project_files.schema_texts(root), root / project_files.CACHE)
        write(finder.files(), folder)


def _with_past(result: pipeline.Result, served: Served, models: Collection[str]) -> Catalog:
    return git_history.with_past(served.root, git_history.log(served.root), result.catalog, result.schemas[MODEL], models)


def _until_saved(files: Iterable[OutputFile], saved: Queue[Path]) -> Iterator[OutputFile]:
    for file in files:
        if not saved.empty():
            return
        yield file


def reloading(server: Any) -> Callable[[], None]:
    """What makes MkDocs' live reload reload the pages it serves."""

    def reload() -> None:
        with server._epoch_cond:
            server._wanted_epoch = server._visible_epoch = round(time.monotonic() * 1000)
            server._epoch_cond.notify_all()

    return reload
