"""Visit web addresses patiently, one host at a time and never a machine of one's own network."""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mallisto.reading.problems import UsageError
from mallisto.reports.links import Failing, Memory

TIMEOUT = 20
TRIES = 3
PAUSE = 5.0
MOST_LEAPS = 5
# A page that asks for a password, refuses robots or is busy is there.
_THERE = frozenset({401, 403, 405, 406, 429, 503, 999})

# What came of one request: the status, and where it sends on to.
Answer = tuple[int, str]


def failures(urls: Iterable[str], ask: Callable[[str], Answer], wait: Callable[[float], None] = time.sleep) -> dict[str, str]:
    """What came instead of an answer, for every address that failed at each of several tries. Only those that failed are tried again."""
    waiting, found = sorted(set(urls)), dict[str, str]()
    for attempt in range(TRIES):
        if attempt and waiting:
            wait(PAUSE * 4 ** (attempt - 1))
        found = {url: reason for url in waiting if (reason := _reason(url, ask))}
        waiting = list(found)
    return found


def _reason(url: str, ask: Callable[[str], Answer]) -> str:
    """Why an address does not answer; nothing where it does."""
    try:
        for _ in range(MOST_LEAPS + 1):
            status, onwards = ask(url)
            if status in (301, 302, 303, 307, 308) and onwards:
                url = urljoin(url, onwards)
                continue
            return "" if status < 400 or status in _THERE else str(status)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return type(error).__name__
    return "redirects"


def ask(url: str) -> Answer:
    """One request to a public host; its body is not read."""
    parts = urlsplit(url)
    host, is_safe = parts.hostname or "", parts.scheme == "https"
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError(url)
    address = _public_address(host, parts.port or (443 if is_safe else 80))
    raw = socket.create_connection(address, timeout=TIMEOUT)
    with ssl.create_default_context().wrap_socket(raw, server_hostname=host) if is_safe else raw as connected:
        connection = http.client.HTTPConnection(host, parts.port or address[1], timeout=TIMEOUT)
        connection.sock = connected
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"User-Agent": "mallisto-links", "Accept": "*/*", "Connection": "close"})
        response = connection.getresponse()
        return response.status, response.getheader("Location", "")


def _public_address(host: str, port: int) -> tuple[str, int]:
    """The host's address, looked up once so that it cannot change between the look and the visit."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, address in found:
        if ipaddress.ip_address(address[0]).is_global:
            return str(address[0]), port
    raise ValueError(host)


def recalled(path: Path) -> Memory:
    """What earlier visits left; nothing where there were none."""
    if not path.is_file():
        return {}
    try:
        return {url: Failing(**each) for url, each in json.loads(path.read_text("utf-8")).items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"{path}: {error}") from error


def keep(memory: Mapping[str, Failing], path: Path) -> None:
    path.write_text(json.dumps({url: asdict(each) for url, each in memory.items()}, ensure_ascii=False, indent=1) + "\n", "utf-8")
