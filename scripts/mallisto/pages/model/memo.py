"""The decision memo of a model: what decision makers need to know, with space for their own texts, figures and owners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.fields.decision_card import HIGHEST, DecisionCard, decision_card
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import review_sentence
from mallisto.model import Model, RoleInModel
from mallisto.pages.elements.facts import (
    AnswerView,
    FigureView,
    ProvenanceView,
    StatementView,
    answer_view,
    figure_views,
    provenance_view,
    short_mark,
    statement_views,
    told_by_editors,
)
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import checklist, cost_calculator, decision_part, sections, surroundings

LICENCE = "CC BY 4.0"

# The parts of the memo in order: anchor and title.
_SECTIONS = (
    ("ehdotus", "memo.proposal"),
    ("malli", "memo.brief"),
    ("sopivuus", "memo.fit"),
    ("roolit", "memo.roles"),
    ("kustannukset", "memo.costs"),
    ("riskit", "memo.risks"),
    ("tarkistuslista", "memo.checklist"),
    ("lahteet", "memo.sources"),
)

# The strings of the script by attribute name; the script fills the gaps.
_LABELS = {
    **{
        name: f"memo.{name}"
        for name in ("busy", "done", "failed", "file", "pages", "open", "na", "version", "kept", "loose", "full", "blocked")
    },
    "done-item": "memo.done_item",
    **{name: f"fit.{name}" for name in ("fits", "missing", "told", "unknown")},
    **{f"changed-{name}": f"memo.changed.{name}" for name in ("lead", "new", "gone", "text", "unnoted")},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """A role, when it is needed, and the staffing that the source reports."""

    id: str
    name: LocalizedText
    needed: str
    numbers: tuple[FigureView, ...]
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source in one line."""

    title: LocalizedText
    publisher: LocalizedText
    date: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedItem:
    """A checklist item with its text version, owner and provenance."""

    id: str
    version: str
    number: int
    text: LocalizedText
    owner: LocalizedText
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoView:
    """The memo."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    script: str
    attributes: Mapping[str, str]
    checklist_href: str
    finder_href: str
    facts: tuple[tuple[str, str | LocalizedText], ...]
    card: DecisionCard
    highest: int
    card_source: str
    summary: LocalizedText
    summarised: ProvenanceView
    idea: tuple[StatementView, ...]
    overview_href: str
    conditions: tuple[AnswerView, ...]
    staffing: tuple[FigureView, ...]
    roles: tuple[RoleRow, ...]
    roles_href: str
    prices: tuple[FigureView, ...]
    funding_title: str
    funding: tuple[FigureView, ...]
    price_notes: tuple[StatementView, ...]
    costs: cost_calculator.CostsView
    changes: tuple[surroundings.CurrencyView, ...]
    gaps: tuple[sections.GapView, ...]
    phases: tuple[tuple[str, tuple[OwnedItem, ...]], ...]
    sources: tuple[SourceLine, ...]
    made_from: str
    history: tuple[tuple[str, str, LocalizedText | str], ...]
    version_href: str
    history_href: str
    role_names: tuple[tuple[str, LocalizedText], ...]


def page(model: Model, context: PageContext) -> Page:
    """Return the decision memo of a model."""
    language = context.language
    shown = view(model, context)
    return Page(
        kind="memo",
        id=model.id,
        address=urls.model_page(model.id, urls.MEMO),
        title=language.say("memo.of", model=str(language.pick(model.title))),
        description=language.say("memo.description", model=str(shown.name)),
        head=render("elements/head", context, shown),
        chapter=render("model/memo", context, shown),
        contents=tuple(Anchor(anchor, language.say(key)) for anchor, key in _SECTIONS),
    )


def view(model: Model, context: PageContext) -> MemoView:
    language, version = context.language, model.edition
    say, history = language.say, context.model_href(model, urls.HISTORY)
    return MemoView(
        name=language.pick(model.name),
        title=say("memo.part"),
        parts=part_links(model, context, urls.MEMO),
        script=context.asset("assets/js/decision-memo.js"),
        attributes=_attributes(model, version, context),
        checklist_href=context.model_href(model, urls.CHECKLIST),
        finder_href=context.href(urls.FINDER),
        facts=(
            (say("memo.model"), language.pick(model.name)),
            (say("memo.version"), version),
            (language.title("upkeep.last_reviewed"), review_sentence(model.upkeep, language)),
        ),
        card=decision_card(FieldReader(model, context.catalog, language)),
        highest=HIGHEST,
        card_source=decision_part.card_source(model, context),
        summary=language.pick(model.summary),
        summarised=told_by_editors("summarised", context),
        idea=statement_views(model.how.idea, model, context),
        overview_href=context.model_href(model),
        conditions=_conditions(model, context),
        staffing=figure_views(model.people.staffing, model, context),
        roles=tuple(_role(each, model, context) for each in model.people.roles),
        roles_href=context.model_href(model, urls.ROLES) if urls.ROLES in urls.parts_of(model) else "",
        prices=figure_views(model.cost.figures, model, context),
        funding_title=language.title("basics.funding"),
        funding=figure_views(sections.funded(model), model, context),
        price_notes=statement_views(model.cost.notes, model, context),
        costs=cost_calculator.view(model, context),
        changes=surroundings.changes(model, context),
        gaps=sections.gaps(model, context),
        phases=_phases(model, context),
        sources=_sources(model, context),
        made_from=say("memo.made_from", licence=LICENCE),
        history=_history(model, context),
        version_href=f"{history}?versio={version}",
        history_href=history,
        role_names=tuple((each.id, language.pick(each.name)) for each in context.catalog.vocabulary.roles),
    )


def _attributes(model: Model, version: str, context: PageContext) -> Mapping[str, str]:
    """Return the data of the script: the model and the strings."""
    language = context.language
    words = {f"data-{name}": language.strings[key] for name, key in _LABELS.items()}
    title = language.say("memo.of", model=str(language.pick(model.title)))
    ways = {"data-verdicts": context.href(urls.fit(model.id)), "data-finder": context.href(urls.FINDER)}
    return {"data-model": model.id, "data-edition": version, "data-title": title, "data-locale": language.locale, **ways, **words}


def _conditions(model: Model, context: PageContext) -> tuple[AnswerView, ...]:
    entry = model.how.entry
    asked = (("how.entry.referral", entry.referral), ("how.entry.voluntary", entry.voluntary), ("for_whom.consent", model.for_whom.consent))
    return tuple(answer_view(field, answer, model, context) for field, answer in asked)


def _role(part: RoleInModel, model: Model, context: PageContext) -> RoleRow:
    language = context.language
    return RoleRow(
        id=part.role.to,
        name=language.pick(part.title) if part.title else context.role_name(part.role),
        needed=language.value("people.roles.needed", part.needed),
        numbers=figure_views(part.staffing, model, context),
        provenance=short_mark(provenance_view(part.provenance, model, context)),
    )


def _phases(model: Model, context: PageContext) -> tuple[tuple[str, tuple[OwnedItem, ...]], ...]:
    """Return the checklist as on its own page, with the same numbers."""
    return tuple(
        (
            phase.title,
            tuple(
                OwnedItem(
                    id=item.id,
                    version=item.version,
                    number=item.number,
                    text=item.text,
                    owner=item.owner,
                    provenance=short_mark(item.provenance),
                )
                for item in phase.items
            ),
        )
        for phase in checklist.view(model, context).phases
    )


def _sources(model: Model, context: PageContext) -> tuple[SourceLine, ...]:
    language = context.language
    return tuple(
        SourceLine(
            title=context.source_title(source),
            publisher=context.organisation_name(source.publisher),
            date=language.date(day) if (day := source.modified or source.published) else "",
            url=source.url,
        )
        for source in model.upkeep.sources
    )


def _history(model: Model, context: PageContext) -> tuple[tuple[str, str, LocalizedText | str], ...]:
    """Return the edits, the newest first: date for the script, date for readers, and text."""
    language = context.language
    edits = sorted(model.upkeep.changes, key=lambda each: each.date, reverse=True)
    added = ("", language.date(model.upkeep.added), language.say("news.added"))
    return (*((each.date, language.date(each.date), language.pick(each.text)) for each in edits), added)
