"""One model for a professional who guides clients: does it run, how clients enter, who may refer, which organisations are involved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mallisto import fit
from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import lifecycle_sentence
from mallisto.model import Model, Participant, Ref, Role, unlisted_name
from mallisto.pages.elements.card_rows import (
    CardLine,
    CardRow,
    answer_line,
    gap_lines,
    lane_words,
    row,
    statement_lines,
    step_line,
    step_name,
)
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, short_mark, told_by_editors
from mallisto.pages.elements.level_mark import level_mark
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.roles.whom_to_ask import whom_to_ask


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """The steps of one role in a model.

    `ids` are those of the role and of its broader role, `holders` those of the professions that may hold it.
    """

    ids: str
    holders: str
    name: LocalizedText
    href: str
    steps: tuple[CardLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A model's entry; `more` is collapsed.

    It is filtered by the ids in `situations`, `groups`, `counties` and `roles`; `holders` may hold a function that the model names.
    """

    anchor: str
    name: LocalizedText
    href: str
    level: str
    summary: LocalizedText | str
    summarised: ProvenanceView
    situations: str
    groups: str
    counties: str
    roles: str
    holders: str
    rows: tuple[CardRow, ...]
    more: tuple[CardRow, ...]
    role_lines: tuple[RoleLine, ...]


def guide(model: Model, is_full: bool, context: PageContext) -> Guide:
    language = context.language
    place, kinds = model.basics.place, model.classification
    role_lines = tuple(_role_lines(model, context))
    return Guide(
        anchor=urls.part_of(model.id),
        name=language.pick(model.name),
        href=context.model_href(model),
        level=level_mark(model, language),
        summary=language.pick(model.summary) if is_full else "",
        summarised=told_by_editors("summarised", context),
        situations=_ids(ref for ref in kinds.life_situations if not ref.unlisted_name),
        groups=" ".join(fit.groups_served(model, context.catalog)),
        counties=" ".join(context.catalog.counties_of(place) if place else ()),
        roles=_joined(line.ids for line in role_lines),
        holders=_joined(line.holders for line in role_lines),
        rows=tuple(_rows(model, context)),
        more=tuple(_more_rows(model, context)) if is_full else (),
        role_lines=role_lines if is_full else (),
    )


def _ids(refs: Iterable[Ref]) -> str:
    return " ".join(ref.to for ref in refs)


def _joined(lists: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(each for ids in lists for each in ids.split()))


def _rows(model: Model, context: PageContext) -> Iterator[CardRow]:
    """Yield the most important rows: does it run, where, how clients enter, who may refer, what must be agreed, whom to ask now."""
    say, entry, pathway = context.language.say, model.how.entry, model.pathway
    steps = (step_line(each, model, context, lane_words(pathway.lane(each.lane), context)) for each in pathway.entries)
    answers = (
        ("how.entry.referral", entry.referral),
        ("how.entry.voluntary", entry.voluntary),
        ("for_whom.consent", model.for_whom.consent),
    )
    counties = context.catalog.counties_of(model.basics.place) if model.basics.place else ()
    areas = ", ".join(str(context.language.pick(context.catalog.county_by_id[code].name)) for code in counties)
    yield row(say("guidance.runs"), _runs(model, context), "", gap_lines("status.lifecycle", model, context))
    yield row(say("guidance.area"), (CardLine(text=areas, provenance=told_by_editors("added", context)),) if areas else (), say("unknown"))
    yield row(say("guidance.entry"), steps, say("unknown"))
    yield row(say("guidance.who"), _referrers(model, context), say("unknown"))
    yield row(say("guidance.terms"), (answer_line(field, answer, model, context) for field, answer in answers), "")
    yield row(say("guidance.ask"), whom_to_ask(model, context), say("guidance.ask_unknown"))


