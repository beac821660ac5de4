"""A pathway on slides: an overview of who works when, then one or two steps at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from mallisto.catalog.provenance_label import steps_by_provenance
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model, Step
from mallisto.pages.elements.facts import provenance_view, short_mark
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.slides.views import LaneRow, Note, SlideView, StepCard, Stop

# The number of steps side by side in the overview; the height and width of a step's card in lines and characters.
ABREAST, CARD_LINES, CARD_LETTERS = 20, 10.0, 25


def overview(model: Model, context: PageContext, *, own: frozenset[str] | None = None) -> Iterator[SlideView]:
    """Yield the overview: lanes as rows, steps by number in reading order; of a role the steps that are its `own` stand out."""
    say, pathway, pick = context.language.say, model.pathway, context.language.pick
    numbered = tuple(enumerate(pathway.steps, 1))
    for start in range(0, len(numbered), ABREAST):
        window = numbered[start : start + ABREAST]
        yield SlideView(
            kind="overview",
            title=say("slides.overview", steps=len(pathway.steps), lanes=len(pathway.lanes)),
            anchor="" if start or own is not None else "osa-polku",
            lead=steps_by_provenance(window, model, context.catalog, context.language),
            lanes=tuple(
                LaneRow(
                    title=pick(lane.title),
                    stops=tuple(_stop(number, step, own) if step.lane.to == lane.id else None for number, step in window),
                )
                for lane in pathway.lanes
            ),
            notes=tuple(Note(text=pick(each.text), provenance=provenance_view(each.provenance, model, context)) for each in pathway.notes),
        )


def _stop(number: int, step: Step, own: frozenset[str] | None) -> Stop:
    return Stop(number=number, look=step.type, is_other=own is not None and step.id not in own)


def steps(model: Model, context: PageContext) -> Iterator[SlideView]:
    """Yield slides of two steps where both fit, otherwise of one."""
    waiting: list[tuple[Step, StepCard]] = []
    for number, step in enumerate(model.pathway.steps, 1):
        card = _card(number, step, model, context)
        is_high = _height(card) > CARD_LINES
        if waiting and (is_high or len(waiting) == 2):
            yield _slide(waiting, model, context)
            waiting = []
        waiting.append((step, card))
        if is_high:
            yield _slide(waiting, model, context)
            waiting = []
    if waiting:
        yield _slide(waiting, model, context)


def _slide(shown: list[tuple[Step, StepCard]], model: Model, context: PageContext) -> SlideView:
    say, first, last = context.language.say, shown[0][1].number, shown[-1][1].number
    count = len(model.pathway.steps)
    title = say("slides.step", number=first, count=count) if first == last else say("slides.steps", first=first, last=last, count=count)
    return SlideView(
        kind="steps",
        title=title,
        steps=tuple(card for _, card in shown),
        notes=tuple(note for step, card in shown for note in _notes(step, card, model, context)),
    )


def _card(number: int, step: Step, model: Model, context: PageContext) -> StepCard:
    language, pathway = context.language, model.pathway
    more: list[LocalizedText | str] = [language.pick(text) for text in (step.duration,) if text]
    if step.optional == "when_needed":
        more.append(language.say("step.when_needed"))
    card = StepCard(
        number=number,
        look=step.type,
        kind=language.value("pathway.steps.type", step.type),
        title=language.pick(step.title),
        lane=language.pick(pathway.lane(step.lane).title),
        provenance=short_mark(provenance_view(step.provenance, model, context)),
        text=language.pick(step.text) if step.text else "",
        more=tuple(more),
        ways=tuple(
            (
                language.pick(way.label) if way.label else "",
                pathway.step_number(way.to.to),
                language.pick(pathway.step(way.to).title),
            )
            for way in step.next
        ),
        end="" if step.next else language.say("figure.end"),
    )
    return card if _height(card) <= CARD_LINES - 1 else replace(card, text="")


def _height(card: StepCard) -> float:
    """Return the lines that a card takes at half the width of a slide."""
    texts = (
        f"{card.lane} {card.provenance.words}",
        str(card.text),
        *map(str, card.more),
        *(f"{label}: 00 {title}" for label, _, title in card.ways),
        card.end,
    )
    return 1.4 * math.ceil(len(str(card.title)) / (CARD_LETTERS - 4)) + sum(math.ceil(len(text) / CARD_LETTERS) for text in texts)


def _notes(step: Step, card: StepCard, model: Model, context: PageContext) -> Iterator[Note]:
    label, mark = f"{card.number}.", provenance_view(step.provenance, model, context)
    yield Note(label=label, text=context.language.pick(step.text) if step.text else card.title, provenance=mark)
    if step.place:
        yield Note(label=label, text=context.language.pick(step.place), provenance=mark)
