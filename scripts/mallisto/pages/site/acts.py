"""The acts that models rely on: what each obliges whom to do, whether it is in force, and every place that relies on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Act, Model, NamedFact, Reference
from mallisto.pages.elements.agreements import act_link
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.render import render
from mallisto.pages.model.checklist import fact_href

# The number of an act in the title of a reference.
_NUMBER = re.compile(r"\b[1-9][0-9]{0,3}/(?:19|20)[0-9]{2}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActUse:
    """A place that relies on an act: a matter to agree on, or a fact that cites the act."""

    act: str
    words: LocalizedText
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActView:
    """An act, finished; `state` is in words, `models` are those that rely on it with their places, `organisations` cite it."""

    anchor: str
    title: LocalizedText
    href: str
    state: str
    is_in_force: bool
    successors: tuple[tuple[LocalizedText, str], ...]
    amended: tuple[tuple[str, LocalizedText], ...]
    duties: tuple[tuple[str, LocalizedText], ...]
    note: LocalizedText | None
    checked: str
    models: tuple[tuple[LocalizedText, tuple[ActUse, ...]], ...]
    organisations: tuple[tuple[LocalizedText, str], ...]
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActsView:
    """Those in force and those that are not."""

    in_force: tuple[ActView, ...]
    ended: tuple[ActView, ...]


def acts(context: PageContext) -> Markup:
    """Every act of the vocabulary with all that relies on it."""
    views = tuple(_view(act, context) for act in context.catalog.vocabulary.acts)
    shown = ActsView(
        in_force=tuple(view for view in views if view.is_in_force), ended=tuple(view for view in views if not view.is_in_force)
    )
    return render("site/acts", context, shown)


def _uses(model: Model, context: PageContext) -> tuple[ActUse, ...]:
    return tuple(_each_use(model, context))


def _each_use(model: Model, context: PageContext) -> Iterator[ActUse]:
    for agreement in model.agreements:
        for ref in agreement.acts:
            href = fact_href(agreement.id, model, context)
            yield ActUse(act=ref.to, words=context.language.pick(agreement.text), href=href)
    numbers = {act.number: act.id for act in context.catalog.vocabulary.acts}
    for fact in model.facts:
        reference = fact.provenance.reference
        if reference and isinstance(fact, NamedFact) and fact.words:
            for act in dict.fromkeys(numbers[number] for number in _numbers(reference) if number in numbers):
                yield ActUse(act=act, words=context.language.pick(fact.words), href=fact_href(fact.id, model, context))


ACT_USES: Channel[tuple[ActUse, ...]] = page_channel("acts", tuple[ActUse, ...], urls.ACTS, _uses)


def _numbers(reference: Reference) -> list[str]:
    """The numbers of the acts that a reference cites."""
    return _NUMBER.findall(reference.title.fi)


def _view(act: Act, context: PageContext) -> ActView:
    language = context.language
    citing = [
        each for each in context.catalog.organisations_in_use if any(act.number in _numbers(reference) for reference in each.references)
    ]
    used = [(model_id, [use for use in uses if use.act == act.id]) for model_id, uses in context.contributed(ACT_USES).items()]
    return ActView(
        anchor=urls.act(act.id),
        title=language.pick(act.title),
        href=str(language.pick(act.url)),
        state=_state(act, language),
        is_in_force=not act.in_force_to,
        successors=tuple(act_link(ref, context) for ref in act.replaced_by),
        amended=tuple((language.date(each.date), language.pick(each.text)) for each in act.amended),
        duties=tuple((language.value("acts.duties.party", duty.party, schema="acts"), language.pick(duty.text)) for duty in act.duties),
        note=language.pick(act.note) if act.note else None,
        checked=language.date(act.checked),
        models=tuple((language.pick(context.catalog.head_by_id[model_id].title), tuple(uses)) for model_id, uses in used if uses),
        organisations=tuple((language.pick(each.name), context.href(urls.organisation(each.id))) for each in citing),
        places=sum(len(uses) for _, uses in used) + len(citing),
    )


def _state(act: Act, language: Language) -> str:
    start = language.date(act.in_force_from)
    return (
        language.say("acts.was_in_force", start=start, end=language.date(act.in_force_to))
        if act.in_force_to
        else language.say("acts.in_force", start=start)
    )
