"""Escape contributed text for Markdown, so that it contains no Markdown, HTML or mentions."""

from __future__ import annotations

from collections.abc import Iterable

from mallisto.reading.messages import one_line


def row(cells: Iterable[str]) -> str:
    """Return a row of a table."""
    return "| " + " | ".join(map(cell, cells)) + " |"


def cell(text: str) -> str:
    """Return the text escaped."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    for mark in "|`*_[]~$":
        escaped = escaped.replace(mark, "\\" + mark)
    for mark in ("@", "#", ":/", "www", "GH-"):  # an empty comment breaks up a mention or a link and is not copied with the text
        escaped = escaped.replace(mark, f"{mark[0]}<!-- -->{mark[1:]}")
    return one_line(escaped)
