"""Totals and their parts as bars, with how sure each part is; the table of the same figures stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto import addresses
from mallisto.language import Spoken
from mallisto.model import Certainty, Figure, Model
from mallisto.pages.setting import Setting

FEWEST_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure: `depth` counts the totals above it, `width` is in hundredths of the longest bar, `doubt` says how sure its place is."""

    depth: int
    label: Spoken
    href: str
    value: str
    width: str
    certainty: str
    doubt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarGroup:
    """A total with its parts, the largest first."""

    total: Bar
    parts: tuple[Bar, ...]


def bar_groups(figures: tuple[Figure, ...], model: Model, setting: Setting) -> tuple[BarGroup, ...]:
    """The totals that have parts, as bars on one scale; nothing where there are too few parts to see a shape."""
    top = [each for each in figures if each.value is not None and not each.group]
    parts = [each for each in figures if each.value is not None and each.group]
    if len(parts) < FEWEST_PARTS:
        return ()
    longest = max(each.value or 0 for each in (*top, *parts))
    in_play = {each.group.to for each in parts if each.group}
    # A total without parts belongs in the picture when the source has it beside those with parts.
    beside = {_heading(each) for each in top if each.id in in_play}
    return tuple(
        BarGroup(
            total=_bar(total, 0, longest, setting),
            parts=tuple(_bar(each, depth, longest, setting) for each, depth in _below(total, parts)),
        )
        for total in top
        if _heading(total) in beside
    )


def _heading(figure: Figure) -> str:
    return figure.provenance.heading.to if figure.provenance.heading else ""


def _below(total: Figure, parts: list[Figure], depth: int = 1) -> list[tuple[Figure, int]]:
    """The parts of a total, each followed by its own parts, the largest first."""
    own = sorted((each for each in parts if each.group and each.group.to == total.id), key=lambda each: (-(each.value or 0), each.id))
    return [one for each in own for one in ((each, depth), *_below(each, parts, depth + 1))]


def _bar(figure: Figure, depth: int, longest: int, setting: Setting) -> Bar:
    language = setting.language
    certainty = figure.group_certainty or Certainty.CERTAIN
    value = figure.value or 0
    return Bar(
        depth=depth,
        label=language.pick(figure.label),
        href=f"#{addresses.fact(figure.id)}",
        value=language.number(value),
        width=f"{100 * value / longest:.1f}",
        certainty=certainty,
        doubt="" if certainty is Certainty.CERTAIN else language.say("chart.doubt", certainty=language.say(f"certainty.{certainty}")),
    )
