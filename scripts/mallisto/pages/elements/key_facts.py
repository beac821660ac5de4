"""A model's basic facts, and the short rows of them that slides show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from mallisto.fields.rows import KeyFact
from mallisto.fields.table import ROWS
from mallisto.fields.values import FieldReader, FieldValue
from mallisto.i18n import evidence_text
from mallisto.i18n.language import LocalizedText
from mallisto.model import Modality, Model
from mallisto.pages.elements.connected_text import said
from mallisto.pages.elements.facts import ProvenanceView, editors_view, provenance_view, short_mark, told_by_editors, unless_described
from mallisto.pages.elements.page_context import PageContext

# Rows of the panel that the decision part of the overview shows, or another heading.
_ELSEWHERE = frozenset(
    {
        "status.lifecycle",
        "cost.figures",
        "how.entry.referral",
        "for_whom.consent",
        "for_whom.size",
        "people.roles",
        "tools",
        "upkeep.last_reviewed",
    }
)

# So many target groups fit the first screen of a phone; all of them stand further down.
MOST_GROUPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FactValue:
    """One value of a fact with how it is known; `more` explains it in small type, `said` is the word of a plan or a wish.

    `anchor` is there where others may link to it.
    """

    text: LocalizedText | str
    provenance: ProvenanceView | None = None
    more: tuple[LocalizedText | str, ...] = ()
    href: str | None = None
    anchor: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Values that are known in the same way from the same place, and so share a mark."""

    values: tuple[FactValue, ...]
    provenance: ProvenanceView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A question and its values."""

    title: str
    values: tuple[FactValue, ...]
    is_known: bool

    @property
    def runs(self) -> tuple[Run, ...]:
        """The values by how they are known, in the order in which each mark first comes."""
        by_mark: dict[ProvenanceView | None, list[FactValue]] = {}
        for each in self.values:
            by_mark.setdefault(each.provenance, []).append(each)
        return tuple(Run(values=tuple(values), provenance=mark) for mark, values in by_mark.items())


def key_rows(model: Model, context: PageContext) -> tuple[FactRow, ...]:
    """What a reader asks first: for whom, where and when, does it run, what came of it and who says so, what it cost."""
    found = rows_by_field(model, context)
    then, funding = found["basics.place"][0], found["basics.funding"][0]
    # Of money: the sums, and who funds where no sum is told.
    in_short = replace(funding, values=tuple(each for each in funding.values if each.anchor or not funding.is_known))
    return (
        _short(_first_groups(found)),
        _short(then),
        _short(found["basics.period"][0]),
        _short(found["status.lifecycle"][0]),
        _came_of_it(model, context),
        _short(found["cost.figures"][0] if model.cost.figures else in_short),
    )


def rows(model: Model, context: PageContext) -> tuple[FactRow, ...]:
    """The basic facts that somebody has told and the decision card does not show in full, in reading order."""
    found = rows_by_field(model, context)
    told = chain.from_iterable(of_field for field, of_field in found.items() if field not in _ELSEWHERE)
    return tuple(row for row in told if row.is_known)


def rows_by_field(model: Model, context: PageContext) -> Mapping[str, tuple[FactRow, ...]]:
    """The rows of the facts panel by the names of their fields, in the order of the table of fields."""
    asked = FieldReader(model, context.catalog, context.language)
    found: dict[str, tuple[FactRow, ...]] = {}
    for each in ROWS:
        row = _row(each.field, each.key_fact, asked, context) if each.key_fact else None
        if row:
            found[each.field] = (*found.get(each.field, ()), row)
    return found


def _row(field: str, fact: KeyFact, asked: FieldReader, context: PageContext) -> FactRow | None:
    """A field's row; nothing where an optional one has no value."""
    language = context.language
    values = tuple(_value(each, fact, asked.model, context) for each in fact.read(asked))
    if not values and fact.is_optional:
        return None
    title = fact.title(language) if fact.title else language.title(field)
    if values:
        return FactRow(title=title, values=values, is_known=True)
    why = tuple(each.text for each in fact.excuse(asked))
    return FactRow(title=title, values=(FactValue(text=language.say("unknown"), more=why),), is_known=False)


def _value(value: FieldValue, fact: KeyFact, model: Model, context: PageContext) -> FactValue:
    mark = provenance_view(value.provenance, model, context) if value.provenance else editors_view(value.known)
    href = context.href(value.address) if value.address else None
    told = short_mark(mark) if fact.has_short_mark else mark
    word = said(mark.kind, Modality.DESCRIBED, context)
    return FactValue(text=value.text, more=value.more, provenance=told, href=href, anchor=value.own_anchor, said=word)


def _first_groups(found: Mapping[str, tuple[FactRow, ...]]) -> FactRow:
    row = found["classification.target_groups"][0]
    return replace(row, values=row.values[:MOST_GROUPS])


def _short(row: FactRow) -> FactRow:
    """A row without its explanations, which stand further down, and with a mark where the source does not describe it so."""
    return replace(
        row, values=tuple(replace(each, more=(), provenance=each.provenance and unless_described(each.provenance)) for each in row.values)
    )


def _came_of_it(model: Model, context: PageContext) -> FactRow:
    """The grade of the evidence by the editors' reading, and who has evaluated the results; never how many statements there are."""
    language, results = context.language, model.results
    title = language.say("key.results")
    if model.evidence is None:
        return FactRow(title=title, values=(FactValue(text=language.say("unknown")),), is_known=False)
    said = evidence_text.evaluation_sentence(results, language)
    mark = told_by_editors("classified", context)
    value = FactValue(text=evidence_text.grade(results, language), more=(said,) if said else (), href="#tulokset", provenance=mark)
    return FactRow(title=title, values=(value,), is_known=True)
