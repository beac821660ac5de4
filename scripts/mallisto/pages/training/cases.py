"""Cases: an imaginary client, what the learner could do, and what every model would do next by its pathway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mallisto.addresses import training_urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Case, CaseMoment, Role, TrainingSection
from mallisto.pages.elements.card_rows import CardLine, CardRow, row
from mallisto.pages.elements.facts import ProvenanceView, told_by_editors
from mallisto.pages.elements.link_targets import PlaceLink, place
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.training.model_paths import PATHS, ModelPath, PathStep, steps_at

# So many steps of a model are shown; the rest is on its pathway.
MOST_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersView:
    """What the models do next: rows of those whose pathway tells, the names of those whose pathway does not, how many have none."""

    rows: tuple[CardRow, ...]
    silent: str
    without_pathway: str
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with the editors' own thoughts on it, and the models' answers."""

    anchor: str
    situation: LocalizedText
    role: str
    do: LocalizedText
    ask: LocalizedText
    link: PlaceLink
    answers: AnswersView


def case_view(case: Case, section: TrainingSection, context: PageContext) -> CaseView:
    """A case of a section, with its answers."""
    language, role, anchor = context.language, context.catalog.role(case.role), training_urls.case(case.id)
    return CaseView(
        anchor=anchor,
        situation=language.pick(case.situation),
        role=language.say("training.you_are", role=str(language.pick(role.name))),
        do=language.pick(case.do),
        ask=language.pick(case.ask),
        link=place(training_urls.training_section(section.id), anchor, context),
        answers=_answers(case, role, context),
    )


def own_steps(role: Role, context: PageContext) -> AnswersView:
    """The steps of a role in every model, also those of functions that it may hold."""
    paths = context.contributed(PATHS).values()
    return _view([(path, steps_at(CaseMoment.ROLE, role, path, context.catalog)) for path in paths], context)


def _answers(case: Case, role: Role, context: PageContext) -> AnswersView:
    named = {context.catalog.addresses.target_of(ref.to) for ref in case.at}
    found = []
    for path in context.contributed(PATHS).values():
        known = tuple(each for each in path.steps if each.address in named)
        found.append((path, known or steps_at(case.moment, role, path, context.catalog)))
    return _view(found, context)


def _view(found: list[tuple[ModelPath, tuple[PathStep, ...]]], context: PageContext) -> AnswersView:
    say = context.language.say
    told = tuple(row(str(path.name), _lines(path, steps, context), "") for path, steps in found if steps)
    silent = _names(path for path, steps in found if path.steps and not steps)
    without = sum(not path.steps for path, _ in found)
    return AnswersView(
        rows=told,
        silent=say("training.silent", models=silent) if silent else "",
        without_pathway=say(f"training.without_pathway.{'one' if without == 1 else 'other'}", count=without) if without else "",
        provenance=told_by_editors("concluded", context),
    )


def _names(paths: Iterable[ModelPath]) -> str:
    return ", ".join(str(path.name) for path in paths)


def _lines(path: ModelPath, steps: tuple[PathStep, ...], context: PageContext) -> Iterator[CardLine]:
    say = context.language.say
    for step in steps[:MOST_STEPS]:
        more = [*step.responsible]
        if step.role_names:
            more.append(say("training.with", roles=", ".join(map(str, step.role_names))))
        if following := path.named(step.next):
            more.append(say("training.then", steps="; ".join(str(each.name) for each in following)))
        yield CardLine(text=step.name, href=context.href(step.address), more=tuple(more), provenance=step.provenance)
    if len(steps) > MOST_STEPS:
        page = steps[0].address.partition("#")[0]
        yield CardLine(text=say("training.more_steps", count=len(steps) - MOST_STEPS), href=context.href(page))
