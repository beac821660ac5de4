"""A file of the site: its path and its bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A path relative to the site's folder, with forward slashes, and the content."""

    path: str
    content: bytes


def json_file(path: str, content: Any) -> OutputFile:
    """A JSON file, on one line: indented, it is half as long again and eight times slower to make."""
    return OutputFile(path, (json.dumps(content, ensure_ascii=False) + "\n").encode())
