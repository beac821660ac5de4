"""The rows of a role's card for one model: tasks, recognising a need, steps, guidance, feedback, tools."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model, Role, RoleInModel, Step
from mallisto.pages.elements.card_rows import (
    CardLine,
    CardRow,
    answer_line,
    gap_lines,
    lane_name,
    lane_words,
    row,
    statement_lines,
    step_line,
)
from mallisto.pages.elements.facts import figure_views, provenance_view, short_mark, statement_views
from mallisto.pages.elements.page_context import PageContext


def parts_of(role: Role, model: Model, context: PageContext) -> tuple[RoleInModel, ...]:
    """Return the model's entries for the role and its kinds."""
    ids = {each.id for each in context.catalog.family_of(role)}
    return tuple(each for each in model.people.roles if each.role.to in ids)


def steps_of(role: Role, model: Model, context: PageContext) -> tuple[Step, ...]:
    """Return the steps in which the role or a kind of it works."""
    return context.catalog.steps_with(model, *context.catalog.family_of(role))


def gaps_of(role: Role, model: Model, context: PageContext) -> Iterator[LocalizedText]:
    """Yield the gaps that name the role, a kind of it or its broader role; others are on the model's pages."""
    ids = {each.id for each in context.catalog.family_of(role)} | ({role.broader.to} if role.broader else set())
    for gap in model.gaps:
        if ids & {ref.to for ref in gap.roles}:
            yield context.language.pick(gap.text)


def rows(role: Role, model: Model, context: PageContext) -> Iterator[CardRow]:
    """Yield the rows of one model, the most needed first; of a light description only what is told, since its silence tells nothing."""
    for each in _rows(role, model, context):
        if not model.is_light or any(not line.is_gap for line in each.lines):
            yield each


def _rows(role: Role, model: Model, context: PageContext) -> Iterator[CardRow]:
    say, steps = context.language.say, steps_of(role, model, context)
    who, entry = model.for_whom, model.how.entry
    if not steps and not parts_of(role, model, context):
        yield row(say("roles.items"), _items(role, model, context), "")
        return
    gaps = {field: gap_lines(field, model, context) for field in ("for_whom.criteria", "tools")}
    yield row(
        say("card.tasks"),
        _tasks(role, model, context),
        say("roles.no_tasks"),
        (CardLine(text=each, is_gap=True) for each in gaps_of(role, model, context)),
    )
    if staffing := tuple(_staffing(role, model, context)):
        yield row(say("roles.number"), staffing, "")
    yield row(
        say("card.need"),
        statement_lines((*who.description, *who.criteria), model, context),
        say("card.no_need"),
        gaps["for_whom.criteria"],
    )
    yield row(say("card.steps"), _own(steps, model, context), say("card.no_steps"))
    if steps:
        yield row(say("card.next"), _next(steps, model, context), say("card.no_next"))
        yield row(say("card.back"), _back(steps, model, context), say("card.no_back"))
    if {each.id for each in steps} & {each.id for each in model.pathway.entries}:
        yield row(context.language.title("how.entry.routes"), statement_lines(entry.routes, model, context), say("card.no_routes"))
    answers = (("how.entry.referral", entry.referral), ("for_whom.consent", who.consent))
    yield row(say("card.terms"), (answer_line(field, answer, model, context) for field, answer in answers), "")
    yield row(context.language.title("tools"), _tools(model, context), say("card.no_tools"), gaps["tools"])
    if items := tuple(_items(role, model, context)):
        yield row(say("roles.items"), items, "")


def _tasks(role: Role, model: Model, context: PageContext) -> Iterator[CardLine]:
    for part in parts_of(role, model, context):
        kind = context.role_name(part.role) if part.role.to != role.id else ""
        for task in statement_views(part.tasks, model, context):
            yield CardLine(
                text=task.text,
                anchor=task.anchor,
                label=task.site or kind,
                more=(task.note,) if task.note else (),
                provenance=task.provenance,
            )


def _staffing(role: Role, model: Model, context: PageContext) -> Iterator[CardLine]:
    """Yield the number of people; that is not a task."""
    for part in parts_of(role, model, context):
        for figure in figure_views(part.staffing, model, context):
            yield CardLine(text=figure.amount, anchor=figure.anchor, label=figure.label, provenance=figure.provenance)


def _own(steps: tuple[Step, ...], model: Model, context: PageContext) -> Iterator[CardLine]:
    """Yield the role's own steps: who is responsible, inputs and outputs."""
    say, pick_all = context.language.say, context.language.pick_all
    for step in steps:
        more: list[LocalizedText | str] = [*lane_words(model.pathway.lane(step.lane), context)]
        if step.inputs:
            more.append(say("card.inputs", what="; ".join(map(str, pick_all(step.inputs)))))
        if step.outputs:
            more.append(say("card.outputs", what="; ".join(map(str, pick_all(step.outputs)))))
        yield step_line(step, model, context, more)


def _next(steps: tuple[Step, ...], model: Model, context: PageContext) -> Iterator[CardLine]:
    """Yield where a client goes from the role's steps, without repetition."""
    pathway, own = model.pathway, {each.id for each in steps}
    seen: set[str] = set()
    for step in steps:
        for way in step.next:
            if way.to.to not in own | seen:
                seen.add(way.to.to)
                there = pathway.step(way.to)
                lane = pathway.lane(there.lane)
                words = lane_words(lane, context, f"card.hands_over.{way.hands_over}" if way.hands_over else "card.lane")
                yield step_line(there, model, context, words, context.language.pick(way.label) if way.label else "")


def _back(steps: tuple[Step, ...], model: Model, context: PageContext) -> Iterator[CardLine]:
    """Yield what another party does before the client, or an answer, returns to the role."""
    say, pathway = context.language.say, model.pathway
    for last, own in pathway.returns_to(steps):
        more = [say("card.outputs", what=str(each)) for each in context.language.pick_all(last.outputs)]
        more.append(say("card.back_to", number=pathway.step_number(own.id), step=str(context.language.pick(own.title))))
        yield step_line(last, model, context, more, lane_name(pathway.lane(last.lane), context))


def _tools(model: Model, context: PageContext) -> Iterator[CardLine]:
    for tool in model.tools:
        yield CardLine(
            text=context.language.pick(tool.name),
            href=context.model_href(model, "", urls.fact(tool.id)),
            badge=context.language.value("tools.maturity", tool.maturity),
            provenance=short_mark(provenance_view(tool.provenance, model, context)),
        )


def _items(role: Role, model: Model, context: PageContext) -> Iterator[CardLine]:
    ids = {each.id for each in context.catalog.family_of(role)}
    for item in model.checklist:
        if item.owner.to in ids:
            href = context.model_href(model, urls.CHECKLIST, urls.item(item.id))
            yield CardLine(
                text=context.language.pick(item.text), href=href, provenance=short_mark(provenance_view(item.provenance, model, context))
            )
