"""A model's facts at a glance, ”ei tiedossa” where nobody has told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mallisto.addresses import urls
from mallisto.i18n import evidence_text
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import review_sentence
from mallisto.model import Figure, Funding, Model, Participant, Provenance, Ref
from mallisto.pages.elements.facts import ProvenanceView, amount, provenance_view, short_mark, told_by_editors, unless_described
from mallisto.pages.elements.page_context import PageContext

# So many target groups fit the first screen of a phone; all of them stand further down.
MOST_GROUPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FactValue:
    """One value of a fact with how it is known; `more` explains it in small type. `anchor` is there where others may link to it."""

    text: LocalizedText | str
    provenance: ProvenanceView | None = None
    more: tuple[LocalizedText | str, ...] = ()
    href: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Values that are known in the same way from the same place, and so share a mark."""

    values: tuple[FactValue, ...]
    provenance: ProvenanceView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A question and its values."""

    title: str
    values: tuple[FactValue, ...]
    is_known: bool

    @property
    def runs(self) -> tuple[Run, ...]:
        """The values by how they are known, in the order in which each mark first comes."""
        by_mark: dict[ProvenanceView | None, list[FactValue]] = {}
        for each in self.values:
            by_mark.setdefault(each.provenance, []).append(each)
        return tuple(Run(values=tuple(values), provenance=mark) for mark, values in by_mark.items())


def key_rows(model: Model, context: PageContext) -> tuple[FactRow, ...]:
    """What a reader asks first: for whom, where and when, does it run, what came of it and who says so, what it cost."""
    then, _ = _place(model, context)
    when = _period(model, context)
    return (
        _short(_vocabulary_row("classification.target_groups", model.classification.target_groups[:MOST_GROUPS], model, context)),
        _short(then),
        _short(when),
        _short(_lifecycle(model, context)),
        _came_of_it(model, context),
        _short(_cost(model, context) if model.cost.figures else _funding_in_short(model, context)),
    )


def card_rows(model: Model, context: PageContext) -> tuple[FactRow, ...]:
    """What tells a model from others in a list of models."""
    language = context.language
    kind = FactValue(text=language.value("kind", model.kind), provenance=told_by_editors("classified", context))
    rows = (
        FactRow(title=language.title("kind"), values=(kind,), is_known=True),
        _period(model, context),
        _part("implementer", model, context),
        _vocabulary_row("classification.target_groups", model.classification.target_groups[:MOST_GROUPS], model, context),
        _lifecycle(model, context),
    )
    return tuple(_short(each) for each in rows)


def _short(row: FactRow) -> FactRow:
    """A row without its explanations, which stand further down, and with a mark where the source does not describe it so."""
    return replace(
        row, values=tuple(replace(each, more=(), provenance=each.provenance and unless_described(each.provenance)) for each in row.values)
    )


def _came_of_it(model: Model, context: PageContext) -> FactRow:
    """The grade of the evidence by the editors' reading, and who has evaluated the results; never how many statements there are."""
    language, results = context.language, model.results
    said = evidence_text.evaluation_sentence(results, language)
    mark = told_by_editors("classified", context)
    value = FactValue(text=evidence_text.grade(results, language), more=(said,) if said else (), href="#tulokset", provenance=mark)
    return FactRow(title=language.say("key.results"), values=(value,), is_known=True)


def rows(model: Model, context: PageContext) -> tuple[FactRow, ...]:
    """The facts panel of the overview page, in reading order."""
    return (
        *_other_names(model, context),
        _development(model, context),
        _lifecycle(model, context),
        _period(model, context),
        *_place(model, context),
        *_organisations(model, context),
        *_programme(model, context),
        _vocabulary_row("classification.target_groups", model.classification.target_groups, model, context),
        _figures("for_whom.size", model.for_whom.size, model, context),
        _cost(model, context),
        _funding(model, context),
        _answer("how.entry.referral", model, context),
        _answer("for_whom.consent", model, context),
        _team(model, context),
        _tools(model, context),
        _reviewed(model, context),
    )


def _row(title: str, values: Iterable[FactValue], context: PageContext) -> FactRow:
    found = tuple(values)
    if not found:
        return FactRow(title=title, values=(FactValue(text=context.language.say("unknown")),), is_known=False)
    return FactRow(title=title, values=found, is_known=True)


