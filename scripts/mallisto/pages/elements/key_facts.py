"""A model's facts at a glance, ”ei tiedossa” where nobody has told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mallisto.addresses import urls
from mallisto.i18n import evidence_text
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import compared
from mallisto.model import Figure, Funding, Model, Participant, Provenance, Ref
from mallisto.pages.elements.facts import ProvenanceView, amount, provenance_view, short_mark, told_by_editors, unless_described
from mallisto.pages.elements.page_context import PageContext

# So many target groups fit the first screen of a phone; all of them stand further down.
MOST_GROUPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FactValue:
    """One value of a fact with how it is known; `more` explains it in small type. `anchor` is there where others may link to it."""

    text: LocalizedText | str
    told: ProvenanceView | None = None
    more: tuple[LocalizedText | str, ...] = ()
    href: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Values that are known in the same way from the same place, and so share a mark."""

    values: tuple[FactValue, ...]
    told: ProvenanceView | None


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
            by_mark.setdefault(each.told, []).append(each)
        return tuple(Run(values=tuple(values), told=mark) for mark, values in by_mark.items())


def key_rows(model: Model, setting: PageContext) -> tuple[FactRow, ...]:
    """What a reader asks first: for whom, where and when, does it run, what came of it and who says so, what it cost."""
    then, _ = _place(model, setting)
    when = _period(model, setting)
    return (
        _short(_vocabulary_row("classification.target_groups", model.classification.target_groups[:MOST_GROUPS], model, setting)),
        _short(then),
        _short(when),
        _short(_lifecycle(model, setting)),
        _came_of_it(model, setting),
        _short(_cost(model, setting) if model.cost.figures else _funding_in_short(model, setting)),
    )


def card_rows(model: Model, setting: PageContext) -> tuple[FactRow, ...]:
    """What tells a model from others in a list of models."""
    language = setting.language
    kind = FactValue(text=language.value("kind", model.kind), told=told_by_editors("classified", setting))
    rows = (
        FactRow(title=language.title("kind"), values=(kind,), is_known=True),
        _period(model, setting),
        _part("implementer", model, setting),
        _vocabulary_row("classification.target_groups", model.classification.target_groups[:MOST_GROUPS], model, setting),
        _lifecycle(model, setting),
    )
    return tuple(_short(each) for each in rows)


def _short(row: FactRow) -> FactRow:
    """A row without its explanations, which stand further down, and with a mark where the source does not describe it so."""
    return replace(row, values=tuple(replace(each, more=(), told=each.told and unless_described(each.told)) for each in row.values))


def _came_of_it(model: Model, setting: PageContext) -> FactRow:
    """The grade of the evidence by the editors' reading, and who has evaluated the results; never how many statements there are."""
    language, results = setting.language, model.results
    said = evidence_text.evaluated(results, language)
    mark = told_by_editors("classified", setting)
    value = FactValue(text=evidence_text.grade(results, language), more=(said,) if said else (), href="#tulokset", told=mark)
    return FactRow(title=language.say("key.results"), values=(value,), is_known=True)


def rows(model: Model, setting: PageContext) -> tuple[FactRow, ...]:
    """The facts panel of the overview page, in reading order."""
    return (
        *_other_names(model, setting),
        _development(model, setting),
        _lifecycle(model, setting),
        _period(model, setting),
        *_place(model, setting),
        *_organisations(model, setting),
        *_programme(model, setting),
        _vocabulary_row("classification.target_groups", model.classification.target_groups, model, setting),
        _figures("for_whom.size", model.for_whom.size, model, setting),
        _cost(model, setting),
        _funding(model, setting),
        _answer("how.entry.referral", model, setting),
        _answer("for_whom.consent", model, setting),
        _team(model, setting),
        _tools(model, setting),
        _reviewed(model, setting),
    )


def _row(title: str, values: Iterable[FactValue], setting: PageContext) -> FactRow:
    found = tuple(values)
    if not found:
        return FactRow(title=title, values=(FactValue(text=setting.language.say("unknown")),), is_known=False)
    return FactRow(title=title, values=found, is_known=True)


def _told(provenance: Provenance, model: Model, setting: PageContext) -> ProvenanceView:
    return provenance_view(provenance, model, setting)


