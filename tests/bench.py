"""Measure the checker and the build on synthetic models, beside a bare limit in the same run, and print one table.

    python tests/bench.py [--sizes 5,50,200] [--pages]

Seconds are CPU seconds of whole processes (user and system), medians of three runs where a run is short. The bare limit reads the same
files with libyaml, validates them with jsonschema-rs and writes the same bytes; it checks nothing and knows no places.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="5,50,200", help="numbers of models, with commas")
    chosen = parser.parse_args()
    sizes = [int(each) for each in chosen.sizes.split(",")]
    rows = [measured(size) for size in sizes]
    show(rows)


def measured(size: int) -> dict[str, float]:
    """Every figure for one number of models."""
    print(f"measuring {size} models …", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_repository(root, size)
        repeat = 3 if size <= 50 else 1
        checked = median(lambda: seconds([str(BIN / "mallisto"), "--root", str(root), "check"]), repeat)
        build = ["env", "NO_MKDOCS_2_WARNING=1", str(BIN / "mkdocs"), "--quiet", "build", "--strict", "-f", str(root / "mkdocs.yml")]
        built = median(lambda: seconds(build), repeat)
        site = root / "site"
        pages = sum(1 for each in site.rglob("*.html"))
        weight = sum(each.stat().st_size for each in site.rglob("*") if each.is_file())
        bare = median(lambda: seconds([sys.executable, str(Path(__file__)), "--sizes", "0"], MALLISTO_BARE=str(root)), repeat)
        change_one(root)
        again = seconds([sys.executable, "-c", ONE_CHANGED, str(root)])
        return {
            "models": size,
            "pages": pages,
            "MB": weight / 1e6,
            "check s": checked,
            "check ms/model": 1000 * checked / size,
            "build s": built,
            "bare s": bare,
            "build/bare": built / bare,
            "peak MB": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
            "load s": again,
        }


ONE_CHANGED = """
import sys
from datetime import date
from pathlib import Path
from mallisto import build
build.load(Path(sys.argv[1]), date.today())
"""


def make_repository(root: Path, size: int) -> None:
    """Our own repository with as many models as asked for: the real five, then copies of them under new ids."""
    for name in ("docs", "schemas", "scripts"):
        (root / name).symlink_to(ROOT / name)
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    models = root / "models"
    models.mkdir()
    (models / "vocabulary").symlink_to(ROOT / "models" / "vocabulary")
    (models / "site").symlink_to(ROOT / "models" / "site")
    real = sorted((ROOT / "models").glob("*.yml"))
    for number in range(size):
        text, name = real[number % len(real)].read_text("utf-8"), real[number % len(real)].stem
        if number >= len(real):
            name = f"synthetic-{number:04}"
            text = re.sub(r"^id: .*$", f"id: {name}", text, count=1, flags=re.MULTILINE)
        (models / f"{name}.yml").write_text(text, "utf-8")


def change_one(root: Path) -> None:
    """One word in one model."""
    path = sorted((root / "models").glob("*.yml"))[-1]
    path.write_text(path.read_text("utf-8").replace("last_reviewed: 2026-11-21", "last_reviewed: 2026-11-22"), "utf-8")


def bare(root: Path) -> None:
    """The least any program could do with these files: read, validate, write the same bytes."""
    import jsonschema_rs
    import yaml

    schemas = {each["$id"]: each for each in (json.loads(path.read_text("utf-8")) for path in (root / "schemas").glob("*.json"))}
    model = next(each for address, each in schemas.items() if address.endswith("model.schema.json"))
    valid = jsonschema_rs.Draft7Validator(model, retriever=schemas.__getitem__)

    class Loader(yaml.CSafeLoader):
        """Dates stay texts, as JSON has none."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    for path in sorted((root / "models").glob("*.yml")):
        valid.is_valid(yaml.load(path.read_bytes(), Loader=Loader))
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate((root / "site").rglob("*.html")):
            (Path(folder) / str(number)).write_bytes(path.read_bytes())


def seconds(command: list[str], **environment: str) -> float:
    """CPU seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **environment})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def median(run: Callable[[], float], times: int) -> float:
    return statistics.median(run() for _ in range(times))


def show(rows: list[dict[str, float]]) -> None:
    """One line for each figure, one column for each number of models."""
    for key in rows[0]:
        print(f"{key:<16}" + "".join(f"{row[key]:>12.1f}" if row[key] % 1 else f"{row[key]:>12.0f}" for row in rows))


if __name__ == "__main__":
    if "MALLISTO_BARE" in os.environ:
        bare(Path(os.environ["MALLISTO_BARE"]))
    else:
        started = time.monotonic()
        main()
        print(f"{time.monotonic() - started:.0f} s in all", file=sys.stderr)
