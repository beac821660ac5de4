"""A model's facts at a glance, ”ei tiedossa” where nobody has told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mallisto import addresses, evidence
from mallisto.language import Spoken
from mallisto.model import Figure, Model, Provenance, Ref
from mallisto.pages.facts import Told, amount, classified, told
from mallisto.pages.setting import Setting
from mallisto.status import compared

# So many target groups fit the first screen of a phone; all of them stand further down.
MOST_GROUPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a fact; `more` explains it in small type. `anchor` is there where others may link to it."""

    text: Spoken | str
    more: tuple[Spoken | str, ...] = ()
    href: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A fact: its name, its values, and how it is known."""

    title: str
    values: tuple[Value, ...]
    is_known: bool
    told: Told | None


def key_rows(model: Model, setting: Setting) -> tuple[Row, ...]:
    """What a reader asks first: for whom, where and when, does it run, what came of it and who says so, what it cost."""
    then, _ = _place(model, setting)
    when = _period(model, setting)
    return (
        _short(_vocabulary_row("classification.target_groups", model.classification.target_groups[:MOST_GROUPS], model, setting)),
        _short(then),
        _short(when),
        _short(_lifecycle(model, setting)),
        _came_of_it(model, setting),
        _short(_cost(model, setting) if model.cost.figures else _funding(model, setting)),
    )


def _short(row: Row) -> Row:
    """A row without its explanations and source, which stand further down."""
    return replace(row, values=tuple(replace(each, more=()) for each in row.values), told=None)


def _came_of_it(model: Model, setting: Setting) -> Row:
    """The grade of the evidence by the editors' reading, and who has evaluated the results; never how many statements there are."""
    language, results = setting.language, model.results
    said = evidence.evaluated(results, language)
    value = Value(text=evidence.grade(results, language), more=(said,) if said else (), href="#tulokset")
    return Row(title=language.say("key.results"), values=(value,), is_known=True, told=classified(setting))


def rows(model: Model, setting: Setting) -> tuple[Row, ...]:
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


def _row(title: str, values: Iterable[Value], setting: Setting, known_by: Told | None = None) -> Row:
    found = tuple(values)
    if not found:
        return Row(title=title, values=(Value(text=setting.language.say("unknown")),), is_known=False, told=None)
    return Row(title=title, values=found, is_known=True, told=known_by)


def _told(provenance: Provenance, model: Model, setting: Setting) -> Told:
    return told(provenance, model, setting)


def _development(model: Model, setting: Setting) -> Row:
    language, status = setting.language, model.status
    more: list[Spoken | str] = []
    if status.source_label:
        more.append(language.say("glance.source_label", label=status.source_label))
    if status.as_of:
        more.append(language.say("glance.as_of", date=language.date(status.as_of)))
    value = Value(text=language.value("status.development", status.development), more=tuple(more))
    return _row(language.title("status.development"), (value,), setting, _told(status.provenance, model, setting))


def _lifecycle(model: Model, setting: Setting) -> Row:
    language, status = setting.language, model.status
    more = (language.pick(status.note),) if status.note else ()
    value = Value(text=language.value("status.lifecycle", status.lifecycle), more=more)
    row = _row(language.title("status.lifecycle"), (value,), setting)
    return row if status.lifecycle != "unknown" else Row(title=row.title, values=row.values, is_known=False, told=None)


def _period(model: Model, setting: Setting) -> Row:
    language, period = setting.language, model.basics.period
    title = language.title("basics.period")
    if period is None or not (period.start or period.end):
        return _row(title, (), setting)
    value = Value(text=language.period(period.start, period.end), more=(language.pick(period.note),) if period.note else ())
    return _row(title, (value,), setting, _told(period.provenance, model, setting))


def _place(model: Model, setting: Setting) -> tuple[Row, Row]:
    language, place, catalog = setting.language, model.basics.place, setting.catalog
    then, now = language.say("glance.place_then"), language.say("glance.place_now")
    if place is None:
        return _row(then, (), setting), _row(now, (), setting)
    site = (language.pick(place.site),) if place.site else ()
    towns = tuple(language.pick(catalog.municipality_by_id[ref.to].name) for ref in place.municipalities)
    counties = tuple(language.pick(catalog.county_by_id[ref.to].name) for ref in place.counties_now)
    note = (language.pick(place.note),) if place.note else ()
    values = [Value(text=each) for each in (*site, *(town for town in towns if not any(str(town) in str(one) for one in site)))]
    if values:
        values[-1] = Value(text=values[-1].text, more=note)
    return (
        _row(then, values, setting, _told(place.provenance, model, setting)),
        _row(now, (Value(text=each) for each in counties), setting),
    )


