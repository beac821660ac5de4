"""Whether costs may be compared: only where unit, population, price year, contents and the way they are known are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mallisto.model import Figure, Model

# What must be the same, and how a figure tells it; nothing where it does not.
_TELLS: Mapping[str, Callable[[Figure], str]] = {
    "unit": lambda figure: "" if figure.unit == "unknown" else figure.unit,
    "population": lambda figure: figure.population.fi if figure.population else "-",
    "price-year": lambda figure: str(figure.price_year or ""),
    "contents": lambda figure: "; ".join((*(f"+ {each.fi}" for each in figure.includes), *(f"- {each.fi}" for each in figure.excludes))),
    "known": lambda figure: figure.provenance.modality or figure.provenance.basis,
}
ASPECTS = tuple(_TELLS)

# What can be said of several costs together: that nobody or only one tells, that they may be compared, or why they may not.
VERDICTS = ("none", "one", "comparable", *ASPECTS)


def grounds(model: Model) -> Mapping[str, str]:
    """What a model's costs rest on, aspect by aspect; empty without costs. What is not told is like no other model's."""
    if not model.cost.figures:
        return {}
    told = {aspect: [tell(figure) for figure in model.cost.figures] for aspect, tell in _TELLS.items()}
    return {aspect: " | ".join(sorted(set(texts))) if all(texts) else f"? {model.id}" for aspect, texts in told.items()}


def verdict(models: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """What is to be said of the costs of several models, by their grounds."""
    telling = [each for each in models if each]
    if len(telling) < 2:
        return (VERDICTS[len(telling)],)
    return tuple(aspect for aspect in ASPECTS if len({each[aspect] for each in telling}) > 1) or ("comparable",)
