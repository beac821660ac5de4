"""Work shared out among processes that begin as copies of this one: what it knows is theirs, and only questions and answers go between."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")

# What a process was made for; only the process's own copy of this list has it.
_work: list[Callable[[Any], Any]] = []


@contextmanager
def shared_out(work: Callable[[Asked], Answered], asked: Sequence[Asked]) -> Iterator[Iterator[Answered]]:
    """The answers in the order asked; this process may do something else meanwhile.

    Where there is one processor, or this process cannot be copied safely, it does the work itself when an answer is taken.
    """
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    processors = len(os.sched_getaffinity(0)) if is_safe else 1
    if processors == 1 or len(asked) < 2:
        yield map(work, asked)
        return
    with multiprocessing.get_context("fork").Pool(min(processors, len(asked)), _work.append, (work,)) as pool:
        yield pool.imap(_answer, asked)


def _answer(asked: Any) -> Any:
    return _work[0](asked)
