"""The sections of the overview page under Innokylä's headings: groups of facts, each as connected text, and figures as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from mallisto.addresses import urls
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Evaluator, Figure, Model, Reference, Statement
from mallisto.pages.elements.connected_text import ConnectedTextView, SourceLineView, connected_text, source_line
from mallisto.pages.elements.facts import AnswerView, FigureView, answer_view, figure_views, provenance_view
from mallisto.pages.elements.page_context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTableView:
    """Figures with what all of them share said once: whom they count, when, and how they are known."""

    rows: tuple[FigureView, ...]
    shared: tuple[str, ...]
    source: SourceLineView


@dataclass(frozen=True, slots=True, kw_only=True)
class FactGroup:
    """A field of the model under its own subheading."""

    title: str
    text: ConnectedTextView | None = None
    figures: FigureTableView | None = None
    answers: tuple[AnswerView, ...] = ()

    @property
    def source(self) -> SourceLineView | None:
        known = self.text or self.figures
        return known.source if known else None

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.figures or self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedGroups:
    """Groups one after another that are known alike, and so share a source line; answers bear their own marks."""

    groups: tuple[FactGroup, ...]
    source: SourceLineView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """Something the source does not say."""

    anchor: str
    text: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of Innokylä with its groups; `lead` is said before them."""

    anchor: str
    title: str
    lead: str
    groups: tuple[FactGroup, ...]

    @property
    def runs(self) -> tuple[SourcedGroups, ...]:
        """The groups by the source line they share."""
        return tuple(SourcedGroups(groups=tuple(found), source=source) for source, found in groupby(self.groups, attrgetter("source")))


