"""The picture that a pasted link shows: what the page is, on the site's colours, 800 × 420 pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from mallisto.export import png
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language

WIDTH, HEIGHT, MARGIN = 800, 420, 56
SITE = "mallisto"

# The bands of a card from the top: the site's name and what kind of page it is, its name, and below it what that belongs to.
_TOP, _BOTTOM = 120, 86
_MIDDLE = HEIGHT - _TOP - _BOTTOM
# The sizes of a name, the largest of which its lines have room for.
_SIZES, _MOST_LINES, _LINE = (56, 44), (3, 4), 1.15

# The brand colour of tokens.css, white, and shades between them that smooth the letters.
_BRAND, _WHITE = (15, 85, 99), (255, 255, 255)
_BLACK, _SHADE = 0, 85


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says. The kind of page is left out where its name says enough."""

    title: str
    kind: str = ""
    below: str = ""


def path(address: str, language: Language) -> str:
    """Where the card of a page lies; that of the front page has the site's name."""
    return f"assets/cards/{language.code}/{address.rstrip('/') or SITE}.png"


def file(address: str, card: Card, language: Language) -> OutputFile:
    """The card of the page at an address."""
    bands = (_top(card.kind), _middle(card.title), _bottom(card.below))
    return OutputFile(path(address, language), png.picture(bands, _BRAND, _WHITE))


@lru_cache(maxsize=64)
def _top(kind: str) -> png.Band:
    picture, pen = _paper(_TOP)
    pen.text((MARGIN, MARGIN), "Mallisto", font=_font("Semibold", 30), fill=255)
    pen.text((WIDTH - MARGIN, MARGIN), kind, font=_font("Regular", 30), fill=255, anchor="ra")
    return png.band(picture)


@lru_cache(maxsize=8)
def _middle(title: str) -> png.Band:
    """The name; those of a model's pages are drawn once."""
    picture, pen = _paper(_MIDDLE)
    for size, most in zip(_SIZES, _MOST_LINES, strict=True):
        lines = _wrapped(title, _font("Semibold", size), pen)
        if len(lines) <= most:
            break
    kept = lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]
    for number, line in enumerate(kept):
        pen.text((MARGIN, number * size * _LINE), line, font=_font("Semibold", size), fill=255)
    return png.band(picture)


@lru_cache(maxsize=64)
def _bottom(words: str) -> png.Band:
    picture, pen = _paper(_BOTTOM)
    pen.text((MARGIN, 14), words, font=_font("Regular", 26), fill=255)
    pen.rectangle((0, _BOTTOM - 10, WIDTH, _BOTTOM), fill=_SHADE)
    return png.band(picture)


def _paper(height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("L", (WIDTH, height), _BLACK)
    return picture, ImageDraw.Draw(picture)


def _wrapped(text: str, font: ImageFont.FreeTypeFont, pen: ImageDraw.ImageDraw) -> list[str]:
    """The text in lines that fit the card."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(longer, font=font) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return [each for each in lines if each]


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """Source Sans Pro (SIL Open Font License 1.1), from its package."""
    with as_file(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf") as found:
        return ImageFont.truetype(BytesIO(found.read_bytes()), size)
