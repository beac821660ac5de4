"""Statements, figures and answers with their provenance, ready to render."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby

from mallisto.addresses import urls
from mallisto.catalog.provenance_label import ProvenanceLabel, by_editors, provenance_label
from mallisto.i18n import figure_text
from mallisto.i18n.language import LocalizedText
from mallisto.model import Answer, Certainty, Figure, Modality, Model, Provenance, Statement
from mallisto.pages.elements.page_context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceView:
    """A provenance label: `kind` selects the style, `words` is the text; `by` is who reported it; `href` links to the source."""

    kind: str
    words: str
    by: LocalizedText | None
    href: str | None
    place: LocalizedText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement with its provenance.

    If the next statement of the list has the same provenance, `is_joined` is true: the last of them shows it for all, and
    `told_of` says for how many.
    """

    anchor: str
    text: LocalizedText
    provenance: ProvenanceView
    site: LocalizedText | None
    note: LocalizedText | None
    is_joined: bool = False
    told_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure with its amount in words; `part_of` names the total it belongs to and how certain that is."""

    anchor: str
    label: LocalizedText
    amount: str
    population: LocalizedText | None
    as_of: str
    part_of: LocalizedText | None
    certainty: str
    is_doubtful: bool
    is_part: bool
    includes: tuple[LocalizedText, ...]
    excludes: tuple[LocalizedText, ...]
    price_year: str
    site: LocalizedText | None
    note: LocalizedText | None
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """A closed question: its name, its answer in a word, and details. `published` is a name and an address, where there is one."""

    question: str
    value: str
    is_known: bool
    text: LocalizedText | None
    provenance: ProvenanceView
    date: str = ""
    published: tuple[LocalizedText, str] | None = None


def provenance_view(provenance: Provenance, model: Model, context: PageContext) -> ProvenanceView:
    """Return the provenance label with a link to the source."""
    mark = provenance_label(provenance, model, context.catalog, context.language)
    if mark.kind == "external" and provenance.reference:
        url = provenance.reference.url
        href = context.language.pick(url).text if url else None
    else:
        href = context.source_href(model, provenance.source, provenance.heading) if provenance.source and provenance.modality else None
    return ProvenanceView(kind=mark.kind, words=mark.words, by=mark.by, href=href, place=mark.place)


def told_by_editors(deed: str, context: PageContext) -> ProvenanceView:
    """The mark of what the editors concluded, classified, counted or wrote themselves."""
    return editors_view(by_editors(deed, context.language))


def editors_view(mark: ProvenanceLabel) -> ProvenanceView:
    """A mark of the editors, which leads nowhere."""
    return ProvenanceView(kind=mark.kind, words=mark.words, by=None, href=None, place=None)


def short_mark(mark: ProvenanceView) -> ProvenanceView:
    """Return the label without its reporter and place, for where there is little room."""
    return replace(mark, by=None, href=None, place=None)


def unless_described(mark: ProvenanceView) -> ProvenanceView | None:
    """Return a short label, or None for what the source describes; the page says that this is the default."""
    return None if mark.kind == Modality.DESCRIBED else short_mark(mark)


def statement_views(statements: Iterable[Statement], model: Model, context: PageContext) -> tuple[StatementView, ...]:
    views = (_statement_view(each, model, context) for each in statements)
    return tuple(chain.from_iterable(_joined(tuple(run), context) for _, run in groupby(views, key=lambda each: each.provenance)))


def _joined(run: tuple[StatementView, ...], context: PageContext) -> Iterator[StatementView]:
    """Yield a run of statements with the same provenance; the last one shows it."""
    *others, last = run
    yield from (replace(each, is_joined=True) for each in others)
    yield replace(last, told_of=context.language.say("told.of", count=len(run))) if others else last


def _statement_view(statement: Statement, model: Model, context: PageContext) -> StatementView:
    pick = context.language.pick
    return StatementView(
        anchor=urls.fact(statement.id),
        text=pick(statement.text),
        provenance=provenance_view(statement.provenance, model, context),
        site=context.organisation_name(statement.site) if statement.site else None,
        note=pick(statement.note) if statement.note else None,
    )


def figure_views(figures: Iterable[Figure], model: Model, context: PageContext) -> tuple[FigureView, ...]:
    """Return the figures, every total followed by its parts."""
    return tuple(_figure_view(each, model, context) for each in _totals_first(tuple(figures)))


def _totals_first(figures: tuple[Figure, ...]) -> list[Figure]:
    here = {each.id for each in figures}
    ordered: list[Figure] = []

    def take(figure: Figure) -> None:
        ordered.append(figure)
        for part in figures:
            if part.group and part.group.to == figure.id and part not in ordered:
                take(part)

    for figure in figures:
        if not figure.group or figure.group.to not in here:
            take(figure)
    return ordered + [each for each in figures if each not in ordered]


def _figure_view(figure: Figure, model: Model, context: PageContext) -> FigureView:
    language = context.language
    total = model.figure_by_id.get(figure.group.to) if figure.group else None
    certainty = figure.group_certainty or Certainty.CERTAIN
    return FigureView(
        anchor=urls.fact(figure.id),
        label=language.pick(figure.label),
        amount=amount(figure, context),
        population=language.pick(figure.population) if figure.population else None,
        as_of=language.date(figure.as_of) if figure.as_of else "",
        part_of=language.pick(total.label) if total else None,
        certainty=language.say(f"certainty.{certainty}") if total else "",
        is_doubtful=total is not None and certainty is not Certainty.CERTAIN,
        is_part=total is not None,
        includes=language.pick_all(figure.includes),
        excludes=language.pick_all(figure.excludes),
        price_year=str(figure.price_year or ""),
        site=context.organisation_name(figure.site) if figure.site else None,
        note=language.pick(figure.note) if figure.note else None,
        provenance=provenance_view(figure.provenance, model, context),
    )


def amount(figure: Figure, context: PageContext) -> str:
    """Return a figure in words."""
    return figure_text.amount(figure, context.language)


def answer_view(field: str, answer: Answer | None, model: Model, context: PageContext) -> AnswerView:
    """Return the answer to a field's question; ”ei tiedossa” if there is none."""
    language = context.language
    if answer is None:
        unknown = ProvenanceView(kind="editorial", words="", by=None, href=None, place=None)
        return AnswerView(question=language.title(field), value=language.say("unknown"), is_known=False, text=None, provenance=unknown)
    return AnswerView(
        question=language.title(field),
        value=language.value(f"{field}.value", answer.value),
        is_known=answer.value != "unknown",
        text=language.pick(answer.text) if answer.text else None,
        provenance=provenance_view(answer.provenance, model, context),
    )


_EXCERPT = 70


def excerpt(fact_id: str, model: Model, context: PageContext) -> LocalizedText:
    """Return the beginning of a fact's text, for a link to it."""
    fact = model.fact_by_id.get(fact_id)
    spoken = context.language.pick(fact.words) if fact and fact.words else LocalizedText(fact_id)
    if len(spoken.text) <= _EXCERPT:
        return spoken
    return LocalizedText(spoken.text[:_EXCERPT].rsplit(" ", 1)[0].rstrip(" ,.;:–") + " …", spoken.language)
