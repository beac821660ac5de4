"""The sources and maintenance of a model, and the state of its translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import review_sentence
from mallisto.model import Basis, Modality, Model, NamedFact, Source, Text
from mallisto.pages.elements.facts import excerpt
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import decision_part, sections, surroundings

# The parts of a model whose pages show their notes themselves.
_OWN_PAGES = (("people",), ("pathway",), ("adoption",), ("cost",))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingView:
    """A heading of a source, and the number of facts under it."""

    anchor: str
    title: LocalizedText
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source."""

    anchor: str
    title: LocalizedText
    kind: str
    publisher: LocalizedText
    owner: LocalizedText | None
    url: str | None
    dates: tuple[tuple[str, str], ...]
    headings: tuple[HeadingView, ...]
    note: LocalizedText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note on how a fact was read, with the beginning of the fact and the way to it."""

    fact: LocalizedText | str
    href: str
    text: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """The page of sources and maintenance."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    sources: tuple[SourceView, ...]
    upkeep: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, str], ...]
    notes: tuple[NoteView, ...]
    changes: tuple[surroundings.CurrencyView, ...]
    gaps: tuple[sections.GapView, ...]
    file: str
    json_href: str
    history_href: str


def page(model: Model, context: PageContext) -> Page:
    """Return the page of a model's sources and maintenance."""
    language = context.language
    shown = view(model, context)
    say = language.say
    return Page(
        kind="sources",
        id=model.id,
        address=urls.model_page(model.id, urls.SOURCES),
        title=say("page.of_model", part=shown.title, model=str(language.pick(model.title))),
        description=say("sources.description", model=str(shown.name)),
        head=render("elements/head", context, shown),
        chapter=render("model/sources", context, shown),
        contents=(
            *(Anchor(each.anchor, each.title) for each in shown.sources),
            *((Anchor("muuttunut", say("section.muutokset")),) if shown.changes else ()),
            *((Anchor("puuttuu", say("section.aukot")),) if shown.gaps else ()),
            *((Anchor("huomautukset", say("sources.notes")),) if shown.notes else ()),
            Anchor("yllapito", say("sources.upkeep")),
            Anchor("perusteet", say("sources.counts")),
        ),
    )


def view(model: Model, context: PageContext) -> SourcesView:
    language = context.language
    return SourcesView(
        name=language.pick(model.name),
        title=language.title("upkeep"),
        parts=part_links(model, context, urls.SOURCES),
        sources=tuple(_source(each, model, context) for each in model.upkeep.sources),
        upkeep=_upkeep(model, context),
        counts=counts(model, context),
        notes=tuple(_notes(model, context)),
        changes=surroundings.changes(model, context),
        gaps=_other_gaps(model, context),
        file=model.where.file,
        history_href=context.model_href(model, urls.HISTORY),
        json_href=context.asset(f"api/v1/models/{model.id}.json"),
    )


def _source(source: Source, model: Model, context: PageContext) -> SourceView:
    language = context.language
    field = "upkeep.sources"
    dates = (("published", source.published), ("modified", source.modified), ("accessed", source.accessed))
    return SourceView(
        anchor=urls.source(source.id),
        title=context.source_title(source),
        kind=language.value(f"{field}.kind", source.kind),
        publisher=context.organisation_name(source.publisher),
        owner=context.organisation_name(source.owner) if source.owner else None,
        url=source.url,
        dates=tuple((language.title(f"{field}.{name}"), language.date(written)) for name, written in dates if written),
        headings=tuple(
            HeadingView(
                anchor=urls.heading(source.id, heading.id),
                title=language.foreign(heading.title, source.language),
                facts=_facts_under(source.id, heading.id, model, context),
            )
            for heading in source.headings
        ),
        note=language.pick(source.note) if source.note else None,
    )


def _facts_under(source_id: str, heading_id: str, model: Model, context: PageContext) -> str:
    count = sum(1 for family, ref in model.refs if family == f"heading of {source_id}" and ref.to == heading_id)
    return context.language.say("sources.facts.one" if count == 1 else "sources.facts.other", count=count)


def _other_gaps(model: Model, context: PageContext) -> tuple[sections.GapView, ...]:
    """The gaps that the overview does not ask about."""
    asked = {each.anchor for each in decision_part.unknowns(model, context)}
    return tuple(each for each in sections.gaps(model, context) if each.anchor not in asked)


def _notes(model: Model, context: PageContext) -> Iterator[NoteView]:
    """Yield the notes on the facts of the overview; those on roles and steps stand beside them on their own pages."""
    for fact in model.facts:
        note: Text | None = getattr(fact, "note", None)
        path = fact.where.path
        if note is None or path[:1] in _OWN_PAGES:
            continue
        field = ".".join(str(each) for each in path if isinstance(each, str))
        named = isinstance(fact, NamedFact) and fact.words is not None
        yield NoteView(
            fact=excerpt(fact.id, model, context) if isinstance(fact, NamedFact) and named else context.language.title(field),
            href=context.model_href(model, "", urls.fact(fact.id) if isinstance(fact, NamedFact) and named else ""),
            text=context.language.pick(note),
        )


def _upkeep(model: Model, context: PageContext) -> tuple[tuple[str, str], ...]:
    language, upkeep = context.language, model.upkeep
    translations = "; ".join(
        f"{language.title(f'upkeep.translations.{code}')}: {language.value(f'upkeep.translations.{code}.status', translation.status)}"
        for code, translation in (("sv", upkeep.sv), ("en", upkeep.en))
    )
    owner = upkeep.owner
    kept_by = f"{context.organisation_name(owner.organisation)}, {context.role_name(owner.role)}" if owner else language.say("unknown")
    return (
        (language.title("upkeep.last_reviewed"), review_sentence(upkeep, language)),
        (language.title("upkeep.review_by"), language.date(upkeep.review_by)),
        (language.title("upkeep.owner"), kept_by),
        (language.title("upkeep.translations"), translations),
    )


def counts(model: Model, context: PageContext) -> tuple[tuple[str, str], ...]:
    """Return the number of facts by provenance."""
    say, number = context.language.say, context.language.number
    found = Counter(fact.provenance.modality or fact.provenance.basis for fact in model.facts)
    return tuple((say(f"told.{kind}"), number(found[kind])) for kind in (*Modality, *Basis) if kind in found)
