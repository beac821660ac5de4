"""Repositories of any number of models, and what it costs to build, check and serve them."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bare
from browsing import chromium, served
from building import LONG
from mallisto.catalog import project_files
from mallisto.pathway import Plan, lay_out
from pathways import MODELS, ours, synthetic

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What a finished process took: CPU seconds of user and system, and its peak memory."""

    seconds: float
    megabytes: float


def cost_of(*command: str) -> Cost:
    """Run a command to its end."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # it has ended, and nobody else waits for it
    process.communicate()
    if status:
        raise RuntimeError(f"{command}: {said.decode()[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def check(root: Path) -> Cost:
    return cost_of(str(BIN / "mallisto"), "--root", str(root), "check")


def build(root: Path) -> Cost:
    return cost_of(str(BIN / "mkdocs"), "--quiet", "build", "--strict", "-f", str(root / "mkdocs.yml"))


def offline(root: Path) -> Cost:
    return cost_of(str(BIN / "mallisto"), "--root", str(root), "offline")


def of_a_model(root: Path) -> tuple[float, float]:
    """The files and the kilobytes that one model adds to the built site, the mean of all: those the store knows as its own."""
    with sqlite3.connect(root / project_files.CACHE / "builds.sqlite") as store:
        found = store.execute("SELECT files FROM output WHERE unit IN (SELECT model FROM contributed)").fetchall()
    paths = [root / "site" / path for (files,) in found for path in json.loads(files)]
    return len(paths) / len(found), sum(path.stat().st_size for path in paths) / len(found) / 1000


def bare_limit(root: Path) -> Cost:
    """What the least program would take for the models' files of the site that stands built."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.json"
        plan.write_text(json.dumps(bare.planned(root)), "utf-8")
        return cost_of(sys.executable, bare.__file__, str(root), str(plan))


# Words of which the made-up models have compounds of their own, so that nothing learnt of one model serves for all.
_PARTS = (
    "kartta",
    "silta",
    "polku",
    "sali",
    "kirja",
    "kerho",
    "ranta",
    "metsä",
    "tori",
    "portti",
    "avain",
    "lamppu",
    "matto",
    "pöytä",
    "tuoli",
    "kello",
)
_LONG_WORD = re.compile(r"\b[a-zåäö]{12,}\b")


def make_repository(root: Path, size: int) -> None:
    """Our own repository with as many models as asked for: the real ones, then others with words and steps of their own."""
    for name in ("docs", "schemas", "scripts"):
        (root / name).symlink_to(ROOT / name)
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (root / "models").mkdir()
    for name in ("vocabulary", "site"):
        (root / "models" / name).symlink_to(ROOT / "models" / name)
    real = sorted(LONG.glob("*.yml"))
    for number in range(size):
        text, name = real[number % len(real)].read_text("utf-8"), real[number % len(real)].stem
        if number >= len(real):
            name = f"synthetic-{number:04}"
            text = _made_up(text, name, number)
        (root / "models" / f"{name}.yml").write_text(text, "utf-8")
    (root / "models" / "history").mkdir()
    cost_of(str(BIN / "mallisto"), "--root", str(root), "lock")


def _made_up(text: str, name: str, number: int) -> str:
    """A model of another name, in which every fifth long Finnish word is another and no step has the id it has elsewhere."""
    text = re.sub(r"^id: .*$", f"id: {name}", text, count=1, flags=re.MULTILINE)
    parts = re.split(r"\n(?=\w)", text)
    pathway = next(each for each in parts if each.startswith("pathway:"))
    steps = "|".join(re.findall(r"^    - id: (\S+)$", pathway.partition("\n  steps:\n")[2], flags=re.MULTILINE))
    named = re.compile(rf"(?<=[:-] )({steps})$", flags=re.MULTILINE)
    text = "\n".join(each if each.startswith("classification:") else named.sub(rf"\g<1>-{number}", each) for each in parts)
    return "\n".join(_with_own_words(line, number) if line.lstrip().startswith("fi:") else line for line in text.split("\n"))


def _with_own_words(line: str, number: int) -> str:
    return _LONG_WORD.sub(lambda word: _own_word(word[0], number), line)