def _development(model: Model, setting: PageContext) -> FactRow:
    language, status = setting.language, model.status
    more: list[LocalizedText | str] = []
    if status.source_label:
        more.append(language.say("glance.source_label", label=status.source_label))
    if status.as_of:
        more.append(language.say("glance.as_of", date=language.date(status.as_of)))
    mark = _told(status.provenance, model, setting)
    value = FactValue(text=language.value("status.development", status.development), more=tuple(more), told=mark)
    return _row(language.title("status.development"), (value,), setting)


def _lifecycle(model: Model, setting: PageContext) -> FactRow:
    """Whether the work runs now. A source tells of its own time, so this is always what the editors conclude."""
    language, status = setting.language, model.status
    is_known = status.lifecycle != "unknown"
    value = FactValue(
        text=language.value("status.lifecycle", status.lifecycle),
        more=(language.pick(status.note),) if status.note else (),
        told=told_by_editors("concluded", setting) if is_known else None,
    )
    return FactRow(title=language.title("status.lifecycle"), values=(value,), is_known=is_known)


def _period(model: Model, setting: PageContext) -> FactRow:
    language, period = setting.language, model.basics.period
    title = language.title("basics.period")
    if period is None or not (period.start or period.end):
        return _row(title, (), setting)
    more = (language.pick(period.note),) if period.note else ()
    mark = _told(period.provenance, model, setting)
    return _row(title, (FactValue(text=language.period(period.start, period.end), more=more, told=mark),), setting)


def _place(model: Model, setting: PageContext) -> tuple[FactRow, FactRow]:
    language, place, catalog = setting.language, model.basics.place, setting.catalog
    then, now = language.say("glance.place_then"), language.say("glance.place_now")
    if place is None:
        return _row(then, (), setting), _row(now, (), setting)
    site = (language.pick(place.site),) if place.site else ()
    towns = tuple(language.pick(catalog.municipality_by_id[ref.to].name) for ref in place.municipalities)
    counties = tuple(language.pick(catalog.county_by_id[ref.to].name) for ref in place.counties_now)
    note = (language.pick(place.note),) if place.note else ()
    mark, added = _told(place.provenance, model, setting), told_by_editors("added", setting)
    named = (*site, *(town for town in towns if not any(str(town) in str(one) for one in site)))
    values = [FactValue(text=each, told=mark) for each in named]
    if values:
        values[-1] = replace(values[-1], more=note)
    return _row(then, values, setting), _row(now, (FactValue(text=each, told=added) for each in counties), setting)


def _organisations(model: Model, setting: PageContext) -> tuple[FactRow, ...]:
    """One row for each part that some organisation has."""
    named = {each.part for each in model.basics.organisations} | {"implementer"}
    parts = ("implementer", "coordinator", "funder", "partner", "referrer", "network")
    return tuple(_part(part, model, setting) for part in parts if part in named)


def _part(part: str, model: Model, setting: PageContext) -> FactRow:
    """The organisations that have a part; who has taken the place of each stands below it."""
    values = [_participant(each, model, setting) for each in model.basics.organisations if each.part == part]
    return _row(setting.language.value("basics.organisations.part", part).capitalize(), values, setting)


def _participant(each: Participant, model: Model, setting: PageContext) -> FactValue:
    language, organisation = setting.language, setting.catalog.organisation(each.organisation)
    successors = ", ".join(str(one) for one in setting.today_of(organisation))
    more: list[LocalizedText | str] = [language.say("glance.now", names=successors)] if successors else []
    if each.note:
        more.append(language.pick(each.note))
    return FactValue(text=language.pick(organisation.name), more=tuple(more), told=_told(each.provenance, model, setting))


def _programme(model: Model, setting: PageContext) -> tuple[FactRow, ...]:
    """The programmes the model belongs to, where there are any."""
    programme = model.basics.programme
    values = [
        FactValue(
            text=setting.organisation_name(each.organisation),
            more=(setting.language.pick(each.note),) if each.note else (),
            told=_told(each.provenance, model, setting),
        )
        for each in programme
    ]
    return (_row(setting.language.title("basics.programme"), values, setting),) if programme else ()


def _other_names(model: Model, setting: PageContext) -> tuple[FactRow, ...]:
    """What else the model is called, where there is anything."""
    mark = told_by_editors("gathered", setting)
    values = [FactValue(text=each, told=mark) for each in setting.language.pick_all(model.other_names)]
    return (_row(setting.language.title("other_names"), values, setting),) if values else ()


