"""Follow saved models while the site is served: write what changed and tell the browsers, without a rebuild of the rest."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_log = logging.getLogger("mkdocs.mallisto")


def follow(folder: Path, publish: Callable[[], str], server: Any) -> None:
    """Call `publish` after every saved YAML file, say what it says, and let `server` (MkDocs' live reload) reload the pages."""
    observer = Observer()
    observer.daemon = True
    observer.schedule(_Handler(publish, server), str(folder), recursive=True)
    observer.start()


class _Handler(FileSystemEventHandler):
    def __init__(self, publish: Callable[[], str], server: Any) -> None:
        self._publish = publish
        self._server = server

    def on_closed(self, event: FileSystemEvent) -> None:
        self._saved(event)

    def on_moved(self, event: FileSystemEvent) -> None:
        self._saved(event)

    def _saved(self, event: FileSystemEvent) -> None:
        """Editors save in place or move a new file over the old one."""
        if not str(event.dest_path or event.src_path).endswith(".yml"):
            return
        started = time.monotonic()
        said = self._publish()
        _log.warning(said) if said else _log.info("Mallit julkaistu %.1f sekunnissa", time.monotonic() - started)
        with self._server._epoch_cond:
            self._server._wanted_epoch = self._server._visible_epoch = round(time.monotonic() * 1000)
            self._server._epoch_cond.notify_all()
