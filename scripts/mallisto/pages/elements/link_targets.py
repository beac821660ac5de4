"""The stable addresses of the site: their kind, name and context, and the link shown beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mallisto.addresses import training_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import Language, LocalizedText, capital
from mallisto.model import Model, Text, TrainingSection
from mallisto.pages.elements.facts import ProvenanceView, unless_described
from mallisto.pages.elements.page_context import PageContext

# The pages of a model besides its overview, and their kinds.
PARTS: Mapping[str, str] = {
    urls.PATHWAY: "pathway",
    urls.ROLES: "roles",
    urls.CHECKLIST: "checklist",
    urls.SOURCES: "sources",
    urls.BOOKLET: "booklet",
    urls.MEMO: "memo",
    urls.HISTORY: "history",
    urls.SLIDES: "slides",
}

# The string key for the title of a place in the training material.
_OF_TRAINING: Mapping[str, str] = {
    "training": "training.title",
    "facilitator": "training.facilitator_title",
    "question": "training.question_title",
    "case": "training.case_title",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTarget:
    """A place that others may link to. `within` names the model or section around it, unless it is a whole page."""

    address: str
    kind: str
    name: Text
    within: Text | None = None

    @property
    def page(self) -> str:
        return self.address.partition("#")[0]

    @property
    def is_page(self) -> bool:
        return self.address == self.page


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A link to a place: its kind, its name, and its model."""

    kind: str
    title: LocalizedText
    model: LocalizedText | None
    href: str


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """The link beside a place: its address, its short code if it has one, and its provenance label."""

    href: str
    code: str
    mark: ProvenanceView | None = None


def place(page: str, anchor: str, context: PageContext, label: ProvenanceView | None = None) -> PlaceLink:
    """Return the link to a place on a page, with its provenance label unless the source simply describes it."""
    address = f"{page}#{anchor}" if anchor else page
    code = context.catalog.addresses.code_by_address.get(address, "")
    return PlaceLink(f"#{anchor}" if anchor else "./", code, label and unless_described(label))


def pointer(address: str, context: PageContext) -> Pointer:
    """The place at one of the site's lasting addresses, or where that leads today."""
    found = at(context.catalog.addresses.target_of(address), context)
    if found is None:
        raise KeyError(address)
    pick = context.language.pick
    return Pointer(
        kind=context.language.say(f"place.{found.kind}"),
        title=pick(found.name),
        model=pick(found.within) if found.within else None,
        href=context.href(found.address),
    )


def title(place: LinkTarget, language: Language) -> str:
    """Return the title of a place, understandable without the page around it."""
    name = str(language.pick(place.name))
    within = str(language.pick(place.within)) if place.within else ""
    if place.kind in _OF_TRAINING:
        return language.say(_OF_TRAINING[place.kind], section=within or name, question=name)
    if place.kind in PARTS.values():
        return language.say("page.of_model", part=heading(place.kind, language), model=name)
    return language.say("page.of_model", part=name, model=within) if within else name


def heading(kind: str, language: Language) -> str:
    """Return the name of a kind of place, capitalised."""
    return capital(language.say(f"place.{kind}"))


def is_printed(kind: str) -> bool:
    """Whether paper carries the line below the heading of a kind of page, with its code for cameras: of slides, only they are printed."""
    return kind != "slides"


def at(address: str, context: PageContext) -> LinkTarget | None:
    """The place at an address; nothing where a page stands that people wrote."""
    model_id = urls.model_around(address)
    places = context.contributed(PLACES).get(model_id, ()) if model_id else of_shared(context.catalog)
    return next((each for each in places if each.address == address), None)


def of_model(model: Model, catalog: Catalog) -> Iterator[LinkTarget]:
    """Yield every stable address of a model."""
    there = urls.parts_of(model)
    page = {part: urls.model_page(model.id, part) for part in ("", *PARTS)}
    yield LinkTarget(address=page[""], kind="model", name=model.name)
    for part, kind in PARTS.items():
        if part in there:
            yield LinkTarget(address=page[part], kind=kind, name=model.title)
    for step in model.pathway.steps:
        address = f"{page[urls.PATHWAY]}#{urls.step(step.id)}"
        yield LinkTarget(address=address, kind="step", name=step.title, within=model.title)
    for part_of in model.people.roles:
        address, name = f"{page[urls.ROLES]}#{urls.role(part_of.role.to)}", part_of.title or catalog.role(part_of.role).name
        yield LinkTarget(address=address, kind="role", name=name, within=model.title)
    items = dict(urls.items_of(model))
    for item in model.checklist:
        yield LinkTarget(address=items[item.id], kind="item", name=item.text, within=model.title)


PLACES: Channel[tuple[LinkTarget, ...]] = Channel(
    "places", tuple[LinkTarget, ...], lambda model, catalog, _: tuple(of_model(model, catalog)), is_neutral=True
)


def of_shared(catalog: Catalog) -> Iterator[LinkTarget]:
    """Yield every stable address of roles, terms and training material."""
    for role in catalog.roles_in_use:
        yield LinkTarget(address=urls.role_page(role.id), kind="card", name=role.name)
    for term in catalog.vocabulary.terms:
        yield LinkTarget(address=urls.glossary(term.id), kind="term", name=term.name)
    for section in catalog.training.sections if catalog.training else ():
        yield from _of_section(section)
    for route in catalog.training.routes if catalog.training else ():
        yield LinkTarget(address=training_urls.route(route.id), kind="route", name=route.title)


def _of_section(section: TrainingSection) -> Iterator[LinkTarget]:
    yield LinkTarget(address=training_urls.training_section(section.id), kind="training", name=section.title)
    yield LinkTarget(address=training_urls.facilitator(section.id), kind="facilitator", name=section.title)
    for question in section.questions:
        yield LinkTarget(
            address=training_urls.section_question(section.id, question.id), kind="question", name=question.question, within=section.title
        )
    for case in section.cases:
        yield LinkTarget(address=training_urls.section_case(section.id, case.id), kind="case", name=case.situation, within=section.title)
