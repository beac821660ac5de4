"""The reasons of a verdict in words, each fact with the way to its place."""

from __future__ import annotations

from mallisto import fit
from mallisto.addresses import urls
from mallisto.fit import Dimension, Reason
from mallisto.i18n import figure_text
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Figure, Model, Text
from mallisto.pages.choosing.fit_views import ReasonView
from mallisto.pages.elements.page_context import PageContext


def sides_of(model: Model, context: PageContext) -> tuple[tuple[str, tuple[ReasonView, ...]], ...]:
    """What is known of a model whatever is answered, by the sides of the Hexagon."""
    sides: dict[Dimension, list[ReasonView]] = {}
    for dimension, reason in fit.remarks(model, context.catalog):
        sides.setdefault(dimension, []).append(told(reason, model, context))
    return tuple((context.language.say(f"fit.dimension.{each}"), tuple(sides[each])) for each in Dimension if each in sides)


def told(reason: Reason, model: Model, context: PageContext) -> ReasonView:
    """A verdict's sentence, and the facts behind it."""
    say, count = context.language.say, reason.count
    key = f"fit.why.{reason.says}"
    about = context.language.pick(reason.about) if reason.about else ""
    sentence = say(key, about=about) if count is None else say(f"{key}.{'one' if count == 1 else 'other'}", count=count)
    facts = tuple((_words(each, context.language), place_of(model, each.place, context)) for each in reason.facts)
    return ReasonView(verdict=reason.verdict, sentence=sentence, facts=facts)


def _words(fact: fit.ReasonFact, language: Language) -> LocalizedText:
    spoken = _spoken(fact.words, language)
    if fact.more is None:
        return spoken
    return LocalizedText(
        language.say("fit.qualified", words=spoken, more=language.value(fact.more.field, fact.more.value)), spoken.language
    )


def _spoken(words: Text | Figure | fit.Named, language: Language) -> LocalizedText:
    if isinstance(words, Text):
        return language.pick(words)
    if isinstance(words, Figure):
        label = language.pick(words.label)
        return LocalizedText(language.say("fit.amount", label=label, amount=figure_text.amount(words, language)), label.language)
    return LocalizedText(language.value(words.field, words.value) if words.value else language.title(words.field))


def place_of(model: Model, place: str, context: PageContext) -> str:
    """Where a fact stands, from the page at hand."""
    return context.href(f"{urls.model_page(model.id)}{place}")
