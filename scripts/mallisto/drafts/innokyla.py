"""Export a model as text in the order of Innokylä's form, to be pasted field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from mallisto.catalog.catalog import Catalog
from mallisto.drafts.headings import INNOKYLA, ServiceHeading, Takes
from mallisto.i18n.language import Language
from mallisto.model import Concept, Fact, Figure, Model, Ref, Source, Statement

Texts = Iterator[str]
Extractor = Callable[[Model, Catalog, Language], Texts]


def as_text(model: Model, catalog: Catalog, language: Language) -> str:
    """Return every heading of the form with the model's text; a heading without text stays, empty."""
    parts = []
    for heading in INNOKYLA:
        texts = [] if heading.takes is Takes.NOTHING else [each for each in _EXTRACTORS[heading.field](model, catalog, language) if each]
        parts.append("\n".join([heading.title, *(["", *_spaced(heading, texts)] if texts else [])]))
    return "\n\n".join(parts) + "\n"


def _spaced(heading: ServiceHeading, texts: list[str]) -> list[str]:
    return texts if heading.takes is Takes.BLOCK else "\n\n".join(texts).split("\n")


def _statements(of: Callable[[Model], Iterable[Fact]]) -> Extractor:
    return lambda model, _, language: _told(of(model), language)


def _told(facts: Iterable[Fact], language: Language) -> Texts:
    for fact in facts:
        if isinstance(fact, Statement):
            yield str(language.pick(fact.text))
        elif isinstance(fact, Figure):
            yield _figure(fact, language)


def _figure(figure: Figure, language: Language) -> str:
    numbers = [language.number(each) for each in (figure.value, figure.min, figure.max) if each is not None]
    of_whom = f" ({language.pick(figure.population)})" if figure.population else ""
    return f"{language.pick(figure.label)}: {'–'.join(numbers)} {language.value('results.figures.unit', figure.unit)}{of_whom}"


def _idea(model: Model, catalog: Catalog, language: Language) -> Texts:
    """Yield what the model is, and the client's pathway, for which the form has no heading."""
    how = model.how
    yield from _statements(lambda _: (*how.idea, *how.goals, *how.principles, *how.methods, *how.components))(model, catalog, language)
    steps = [f"{number}. {language.pick(step.title)}" for number, step in enumerate(model.pathway.steps, 1)]
    yield "\n".join([f"{language.title('pathway')}:", *steps])


def _place(model: Model, catalog: Catalog, language: Language) -> Texts:
    place = model.basics.place
    refs = (*place.municipalities, *place.counties_now) if place else ()
    names = {**catalog.municipality_by_id, **catalog.county_by_id}
    yield ", ".join(str(language.pick(names[ref.to].name)) for ref in refs)


def _site(model: Model, _: Catalog, language: Language) -> Texts:
    if model.basics.place and model.basics.place.site:
        yield str(language.pick(model.basics.place.site))


def _funding(model: Model, catalog: Catalog, language: Language) -> Texts:
    for funding in model.basics.funding:
        yield (
            _name(funding.funder, catalog, language) if funding.funder else language.value("basics.funding.type", funding.type).capitalize()
        )


def _links(model: Model, _: Catalog, language: Language) -> Texts:
    for link in model.basics.links:
        yield f"{language.pick(link.title)} {link.url or ''}".strip()


def _owner(model: Model, catalog: Catalog, language: Language) -> Texts:
    yield from (_name(each.organisation, catalog, language) for each in model.basics.organisations if each.part == "implementer")


def _name(ref: Ref, catalog: Catalog, language: Language) -> str:
    return str(language.pick(catalog.organisation(ref).name))


def _conditions(model: Model, catalog: Catalog, language: Language) -> Texts:
    """Yield what the model takes, and who works in it at what cost, for which the form has no headings."""
    conditions, people, cost = model.conditions, model.people, model.cost
    yield from _told((*conditions.competences, *conditions.resources, *conditions.agreements, *people.description), language)
    for part in people.roles:
        name = str(language.pick(part.title or catalog.role(part.role).name))
        tasks = " ".join(_told((*part.tasks, *part.staffing), language))
        yield f"{name[:1].upper()}{name[1:]}: {tasks}" if tasks else f"{name[:1].upper()}{name[1:]}."
    yield from _told((*cost.notes, *people.staffing, *cost.figures), language)


def _source_day(day: Callable[[Source], str | None]) -> Extractor:
    """A day of the source's page; the days of our own upkeep are none of the page's."""

    def extract(model: Model, _: Catalog, language: Language) -> Texts:
        days = [found for source in model.upkeep.sources if (found := day(source))]
        yield language.date(days[0]) if days else ""

    return extract


def _tags(refs: Callable[[Model], Iterable[Ref]], concepts: Callable[[Catalog], Mapping[str, Concept]]) -> Extractor:
    def extract(model: Model, catalog: Catalog, language: Language) -> Texts:
        yield ", ".join(str(language.pick(concepts(catalog)[ref.to].name)).capitalize() for ref in refs(model))

    return extract


_EXTRACTORS: Mapping[str, Extractor] = {
    "name": lambda model, _, language: iter([str(language.pick(model.name))]),
    "summary": lambda model, _, language: iter([str(language.pick(model.summary))]),
    "basics.place.site": _site,
    "basics.place": _place,
    "basics.funding": _funding,
    "basics.links": _links,
    "upkeep.owner": _owner,
    "upkeep.sources.published": _source_day(lambda source: source.published),
    "upkeep.sources.modified": _source_day(lambda source: source.modified),
    "how.idea": _idea,
    "conditions.resources": _conditions,
    "results.claims": _statements(lambda model: (*model.results.claims, *model.results.figures)),
    "advice": _statements(lambda model: (*model.results.lessons, *model.advice)),
    "why.context": _statements(lambda model: (*model.why.context, *model.why.figures)),
    "why.need": _statements(lambda model: model.why.need),
    "for_whom.description": _statements(lambda model: (*model.for_whom.description, *model.for_whom.criteria, *model.for_whom.segments)),
    "status": lambda model, _, language: iter([language.value("status.development", model.status.development).capitalize()]),
    "classification.topics": _tags(lambda model: model.classification.topics, lambda catalog: catalog.topic_by_id),
    "classification.life_situations": _tags(
        lambda model: model.classification.life_situations, lambda catalog: catalog.life_situation_by_id
    ),
    "classification.target_groups": _tags(lambda model: model.classification.target_groups, lambda catalog: catalog.target_group_by_id),
}
