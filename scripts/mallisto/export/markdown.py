"""A page as Markdown: what a reader reads, with marks and addresses, for people and programs that take text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from html_to_markdown import ConversionOptions, convert

from mallisto.files.output_file import OutputFile

# What stands on a page for the screen or the printer alone.
_LEFT_OUT = ("svg", "img", "script", "template", "nav", "[popover]", ".unseen", ".standing", ".actions", ".why")
# Folds and names of a list of pairs, which Markdown lacks: what is inside them stays.
_FOLD = re.compile(r"</?(?:details|summary|dfn)\b[^>]*>")
_NAME = re.compile(r"<dt\b[^>]*>(.*?)</dt>", re.DOTALL)
# Escapes that change nothing where they stand: within a word, a number or a sentence.
_NEEDLESS = re.compile(r"(?<=[^\s\d])\\([-.+!])|(?<=\d)\\([-.])(?=\d)|\\([()])")
_EMPTY_LINES = re.compile(r"\n{3,}")


def twin(path: str, html: str, told: Mapping[str, str], url: str) -> OutputFile:
    """The Markdown of a page's content, at `path`; before it what is `told` of the page, by name. Links become absolute from `url`.

    Contributed text stays text: what Markdown or HTML would read as a mark is escaped.
    """
    named = _NAME.sub(lambda found: f"<p><strong>{found[1]}</strong></p>", _FOLD.sub("", html))
    options = ConversionOptions(
        base_url=url,
        exclude_selectors=list(_LEFT_OUT),
        escape_misc=True,
        escape_asterisks=True,
        extract_metadata=False,
    )
    text = _NEEDLESS.sub(lambda found: found[0][1:], convert(named, options).content or "")
    text = _EMPTY_LINES.sub("\n\n", text).strip()
    head = "\n".join(f"{name}: {value}" for name, value in told.items() if value)
    return OutputFile(path, f"---\n{head}\n---\n\n{text}\n".encode())
