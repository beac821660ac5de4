"""Data as scripts: a page that is opened from a folder may load scripts and nothing else, so the site loads them alike."""

from __future__ import annotations

import json

from mallisto.files.output_file import OutputFile

FOLDER = "haku/"
# The function by which the finder takes them (`finder/loading.js`).
_TAKE = "mallistoIndex"


def script_file(name: str, value: str) -> OutputFile:
    """A file of the finder with a value as JSON, by its name below the finder's folder."""
    return OutputFile(f"{FOLDER}{name}.js", f"{_TAKE}({json.dumps(name)},{value});\n".encode())
