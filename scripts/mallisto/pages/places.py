"""Everything one can link to: what stands there, and the quiet link beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mallisto import addresses
from mallisto.catalog import Catalog
from mallisto.model import Model, Text, TrainingSection
from mallisto.pages.setting import Setting

_PARTS = {
    addresses.PATHWAY: "pathway",
    addresses.ROLES: "roles",
    addresses.CHECKLIST: "checklist",
    addresses.SOURCES: "sources",
    addresses.BOOKLET: "booklet",
    addresses.SLIDES: "slides",
}


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """The link beside a place: where it leads, and its short code where it has been given one."""

    href: str
    code: str


def place(page: str, anchor: str, setting: Setting) -> PlaceLink:
    """The link to a place on a page."""
    address = f"{page}#{anchor}" if anchor else page
    return PlaceLink(f"#{anchor}" if anchor else "./", setting.catalog.code_by_address.get(address, ""))


def titles_of_model(model: Model, setting: Setting) -> Iterator[tuple[str, str]]:
    """Every lasting address of a model with what stands there, in words that say it without the page around it."""
    language = setting.language
    name = str(language.pick(model.title))
    yield addresses.model_page(model.id), str(language.pick(model.name))
    for part, kind in _PARTS.items():
        yield addresses.model_page(model.id, part), language.say("page.of_model", part=language.say(f"part.{kind}"), model=name)
    for address, text in _places(model, setting.catalog):
        yield address, language.say("page.of_model", part=language.pick(text), model=name)


def titles_of_shared(setting: Setting) -> Iterator[tuple[str, str]]:
    """The same of the roles, the terms and the training material."""
    language = setting.language
    for role in setting.catalog.roles_in_use:
        yield addresses.role_page(role.id), str(language.pick(role.name))
    for term in setting.catalog.vocabulary.terms:
        yield addresses.glossary(term.id), str(language.pick(term.name))
    for section in setting.catalog.training.sections if setting.catalog.training else ():
        yield from _titles_of_section(section, setting)


def _titles_of_section(section: TrainingSection, setting: Setting) -> Iterator[tuple[str, str]]:
    language = setting.language
    title = str(language.pick(section.title))
    yield addresses.training_section(section.id), language.say("training.title", section=title)
    yield addresses.facilitator(section.id), language.say("training.facilitator_title", section=title)
    for each in section.questions:
        words = language.say("training.question_title", section=title, question=str(language.pick(each.question)))
        yield addresses.section_question(section.id, each.id), words


def _places(model: Model, catalog: Catalog) -> Iterator[tuple[str, Text]]:
    pathway, roles, checklist = (addresses.model_page(model.id, part) for part in (addresses.PATHWAY, addresses.ROLES, addresses.CHECKLIST))
    yield from ((f"{pathway}#{addresses.step(each.id)}", each.title) for each in model.pathway.steps)
    yield from ((f"{roles}#{addresses.role(each.role.to)}", each.title or catalog.role(each.role).name) for each in model.people.roles)
    yield from ((f"{checklist}#{addresses.item(each.id)}", each.text) for each in model.checklist)
