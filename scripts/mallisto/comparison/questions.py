"""The questions put to every model, in reading order, from the table of fields."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.comparison.cells import Cell
from mallisto.fields.rows import Compared
from mallisto.fields.table import ROWS
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonQuestion:
    """A question: it bears the name of its field, whose gaps tell why there is no answer; without a field it has its own words.

    Of costs it is said whether they may be compared.
    """

    field: str
    line: Compared
    is_cost: bool = False

    @property
    def id(self) -> str:
        return self.line.id

    def title(self, language: Language) -> str:
        return language.title(self.field) if self.field else language.say(f"compare.row.{self.id}")

    def answer(self, asked: FieldReader) -> Cell:
        """What a model answers."""
        values = tuple(self.line.read(asked))
        return Cell(values=values) if values else Cell(missing=(*self.line.excuse(asked), *asked.missing(self.field)))


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions under one heading; `notes` are always said before the answers."""

    id: str
    notes: tuple[str, ...]
    questions: tuple[ComparisonQuestion, ...]


def _group(name: str, *notes: str) -> QuestionGroup:
    questions = (
        ComparisonQuestion(field="" if row.compared.has_own_words else row.field, line=row.compared, is_cost=row.compared.id == "kustannus")
        for row in ROWS
        if row.compared and row.compared.group == name
    )
    return QuestionGroup(name, notes, tuple(questions))


GROUPS = (
    _group("paatos"),
    _group("vaihe"),
    _group("tarkoitus"),
    _group("kohderyhma"),
    _group("paasy"),
    _group("polku"),
    _group("tekijat"),
    _group("valineet"),
    _group("raha", "funding"),
    _group("tulokset", "evidence", "results"),
    _group("odotukset", "expected"),
    _group("aukot"),
    _group("muutokset"),
    _group("yllapito"),
)
