"""The guidance page: where to guide a client. Choices, every model by lifecycle, and lists by situation and by role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from markupsafe import Markup

from mallisto import fit
from mallisto.addresses import urls
from mallisto.catalog.contributions import Channel
from mallisto.catalog.head import Head
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import lifecycle_text
from mallisto.model import Area, Concept, Model, Role
from mallisto.pages.elements.card_rows import LIFECYCLES
from mallisto.pages.elements.page_context import PageContext, page_channel
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceEntry:
    """What a model contributes: its guide at full length and in brief, and the ids of what it serves."""

    full: Guide
    brief: Guide
    situations: tuple[str, ...]
    groups: tuple[str, ...]
    counties: tuple[str, ...]


Entries = Mapping[str, GuidanceEntry]


def guidance(context: PageContext) -> Markup:
    """Choices, answers and plain lists. When models are many, those that have ended are left to the list of all models."""
    heads, say, found = context.catalog.heads, context.language.say, context.contributed(GUIDE)
    is_full = len(heads) <= MOST_IN_FULL
    shown = heads if is_full else tuple(head for head in heads if head.runs.lifecycle != "ended")
    entries = {head.id: found[head.id] for head in shown}
    groups = tuple(_groups(shown, entries, is_full, context))
    words = "\n".join(line.words for group in groups for guide in group.guides for row in (*guide.rows, *guide.more) for line in row.lines)
    view = GuidanceView(
        none_runs="" if any(head.runs.lifecycle == "running" for head in heads) else say("guidance.none_runs"),
        script=context.asset("assets/js/guidance.js"),
        labels=_labels(context),
        choices=tuple(_choices(entries, context)),
        groups=groups,
        shortened="" if is_full else say("guidance.shortened", count=len(heads) - len(shown)),
        situations=tuple(_by_situation(entries, context)) if is_full else (),
        roles=tuple(_by_role(shown, context)) if is_full else (),
        version=version(words, shown, context),
    )
    return render("roles/guidance", context, view)


def _of_model(model: Model, context: PageContext) -> GuidanceEntry:
    kinds, place = model.classification, model.basics.place
    return GuidanceEntry(
        full=guide(model, True, context),
        brief=guide(model, False, context),
        situations=tuple(ref.to for ref in kinds.life_situations),
        groups=tuple(fit.groups_served(model, context.catalog)),
        counties=tuple(ref.to for ref in place.counties_now) if place else (),
    )


GUIDE: Channel[GuidanceEntry] = page_channel("guide", GuidanceEntry, urls.GUIDANCE, _of_model)


def _labels(context: PageContext) -> Mapping[str, str]:
    strings = context.language.strings
    counts = {f"data-count-{form}": strings[f"guidance.count.{form}"] for form in ("one", "other")}
    return {**{f"data-{name}": strings[f"guidance.{name}"] for name in _LABELS}, **counts}


def _groups(heads: tuple[Head, ...], entries: Entries, is_full: bool, context: PageContext) -> Iterator[GuidanceGroup]:
    say = context.language.say
    for kind in LIFECYCLES:
        found = (entries[head.id] for head in heads if head.runs.lifecycle == kind)
        guides = tuple(entry.full if is_full else entry.brief for entry in found)
        if guides:
            yield GuidanceGroup(kind=kind, title=say(f"guidance.{kind}"), lead=say(f"guidance.{kind}_lead"), guides=guides)


def _choices(entries: Entries, context: PageContext) -> Iterator[GuidanceChoice]:
    """The closed questions, with the answers that some model has."""
    say, catalog = context.language.say, context.catalog
    named = {situation for entry in entries.values() for situation in entry.situations}
    situations = _used(catalog.vocabulary.life_situations, named, context)
    served = {group for entry in entries.values() for group in entry.groups}
    groups = _used((each for each in catalog.vocabulary.target_groups if each.id not in named), served, context)
    title = context.language.title
    both = ((title("classification.life_situations"), situations), (title("classification.target_groups"), groups))
    yield GuidanceChoice(key="tilanne", name=say("guidance.situation"), none=say("guidance.any"), groups=both)
    yield GuidanceChoice(key="rooli", name=say("guidance.role"), none=say("guidance.any_role"), groups=_roles(entries, context))
    counties = {county for entry in entries.values() for county in entry.counties}
    areas = (("", _used(catalog.vocabulary.counties, counties, context)),)
    yield GuidanceChoice(key="alue", name=say("guidance.county"), none=say("guidance.any_county"), groups=areas)


def _roles(entries: Entries, context: PageContext) -> tuple[tuple[str, tuple[GuidanceOption, ...]], ...]:
    """The roles by which a professional can choose, by their kind."""
    catalog = context.catalog
    in_use = (role for role in catalog.roles_in_use if any(head.id in entries for head in catalog.heads_where(role)))
    by_kind: dict[str, list[GuidanceOption]] = defaultdict(list)
    for role in in_use:
        by_kind[role.kind].append(_option(role, context))
    kinds = ("profession", "function")
    return tuple((context.language.value("roles.kind", kind, schema="roles").capitalize(), tuple(by_kind[kind])) for kind in kinds)


def _used(known: Iterable[Concept | Area], named: Set[str], context: PageContext) -> tuple[GuidanceOption, ...]:
    return tuple(_option(each, context) for each in known if each.id in named)


def _option(each: Concept | Area | Role, context: PageContext) -> GuidanceOption:
    return GuidanceOption(id=each.id, name=context.language.pick(each.name))


def _by_situation(entries: Entries, context: PageContext) -> Iterator[Listing]:
    """The life situations and target groups with the models that name them, a group also in part or within a wider one."""
    catalog, found = context.catalog, defaultdict[str, list[Head]](list)
    for model_id, entry in entries.items():
        for each in dict.fromkeys((*entry.situations, *entry.groups)):
            found[each].append(catalog.head_by_id[model_id])
    for concept in (*catalog.vocabulary.life_situations, *catalog.vocabulary.target_groups):
        if found[concept.id]:
            links = tuple(_link(head, context) for head in found[concept.id])
            yield Listing(name=context.language.pick(concept.name), href="", models=links)


def _by_role(heads: tuple[Head, ...], context: PageContext) -> Iterator[Listing]:
    catalog = context.catalog
    for role in catalog.roles_in_use:
        ids = {head.id for head in catalog.heads_where(role)}
        named = tuple(_link(head, context) for head in heads if head.id in ids)
        if named and role.kind != "client":
            yield Listing(name=context.language.pick(role.name), href=context.role_href(role), models=named)


def _link(head: Head, context: PageContext) -> tuple[LocalizedText, str, str]:
    return context.language.pick(head.title), f"#{urls.part_of(head.id)}", lifecycle_text(head.runs, context.language)
