"""A file of the site: its path and its bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A path below the site's folder, with forward slashes, and what stands there."""

    path: str
    content: bytes
