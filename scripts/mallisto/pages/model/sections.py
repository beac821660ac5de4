"""The sections of the overview page under Innokylä's headings: groups of facts, and the gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from mallisto.addresses import urls
from mallisto.i18n import evidence_text
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Evaluator, Evidence, Figure, Model, Reference, Statement
from mallisto.pages.elements.chart import ChartView, chart
from mallisto.pages.elements.facts import (
    AnswerView,
    FigureView,
    StatementView,
    answer_view,
    figure_views,
    provenance_view,
    statement_views,
    told_by_editors,
)
from mallisto.pages.elements.page_context import PageContext

# A group of at most so many facts is not collapsed.
SHORT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGroup:
    """A field of the model under its own subheading."""

    title: str
    statements: tuple[StatementView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    chart: ChartView | None = None
    answers: tuple[AnswerView, ...] = ()
    is_open: bool = True

    @property
    def size(self) -> int:
        return len(self.statements) + len(self.figures) + len(self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """Something the source does not say."""

    anchor: str
    text: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of Innokylä with its groups and gaps."""

    anchor: str
    title: str
    lead: str
    groups: tuple[StatementGroup, ...]
    gaps: tuple[GapView, ...]

    @property
    def has_content(self) -> bool:
        """Whether anything would stand below the heading."""
        return bool(self.groups or self.gaps or self.lead)


def _group(field: str, statements: tuple[Statement, ...], model: Model, context: PageContext) -> StatementGroup:
    return StatementGroup(title=context.language.title(field), statements=statement_views(statements, model, context))


def _figure_group(field: str, figures: tuple[Figure, ...], model: Model, context: PageContext) -> StatementGroup:
    views = figure_views(figures, model, context)
    return StatementGroup(title=context.language.title(field), figures=views, chart=chart(figures, model, context))


def _section(anchor: str, field: str, groups: tuple[StatementGroup, ...], model: Model, context: PageContext, lead: str = "") -> Section:
    return Section(
        anchor=anchor,
        title=context.language.title(field),
        lead=lead,
        groups=_folded(tuple(each for each in groups if each.size)),
        gaps=gaps(model, context, field),
    )


def _folded(groups: tuple[StatementGroup, ...]) -> tuple[StatementGroup, ...]:
    """Mark groups as collapsed, except the first, short ones and charts."""
    first = next((each for each in groups if each.title), None)
    return tuple(replace(each, is_open=each is first or each.size <= SHORT or each.chart is not None) for each in groups)


def before_pathway(model: Model, context: PageContext) -> tuple[Section, ...]:
    how, entry, why, people = model.how, model.how.entry, model.why, model.for_whom
    asked = (("how.entry.referral", entry.referral), ("how.entry.voluntary", entry.voluntary), ("for_whom.consent", people.consent))
    answers = StatementGroup(
        title=context.language.say("overview.conditions_of_entry"),
        answers=tuple(answer_view(field, answer, model, context) for field, answer in asked) if any(map(itemgetter(1), asked)) else (),
    )
    found = (
        _section(
            "perusidea",
            "how",
            (
                _group("how.idea", how.idea, model, context),
                _group("how.goals", how.goals, model, context),
                _group("how.principles", how.principles, model, context),
                _group("how.methods", how.methods, model, context),
                _group("how.components", how.components, model, context),
                _group("how.entry.routes", entry.routes, model, context),
                answers,
            ),
            model,
            context,
        ),
        _section(
            "toimintaymparisto",
            "why",
            (
                _group("why.need", why.need, model, context),
                _group("why.context", why.context, model, context),
                _figure_group("why.figures", why.figures, model, context),
            ),
            model,
            context,
        ),
        _section(
            "kohderyhma",
            "for_whom",
            (
                _group("for_whom.description", people.description, model, context),
                _group("for_whom.criteria", people.criteria, model, context),
                _group("for_whom.segments", people.segments, model, context),
                _figure_group("for_whom.size", people.size, model, context),
            ),
            model,
            context,
        ),
    )
    return tuple(section for section in found if section.has_content)


