"""What authored pages ask of the catalog: cards of models, the list of roles, the glossary, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mallisto import addresses
from mallisto.language import Spoken
from mallisto.model import Model, Term
from mallisto.pages.changes import changes, what_is_new
from mallisto.pages.gaps import gaps
from mallisto.pages.organisations import organisations
from mallisto.pages.render import render
from mallisto.pages.roles import verification_words
from mallisto.pages.search import search
from mallisto.pages.setting import Setting
from mallisto.pages.statement import statement
from mallisto.pages.upkeep import upkeep

# So many cards make a page one can still look over; beyond that a list of names serves better.
MOST_CARDS = 40
FRONT_CARDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A model on a card: what distinguishes it from the others."""

    name: Spoken
    href: str
    summary: Spoken
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A model in a long list."""

    name: Spoken
    href: str
    lifecycle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry:
    """A role in the list of roles."""

    name: Spoken
    href: str
    description: Spoken
    models: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A glossary entry."""

    anchor: str
    name: Spoken
    explanation: Spoken
    equivalents: tuple[tuple[str, str, str], ...]
    status: str
    note: Spoken | None
    concept: str | None
    models: tuple[tuple[Spoken, str], ...]


def model_cards(setting: Setting) -> Markup:
    """Every model: as cards while they are few, as a list of names by their first letter when they are many."""
    models = setting.catalog.models
    if len(models) <= MOST_CARDS:
        return render("slots/model-cards", setting, tuple(_card(each, setting) for each in models))
    names = sorted(((setting.language.pick(each.name), each) for each in models), key=lambda pair: collation(str(pair[0])))
    letters: dict[str, list[NameView]] = {}
    for name, model in names:
        kind = setting.language.value("status.lifecycle", model.status.lifecycle)
        letters.setdefault(str(name)[0].upper(), []).append(NameView(name=name, href=setting.model_href(model), lifecycle=kind))
    return render("slots/model-names", setting, tuple((letter, tuple(views)) for letter, views in letters.items()))


def latest_models(setting: Setting) -> Markup:
    """The newest models as cards, for the front page; all models stand on their own page."""
    newest = sorted(setting.catalog.models, key=lambda each: (each.upkeep.added, each.upkeep.last_reviewed), reverse=True)[:FRONT_CARDS]
    return render("slots/model-cards", setting, tuple(_card(each, setting) for each in newest))


def _card(model: Model, setting: Setting) -> CardView:
    language, period = setting.language, model.basics.period
    groups = [str(language.pick(setting.catalog.target_group_by_id[ref.to].name)) for ref in model.classification.target_groups[:3]]
    implementers = [str(setting.organisation_name(each.organisation)) for each in model.basics.organisations if each.part == "implementer"]
    facts = (
        (language.title("kind"), language.value("kind", model.kind)),
        (language.title("basics.period"), language.period(period.start, period.end) if period else language.say("unknown")),
        (language.value("basics.organisations.part", "implementer").capitalize(), ", ".join(implementers) or language.say("unknown")),
        (language.title("classification.target_groups"), ", ".join(groups) or language.say("unknown")),
        (language.title("status.lifecycle"), language.value("status.lifecycle", model.status.lifecycle)),
    )
    return CardView(name=language.pick(model.name), href=setting.model_href(model), summary=language.pick(model.summary), facts=facts)


def role_list(setting: Setting) -> Markup:
    language = setting.language
    entries = []
    for role in setting.catalog.roles_in_use:
        models = [str(language.pick(model.title)) for model, _ in setting.catalog.models_with(role)]
        entries.append(
            RoleEntry(
                name=language.pick(role.name),
                href=setting.role_href(role),
                description=language.pick(role.description),
                models=", ".join(models) or language.say("roles.only_checklist"),
            )
        )
    return render("slots/role-list", setting, tuple(entries))


def glossary(setting: Setting) -> Markup:
    """All terms, in the alphabetical order of the page's language."""
    views = [_term(each, setting) for each in setting.catalog.vocabulary.terms]
    return render("slots/glossary", setting, tuple(sorted(views, key=lambda each: collation(str(each.name)))))


def collation(text: str) -> tuple[str, ...]:
    """Finnish and Swedish order: å, ä and ö after z."""
    return tuple(chr(0x7B + "åäö".index(each)) if each in "åäö" else each for each in text.casefold())


def _term(term: Term, setting: Setting) -> TermView:
    language = setting.language
    names = (("fi", term.name.fi, term.verified.fi), ("sv", term.name.sv, term.verified.sv), ("en", term.name.en, term.verified.en))
    return TermView(
        anchor=addresses.term(term.id),
        name=language.pick(term.name),
        explanation=language.pick(term.explanation),
        equivalents=tuple((code, name, verification_words(seen, setting)) for code, name, seen in names if name and code != language.code),
        status=language.value("terms.status", term.status, schema="glossary") if term.status != "current" else "",
        note=language.pick(term.note) if term.note else None,
        concept=term.yso.uri if term.yso and term.yso.match == "exact" else None,
        models=tuple((language.pick(model.title), setting.model_href(model)) for model in setting.catalog.models_using(term)),
    )


SLOTS: Mapping[str, Callable[[Setting], Markup]] = {
    "model-cards": model_cards,
    "latest-models": latest_models,
    "role-list": role_list,
    "glossary": glossary,
    "what-is-new": what_is_new,
    "changes": changes,
    "gaps": gaps,
    "organisations": organisations,
    "upkeep": upkeep,
    "accessibility-statement": statement,
    "search": search,
}
