"""Several modules as one script: fewer files to ask for, and none where a page may load no modules.

Names of the modules must differ, since they share one scope. Imports are `import { name } from "./other.js"` only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT_LIST = re.compile(r"^export \{[^}]*\};\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const|function|async|class)", re.MULTILINE)
# A line of its own, which no text of ours over several lines holds.
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined(module: str, read: Callable[[str], str]) -> str:
    """A module behind all that it imports, without imports, exports and comments. `read` gives the text of a module by its path."""
    return "".join(_without_links(path, read(path)) for path in dict.fromkeys(_in_order(module, read)))


def plain(module: str, read: Callable[[str], str], end: str = "") -> str:
    """The same as a plain script whose names are its own; `end` is what it does at last."""
    return f"(() => {{\n{joined(module, read).replace('import.meta.url', 'document.currentScript.src')}{end}}})();\n"


def _in_order(module: str, read: Callable[[str], str]) -> Iterator[str]:
    for needed in _IMPORT.findall(read(module)):
        yield from _in_order(normpath(join(dirname(module), needed)), read)
    yield module


def _without_links(path: str, text: str) -> str:
    found = _COMMENT.sub("", _EXPORT.sub("", _EXPORT_LIST.sub("", _IMPORT.sub("", text))))
    left = _LEFT.search(found)
    if left:
        raise ValueError(f"{path}: {left[0]!r} cannot be joined")
    return found
