"""Ids: equal to the file name, not reserved, unique."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Location, Problem, Severity

# Longer names break the heads of tables.
LONGEST_NAME = 20

RESERVED = frozenset(
    {"index", "assets", "search", "sv", "en", "fi", "api", "con", "prn", "aux", "nul", "mallit", "roolit", "sanasto", "history"}
)


def id_is_the_file_name(catalog: Catalog) -> Iterator[Problem]:
    """A model's id is the name of its file. A draft outside `models/` may have any name."""
    for model in catalog.models:
        stem = catalog.file_stems.get(model.where.file)
        if stem is not None and stem != model.id:
            yield Problem(model.where, "id.file", found=model.id, mend=f"id: {stem}")


def id_is_free(catalog: Catalog) -> Iterator[Problem]:
    """A model's id is not one of the words that the site reserves."""
    for model in catalog.models:
        if model.id in RESERVED:
            yield Problem(model.where, "id.reserved", found=model.id)


def long_name_has_a_short_one(catalog: Catalog) -> Iterator[Problem]:
    """A model with a long name has a short one for tables and lists."""
    for model in catalog.models:
        length = len(model.name.fi)
        if length > LONGEST_NAME and not model.short_name:
            place = next((where for text, where in model.texts if text is model.name), model.where)
            yield Problem(place, "name.long", limit=length, severity=Severity.NOTE)


def ids_are_unique(catalog: Catalog) -> Iterator[Problem]:
    """Within a model an id is used once among its facts and steps, its lanes, its sources, and the headings of a source."""
    for model in catalog.models:
        yield from repeated(model.fact_ids)
        yield from repeated((each.id, each.where) for each in model.pathway.lanes)
        yield from repeated((each.id, each.where) for each in model.upkeep.sources)
        for source in model.upkeep.sources:
            yield from repeated((each.id, each.where) for each in source.headings)


def vocabulary_ids_are_unique(catalog: Catalog) -> Iterator[Problem]:
    """Within a list of a vocabulary an id is used once; so is a model's id among all models."""
    vocabulary = catalog.vocabulary
    lists = (
        vocabulary.roles,
        vocabulary.organisations,
        vocabulary.topics,
        vocabulary.target_groups,
        vocabulary.life_situations,
        vocabulary.terms,
        vocabulary.counties,
        vocabulary.employment_areas,
        (*vocabulary.municipalities, *vocabulary.former_municipalities),
    )
    for each in (*lists, catalog.heads):
        yield from repeated((one.id, one.where) for one in each)


def training_ids_are_unique(catalog: Catalog) -> Iterator[Problem]:
    """The id of a training section is unique, that of a route too, and so is that of a question or a case within its section."""
    sections = catalog.training.sections if catalog.training else ()
    yield from repeated((each.id, each.where) for each in sections)
    yield from repeated((each.id, each.where) for each in (catalog.training.routes if catalog.training else ()))
    for section in sections:
        yield from repeated((each.id, each.where) for each in section.questions)
        yield from repeated((each.id, each.where) for each in section.cases)


def role_stands_once(catalog: Catalog) -> Iterator[Problem]:
    """A shared role is listed once in a model, with all its tasks."""
    for model in catalog.models:
        refs = [each.role for each in model.people.roles]
        yield from repeated(((each.to, each.where) for each in refs), code="role.repeated")


def broader_role_is_the_broadest(catalog: Catalog) -> Iterator[Problem]:
    """The broader role of a role has no broader role of its own, and is not the role itself."""
    narrow = {each.id for each in catalog.vocabulary.roles if each.broader}
    for role in catalog.vocabulary.roles:
        if role.broader and role.broader.to in narrow:
            yield Problem(role.broader.where, "role.broader", found=role.broader.to)


def profession_holds_a_function(catalog: Catalog) -> Iterator[Problem]:
    """Only a function says who may hold it, and only professions may."""
    for role in catalog.vocabulary.roles:
        for ref in role.may_be_held_by:
            holder = catalog.role_by_id.get(ref.to)
            if role.kind != "function" or (holder and holder.kind != "profession"):
                yield Problem(ref.where, "role.holder", found=ref.to)


def broader_group_leads_up(catalog: Catalog) -> Iterator[Problem]:
    """The chain of broader target groups has no cycle."""
    for group in catalog.vocabulary.target_groups:
        top = next(reversed(catalog.groups_above(group)), group)
        if group.broader and top.broader and top.broader.to == group.id:
            yield Problem(group.broader.where, "target-group.broader", found=group.broader.to)


def repeated(ids: Iterable[tuple[str, Location]], code: str = "id.duplicate") -> tuple[Problem, ...]:
    """The problems of ids that come again, each with the place of the first."""
    first: dict[str, Location] = {}
    places: dict[str, list[Location]] = defaultdict(list)
    for name, where in ids:
        if first.setdefault(name, where) is not where:
            places[name].append(where)
    return tuple(Problem(where, code, found=name, other=first[name]) for name, repeats in places.items() for where in repeats)
