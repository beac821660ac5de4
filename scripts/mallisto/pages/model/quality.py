"""The core of a model and its quality criteria, on the page of its checklist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import attrgetter

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import CoreElement, Criterion, Model, Ref
from mallisto.pages.elements.facts import ProvenanceView, provenance_view
from mallisto.pages.elements.page_context import PageContext

# A place that something is about: its words and its link, empty where it has no page.
About = tuple[LocalizedText, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreView:
    """Something that must not be left out; joined to the next where both are known alike, as statements are."""

    anchor: str
    text: LocalizedText
    note: LocalizedText | None
    about: tuple[About, ...]
    provenance: ProvenanceView
    is_joined: bool = False
    told_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """One criterion with the levels that its source describes. `id` is for the script."""

    id: str
    anchor: str
    number: int
    title: LocalizedText
    asks: LocalizedText
    levels: tuple[tuple[int, LocalizedText], ...]
    about: tuple[About, ...]
    note: LocalizedText | None
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaView:
    """A set of criteria: the points of each from `min` to `max`, and what a sum from one number to another means."""

    title: LocalizedText
    name: str
    scale: str
    when: LocalizedText | None
    note: LocalizedText | None
    min: int
    max: int
    bands: tuple[tuple[int, int, LocalizedText], ...]
    items: tuple[CriterionView, ...]
    provenance: ProvenanceView


def core(model: Model, context: PageContext) -> tuple[CoreView, ...]:
    views = (_core_view(each, model, context) for each in model.core)
    return tuple(chain.from_iterable(_joined(tuple(run), context) for _, run in groupby(views, key=attrgetter("provenance"))))


def _joined(run: tuple[CoreView, ...], context: PageContext) -> Iterator[CoreView]:
    *others, last = run
    yield from (replace(each, is_joined=True) for each in others)
    yield replace(last, told_of=context.language.say("told.of", count=len(run))) if others else last


def _core_view(element: CoreElement, model: Model, context: PageContext) -> CoreView:
    return CoreView(
        anchor=urls.fact(element.id),
        text=context.language.pick(element.text),
        note=context.language.pick(element.note) if element.note else None,
        about=(*_about(element.steps, element.roles, model, context), *_items(element.items, model, context)),
        provenance=provenance_view(element.provenance, model, context),
    )


def criteria(model: Model, context: PageContext) -> CriteriaView | None:
    """The criteria of a model; nothing where it has none."""
    found, language = model.criteria, context.language
    if not found:
        return None
    gaps = {"count": len(found.items), "min": found.scale.min, "max": found.scale.max, "least": found.sums.min, "most": found.sums.max}
    return CriteriaView(
        title=language.pick(found.title),
        name=language.title("criteria"),
        scale=language.say("criteria.scale", **gaps),
        when=language.pick(found.when) if found.when else None,
        note=language.pick(found.note) if found.note else None,
        min=found.scale.min,
        max=found.scale.max,
        bands=tuple((each.min, each.max, language.pick(each.text)) for each in found.bands),
        items=tuple(_criterion(number, each, model, context) for number, each in enumerate(found.items, 1)),
        provenance=provenance_view(found.provenance, model, context),
    )


def _criterion(number: int, criterion: Criterion, model: Model, context: PageContext) -> CriterionView:
    language = context.language
    return CriterionView(
        id=criterion.id,
        anchor=urls.fact(criterion.id),
        number=number,
        title=language.pick(criterion.title),
        asks=language.pick(criterion.asks),
        levels=tuple((each.points, language.pick(each.text)) for each in criterion.levels),
        about=_about(criterion.steps, criterion.roles, model, context),
        note=language.pick(criterion.note) if criterion.note else None,
        provenance=provenance_view(criterion.provenance, model, context),
    )


def _about(steps: Iterable[Ref], roles: Iterable[Ref], model: Model, context: PageContext) -> tuple[About, ...]:
    titles = {each.id: each.title for each in model.pathway.steps}
    named = ((context.language.pick(titles[ref.to]), context.model_href(model, urls.PATHWAY, urls.step(ref.to))) for ref in steps)
    return (*named, *((context.role_name(ref), context.role_href(context.catalog.role(ref))) for ref in roles))


def _items(items: Iterable[Ref], model: Model, context: PageContext) -> tuple[About, ...]:
    texts = {each.id: each.text for each in model.checklist}
    return tuple((context.language.pick(texts[ref.to]), context.model_href(model, urls.CHECKLIST, urls.item(ref.to))) for ref in items)
