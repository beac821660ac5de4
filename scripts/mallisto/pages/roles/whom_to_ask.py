"""Whom a professional asks today what runs in an area: the bodies that organise its services, never a person."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.model import Model, Organisation
from mallisto.pages.elements.card_rows import CardLine
from mallisto.pages.elements.facts import told_by_editors
from mallisto.pages.elements.page_context import PageContext


def whom_to_ask(model: Model, context: PageContext) -> Iterator[CardLine]:
    """Yield the bodies of a model's area, or where it names none those that carry it on; first that the model is not known to run."""
    found = [*_of_area(model, context)] or [*_carrying_on(model, context)]
    if found and model.status.lifecycle != "running":
        yield CardLine(text=context.language.say("guidance.team_unknown"), is_gap=True)
    mark = told_by_editors("added", context)
    for body in dict.fromkeys(found):
        yield CardLine(text=context.language.pick(body.name), href=body.url or "", provenance=mark)


def bodies_of(county: str, context: PageContext) -> tuple[Organisation, ...]:
    """Return the bodies of today that organise the services of one area, by its code: its county, or where it has none its municipality."""
    here = [
        each for each in context.catalog.vocabulary.organisations if not each.valid_until and [ref.to for ref in each.counties] == [county]
    ]
    return tuple(each for each in here if each.kind == "county") or tuple(each for each in here if each.kind == "municipality")


def _of_area(model: Model, context: PageContext) -> Iterator[Organisation]:
    place = model.basics.place
    for county in context.catalog.counties_of(place) if place else ():
        yield from bodies_of(county, context)


def _carrying_on(model: Model, context: PageContext) -> Iterator[Organisation]:
    """The organisations that carried the model out, or those that replaced them."""
    for participant in model.basics.organisations:
        if participant.part in ("implementer", "coordinator"):
            organisation = context.catalog.organisation(participant.organisation)
            if organisation.valid_until:
                yield from (context.catalog.organisation(each.organisation) for each in organisation.replaced_by)
            elif organisation.url:
                yield organisation
