"""Training material: the list of sections, and the learners' and facilitator's page of a section."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Discussion, SelfTest, Training, TrainingSection
from mallisto.pages.elements.link_targets import PlaceLink, Pointer, place, pointer
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.training import ready_pack

_STYLE = "assets/css/training.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingView:
    """A place of the site and what to look for there."""

    place: Pointer
    look_for: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """A possible answer and the feedback on it."""

    text: LocalizedText
    is_right: bool
    verdict: str
    because: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTestQuestionView:
    """A question that can be linked to."""

    anchor: str
    question: LocalizedText
    link: PlaceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class TestView:
    """A multiple-choice question."""

    asked: SelfTestQuestionView
    options: tuple[OptionView, ...]
    place: Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentView:
    """A part of a session, from its first minute to its last."""

    when: str
    what: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section of the course, for learners and facilitators."""

    style: str
    title: LocalizedText
    aim: LocalizedText
    minutes: str
    places: tuple[TeachingView, ...]
    discussion: tuple[SelfTestQuestionView, ...]
    tests: tuple[TestView, ...]
    moments: tuple[MomentView, ...]
    note: LocalizedText
    list_href: str
    href: str
    facilitator_href: str
    pack_href: str
    slides_href: str
    others: tuple[tuple[LocalizedText, str, bool], ...]


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
    """The list of sections."""

    style: str
    source: str
    note: LocalizedText
    reviewed: str
    sections: tuple[SectionCard, ...]


def pages(training: Training, section: TrainingSection, context: PageContext) -> tuple[Page, Page]:
    """Return the learners' page of a section, at the depth of `context`, and the facilitator's page below it."""
    below = PageContext.for_address(context.catalog, context.language, urls.facilitator(section.id))
    return _learners(training, section, context), _facilitators(training, section, below)


def _learners(training: Training, section: TrainingSection, context: PageContext) -> Page:
    say, shown = context.language.say, _view(training, section, context)
    contents = [Anchor("paikat", say("training.places")), Anchor("keskustelu", say("training.discussion"))]
    return Page(
        kind="training",
        id=section.id,
        address=urls.training_section(section.id),
        title=say("training.title", section=str(shown.title)),
        description=str(shown.aim),
        head=render("training/training-head", context, shown),
        chapter=render("training/training", context, shown),
        reviewed=training.reviewed,
        owners=(training.owner,),
        contents=(*contents, Anchor("testi", say("training.self_test"))),
    )


def _facilitators(training: Training, section: TrainingSection, context: PageContext) -> Page:
    say, shown = context.language.say, _view(training, section, context)
    contents = [Anchor("aikataulu", say("training.timetable")), Anchor("paikat", say("training.places"))]
    return Page(
        kind="facilitator",
        id=section.id,
        address=urls.facilitator(section.id),
        title=say("training.facilitator_title", section=str(shown.title)),
        description=say("training.facilitator_description", section=str(shown.title)),
        head=render("training/facilitator-head", context, shown),
        chapter=render("training/facilitator", context, shown),
        reviewed=training.reviewed,
        owners=(training.owner,),
        contents=(*contents, Anchor("keskustelu", say("training.discussion")), Anchor("vastaukset", say("training.answers"))),
    )


def _view(training: Training, section: TrainingSection, context: PageContext) -> SectionView:
    language = context.language
    page, pack = urls.training_section(section.id), ready_pack.fragment(section, context)
    return SectionView(
        style=context.asset(_STYLE),
        title=language.pick(section.title),
        aim=language.pick(section.aim),
        minutes=language.say("training.minutes", count=section.minutes),
        places=tuple(TeachingView(place=pointer(each.at.to, context), look_for=language.pick(each.look_for)) for each in section.places),
        discussion=tuple(_question(each, page, context) for each in section.discussion),
        tests=tuple(_test(each, page, context) for each in section.self_test),
        moments=_moments(section, context),
        note=language.pick(training.note),
        list_href=context.href(urls.TRAINING),
        href=context.href(page),
        facilitator_href=context.href(urls.facilitator(section.id)),
        pack_href=context.href(urls.PACK) + pack,
        slides_href=context.href(urls.PACK_SLIDES) + pack,
        others=tuple(
            (language.pick(other.title), context.href(urls.training_section(other.id)), other is section) for other in training.sections
        ),
    )


def _question(asked: Discussion | SelfTest, page: str, context: PageContext) -> SelfTestQuestionView:
    anchor = urls.question(asked.id)
    return SelfTestQuestionView(anchor=anchor, question=context.language.pick(asked.question), link=place(page, anchor, context))


def _test(test: SelfTest, page: str, context: PageContext) -> TestView:
    language = context.language
    return TestView(
        asked=_question(test, page, context),
        options=tuple(
            OptionView(
                text=language.pick(option.text),
                is_right=option.is_right,
                verdict=language.say("training.right" if option.is_right else "training.wrong"),
                because=language.pick(option.because),
            )
            for option in test.options
        ),
        place=pointer(test.place.to, context),
    )


def _moments(section: TrainingSection, context: PageContext) -> tuple[MomentView, ...]:
    views, start = [], 0
    for moment in section.timetable:
        when = context.language.say("training.when", start=str(start), end=str(start + moment.minutes))
        views.append(MomentView(when=when, what=context.language.pick(moment.what)))
        start += moment.minutes
    return tuple(views)


def course(context: PageContext) -> Markup:
    """Render the list of sections; empty without training material."""
    language, training = context.language, context.catalog.training
    if training is None:
        return Markup()
    publisher = context.organisation_name(training.publisher)
    view = CourseView(
        style=context.asset(_STYLE),
        source=language.say("training.source", course=str(language.pick(training.course)), publisher=str(publisher)),
        note=language.pick(training.note),
        reviewed=language.date(training.reviewed),
        sections=tuple(_card(each, context) for each in training.sections),
    )
    return render("training/training-list", context, view)


def _card(section: TrainingSection, context: PageContext) -> SectionCard:
    language = context.language
    counts = {"places": len(section.places), "questions": len(section.discussion), "tests": len(section.self_test)}
    contents = [language.say("training.minutes", count=section.minutes)]
    contents += [language.say(f"training.{name}.count", count=count) for name, count in counts.items()]
    return SectionCard(
        title=language.pick(section.title),
        href=context.href(urls.training_section(section.id)),
        facilitator_href=context.href(urls.facilitator(section.id)),
        aim=language.pick(section.aim),
        contents=" · ".join(contents),
    )
