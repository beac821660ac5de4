"""The rows of the decision card: each answered from what the model tells, and quiet where it tells nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mallisto.fields import panel, readers
from mallisto.fields.values import FieldReader, FieldValue
from mallisto.i18n import evidence_text
from mallisto.i18n.figure_text import amount
from mallisto.i18n.language import Language, LocalizedText, capital
from mallisto.i18n.status_text import lifecycle_text
from mallisto.i18n.use_text import use_text
from mallisto.model import Figure, Funding, Ref

# So many values fit a row; the whole lists stand further down on the model's page.
MOST_GROUPS, MOST_ROUTES, MOST_ROLES = 4, 2, 6
# So many letters of a value fit a model card, which is cut at a word.
SHORT = 70

_TEAM_UNITS = ("persons", "employees", "person-years")
_MARKED = ("planned", "expected", "vision", "experienced", "question", "external")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionValue:
    """One answer; `more` is its small print, and `said` the word of a modality that differs from a plain description."""

    text: LocalizedText | str
    more: tuple[LocalizedText | str, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A question with its answers. `unknown` says quietly what is not known: instead of the answers or beside them.

    `short` is the answer on a model card, empty where nothing is known.
    """

    id: str
    title: str
    values: tuple[DecisionValue, ...] = ()
    unknown: str = ""
    unknown_more: tuple[LocalizedText | str, ...] = ()
    short: LocalizedText | str = ""

    @property
    def is_known(self) -> bool:
        return bool(self.values)


def _row(asked: FieldReader, row_id: str, values: Iterable[DecisionValue], short: LocalizedText | str = "") -> DecisionRow:
    """A row; without a value it says that the answer is not known."""
    found = tuple(values)
    return DecisionRow(
        id=row_id,
        title=asked.language.say(f"decision.row.{row_id}"),
        values=found,
        unknown="" if found else asked.language.say("decision.unknown"),
        short=_cut(short or (found[0].text if found else "")),
    )


def _cut(text: LocalizedText | str) -> LocalizedText | str:
    words = str(text)
    if len(words) <= SHORT:
        return text
    cut = words[:SHORT].rsplit(" ", 1)[0].rstrip(" ,.;:–") + " …"
    return LocalizedText(cut, text.language) if isinstance(text, LocalizedText) else cut


def _listed(names: list[str], most: int, language: Language) -> str:
    """The first names in a list and how many others there are; a single other is named, too."""
    shown = names if len(names) <= most + 1 else names[:most]
    rest = f" {language.say('compare.more', count=len(names) - len(shown))}" if len(names) > len(shown) else ""
    return capital(", ".join(shown)) + rest


def _decided(value: FieldValue, asked: FieldReader, *more: LocalizedText | str) -> DecisionValue:
    said = asked.language.say(f"decision.said.{value.known.kind}") if value.known.kind in _MARKED else ""
    return DecisionValue(text=value.text, more=more, said=said)


def for_whom(asked: FieldReader) -> DecisionRow:
    """The groups, by the editors' classification, and the source's first words about them."""
    model = asked.model
    described = [*asked.statements((*model.for_whom.description, *model.for_whom.criteria)[:1])]
    names = [str(each.text) for each in readers.target_groups(asked)]
    values = [DecisionValue(text=_listed(names, MOST_GROUPS, asked.language))] if names else []
    values += [_decided(each, asked) for each in described]
    return _row(asked, "for-whom", values)


def way_in(asked: FieldReader) -> DecisionRow:
    """Whether a referral is needed, and the first ways in."""
    language, entry = asked.language, asked.model.how.entry
    referral = entry.referral.value if entry.referral else "unknown"
    routes = [_decided(each, asked) for each in asked.statements(entry.routes[:MOST_ROUTES])]
    if referral == "unknown":
        row = _row(asked, "way-in", routes)
        return replace(row, unknown=language.say("decision.unknown.referral")) if routes else row
    answer = asked.value(language.say(f"decision.referral.{referral}"), entry.referral) if entry.referral else None
    return _row(asked, "way-in", [*([_decided(answer, asked)] if answer else []), *routes[:1]])


