"""What was found out about Finnish words: only new words need the dictionary, which takes a third of a second to open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import msgspec

Found = TypeVar("Found", str, bool, tuple[str, ...])

# What was found of words, by the question that was asked of them.
_Answers = dict[str, dict[str, str | bool | tuple[str, ...]]]


class LearntWords:
    """Answers to questions about words. Each is found once, whichever build asked it first."""

    def __init__(self, known: bytes = b"{}") -> None:
        self._known = msgspec.json.decode(known, type=_Answers)
        self._new: _Answers = {}

    def remembered(self, question: str, find: Callable[..., Found]) -> Callable[..., Found]:
        """A function of one word or several that finds only what is not known yet."""
        known = self._known.setdefault(question, {})

        def answer(*words: str) -> Found:
            asked = " ".join(words)
            if asked not in known:
                known[asked] = self._new.setdefault(question, {})[asked] = find(*words)
            return cast("Found", known[asked])

        return answer

    def taken(self) -> bytes:
        """What was found since this was last asked, for another process."""
        new, self._new = self._new, {}
        return msgspec.json.encode(new)

    def learn(self, taken: bytes) -> None:
        """Add what another process has found."""
        for question, answers in msgspec.json.decode(taken, type=_Answers).items():
            self._known.setdefault(question, {}).update(answers)

    def encoded(self) -> bytes:
        """All that is known, for the next build."""
        return msgspec.json.encode(self._known)
