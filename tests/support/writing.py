"""The form's writer in Node, with the libraries beside it as they are published."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from building import ROOT
from mallisto.build import npm_assets
from mallisto.files.write import write

SCRIPTS = ROOT / "docs" / "assets" / "js" / "form"
RUN = Path(__file__).parents[1] / "form"


def writer(folder: Path) -> Path:
    """Put the writer's scripts into a folder; where they are."""
    write(npm_assets.files(), folder)
    shutil.copytree(SCRIPTS, folder / "assets" / "js" / "form")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return folder / "assets" / "js" / "form"


def node() -> str:
    """The Node of the environment."""
    return shutil.which("node", path=str(ROOT / ".venv" / "bin")) or "node"


def run(script: str, *arguments: str) -> Any:
    """What a script of the tests prints, run by the Node of the environment."""
    command = [node(), str(RUN / script), *arguments]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=600).stdout)
