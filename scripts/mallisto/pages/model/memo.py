"""The decision memo of a model: a board paper with its facts, and space for the municipality's own texts, figures and owners."""

from __future__ import annotations

from collections.abc import Mapping

from mallisto.addresses import data_urls, urls
from mallisto.fields.decision_card import HIGHEST, decision_card
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model, RoleInModel
from mallisto.pages.elements.agreements import agreements
from mallisto.pages.elements.facts import (
    AnswerView,
    answer_view,
    figure_views,
    provenance_view,
    short_mark,
    statement_views,
    told_by_editors,
)
from mallisto.pages.elements.model_nav import part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import checklist, cost_calculator, decision_part, sections, surroundings
from mallisto.pages.model.memo_views import MemoView, OwnedItem, OwnText, RoleRow, SourceLine

# The parts of the memo in the order of a Finnish board paper: anchor and title.
_SECTIONS = (
    ("asia", "memo.matter"),
    ("vaihtoehdot", "memo.options"),
    ("vaikutukset", "memo.effects"),
    ("toimivalta", "memo.powers"),
    ("ehdotus", "memo.proposal"),
    ("toimeenpano", "memo.execution"),
    ("lahteet", "memo.sources"),
)

# The fields for own words, by name: height in lines. What a field begins with is the string `memo.start.<name>`, if there is one.
_TEXTS = {
    "asia": 3,
    "vaihtoehto-malli": 3,
    "vaihtoehto-muu": 3,
    "vaihtoehto-nykytila": 3,
    "sopivuus": 3,
    "asiakkaat": 3,
    "talous": 3,
    "henkilosto": 3,
    "riskit": 3,
    "toimivalta": 3,
    "ehdotus": 5,
    "toimeenpano": 2,
}

# The strings of the script by attribute name; the script fills the gaps.
_LABELS = {
    **{
        name: f"memo.{name}"
        for name in (
            *("busy", "done", "failed", "file", "pages", "open", "na", "version"),
            *("kept", "draft", "started", "dropped", "undone", "full", "blocked"),
        )
    },
    "done-item": "memo.done_item",
    **{name: f"fit.{name}" for name in ("fits", "missing", "told", "unknown")},
    **{f"changed-{name}": f"memo.changed.{name}" for name in ("lead", "new", "gone", "text", "unnoted")},
}


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
    language, say, history = context.language, context.language.say, context.model_href(model, urls.HISTORY)
    return MemoView(
        name=language.pick(model.name),
        model=language.pick(model.title),
        title=say("memo.part"),
        parts=part_links(model, context, urls.MEMO),
        script=context.asset("assets/js/decision-memo.js"),
        attributes=_attributes(model, context),
        texts={name: _own_text(name, lines, model, language) for name, lines in _TEXTS.items()},
        checklist_href=context.model_href(model, urls.CHECKLIST),
        privacy=context.href("tietosuoja/"),
        finder_href=context.href(urls.FINDER),
        card=decision_card(FieldReader(model, context.catalog, language)),
        highest=HIGHEST,
        card_source=decision_part.card_source(model, context),
        summary=language.pick(model.summary),
        summarised=told_by_editors("summarised", context),
        idea=statement_views(model.how.idea, model, context),
        overview_href=context.model_href(model),
        conditions=_conditions(model, context),
        staffing=figure_views(model.people.staffing, model, context),
        roles=tuple(_role(each, model, context) for each in model.people.roles if not _is_client(each, context)),
        roles_href=context.model_href(model, urls.ROLES) if urls.ROLES in urls.parts_of(model) else "",
        prices=figure_views(model.cost.figures, model, context),
        funding_title=language.title("basics.funding"),
        funding=figure_views(sections.funded(model), model, context),
        price_notes=statement_views(model.cost.notes, model, context),
        costs=cost_calculator.view(model, context),
        changes=surroundings.changes(model, context),
        gaps=sections.gaps(model, context),
        agreements=agreements(model, context),
        phases=_phases(model, context),
        sources=_sources(model, context),
        made_from=say("memo.made_from", licence=data_urls.LICENCE),
        version=model.edition,
        history=_history(model, context),
        version_href=f"{history}?versio={model.edition}",
        history_href=history,
        role_names=tuple((each.id, language.pick(each.name)) for each in context.catalog.vocabulary.roles),
    )


def _own_text(name: str, lines: int, model: Model, language: Language) -> OwnText:
    key = f"memo.start.{name}"
    start = language.say(key, model=str(language.pick(model.title))) if key in language.strings else ""
    return OwnText(label=language.say(f"memo.own.{name}"), start=start, lines=lines)


def _is_client(part: RoleInModel, context: PageContext) -> bool:
    """Return whether the role is the client, whom nobody employs."""
    return context.catalog.role(part.role).kind == "client"


def _attributes(model: Model, context: PageContext) -> Mapping[str, str]:
    """Return the data of the script: the model and the strings."""
    language = context.language
    words = {f"data-{name}": language.strings[key] for name, key in _LABELS.items()}
    title = language.say("memo.of", model=str(language.pick(model.title)))
    ways = {"data-verdicts": context.href(urls.fit(model.id)), "data-finder": context.href(urls.FINDER)}
    was = " ".join(context.catalog.addresses.old_ids_of(model))
    return {
        "data-model": model.id,
        **({"data-was": was} if was else {}),
        "data-edition": model.edition,
        "data-title": title,
        "data-locale": language.locale,
        **ways,
        **words,
    }


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
