"""Everything one can link to: what stands there, and the quiet link beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mallisto import addresses
from mallisto.catalog import Catalog
from mallisto.model import Model, Text
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
    """The same of the roles and the terms."""
    language = setting.language
    for role in setting.catalog.roles_in_use:
        yield addresses.role_page(role.id), str(language.pick(role.name))
    for term in setting.catalog.vocabulary.terms:
        yield addresses.glossary(term.id), str(language.pick(term.name))


def _places(model: Model, catalog: Catalog) -> Iterator[tuple[str, Text]]:
    pathway, roles, checklist = (addresses.model_page(model.id, part) for part in (addresses.PATHWAY, addresses.ROLES, addresses.CHECKLIST))
    yield from ((f"{pathway}#{addresses.step(each.id)}", each.title) for each in model.pathway.steps)
    yield from ((f"{roles}#{addresses.role(each.role.to)}", each.title or catalog.role(each.role).name) for each in model.people.roles)
    yield from ((f"{checklist}#{addresses.item(each.id)}", each.text) for each in model.checklist)
