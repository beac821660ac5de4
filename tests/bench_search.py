"""Measure the finder in a real Chromium on judged queries, beside the copy that works from a folder, and print one table.

    python tests/bench_search.py [--site SITE] [--queries QUERIES] [--each] [--models 1000]

Pages of one model count as one hit. R@5 is the share of the relevant models among the first five hits, of five at most; MRR the mean of
one over the place of the first relevant hit. Bytes are those of the first query of a fresh browser with the data of its first ten hits,
scripts and texts packed as a web server does. The time of a query in the copy is that of the whole page. With --models the site has so many
models: ours, and copies of them under other ids with the same words, so that a word of one of ours stands in every fifth model at least.
Only bytes and times are judged there.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page

from browsing import chromium
from building import FIVE, build_site, packed_site
from mallisto.addresses import urls
from measuring import build, make_repository
from searching import ASK, QUERIES, found_in_copy, judged

PACKED = (".js", ".json", ".html", ".css", ".txt")
BLANK = '<!doctype html><html lang="fi"><title>x</title><link rel="icon" href="data:,">'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, help="a built site; without it the repository's is built")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="other judged queries than the repository's")
    parser.add_argument("--each", action="store_true", help="tell of each query that fails")
    parser.add_argument("--models", type=int, help="measure bytes and times at so many models")
    chosen = parser.parse_args()
    queries = json.loads(chosen.queries.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = chosen.site or _site(Path(folder), chosen.models)
        if not chosen.models:
            packed_site(FIVE, site)
        rows = {"ours": measured(browser, site, queries, chosen)}
        if not chosen.models:
            rows["copy"] = of_copy(browser, unpacked(site, Path(folder)), queries, chosen)
    show(rows, TARGETS_OF_MANY if chosen.models else TARGETS)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def _site(folder: Path, models: int | None) -> Path:
    """The repository's site, or one of so many models."""
    if models is None:
        return build_site(FIVE, folder / "site")
    root = folder / "repository"
    root.mkdir()
    make_repository(root, models)
    print(f"{models} models, build: {build(root)}", file=sys.stderr)
    return root / "site"


FINDER = "/haku/finder.js"


def measured(browser: Browser, site: Path, queries: list[dict[str, Any]], chosen: argparse.Namespace) -> dict[str, float]:
    """Every figure of the site's finder."""
    sent: list[int] = []
    with _served(site, sent) as root:
        page = _page(browser, root)
        answers = [page.evaluate(ASK, [FINDER, query["query"]]) for query in queries]
        first = [_first(browser, root, query["query"], sent) for query in queries[:: 1 if not chosen.models else 4]]
        page.context.close()
    judgements = judgements_of("ours", [answer["addresses"] for answer in answers], queries, chosen)
    return {
        "queries": len(queries),
        **({} if chosen.models else judgements),
        "no result": sum(not answer["addresses"] for answer in answers),
        "first query KB, median": statistics.median(size for size, _ in first) / 1000,
        "first query KB, most": max(size for size, _ in first) / 1000,
        "first query ms, median": statistics.median(time for _, time in first),
        "next query ms, median": statistics.median(answer["ms"] for answer in answers),
        "next query ms, most": max(answer["ms"] for answer in answers[1:]),
    }


def judgements_of(finder: str, answers: list[list[str]], queries: list[dict[str, Any]], chosen: argparse.Namespace) -> dict[str, float]:
    """How well the addresses found for each query answer it."""
    recalls, ranks = zip(*(judged(found, query["relevant"]) for found, query in zip(answers, queries, strict=True)), strict=True)
    if chosen.each:
        for query, found, recall, rank in zip(queries, answers, recalls, ranks, strict=True):
            if recall < 1 or rank < 1:
                print(finder, query["id"], repr(query["query"]), f"{recall:.2f} {rank:.2f}", found, list(query["relevant"]))
    return {"R@5": statistics.mean(recalls), "MRR": statistics.mean(ranks)}


def unpacked(site: Path, into: Path) -> Path:
    """The folder that a reader gets of the site's copy."""
    with zipfile.ZipFile(site / urls.COPY) as packed:
        packed.extractall(into)
    return into / "mallisto"


def of_copy(browser: Browser, folder: Path, queries: list[dict[str, Any]], chosen: argparse.Namespace) -> dict[str, float]:
    """The figures that the copy's search has, without a server."""
    page = browser.new_context().new_page()
    answers, times = [], []
    for query in queries:
        before = time.perf_counter()
        answers.append(found_in_copy(page, folder, query["query"]))
        times.append((time.perf_counter() - before) * 1000)
    page.context.close()
    return {
        "queries": len(queries),
        **judgements_of("copy", answers, queries, chosen),
        "no result": sum(not found for found in answers),
        "next query ms, median": statistics.median(times),
        "next query ms, most": max(times),
    }


def _first(browser: Browser, root: str, query: str, sent: list[int]) -> tuple[int, float]:
    """What the first query of a fresh browser transfers, and how long it takes."""
    page = _page(browser, root)
    sent.clear()
    answer = page.evaluate(ASK, [FINDER, query])
    page.context.close()
    return sum(sent), answer["ms"]


def _page(browser: Browser, root: str) -> Page:
    page = browser.new_context().new_page()
    page.goto(f"{root}/blank")
    return page


@contextmanager
def _served(site: Path, sent: list[int]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packing, directory=str(site), sent=sent)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class _Packing(SimpleHTTPRequestHandler):
    """Sends texts packed, as published sites do, and counts what it sends."""

    def __init__(self, *given: Any, sent: list[int], **named: Any) -> None:
        self.sent = sent
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.split("?")[0]))
        body = BLANK.encode() if self.path == "/blank" else path.read_bytes()
        is_packed = path.suffix in PACKED
        body = gzip.compress(body) if is_packed else body
        self.sent.append(len(body))
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if self.path == "/blank" else self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The table tells enough."""


# What the figures of ours are held to: in words, and as a test.
Targets = Mapping[str, tuple[str, Callable[[float], bool]]]
TARGETS: Targets = {
    "R@5": ("≥ .97", lambda x: x >= 0.97),
    "MRR": ("≥ .95", lambda x: x >= 0.95),
    "no result": ("0", lambda x: x == 0),
    "first query KB, most": ("≤ 100", lambda x: x <= 100),
    "first query ms, median": ("≤ 300", lambda x: x <= 300),
}
TARGETS_OF_MANY: Targets = {**TARGETS, "first query KB, most": ("≤ 130", lambda x: x <= 130)}


def show(rows: Mapping[str, Mapping[str, float]], targets: Targets) -> None:
    """One line for each figure, one column for each finder, and whether ours meets its target."""
    print(f"{'':<24}" + "".join(f"{name:>10}" for name in rows) + "   target")
    for key in rows["ours"]:
        cells = "".join(_cell(row.get(key)) for row in rows.values())
        target, is_met = targets.get(key, ("", None))
        verdict = "" if is_met is None else "met" if is_met(rows["ours"][key]) else "MISSED"
        print(f"{key:<24}{cells}   {target:<8}{verdict}".rstrip())


def _cell(figure: float | None) -> str:
    if figure is None:
        return f"{'–':>10}"
    return f"{figure:>10.3f}" if figure <= 1 else f"{figure:>10.0f}"


if __name__ == "__main__":
    main()
