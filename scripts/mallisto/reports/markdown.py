"""Contributed words in Markdown: nothing in them is Markdown, HTML or a mention."""

from __future__ import annotations

from collections.abc import Iterable

from mallisto.reading.messages import one_line


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return "| " + " | ".join(map(cell, cells)) + " |"


def cell(text: str) -> str:
    """The words as plain text."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    for mark in "|`*_[]~$":
        escaped = escaped.replace(mark, "\\" + mark)
    for mark in ("@", "#", ":/", "www", "GH-"):  # an empty comment parts what would become a mention or a link, and is not copied along
        escaped = escaped.replace(mark, f"{mark[0]}<!-- -->{mark[1:]}")
    return one_line(escaped)