def _organisations(model: Model, setting: Setting) -> tuple[Row, ...]:
    """One row for each part that some organisation has; who has taken its place stands below."""
    language = setting.language
    by_part: dict[str, list[Value]] = {}
    for each in model.basics.organisations:
        organisation = setting.catalog.organisation(each.organisation)
        successors = ", ".join(str(one) for one in setting.today_of(organisation))
        more: list[Spoken | str] = [language.say("glance.now", names=successors)] if successors else []
        if each.note:
            more.append(language.pick(each.note))
        by_part.setdefault(each.part, []).append(Value(text=language.pick(organisation.name), more=tuple(more)))
    first = {each.part: each for each in reversed(model.basics.organisations)}
    needed = ("implementer",)
    parts = [
        part for part in ("implementer", "coordinator", "funder", "partner", "referrer", "network") if part in by_part or part in needed
    ]
    return tuple(
        _row(
            language.value("basics.organisations.part", part).capitalize(),
            by_part.get(part, ()),
            setting,
            _told(first[part].provenance, model, setting) if part in first else None,
        )
        for part in parts
    )


def _programme(model: Model, setting: Setting) -> tuple[Row, ...]:
    """The programmes the model belongs to, where there are any."""
    programme = model.basics.programme
    values = [
        Value(text=setting.organisation_name(each.organisation), more=(setting.language.pick(each.note),) if each.note else ())
        for each in programme
    ]
    title = setting.language.title("basics.programme")
    return (_row(title, values, setting, _told(programme[0].provenance, model, setting)),) if programme else ()


def _other_names(model: Model, setting: Setting) -> tuple[Row, ...]:
    """What else the model is called, where there is anything."""
    values = [Value(text=each) for each in setting.language.pick_all(model.other_names)]
    return (_row(setting.language.title("other_names"), values, setting),) if values else ()


def _vocabulary_row(field: str, refs: tuple[Ref, ...], model: Model, setting: Setting) -> Row:
    names = (setting.language.pick(setting.catalog.target_group_by_id[ref.to].name) for ref in refs)
    return _row(setting.language.title(field), (Value(text=each) for each in names), setting)


def _figures(field: str, figures: tuple[Figure, ...], model: Model, setting: Setting) -> Row:
    values = [Value(text=amount(each, setting), more=(setting.language.pick(each.label),)) for each in figures]
    known_by = _told(figures[0].provenance, model, setting) if figures else None
    return _row(setting.language.title(field), values, setting, known_by)


def _cost(model: Model, setting: Setting) -> Row:
    language = setting.language
    values = []
    for figure in model.cost.figures:
        more: list[Spoken | str] = [language.pick(figure.label)]
        if figure.includes:
            more.append(language.say("cost.includes", what="; ".join(map(str, language.pick_all(figure.includes)))))
        if figure.excludes:
            more.append(language.say("cost.excludes", what="; ".join(map(str, language.pick_all(figure.excludes)))))
        values.append(Value(text=amount(figure, setting), more=tuple(more)))
    known_by = _told(model.cost.figures[0].provenance, model, setting) if values else None
    return _row(language.title("cost"), values, setting, known_by)


def _funding(model: Model, setting: Setting) -> Row:
    language = setting.language
    values = []
    for each in model.basics.funding:
        said: list[Spoken | str] = [amount(each.amount, setting)] if each.amount else []
        if each.funder:
            said.append(setting.organisation_name(each.funder))
        if each.type != "unknown" or not said:
            said.append(language.value("basics.funding.type", each.type))
        text, *more = said
        more += [language.pick(one) for one in (each.text, each.note) if one]
        values.append(Value(text=text, more=tuple(more), anchor=addresses.fact(each.id)))
    known_by = _told(model.basics.funding[0].provenance, model, setting) if values else None
    return _row(language.title("basics.funding"), values, setting, known_by)


def _answer(field: str, model: Model, setting: Setting) -> Row:
    answer = model.how.entry.referral if field == "how.entry.referral" else model.for_whom.consent
    title = setting.language.title(field)
    if answer is None or answer.value == "unknown":
        return _row(title, (), setting)
    more = (setting.language.pick(answer.text),) if answer.text else ()
    value = Value(text=setting.language.value(f"{field}.value", answer.value), more=more)
    return _row(title, (value,), setting, _told(answer.provenance, model, setting))


def _team(model: Model, setting: Setting) -> Row:
    values = [
        Value(text=setting.role_name(each.role), href=setting.role_href(setting.catalog.role(each.role)))
        for each in model.people.roles
        if setting.catalog.role(each.role).kind != "client"
    ]
    return _row(setting.language.title("people.roles"), values, setting)


def _tools(model: Model, setting: Setting) -> Row:
    language = setting.language
    values = [Value(text=language.pick(each.name), more=(language.value("tools.maturity", each.maturity),)) for each in model.tools]
    return _row(language.title("tools"), values, setting)


def _reviewed(model: Model, setting: Setting) -> Row:
    language = setting.language
    return _row(language.title("upkeep.last_reviewed"), (Value(text=compared(model.upkeep, language)),), setting)
