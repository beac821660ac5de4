"""A figure in words: ”noin 1 080 euroa asiakasta kohti”, ”4–5 työntekijää”."""

from __future__ import annotations

from mallisto.language import Language
from mallisto.model import Figure


def amount(figure: Figure, language: Language) -> str:
    """The number of a figure with its qualifier and unit."""
    unit = language.say(f"unit.{figure.unit}.{'one' if figure.value == 1 else 'other'}")
    return language.say(f"amount.{figure.qualifier}", number=_number(figure, language), unit=unit).strip()


def _number(figure: Figure, language: Language) -> str:
    if figure.value is not None:
        return language.number(figure.value)
    return "–".join(language.number(each) for each in (figure.min, figure.max) if each is not None)
