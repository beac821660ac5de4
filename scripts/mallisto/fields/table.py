"""The one table of a model's fields: how each is read, and where it shows. A test names the fields of the schema that have no row.

The rows stand in the order of the facts panel; within a group the comparison keeps it, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from mallisto.fields import panel, readers
from mallisto.fields.decision_card import reader as decided
from mallisto.fields.values import FieldReader, FieldValue
from mallisto.i18n.language import Language
from mallisto.model import Answer, Model, Statement

Reader = Callable[[FieldReader], Iterable[FieldValue]]

# The pages that show a field in full, other than by this table: their sections are written in pages/model and pages/pathway.
OVERVIEW, PATHWAY, ROLES, CHECKLIST, SOURCES = "overview", "pathway", "roles", "checklist", "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFact:
    """A row of the facts panel. It bears the field's name unless it has a `title`; `excuse` explains why there is no value.

    An optional row is left out where nothing is told; `has_short_mark` leaves out who says so and where.
    """

    read: Reader
    title: Callable[[Language], str] | None = None
    excuse: Reader = lambda _: ()
    is_optional: bool = False
    has_short_mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A line of the comparison, in a group. It bears the field's name, and the field's gaps tell why there is no answer.

    One with words of its own does neither; `excuse` tells more about a missing answer.
    """

    group: str
    id: str
    read: Reader
    excuse: Reader = lambda _: ()
    has_own_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field by its name in the schema, and where it shows; a field may have several rows.

    `is_told` says whether a model tells of it, for fields whose absence is reported as incompleteness; `page` shows it in full.
    """

    field: str
    key_fact: KeyFact | None = None
    compared: Compared | None = None
    is_told: Callable[[Model], object] | None = None
    page: str = ""


def _statements(field: str, group: str, line: str, *, page: str = OVERVIEW, is_asked: bool = False) -> Row:
    """A list of statements that the comparison shows as it is."""
    of: Callable[[Model], tuple[Statement, ...]] = attrgetter(field)
    read = Compared(group=group, id=line, read=lambda asked: asked.statements(of(asked.model)))
    return Row(field=field, compared=read, is_told=of if is_asked else None, page=page)


def _answer(field: str, line: str, *, is_key_fact: bool) -> Row:
    """A closed question about getting in; what is said of its being unknown explains a missing answer."""
    of: Callable[[Model], Answer | None] = attrgetter(field)

    def read(asked: FieldReader) -> Iterable[FieldValue]:
        return asked.closed(field, of(asked.model))

    def is_told(model: Model) -> bool:
        answer = of(model)
        return answer is not None and answer.value != "unknown"

    return Row(
        field=field,
        key_fact=KeyFact(read=read) if is_key_fact else None,
        compared=Compared(group="paasy", id=line, read=read, excuse=lambda asked: readers.unanswered(of(asked.model), asked)),
        is_told=is_told if is_key_fact else None,
        page=OVERVIEW,
    )


def _part(part: str) -> Row:
    """The organisations with one part; that nobody tells who carries the model out is shown."""
    return Row(
        field="basics.organisations",
        key_fact=KeyFact(
            read=panel.participants(part),
            title=lambda language: language.value("basics.organisations.part", part).capitalize(),
            is_optional=part != "implementer",
        ),
    )


# The rows of the decision card, each beside the field it mainly rests on.
_DECIDED = {
    "for-whom": "for_whom.description",
    "way-in": "how.entry.referral",
    "team": "people.roles",
    "duration": "pathway.steps.duration",
    "price": "cost.figures",
    "evidence": "results.evaluation",
    "runs-now": "status.lifecycle",
    "followed": "relations",
}


def _decision(row_id: str, field: str) -> Row:
    return Row(field=field, compared=Compared(group="paatos", id=f"paatos-{row_id}", read=decided(row_id), has_own_words=True))


ROWS = (
    *(_decision(row_id, field) for row_id, field in _DECIDED.items()),
    Row(field="id", page=SOURCES),
    Row(field="name", page=OVERVIEW),
    Row(field="short_name", page=OVERVIEW),
    Row(field="summary", page=OVERVIEW),
    Row(field="kind", page=OVERVIEW),
    Row(field="level", page=OVERVIEW),
    Row(field="other_names", key_fact=KeyFact(read=panel.other_names, is_optional=True)),
    Row(
        field="status.development",
        key_fact=KeyFact(read=readers.development),
        compared=Compared(group="vaihe", id="kehitys", read=readers.development),
    ),
    Row(
        field="status.lifecycle",
        key_fact=KeyFact(read=readers.lifecycle, excuse=readers.lifecycle_note),
        compared=Compared(group="vaihe", id="toiminta", read=readers.lifecycle, excuse=readers.lifecycle_note),
    ),
    Row(
        field="basics.period",
        key_fact=KeyFact(read=readers.period),
        compared=Compared(group="vaihe", id="aika", read=readers.period),
        is_told=attrgetter("basics.period"),
    ),
    Row(field="basics.place", key_fact=KeyFact(read=panel.place_then, title=lambda language: language.say("glance.place_then"))),
    Row(field="basics.place", key_fact=KeyFact(read=panel.place_now, title=lambda language: language.say("glance.place_now"))),
    *map(_part, panel.PARTS),
    Row(
        field="basics.organisations",
        compared=Compared(group="muutokset", id="tahot", read=readers.bodies, has_own_words=True),
        is_told=attrgetter("basics.organisations"),
    ),
    Row(field="basics.programme", key_fact=KeyFact(read=panel.programme, is_optional=True)),
    Row(field="basics.links", page=OVERVIEW),
    _statements("how.idea", "tarkoitus", "perusidea"),
    _statements("how.goals", "tarkoitus", "tavoitteet"),
    Row(field="how.principles", page=OVERVIEW),
    Row(field="how.methods", page=OVERVIEW),
    Row(field="how.components", page=OVERVIEW),
    Row(field="why.need", page=OVERVIEW),
    Row(field="why.context", page=OVERVIEW),
    Row(field="why.figures", page=OVERVIEW),
    Row(
        field="classification.target_groups",
        key_fact=KeyFact(read=readers.target_groups),
        compared=Compared(group="kohderyhma", id="ryhmat", read=readers.target_groups),
    ),
    Row(field="classification.topics", page=OVERVIEW),
    Row(field="classification.life_situations", page=OVERVIEW),
    Row(field="classification.source_tags", page=SOURCES),
    Row(
        field="for_whom.description",
        compared=Compared(
            group="kohderyhma",
            id="kenelle",
            read=lambda asked: asked.statements(asked.model.for_whom.description),
            has_own_words=True,
        ),
        page=OVERVIEW,
    ),
    _statements("for_whom.criteria", "kohderyhma", "milloin", is_asked=True),
    Row(field="for_whom.segments", page=OVERVIEW),
    Row(
        field="for_whom.size",
        key_fact=KeyFact(read=panel.size),
        compared=Compared(group="kohderyhma", id="maara", read=lambda asked: asked.figures(asked.model.for_whom.size)),
        is_told=attrgetter("for_whom.size"),
        page=OVERVIEW,
    ),
    Row(
        field="cost.figures",
        key_fact=KeyFact(read=panel.cost, title=lambda language: language.title("cost")),
        compared=Compared(group="raha", id="kustannus", read=readers.costs),
        is_told=attrgetter("cost.figures"),
        page=OVERVIEW,
    ),
    Row(field="cost.notes", page=OVERVIEW),
    Row(
        field="basics.funding",
        key_fact=KeyFact(read=panel.funding),
        compared=Compared(group="raha", id="rahoitus", read=readers.funding),
        is_told=lambda model: [each for each in model.basics.funding if each.amount or each.type != "unknown"],
    ),
    _statements("how.entry.routes", "paasy", "reitit", is_asked=True),
    _answer("how.entry.referral", "lahete", is_key_fact=True),
    _answer("how.entry.voluntary", "vapaaehtoisuus", is_key_fact=False),
    _answer("for_whom.consent", "suostumus", is_key_fact=True),
    Row(field="pathway.notes", page=PATHWAY),
    Row(field="pathway.lanes", page=PATHWAY),
    Row(field="pathway.steps", compared=Compared(group="polku", id="vaiheet", read=readers.steps), page=PATHWAY),
    Row(field="pathway.steps", compared=Compared(group="polku", id="siirrot", read=readers.hand_overs, has_own_words=True)),
    Row(field="pathway.steps", compared=Compared(group="polku", id="asiakkaan-vaiheet", read=readers.client_steps, has_own_words=True)),
    Row(
        field="pathway.steps.duration",
        compared=Compared(group="polku", id="kesto", read=readers.durations, has_own_words=True),
    ),
    Row(field="people.description", page=ROLES),
    Row(
        field="people.roles",
        key_fact=KeyFact(read=panel.team, has_short_mark=True),
        compared=Compared(group="tekijat", id="roolit", read=readers.roles),
        is_told=attrgetter("people.roles"),
        page=ROLES,
    ),
    Row(
        field="people.staffing",
        compared=Compared(group="tekijat", id="henkilosto", read=readers.staffing),
        is_told=lambda model: model.people.staffing or [each for role in model.people.roles for each in role.staffing],
        page=ROLES,
    ),
    Row(
        field="tools",
        key_fact=KeyFact(read=panel.tools, has_short_mark=True),
        compared=Compared(group="valineet", id="tyovalineet", read=readers.tools),
        is_told=attrgetter("tools"),
        page=OVERVIEW,
    ),
    Row(
        field="conditions",
        is_told=lambda model: (*model.conditions.competences, *model.conditions.resources, *model.conditions.agreements),
    ),
    _statements("conditions.competences", "valineet", "osaaminen"),
    _statements("conditions.resources", "valineet", "resurssit"),
    _statements("conditions.agreements", "valineet", "sopimukset"),
    Row(field="results.evaluation", compared=Compared(group="tulokset", id="naytto", read=readers.evidence, has_own_words=True)),
    Row(
        field="results.claims",
        compared=Compared(group="tulokset", id="raportoitu", read=readers.reported),
        is_told=attrgetter("results.claims"),
        page=OVERVIEW,
    ),
    Row(field="results.claims", compared=Compared(group="tulokset", id="koettu", read=readers.experienced, has_own_words=True)),
    Row(
        field="results.figures",
        compared=Compared(group="tulokset", id="luvut", read=readers.result_figures),
        is_told=attrgetter("results.figures"),
        page=OVERVIEW,
    ),
    Row(field="results.consistency_notes", page=OVERVIEW),
    _statements("results.expected_results", "odotukset", "odotettu"),
    Row(field="results.lessons", is_told=attrgetter("results.lessons"), page=OVERVIEW),
    Row(field="results.next_steps", page=OVERVIEW),
    Row(field="results.vision", page=OVERVIEW),
    Row(field="adoption.items", page=CHECKLIST),
    Row(field="adoption.agreements", page=CHECKLIST),
    Row(field="advice", page=CHECKLIST),
    Row(field="relations", page=OVERVIEW),
    Row(field="gaps", compared=Compared(group="aukot", id="puuttuu", read=readers.gaps, has_own_words=True), page=OVERVIEW),
    Row(field="currency", compared=Compared(group="muutokset", id="muuttunut", read=readers.changes), page=OVERVIEW),
    Row(
        field="upkeep.last_reviewed",
        key_fact=KeyFact(read=readers.reviewed),
        compared=Compared(group="yllapito", id="tarkistettu", read=readers.reviewed),
    ),
    *(
        Row(field=f"upkeep.{name}", page=SOURCES)
        for name in ("sources", "implementer_asked", "review_by", "owner", "translations", "added", "changes")
    ),
)
