"""Measure the finder in a real Chromium on judged queries, beside stock Pagefind in the same run, and print one table.

    python tests/bench_search.py [--site SITE] [--each]

Pages of one model count as one hit. R@5 is the share of the relevant models among the first five hits, of five at most; MRR the mean of one
over the place of the first relevant hit. Bytes are those of the first query of a fresh browser with the data of its first ten hits, scripts
and texts packed as a web server does. Stock is Pagefind as it comes, over the pages of the same site.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page

from browsing import chromium
from building import ROOT, build_site

QUERIES = Path(__file__).parent / "cases" / "search" / "queries.json"
FIRST = 5
PACKED = (".js", ".json", ".html", ".css", ".txt")
ASK = """async ([address, query]) => {
    const before = performance.now(), finder = await import(address);
    const found = await finder.search(query);
    const hits = await Promise.all(found.results.slice(0, 5).map(each => each.data())), ms = performance.now() - before;
    const rest = await Promise.all(found.results.slice(5, 10).map(each => each.data()));
    return { addresses: [...hits, ...rest].map(each => each.url), ms };
}"""
BLANK = '<!doctype html><html lang="fi"><title>x</title><link rel="icon" href="data:,">'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, help="a built site; without it the repository's is built")
    parser.add_argument("--each", action="store_true", help="tell of each query that fails")
    chosen = parser.parse_args()
    queries = json.loads(QUERIES.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = chosen.site or build_site(ROOT, Path(folder) / "site")
        make_stock(site)
        rows = {name: measured(browser, site, address, queries, chosen.each) for name, address in FINDERS.items()}
    show(rows)


STOCK = "stock-pagefind"
FINDERS = {"stock": f"/{STOCK}/pagefind.js", "ours": "/haku/pagefind.js"}


def make_stock(site: Path) -> None:
    """Pagefind as it comes, over the pages as they are."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", STOCK, "--root-selector", "main", "--silent"]
    subprocess.run(command, check=True)


def measured(browser: Browser, site: Path, finder: str, queries: list[dict[str, Any]], each: bool) -> dict[str, float]:
    """Every figure for one finder."""
    sent: list[int] = []
    with _served(site, sent) as root:
        page = _page(browser, root)
        answers = [page.evaluate(ASK, [finder, query["query"]]) for query in queries]
        first = [_first(browser, root, finder, query["query"], sent) for query in queries[:: max(1, len(queries) // 12)]]
        page.context.close()
    recalls, ranks = zip(
        *(judged(answer["addresses"], query["relevant"]) for answer, query in zip(answers, queries, strict=True)), strict=True
    )
    if each:
        for query, answer, recall, rank in zip(queries, answers, recalls, ranks, strict=True):
            if recall < 1 or rank < 1:
                print(finder, query["id"], repr(query["query"]), f"{recall:.2f} {rank:.2f}", answer["addresses"], list(query["relevant"]))
    return {
        "queries": len(queries),
        "R@5": statistics.mean(recalls),
        "MRR": statistics.mean(ranks),
        "no result": sum(not answer["addresses"] for answer in answers),
        "first query KB, median": statistics.median(size for size, _ in first) / 1000,
        "first query KB, most": max(size for size, _ in first) / 1000,
        "first query ms, median": statistics.median(time for _, time in first),
        "next query ms, median": statistics.median(answer["ms"] for answer in answers),
        "next query ms, most": max(answer["ms"] for answer in answers[1:]),
    }


def judged(found: list[str], relevant: dict[str, int]) -> tuple[float, float]:
    pages = dict.fromkeys(re.sub(r"^/(mallit/[^/]+/).*", r"\1", address) for address in found)
    hits = [page in relevant for page in list(pages)[:FIRST]]
    return sum(hits) / min(FIRST, len(relevant)), next((1 / place for place, hit in enumerate(hits, 1) if hit), 0.0)


def _first(browser: Browser, root: str, finder: str, query: str, sent: list[int]) -> tuple[int, float]:
    """What the first query of a fresh browser transfers, and how long it takes."""
    page = _page(browser, root)
    sent.clear()
    answer = page.evaluate(ASK, [finder, query])
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


def show(rows: dict[str, dict[str, float]]) -> None:
    """One line for each figure, one column for each finder."""
    print(f"{'':<24}" + "".join(f"{name:>10}" for name in rows))
    for key in next(iter(rows.values())):
        print(f"{key:<24}" + "".join(f"{row[key]:>10.3f}" if row[key] <= 1 else f"{row[key]:>10.0f}" for row in rows.values()))


if __name__ == "__main__":
    main()
