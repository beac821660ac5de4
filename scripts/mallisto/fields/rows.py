"""What a row of the table of fields says: how a field is read, and where it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from mallisto.fields import readers
from mallisto.fields.values import FieldReader, FieldValue
from mallisto.i18n.language import Language
from mallisto.model import Answer, Model, Statement

Reader = Callable[[FieldReader], Iterable[FieldValue]]

# The pages that show a field in full, other than by this table: their sections are written in pages/model and pages/pathway.
OVERVIEW, PATHWAY, ROLES, CHECKLIST, SOURCES = "overview", "pathway", "roles", "checklist", "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFact:
    """A row of the facts panel. It bears the field's name unless it has a `title`; `excuse` explains why there is no value.

    An optional row is left out where nothing is told; `has_short_mark` leaves out who says so and where.
    """

    read: Reader
    title: Callable[[Language], str] | None = None
    excuse: Reader = lambda _: ()
    is_optional: bool = False
    has_short_mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A line of the comparison, in a group. It bears the field's name, and the field's gaps tell why there is no answer.

    One with words of its own does neither; `excuse` tells more about a missing answer.
    """

    group: str
    id: str
    read: Reader
    excuse: Reader = lambda _: ()
    has_own_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field by its name in the schema, and where it shows; a field may have several rows.

    `is_told` says whether a model tells of it, for fields whose absence is reported as incompleteness; `page` shows it in full.
    """

    field: str
    key_fact: KeyFact | None = None
    compared: Compared | None = None
    is_told: Callable[[Model], object] | None = None
    page: str = ""


def statements(field: str, group: str, line: str, *, page: str = OVERVIEW, is_asked: bool = False) -> Row:
    """A list of statements that the comparison shows as it is."""
    of: Callable[[Model], tuple[Statement, ...]] = attrgetter(field)
    read = Compared(group=group, id=line, read=lambda asked: asked.statements(of(asked.model)))
    return Row(field=field, compared=read, is_told=of if is_asked else None, page=page)


def answer_row(field: str, line: str, *, is_key_fact: bool) -> Row:
    """A closed question about getting in; what is said of its being unknown explains a missing answer."""
    of: Callable[[Model], Answer | None] = attrgetter(field)

    def read(asked: FieldReader) -> Iterable[FieldValue]:
        return asked.closed(field, of(asked.model))

    def is_told(model: Model) -> bool:
        answer = of(model)
        return answer is not None and answer.value != "unknown"

    return Row(
        field=field,
        key_fact=KeyFact(read=read) if is_key_fact else None,
        compared=Compared(group="paasy", id=line, read=read, excuse=lambda asked: readers.unanswered(of(asked.model), asked)),
        is_told=is_told if is_key_fact else None,
        page=OVERVIEW,
    )
