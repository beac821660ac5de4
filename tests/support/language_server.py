"""A language server over its standard streams: what an editor does, without an editor."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Editor:
    """Asks and waits; what the server asks in between is answered with the editor's settings."""

    server: subprocess.Popen[bytes]
    root: Path
    settings: dict[str, Any]
    told: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    asked: int = 0

    def opened(self, file: str, text: str) -> str:
        """Open a file with this text; its address."""
        address = (self.root / file).as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return address

    def at(self, question: str, address: str, line: int, column: int) -> Any:
        """Ask about a place in an open file, counted from one."""
        position = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{question}", {"textDocument": {"uri": address}, "position": position})

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": parameters})
        return self._until(lambda message: message.get("id") == self.asked and "method" not in message)["result"]

    def tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def problems(self, address: str) -> list[dict[str, Any]]:
        """What the server finds in an open file."""
        while address not in self.told:
            self._until(lambda message: message.get("method") == "textDocument/publishDiagnostics")
        return self.told[address]

    def _until(self, wanted: Any) -> dict[str, Any]:
        while True:
            message = self._received()
            if message.get("method") == "textDocument/publishDiagnostics":
                self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._answer(message)})

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] == "workspace/configuration":
            return [self.settings.get(item.get("section", ""), {}) for item in message["params"]["items"]]
        return None

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self.server.stdin.flush()

    def _received(self) -> dict[str, Any]:
        assert self.server.stdout
        length = 0
        while (line := self.server.stdout.readline().strip()) or not length:
            assert self.server.poll() is None, "the language server has ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.server.stdout.read(length))
        return message


@contextmanager
def editing(command: list[str], root: Path, settings: dict[str, Any]) -> Iterator[Editor]:
    """A server for a folder, with the folder's own settings, in Finnish."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        editor = Editor(server, root, settings)
        snippets = {"completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}}
        capabilities = {"textDocument": snippets, "workspace": {"configuration": True}}
        editor.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities, "locale": "fi"})
        editor.tell("initialized", {})
        editor.tell("workspace/didChangeConfiguration", {"settings": settings})
        try:
            yield editor
        finally:
            server.kill()
