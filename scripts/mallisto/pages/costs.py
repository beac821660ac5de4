"""The calculator of the decision memo: own figures beside what the source tells, with what each rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mallisto.model import Figure, Model
from mallisto.pages.facts import FigureView, figure_views
from mallisto.pages.setting import Setting

PRICE = "euros-per-client"
PEOPLE = ("persons", "employees")

# What the script says, by the name of the attribute it takes the words from.
_LABELS = ("year", "client", "waiting", "wrong")


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRow:
    """A figure to fill in; `value` is the source's where it has exactly one, and `figures` are all it has."""

    name: str
    label: str
    value: str
    basis: str
    figures: tuple[FigureView, ...]
    warning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsView:
    """The calculator, finished; `results` are the names of the sums with their formulas."""

    rows: tuple[CostRow, ...]
    results: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]


def view(model: Model, setting: Setting) -> CostsView:
    """The calculator of a model."""
    language = setting.language
    say = language.say
    prices = tuple(each for each in model.cost.figures if each.unit == PRICE)
    people = tuple(each for each in model.people.staffing if each.unit in PEOPLE)
    undated = say("costs.no_price_year") if any(not each.price_year for each in prices) else ""
    return CostsView(
        rows=(
            _row("clients", (), say("costs.clients.basis"), model, setting),
            _row("unit", prices, say("costs.unit.source" if prices else "costs.unit.none"), model, setting, warning=undated),
            _row("staff", people, say("costs.staff.source" if people else "costs.staff.none"), model, setting),
            _row("salary", (), say("costs.salary.basis"), model, setting),
            _row("other", (), say("costs.other.basis"), model, setting),
        ),
        results=tuple((name, say(f"costs.{name}")) for name in ("by_client", "by_staff", "total", "per_client")),
        labels={f"data-{name}": language.strings[f"costs.{name}"] for name in _LABELS},
    )


def _row(name: str, figures: tuple[Figure, ...], basis: str, model: Model, setting: Setting, warning: str = "") -> CostRow:
    return CostRow(
        name=name,
        label=setting.language.say(f"costs.{name}"),
        value=_written(figures[0]) if len(figures) == 1 else "",
        basis=basis,
        figures=figure_views(figures, model, setting),
        warning=warning,
    )


def _written(figure: Figure) -> str:
    """The figure as one writes it into a field: a number, or a range of two."""
    if figure.value is not None:
        return str(figure.value)
    return "–".join(str(each) for each in (figure.min, figure.max) if each is not None)