def _told(provenance: Provenance, model: Model, context: PageContext) -> ProvenanceView:
    return provenance_view(provenance, model, context)


def _development(model: Model, context: PageContext) -> FactRow:
    language, status = context.language, model.status
    more: list[LocalizedText | str] = []
    if status.source_label:
        more.append(language.say("glance.source_label", label=status.source_label))
    if status.as_of:
        more.append(language.say("glance.as_of", date=language.date(status.as_of)))
    mark = _told(status.provenance, model, context)
    value = FactValue(text=language.value("status.development", status.development), more=tuple(more), provenance=mark)
    return _row(language.title("status.development"), (value,), context)


def _lifecycle(model: Model, context: PageContext) -> FactRow:
    """Whether the work runs now. A source tells of its own time, so this is always what the editors conclude."""
    language, status = context.language, model.status
    is_known = status.lifecycle != "unknown"
    value = FactValue(
        text=language.value("status.lifecycle", status.lifecycle),
        more=(language.pick(status.note),) if status.note else (),
        provenance=told_by_editors("concluded", context) if is_known else None,
    )
    return FactRow(title=language.title("status.lifecycle"), values=(value,), is_known=is_known)


def _period(model: Model, context: PageContext) -> FactRow:
    language, period = context.language, model.basics.period
    title = language.title("basics.period")
    if period is None or not (period.start or period.end):
        return _row(title, (), context)
    more = (language.pick(period.note),) if period.note else ()
    mark = _told(period.provenance, model, context)
    return _row(title, (FactValue(text=language.period(period.start, period.end), more=more, provenance=mark),), context)


def _place(model: Model, context: PageContext) -> tuple[FactRow, FactRow]:
    language, place, catalog = context.language, model.basics.place, context.catalog
    then, now = language.say("glance.place_then"), language.say("glance.place_now")
    if place is None:
        return _row(then, (), context), _row(now, (), context)
    site = (language.pick(place.site),) if place.site else ()
    towns = tuple(language.pick(catalog.municipality_by_id[ref.to].name) for ref in place.municipalities)
    counties = tuple(language.pick(catalog.county_by_id[ref.to].name) for ref in place.counties_now)
    note = (language.pick(place.note),) if place.note else ()
    mark, added = _told(place.provenance, model, context), told_by_editors("added", context)
    named = (*site, *(town for town in towns if not any(str(town) in str(one) for one in site)))
    values = [FactValue(text=each, provenance=mark) for each in named]
    if values:
        values[-1] = replace(values[-1], more=note)
    return _row(then, values, context), _row(now, (FactValue(text=each, provenance=added) for each in counties), context)


def _organisations(model: Model, context: PageContext) -> tuple[FactRow, ...]:
    """One row for each part that some organisation has."""
    named = {each.part for each in model.basics.organisations} | {"implementer"}
    parts = ("implementer", "coordinator", "funder", "partner", "referrer", "network")
    return tuple(_part(part, model, context) for part in parts if part in named)


def _part(part: str, model: Model, context: PageContext) -> FactRow:
    """The organisations that have a part; who has taken the place of each stands below it."""
    values = [_participant(each, model, context) for each in model.basics.organisations if each.part == part]
    return _row(context.language.value("basics.organisations.part", part).capitalize(), values, context)


def _participant(each: Participant, model: Model, context: PageContext) -> FactValue:
    language, organisation = context.language, context.catalog.organisation(each.organisation)
    successors = ", ".join(str(one) for one in context.today_of(organisation))
    more: list[LocalizedText | str] = [language.say("glance.now", names=successors)] if successors else []
    if each.note:
        more.append(language.pick(each.note))
    return FactValue(text=language.pick(organisation.name), more=tuple(more), provenance=_told(each.provenance, model, context))


def _programme(model: Model, context: PageContext) -> tuple[FactRow, ...]:
    """The programmes the model belongs to, where there are any."""
    programme = model.basics.programme
    values = [
        FactValue(
            text=context.organisation_name(each.organisation),
            more=(context.language.pick(each.note),) if each.note else (),
            provenance=_told(each.provenance, model, context),
        )
        for each in programme
    ]
    return (_row(context.language.title("basics.programme"), values, context),) if programme else ()


