"""Hyphenation of long words: a list for every language, one word a line (`työ|terveys|lääkäri`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

# The number of letters from which a word seldom fits a card unbroken.
LONG_WORD = 14

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Hyphens:
    """The hyphenation list of one language: lower-case words with their parts."""

    parts: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, code: str) -> Hyphens:
        return _hyphens(code)

    @classmethod
    def read(cls, text: str) -> Hyphens:
        """Parse a list; `#` starts a comment."""
        lines = (line.split("#")[0].strip().lower() for line in text.splitlines())
        return cls({line.replace("|", ""): tuple(line.split("|")) for line in lines if line})

    def with_soft_hyphens(self, text: str) -> str:
        """Return the text with soft hyphens in all listed words."""
        return _WORD.sub(lambda word: SOFT_HYPHEN.join(self.split_word(word[0])), text)

    def split_word(self, word: str) -> tuple[str, ...]:
        """Split a word at its break points, keeping its case; an unlisted word stays whole."""
        parts, start = [], 0
        for part in self.parts.get(word.lower(), (word,)):
            parts.append(word[start : start + len(part)])
            start += len(part)
        return tuple(parts)

    def missing(self, text: str) -> Iterator[str]:
        """Yield the long words of a text that are not on the list."""
        yield from (word for word in _WORD.findall(text) if len(word) >= LONG_WORD and word.lower() not in self.parts)


@cache
def _hyphens(code: str) -> Hyphens:
    return Hyphens.read((files("mallisto") / "strings" / f"hyphens.{code}.txt").read_text("utf-8"))
