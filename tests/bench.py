"""Measure everything that must stay fast or small, beside the bare limit in the same run, print one table, and fail beyond a budget.

    python tests/bench.py [--sizes 5,50,200 | --full]

Seconds are CPU seconds of whole processes, user and system; the models are our own and others made from them. What the bare limit is stands
in `bare.py`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import measuring
from measuring import FirstView, Lighthouse

SIZES = (5, 50, 200)
FULL = (*SIZES, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured for one number of models."""

    models: int
    kilobytes: float
    check: float
    build: float
    bare: float
    offline: float
    peak: float
    files: float
    site_kilobytes: float
    unchanged: float
    one_changed: float
    saved: float
    page: int
    view: FirstView
    lighthouse: Lighthouse


def measured(size: int) -> Figures:
    print(f"measuring {size} models …", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        measuring.make_repository(root, size)
        models = sorted((root / "models").glob("*.yml"))
        check, build = measuring.check(root), measuring.build(root)
        bare, unchanged = measuring.bare_limit(root), measuring.build(root)
        offline, (files, site_kilobytes) = measuring.offline(root), measuring.of_a_model(root)
        page = (root / "site" / "mallit" / "tykke" / "index.html").stat().st_size
        view = measuring.first_view(root / "site", "mallit/tykke/")
        lighthouse = measuring.lighthouse(root / "site", "mallit/tykke/")
        measuring.rewrite(models[0], "Sana")
        one_changed = measuring.build(root)
        shutil.rmtree(root / "site")
        return Figures(
            models=size,
            kilobytes=sum(each.stat().st_size for each in models) / 1000,
            check=check.seconds,
            build=build.seconds,
            bare=bare.seconds,
            offline=offline.seconds,
            peak=max(check.megabytes, build.megabytes, offline.megabytes),
            files=files,
            site_kilobytes=site_kilobytes,
            unchanged=unchanged.seconds,
            one_changed=one_changed.seconds,
            saved=measuring.save_to_page(root),
            page=page,
            view=view,
            lighthouse=lighthouse,
        )


# A row of the table: what, its target in words, the figure of one size, and whether it meets the target, None where none is set.
Row = tuple[str, str, Callable[[Figures], float], Callable[[float, int], bool | None] | None]

ROWS: tuple[Row, ...] = (
    ("kB of YAML a model", "", lambda each: each.kilobytes / each.models, None),
    ("full build, s", "", lambda each: each.build, None),
    ("bare limit, s", "", lambda each: each.bare, None),
    ("offline copy, s", "", lambda each: each.offline, None),
    (
        "whole site / bare limit",
        "≤ 2 at 200 and 1,000",
        lambda each: (each.check + each.build + each.offline) / each.bare,
        lambda x, n: x <= 2 if n >= 200 else None,
    ),
    ("peak memory of a command, MB", "≤ 130", lambda each: each.peak, lambda x, _: x <= 130),
    ("files a model", "≤ 130", lambda each: each.files, lambda x, _: x <= 130),
    ("kB a model", "≤ 1,700", lambda each: each.site_kilobytes, lambda x, _: x <= 1700),
    ("build, nothing changed, s", "", lambda each: each.unchanged, None),
    ("build, one model changed, s", "", lambda each: each.one_changed, None),
    ("save → page, s", "≤ 0.3", lambda each: each.saved, lambda x, _: x <= 0.3),
    ("checker, ms a model, cold", "≤ 10 at 46 kB", lambda each: 1000 * each.check / each.models, None),
    ("checker, ms a kB", "≤ 0.22", lambda each: 1000 * each.check / each.kilobytes, lambda x, n: x <= 0.22 if n >= 200 else None),
    ("model page, kB gzipped", "≤ 60", lambda each: each.view.kilobytes, lambda x, _: x <= 60),
    ("model page, requests", "≤ 12", lambda each: each.view.requests, lambda x, _: x <= 12),
    ("… that fail or leave the site", "0", lambda each: each.view.failed + each.view.foreign, lambda x, _: x == 0),
    ("Lighthouse, performance", "≥ .98", lambda each: each.lighthouse.scores["performance"], lambda x, _: x >= 0.98),
    ("… accessibility", "1", lambda each: each.lighthouse.scores["accessibility"], lambda x, _: x == 1),
    ("… best practices", "1", lambda each: each.lighthouse.scores["best-practices"], lambda x, _: x == 1),
    ("… search engines", "1", lambda each: each.lighthouse.scores["seo"], lambda x, _: x == 1),
    ("… blocked by scripts, ms", "≤ 50", lambda each: each.lighthouse.blocked_ms, lambda x, _: x <= 50),
    ("model page, bytes", "", lambda each: each.page, None),
)


def show(figures: Mapping[int, Figures]) -> bool:
    """Print one line for each figure with its target, one column for each number of models; whether every target is met."""
    missed = False
    print(f"{'models':<32}" + "".join(f"{size:>11,}" for size in figures) + "   target")
    for name, target, value, is_met in ROWS:
        values = {size: value(each) for size, each in figures.items()}
        cells = "".join(f"{each:>11,.0f}" if each >= 1000 or each == int(each) else f"{each:>11.2f}" for each in values.values())
        met = {is_met(each, size) for size, each in values.items()} - {None} if is_met else set()
        verdict = "MISSED" if False in met else "met" if met else ""
        missed |= False in met
        print(f"{name:<32}{cells}   {target:<28}{verdict}")
    for name, target, value, is_good in _over_sizes(figures):
        print(f"{name:<32}{value:>11.2f}{' ' * 11 * (len(figures) - 1)}   {target:<28}{'met' if is_good else 'MISSED'}")
        missed |= not is_good
    return not missed


def _over_sizes(figures: Mapping[int, Figures]) -> list[tuple[str, str, float, bool]]:
    """What several sizes together tell, and what no size changes."""
    sizes = sorted(figures)
    first, last = figures[sizes[0]], figures[sizes[-1]]
    growth = 100 * (last.page / first.page - 1)
    fixed = first.build - (last.build - first.build) / max(1, last.models - first.models) * first.models
    layout = measuring.layout_milliseconds()
    rows = [
        ("fixed cost, s", "≤ 2", fixed, fixed <= 2),
        ("growth of a page, %", "≤ 1", growth, abs(growth) <= 1),
        ("layout of a pathway, ms", "≤ 150", layout, layout <= 150),
    ]
    if {5, 200, 1000} <= set(sizes):
        slope = (figures[1000].build - figures[5].build) / (figures[200].build - figures[5].build)
        rows.append(("(T1000 − T5) / (T200 − T5)", "≤ 5.5", slope, slope <= 5.5))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=lambda text: tuple(map(int, text.split(","))), default=SIZES, help="numbers of models, with commas")
    parser.add_argument("--full", action="store_true", help="1,000 models too; takes long")
    chosen = parser.parse_args()
    started = time.monotonic()
    is_within_budget = show({size: measured(size) for size in (FULL if chosen.full else chosen.sizes)})
    print(f"{time.monotonic() - started:.0f} s in all", file=sys.stderr)
    sys.exit(not is_within_budget)


if __name__ == "__main__":
    main()