def _other_names(model: Model, context: PageContext) -> tuple[FactRow, ...]:
    """What else the model is called, where there is anything."""
    mark = told_by_editors("gathered", context)
    values = [FactValue(text=each, provenance=mark) for each in context.language.pick_all(model.other_names)]
    return (_row(context.language.title("other_names"), values, context),) if values else ()


def _vocabulary_row(field: str, refs: tuple[Ref, ...], model: Model, context: PageContext) -> FactRow:
    mark = told_by_editors("classified", context)
    names = (context.language.pick(context.catalog.target_group_by_id[ref.to].name) for ref in refs)
    return _row(context.language.title(field), (FactValue(text=each, provenance=mark) for each in names), context)


def _figures(field: str, figures: tuple[Figure, ...], model: Model, context: PageContext) -> FactRow:
    pick = context.language.pick
    values = [
        FactValue(text=amount(each, context), more=(pick(each.label),), provenance=_told(each.provenance, model, context))
        for each in figures
    ]
    return _row(context.language.title(field), values, context)


def _cost(model: Model, context: PageContext) -> FactRow:
    language = context.language
    values = []
    for figure in model.cost.figures:
        more: list[LocalizedText | str] = [language.pick(figure.label)]
        if figure.includes:
            more.append(language.say("cost.includes", what="; ".join(map(str, language.pick_all(figure.includes)))))
        if figure.excludes:
            more.append(language.say("cost.excludes", what="; ".join(map(str, language.pick_all(figure.excludes)))))
        values.append(FactValue(text=amount(figure, context), more=tuple(more), provenance=_told(figure.provenance, model, context)))
    return _row(language.title("cost"), values, context)


def _funding(model: Model, context: PageContext) -> FactRow:
    values = (value for each in model.basics.funding for value in _funded(each, model, context))
    return _row(context.language.title("basics.funding"), values, context)


def _funding_in_short(model: Model, context: PageContext) -> FactRow:
    """The sums, and who funds where no sum is told."""
    values = (next(_funded(each, model, context)) for each in model.basics.funding)
    return _row(context.language.title("basics.funding"), values, context)


def _funded(each: Funding, model: Model, context: PageContext) -> Iterator[FactValue]:
    """How much, and from whom: the sum has a provenance of its own."""
    language, anchor = context.language, urls.fact(each.id)
    if each.amount:
        more = (language.pick(each.amount.label),)
        yield FactValue(
            text=amount(each.amount, context), more=more, provenance=_told(each.amount.provenance, model, context), anchor=anchor
        )
    said: list[LocalizedText | str] = [context.organisation_name(each.funder)] if each.funder else []
    if each.type != "unknown" or not (said or each.amount):
        said.append(language.value("basics.funding.type", each.type))
    said += [language.pick(one) for one in (each.text, each.note) if one]
    if said:
        mark = _told(each.provenance, model, context)
        yield FactValue(text=said[0], more=tuple(said[1:]), provenance=mark, anchor="" if each.amount else anchor)


def _answer(field: str, model: Model, context: PageContext) -> FactRow:
    answer = model.how.entry.referral if field == "how.entry.referral" else model.for_whom.consent
    title = context.language.title(field)
    if answer is None or answer.value == "unknown":
        return _row(title, (), context)
    more = (context.language.pick(answer.text),) if answer.text else ()
    mark = _told(answer.provenance, model, context)
    return _row(title, (FactValue(text=context.language.value(f"{field}.value", answer.value), more=more, provenance=mark),), context)


def _team(model: Model, context: PageContext) -> FactRow:
    values = [
        FactValue(
            text=context.role_name(each.role),
            href=context.role_href(context.catalog.role(each.role)),
            provenance=short_mark(_told(each.provenance, model, context)),
        )
        for each in model.people.roles
        if context.catalog.role(each.role).kind != "client"
    ]
    return _row(context.language.title("people.roles"), values, context)


def _tools(model: Model, context: PageContext) -> FactRow:
    language = context.language
    values = [
        FactValue(
            text=language.pick(each.name),
            more=(language.value("tools.maturity", each.maturity),),
            provenance=short_mark(_told(each.provenance, model, context)),
        )
        for each in model.tools
    ]
    return _row(language.title("tools"), values, context)


def _reviewed(model: Model, context: PageContext) -> FactRow:
    language = context.language
    value = FactValue(text=review_sentence(model.upkeep, language), provenance=told_by_editors("reviewed", context))
    return _row(language.title("upkeep.last_reviewed"), (value,), context)
