"""The catalog as entries for the finder: what can be found, under which address, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.facets import CONTENT, facets_of
from mallisto.i18n.language import Language
from mallisto.model import Model, Organisation, Role, Term, Text
from mallisto.search.entry import EntryKind, EntryPart, SearchEntry, elsewhere
from mallisto.search.sections import FAINT, parts

# What an entry is, and what it answers to every facet, as pairs of key and value.
Answer = tuple[EntryKind, tuple[tuple[str, str], ...]]


def entries(catalog: Catalog, language: Language) -> Iterator[SearchEntry]:
    """Everything that can be found in one language: models, then roles and terms."""
    yield from (of_model(each, catalog, language) for each in catalog.models)
    yield from of_vocabulary(catalog, language)


def of_vocabulary(catalog: Catalog, language: Language) -> Iterator[SearchEntry]:
    """The roles, then the terms."""
    yield from (_of_role(each, catalog, language) for each in catalog.roles_in_use)
    yield from (_of_term(each, catalog, language) for each in catalog.vocabulary.terms)


def answers(catalog: Catalog) -> dict[str, Answer]:
    """Of every entry by its address: what it is, and what it answers to every facet."""
    found = {urls.model_page(each.id): (EntryKind.MODEL, facets_of(each, catalog)) for each in catalog.models}
    roles = (urls.role_page(each.id) for each in catalog.roles_in_use)
    terms = (urls.glossary(each.id) for each in catalog.vocabulary.terms)
    for kind, pages in ((EntryKind.ROLE, roles), (EntryKind.TERM, terms)):
        found |= dict.fromkeys(pages, (kind, ((CONTENT, kind),)))
    return found


def of_model(model: Model, catalog: Catalog, language: Language) -> SearchEntry:
    """A model with all its parts."""
    names = (*((model.short_name,) if model.short_name else ()), *model.other_names)
    return SearchEntry(
        kind=EntryKind.MODEL,
        address=urls.model_page(model.id),
        language=language.code,
        lead=_lead(EntryKind.MODEL, model.name, (model.summary, *names), language),
        parts=tuple(parts(model, tuple(dict.fromkeys(_vocabulary_names(model, catalog))), catalog, language)),
    )


def _lead(kind: EntryKind, title: Text, texts: tuple[Text, ...], language: Language, names: tuple[str, ...] = ()) -> EntryPart:
    """What an entry is, in its own words. `names` are further words it is known by."""
    found = (*elsewhere((title, *texts), language), *names)
    return EntryPart(kind=kind, address="", title=language.pick(title), texts=language.pick_all(texts), elsewhere=found)


def _vocabulary_names(model: Model, catalog: Catalog) -> Iterator[Text]:
    """What the model speaks of in the words of the shared vocabularies."""
    kept, place = model.classification, model.basics.place
    yield from (catalog.topic_by_id[ref.to].name for ref in kept.topics)
    yield from (catalog.target_group_by_id[ref.to].name for ref in kept.target_groups)
    yield from (catalog.life_situation_by_id[ref.to].name for ref in kept.life_situations)
    if place:
        yield from (catalog.municipality_by_id[ref.to].name for ref in place.municipalities)
        yield from (catalog.county_by_id[ref.to].name for ref in place.counties_now)
    for organisation in dict.fromkeys(ref.to for family, ref in model.refs if family == "organisation" and ref.where.path[0] not in FAINT):
        yield from _organisation_names(catalog.organisation_by_id[organisation])


def _organisation_names(organisation: Organisation) -> Iterator[Text]:
    yield organisation.name
    if organisation.short_name:
        yield organisation.short_name


def _of_role(role: Role, catalog: Catalog, language: Language) -> SearchEntry:
    names = (*((role.plural,) if role.plural else ()), *role.other_names)
    models = tuple(model.title for model in catalog.models_with(role))
    return SearchEntry(
        kind=EntryKind.ROLE,
        address=urls.role_page(role.id),
        language=language.code,
        lead=_lead(EntryKind.ROLE, role.name, (role.description, *names, *models), language),
    )


def _of_term(term: Term, catalog: Catalog, language: Language) -> SearchEntry:
    return SearchEntry(
        kind=EntryKind.TERM,
        address=urls.glossary(term.id),
        language=language.code,
        lead=_lead(EntryKind.TERM, term.name, (term.explanation, *((term.note,) if term.note else ())), language, term.search),
    )
