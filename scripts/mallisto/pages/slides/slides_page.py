"""A model as slides: few words in large type on every slide, and speaker notes with the rest and its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import review_sentence
from mallisto.model import Model, totals
from mallisto.pages.elements import qr_code
from mallisto.pages.elements.chart import UNKNOWN_UNIT
from mallisto.pages.elements.facts import (
    FigureView,
    StatementView,
    figure_views,
    provenance_view,
    short_mark,
    statement_views,
    told_by_editors,
)
from mallisto.pages.elements.key_facts import FactRow, key_rows
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.model import sections
from mallisto.pages.slides import steps
from mallisto.pages.slides.role_show import RoleShow, role_shows
from mallisto.pages.slides.views import Note, SlideLine, SlideView, packed, packed_rows

# The stylesheet of slide pages only.
STYLE = "assets/css/slides-page.css"

# The anchors of the parts of the show, and their titles.
_PARTS = (
    ("osa-polku", "part.pathway"),
    ("osa-roolit", "part.roles"),
    ("osa-tulokset", "slides.outcome"),
    ("osa-aukot", "section.aukot"),
    ("osa-lahteet", "part.sources"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowView:
    """A slide show. `attributes` are the strings of its script."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    style: str
    script: str
    attributes: dict[str, str]
    slides: tuple[SlideView, ...]
    roles: tuple[RoleShow, ...]
    foot: str


def page(model: Model, context: PageContext, site_url: str) -> Page:
    """Return the slides page of a model."""
    say, shown = context.language.say, view(model, context, site_url)
    return Page(
        kind="slides",
        id=model.id,
        address=urls.model_page(model.id, urls.SLIDES),
        title=say("slides.of", model=str(context.language.pick(model.title))),
        description=say("slides.description", model=str(shown.name)),
        head=render("elements/head", context, shown),
        chapter=render("slides/slides", context, shown),
        contents=tuple(Anchor(anchor, say(key)) for anchor, key in _PARTS),
    )


def view(model: Model, context: PageContext, site_url: str) -> ShowView:
    language, last = context.language, tuple(_sources(model, context, site_url))
    title = language.say("slides.of", model=str(language.pick(model.title)))
    return ShowView(
        name=language.pick(model.name),
        title=language.say("part.slides"),
        parts=part_links(model, context, urls.SLIDES),
        style=context.asset(STYLE),
        script=context.asset("assets/js/slide-show.js"),
        attributes={**words(context), "data-title": title, "data-file": f"{model.id}-{model.edition}"},
        slides=(*_slides(model, context), *last),
        roles=tuple(role_shows(model, context, tuple(replace(each, anchor="") for each in last))),
        foot=language.say("slides.foot", model=str(language.pick(model.title)), date=language.date(model.upkeep.version)),
    )


def words(context: PageContext) -> dict[str, str]:
    """Return the strings of the script of any slide show; the script fills the gaps."""
    strings = context.language.strings
    keys = ("at", "busy", "done", "failed", "blocked")
    return {f"data-{key}": strings[f"slides.{key}"] for key in keys} | {"data-locale": strings["layout.locale"]}


def _slides(model: Model, context: PageContext) -> Iterator[SlideView]:
    language, say = context.language, context.language.say
    yield SlideView(
        kind="title",
        title=language.pick(model.name),
        lines=(SlideLine(text=language.pick(model.summary), provenance=told_by_editors("summarised", context)),),
        notes=(Note(text=say("slides.how")),),
    )
    yield from _brief(model, context)
    yield from steps.overview(model, context)
    yield from steps.steps(model, context)
    yield from _roles(model, context)
    yield from _results(model, context)
    yield from _gaps(model, context)


def _brief(model: Model, context: PageContext) -> Iterator[SlideView]:
    rows: tuple[FactRow, ...] = key_rows(model, context)
    ideas = statement_views(model.how.idea, model, context)
    say = context.language.say
    yield from packed_rows(rows, say("slides.brief"), kind="brief", lead=say("told.unmarked"))
    yield from _of_statements(ideas, context.language.title("how.idea"), "")


def _roles(model: Model, context: PageContext) -> Iterator[SlideView]:
    language = context.language
    lines = []
    for part in model.people.roles:
        name = language.pick(part.title) if part.title else context.role_name(part.role)
        notes = tuple(Note(text=each.text, provenance=each.provenance) for each in statement_views(part.tasks, model, context))
        needed = language.say("slides.needed", when=language.value("people.roles.needed", part.needed))
        mark = provenance_view(part.provenance, model, context)
        lines.append(SlideLine(text=name, more=needed, provenance=short_mark(mark), notes=notes or (Note(text=name, provenance=mark),)))
    yield from packed(tuple(lines), language.say("part.roles"), anchor="osa-roolit", empty=language.say("slides.no_roles"))


