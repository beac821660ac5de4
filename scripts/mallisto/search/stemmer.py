"""Stemmers: what a search takes for one word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from Stemmer import Stemmer as Snowball

_STEMMERS = {"fi": "finnish", "sv": "swedish", "en": "english"}


class Stemmer:
    """A stemmer by its language: what Pagefind takes for one word on pages of this language."""

    def __init__(self, code: str) -> None:
        self.code = code
        snowball: Any = Snowball(_STEMMERS[code])
        self._stem: Callable[[str], str] = snowball.stemWord
        self.all: Callable[[list[str]], list[str]] = snowball.stemWords

    def __call__(self, word: str) -> str:
        """The stem of a word."""
        return self._stem(word)
