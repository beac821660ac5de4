"""The first part of a model's page, which a decider reads: how it works, what came of it, whom to agree with, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.fields.panel import PARTS
from mallisto.i18n import evidence_text
from mallisto.i18n.language import LocalizedText, capital
from mallisto.model import ConsistencyNote, Evidence, Gap, Modality, Model, Participant, Ref, Statement, totals
from mallisto.pages.elements.chart import Bar, chart, has_bars
from mallisto.pages.elements.connected_text import ConnectedTextView, SourceLineView, connected_text, said, source_line
from mallisto.pages.elements.facts import provenance_view
from mallisto.pages.elements.page_context import PageContext

# So many words of a text belong to the decision part; what is left stands under the full headings.
MOST_WORDS_OF_HOW, MOST_WORDS_OF_RESULTS = 60, 70
MOST_UNKNOWNS, MOST_PARTIES, MOST_CAUTIONS = 5, 2, 1

# What a decider misses most, the first first: the longest beginning of a gap's field tells its question.
_ASKED = (
    "results",
    "status",
    "cost",
    "people",
    "for_whom.consent",
    "how.entry",
    "for_whom.size",
    "conditions",
    "for_whom",
    "pathway",
    "basics.funding",
    "tools",
    "how",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionView:
    """What is to be known before figures are read; `anchor` is that of the note, where it is one of the model's own."""

    text: LocalizedText | str
    anchor: str = ""
    kind: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameOfItView:
    """What is reported, after the cautions, and how far it can be trusted. `bars` are the totals, on one scale."""

    cautions: tuple[CautionView, ...]
    bars: tuple[Bar, ...]
    bars_source: SourceLineView | None
    claims: ConnectedTextView | None
    trust: tuple[tuple[str, LocalizedText | str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPartView:
    """An organisation of today, with the name it had; `said` is the word of a part that was only planned or wished."""

    name: LocalizedText | str
    kind: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """The organisations that have one part in the model; `rest` says how many others there are."""

    part: str
    names: tuple[TakingPartView, ...]
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownView:
    """A gap as a question; one of a field without a question of its own has none."""

    anchor: str
    question: str
    text: LocalizedText


def first_statements(statements: Iterable[Statement], most: int) -> tuple[Statement, ...]:
    """Return the first statements up to a number of words; the first one in any case."""
    taken: list[Statement] = []
    words = 0
    for each in statements:
        words += len(each.text.fi.split())
        if taken and words > most:
            break
        taken.append(each)
    return tuple(taken)


def how_it_works(model: Model) -> tuple[tuple[Statement, ...], ...]:
    """Return the statements that tell how the model works, paragraph by paragraph: idea, ways in, components, methods."""
    how, left = model.how, MOST_WORDS_OF_HOW
    paragraphs: list[tuple[Statement, ...]] = []
    for field in (how.idea, how.entry.routes, how.components, how.methods):
        taken = first_statements(field, left)
        used = sum(len(each.text.fi.split()) for each in taken)
        if taken and (not paragraphs or used <= left):
            paragraphs.append(taken)
            left -= used
    return tuple(paragraphs)


def reported(model: Model) -> tuple[Statement, ...]:
    """Return the results that the decision part tells in words; where it draws figures, the words stand under the full headings."""
    return () if has_bars(model.results.figures) else first_statements(model.results.claims, MOST_WORDS_OF_RESULTS)


def cautions(model: Model) -> tuple[ConsistencyNote, ...]:
    """Return the notes that stand before the totals."""
    return model.results.notes_on_all(totals(model.results.figures))[:MOST_CAUTIONS]


def card_source(model: Model, context: PageContext) -> str:
    """Return what the decision card rests on: the publisher and day of every source, and what the editors have added."""
    language = context.language
    days = ((context.organisation_name(each.publisher), each.modified or each.published) for each in model.upkeep.sources)
    named = dict.fromkeys(f"{publisher}{f' {language.date(day)}' if day else ''}" for publisher, day in days)
    return language.say("decision.source", sources="; ".join(named))


def came_of_it(model: Model, context: PageContext) -> CameOfItView:
    language, results = context.language, model.results
    notes = tuple(_caution(each, model, context) for each in cautions(model))
    drawn = chart(results.figures, model, context)
    bars = tuple(each.total for each in drawn.groups) if drawn else ()
    marks = [provenance_view(each.provenance, model, context) for each in totals(results.figures)] if bars else []
    if model.evidence is Evidence.NONE:
        notes = (CautionView(text=language.say("results.none")),)
    elif model.evidence is None:
        notes = (CautionView(text=language.say("overview.no_claims")),)
    elif drawn:
        notes = (CautionView(text=drawn.unit), *notes)
    return CameOfItView(
        cautions=notes,
        bars=bars,
        bars_source=source_line(marks, marks[0].kind) if marks and not any(each.provenance for each in bars) else None,
        claims=connected_text(reported(model), model, context),
        trust=tuple(_trust(model, context)),
    )


def _caution(note: ConsistencyNote, model: Model, context: PageContext) -> CautionView:
    kind = provenance_view(note.provenance, model, context).kind
    said_so = said(kind, Modality.DESCRIBED, context)
    return CautionView(text=context.language.pick(note.text), anchor=urls.fact(note.id), kind=kind, said=said_so)


def _trust(model: Model, context: PageContext) -> Iterator[tuple[str, LocalizedText | str]]:
    """Yield who tells of the results and who has evaluated them."""
    language, results = context.language, model.results
    if model.evidence in (None, Evidence.NONE):
        return
    tellers = dict.fromkeys(each.provenance.reported_by.to for each in results.claims if each.provenance.reported_by)
    names = [
        str(language.pick(context.catalog.organisation_by_id[each].name)) for each in tellers if each in context.catalog.organisation_by_id
    ]
    if names:
        yield language.say("overview.who_tells"), ", ".join(names)
    yield language.say("overview.evaluated"), evidence_text.evaluation_sentence(results, language)


def parties(model: Model, context: PageContext) -> tuple[PartView, ...]:
    """Return the organisations by their parts, those of today with the names they had."""
    found: dict[str, dict[str, TakingPartView]] = {part: {} for part in PARTS if part != "funder"}
    for each in model.basics.organisations:
        found.get(each.part, {}).setdefault(each.organisation.to, _organisation(each, model, context))
    return tuple(_party(part, tuple(names.values()), context) for part, names in found.items() if names)


def _organisation(each: Participant, model: Model, context: PageContext) -> TakingPartView:
    kind = provenance_view(each.provenance, model, context).kind
    return TakingPartView(name=_today(each.organisation, context), kind=kind, said=said(kind, Modality.DESCRIBED, context))


def _party(part: str, names: tuple[TakingPartView, ...], context: PageContext) -> PartView:
    shown = names if len(names) <= MOST_PARTIES + 1 else names[:MOST_PARTIES]
    return PartView(
        part=capital(context.language.value("basics.organisations.part", part)),
        names=shown,
        rest=context.language.say("compare.more", count=len(names) - len(shown)) if len(shown) < len(names) else "",
    )


def _today(organisation: Ref, context: PageContext) -> LocalizedText | str:
    then, now = context.organisation_name(organisation), context.today_of(context.catalog.organisation(organisation))
    return context.language.say("overview.formerly", now=", ".join(map(str, now)), then=then) if now else then


def unknowns(model: Model, context: PageContext) -> tuple[UnknownView, ...]:
    """Return the gaps that matter most, one for each question, then others up to the limit."""
    ranked = sorted(model.gaps, key=_rank)
    first: dict[str, Gap] = {}
    for each in ranked:
        first.setdefault(_question(each) or each.id, each)
    chosen = [*first.values(), *(each for each in ranked if each not in first.values())][:MOST_UNKNOWNS]
    return tuple(_unknown(each, context) for each in chosen)


def _unknown(gap: Gap, context: PageContext) -> UnknownView:
    key, say = _question(gap), context.language.say
    return UnknownView(anchor=urls.fact(gap.id), question=say(f"gap.ask.{key}") if key else "", text=context.language.pick(gap.text))


def _rank(gap: Gap) -> int:
    key = _question(gap)
    return _ASKED.index(key) if key else len(_ASKED)


def _question(gap: Gap) -> str:
    """The key of the question that a gap leaves open."""
    return max((each for each in _ASKED if f"{gap.field.to}.".startswith(f"{each}.")), key=len, default="")
