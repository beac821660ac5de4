"""A schema-valid document becomes a Model."""

from __future__ import annotations

from mallisto.model import (
    Agreement,
    Change,
    ChecklistItem,
    Compared,
    Conditions,
    ConsistencyNote,
    Cost,
    Entry,
    Evaluation,
    Evaluator,
    ForWhom,
    Gap,
    How,
    Level,
    Model,
    People,
    Phase,
    Relation,
    Results,
    RoleInModel,
    Tool,
    Why,
)
from mallisto.parse.basics import basics, classification, status
from mallisto.parse.cursor import Cursor, top_of
from mallisto.parse.facts import answer, figure, provenance, reference, statement
from mallisto.parse.pathway import pathway
from mallisto.parse.quality import core_element, criteria
from mallisto.parse.upkeep import upkeep
from mallisto.reading.document import Document
from mallisto.reading.edition import edition


def parse_model(document: Document) -> Model:
    """The operating model a valid document describes."""
    top = top_of(document)
    summary = top.text("summary")
    return Model(
        where=top.where("id"),
        edition=edition(document),
        id=top.string("id"),
        name=top.text("name"),
        short_name=top.maybe_text("short_name"),
        other_names=top.texts("other_names"),
        summary=summary,
        kind=top.string("kind"),
        level=top.maybe_choice("level", Level) or Level.LIGHT,
        status=status(top.at("status")),
        basics=basics(top.at("basics")),
        classification=classification(top.at("classification")),
        why=_why(top.at("why")),
        for_whom=_for_whom(top.at("for_whom")),
        how=_how(top.at("how")),
        people=_people(top.at("people")),
        pathway=pathway(top.at("pathway")),
        tools=top.each("tools", _tool),
        conditions=_conditions(top.at("conditions")),
        results=_results(top.at("results")),
        cost=_cost(top.at("cost")),
        checklist=top.at("adoption").each("items", _checklist_item),
        agreements=top.at("adoption").each("agreements", _agreement),
        core=top.each("core", core_element),
        criteria=top.maybe("criteria", criteria),
        advice=top.each("advice", statement),
        relations=top.each("relations", _relation),
        currency=top.each("currency", _change),
        gaps=top.each("gaps", _gap),
        upkeep=upkeep(top.at("upkeep"), summary),
        texts=tuple(top.seen.texts),
        free_texts=tuple(top.seen.free_texts),
        dates=tuple(top.seen.dates),
        refs=tuple(top.seen.refs),
        fact_ids=tuple(top.seen.fact_ids),
    )


def _why(at: Cursor) -> Why:
    return Why(need=at.each("need", statement), context=at.each("context", statement), figures=at.each("figures", figure))


def _for_whom(at: Cursor) -> ForWhom:
    return ForWhom(
        description=at.each("description", statement),
        criteria=at.each("criteria", statement),
        segments=at.each("segments", statement),
        size=at.each("size", figure),
        consent=at.maybe("consent", answer),
    )


def _how(at: Cursor) -> How:
    return How(
        idea=at.each("idea", statement),
        goals=at.each("goals", statement),
        principles=at.each("principles", statement),
        methods=at.each("methods", statement),
        components=at.each("components", statement),
        entry=_entry(at.at("entry")),
    )


def _entry(at: Cursor) -> Entry:
    return Entry(routes=at.each("routes", statement), referral=at.maybe("referral", answer), voluntary=at.maybe("voluntary", answer))


def _people(at: Cursor) -> People:
    return People(
        description=at.each("description", statement), staffing=at.each("staffing", figure), roles=at.each("roles", _role_in_model)
    )


def _role_in_model(at: Cursor) -> RoleInModel:
    return RoleInModel(
        where=at.where(),
        provenance=provenance(at),
        role=at.ref("role", "role"),
        title=at.maybe_text("title"),
        site=at.maybe_ref("site", "organisation"),
        needed=at.string("needed"),
        tasks=at.each("tasks", statement),
        staffing=at.each("staffing", figure),
        note=at.maybe_text("note"),
    )


def _tool(at: Cursor) -> Tool:
    return Tool(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        name=at.text("name"),
        text=at.maybe_text("text"),
        maturity=at.string("maturity"),
        term=at.maybe_ref("term", "term"),
        note=at.maybe_text("note"),
    )


def _conditions(at: Cursor) -> Conditions:
    return Conditions(
        competences=at.each("competences", statement),
        resources=at.each("resources", statement),
        agreements=at.each("agreements", statement),
    )


def _results(at: Cursor) -> Results:
    return Results(
        claims=at.each("claims", statement),
        figures=at.each("figures", figure),
        consistency_notes=at.each("consistency_notes", _consistency_note),
        expected_results=at.each("expected_results", statement),
        lessons=at.each("lessons", statement),
        next_steps=at.each("next_steps", statement),
        vision=at.each("vision", statement),
        evaluation=at.maybe("evaluation", _evaluation),
    )


def _evaluation(at: Cursor) -> Evaluation:
    return Evaluation(
        where=at.where(),
        provenance=provenance(at),
        evaluator=at.choice("evaluator", Evaluator),
        comparison=at.choice("comparison", Compared),
        date=at.maybe_date("date"),
        report=at.maybe("report", reference),
        text=at.maybe_text("text"),
    )


def _consistency_note(at: Cursor) -> ConsistencyNote:
    return ConsistencyNote(
        where=at.where(), provenance=provenance(at), id=at.fact_id(), text=at.text("text"), about=at.refs("about", "figure")
    )


def _cost(at: Cursor) -> Cost:
    return Cost(figures=at.each("figures", figure), notes=at.each("notes", statement))


def _checklist_item(at: Cursor) -> ChecklistItem:
    return ChecklistItem(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        phase=at.choice("phase", Phase),
        text=at.text("text"),
        why=at.text("why"),
        owner=at.ref("owner", "role"),
        verify=at.text("verify"),
    )


def _agreement(at: Cursor) -> Agreement:
    return Agreement(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        party=at.string("party"),
        text=at.text("text"),
        acts=at.refs("acts", "act"),
        items=at.refs("items", "item"),
    )


def _relation(at: Cursor) -> Relation:
    return Relation(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        kind=at.string("kind"),
        model=at.maybe_ref("model", "model"),
        name=at.maybe_text("name"),
        text=at.maybe_text("text"),
    )


def _change(at: Cursor) -> Change:
    return Change(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        text=at.text("text"),
        since=at.maybe_date("since"),
        organisations=at.refs("organisations", "organisation"),
        concerns=at.refs("concerns", "fact"),
    )


def _gap(at: Cursor) -> Gap:
    return Gap(
        where=at.where(),
        provenance=provenance(at),
        id=at.fact_id(),
        text=at.text("text"),
        field=at.ref("field", "field"),
        roles=at.refs("roles", "role"),
    )
