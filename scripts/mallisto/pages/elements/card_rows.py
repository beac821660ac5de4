"""Rows of a card: short lines that say something, lead to where it stands, and tell how it is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import Spoken
from mallisto.model import Answer, Lane, Model, Statement, Step
from mallisto.pages.elements.facts import Told, answer_view, short_mark, statement_views, told
from mallisto.pages.elements.page_context import Setting

# Those that may take a client stand first.
LIFECYCLES = ("running", "unknown", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `label` stands before its text, `more` after it in small type. A gap says what nobody has told.

    `left_out` says on paper how many more lines are on the web page only.
    """

    text: Spoken | str
    href: str = ""
    anchor: str = ""
    label: Spoken | str = ""
    more: tuple[Spoken | str, ...] = ()
    badge: str = ""
    told: Told | None = None
    is_gap: bool = False
    is_on_paper: bool = True
    left_out: str = ""

    @property
    def look(self) -> str:
        """The classes of the line."""
        return " ".join(name for name, is_so in (("unknown", self.is_gap), ("off-paper", not self.is_on_paper)) if is_so)

    @property
    def words(self) -> str:
        """All that the line says, as one text."""
        known = f"{self.told.words} {self.told.by or ''}" if self.told else ""
        return " ".join(filter(None, (str(self.label), str(self.text), *map(str, self.more), self.badge, known)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question and its lines."""

    title: str
    lines: tuple[Line, ...]

    @property
    def is_on_paper(self) -> bool:
        return any(each.is_on_paper for each in self.lines)


def row(title: str, lines: Iterable[Line], unknown: str, gaps: Iterable[Line] = ()) -> Row:
    """A row: what is known, then what is not; `unknown` where nothing else is said."""
    found = (*lines, *gaps)
    return Row(title=title, lines=found or (Line(text=unknown, is_gap=True),))


def statement_lines(statements: Iterable[Statement], model: Model, setting: Setting) -> tuple[Line, ...]:
    """Statements with how they are known and where in the source they stand."""
    return tuple(Line(text=each.text, label=each.site or "", told=each.told) for each in statement_views(statements, model, setting))


def answer_line(field: str, answer: Answer | None, model: Model, setting: Setting) -> Line:
    """The answer to a closed question: in a word, or that it is not known."""
    view = answer_view(field, answer, model, setting)
    more = (view.text,) if view.text else ()
    return Line(label=view.question, text=view.value, more=more, is_gap=not view.is_known, told=view.told if view.is_known else None)


def step_line(step: Step, model: Model, setting: Setting, more: Iterable[Spoken | str], label: Spoken | str = "") -> Line:
    """A step with its number, as a link to the step itself."""
    language = setting.language
    return Line(
        text=step_name(step, model, setting),
        href=step_href(step, model, setting),
        label=label,
        more=tuple(more),
        badge=language.say("step.when_needed") if step.optional == "when_needed" else "",
        told=short_mark(told(step.provenance, model, setting)),
    )


def step_name(step: Step, model: Model, setting: Setting) -> Spoken:
    """A step by its number and its title."""
    title = setting.language.pick(step.title)
    return Spoken(f"{model.pathway.step_number(step.id)}. {title}", title.language)


def step_href(step: Step, model: Model, setting: Setting) -> str:
    return setting.model_href(model, urls.PATHWAY, urls.step(step.id))


def lane_name(lane: Lane, setting: Setting) -> Spoken:
    return setting.language.pick(lane.title)


def lane_words(lane: Lane, setting: Setting, key: str = "card.lane") -> tuple[str, ...]:
    """Who answers for a step, and the bodies of today where the lane's own has ended."""
    today = setting.today_of(setting.catalog.organisation(lane.organisation)) if lane.organisation else ()
    say = setting.language.say
    return (say(key, lane=str(lane_name(lane, setting))), *(say("glance.now", names=str(each)) for each in today))


def gap_lines(field: str, model: Model, setting: Setting) -> tuple[Line, ...]:
    """What the source does not tell about a field."""
    return tuple(
        Line(text=setting.language.pick(each.text), is_gap=True)
        for each in model.gaps
        if each.field.to == field or each.field.to.startswith(f"{field}.")
    )
