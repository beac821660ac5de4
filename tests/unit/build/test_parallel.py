"""Work is done by other processes, in any order, and answered in the order asked."""

from __future__ import annotations

import os
import threading
import time

import pytest

from mallisto.build.parallel import in_workers


@pytest.fixture(params=[1, 2])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(request.param)))
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # those who run the tests have threads, which wait
    return request.param


def test_answers_come_in_the_order_asked(processors: int):
    def slow_first(number: int) -> int:
        time.sleep(0.05 / number)
        return number * 10

    assert list(in_workers(slow_first, [1, 2, 3, 4])) == [10, 20, 30, 40]


def test_many_processors_share_the_work_and_one_does_it_itself(processors: int):
    own = os.getpid() in list(in_workers(lambda _: os.getpid(), [1, 2]))

    assert own is (processors == 1)


def test_a_failure_is_not_lost(processors: int):
    def failing(number: int) -> float:
        return 1 / number

    with pytest.raises(ZeroDivisionError):
        list(in_workers(failing, [1, 0]))