def _own_word(word: str, number: int) -> str:
    chance = zlib.crc32(f"{word} {number}".encode())
    first, last = divmod(chance // 5 % len(_PARTS) ** 2, len(_PARTS))
    return word if chance % 5 else _PARTS[first] + _PARTS[last]


def rewrite(path: Path, word: str) -> None:
    """Put a word into a model's summary."""
    path.write_text(re.sub(r"(?m)^(summary:\n +fi: [\"']?)(?:Sana\w+ )?", rf"\g<1>{word} ", path.read_text("utf-8"), count=1), "utf-8")


def layout_milliseconds() -> float:
    """CPU milliseconds of laying out a pathway, the mean of our models' and the made-up large one's."""
    plans = [Plan.of(each) for each in (*map(ours, MODELS), synthetic())]
    began = time.process_time()
    for plan in plans:
        lay_out(plan)
    return (time.process_time() - began) * 1000 / len(plans)


@dataclass(frozen=True, slots=True)
class Lighthouse:
    """What Lighthouse says of a page on a phone: its scores of one at most by category, and how long scripts block it."""

    scores: Mapping[str, float]
    blocked_ms: float


def lighthouse(site: Path, tail: str) -> Lighthouse:
    """Ask Lighthouse, with the settings it comes with, of a page that is served as publishing services do."""
    program, chrome = ROOT / "tests" / "node_modules" / "lighthouse" / "cli" / "index.js", os.environ.get("MALLISTO_CHROMIUM", "chromium")
    with served(site, is_packed=True) as address:
        flags = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-quic"]
        command = [str(BIN / "node"), str(program), address + tail, *flags]
        environment = {**os.environ, "CHROME_PATH": shutil.which(chrome) or chrome}
        told = json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    scores = {name: each["score"] for name, each in told["categories"].items()}
    return Lighthouse(scores, told["audits"]["total-blocking-time"]["numericValue"])


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address of `mkdocs serve` while it runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(BIN / "mkdocs"), "--quiet", "serve", "-f", str(root / "mkdocs.yml"), "-a", address]
    # A process in the background ignores the signal that ends the server, and so would the server.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://{address}/"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def save_to_page(root: Path) -> float:
    """Seconds from a saved word to the page that shows it, as the third of three saves."""
    model = sorted((root / "models").glob("*.yml"))[0]
    with serving(root) as address:
        page = f"{address}mallit/{model.stem}/"
        wait_for(page, "<h1", PATIENCE * 30)
        took = 0.0
        for word in ("Sanayksi", "Sanakaksi", "Sanakolme"):
            time.sleep(0.5)  # the other languages of the save before
            rewrite(model, word)
            began = time.monotonic()
            wait_for(page, word, PATIENCE)
            took = time.monotonic() - began
    return took


def wait_for(address: str, word: str, patience: float = PATIENCE) -> None:
    """Ask for a page again and again until a word stands in it; TimeoutError when it does not within so many seconds."""
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if word in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.03)
    raise TimeoutError(f"{address}: {word}")


@dataclass(frozen=True, slots=True)
class FirstView:
    """What a browser fetches for the first view of a model page."""

    kilobytes: float
    requests: int
    foreign: int
    failed: int


def first_view(site: Path, tail: str) -> FirstView:
    """Open a page in Chromium. Weights are those of the bodies, compressed where a server would compress them."""
    weights, failed, foreign = [], [], []
    with served(site) as address, chromium() as browser:
        page = browser.new_page()

        def note(response: Any) -> None:
            (failed if response.status >= 400 else weights).append(_weight(response))
            if not response.url.startswith(address):
                foreign.append(response.url)

        page.on("response", note)
        page.on("requestfailed", lambda request: failed.append(0))
        page.goto(address + tail, wait_until="networkidle")
    return FirstView(sum(weights) / 1000, len(weights) + len(failed), len(foreign), len(failed))


def _weight(response: Any) -> int:
    body = response.body()
    is_packed = response.url.endswith((".png", ".woff2", ".jpg", ".webp"))
    return len(body if is_packed else gzip.compress(body, 6))
