"""What a model refers to by its name because the vocabularies lack it: an entry with nothing but that name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from mallisto.model import Area, Concept, Organisation, Role, Text, unlisted_name
from mallisto.reading.problems import Location

_NOWHERE = Location("")


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_Identified)


class EntriesById(dict[str, Entry]):
    """The entries of a vocabulary by their ids; of a name that stands for an id an entry is made, which is in no list and has no page."""

    def __init__(self, entries: Iterable[Entry], make: Callable[[str, Text], Entry]) -> None:
        super().__init__((entry.id, entry) for entry in entries)
        self._make = make

    def __missing__(self, key: str) -> Entry:
        name = unlisted_name(key)
        if not name:
            raise KeyError(key)
        return self._make(key, Text(name))


def role(key: str, name: Text) -> Role:
    """A role of which nothing but the name is known."""
    return Role(
        where=_NOWHERE,
        id=key,
        name=name,
        plural=None,
        other_names=(),
        kind="function",
        sectors=(),
        description=name,
        term=None,
        broader=None,
        may_be_held_by=(),
        verified=None,
    )


def organisation(key: str, name: Text) -> Organisation:
    """An organisation of which nothing but the name is known; its kind is empty."""
    return Organisation(
        where=_NOWHERE,
        id=key,
        name=name,
        short_name=None,
        kind="",
        description=None,
        part_of=None,
        valid_from=None,
        valid_until=None,
        replaced_by=(),
        counties=(),
        municipality=None,
        url=None,
        note=None,
        references=(),
        verified=None,
    )


def concept(key: str, name: Text) -> Concept:
    """A topic, target group or life situation of which nothing but the name is known."""
    return Concept(where=_NOWHERE, id=key, name=name, broader=None, yso=None, ptvl=None, note=None, verified=None)


def area(key: str, name: Text) -> Area:
    """A municipality of which nothing but the name is known."""
    return Area(where=_NOWHERE, id=key, name=name, county=None)
