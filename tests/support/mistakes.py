"""The mistakes of `cases/broken/`, to be made in a copy of our models."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

CASES = Path(__file__).parents[1] / "cases" / "broken"
TODAY = date(2026, 12, 1)


@dataclass(frozen=True)
class Edit:
    """One change in one file of the repository."""

    file: str
    after: str = ""
    find: str = ""
    replace: str = ""
    write: str = ""

    def made_in(self, root: Path) -> int:
        """Make the change; the line where the file begins to differ."""
        path = root / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(self.write or self._edited(before), "utf-8")
        return 1 if self.write else _first_difference(before, path.read_text("utf-8"))

    def _edited(self, text: str) -> str:
        start = text.index(self.after)
        edited, count = re.compile(self.find, re.MULTILINE).subn(lambda _: self.replace, text[start:], count=1)
        assert count == 1, f"{self.find!r} is not in {self.file} any more"
        return text[:start] + edited


def _first_difference(one: str, other: str) -> int:
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:same].count("\n") + 1


def edit_of(case: str) -> Edit:
    return Edit(**yaml.safe_load((CASES / case / "edit.yml").read_text("utf-8")))
