"""The list of the training material: its sections, and the routes for one role."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import training_urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Route, TrainingSection
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.training.section_page import STYLE


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionCard:
    """A section in the list."""

    title: LocalizedText
    href: str
    facilitator_href: str
    aim: LocalizedText
    contents: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """The list of routes and sections."""

    style: str
    source: str
    note: LocalizedText
    reviewed: str
    routes: tuple[tuple[LocalizedText, str, LocalizedText], ...]
    sections: tuple[SectionCard, ...]


def course(context: PageContext) -> Markup:
    """Render the list of routes and sections; empty without training material."""
    language, training = context.language, context.catalog.training
    if training is None:
        return Markup()
    publisher = context.organisation_name(training.publisher)
    view = CourseView(
        style=context.asset(STYLE),
        source=language.say("training.source", course=str(language.pick(training.course)), publisher=str(publisher)),
        note=language.pick(training.note),
        reviewed=language.date(training.reviewed),
        routes=tuple(line for each in training.routes if (line := _route(each, context))),
        sections=tuple(_card(each, context) for each in training.sections),
    )
    return render("training/training-list", context, view)


def _route(route: Route, context: PageContext) -> tuple[LocalizedText, str, LocalizedText] | None:
    """A route with its address and the situation it begins with."""
    training, pick = context.catalog.training, context.language.pick
    section = training.section(route.section) if training else None
    case = section.case(route.case) if section else None
    return (pick(route.title), context.href(training_urls.route(route.id)), pick(case.situation)) if case else None


def _card(section: TrainingSection, context: PageContext) -> SectionCard:
    language = context.language
    counts = {
        "places": len(section.places),
        "questions": len(section.discussion),
        "cases": len(section.cases),
        "tests": len(section.self_test),
    }
    contents = [language.say("training.minutes", count=section.timetable.minutes)]
    contents += [language.say(f"training.{name}.count", count=count) for name, count in counts.items() if count]
    return SectionCard(
        title=language.pick(section.title),
        href=context.href(training_urls.training_section(section.id)),
        facilitator_href=context.href(training_urls.facilitator(section.id)),
        aim=language.pick(section.aim),
        contents=" · ".join(contents),
    )
