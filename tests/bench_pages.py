"""Measure the first page of every model on a phone, and the long pages as a keyboard and a screen reader meet them; print two tables.

    python tests/bench_pages.py SITE [--language sv]

SITE is a built site. What is measured, and against which budgets, stands in `support/page_budgets.py`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))

from browsing import FOLDERS, chromium, served
from page_budgets import MOST_STOPS, SOURCE_WORDS, models_of, page_cost, reach

MOST_NAMES = 4
ROW = "{:36} {:>6} {:>8} {:>6} {:>8} {:>6} {:>6} {:>6} {:>7}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--language", choices=sorted(FOLDERS), default="fi")
    chosen = parser.parse_args()
    print(ROW.format("model", "part", "screens", "whole", "x source", "meta", "marks", "stops", "screens"))
    with chromium() as browser, served(chosen.site) as root:
        for model in models_of(chosen.site):
            cost = page_cost(browser, f"{root}{FOLDERS[chosen.language]}mallit/{model}/")
            times = f"{cost.total / SOURCE_WORDS[model]:.1f}" if model in SOURCE_WORDS else "–"
            print(
                ROW.format(
                    model,
                    cost.part,
                    f"{cost.screens:.1f}",
                    cost.total,
                    times,
                    f"{cost.meta:.0%}",
                    cost.marks,
                    cost.stops,
                    f"{cost.page:.1f}",
                )
            )
        print("\nstops  repeated names of links and buttons")
        for address in MOST_STOPS:
            found = reach(browser, f"{root}{FOLDERS[chosen.language]}{address}")
            loudest = ", ".join(f"{count} × {name}" for name, count in found.repeated[:MOST_NAMES])
            print(f"{found.stops:>5}  {address.partition('?')[0]}: {len(found.repeated)} ({loudest})")


if __name__ == "__main__":
    main()