def conditions(model: Model, context: PageContext) -> Section:
    conditions = model.conditions
    groups = (
        _group("conditions.competences", conditions.competences, model, context),
        _group("conditions.resources", conditions.resources, model, context),
        _group("conditions.agreements", conditions.agreements, model, context),
    )
    return _section("ehdot", "conditions", groups, model, context)


def results(model: Model, context: PageContext) -> Section:
    """Return the section of results: the grade of evidence, and reported results only; the lead says if there are none.

    Of a light description without results it says nothing.
    """
    results, say, evidence = model.results, context.language.say, model.evidence
    groups = (
        StatementGroup(title="", answers=tuple(_evidence(model, context))),
        _group("results.claims", results.claims, model, context),
        _figure_group("results.figures", results.figures, model, context),
    )
    return _section(
        "tulokset",
        "results",
        groups,
        model,
        context,
        lead=say("results.none" if evidence is Evidence.NONE else "results.lead") if evidence else "",
    )


def _evidence(model: Model, context: PageContext) -> Iterator[AnswerView]:
    """Yield the grade of evidence, which is the editors' assessment, and the evaluation in the model."""
    language, results = context.language, model.results
    if model.evidence is None:
        return
    said = evidence_text.evaluation_sentence(results, language)
    yield AnswerView(
        question=language.say("evidence.title"),
        value=evidence_text.grade(results, language),
        is_known=results.evidence is not Evidence.NONE,
        text=LocalizedText(said) if said else None,
        provenance=told_by_editors("classified", context),
    )
    if made := results.evaluation:
        yield AnswerView(
            question=language.title("results.evaluation"),
            value=language.value("results.evaluation.evaluator", made.evaluator),
            is_known=made.evaluator is not Evaluator.UNKNOWN,
            text=language.pick(made.text) if made.text else None,
            provenance=provenance_view(made.provenance, model, context),
            date=language.date(made.date) if made.date else "",
            published=_published(made.report, language) if made.report else None,
        )


def _published(report: Reference, language: Language) -> tuple[LocalizedText, str]:
    """The name of a publication and its address; the address is empty where there is none."""
    return language.pick(report.title), str(language.pick(report.url)) if report.url else ""


def after_results(model: Model, context: PageContext) -> tuple[Section, ...]:
    results, say = model.results, context.language.say
    plain = (
        ("odotetut-tulokset", "results.expected_results", results.expected_results, say("expected.lead")),
        ("opit", "results.lessons", results.lessons, ""),
        ("jatko", "results.next_steps", results.next_steps, say("next_steps.lead")),
        ("visio", "results.vision", results.vision, say("vision.lead")),
        ("vinkit", "advice", model.advice, say("advice.lead")),
    )
    costs = _section(
        "kustannukset",
        "cost",
        (
            _figure_group("cost.figures", model.cost.figures, model, context),
            _group("cost.notes", model.cost.notes, model, context),
            _figure_group("basics.funding", funded(model), model, context),
        ),
        model,
        context,
        lead=say("cost.lead") if model.cost.figures else "" if model.is_light else say("cost.none"),
    )
    sections = [
        _section(anchor, field, (StatementGroup(title="", statements=statement_views(statements, model, context)),), model, context, lead)
        for anchor, field, statements, lead in plain
        if statements
    ]
    ordered = (*sections[:-1], costs, *sections[-1:]) if model.advice else (*sections, costs)
    return tuple(section for section in ordered if section.has_content)


def funded(model: Model) -> tuple[Figure, ...]:
    """Return the sums of money that the model received. They are not costs."""
    return tuple(each.amount for each in model.basics.funding if each.amount)


def gaps(model: Model, context: PageContext, field: str = "") -> tuple[GapView, ...]:
    """Return the gaps about a field of the model, or all of them."""
    return tuple(
        GapView(anchor=urls.fact(gap.id), text=context.language.pick(gap.text))
        for gap in model.gaps
        if not field or gap.field.to == field or gap.field.to.startswith(f"{field}.")
    )
