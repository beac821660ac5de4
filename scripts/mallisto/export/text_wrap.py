"""Text broken into lines by the widths of a common sans-serif face, for formats that do not break it themselves."""

from __future__ import annotations

from mallisto.i18n.hyphens import Hyphens

# Advance widths of Arial and its metric twins in thousandths of the size; a letter that is not listed counts as wide as most.
_WIDTHS = {
    222: "ijl'|",
    278: " !,./:;I[\\]ft",
    333: "()-r`·",
    500: "ckxyzsJv–",
    556: "abdeghnopquLåäöé0123456789?#$_”",
    611: "FTZ",
    667: "ABEKPSVXYÄÅ&",
    722: "CDHNRUw",
    778: "GOQÖ",
    833: "mM",
    944: "W%",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_MOST, _BOLD = 600, 1.07


def width(text: str, size: float) -> float:
    """How wide a line of bold text is, in the unit of its size."""
    return sum(_WIDTH.get(letter, _MOST) for letter in text) * _BOLD * size / 1000


def lines(text: str, room: float, size: float, hyphens: Hyphens) -> tuple[str, ...]:
    """The text in lines no wider than the room; a word breaks only where it is too long for a line of its own."""
    found: list[str] = []
    for word in text.split():
        joined = f"{found[-1]} {word}" if found else word
        if found and width(joined, size) <= room:
            found[-1] = joined
        else:
            found += _pieces(word, room, size, hyphens)
    return tuple(found)


def _pieces(word: str, room: float, size: float, hyphens: Hyphens) -> list[str]:
    if width(word, size) <= room:
        return [word]
    pieces = [""]
    for part in hyphens.with_soft_hyphens(word).split("\N{SOFT HYPHEN}"):
        if pieces[-1] and width(f"{pieces[-1]}{part}-", size) > room:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += part
    return pieces
