"""A bar chart of totals and their parts, with what they count and how certain the parts are. A table of the same figures follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mallisto.addresses import urls
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Certainty, Figure, Model, totals
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, short_mark
from mallisto.pages.elements.page_context import PageContext

FEWEST_PARTS = 3
UNKNOWN_UNIT = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure.

    `depth` is the number of totals above it, `width` is in percent of the longest bar, `doubt` says how certain it belongs there.
    It has a provenance label unless all bars share one.
    """

    depth: int
    label: LocalizedText
    href: str
    value: str
    width: str
    certainty: str
    doubt: str
    provenance: ProvenanceView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarGroup:
    """A total with its parts, the largest first. The last group of a chart has the label that all bars share."""

    total: Bar
    parts: tuple[Bar, ...]
    provenance: ProvenanceView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """Bars with their unit, the group of people, and notes on all of the totals."""

    unit: str
    populations: tuple[LocalizedText, ...]
    cautions: tuple[LocalizedText, ...]
    groups: tuple[BarGroup, ...]


def chart(figures: tuple[Figure, ...], model: Model, context: PageContext) -> ChartView | None:
    """Return the chart of the figures, or None if there are too few parts."""
    language, groups = context.language, bar_groups(figures, model, context)
    if not groups:
        return None
    shown = totals(figures)
    return ChartView(
        unit=_unit(figures, language),
        populations=tuple(dict.fromkeys(language.pick(each.population) for each in shown if each.population)),
        cautions=tuple(language.pick(each.text) for each in model.results.notes_on_all(shown)),
        groups=groups,
    )


def _unit(figures: Iterable[Figure], language: Language) -> str:
    """Return what the figures count in a sentence, or that the source does not say, so that nobody assumes people."""
    units = tuple(dict.fromkeys(each.unit for each in figures))
    if UNKNOWN_UNIT in units:
        return language.say("chart.unit_unknown")
    return language.say("chart.unit", unit=", ".join(language.value("results.figures.unit", each) for each in units))


def has_bars(figures: tuple[Figure, ...]) -> bool:
    """Whether there are enough parts of totals for a chart."""
    return sum(each.value is not None and each.group is not None for each in figures) >= FEWEST_PARTS


def bar_groups(figures: tuple[Figure, ...], model: Model, context: PageContext) -> tuple[BarGroup, ...]:
    """Return the totals that have parts as bars on one scale; empty if there are too few parts."""
    if not has_bars(figures):
        return ()
    parts = [each for each in figures if each.value is not None and each.group]
    shown = totals(figures)
    longest = max(each.value or 0 for each in (*shown, *parts))
    groups = (
        BarGroup(
            total=_bar(total, 0, longest, model, context),
            parts=tuple(_bar(each, depth, longest, model, context) for each, depth in _below(total, parts)),
        )
        for total in shown
    )
    return tuple(_marked_once(tuple(groups)))


def _marked_once(groups: tuple[BarGroup, ...]) -> Iterator[BarGroup]:
    """Yield the groups; if all bars share one label, only the last group has it."""
    marks = {bar.provenance for group in groups for bar in (group.total, *group.parts)}
    if len(marks) > 1:
        yield from groups
        return
    for group in groups:
        bare = BarGroup(total=replace(group.total, provenance=None), parts=tuple(replace(each, provenance=None) for each in group.parts))
        yield replace(bare, provenance=group.total.provenance) if group is groups[-1] else bare


def _below(total: Figure, parts: list[Figure], depth: int = 1) -> list[tuple[Figure, int]]:
    """Return the parts of a total, the largest first, followed by their own parts."""
    own = sorted((each for each in parts if each.group and each.group.to == total.id), key=lambda each: (-(each.value or 0), each.id))
    return [one for each in own for one in ((each, depth), *_below(each, parts, depth + 1))]


def _bar(figure: Figure, depth: int, longest: float, model: Model, context: PageContext) -> Bar:
    language = context.language
    certainty = figure.group_certainty or Certainty.CERTAIN
    value = figure.value or 0
    return Bar(
        depth=depth,
        label=language.pick(figure.label),
        href=f"#{urls.fact(figure.id)}",
        value=language.number(value),
        width=f"{100 * value / longest:.1f}",
        certainty=certainty,
        doubt="" if certainty is Certainty.CERTAIN else language.say("chart.doubt", certainty=language.say(f"certainty.{certainty}")),
        provenance=short_mark(provenance_view(figure.provenance, model, context)),
    )
