"""The catalog as entries for the finder: what can be found, under which address, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mallisto import addresses
from mallisto.amounts import amount
from mallisto.catalog import Catalog
from mallisto.facets import facets_of
from mallisto.language import Language, Spoken
from mallisto.model import Model, Organisation, Role, Term, Text
from mallisto.problems import Path

# What the source does not tell, and what has changed since, is found, but seldom is the answer.
_FAINT = frozenset({"gaps", "currency", "upkeep"})
_FAINT_WEIGHT = 0.3
_PLAIN_WEIGHT = 1.0
_STRONG_WEIGHT = 3.0

# Where on the overview page the texts of a field stand; the longest beginning of a text's path that is here tells it.
_SECTIONS: dict[Path, tuple[str, str]] = {
    ("status",): ("perustiedot", "basics"),
    ("basics",): ("perustiedot", "basics"),
    ("classification",): ("perustiedot", "basics"),
    ("basics", "funding"): ("kustannukset", "cost"),
    ("how",): ("perusidea", "how"),
    ("why",): ("toimintaymparisto", "why"),
    ("for_whom",): ("kohderyhma", "for_whom"),
    ("conditions",): ("ehdot", "conditions"),
    ("tools",): ("ehdot", "tools"),
    ("results",): ("tulokset", "results"),
    ("results", "expected_results"): ("odotetut-tulokset", "results.expected_results"),
    ("results", "lessons"): ("opit", "results.lessons"),
    ("results", "next_steps"): ("jatko", "results.next_steps"),
    ("results", "vision"): ("visio", "results.vision"),
    ("cost",): ("kustannukset", "cost"),
    ("advice",): ("vinkit", "advice"),
    ("relations",): ("sukulaiset", "relations"),
    ("currency",): ("muutokset", "currency"),
    ("gaps",): ("aukot", "gaps"),
}


class Kind(StrEnum):
    """What a hit is. The words stand in addresses."""

    MODEL = "malli"
    STEP = "vaihe"
    ROLE = "rooli"
    ITEM = "kohta"
    TERM = "termi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an entry with its own address below the entry's: `polku/#vaihe-arvio`."""

    kind: Kind
    address: str
    title: Spoken
    texts: tuple[Spoken, ...]
    weight: float = _PLAIN_WEIGHT

    @property
    def language(self) -> str | None:
        """Set where the part's own words are in another language than the page."""
        return self.texts[0].language if self.texts else self.title.language


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something the finder finds as a whole. `names` are further words it is known by, in any language; they are found and never shown."""

    kind: Kind
    address: str
    language: str
    title: Spoken
    lead: tuple[Spoken, ...]
    parts: tuple[Part, ...]
    names: tuple[Text, ...]
    facets: tuple[tuple[str, str], ...]

    @property
    def spoken(self) -> Iterator[Spoken]:
        """Every text of the entry that is shown."""
        yield from (self.title, *self.lead)
        for part in self.parts:
            yield from (part.title, *part.texts)


def entries(catalog: Catalog, language: Language) -> Iterator[Entry]:
    """Everything that can be found in one language: models, then roles, then terms."""
    yield from (_of_model(each, catalog, language) for each in catalog.models)
    yield from (_of_role(each, catalog, language) for each in catalog.roles_in_use)
    yield from (_of_term(each, catalog, language) for each in catalog.vocabulary.terms)


def _of_model(model: Model, catalog: Catalog, language: Language) -> Entry:
    named = tuple(dict.fromkeys(_vocabulary_names(model, catalog)))
    titles = (model.name, *((model.short_name,) if model.short_name else ()), *model.other_names)
    return Entry(
        kind=Kind.MODEL,
        address=addresses.model_page(model.id),
        language=language.code,
        title=language.pick(model.name),
        lead=(language.pick(model.summary), *language.pick_all(titles[1:])),
        parts=(
            *_sections(model, named, language),
            *_steps(model, catalog, language),
            *_roles(model, catalog, language),
            *_items(model, language),
        ),
        names=(*titles, model.summary, *named, *(text for text, where in model.texts if where.path[0] not in _FAINT)),
        facets=facets_of(model, catalog),
    )


def _vocabulary_names(model: Model, catalog: Catalog) -> Iterator[Text]:
    """What the model speaks of in the words of the shared vocabularies."""
    kept, place = model.classification, model.basics.place
    yield from (catalog.topic_by_id[ref.to].name for ref in kept.topics)
    yield from (catalog.target_group_by_id[ref.to].name for ref in kept.target_groups)
    yield from (catalog.life_situation_by_id[ref.to].name for ref in kept.life_situations)
    if place:
        yield from (catalog.municipality_by_id[ref.to].name for ref in place.municipalities)
        yield from (catalog.county_by_id[ref.to].name for ref in place.counties_now)
    for organisation in dict.fromkeys(ref.to for family, ref in model.refs if family == "organisation" and ref.where.path[0] not in _FAINT):
        yield from _organisation_names(catalog.organisation_by_id[organisation])


def _organisation_names(organisation: Organisation) -> Iterator[Text]:
    yield organisation.name
    if organisation.short_name:
        yield organisation.short_name


def _sections(model: Model, named: tuple[Text, ...], language: Language) -> Iterator[Part]:
    """The parts of the overview page, each with all texts and figures that stand in it."""
    figures = {each.where.path: Spoken(amount(each, language)) for each in model.figures()}
    found: dict[tuple[str, str], list[Spoken]] = {_SECTIONS["basics",]: list(language.pick_all(named))}
    for text, where in model.texts:
        section = _section_of(where.path)
        if section:
            found.setdefault(section, []).append(language.pick(text))
            found[section] += [figures[where.path[:-1]]] if where.path[-1] == "label" and where.path[:-1] in figures else []
    for (anchor, field), texts in found.items():
        weight = _FAINT_WEIGHT if field in _FAINT else _PLAIN_WEIGHT
        yield Part(kind=Kind.MODEL, address=f"#{anchor}", title=Spoken(language.title(field)), texts=tuple(texts), weight=weight)


def _section_of(path: Path) -> tuple[str, str] | None:
    return next((_SECTIONS[path[:length]] for length in (2, 1) if path[:length] in _SECTIONS), None)


def _texts_below(model: Model, path: Path, but: tuple[Text, ...]) -> tuple[Text, ...]:
    return tuple(text for text, where in model.texts if where.path[: len(path)] == path and text not in but)


def _steps(model: Model, catalog: Catalog, language: Language) -> Iterator[Part]:
    for number, step in enumerate(model.pathway.steps):
        roles = tuple(catalog.role(ref).name for ref in step.roles)
        yield Part(
            kind=Kind.STEP,
            address=f"{addresses.PATHWAY}#{addresses.step(step.id)}",
            title=language.pick(step.title),
            texts=language.pick_all((*_texts_below(model, ("pathway", "steps", number), (step.title,)), *roles)),
        )


def _roles(model: Model, catalog: Catalog, language: Language) -> Iterator[Part]:
    for number, each in enumerate(model.people.roles):
        role = catalog.role(each.role)
        title = each.title or role.name
        names = tuple(text for text in (role.name, *role.other_names) if text != title)
        yield Part(
            kind=Kind.ROLE,
            address=f"{addresses.ROLES}#{addresses.role(role.id)}",
            title=language.pick(title),
            texts=language.pick_all((*_texts_below(model, ("people", "roles", number), (title,)), *names)),
        )


def _items(model: Model, language: Language) -> Iterator[Part]:
    for item in model.checklist:
        yield Part(
            kind=Kind.ITEM,
            address=f"{addresses.CHECKLIST}#{addresses.item(item.id)}",
            title=language.pick(item.text),
            texts=language.pick_all((item.why, item.verify)),
            weight=_FAINT_WEIGHT,
        )


def _of_role(role: Role, catalog: Catalog, language: Language) -> Entry:
    names = (role.name, *((role.plural,) if role.plural else ()), *role.other_names)
    models = tuple(model.title for model in catalog.models_where(role))
    return Entry(
        kind=Kind.ROLE,
        address=addresses.role_page(role.id),
        language=language.code,
        title=language.pick(role.name),
        lead=language.pick_all((role.description, *names[1:], *models)),
        parts=(),
        names=names,
        facets=(("sisalto", Kind.ROLE),),
    )


def _of_term(term: Term, catalog: Catalog, language: Language) -> Entry:
    return Entry(
        kind=Kind.TERM,
        address=addresses.glossary(term.id),
        language=language.code,
        title=language.pick(term.name),
        lead=language.pick_all((term.explanation, *((term.note,) if term.note else ()))),
        parts=(),
        names=(term.name, *(Text(each) for each in term.search)),
        facets=(("sisalto", Kind.TERM),),
    )
