"""A file of the site: its path and its bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A path relative to the site's folder, with forward slashes, and the content."""

    path: str
    content: bytes
