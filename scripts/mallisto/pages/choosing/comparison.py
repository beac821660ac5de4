"""The comparison page: the questions as lines, the models as columns, and a column alone for a page that does not hold it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.catalog.provenance_label import ProvenanceLabel
from mallisto.comparison import GROUPS, VERDICTS, ComparisonQuestion, QuestionGroup, grounds, shares, verdict
from mallisto.fields.decision_card import HIGHEST, DecisionCard, EvidenceGrade, decision_card
from mallisto.fields.decision_rows import DecisionRow
from mallisto.fields.values import FieldReader, FieldValue
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model
from mallisto.pages.choosing.relations import RelationsView, relations
from mallisto.pages.elements.level_mark import level_mark
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.render import render

# So many models are compared at once.
LEAST, MOST = 2, 5
# So many columns the page itself holds; the columns of more models are fetched when they are chosen.
MOST_ON_PAGE = 15
# So much of an answer is seen at once; the rest unfolds.
MOST_LETTERS = 220
# So many models are found at a glance; beyond that a field narrows them.
FEW = 12

# What the script says, by the name of the attribute it takes the words from.
_LABELS = ("all", "none", "few", "many", "chosen", "strange", "hidden.none", "hidden.one", "hidden.other", "busy", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellValueView:
    text: LocalizedText | str
    more: tuple[LocalizedText | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellValuesView:
    """Values that are known in the same way, with the mark that says so and leads to the first of them."""

    values: tuple[CellValueView, ...]
    known: ProvenanceLabel
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What a model answers: values seen at once and values to unfold, or what is said of their absence.

    `decided` is a row of the decision card, which is shown as on the model's page, and `grade` the evidence in it.
    """

    row: str
    model: str
    name: LocalizedText
    grounds: Mapping[str, str]
    shown: tuple[CellValuesView, ...]
    folded: tuple[CellValuesView, ...]
    folded_words: str
    missing: tuple[CellValuesView, ...]
    decided: DecisionRow | None = None
    grade: EvidenceGrade | None = None
    highest: int = HIGHEST


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonColumnView:
    """A model: its head and its cells in the order of the lines."""

    id: str
    name: LocalizedText
    href: str
    level: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    id: str
    title: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupNoteView:
    """What is said before the answers of a group; `verdict` names what must be so of the costs for it to be said."""

    words: str
    verdict: str = ""
    is_said: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    anchor: str
    title: str
    notes: tuple[GroupNoteView, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """A model that can be chosen; `was` are its former ids; `column` is where its answers are when the page does not hold them."""

    id: str
    was: str
    name: LocalizedText
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """The page's slot, finished."""

    style: str
    script: str
    no_script: str
    csv: str
    csv_name: str
    labels: Mapping[str, str]
    choices: tuple[ChoiceView, ...]
    has_filter: bool
    columns: tuple[ComparisonColumnView, ...]
    across: int
    groups: tuple[GroupView, ...]
    relations: RelationsView


def comparison(context: PageContext) -> Markup:
    """The picker, the table with the models that the page holds, and how the models are related."""
    heads = context.catalog.heads
    columns = tuple(context.contributed(COLUMN).values()) if len(heads) <= MOST_ON_PAGE else ()
    view = ComparisonView(
        style=context.asset("assets/css/comparison.css"),
        script=context.asset("assets/js/comparison.js"),
        no_script=context.language.say("compare.no_script" if columns else "compare.no_script_many"),
        csv=f"vertailu.{context.language.code}.csv",
        csv_name=context.language.say("compare.csv_name"),
        labels=_labels(context.language),
        choices=tuple(
            ChoiceView(
                id=head.id,
                was=" ".join(context.catalog.addresses.old_ids_of(head)),
                name=context.language.pick(head.title),
                column=context.href(urls.column(head.id)),
            )
            for head in heads
        ),
        has_filter=len(heads) > FEW,
        columns=columns,
        across=len(columns) + 1,
        groups=tuple(_groups(columns, context)),
        relations=relations(context),
    )
    return render("choosing/comparison", context, view)


def column_file(model: Model, catalog: Catalog, language: Language) -> OutputFile:
    """What a model answers in one language, as the page shows it."""
    context = PageContext.for_address(catalog, language, urls.COMPARISON)
    content = json.dumps({"column": render("choosing/comparison-column", context, _column(model, context))}, ensure_ascii=False)
    return OutputFile(f"{language.prefix}{urls.column(model.id)}", content.encode())


def _labels(language: Language) -> Mapping[str, str]:
    labels = {f"data-{name.replace('.', '-')}": language.strings[f"compare.say.{name}"] for name in _LABELS}
    return {**labels, "data-most": str(MOST), "data-least": str(LEAST), "data-and": language.say("compare.and")}


def _groups(columns: tuple[ComparisonColumnView, ...], context: PageContext) -> Iterator[GroupView]:
    cells = {(cell.row, column.id): cell for column in columns for cell in column.cells}
    for group in GROUPS:
        rows = tuple(
            RowView(
                id=question.id,
                title=question.title(context.language),
                cells=tuple(cells[question.id, column.id] for column in columns),
            )
            for question in group.questions
        )
        yield GroupView(
            anchor=f"aihe-{group.id}",
            title=context.language.say(f"compare.group.{group.id}"),
            notes=tuple(_notes(group, rows, context)),
            rows=rows,
        )


def _notes(group: QuestionGroup, rows: tuple[RowView, ...], context: PageContext) -> Iterator[GroupNoteView]:
    say = context.language.say
    for question, row in zip(group.questions, rows, strict=True):
        found = verdict(cell.grounds for cell in row.cells)
        for each in VERDICTS if question.is_cost else ():
            yield GroupNoteView(words=say(f"compare.cost.{each}"), verdict=each, is_said=each in found)
    for key in group.notes:
        yield GroupNoteView(words=say(f"compare.note.{key}"))


def _column(model: Model, context: PageContext) -> ComparisonColumnView:
    asked = FieldReader(model, context.catalog, context.language)
    card = decision_card(asked)
    cells = tuple(_cell(question, asked, card, context) for group in GROUPS for question in group.questions)
    name, href = context.model_link(model)
    return ComparisonColumnView(id=model.id, name=name, href=href, level=level_mark(model, context.language), cells=cells)


def _cell(question: ComparisonQuestion, asked: FieldReader, card: DecisionCard, context: PageContext) -> CellView:
    model, answer = asked.model, question.answer(asked)
    decided = next((row for row in card.rows if f"paatos-{row.id}" == question.id), None)
    seen = len(answer.values) if decided else _seen_at_once(answer.values)
    return CellView(
        row=question.id,
        model=model.id,
        name=context.language.pick(model.title),
        grounds=grounds(model) if question.is_cost else {},
        shown=tuple(_shares(answer.values[:seen], model, context)),
        folded=tuple(_shares(answer.values[seen:], model, context)),
        folded_words=context.language.say("compare.more", count=len(answer.values) - seen),
        missing=tuple(_shares(answer.missing, model, context)),
        decided=decided,
        grade=card.grade if decided is card.evidence else None,
    )


def _seen_at_once(values: tuple[FieldValue, ...]) -> int:
    """How many values are seen before one unfolds the rest: one at least, and all where only one would be left."""
    seen = max(1, sum(length <= MOST_LETTERS for length in accumulate(len(each.words) for each in values)))
    return seen if len(values) - seen > 1 else len(values)


def _shares(values: tuple[FieldValue, ...], model: Model, context: PageContext) -> Iterator[CellValuesView]:
    for known, found in shares(values):
        yield CellValuesView(
            values=tuple(CellValueView(text=each.text, more=each.more) for each in found),
            known=known,
            href=context.model_href(model, found[0].part, found[0].anchor),
        )


COLUMN: Channel[ComparisonColumnView] = page_channel("comparison", ComparisonColumnView, urls.COMPARISON, _column)
