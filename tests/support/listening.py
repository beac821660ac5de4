"""The site served so that a page tells the server what goes wrong on it: WebKit's driver hears no console."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from browsing import Quiet
from building import SITE_URL

BELOW = urlsplit(SITE_URL).path
WRONG = Path(__file__).with_name("wrong.js").read_bytes()
# WebKit's window is never narrower than 447 px, and the site's own policy lets no page of it hold a frame.
FRAME = b"<!doctype html><html lang=en><title>frame</title><iframe width=320 height=700></iframe></html>"


class _Handler(Quiet):
    """The site with a first script in each page, which the policy of the pages allows, since it is of the same origin."""

    def __init__(self, *given: Any, wrong: list[str], **named: Any) -> None:
        self.wrong = wrong
        super().__init__(*given, **named)

    def do_GET(self) -> None:  # noqa: N802
        tail = self.path.partition("?")[0].removeprefix(BELOW)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if tail == "__wrong.js":
            self._give(WRONG, "text/javascript")
        elif tail == "__frame.html":
            self._give(FRAME, "text/html")
        elif path.suffix == ".html" and path.is_file():
            script = f'<head><script src="{BELOW}__wrong.js"></script>'.encode()
            self._give(path.read_bytes().replace(b"<head>", script, 1), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802
        self.wrong.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._give(b"", "text/plain")

    def _give(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def listening(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of the site's root, and the list of what its pages say is wrong."""
    wrong: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, wrong=wrong, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BELOW}", wrong
        finally:
            server.shutdown()
            thread.join()
