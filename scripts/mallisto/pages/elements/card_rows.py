"""Rows of a card: short lines with a link and a provenance label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Answer, Lane, Model, Statement, Step
from mallisto.pages.elements.facts import ProvenanceView, answer_view, provenance_view, short_mark, statement_views
from mallisto.pages.elements.page_context import PageContext

# Models that may take clients come first.
LIFECYCLES = ("running", "unknown", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One line: `label` precedes the text, `more` follows it in small type; `is_gap` marks something unknown.

    `left_out` is the text that says, in print, how many more lines are only on the web page.
    """

    text: LocalizedText | str
    href: str = ""
    anchor: str = ""
    label: LocalizedText | str = ""
    more: tuple[LocalizedText | str, ...] = ()
    badge: str = ""
    provenance: ProvenanceView | None = None
    is_gap: bool = False
    is_on_paper: bool = True
    left_out: str = ""

    @property
    def look(self) -> str:
        """The CSS classes of the line."""
        return " ".join(name for name, is_so in (("unknown", self.is_gap), ("off-paper", not self.is_on_paper)) if is_so)

    @property
    def words(self) -> str:
        """The whole text of the line."""
        known = f"{self.provenance.words} {self.provenance.by or ''}" if self.provenance else ""
        return " ".join(filter(None, (str(self.label), str(self.text), *map(str, self.more), self.badge, known)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A question and its lines."""

    title: str
    lines: tuple[CardLine, ...]

    @property
    def is_on_paper(self) -> bool:
        return any(each.is_on_paper for each in self.lines)


def row(title: str, lines: Iterable[CardLine], unknown: str, gaps: Iterable[CardLine] = ()) -> CardRow:
    """Build a row: known facts, then gaps; `unknown` if there are neither."""
    found = (*lines, *gaps)
    return CardRow(title=title, lines=found or (CardLine(text=unknown, is_gap=True),))


def statement_lines(statements: Iterable[Statement], model: Model, context: PageContext) -> tuple[CardLine, ...]:
    """Return statements with provenance and their place in the source."""
    return tuple(
        CardLine(text=each.text, label=each.site or "", provenance=each.provenance) for each in statement_views(statements, model, context)
    )


def answer_line(field: str, answer: Answer | None, model: Model, context: PageContext) -> CardLine:
    """Return the answer to a closed question in a word, or that it is unknown."""
    view = answer_view(field, answer, model, context)
    more = (view.text,) if view.text else ()
    return CardLine(
        label=view.question, text=view.value, more=more, is_gap=not view.is_known, provenance=view.provenance if view.is_known else None
    )


def step_line(
    step: Step, model: Model, context: PageContext, more: Iterable[LocalizedText | str], label: LocalizedText | str = ""
) -> CardLine:
    """Return a step with its number, linked to the step."""
    language = context.language
    return CardLine(
        text=step_name(step, model, context),
        href=step_href(step, model, context),
        label=label,
        more=tuple(more),
        badge=language.say("step.when_needed") if step.optional == "when_needed" else "",
        provenance=short_mark(provenance_view(step.provenance, model, context)),
    )


def step_name(step: Step, model: Model, context: PageContext) -> LocalizedText:
    """Return a step's number and title."""
    title = context.language.pick(step.title)
    return LocalizedText(f"{model.pathway.step_number(step.id)}. {title}", title.language)


def step_href(step: Step, model: Model, context: PageContext) -> str:
    return context.model_href(model, urls.PATHWAY, urls.step(step.id))


def lane_name(lane: Lane, context: PageContext) -> LocalizedText:
    return context.language.pick(lane.title)


def lane_words(lane: Lane, context: PageContext, key: str = "card.lane") -> tuple[str, ...]:
    """Return who is responsible for a step, and the present organisations if the lane's own has ended."""
    today = context.today_of(context.catalog.organisation(lane.organisation)) if lane.organisation else ()
    say = context.language.say
    return (say(key, lane=str(lane_name(lane, context))), *(say("glance.now", names=str(each)) for each in today))


def gap_lines(field: str, model: Model, context: PageContext) -> tuple[CardLine, ...]:
    """Return the gaps about a field."""
    return tuple(
        CardLine(text=context.language.pick(gap.text), is_gap=True)
        for gap in model.gaps
        if gap.field.to == field or gap.field.to.startswith(f"{field}.")
    )
