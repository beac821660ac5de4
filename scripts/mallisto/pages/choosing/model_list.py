"""The models as cards, as lines of a list or as names only, and the filter over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.contributions import Channel
from mallisto.catalog.facets import FACETS, Facet, facets
from mallisto.fields.decision_card import HIGHEST, EvidenceGrade, decision_card
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import lifecycle_text
from mallisto.model import Model
from mallisto.pages.elements.level_mark import level_mark
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.render import render

# So many cards make a page one can still look over; beyond that a list of names serves better.
MOST_CARDS = 40
FRONT_CARDS = 6

# What one chooses a model by before reading any; the search page offers all facets.
_FILTERED = ("elinkaari", "naytto", "lahete", "kynnys", "alue", "kohderyhma", "rooli", "toteuttaja", "taso")
_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRowView:
    """One of the eight rows in a few words; without an answer, what is not known."""

    id: str
    title: str
    text: LocalizedText | str
    unknown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCardView:
    """A model on a card or a line: status, evidence and three rows of its decision card. `answers` are its values in the filter."""

    id: str
    name: LocalizedText
    href: str
    level: str
    what: LocalizedText
    place: str
    lifecycle: str
    status: str
    grade: EvidenceGrade | None
    highest: int
    rows: tuple[CardRowView, ...]
    answers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsView:
    """Cards from which one chooses what to compare; of some of the models, with the way to all."""

    comparison: str
    cards: tuple[ModelCardView, ...]
    shown: str = ""
    all_words: str = ""
    all_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A model in a long list."""

    id: str
    name: LocalizedText
    href: str
    level: str
    lifecycle: str
    answers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValueView:
    """A value to tick: its number, the words for it, and how many models have it."""

    number: int
    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """A question of the filter with its values, the more frequent ones first and the rest folded."""

    key: str
    name: str
    rule: str
    values: tuple[FacetValueView, ...]
    more: tuple[FacetValueView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelListView:
    """All models, few as cards or many by their first letter, below the filter; either can be chosen for the comparison."""

    script: str
    comparison: str
    facets: tuple[FacetView, ...]
    several: str
    cards: CardsView | None
    letters: tuple[tuple[str, tuple[NameView, ...]], ...]
    groups: str


def model_cards(context: PageContext) -> Markup:
    """Every model: as cards while they are few, as a list of names by their first letter when they are many."""
    offered = [each for each in facets(context.catalog, context.language) if each.key in _FILTERED]
    numbers = {pair: number for number, pair in enumerate((each.key, value.id) for each in offered for value in each.values)}
    answers = {model_id: _numbers(found.pairs, numbers) for model_id, found in context.contributed(FACETS).items()}
    are_few = len(context.catalog.heads) <= MOST_CARDS
    cards = (replace(card, answers=answers[model_id]) for model_id, card in _cards_at(context).items()) if are_few else ()
    view = ModelListView(
        script=context.asset("assets/js/model-filter.js"),
        comparison=context.href(urls.COMPARISON),
        facets=tuple(_facet(each, numbers) for each in sorted(offered, key=lambda each: _FILTERED.index(each.key)) if each.values),
        several=context.language.strings["facet.models.other"],
        cards=_cards(sorted(cards, key=lambda card: collation(str(card.name))), context) if are_few else None,
        letters=() if are_few else _letters(context, answers),
        groups=context.href(urls.GROUPS),
    )
    return render("choosing/model-list", context, view)


def latest_models(context: PageContext) -> Markup:
    """The newest models as cards, for the front page, full descriptions first; where there are more, the way to all of them."""
    heads, say = context.catalog.heads, context.language.say
    ordered = sorted(heads, key=lambda head: (not head.is_light, head.added, head.last_reviewed), reverse=True)
    cards = _cards_at(context)
    view = _cards((cards[head.id] for head in ordered[:FRONT_CARDS]), context)
    if len(heads) > FRONT_CARDS:
        words = say("front.shown", count=FRONT_CARDS), say("front.all", count=len(heads))
        view = replace(view, shown=words[0], all_words=words[1], all_href=context.href(urls.MODELS))
    return render("choosing/model-cards", context, view)


def _cards_at(context: PageContext) -> Mapping[str, ModelCardView]:
    """The cards whose links start from this page, which is the front page or lies one folder below it."""
    return context.contributed(FRONT_CARD if context.root_prefix == "./" else CARD)


def _cards(cards: Iterable[ModelCardView], context: PageContext) -> CardsView:
    return CardsView(comparison=context.href(urls.COMPARISON), cards=tuple(cards))


def collation(text: str) -> tuple[str, ...]:
    """Finnish and Swedish order: å, ä and ö after z."""
    return tuple(chr(0x7B + "åäö".index(each)) if each in "åäö" else each for each in text.casefold())


def _letters(context: PageContext, answers: Mapping[str, str]) -> tuple[tuple[str, tuple[NameView, ...]], ...]:
    names = sorted(((context.language.pick(head.name), head) for head in context.catalog.heads), key=lambda pair: collation(str(pair[0])))
    letters: dict[str, list[NameView]] = {}
    for name, head in names:
        state = lifecycle_text(head.runs, context.language)
        view = NameView(
            id=head.id,
            name=name,
            href=context.model_href(head),
            level=context.language.say("level.light") if head.is_light else "",
            lifecycle=state,
            answers=answers[head.id],
        )
        letters.setdefault(str(name)[0].upper(), []).append(view)
    return tuple((letter, tuple(views)) for letter, views in letters.items())


def _numbers(pairs: Iterable[tuple[str, str]], numbers: Mapping[tuple[str, str], int]) -> str:
    """What a model answers to the filter, by the numbers of the values."""
    return " ".join(str(numbers[pair]) for pair in pairs if pair in numbers)


def _facet(facet: Facet, numbers: Mapping[tuple[str, str], int]) -> FacetView:
    views = tuple(FacetValueView(number=numbers[facet.key, each.id], id=each.id, name=each.name, count=each.count) for each in facet.values)
    return FacetView(key=facet.key, name=facet.name, rule=facet.rule, values=views[:_SHOWN], more=views[_SHOWN:])


# The rows of the decision card that tell a model from others at a glance.
_ON_CARD = ("way-in", "team", "price")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


def _card(model: Model, context: PageContext) -> ModelCardView:
    language = context.language
    card = decision_card(FieldReader(model, context.catalog, language))
    return ModelCardView(
        id=model.id,
        name=language.pick(model.title),
        href=context.model_href(model),
        level=level_mark(model, language),
        what=_first_sentence(language.pick(model.summary)),
        place=_place(model, context),
        lifecycle=card.lifecycle,
        status=card.status,
        grade=card.grade,
        highest=HIGHEST,
        rows=tuple(
            CardRowView(id=row.id, title=row.title, text=row.short, unknown="" if row.is_known else language.say("decision.unknown"))
            for row in card.rows
            if row.id in _ON_CARD
        ),
    )


def _first_sentence(summary: LocalizedText) -> LocalizedText:
    return LocalizedText(_SENTENCE.split(summary.text, maxsplit=1)[0], summary.language)


def _place(model: Model, context: PageContext) -> str:
    """The areas of today, and the years of the project or the year of the newest source."""
    language, place, period = context.language, model.basics.place, model.basics.period
    areas = [str(language.pick(context.catalog.county_by_id[ref.to].name)) for ref in place.counties_now] if place else []
    days = [day for each in model.upkeep.sources if (day := each.modified or each.published)]
    if period and (period.start or period.end):
        when = "–".join(dict.fromkeys((day or "")[:4] for day in (period.start, period.end)))
    else:
        when = language.say("card.described", year=max(days)[:4]) if days else ""
    return ", ".join(each for each in (*areas, when) if each)


CARD: Channel[ModelCardView] = page_channel("card", ModelCardView, urls.MODELS, _card)
FRONT_CARD: Channel[ModelCardView] = page_channel("front-card", ModelCardView, "", _card)
