"""The finder's script: our modules, the stemmers of others, and where the index lies."""

from __future__ import annotations

import json
import re
from importlib.resources import files as resources

from mallisto.build import npm_assets
from mallisto.build.joined_script import joined, plain
from mallisto.files.output_file import OutputFile
from mallisto.search.script_files import FOLDER

ADDRESS = f"{FOLDER}finder.js"
_MAIN, _RELEASE = "search.js", "release.js"
_TOLD = ("facts", "filters", "init", "linkTo", "nearest", "queryWords", "search")
_EXPORT = re.compile(r"(?:^|(?<=[;}]))export (?=function|const)", re.MULTILINE)
_WRITTEN = re.compile(r'RELEASE = "(\w+)"')


def finder_script(release: str) -> OutputFile:
    """The finder as a module. `release` is the folder of the index."""
    return OutputFile(ADDRESS, f"{joined(_MAIN, lambda name: _module(name, release))}export {{ {', '.join(_TOLD)} }};\n".encode())


def plain_finder_script(script: bytes) -> OutputFile:
    """The same as a plain script, which makes the finder known as `mallistoFinder`; `script` is the module."""
    found = _WRITTEN.search(script.decode())
    if not found:
        raise ValueError("the finder does not tell where its index lies")
    told = f"self.mallistoFinder = {{ {', '.join(_TOLD)} }};\n"
    return OutputFile(ADDRESS, plain(_MAIN, lambda name: _module(name, found[1]), told).encode())


def _module(name: str, release: str) -> str:
    if name == _RELEASE:
        return _stemmers() + (
            "const HERE = new URL('./', import.meta.url);\nconst ROOT = new URL('../', HERE);\n"
            f"const RELEASE = {json.dumps(release)};\nconst STEMMERS = [swedish, english];\n"
        )
    return (resources("mallisto") / "search" / "finder" / name).read_text("utf-8")


def _stemmers() -> str:
    """Both stemmers as functions: npm has one as a module, the other as a script of the older kind."""
    swedish, english = npm_assets.stemmers()
    return (
        f"const swedish = (() => {{\n{_EXPORT.sub('', swedish)}\nreturn stemmer;\n}})();\n"
        f"const english = (() => {{\nconst exports = {{}};\n{english}\nreturn exports.stem;\n}})();\n"
    )
