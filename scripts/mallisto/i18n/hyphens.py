"""Where long words may break: a committed list for each language, one word a line (`työ|terveys|lääkäri`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

# A word so long seldom fits a card without a break.
LONG_WORD = 14

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Hyphens:
    """The breaks of one language: words in lower case, with their parts."""

    parts: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, code: str) -> Hyphens:
        return _hyphens(code)

    @classmethod
    def read(cls, text: str) -> Hyphens:
        """A list as it is written; what follows a `#` is for people."""
        lines = (line.split("#")[0].strip().lower() for line in text.splitlines())
        return cls({line.replace("|", ""): tuple(line.split("|")) for line in lines if line})

    def softened(self, text: str) -> str:
        """The text with soft hyphens in the words that are listed."""
        return _WORD.sub(lambda word: SOFT_HYPHEN.join(self.broken(word[0])), text)

    def broken(self, word: str) -> tuple[str, ...]:
        """The parts of a word as it is written; the whole word where it is not listed."""
        parts, start = [], 0
        for part in self.parts.get(word.lower(), (word,)):
            parts.append(word[start : start + len(part)])
            start += len(part)
        return tuple(parts)

    def missing(self, text: str) -> Iterator[str]:
        """The long words of a text that are not listed."""
        yield from (word for word in _WORD.findall(text) if len(word) >= LONG_WORD and word.lower() not in self.parts)


@cache
def _hyphens(code: str) -> Hyphens:
    return Hyphens.read((files("mallisto") / "strings" / f"hyphens.{code}.txt").read_text("utf-8"))
