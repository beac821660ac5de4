"""What stands at an address of the site: its kind, its title, and the model it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto import addresses
from mallisto.language import Spoken
from mallisto.model import Model, Text
from mallisto.pages.setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A place of the site as a link: what it is, what it is called, and in which model."""

    kind: str
    title: Spoken
    model: Spoken | None
    href: str


def pointer(address: str, setting: Setting) -> Pointer:
    """The place at one of the site's lasting addresses, or where that leads today."""
    catalog = setting.catalog
    address = catalog.target_of(address)
    page, _, anchor = address.partition("#")
    folder, name, *_ = page.split("/")
    if folder == "mallit":
        return _in_model(address, catalog.model_by_id[name], anchor, setting)
    if folder == "roolit":
        return _named("role", catalog.role_by_id[name].name, address, setting)
    if folder == "koulutus":
        return _in_training(address, setting)
    terms = {addresses.term(each.id): each for each in catalog.vocabulary.terms}
    return _named("term", terms[anchor].name, address, setting)


def _in_model(address: str, model: Model, anchor: str, setting: Setting) -> Pointer:
    named: dict[str, tuple[str, Text]] = {addresses.step(each.id): ("step", each.title) for each in model.pathway.steps}
    named |= {addresses.role(each.role.to): ("role", each.title or setting.catalog.role(each.role).name) for each in model.people.roles}
    named |= {addresses.item(each.id): ("item", each.text) for each in model.checklist}
    if anchor:
        kind, title = named[anchor]
        return _named(kind, title, address, setting, model)
    part = address.removeprefix(addresses.model_page(model.id))
    return _named(_PARTS.get(part, "model"), model.title, address, setting)


_PARTS = {
    addresses.PATHWAY: "pathway",
    addresses.ROLES: "roles",
    addresses.CHECKLIST: "checklist",
    addresses.SOURCES: "sources",
    addresses.BOOKLET: "booklet",
    addresses.MEMO: "memo",
    addresses.HISTORY: "history",
    addresses.SLIDES: "slides",
}


def _in_training(address: str, setting: Setting) -> Pointer:
    sections = setting.catalog.training.sections if setting.catalog.training else ()
    named: dict[str, tuple[str, Text]] = {addresses.training_section(each.id): ("training", each.title) for each in sections}
    named |= {addresses.facilitator(each.id): ("facilitator", each.title) for each in sections}
    for section in sections:
        named |= {addresses.section_question(section.id, each.id): ("question", each.question) for each in section.questions}
    kind, title = named[address]
    return _named(kind, title, address, setting)


def _named(kind: str, title: Text, address: str, setting: Setting, model: Model | None = None) -> Pointer:
    language = setting.language
    return Pointer(
        kind=language.say(f"place.{kind}"),
        title=language.pick(title),
        model=language.pick(model.title) if model else None,
        href=setting.href(address),
    )
