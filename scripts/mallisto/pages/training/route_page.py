"""A route for one role: a case, the role's own steps and card, a few questions, slides and a sheet of paper, in so many minutes."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import training_urls, urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Case, Role, Route, Training, TrainingSection
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.training import ready_pack
from mallisto.pages.training.cases import AnswersView, CaseView, case_view, own_steps
from mallisto.pages.training.questions import TestView, test_view
from mallisto.pages.training.section_page import SELF_TEST, STYLE
from mallisto.pages.training.timetables import TimetableView, timetable_view


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteView:
    """A route, finished; `card_href` is empty where the role has no card."""

    style: str
    script: str
    title: LocalizedText
    timetable: TimetableView
    case: CaseView
    steps: AnswersView
    tests: tuple[TestView, ...]
    note: LocalizedText
    section: tuple[LocalizedText, str]
    list_href: str
    card_href: str
    guidance_href: str
    slides_href: str
    pack_href: str


def page(training: Training, route: Route, context: PageContext) -> Page | None:
    """The page of a route; nothing where its section or case does not exist, which is a problem of its own."""
    section = training.section(route.section)
    case = section.case(route.case) if section else None
    if section is None or case is None:
        return None
    say = context.language.say
    shown = _view(training, route, section, case, context)
    parts = {"aikataulu": "timetable", "tapaus": "case", "vaiheet": "own_steps", "testi": "self_test"}
    return Page(
        kind="route",
        id=route.id,
        address=training_urls.route(route.id),
        title=say("training.title", section=str(shown.title)),
        description=str(shown.case.situation),
        head=render("training/route-head", context, shown),
        chapter=render("training/route", context, shown),
        reviewed=training.reviewed,
        owners=(training.owner,),
        contents=tuple(Anchor(anchor, say(f"training.{key}")) for anchor, key in parts.items()),
    )


def _view(training: Training, route: Route, section: TrainingSection, case: Case, context: PageContext) -> RouteView:
    role, pack = context.catalog.role(route.role), _pack(route, section, case, context)
    return RouteView(
        style=context.asset(STYLE),
        script=context.asset(SELF_TEST),
        title=context.language.pick(route.title),
        timetable=timetable_view(route.timetable, context),
        case=case_view(case, section, context),
        steps=own_steps(role, context),
        tests=tuple(test_view(each, section, context) for each in section.self_test if each.id in route.questions),
        note=context.language.pick(training.note),
        section=(context.language.pick(section.title), context.href(training_urls.training_section(section.id))),
        list_href=context.href(urls.TRAINING),
        card_href=_card(role, context),
        guidance_href=context.href(f"{urls.GUIDANCE}?rooli={role.id}"),
        slides_href=context.href(urls.PACK_SLIDES) + pack,
        pack_href=context.href(urls.PACK) + pack,
    )


def _card(role: Role, context: PageContext) -> str:
    return context.role_href(role) if role in context.catalog.roles_in_use else ""


def _pack(route: Route, section: TrainingSection, case: Case, context: PageContext) -> str:
    """The case, the steps that correspond to it, the role's card, and the questions to discuss, as a pack for slides."""
    steps = ((context.catalog.addresses.target_of(ref.to), None) for ref in case.at)
    role = context.catalog.role(route.role)
    card = ((urls.role_page(role.id), None),) if _card(role, context) else ()
    asked = ((training_urls.section_question(section.id, each.id), None) for each in section.discussion)
    return ready_pack.of_places(
        route.title, ((training_urls.section_case(section.id, case.id), case.situation), *steps, *card, *asked), context
    )
