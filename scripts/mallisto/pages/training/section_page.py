"""A section of the training material: the learners' and the facilitator's page."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import training_urls, urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Training, TrainingSection
from mallisto.pages.elements import linked_data
from mallisto.pages.elements.link_targets import Pointer, pointer
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.training import ready_pack
from mallisto.pages.training.cases import CaseView, case_view
from mallisto.pages.training.questions import QuestionView, TestView, question_view, test_view
from mallisto.pages.training.timetables import TimetableView, timetable_view

STYLE = "assets/css/training.css"
# The script that counts the answers of a test while the page is open.
SELF_TEST = "assets/js/self-test.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingView:
    """A place of the site and what to look for there."""

    place: Pointer
    look_for: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section of the course, for learners and facilitators; `sessions` are its timetables of other lengths than its own."""

    style: str
    script: str
    title: LocalizedText
    aim: LocalizedText
    places: tuple[TeachingView, ...]
    discussion: tuple[QuestionView, ...]
    cases: tuple[CaseView, ...]
    tests: tuple[TestView, ...]
    timetable: TimetableView
    sessions: tuple[TimetableView, ...]
    note: LocalizedText
    list_href: str
    href: str
    facilitator_href: str
    pack_href: str
    slides_href: str
    file_href: str
    others: tuple[tuple[LocalizedText, str, bool], ...]


def pages(training: Training, section: TrainingSection, context: PageContext) -> tuple[Page, Page]:
    """Return the learners' page of a section, at the depth of `context`, and the facilitator's page below it."""
    below = PageContext.for_address(context.catalog, context.language, training_urls.facilitator(section.id))
    return _learners(training, section, context), _facilitators(training, section, below)


def _learners(training: Training, section: TrainingSection, context: PageContext) -> Page:
    say, shown = context.language.say, section_view(training, section, context)
    contents = [Anchor("paikat", say("training.places")), Anchor("keskustelu", say("training.discussion"))]
    contents += [Anchor("tapaukset", say("training.cases"))] if shown.cases else []
    return Page(
        kind="training",
        id=section.id,
        address=training_urls.training_section(section.id),
        title=say("training.title", section=str(shown.title)),
        description=str(shown.aim),
        head=render("training/training-head", context, shown),
        chapter=render("training/training", context, shown),
        reviewed=training.reviewed,
        owners=(training.owner,),
        contents=(*contents, Anchor("testi", say("training.self_test"))),
        linked_data=linked_data.of_section(section, context),
    )


def _facilitators(training: Training, section: TrainingSection, context: PageContext) -> Page:
    say, shown = context.language.say, section_view(training, section, context)
    contents = [Anchor("aikataulu", say("training.timetable")), Anchor("paikat", say("training.places"))]
    contents += [Anchor("keskustelu", say("training.discussion"))]
    contents += [Anchor("tapaukset", say("training.cases"))] if shown.cases else []
    return Page(
        kind="facilitator",
        id=section.id,
        address=training_urls.facilitator(section.id),
        title=say("training.facilitator_title", section=str(shown.title)),
        description=say("training.facilitator_description", section=str(shown.title)),
        head=render("training/facilitator-head", context, shown),
        chapter=render("training/facilitator", context, shown),
        reviewed=training.reviewed,
        owners=(training.owner,),
        contents=(*contents, Anchor("vastaukset", say("training.answers"))),
    )


def section_view(training: Training, section: TrainingSection, context: PageContext) -> SectionView:
    """What both pages and the file for learning platforms show of a section."""
    language = context.language
    page, pack = training_urls.training_section(section.id), ready_pack.fragment(section, context)
    sessions = (each for each in training.sessions if each.minutes != section.timetable.minutes)
    return SectionView(
        style=context.asset(STYLE),
        script=context.asset(SELF_TEST),
        title=language.pick(section.title),
        aim=language.pick(section.aim),
        places=tuple(TeachingView(place=pointer(each.at.to, context), look_for=language.pick(each.look_for)) for each in section.places),
        discussion=tuple(question_view(each, section, context) for each in section.discussion),
        cases=tuple(case_view(each, section, context) for each in section.cases),
        tests=tuple(test_view(each, section, context) for each in section.self_test),
        timetable=timetable_view(section.timetable, context),
        sessions=tuple(timetable_view(each, context) for each in sessions),
        note=language.pick(training.note),
        list_href=context.href(urls.TRAINING),
        href=context.href(page),
        facilitator_href=context.href(training_urls.facilitator(section.id)),
        pack_href=context.href(urls.PACK) + pack,
        slides_href=context.href(urls.PACK_SLIDES) + pack,
        file_href=context.href(training_urls.section_file(section.id)),
        others=tuple(
            (language.pick(other.title), context.href(training_urls.training_section(other.id)), other is section)
            for other in training.sections
        ),
    )
