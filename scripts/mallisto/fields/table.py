"""The one table of a model's fields: how each is read, and where it shows. A test names the fields of the schema that have no row.

The rows stand in the order of the facts panel; within a group the comparison keeps it, too.
"""

from __future__ import annotations

from operator import attrgetter

from mallisto.fields import panel, readers
from mallisto.fields.decision_card import reader as decided
from mallisto.fields.rows import CHECKLIST, OVERVIEW, PATHWAY, ROLES, SOURCES, Compared, KeyFact, Row, answer_row, statements


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
    statements("how.idea", "tarkoitus", "perusidea"),
    statements("how.goals", "tarkoitus", "tavoitteet"),
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
    statements("for_whom.criteria", "kohderyhma", "milloin", is_asked=True),
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
    statements("how.entry.routes", "paasy", "reitit", is_asked=True),
    answer_row("how.entry.referral", "lahete", is_key_fact=True),
    answer_row("how.entry.voluntary", "vapaaehtoisuus", is_key_fact=False),
    answer_row("for_whom.consent", "suostumus", is_key_fact=True),
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
    statements("conditions.competences", "valineet", "osaaminen"),
    statements("conditions.resources", "valineet", "resurssit"),
    statements("conditions.agreements", "valineet", "sopimukset"),
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
    statements("results.expected_results", "odotukset", "odotettu"),
    Row(field="results.lessons", is_told=attrgetter("results.lessons"), page=OVERVIEW),
    Row(field="results.next_steps", page=OVERVIEW),
    Row(field="results.vision", page=OVERVIEW),
    Row(field="adoption.items", page=CHECKLIST),
    Row(field="adoption.agreements", page=CHECKLIST),
    Row(field="core", page=CHECKLIST),
    Row(field="criteria", page=CHECKLIST),
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
