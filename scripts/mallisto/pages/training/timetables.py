"""Timetables of a session, each part from its first minute to its last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mallisto.i18n.language import LocalizedText
from mallisto.model import Moment, Timetable
from mallisto.pages.elements.page_context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentView:
    """A part of a session, from its first minute to its last."""

    when: str
    what: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableView:
    """A session: its length in words and its parts."""

    minutes: str
    moments: tuple[MomentView, ...]


def timetable_view(timetable: Timetable, context: PageContext) -> TimetableView:
    minutes = context.language.say("training.minutes", count=timetable.minutes)
    return TimetableView(minutes=minutes, moments=tuple(_moments(timetable.moments, context)))


def _moments(moments: Iterable[Moment], context: PageContext) -> Iterator[MomentView]:
    start = 0
    for moment in moments:
        when = context.language.say("training.when", start=str(start), end=str(start + moment.minutes))
        yield MomentView(when=when, what=context.language.pick(moment.what))
        start += moment.minutes
