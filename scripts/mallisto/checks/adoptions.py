"""Adoption records: they name what exists, their dates fit their state, and they tell of no person."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.checks import identity, privacy, references
from mallisto.checks.dates import impossible, is_before
from mallisto.model import Adoption, AdoptionState, Ref
from mallisto.reading.problems import Choice, Problem

# Results of fewer people could be recognised as theirs.
LEAST_PEOPLE = 5

_OF_THE_MODEL = frozenset({"source", "step", "item", "fact", "figure", "model-role"})
_COUNTED_PEOPLE = ("clients", "persons")
_UNDER_WAY = (AdoptionState.STARTING, AdoptionState.RUNNING)


def named_things_exist(catalog: Catalog) -> Iterator[Problem]:
    """The model, bodies, roles and areas of a record exist."""
    shared = references.shared_choices(catalog)
    for adoption in catalog.adoptions:
        for family, ref in adoption.refs:
            if not _is_of_the_model(family):
                yield from references.unknown(family, ref, shared.get(family))


def model_is_the_file_name(catalog: Catalog) -> Iterator[Problem]:
    """A record lies in the file that bears its model's id."""
    for adoption in catalog.adoptions:
        file = adoption.where.file.rpartition("/")[2]
        if file != f"{adoption.model.to}.yml":
            yield Problem(adoption.model.where, "adoption.file", found=adoption.model.to, mend=f"{adoption.model.to}.yml")


def places_exist(catalog: Catalog) -> Iterator[Problem]:
    """What a record says of its model's sources, steps, roles, items and facts exists there, under its present or a former id."""
    for model in catalog.models:
        roles = {part.role.to for part in model.people.roles} | {ref.to for step in model.pathway.steps for ref in step.roles}
        own = {**references.own_choices(model), "model-role": {each: Choice(each) for each in sorted(roles)}}
        for adoption in catalog.adoptions_of(model):
            figures = {each.id: Choice(each.id) for each in adoption.figures}
            choices = {**own, "figure": {**own["figure"], **figures}}
            for family, ref in adoption.refs:
                if _is_of_the_model(family):
                    now = Ref(catalog.present_place(model, family, ref.to), ref.where)
                    yield from references.unknown(family, now, choices.get(family, {}))


def _is_of_the_model(family: str) -> bool:
    return family in _OF_THE_MODEL or family.startswith("heading of ")


def dates_fit_the_state(catalog: Catalog) -> Iterator[Problem]:
    """Dates exist and are in order, and the state is possible on the day on which it was confirmed."""
    for adoption in catalog.adoptions:
        yield from impossible(adoption.dates)
        since, until = adoption.since, adoption.until
        if since and until and is_before(until, since):
            yield Problem(adoption.until_where, "date.order", found=until, other=adoption.since_where)
        yield from _unlikely_state(adoption)


def _unlikely_state(adoption: Adoption) -> Iterator[Problem]:
    confirmed, state = adoption.last_confirmed, adoption.state
    if not confirmed:
        return
    if state is AdoptionState.PLANNED and adoption.since and is_before(adoption.since, confirmed):
        yield Problem(adoption.state_where, "adoption.planned_in_the_past", found=adoption.since, other=adoption.since_where)
    if state in (AdoptionState.RUNNING, AdoptionState.ENDED) and adoption.since and is_before(confirmed, adoption.since):
        yield Problem(adoption.state_where, "adoption.not_yet_begun", found=adoption.since, other=adoption.since_where)
    if state in _UNDER_WAY and adoption.until and is_before(adoption.until, confirmed):
        yield Problem(adoption.state_where, "adoption.already_ended", found=adoption.until, other=adoption.until_where)


def reason_belongs_to_an_end(catalog: Catalog) -> Iterator[Problem]:
    """Use that has ended says why, `unknown` where nobody knows; other use has no such reason."""
    for adoption in catalog.adoptions:
        has_ended = adoption.state is AdoptionState.ENDED
        if has_ended and not adoption.why_ended:
            yield Problem(adoption.state_where, "adoption.reason_missing")
        if adoption.why_ended and not has_ended:
            yield Problem(adoption.why_ended_where, "adoption.reason_too_early")


def somebody_tells(catalog: Catalog) -> Iterator[Problem]:
    """A record of a source names it, by the model's sources or as a public reference."""
    for adoption in catalog.adoptions:
        if adoption.told_by == "source" and not (adoption.source or adoption.reference):
            yield Problem(adoption.where, "adoption.source_missing")


def groups_are_large_enough(catalog: Catalog) -> Iterator[Problem]:
    """A result is about five people or more, and counts none of fewer."""
    for adoption in catalog.adoptions:
        for result in adoption.results:
            value = result.figure.value
            if result.n < LEAST_PEOPLE:
                yield Problem(result.n_where, "adoption.small_group", found=str(result.n), limit=LEAST_PEOPLE)
            elif value is not None and 0 < value < LEAST_PEOPLE and result.figure.unit in _COUNTED_PEOPLE:
                yield Problem(result.figure.where, "adoption.small_group", found=f"{value:g}", limit=LEAST_PEOPLE)


def adaptation_ids_are_unique(catalog: Catalog) -> Iterator[Problem]:
    """An id of an adaptation is used once in a record."""
    for adoption in catalog.adoptions:
        yield from identity.repeated((each.id, each.where) for each in adoption.adaptations)


def no_person_is_named(catalog: Catalog) -> Iterator[Problem]:
    """A record names bodies and roles; the address to write to is that of an office."""
    for adoption in catalog.adoptions:
        for text, where in adoption.free_texts:
            yield from privacy.found_in(text, where)
        owner = adoption.owner
        if owner and owner.email and privacy.is_personal_address(owner.email):
            yield Problem(owner.email_where, "adoption.personal_address", found=owner.email)