def _results(model: Model, context: PageContext) -> Iterator[SlideView]:
    """Yield reported results by provenance; results that were only expected follow under their own heading."""
    say, results = context.language.say, model.results
    claims = tuple(map(_line, statement_views(results.claims, model, context)))
    figures = tuple(_totals(figure_views(results.figures, model, context)))
    lead = say("chart.unit_unknown") if any(each.unit == UNKNOWN_UNIT for each in results.figures) else ""
    slides = (
        *_by_mark("slides.results", claims, context),
        *_by_mark("slides.figures", figures, context, before=_cautions(model, context), lead=lead),
    )
    first, *others = slides or packed((), say("slides.outcome"), empty=say("results.none"))
    yield from (replace(first, anchor="osa-tulokset"), *others)
    expected = statement_views(results.expected_results, model, context)
    yield from _of_statements(expected, context.language.title("results.expected_results"), say("expected.lead"))


def _by_mark(
    title: str, lines: tuple[SlideLine, ...], context: PageContext, *, before: tuple[SlideLine, ...] = (), lead: str = ""
) -> Iterator[SlideView]:
    """Yield at least one slide for every kind of provenance; `before` comes first."""
    for kind in dict.fromkeys(each.provenance.words for each in lines if each.provenance):
        told_so = tuple(each for each in lines if each.provenance and each.provenance.words == kind)
        yield from packed((*before, *told_so), context.language.say(title, how=kind), lead=lead)


def _cautions(model: Model, context: PageContext) -> tuple[SlideLine, ...]:
    """Return the consistency notes on the totals of the results."""
    notes = model.results.notes_on_all(totals(model.results.figures))
    return tuple(
        SlideLine(text=context.language.pick(each.text), provenance=provenance_view(each.provenance, model, context)) for each in notes
    )


def _of_statements(views: tuple[StatementView, ...], title: str, lead: str) -> Iterator[SlideView]:
    return packed(tuple(map(_line, views)), title, lead=lead) if views else iter(())


def _line(view: StatementView) -> SlideLine:
    note = (Note(text=view.note),) if view.note else ()
    return SlideLine(
        label=view.site or "", text=view.text, provenance=view.provenance, notes=(Note(text=view.text, provenance=view.provenance), *note)
    )


def _totals(views: tuple[FigureView, ...]) -> Iterator[SlideLine]:
    """Yield the totals; their parts go to the speaker notes."""
    for at, view in enumerate(views):
        if not view.is_part:
            parts = []
            for part in views[at + 1 :]:
                if not part.is_part:
                    break
                parts.append(_figure_note(part))
            yield SlideLine(
                label=view.amount, text=view.label, more=view.site or "", provenance=view.provenance, notes=(_figure_note(view), *parts)
            )


def _figure_note(view: FigureView) -> Note:
    return Note(label=view.amount, text=view.label, provenance=view.provenance)


def _gaps(model: Model, context: PageContext) -> Iterator[SlideView]:
    say = context.language.say
    lines = tuple(SlideLine(text=each.text) for each in sections.gaps(model, context))
    yield from packed(
        lines, say("section.aukot"), anchor="osa-aukot", lead=say("slides.gaps") if lines else "", empty=say("slides.no_gaps")
    )


def _sources(model: Model, context: PageContext, site_url: str) -> Iterator[SlideView]:
    language = context.language
    lines = []
    for source in model.upkeep.sources:
        day = source.modified or source.published
        publisher = str(context.organisation_name(source.publisher))
        more = f"{publisher}, {language.date(day)}" if day else publisher
        note = (Note(text=LocalizedText(source.url), provenance=None),) if source.url else ()
        lines.append(SlideLine(text=context.source_title(source), more=more, notes=note))
    lead = language.say("slides.version", version=model.edition, reviewed=review_sentence(model.upkeep, language))
    code = context.catalog.addresses.code_by_address.get(urls.model_page(model.id), "")
    yield from packed(
        tuple(lines),
        language.say("part.sources"),
        anchor="osa-lahteet",
        lead=lead,
        link=context.model_href(model),
        qr=qr_code.picture(urls.absolute(urls.on_paper(code, language.code, model.edition), "", site_url)) if code else "",
    )
