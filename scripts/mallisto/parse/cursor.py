"""A place in a document that is being read: the one who turns raw values into typed ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from mallisto.model import Ref, Text, as_unlisted
from mallisto.reading.document import Document, Spot
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Location, Path

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


@dataclass(slots=True)
class Seen:
    """What a whole document mentions, gathered while it is read."""

    texts: list[tuple[Text, Location]] = field(default_factory=list)
    free_texts: list[tuple[str, Location]] = field(default_factory=list)
    dates: list[tuple[str, Location]] = field(default_factory=list)
    refs: list[tuple[str, Ref]] = field(default_factory=list)
    fact_ids: list[tuple[str, Location]] = field(default_factory=list)


@dataclass(slots=True)
class Cursor:
    """A place in a document that is being read. An absent field is None, or empty where there could be several."""

    file: str
    path: Path
    value: Any
    spot: Spot
    seen: Seen

    def has(self, key: str) -> bool:
        return key in self.value

    def raw(self, key: str) -> Any:
        return self.value.get(key)

    def at(self, key: str) -> Cursor:
        return Cursor(self.file, (*self.path, key), self.value.get(key, {}), self._spot(key), self.seen)

    def where(self, key: str = "") -> Location:
        """The place of this value, or of one of its fields; what is absent has the place of what is around it."""
        spot = self._spot(key) if key else self.spot
        return Location(self.file, spot.line, spot.column, (*self.path, key) if key else self.path)

    def _spot(self, step: str | int) -> Spot:
        around = self.spot
        return (around.inner and around.inner.get(step)) or Spot(around.line, around.column, 0, 0, None)

    def string(self, key: str) -> str:
        return str(self.raw(key))

    def maybe_string(self, key: str) -> str | None:
        value = self.raw(key)
        return None if value is None else str(value)

    def words(self, key: str) -> str:
        """What an author wrote freely, in whatever language."""
        said = self.string(key)
        self.seen.free_texts.append((said, self.where(key)))
        return said

    def maybe_words(self, key: str) -> str | None:
        return self.words(key) if self.has(key) else None

    def date(self, key: str) -> str:
        """A bare year is a whole number to YAML and a text to us."""
        value = self.string(key)
        self.seen.dates.append((value, self.where(key)))
        return value

    def maybe_date(self, key: str) -> str | None:
        return self.date(key) if self.has(key) else None

    def strings(self, key: str) -> tuple[str, ...]:
        return tuple(str(each) for each in self.raw(key) or ())

    def whole(self, key: str) -> int | None:
        value = self.raw(key)
        return None if value is None else int(value)

    def number(self, key: str) -> float | None:
        """A whole number, or one with decimals, which YAML as we read it takes for a text."""
        value = self.raw(key)
        if value is None:
            return None
        return float(value) if "." in str(value) else int(value)

    def text(self, key: str) -> Text:
        return self.at(key).as_text()

    def maybe_text(self, key: str) -> Text | None:
        return self.text(key) if self.has(key) else None

    def texts(self, key: str) -> tuple[Text, ...]:
        return tuple(each.as_text() for each in self.items(key))

    def as_text(self) -> Text:
        text = Text(*(self.maybe_words(language) for language in LANGUAGES))  # type: ignore[arg-type]
        self.seen.texts.append((text, self.where()))
        return text

    def ref(self, key: str, family: str) -> Ref:
        return self.at(key).as_ref(family)

    def maybe_ref(self, key: str, family: str) -> Ref | None:
        return self.ref(key, family) if self.has(key) else None

    def refs(self, key: str, family: str) -> tuple[Ref, ...]:
        return tuple(each.as_ref(family) for each in self.items(key))

    def all_words(self, key: str) -> tuple[str, ...]:
        return tuple(each.as_words() for each in self.items(key))

    def as_words(self) -> str:
        self.seen.free_texts.append((str(self.value), self.where()))
        return str(self.value)

    def as_ref(self, family: str) -> Ref:
        """A reference by id, or by the name of what the vocabulary lacks."""
        ref = Ref(as_unlisted(self.words("name")) if isinstance(self.value, dict) else str(self.value), self.where())
        self.seen.refs.append((family, ref))
        return ref

    def fact_id(self) -> str:
        """The id of something others may derive from."""
        value = self.string("id")
        self.seen.fact_ids.append((value, self.where("id")))
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        return kind(self.string(key))

    def maybe_choice(self, key: str, kind: type[E]) -> E | None:
        return self.choice(key, kind) if self.has(key) else None

    def items(self, key: str) -> Iterator[Cursor]:
        values = self.raw(key)
        if values:
            around = self.at(key)
            for index, value in enumerate(values):
                yield Cursor(self.file, (*around.path, index), value, around._spot(index), self.seen)

    def each(self, key: str, parse: Callable[[Cursor], T]) -> tuple[T, ...]:
        return tuple(parse(each) for each in self.items(key))

    def maybe(self, key: str, parse: Callable[[Cursor], T]) -> T | None:
        return parse(self.at(key)) if self.has(key) else None


def top_of(document: Document) -> Cursor:
    return Cursor(document.file, (), document.root, document.spot, Seen())
