"""A figure in words: ”noin 1 080 euroa asiakasta kohti”, ”4–5 työntekijää”, ”noin 1,1 miljoonaa euroa”."""

from __future__ import annotations

from mallisto.i18n.language import Language
from mallisto.model import Figure

_MILLION, _TENTH = 1_000_000, 100_000


def amount(figure: Figure, language: Language) -> str:
    """Return the number of a figure with qualifier and unit. Rounded sums of a million euros or more are given in millions."""
    if figure.value and _is_in_millions(figure):
        unit = language.say(f"unit.million-euros.{'one' if figure.value == _MILLION else 'other'}")
        return language.say(f"amount.{figure.qualifier}", number=language.tenths(int(figure.value) // _TENTH), unit=unit)
    unit = language.say(f"unit.{figure.unit}.{'one' if figure.value == 1 else 'other'}")
    return language.say(f"amount.{figure.qualifier}", number=_number(figure, language), unit=unit).strip()


def _is_in_millions(figure: Figure) -> bool:
    value = figure.value or 0
    return figure.unit == "euros" and figure.qualifier == "approx" and value >= _MILLION and value % _TENTH == 0


def _number(figure: Figure, language: Language) -> str:
    if figure.value is not None:
        return language.number(figure.value)
    return "–".join(language.number(each) for each in (figure.min, figure.max) if each is not None)
