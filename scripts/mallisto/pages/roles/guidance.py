"""The guidance page: where to guide a client. Choices, every model by lifecycle, and lists by situation and by role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from markupsafe import Markup

from mallisto import fit
from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import lifecycle_text
from mallisto.model import Area, Concept, Model, Role
from mallisto.pages.elements.card_rows import LIFECYCLES
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.roles.guidance_entry import Guide, guide
from mallisto.pages.roles.role_card import version

# With more models than this, models are shown in brief and ended ones only in the list of models.
MOST_IN_FULL = 40

# The strings of the script by attribute name.
_LABELS = ("named", "suited")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceOption:
    """An answer to choose; its id is used in URLs."""

    id: str
    name: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceChoice:
    """A closed question with answers in named groups; its key is used in URLs."""

    key: str
    name: str
    none: str
    groups: tuple[tuple[str, tuple[GuidanceOption, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceGroup:
    """The models of one lifecycle."""

    kind: str
    title: str
    lead: str
    guides: tuple[Guide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A situation or a role, and the models that name it."""

    name: LocalizedText
    href: str
    models: tuple[tuple[LocalizedText, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceView:
    """The content of the guidance page. `none_runs` is set if no model is known to run now."""

    none_runs: str
    script: str
    labels: Mapping[str, str]
    choices: tuple[GuidanceChoice, ...]
    groups: tuple[GuidanceGroup, ...]
    shortened: str
    situations: tuple[Listing, ...]
    roles: tuple[Listing, ...]
    version: str


def guidance(context: PageContext) -> Markup:
    """Render choices, models and lists. If there are many models, ended ones are left to the list of all models."""
    models, say = context.catalog.models, context.language.say
    is_full = len(models) <= MOST_IN_FULL
    shown = models if is_full else tuple(each for each in models if each.status.lifecycle != "ended")
    groups = tuple(_groups(shown, is_full, context))
    words = "\n".join(line.words for group in groups for guide in group.guides for row in (*guide.rows, *guide.more) for line in row.lines)
    view = GuidanceView(
        none_runs="" if any(each.status.lifecycle == "running" for each in models) else say("guidance.none_runs"),
        script=context.asset("assets/js/guidance.js"),
        labels=_labels(context),
        choices=tuple(_choices(shown, context)),
        groups=groups,
        shortened="" if is_full else say("guidance.shortened", count=len(models) - len(shown)),
        situations=tuple(_by_situation(shown, context)) if is_full else (),
        roles=tuple(_by_role(shown, context)) if is_full else (),
        version=version(words, shown, context),
    )
    return render("roles/guidance", context, view)


def _labels(context: PageContext) -> Mapping[str, str]:
    strings = context.language.strings
    counts = {f"data-count-{form}": strings[f"guidance.count.{form}"] for form in ("one", "other")}
    return {**{f"data-{name}": strings[f"guidance.{name}"] for name in _LABELS}, **counts}


def _groups(models: tuple[Model, ...], is_full: bool, context: PageContext) -> Iterator[GuidanceGroup]:
    say = context.language.say
    for kind in LIFECYCLES:
        guides = tuple(guide(each, is_full, context) for each in models if each.status.lifecycle == kind)
        if guides:
            yield GuidanceGroup(kind=kind, title=say(f"guidance.{kind}"), lead=say(f"guidance.{kind}_lead"), guides=guides)


def _choices(models: tuple[Model, ...], context: PageContext) -> Iterator[GuidanceChoice]:
    """Yield the closed questions with the answers that occur."""
    say, catalog = context.language.say, context.catalog
    named = {ref.to for each in models for ref in each.classification.life_situations}
    situations = _used(catalog.vocabulary.life_situations, named, context)
    groups = _used(catalog.vocabulary.target_groups, {group for each in models for group in fit.groups_served(each, catalog)}, context)
    known = {each.id for each in situations}
    groups = tuple(each for each in groups if each.id not in known)
    title = context.language.title
    both = ((title("classification.life_situations"), situations), (title("classification.target_groups"), groups))
    yield GuidanceChoice(key="tilanne", name=say("guidance.situation"), none=say("guidance.any"), groups=both)
    shown = {each.id for each in models}
    roles = [role for role in catalog.roles_in_use if role.kind != "client" and any(each.id in shown for each in catalog.models_with(role))]
    kinds = tuple(
        (
            context.language.value("roles.kind", kind, schema="roles").capitalize(),
            tuple(_option(each, context) for each in roles if each.kind == kind),
        )
        for kind in ("profession", "function")
    )
    yield GuidanceChoice(key="rooli", name=say("guidance.role"), none=say("guidance.any_role"), groups=kinds)
    counties = {ref.to for each in models if each.basics.place for ref in each.basics.place.counties_now}
    areas = (("", _used(catalog.vocabulary.counties, counties, context)),)
    yield GuidanceChoice(key="alue", name=say("guidance.county"), none=say("guidance.any_county"), groups=areas)


def _used(known: Iterable[Concept | Area], named: Set[str], context: PageContext) -> tuple[GuidanceOption, ...]:
    return tuple(_option(each, context) for each in known if each.id in named)


def _option(each: Concept | Area | Role, context: PageContext) -> GuidanceOption:
    return GuidanceOption(id=each.id, name=context.language.pick(each.name))


def _by_situation(models: tuple[Model, ...], context: PageContext) -> Iterator[Listing]:
    """Yield situations and target groups with the models that name them, or a part of them or a wider group."""
    catalog, found = context.catalog, defaultdict[str, list[Model]](list)
    for model in models:
        situations = (ref.to for ref in model.classification.life_situations)
        for concept_id in dict.fromkeys((*situations, *fit.groups_served(model, catalog))):
            found[concept_id].append(model)
    for concept in (*catalog.vocabulary.life_situations, *catalog.vocabulary.target_groups):
        if found[concept.id]:
            links = tuple(_link(model, context) for model in found[concept.id])
            yield Listing(name=context.language.pick(concept.name), href="", models=links)


def _by_role(models: tuple[Model, ...], context: PageContext) -> Iterator[Listing]:
    catalog = context.catalog
    for role in catalog.roles_in_use:
        ids = {each.id for each in catalog.models_with(role)}
        named = tuple(_link(model, context) for model in models if model.id in ids)
        if named and role.kind != "client":
            yield Listing(name=context.language.pick(role.name), href=context.role_href(role), models=named)


def _link(model: Model, context: PageContext) -> tuple[LocalizedText, str, str]:
    return context.language.pick(model.title), f"#{urls.part_of(model.id)}", lifecycle_text(model, context.language)
