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
from mallisto.pages.elements import paper_edition
from mallisto.pages.elements.card_rows import LIFECYCLES
from mallisto.pages.elements.facts import ProvenanceView, told_by_editors
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.paper_edition import PaperView
from mallisto.pages.elements.render import render
from mallisto.pages.roles.guidance_entry import Guide, guide
from mallisto.pages.roles.role_card import edition, version
from mallisto.pages.roles.whom_to_ask import bodies_of

# With more models than this, models are shown in brief and ended ones only in the list of models.
MOST_IN_FULL = 40

# The strings of the script by attribute name.
_LABELS = ("named", "held", "suited", "served")


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
    """A situation or a role, and the models that name it, each with what is to be known of it in a few words."""

    name: LocalizedText
    href: str
    models: tuple[tuple[LocalizedText, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceView:
    """The content of the guidance page. `none_runs` is set if no model is known to run now; `bodies` are those to ask, by area."""

    none_runs: str
    script: str
    labels: Mapping[str, str]
    choices: tuple[GuidanceChoice, ...]
    groups: tuple[GuidanceGroup, ...]
    bodies: tuple[tuple[str, LocalizedText, str], ...]
    interpreted: ProvenanceView
    shortened: str
    situations: tuple[Listing, ...]
    roles: tuple[Listing, ...]
    version: str
    paper: PaperView


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
        bodies=tuple(_bodies(entries, context)),
        interpreted=told_by_editors("interpreted", context),
        shortened="" if is_full else say("guidance.shortened", count=len(heads) - len(shown)),
        situations=tuple(_by_situation(entries, context)) if is_full else (),
        roles=tuple(_by_role(shown, context)) if is_full else (),
        version=version(words, shown, context),
        paper=paper_edition.view(edition(words, shown), None, context),
    )
    return render("roles/guidance", context, view)


def _of_model(model: Model, context: PageContext) -> GuidanceEntry:
    kinds, place = model.classification, model.basics.place
    return GuidanceEntry(
        full=guide(model, True, context),
        brief=guide(model, False, context),
        situations=tuple(ref.to for ref in kinds.life_situations),
        groups=tuple(fit.groups_served(model, context.catalog)),
        counties=context.catalog.counties_of(place) if place else (),
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
    say, known = context.language.say, context.catalog.vocabulary
    situations = {situation for entry in entries.values() for situation in entry.situations}
    groups = {group for entry in entries.values() for group in entry.groups} - situations
    counties = {county for entry in entries.values() for county in entry.counties}
    answers = {
        ("tilanne", "situation"): (("", _used(known.life_situations, situations, context)),),
        ("rooli", "role"): _roles(entries, context),
        ("alue", "county"): (("", _used(known.counties, counties, context)),),
        ("ryhma", "group"): (("", _used(known.target_groups, groups, context)),),
    }
    for (key, words), options in answers.items():
        yield GuidanceChoice(key=key, name=say(f"guidance.{words}"), none=say(f"guidance.any_{words}"), groups=options)


def _roles(entries: Entries, context: PageContext) -> tuple[tuple[str, tuple[GuidanceOption, ...]], ...]:
    """The roles by which a professional can choose, by their kind: those that some model names, or whose function it names."""
    catalog = context.catalog
    by_kind: dict[str, list[GuidanceOption]] = defaultdict(list)
    for role in catalog.vocabulary.roles:
        if any(head.id in entries for one in (role, *catalog.functions_of(role)) for head in catalog.heads_where(one)):
            by_kind[role.kind].append(_option(role, context))
    kinds = ("profession", "function")
    return tuple((context.language.value("roles.kind", kind, schema="roles").capitalize(), tuple(by_kind[kind])) for kind in kinds)


def _bodies(entries: Entries, context: PageContext) -> Iterator[tuple[str, LocalizedText, str]]:
    """Whom to ask in an area that can be chosen: its code, the body's name and its site."""
    for county in dict.fromkeys(county for entry in entries.values() for county in entry.counties):
        yield from ((county, context.language.pick(body.name), body.url or "") for body in bodies_of(county, context))


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
    """The roles with the models that name them, and after these the models that name a function which the role may hold."""
    catalog, language = context.catalog, context.language
    for role in catalog.roles_in_use:
        ids = {head.id for head in catalog.heads_where(role)}
        found = {head.id: _link(head, context) for head in heads if head.id in ids}
        for function in catalog.functions_of(role):
            held = language.say("guidance.as_function", function=str(language.pick(function.name)))
            naming = {head.id for head in catalog.heads_where(function)} - found.keys()
            found |= {head.id: _link(head, context, held) for head in heads if head.id in naming}
        if found and role.kind != "client":
            yield Listing(name=language.pick(role.name), href=context.role_href(role), models=tuple(found.values()))


def _link(head: Head, context: PageContext, held: str = "") -> tuple[LocalizedText, str, str]:
    words = (lifecycle_text(head.runs, context.language), *((held,) if held else ()))
    return context.language.pick(head.title), f"#{urls.part_of(head.id)}", " · ".join(words)
