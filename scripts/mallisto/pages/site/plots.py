"""What the site holds in numbers, a timeline of projects and law changes, and the areas where models were or are used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import lifecycle_text
from mallisto.model import Modality, Model
from mallisto.pages.elements.connected_text import said
from mallisto.pages.elements.facts import provenance_view
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.render import render

# Mainland Finland has so many wellbeing services counties; Helsinki and Åland have none.
COUNTIES = 21
# A change of law is drawn if it concerns so many models or more.
SHARED_BY = 3
# One line of the timeline in em, and what stands above the first.
_LINE, _ABOVE = 1.7, 2.6
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotEntryView:
    """A model in the plots: `start` and `end` are ISO dates of its project, `described` the day of its newest source, empty if untold.

    `changes` are days and acts of changes that concern it.
    """

    name: LocalizedText
    href: str
    start: str
    end: str
    described: str
    counties: tuple[str, ...]
    lifecycle: str
    status: str
    has_price: bool
    kind: str
    said: str
    changes: tuple[tuple[str, LocalizedText], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """A model on the timeline: a bar from `x` as wide as `width`, in percent, or a dot where only the day of the description is known."""

    name: LocalizedText
    href: str
    y: str
    text_y: str
    x: str
    width: str
    label_x: str
    anchor: str
    is_dot: bool
    when: str
    kind: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """A vertical line of the timeline: a year, or a day on which law changed, with the acts."""

    x: str
    words: str
    acts: tuple[LocalizedText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The timeline; sizes are in em and percent, so that its text keeps its size."""

    height: str
    foot: str
    years: tuple[MarkView, ...]
    laws: tuple[MarkView, ...]
    bars: tuple[BarView, ...]
    untold: tuple[tuple[LocalizedText, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyView:
    """A wellbeing services county with the models that were or are used there: name, address, status and its shape."""

    name: LocalizedText
    models: tuple[tuple[LocalizedText, str, str, str], ...]


def _entry(model: Model, context: PageContext) -> PlotEntryView:
    period, place = model.basics.period, model.basics.place
    days = [day for each in model.upkeep.sources if (day := each.modified or each.published)]
    name, href = context.model_link(model)
    changed = ((each.since, each.provenance.reference) for each in model.currency)
    return PlotEntryView(
        name=name,
        href=href,
        start=(period.start or "") if period else "",
        end=(period.end or "") if period else "",
        described=max(days, default=""),
        counties=context.catalog.counties_of(place) if place else (),
        lifecycle=model.status.lifecycle,
        status=lifecycle_text(model.runs, context.language),
        has_price=bool(model.cost.figures),
        kind=(kind := provenance_view(period.provenance, model, context).kind if period else Modality.DESCRIBED),
        said=said(kind, Modality.DESCRIBED, context),
        changes=tuple((since, context.language.pick(act.title)) for since, act in changed if since and act),
    )


PLOT: Channel[PlotEntryView] = page_channel("plot", PlotEntryView, "", _entry)


def numbers(context: PageContext) -> Markup:
    """What is here, in numbers; those that are low are told, too."""
    entries, say = tuple(context.contributed(PLOT).values()), context.language.say
    counties = {code for each in entries for code in each.counties if code in _mainland(context)}
    running = sum(each.lifecycle == "running" for each in entries)
    counted = (
        ("models", len(entries)),
        ("counties", len(counties)),
        ("price", sum(each.has_price for each in entries)),
        ("running", running),
    )
    return render(
        "site/numbers", context, tuple((context.language.number(count), say(f"numbers.{key}", all=COUNTIES)) for key, count in counted)
    )


def _mainland(context: PageContext) -> frozenset[str]:
    return frozenset(code for code in context.catalog.county_by_id if code <= f"{COUNTIES:02}")


def timeline(context: PageContext) -> Markup:
    """Projects and descriptions by time, with the changes of law that concern many of them."""
    return render("site/timeline", context, timeline_view(tuple(context.contributed(PLOT).values()), context))


def timeline_view(entries: tuple[PlotEntryView, ...], context: PageContext) -> TimelineView:
    """Lay the models out by when they began, or were described where that is not told."""
    dated = sorted((each for each in entries if each.start or each.end or each.described), key=_begins)
    laws = _laws(entries, context)
    first = int(min((_begins(each)[:4] for each in dated), default=str(date.min.year)))
    last = int(max((*(_ends(each)[:4] for each in dated), *(day[:4] for day, _ in laws)), default=str(first))) + 1
    height = _ABOVE + _LINE * len(dated)

    def at(day: str) -> float:
        year, month, of_month = (*map(int, day.split("-")), 1, 1)[:3]
        return 100 * (year - first + (month - 1 + (of_month - 1) / 31) / _MONTHS) / (last - first or 1)

    return TimelineView(
        height=f"{height + 2:.1f}em",
        foot=f"{height:.1f}em",
        years=tuple(MarkView(x=f"{at(str(year)):.2f}%", words=str(year)) for year in range(first, last)),
        laws=tuple(MarkView(x=f"{at(day):.2f}%", words=context.language.date(day), acts=acts) for day, acts in laws),
        bars=tuple(_bar(number, each, at(_begins(each)), at(_ends(each)), context) for number, each in enumerate(dated)),
        untold=tuple((each.name, each.href) for each in entries if each not in dated),
    )


def _begins(entry: PlotEntryView) -> str:
    return entry.start or entry.end or entry.described


def _ends(entry: PlotEntryView) -> str:
    return entry.end or entry.start or entry.described


def _bar(number: int, entry: PlotEntryView, start: float, end: float, context: PageContext) -> BarView:
    language, y = context.language, _ABOVE + _LINE * number
    is_dot = not (entry.start and entry.end)
    is_left = end > 55
    when = language.period(entry.start or None, entry.end or None) if entry.start or entry.end else language.date(entry.described)
    return BarView(
        name=entry.name,
        href=entry.href,
        y=f"{y + 0.45:.2f}em",
        text_y=f"{y + 1.15:.2f}em",
        x=f"{start:.2f}%",
        width=f"{max(end - start, 0.8):.2f}%",
        label_x=f"{start - 1.2:.2f}%" if is_left else f"{end + 1.2:.2f}%",
        anchor="end" if is_left else "start",
        is_dot=is_dot,
        when=when,
        kind=entry.kind,
        said=entry.said,
    )


def _laws(entries: Iterable[PlotEntryView], context: PageContext) -> tuple[tuple[str, tuple[LocalizedText, ...]], ...]:
    """The days on which the law changed for several models, with the acts."""
    acts: dict[str, dict[str, LocalizedText]] = {}
    concerned: Counter[str] = Counter()
    for each in entries:
        concerned.update({day for day, _ in each.changes})
        for day, act in each.changes:
            acts.setdefault(day, {}).setdefault(str(act), act)
    return tuple((day, tuple(acts[day].values())) for day in sorted(acts) if concerned[day] >= SHARED_BY)


def areas(context: PageContext) -> Markup:
    """The counties in the order of their codes, with their models; those without one are named below."""
    return render("site/areas", context, tuple(_areas(context)))


def _areas(context: PageContext) -> Iterator[CountyView]:
    entries = tuple(context.contributed(PLOT).values())
    for code, county in sorted(context.catalog.county_by_id.items()):
        here = tuple((each.name, each.href, each.status, each.lifecycle) for each in entries if code in each.counties)
        yield CountyView(name=context.language.pick(county.name), models=here)


def publisher(context: PageContext) -> Markup:
    """Who publishes the site, as models/site/publisher.yml says; nothing without it."""
    known = context.catalog.publisher
    return render("site/publisher", context, context.language.pick(known.owner) if known else None)
