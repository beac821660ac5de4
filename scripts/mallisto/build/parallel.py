"""Run work in forked worker processes: what this process has read is theirs, only questions and answers are pickled."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")

# What a worker was forked for; only its own copy of this list has it.
_work: list[Callable[[Any], Any]] = []


def in_workers(work: Callable[[Asked], Answered], asked: Sequence[Asked]) -> Iterator[Answered]:
    """The answers in the order asked.

    With one processor, one question, or threads that make forking unsafe, this process does the work itself.
    """
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    processors = len(os.sched_getaffinity(0)) if is_safe else 1
    if processors == 1 or len(asked) < 2:
        yield from map(work, asked)
        return
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(min(processors, len(asked)), fork, initializer=_work.append, initargs=(work,)) as pool:
        yield from pool.map(_answer, asked)


def _answer(asked: Any) -> Any:
    return _work[0](asked)
