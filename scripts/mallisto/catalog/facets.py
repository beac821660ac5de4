"""Facets for filtering the model list and search results: values from the models' data, with names and counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.catalog.head import Head
from mallisto.i18n.language import Language
from mallisto.model import Area, Concept, Model, Role, StepType, unlisted_name

CONTENT = "sisalto"
# Before the id of a profession that may hold a function which the model names.
MAY_HOLD = "voi-"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: the id used in URLs, its name, the number of entries, and the models."""

    id: str
    name: str
    count: int
    models: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A closed question to filter by.

    `key` is used in URLs. `rule` explains facets whose values are concluded from several facts.
    """

    key: str
    name: str
    values: tuple[FacetValue, ...]
    rule: str = ""


def _referral(model: Model, _: Catalog) -> Iterator[str]:
    yield model.how.entry.referral.value if model.how.entry.referral else "unknown"


def _counties(model: Model, _: Catalog) -> Iterator[str]:
    yield from (ref.to for ref in model.basics.place.counties_now) if model.basics.place else ()


def _threshold(model: Model, _: Catalog) -> Iterator[str]:
    """Yield `low` if no referral is needed, participation is voluntary and the pathway starts with the client; otherwise nothing."""
    referral, voluntary = model.how.entry.referral, model.how.entry.voluntary
    of_clients = {lane.id for lane in model.pathway.lanes if lane.kind == "client"}
    starts = [step.lane.to for step in model.pathway.steps if step.type is StepType.START]
    is_open = referral is not None and referral.value == "not_required" and voluntary is not None and voluntary.value == "voluntary"
    if is_open and starts and of_clients.issuperset(starts):
        yield "low"


def _implementers(model: Model, catalog: Catalog) -> Iterator[str]:
    """Yield the kinds of the organisations that carry out or coordinate the model."""
    taking_part = (each for each in model.basics.organisations if each.part in ("implementer", "coordinator"))
    yield from (kind for each in taking_part if (kind := catalog.organisation(each.organisation).kind))


def _target_groups(model: Model, catalog: Catalog) -> Iterator[str]:
    """Yield the groups that the model names and the groups above them."""
    listed = (group for group in catalog.groups_of(model) if not unlisted_name(group.id))
    yield from (each.id for group in listed for each in (group, *catalog.groups_above(group)))


def _roles(model: Model, catalog: Catalog) -> Iterator[str]:
    """Yield the roles of the model and the roles above them, and the professions that may hold one of its functions, marked so."""
    roles = tuple(catalog.role(each.role) for each in model.people.roles if not each.role.unlisted_name)
    named = {each.id for role in roles for each in (role, *catalog.roles_above(role))}
    yield from (each.id for role in roles for each in (role, *catalog.roles_above(role)))
    yield from (f"{MAY_HOLD}{ref.to}" for role in roles for ref in role.may_be_held_by if ref.to not in named)


# The facets in display order, with a function that returns the ids of a model's values.
_VALUES: Mapping[str, Callable[[Model, Catalog], Iterator[str]]] = {
    "aihe": lambda model, _: (ref.to for ref in model.classification.topics if not ref.unlisted_name),
    "kohderyhma": _target_groups,
    "lahete": _referral,
    "kynnys": _threshold,
    "toteuttaja": _implementers,
    "rooli": _roles,
    "laji": lambda model, _: iter((model.kind,)),
    "kehitys": lambda model, _: iter((model.status.development,)),
    "elinkaari": lambda model, _: iter((model.status.lifecycle,)),
    "alue": _counties,
    "rahoitus": lambda model, _: (each.type for each in model.basics.funding),
    "taso": lambda model, _: iter((model.level,)),
    "naytto": lambda model, _: iter((model.evidence,) if model.evidence else ()),
}


# Facets concluded from several facts or by a hierarchy; their rule is shown beside them.
_RULED = frozenset({"kohderyhma", "kynnys", "toteuttaja", "rooli", "naytto"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFacets:
    """What a model answers to every facet, as pairs of key and value, and how many steps and checklist items it has."""

    pairs: tuple[tuple[str, str], ...]
    steps: int
    items: int


def facets_of(model: Model, catalog: Catalog) -> ModelFacets:
    """What a model answers to every facet."""
    parts = (("malli", True), ("vaihe", model.pathway.steps), ("rooli", model.people.roles), ("kohta", model.checklist))
    pairs = (
        *((CONTENT, kind) for kind, there in parts if there),
        *((key, value) for key, of in _VALUES.items() for value in dict.fromkeys(of(model, catalog))),
    )
    return ModelFacets(pairs=pairs, steps=len(model.pathway.steps), items=len(model.checklist))


FACETS: Channel[ModelFacets] = Channel("facets", ModelFacets, lambda model, catalog, _: facets_of(model, catalog), is_neutral=True)


def facets(catalog: Catalog, language: Language) -> tuple[Facet, ...]:
    """The facets with the values that some model has, the most frequent first."""
    models: dict[tuple[str, str], list[Head]] = defaultdict(list)
    answers = catalog.contributed(FACETS, language)
    for model_id, answered in answers.items():
        for pair in answered.pairs:
            models[pair].append(catalog.head_by_id[model_id])
    return (_content(tuple(answers.values()), catalog, language), *(_facet(key, models, catalog, language) for key in _VALUES))


def _content(answered: tuple[ModelFacets, ...], catalog: Catalog, language: Language) -> Facet:
    found = (
        ("malli", len(answered)),
        ("vaihe", sum(model.steps for model in answered)),
        ("rooli", len(catalog.roles_in_use)),
        ("kohta", sum(model.items for model in answered)),
        ("termi", len(catalog.vocabulary.terms)),
        ("organisaatio", len(catalog.organisations_in_use)),
        ("sivu", sum(not page.part for page in catalog.search_words.pages) if catalog.search_words else 0),
    )
    values = tuple(FacetValue(kind, language.say(f"search.kinds.{kind}"), count) for kind, count in found if count)
    return Facet(CONTENT, facet_name(CONTENT, language), values)


def _facet(key: str, models: Mapping[tuple[str, str], list[Head]], catalog: Catalog, language: Language) -> Facet:
    of_key = {value: tuple(each) for (of, value), each in models.items() if of == key}
    values = [FacetValue(value, value_name(key, value, catalog, language), len(each), each) for value, each in of_key.items()]
    rule = language.say(f"facet.rule.{key}") if key in _RULED else ""
    return Facet(key, facet_name(key, language), tuple(sorted(values, key=lambda each: (-each.count, each.name.casefold()))), rule)


def facet_name(key: str, language: Language) -> str:
    """What a facet is called."""
    return language.say(f"search.facet.{key}")


def value_name(key: str, value: str, catalog: Catalog, language: Language) -> str:
    """What a value of a facet is called."""
    fields = {
        "laji": "kind",
        "taso": "level",
        "kehitys": "status.development",
        "elinkaari": "status.lifecycle",
        "rahoitus": "basics.funding.type",
        "lahete": "how.entry.referral.value",
    }
    if key == "naytto":
        return language.say(f"evidence.{value}")
    if key == "kynnys":
        return language.say(f"facet.kynnys.{value}")
    if key == "toteuttaja":
        return language.value("organisations.kind", value, schema="organisations")
    if key in fields:
        return language.value(fields[key], value)
    if key == "rooli" and value.startswith(MAY_HOLD):
        profession = catalog.role_by_id[value.removeprefix(MAY_HOLD)]
        return language.say("facet.may_hold", role=str(language.pick(profession.name)))
    named: Mapping[str, Mapping[str, Concept | Role | Area]] = {
        "aihe": catalog.topic_by_id,
        "kohderyhma": catalog.target_group_by_id,
        "rooli": catalog.role_by_id,
        "alue": catalog.county_by_id,
    }
    return str(language.pick(named[key][value].name))
