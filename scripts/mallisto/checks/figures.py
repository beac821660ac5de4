"""Figures that add up, or have a note that says why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from mallisto.catalog.catalog import Catalog
from mallisto.model import Certainty, Figure, Model
from mallisto.reading.problems import Problem


def parts_make_the_total(catalog: Catalog) -> Iterator[Problem]:
    """The parts of a total add up to it, or a consistency note is about it; an unclear part always needs a note."""
    for model in catalog.models:
        noted = {ref.to for note in model.results.consistency_notes for ref in note.about}
        for total in model.figures():
            parts = _parts(model, total)
            if not parts or total.value is None or total.id in noted:
                continue
            clear = _sum(each for each in parts if each.group_certainty is not Certainty.UNCLEAR)
            everything = _sum(parts)
            if clear != Decimal(str(total.value)) or everything != clear:
                yield Problem(total.where, "figure.sum", found=total.id, mend=f"{everything} ≠ {total.value}")


def range_is_a_range(catalog: Catalog) -> Iterator[Problem]:
    """A figure is one value or a range, and a range ascends."""
    for model in catalog.models:
        for figure in model.figures():
            if figure.value is not None and (figure.min is not None or figure.max is not None):
                yield Problem(figure.where, "figure.value_and_range", found=figure.id)
            if figure.min is not None and figure.max is not None and figure.min > figure.max:
                yield Problem(figure.where, "figure.range", found=figure.id)


def _sum(figures: Iterable[Figure]) -> Decimal:
    """The sum of decimals as people count it: 0.1 and 0.2 are 0.3."""
    return sum((Decimal(str(each.value or 0)) for each in figures), Decimal(0))


def _parts(model: Model, total: Figure) -> list[Figure]:
    return [each for each in model.figures() if each.group is not None and each.group.to == total.id]
