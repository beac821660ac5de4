"""The training file becomes its sections."""

from __future__ import annotations

from mallisto.model import (
    Case,
    CaseMoment,
    Discussion,
    Moment,
    Option,
    Route,
    SelfTest,
    TeachingPlace,
    Timetable,
    Training,
    TrainingSection,
)
from mallisto.parse.cursor import Cursor, top_of
from mallisto.parse.upkeep import owner
from mallisto.reading.document import Document


def parse_training(document: Document) -> Training:
    """The training material a valid document describes."""
    top = top_of(document)
    course = top.at("course")
    return Training(
        course=course.text("name"),
        publisher=course.ref("publisher", "organisation"),
        note=course.text("note"),
        reviewed=top.date("reviewed"),
        owner=owner(top.at("owner")),
        sessions=top.each("sessions", _timetable),
        routes=top.each("routes", _route),
        sections=top.each("sections", _section),
        texts=tuple(top.seen.texts),
        free_texts=tuple(top.seen.free_texts),
        dates=tuple(top.seen.dates),
        refs=tuple(top.seen.refs),
    )


def _section(at: Cursor) -> TrainingSection:
    return TrainingSection(
        where=at.where("id"),
        id=at.string("id"),
        title=at.text("title"),
        aim=at.text("aim"),
        places=at.each("places", _place),
        discussion=at.each("discussion", _discussion),
        cases=at.each("cases", _case),
        self_test=at.each("self_test", _self_test),
        timetable=_timetable(at),
    )


def _route(at: Cursor) -> Route:
    return Route(
        where=at.where("id"),
        id=at.string("id"),
        title=at.text("title"),
        role=at.ref("role", "role"),
        section=at.string("section"),
        case=at.string("case"),
        questions=at.strings("questions"),
        timetable=_timetable(at),
    )


def _case(at: Cursor) -> Case:
    return Case(
        where=at.where("id"),
        id=at.string("id"),
        situation=at.text("situation"),
        role=at.ref("role", "role"),
        moment=CaseMoment(at.string("moment")),
        at=at.refs("at", "address"),
        do=at.text("do"),
        ask=at.text("ask"),
    )


def _place(at: Cursor) -> TeachingPlace:
    return TeachingPlace(at=at.ref("at", "address"), look_for=at.text("look_for"))


def _discussion(at: Cursor) -> Discussion:
    return Discussion(where=at.where("id"), id=at.string("id"), question=at.text("question"))


def _self_test(at: Cursor) -> SelfTest:
    return SelfTest(
        where=at.where("id"),
        id=at.string("id"),
        case=at.maybe_string("case"),
        question=at.text("question"),
        options=at.each("answers", _option),
        place=at.ref("place", "address"),
    )


def _option(at: Cursor) -> Option:
    return Option(text=at.text("text"), is_right=at.string("verdict") == "right", because=at.text("because"))


def _timetable(at: Cursor) -> Timetable:
    return Timetable(moments=at.each("timetable", _moment))


def _moment(at: Cursor) -> Moment:
    return Moment(minutes=at.whole("minutes") or 0, what=at.text("what"))