def _more_rows(model: Model, context: PageContext) -> Iterator[CardRow]:
    """Yield further rows: target group, routes, organisations then and now, changes."""
    language, catalog, kinds = context.language, context.catalog, model.classification
    concepts = (
        *(catalog.life_situation_by_id[ref.to] for ref in kinds.life_situations),
        *(catalog.target_group_by_id[ref.to] for ref in kinds.target_groups),
    )
    names = ", ".join(dict.fromkeys(str(language.pick(each.name)) for each in concepts))
    unknown = language.say("unknown")
    yield row(
        language.say("guidance.whom"), (CardLine(text=names, provenance=told_by_editors("classified", context)),) if names else (), unknown
    )
    yield row(language.title("how.entry.routes"), statement_lines(model.how.entry.routes, model, context), unknown)
    yield row(language.say("guidance.bodies"), _bodies(model, context), unknown)
    if model.currency:
        words = language.say("guidance.changes", count=len(model.currency))
        yield row(language.title("currency"), (CardLine(text=words, href=context.model_href(model, "", "muutokset")),), unknown)


def _runs(model: Model, context: PageContext) -> Iterator[CardLine]:
    language, status, period = context.language, model.status, model.basics.period
    is_known = status.lifecycle != "unknown"
    notes = (language.pick(status.note),) if status.note and is_known else ()
    mark = told_by_editors("concluded", context) if is_known else None
    yield CardLine(text=lifecycle_sentence(model.runs, language), more=notes, is_gap=not is_known, provenance=mark)
    if period and (period.start or period.end):
        known_by = provenance_view(period.provenance, model, context)
        yield CardLine(label=language.title("basics.period"), text=language.period(period.start, period.end), provenance=known_by)


def _referrers(model: Model, context: PageContext) -> Iterator[CardLine]:
    """Yield who may refer clients: organisations that the source names as referrers, and the roles of the entry steps."""
    for participant in model.basics.organisations:
        if participant.part == "referrer":
            yield _body(participant, model, context)
    named: dict[tuple[str, ProvenanceView], list[LocalizedText]] = {}
    for step in model.pathway.entries:
        mark = short_mark(provenance_view(step.provenance, model, context))
        for ref in step.roles:
            named.setdefault((ref.to, mark), []).append(step_name(step, model, context))
    for (role_id, mark), steps in named.items():
        role = context.catalog.role_by_id[role_id]
        yield CardLine(text=context.language.pick(role.name), href=_card_href(role, model, context), more=tuple(steps), provenance=mark)


def _bodies(model: Model, context: PageContext) -> Iterator[CardLine]:
    """Yield the organisations that carried the model out, with their present successors."""
    for participant in model.basics.organisations:
        if participant.part in ("implementer", "coordinator"):
            yield _body(participant, model, context)


def _body(participant: Participant, model: Model, context: PageContext) -> CardLine:
    organisation, language = context.catalog.organisation(participant.organisation), context.language
    now = [language.say("glance.now", names=str(each)) for each in context.today_of(organisation)]
    if organisation.valid_until and not now:
        now = [language.say("guidance.until", date=language.date(organisation.valid_until))]
    return CardLine(
        text=language.pick(organisation.name), more=tuple(now), provenance=provenance_view(participant.provenance, model, context)
    )


def _role_lines(model: Model, context: PageContext) -> Iterator[RoleLine]:
    """Yield the roles of a model with their steps."""
    catalog = context.catalog
    named = {each.role.to for each in model.people.roles} | {ref.to for step in model.pathway.steps for ref in step.roles}
    unlisted = (catalog.role_by_id[role_id] for role_id in sorted(named) if unlisted_name(role_id))
    for role in (*catalog.vocabulary.roles, *unlisted):
        if role.id in named and role.kind != "client":
            yield RoleLine(
                ids="" if unlisted_name(role.id) else f"{role.id} {role.broader.to}" if role.broader else role.id,
                holders=" ".join(each.id for each in catalog.holders_of(role)),
                name=context.language.pick(role.name),
                href=_card_href(role, model, context),
                steps=tuple(step_line(each, model, context, ()) for each in catalog.steps_with(model, role)),
            )


def _card_href(role: Role, model: Model, context: PageContext) -> str:
    return f"{context.role_href(role)}#{urls.part_of(model.id)}" if context.role_href(role) else ""