def _vocabulary_row(field: str, refs: tuple[Ref, ...], model: Model, setting: PageContext) -> FactRow:
    mark = told_by_editors("classified", setting)
    names = (setting.language.pick(setting.catalog.target_group_by_id[ref.to].name) for ref in refs)
    return _row(setting.language.title(field), (FactValue(text=each, told=mark) for each in names), setting)


def _figures(field: str, figures: tuple[Figure, ...], model: Model, setting: PageContext) -> FactRow:
    pick = setting.language.pick
    values = [
        FactValue(text=amount(each, setting), more=(pick(each.label),), told=_told(each.provenance, model, setting)) for each in figures
    ]
    return _row(setting.language.title(field), values, setting)


def _cost(model: Model, setting: PageContext) -> FactRow:
    language = setting.language
    values = []
    for figure in model.cost.figures:
        more: list[LocalizedText | str] = [language.pick(figure.label)]
        if figure.includes:
            more.append(language.say("cost.includes", what="; ".join(map(str, language.pick_all(figure.includes)))))
        if figure.excludes:
            more.append(language.say("cost.excludes", what="; ".join(map(str, language.pick_all(figure.excludes)))))
        values.append(FactValue(text=amount(figure, setting), more=tuple(more), told=_told(figure.provenance, model, setting)))
    return _row(language.title("cost"), values, setting)


def _funding(model: Model, setting: PageContext) -> FactRow:
    values = (value for each in model.basics.funding for value in _funded(each, model, setting))
    return _row(setting.language.title("basics.funding"), values, setting)


def _funding_in_short(model: Model, setting: PageContext) -> FactRow:
    """The sums, and who funds where no sum is told."""
    values = (next(_funded(each, model, setting)) for each in model.basics.funding)
    return _row(setting.language.title("basics.funding"), values, setting)


def _funded(each: Funding, model: Model, setting: PageContext) -> Iterator[FactValue]:
    """How much, and from whom: the sum has a provenance of its own."""
    language, anchor = setting.language, urls.fact(each.id)
    if each.amount:
        more = (language.pick(each.amount.label),)
        yield FactValue(text=amount(each.amount, setting), more=more, told=_told(each.amount.provenance, model, setting), anchor=anchor)
    said: list[LocalizedText | str] = [setting.organisation_name(each.funder)] if each.funder else []
    if each.type != "unknown" or not (said or each.amount):
        said.append(language.value("basics.funding.type", each.type))
    said += [language.pick(one) for one in (each.text, each.note) if one]
    if said:
        mark = _told(each.provenance, model, setting)
        yield FactValue(text=said[0], more=tuple(said[1:]), told=mark, anchor="" if each.amount else anchor)


def _answer(field: str, model: Model, setting: PageContext) -> FactRow:
    answer = model.how.entry.referral if field == "how.entry.referral" else model.for_whom.consent
    title = setting.language.title(field)
    if answer is None or answer.value == "unknown":
        return _row(title, (), setting)
    more = (setting.language.pick(answer.text),) if answer.text else ()
    mark = _told(answer.provenance, model, setting)
    return _row(title, (FactValue(text=setting.language.value(f"{field}.value", answer.value), more=more, told=mark),), setting)


def _team(model: Model, setting: PageContext) -> FactRow:
    values = [
        FactValue(
            text=setting.role_name(each.role),
            href=setting.role_href(setting.catalog.role(each.role)),
            told=short_mark(_told(each.provenance, model, setting)),
        )
        for each in model.people.roles
        if setting.catalog.role(each.role).kind != "client"
    ]
    return _row(setting.language.title("people.roles"), values, setting)


def _tools(model: Model, setting: PageContext) -> FactRow:
    language = setting.language
    values = [
        FactValue(
            text=language.pick(each.name),
            more=(language.value("tools.maturity", each.maturity),),
            told=short_mark(_told(each.provenance, model, setting)),
        )
        for each in model.tools
    ]
    return _row(language.title("tools"), values, setting)


def _reviewed(model: Model, setting: PageContext) -> FactRow:
    language = setting.language
    value = FactValue(text=compared(model.upkeep, language), told=told_by_editors("reviewed", setting))
    return _row(language.title("upkeep.last_reviewed"), (value,), setting)
