"""The host over HTTP, with a built site beside it: one origin, as the rules of the form's page want it."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from github import graph, rest, sign_in
from github.host import Host, RefusedError

_ONE_AT_A_TIME = threading.Lock()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, host: Host, **named: Any) -> None:
        self.host = host
        super().__init__(*arguments, **named)

    def log_message(self, *_: object) -> None:
        """A test says what went wrong, not every request."""

    def do_GET(self) -> None:
        if self.path.startswith("/api/"):
            self._respond()
        elif self.path.startswith("/login/oauth/authorize?"):
            self.send_response(302)
            self.send_header("Location", sign_in.authorized(urlsplit(self.path).query, min(self.host.members)))
            self.end_headers()
        else:
            super().do_GET()

    def do_POST(self) -> None:
        self._respond()

    def do_PATCH(self) -> None:
        self._respond()

    def do_PUT(self) -> None:
        self._respond()

    def do_DELETE(self) -> None:
        self._respond()

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with _ONE_AT_A_TIME:
            try:
                status, answer = self._answer(json.loads(body) if body else {})
            except RefusedError as refused:
                status, answer = refused.status, {"message": str(refused)}
        content = answer if isinstance(answer, bytes) else b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/octet-stream" if isinstance(answer, bytes) else "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _answer(self, given: dict[str, Any]) -> rest.Answer:
        login = (self.headers.get("Authorization") or "").rpartition(" ")[2]
        path = unquote(urlsplit(self.path).path)
        if path == "/login/oauth/access_token":
            return 200, sign_in.exchanged(given)
        if path == "/api/graphql":
            self.host.person(login)
            query = re.sub(r"\s+", " ", given["query"])
            return 200, graph.answer(self.host, query, given.get("variables") or {}, login)
        return rest.answer(self.host, self.command, path.removeprefix("/api/v3"), given, login)


@contextmanager
def serving(host: Host, site: Path) -> Iterator[str]:
    """Serve the host and the files of a folder; the address of both."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, host=host, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
