"""The overview of a model: what, for whom, where, does it run, what came of it and who says so, what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto import addresses
from mallisto.language import Spoken
from mallisto.model import Figure, Model, Statement
from mallisto.pages.facts import AnswerView, FigureView, StatementView, Told, answer_view, figure_views, statement_views, told
from mallisto.pages.glance import Row, rows
from mallisto.pages.parts import PartLink, part_links
from mallisto.pages.render import render
from mallisto.pages.setting import Anchor, Page, Setting

FIRST_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A field of the model under its own small heading."""

    title: str
    statements: tuple[StatementView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    answers: tuple[AnswerView, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.statements or self.figures or self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """What the source does not tell."""

    anchor: str
    text: Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of Innokylä with its groups and what is not known of it."""

    anchor: str
    title: str
    lead: str
    groups: tuple[Group, ...]
    gaps: tuple[GapView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLink:
    number: int
    title: Spoken
    href: str
    lane: Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolView:
    anchor: str
    name: Spoken
    text: Spoken | None
    maturity: str
    note: Spoken | None
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    anchor: str
    text: Spoken
    since: str
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    anchor: str
    kind: str
    name: Spoken
    href: str | None
    text: Spoken | None
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    anchor: str
    title: Spoken
    url: str | None
    kind: str
    state: str
    note: Spoken | None
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    anchor: str
    text: Spoken
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """The overview page, finished."""

    name: Spoken
    kind: str
    summary: Spoken
    translation_note: str
    parts: tuple[PartLink, ...]
    rows: tuple[Row, ...]
    before_pathway: tuple[Section, ...]
    steps: tuple[StepLink, ...]
    more_steps: str
    pathway_href: str
    conditions: Section
    tools: tuple[ToolView, ...]
    results: Section
    consistency_notes: tuple[NoteView, ...]
    after_results: tuple[Section, ...]
    relations: tuple[RelationView, ...]
    changes: tuple[ChangeView, ...]
    gaps: tuple[GapView, ...]
    links: tuple[LinkView, ...]
    tags: tuple[str, ...]


def page(model: Model, setting: Setting) -> Page:
    """The overview page of a model."""
    view = _view(model, setting)
    return Page(
        kind="overview",
        id=model.id,
        address=addresses.model_page(model.id),
        title=str(view.name),
        description=str(view.summary),
        body=render("overview", setting, view),
        contents=_contents(view, setting),
    )


def _view(model: Model, setting: Setting) -> OverviewView:
    language = setting.language
    return OverviewView(
        name=language.pick(model.name),
        kind=language.value("kind", model.kind),
        summary=language.pick(model.summary),
        translation_note=language.say("translation.note"),
        parts=part_links(model, setting, ""),
        rows=rows(model, setting),
        before_pathway=_before_pathway(model, setting),
        steps=_steps(model, setting),
        more_steps=language.say("overview.all_steps", count=len(model.pathway.steps)),
        pathway_href=setting.model_href(model, addresses.PATHWAY),
        conditions=_conditions(model, setting),
        tools=_tools(model, setting),
        results=_results(model, setting),
        consistency_notes=tuple(
            NoteView(anchor=addresses.fact(each.id), text=language.pick(each.text), told=told(each.provenance, model, setting))
            for each in model.results.consistency_notes
        ),
        after_results=_after_results(model, setting),
        relations=_relations(model, setting),
        changes=_changes(model, setting),
        gaps=_gaps(model, setting),
        links=_links(model, setting),
        tags=tuple(dict.fromkeys(tag for each in model.classification.source_tags for tag in each.tags)),
    )


def _contents(view: OverviewView, setting: Setting) -> tuple[Anchor, ...]:
    say = setting.language.say
    sections = [Anchor(each.anchor, each.title) for each in view.before_pathway]
    after = [Anchor(each.anchor, each.title) for each in view.after_results]
    tail = [("sukulaiset", view.relations), ("muutokset", view.changes), ("aukot", view.gaps), ("linkit", view.links)]
    return (
        Anchor("perustiedot", setting.language.title("basics")),
        *sections,
        Anchor("polku", setting.language.title("pathway")),
        Anchor(view.conditions.anchor, view.conditions.title),
        Anchor(view.results.anchor, view.results.title),
        *after,
        *(Anchor(anchor, say(f"section.{anchor}")) for anchor, shown in tail if shown),
    )


def _group(field: str, statements: tuple[Statement, ...], model: Model, setting: Setting) -> Group:
    return Group(title=setting.language.title(field), statements=statement_views(statements, model, setting))


def _figure_group(field: str, figures: tuple[Figure, ...], model: Model, setting: Setting) -> Group:
    return Group(title=setting.language.title(field), figures=figure_views(figures, model, setting))


def _section(anchor: str, field: str, groups: tuple[Group, ...], model: Model, setting: Setting, lead: str = "") -> Section:
    return Section(
        anchor=anchor,
        title=setting.language.title(field),
        lead=lead,
        groups=tuple(each for each in groups if not each.is_empty),
        gaps=_gaps(model, setting, field),
    )


def _before_pathway(model: Model, setting: Setting) -> tuple[Section, ...]:
    how, entry, why, people = model.how, model.how.entry, model.why, model.for_whom
    answers = Group(
        title=setting.language.say("overview.conditions_of_entry"),
        answers=(
            answer_view("how.entry.referral", entry.referral, model, setting),
            answer_view("how.entry.voluntary", entry.voluntary, model, setting),
            answer_view("for_whom.consent", people.consent, model, setting),
        ),
    )
    return (
        _section(
            "perusidea",
            "how",
            (
                _group("how.idea", how.idea, model, setting),
                _group("how.goals", how.goals, model, setting),
                _group("how.principles", how.principles, model, setting),
                _group("how.methods", how.methods, model, setting),
                _group("how.components", how.components, model, setting),
                _group("how.entry.routes", entry.routes, model, setting),
                answers,
            ),
            model,
            setting,
        ),
        _section(
            "toimintaymparisto",
            "why",
            (
                _group("why.need", why.need, model, setting),
                _group("why.context", why.context, model, setting),
                _figure_group("why.figures", why.figures, model, setting),
            ),
            model,
            setting,
        ),
        _section(
            "kohderyhma",
            "for_whom",
            (
                _group("for_whom.description", people.description, model, setting),
                _group("for_whom.criteria", people.criteria, model, setting),
                _group("for_whom.segments", people.segments, model, setting),
                _figure_group("for_whom.size", people.size, model, setting),
            ),
            model,
            setting,
        ),
    )


def _conditions(model: Model, setting: Setting) -> Section:
    conditions = model.conditions
    groups = (
        _group("conditions.competences", conditions.competences, model, setting),
        _group("conditions.resources", conditions.resources, model, setting),
        _group("conditions.agreements", conditions.agreements, model, setting),
    )
    return _section("ehdot", "conditions", groups, model, setting)


def _results(model: Model, setting: Setting) -> Section:
    """Only what somebody reports; where nobody does, the page says so."""
    results, say = model.results, setting.language.say
    groups = (
        _group("results.claims", results.claims, model, setting),
        _figure_group("results.figures", results.figures, model, setting),
    )
    return _section(
        "tulokset",
        "results",
        groups,
        model,
        setting,
        lead=say("results.lead") if any(g.statements or g.figures for g in groups) else say("results.none"),
    )


def _after_results(model: Model, setting: Setting) -> tuple[Section, ...]:
    results, say = model.results, setting.language.say
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
            _figure_group(
                "cost.figures", (*model.cost.figures, *(each.amount for each in model.basics.funding if each.amount)), model, setting
            ),
            _group("cost.notes", model.cost.notes, model, setting),
        ),
        model,
        setting,
        lead=say("cost.lead"),
    )
    sections = [
        _section(anchor, field, (Group(title="", statements=statement_views(statements, model, setting)),), model, setting, lead)
        for anchor, field, statements, lead in plain
        if statements
    ]
    return (*sections[:-1], costs, *sections[-1:]) if model.advice else (*sections, costs)


def _steps(model: Model, setting: Setting) -> tuple[StepLink, ...]:
    lanes = {each.id: each for each in model.pathway.lanes}
    return tuple(
        StepLink(
            number=number,
            title=setting.language.pick(step.title),
            href=setting.model_href(model, addresses.PATHWAY, addresses.step(step.id)),
            lane=setting.language.pick(lanes[step.lane.to].title),
        )
        for number, step in enumerate(model.pathway.steps[:FIRST_STEPS], 1)
    )


def _tools(model: Model, setting: Setting) -> tuple[ToolView, ...]:
    language = setting.language
    return tuple(
        ToolView(
            anchor=addresses.fact(each.id),
            name=language.pick(each.name),
            text=language.pick(each.text) if each.text else None,
            maturity=language.value("tools.maturity", each.maturity),
            note=language.pick(each.note) if each.note else None,
            told=told(each.provenance, model, setting),
        )
        for each in model.tools
    )


def _relations(model: Model, setting: Setting) -> tuple[RelationView, ...]:
    language, views = setting.language, []
    for each in model.relations:
        other = setting.catalog.model_by_id.get(each.model.to) if each.model else None
        name = other.name if other else each.name
        if name is None:
            continue
        views.append(
            RelationView(
                anchor=addresses.fact(each.id),
                kind=language.value("relations.kind", each.kind),
                name=language.pick(name),
                href=setting.model_href(other) if other else None,
                text=language.pick(each.text) if each.text else None,
                told=told(each.provenance, model, setting),
            )
        )
    return tuple(views)


def _changes(model: Model, setting: Setting) -> tuple[ChangeView, ...]:
    language = setting.language
    return tuple(
        ChangeView(
            anchor=addresses.fact(each.id),
            text=language.pick(each.text),
            since=language.date(each.since) if each.since else "",
            told=told(each.provenance, model, setting),
        )
        for each in model.currency
    )


def _gaps(model: Model, setting: Setting, field: str = "") -> tuple[GapView, ...]:
    """The gaps of a part of the model, or all of them."""
    return tuple(
        GapView(anchor=addresses.fact(each.id), text=setting.language.pick(each.text))
        for each in model.gaps
        if not field or each.field.to == field or each.field.to.startswith(f"{field}.")
    )


def _links(model: Model, setting: Setting) -> tuple[LinkView, ...]:
    language = setting.language
    return tuple(
        LinkView(
            anchor=addresses.fact(each.id),
            title=language.pick(each.title),
            url=each.url,
            kind=language.value("basics.links.kind", each.kind),
            state=language.value("basics.links.state", each.state),
            note=language.pick(each.note) if each.note else None,
            told=told(each.provenance, model, setting),
        )
        for each in model.basics.links
    )
