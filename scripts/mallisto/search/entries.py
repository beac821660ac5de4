"""The catalog as entries for the finder: what can be found, under which address, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.facets import CONTENT, FACETS
from mallisto.i18n.language import Language
from mallisto.model import Model, Organisation, Place, Role, SitePage, Term, Text
from mallisto.search.entry import EntryKind, EntryPart, SearchEntry, elsewhere, every_language
from mallisto.search.sections import FAINT, NamedByModel, parts

# What an entry is, and what it answers to every facet, as pairs of key and value.
Answer = tuple[EntryKind, tuple[tuple[str, str], ...]]


def of_vocabulary(catalog: Catalog, language: Language) -> Iterator[SearchEntry]:
    """The roles, the terms, the organisations that models name, and the site's own pages."""
    yield from (_of_role(each, catalog, language) for each in catalog.roles_in_use)
    yield from (_of_term(each, catalog, language) for each in catalog.vocabulary.terms)
    yield from (_of_organisation(each, language) for each in catalog.organisations_in_use)
    yield from (_of_page(each, language) for each in _pages(catalog))


def answers(catalog: Catalog, language: Language) -> dict[str, Answer]:
    """Of every entry by its address: what it is, and what it answers to every facet."""
    facets = catalog.contributed(FACETS, language)
    found = {urls.model_page(model_id): (EntryKind.MODEL, answered.pairs) for model_id, answered in facets.items()}
    roles = (urls.role_page(each.id) for each in catalog.roles_in_use)
    terms = (urls.glossary(each.id) for each in catalog.vocabulary.terms)
    organisations = (urls.organisation(each.id) for each in catalog.organisations_in_use)
    pages = (each.address for each in _pages(catalog))
    of_kind = (
        (EntryKind.ROLE, roles),
        (EntryKind.TERM, terms),
        (EntryKind.ORGANISATION, organisations),
        (EntryKind.PAGE, pages),
    )
    for kind, addresses in of_kind:
        found |= dict.fromkeys(addresses, (kind, ((CONTENT, kind),)))
    return found


def of_model(model: Model, catalog: Catalog, language: Language) -> SearchEntry:
    """A model with all its parts."""
    names = (*((model.short_name,) if model.short_name else ()), *model.other_names)
    return SearchEntry(
        kind=EntryKind.MODEL,
        address=urls.model_page(model.id),
        language=language.code,
        lead=_lead(EntryKind.MODEL, model.name, (model.summary, *names), language),
        parts=tuple(parts(model, _named(model, catalog), catalog, language)),
    )


def _lead(kind: EntryKind, title: Text, texts: tuple[Text, ...], language: Language, names: tuple[str, ...] = ()) -> EntryPart:
    """What an entry is, in its own words. `names` are further words it is known by."""
    found = (*elsewhere((title, *texts), language), *names)
    return EntryPart(kind=kind, address="", title=language.pick(title), texts=language.pick_all(texts), elsewhere=found)


def _named(model: Model, catalog: Catalog) -> NamedByModel:
    place = model.basics.place
    return NamedByModel(
        shown=tuple(dict.fromkeys(_vocabulary_names(model, catalog))),
        found_by=tuple(dict.fromkeys(_area_names(place, catalog))) if place else (),
    )


def _area_names(place: Place, catalog: Catalog) -> Iterator[str]:
    """The other names of the model's areas: former municipalities lead to the one they were merged into, and the other way round."""
    for area in (catalog.municipality_by_id[ref.to] for ref in place.municipalities):
        related = (*catalog.merged_into.get(area.id, ()), *((catalog.municipality_by_id[area.merged_into.to],) if area.merged_into else ()))
        yield from area.other_names
        yield from (name for each in related for name in every_language(each.name))
    yield from (name for ref in place.counties_now for name in catalog.county_by_id[ref.to].other_names)


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
    models = tuple(model.title for model in catalog.heads_where(role))
    return SearchEntry(
        kind=EntryKind.ROLE,
        address=urls.role_page(role.id),
        language=language.code,
        lead=_lead(EntryKind.ROLE, role.name, (role.description, *names, *models), language),
    )


def _pages(catalog: Catalog) -> tuple[SitePage, ...]:
    """The site's own pages; a page that every model has is found with its model."""
    return tuple(each for each in catalog.search_words.pages if not each.part) if catalog.search_words else ()


def _of_organisation(organisation: Organisation, language: Language) -> SearchEntry:
    texts = (organisation.short_name, organisation.description, organisation.note)
    return SearchEntry(
        kind=EntryKind.ORGANISATION,
        address=urls.organisation(organisation.id),
        language=language.code,
        lead=_lead(EntryKind.ORGANISATION, organisation.name, tuple(each for each in texts if each), language),
    )


def _of_page(page: SitePage, language: Language) -> SearchEntry:
    return SearchEntry(
        kind=EntryKind.PAGE,
        address=page.address,
        language=language.code,
        lead=_lead(EntryKind.PAGE, page.title, (page.text,), language, page.asked.all),
    )


def _found_by(term: Term) -> tuple[str, ...]:
    return (*term.search, *(term.everyday.all if term.everyday else ()))


def _of_term(term: Term, catalog: Catalog, language: Language) -> SearchEntry:
    return SearchEntry(
        kind=EntryKind.TERM,
        address=urls.glossary(term.id),
        language=language.code,
        lead=_lead(EntryKind.TERM, term.name, (term.explanation,), language, _found_by(term)),
    )
