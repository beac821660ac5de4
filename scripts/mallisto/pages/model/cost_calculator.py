"""The cost calculator of the decision memo: the reader's figures beside those of the source, with their basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mallisto.model import Figure, Model
from mallisto.pages.elements.facts import FigureView, figure_views
from mallisto.pages.elements.page_context import PageContext

PRICE = "euros-per-client"
PEOPLE = ("persons", "employees")

# The strings of the script by attribute name.
_LABELS = ("year", "year_about", "client", "client_about", "waiting", "wrong", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRow:
    """A figure to fill in; `value` is preset if the source has exactly one figure, `figures` are all it has.

    `basis` is what the paper says of it, `help` what only the writer needs.
    """

    name: str
    label: str
    value: str
    basis: str
    help: str = ""
    figures: tuple[FigureView, ...] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsView:
    """The calculator; `results` are the names of the sums with their formulas."""

    rows: tuple[CostRow, ...]
    results: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]


def view(model: Model, context: PageContext) -> CostsView:
    """Return the calculator of a model."""
    language, people = context.language, model.people
    say = language.say
    prices = tuple(each for each in model.cost.figures if each.unit == PRICE)
    teams = tuple(each for each in people.staffing if each.unit in PEOPLE)
    workers = teams or tuple(each for role in people.roles for each in role.staffing if each.unit in PEOPLE)
    undated = say("costs.no_price_year") if any(not each.price_year for each in prices) else ""
    return CostsView(
        rows=(
            _row("clients", say("costs.clients.basis"), "", context),
            replace(
                _row("unit", "" if prices else say("costs.unit.none"), say("costs.unit.help"), context, _only(prices)),
                figures=figure_views(prices, model, context),
                warning=undated,
            ),
            replace(
                _row("staff", say("costs.staff.source" if workers else "costs.staff.none"), "", context, _only(teams)),
                figures=figure_views(workers, model, context),
            ),
            _row("salary", "", say("costs.salary.help"), context),
            _row("other", "", say("costs.other.help"), context),
        ),
        results=tuple((name, say(f"costs.{name}")) for name in ("by_client", "by_staff", "total", "per_client")),
        labels={f"data-{name.replace('_', '-')}": language.strings[f"costs.{name}"] for name in _LABELS},
    )


def _row(name: str, basis: str, hint: str, context: PageContext, value: str = "") -> CostRow:
    return CostRow(name=name, label=context.language.say(f"costs.{name}"), value=value, basis=basis, help=hint)


def _only(figures: tuple[Figure, ...]) -> str:
    """Return a single figure as input text (a number or a range); empty if there are several, since which is meant is unknown."""
    if len(figures) != 1:
        return ""
    (figure,) = figures
    numbers = (figure.min, figure.max) if figure.value is None else (figure.value,)
    return "–".join(str(each) for each in numbers if each is not None)
