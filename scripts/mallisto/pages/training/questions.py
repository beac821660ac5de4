"""Questions of a training section: what to discuss, and what to choose an answer to."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import training_urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Discussion, SelfTest, TrainingSection
from mallisto.pages.elements.link_targets import PlaceLink, Pointer, place, pointer
from mallisto.pages.elements.page_context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """A possible answer and the feedback on it."""

    text: LocalizedText
    is_right: bool
    verdict: str
    because: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question that can be linked to."""

    anchor: str
    question: LocalizedText
    link: PlaceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class TestView:
    """A multiple-choice question; `situation` is that of the case it is about."""

    asked: QuestionView
    situation: LocalizedText | None
    options: tuple[OptionView, ...]
    place: Pointer


def question_view(asked: Discussion | SelfTest, section: TrainingSection, context: PageContext) -> QuestionView:
    """A question with the link to its place on the page of its section."""
    anchor = training_urls.question(asked.id)
    link = place(training_urls.training_section(section.id), anchor, context)
    return QuestionView(anchor=anchor, question=context.language.pick(asked.question), link=link)


def test_view(test: SelfTest, section: TrainingSection, context: PageContext) -> TestView:
    """A question with its answers, of which one is right."""
    language, case = context.language, section.case(test.case) if test.case else None
    return TestView(
        asked=question_view(test, section, context),
        situation=language.pick(case.situation) if case else None,
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