@dataclass(frozen=True, slots=True)
class SectionWriter:
    """The sections of one model, without the statements that its page has told before them."""

    model: Model
    context: PageContext
    told: frozenset[str]

    def all(self) -> Iterator[Section]:
        """Yield the sections that have something to say, in the order of Innokylä's form."""
        for each in (self._idea(), self._context(), self._target_group(), self._conditions(), *self._outcome(), self._costs()):
            if each.groups or each.lead:
                yield each

    def _section(self, anchor: str, field: str, *groups: FactGroup, lead: str = "") -> Section:
        filled = tuple(each for each in groups if not each.is_empty)
        return Section(anchor=anchor, title=self.context.language.title(field), lead=lead, groups=filled)

    def _text(self, field: str, statements: Iterable[Statement]) -> FactGroup:
        untold = (each for each in statements if each.id not in self.told)
        return FactGroup(title=self.context.language.title(field), text=connected_text(untold, self.model, self.context))

    def _figures(self, field: str, figures: tuple[Figure, ...]) -> FactGroup:
        return FactGroup(title=self.context.language.title(field), figures=figure_table(field, figures, self.model, self.context))

    def _idea(self) -> Section:
        how = self.model.how
        return self._section(
            "perusidea-tiedot",
            "how",
            self._text("how.idea", how.idea),
            self._text("how.goals", how.goals),
            self._text("how.principles", how.principles),
            self._text("how.methods", how.methods),
            self._text("how.components", how.components),
            self._text("how.entry.routes", how.entry.routes),
            self._answers(),
        )

    def _answers(self) -> FactGroup:
        """The closed questions about getting in that somebody has answered."""
        entry = self.model.how.entry
        asked = (
            ("how.entry.referral", entry.referral),
            ("how.entry.voluntary", entry.voluntary),
            ("for_whom.consent", self.model.for_whom.consent),
        )
        views = (answer_view(field, answer, self.model, self.context) for field, answer in asked if answer)
        return FactGroup(title=self.context.language.say("overview.conditions_of_entry"), answers=tuple(views))

    def _context(self) -> Section:
        why = self.model.why
        return self._section(
            "toimintaymparisto",
            "why",
            self._text("why.need", why.need),
            self._text("why.context", why.context),
            self._figures("why.figures", why.figures),
        )

    def _target_group(self) -> Section:
        people = self.model.for_whom
        return self._section(
            "kohderyhma",
            "for_whom",
            self._text("for_whom.description", people.description),
            self._text("for_whom.criteria", people.criteria),
            self._text("for_whom.segments", people.segments),
            self._figures("for_whom.size", people.size),
        )

    def _conditions(self) -> Section:
        conditions = self.model.conditions
        return self._section(
            "ehdot",
            "conditions",
            self._text("conditions.competences", conditions.competences),
            self._text("conditions.resources", conditions.resources),
            self._text("conditions.agreements", conditions.agreements),
        )

    def _outcome(self) -> Iterator[Section]:
        results, say = self.model.results, self.context.language.say
        yield self._section(
            "tulokset-tiedot",
            "results",
            FactGroup(title="", answers=tuple(self._evaluation())),
            self._text("results.claims", results.claims),
            self._figures("results.figures", results.figures),
        )
        plain = (
            ("odotetut-tulokset", "results.expected_results", results.expected_results, say("expected.lead")),
            ("opit", "results.lessons", results.lessons, ""),
            ("jatko", "results.next_steps", results.next_steps, say("next_steps.lead")),
            ("visio", "results.vision", results.vision, say("vision.lead")),
            ("vinkit", "advice", self.model.advice, say("advice.lead")),
        )
        for anchor, field, statements, lead in plain:
            if statements:
                yield self._section(anchor, field, FactGroup(title="", text=self._text(field, statements).text), lead=lead)

    def _evaluation(self) -> Iterator[AnswerView]:
        """Yield the evaluation that the model names, where its report can be read."""
        language, made = self.context.language, self.model.results.evaluation
        if made and (made.date or made.report or made.text):
            yield AnswerView(
                question=language.title("results.evaluation"),
                value=language.value("results.evaluation.evaluator", made.evaluator),
                is_known=made.evaluator is not Evaluator.UNKNOWN,
                text=language.pick(made.text) if made.text else None,
                provenance=provenance_view(made.provenance, self.model, self.context),
                date=language.date(made.date) if made.date else "",
                published=_published(made.report, language) if made.report else None,
            )

    def _costs(self) -> Section:
        model = self.model
        return self._section(
            "kustannukset",
            "cost",
            self._figures("cost.figures", model.cost.figures),
            self._text("cost.notes", model.cost.notes),
            self._figures("basics.funding", funded(model)),
            lead=self.context.language.say("cost.lead") if model.cost.figures else "",
        )


def figure_table(field: str, figures: tuple[Figure, ...], model: Model, context: PageContext) -> FigureTableView | None:
    """Return figures as a table, or None without any. Only money keeps its notes here; those on other figures are notes on the source."""
    views = figure_views(figures, model, context)
    if not views:
        return None
    say = context.language.say
    populations, days = ({value(each) for each in views} for value in (attrgetter("population"), attrgetter("as_of")))
    shared = [(say("figure.population"), populations), (say("figure.as_of"), days)] if len(views) > 1 else []
    kinds = Counter(each.provenance.kind for each in views)
    return FigureTableView(
        rows=tuple(
            replace(
                each,
                population=None if len(views) > 1 and len(populations) == 1 else each.population,
                as_of="" if len(views) > 1 and len(days) == 1 else each.as_of,
                part_of=each.part_of if each.is_doubtful else None,
                note=each.note if field == "cost.figures" else None,
            )
            for each in views
        ),
        shared=tuple(f"{name} {only}" for name, values in shared if len(values) == 1 and (only := str(next(iter(values)) or ""))),
        source=source_line((each.provenance for each in views), kinds.most_common(1)[0][0]),
    )


def _published(report: Reference, language: Language) -> tuple[LocalizedText, str]:
    """The name of a publication and its address; the address is empty where there is none."""
    return language.pick(report.title), str(language.pick(report.url)) if report.url else ""


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