def team(asked: FieldReader) -> DecisionRow:
    """The size of the team, and the roles that do the work: those always needed first."""
    language, people = asked.language, asked.model.people
    counted = tuple(each for each in people.staffing if each.unit in _TEAM_UNITS)
    size = _size(counted, language)
    labels = tuple(language.pick(each.label) for each in counted) if len(counted) == 1 else ()
    sizes = [_decided(replace(each, text=size), asked, *labels) for each in asked.figures(counted[:1]) if size]
    at_work = [each for each in people.roles if asked.catalog.role(each.role).kind != "client"]
    always = [each for each in at_work if each.needed != "when_needed"]
    named = [asked.value(_name(each.role, asked), each) for each in always]
    named += [
        asked.value(language.say("decision.when_needed", name=_name(each.role, asked)), each) for each in at_work if each not in always
    ]
    if not named:
        return _row(asked, "team", sizes)
    roles = _decided(replace(named[0], text=_listed([str(each.text) for each in named], MOST_ROLES, language), more=()), asked)
    short = size or roles.text
    said = next((each.said for each in (*sizes, roles) if each.said), "")
    return _row(asked, "team", [*sizes, roles], f"{short} ({said})" if said and len(str(short)) < SHORT // 2 else short)


def _name(role: Ref, asked: FieldReader) -> str:
    return str(asked.language.pick(asked.catalog.role(role).name))


def _size(figures: tuple[Figure, ...], language: Language) -> str:
    """The sizes of teams in short: one as it is, several from the smallest to the largest where they count the same."""
    if len(figures) < 2:
        return ", ".join(amount(each, language) for each in figures)
    numbers = sorted(each.value for each in figures if each.value is not None)
    if len(numbers) < len(figures) or len({each.unit for each in figures}) > 1:
        return ""
    spanned = "–".join(dict.fromkeys(language.number(each) for each in (numbers[0], numbers[-1])))
    return language.say("amount.range", number=spanned, unit=language.say(f"unit.{figures[0].unit}.other"))


def duration(asked: FieldReader) -> DecisionRow:
    """How long the parts of the service take; otherwise only the time of the project is known."""
    language, period = asked.language, asked.model.basics.period
    row = _row(asked, "duration", [_lasting(each, asked) for each in readers.durations(asked)])
    if row.is_known or not (period and (period.start or period.end)):
        return row
    return replace(row, unknown_more=(language.say("decision.period", period=language.period(period.start, period.end)),))


def _lasting(value: FieldValue, asked: FieldReader) -> DecisionValue:
    """A duration; one that the editors have concluded says so, since the card's source line does not."""
    decided = _decided(value, asked, *value.more)
    return replace(decided, said=asked.language.say("decision.said.editorial")) if value.known.kind == "editorial" else decided


def price(asked: FieldReader) -> DecisionRow:
    """The costs of the service; money that the project received is no price."""
    language, model = asked.language, asked.model
    costs = [_decided(each, asked, *panel.contents(figure, asked)) for each, figure in _costs(asked)]
    if costs:
        return _row(asked, "price", costs)
    funded = tuple(_funded(each, asked) for each in model.basics.funding if each.amount or each.type == "no_separate_funding")
    row = _row(asked, "price", ())
    return replace(row, unknown=language.say("decision.unknown.price"), unknown_more=funded) if funded else row


def _costs(asked: FieldReader) -> Iterator[tuple[FieldValue, Figure]]:
    return zip(asked.figures(asked.model.cost.figures), asked.model.cost.figures, strict=True)


def _funded(funding: Funding, asked: FieldReader) -> LocalizedText | str:
    if funding.amount:
        return asked.language.say("decision.funded", amount=amount(funding.amount, asked.language))
    return asked.language.pick(funding.text) if funding.text else capital(asked.language.value("basics.funding.type", funding.type))


def evidence(asked: FieldReader) -> DecisionRow:
    """The grade in words, and who has evaluated the results."""
    results, language = asked.model.results, asked.language
    if asked.model.evidence is None:
        return _row(asked, "evidence", ())
    said = evidence_text.evaluation_sentence(results, language)
    return _row(asked, "evidence", [DecisionValue(text=evidence_text.grade(results, language), more=(said,) if said else ())])


def runs_now(asked: FieldReader) -> DecisionRow:
    """What the editors conclude, what bodies and sources tell of the use, and whom to ask where it is not known."""
    language, runs = asked.language, asked.model.runs
    counties = ", ".join(str(each.text) for each in panel.place_now(asked))
    used = use_text(asked.catalog.adoptions_of(asked.model), asked.catalog.stale_adoptions, language)
    told = (used, *((language.say("decision.ask", names=counties),) if counties else ()))
    if runs.lifecycle == "running":
        return _row(asked, "runs-now", [DecisionValue(text=lifecycle_text(runs, language), more=(used,))])
    if runs.lifecycle == "unknown":
        return replace(_row(asked, "runs-now", ()), unknown=language.say("decision.unknown.runs-now"), unknown_more=told)
    row = _row(asked, "runs-now", [DecisionValue(text=lifecycle_text(runs, language), more=(used,) if runs.is_continued else ())])
    return row if runs.is_continued else replace(row, unknown=language.say("decision.unknown.continued"), unknown_more=told)


def followed(asked: FieldReader) -> DecisionRow:
    """What continued the work, and who took the place of those who carried it out."""
    language, model = asked.language, asked.model
    heads = asked.catalog.head_by_id
    continued = []
    for each in model.relations:
        if each.kind == "continues_as":
            head = heads.get(each.model.to) if each.model else None
            name = head.name if head else each.name
            continued += [_decided(asked.value(language.pick(name), each), asked)] if name else []
    row = _row(asked, "followed", [*continued, *_successions(asked)])
    return row if continued else replace(row, unknown=language.say("decision.unknown.continued"))


def _successions(asked: FieldReader) -> Iterator[DecisionValue]:
    language = asked.language
    implementers = dict.fromkeys(each.organisation.to for each in asked.model.basics.organisations if each.part == "implementer")
    known = (asked.catalog.organisation_by_id[each] for each in implementers if each in asked.catalog.organisation_by_id)
    for organisation in known:
        for one in organisation.replaced_by[:1]:
            then, now = language.pick(organisation.name), language.pick(asked.catalog.organisation(one.organisation).name)
            yield DecisionValue(text=language.say("decision.succeeded", then=then, now=now, since=language.date(one.since)))
