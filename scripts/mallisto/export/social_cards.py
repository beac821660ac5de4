"""The picture that a pasted link shows: what the page is, on the site's colours, 800 × 420 pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from mallisto.addresses import urls
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language

WIDTH, HEIGHT, MARGIN = 800, 420, 56
SITE = "mallisto"

# From the top: the site's name and the kind of page, its name, and what that belongs to above a line at the bottom.
_TOP, _BOTTOM, _RULE = 120, 86, 10
# The sizes of a name, the largest of which its lines have room for.
_SIZES, _MOST_LINES, _LINE = (56, 44), (3, 4), 1.15

# The brand colour of tokens.css, white, and shades between them that smooth the letters.
_BRAND, _WHITE, _SHADES = (15, 85, 99), (255, 255, 255), 4
_BLACK, _SHADE = 0, 85


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says. The kind of page is left out where its name says enough."""

    title: str
    kind: str = ""
    below: str = ""


def path(address: str, language: Language) -> str:
    """Where the card of a page lies. The pages of a model share one; that of the front page has the site's name."""
    folders = address.rstrip("/").split("/")
    shared = folders[:2] if address.startswith(urls.MODELS) else folders
    return f"assets/cards/{language.code}/{'/'.join(shared) or SITE}.png"


def file(address: str, card: Card, language: Language) -> OutputFile:
    """The card of the page at an address."""
    picture = Image.new("L", (WIDTH, HEIGHT), _BLACK)
    pen = ImageDraw.Draw(picture)
    pen.text((MARGIN, MARGIN), "Mallisto", font=_font("Semibold", 30), fill=255)
    pen.text((WIDTH - MARGIN, MARGIN), card.kind, font=_font("Regular", 30), fill=255, anchor="ra")
    _draw_title(card.title, pen)
    pen.text((MARGIN, HEIGHT - _BOTTOM + 14), card.below, font=_font("Regular", 26), fill=255)
    pen.rectangle((0, HEIGHT - _RULE, WIDTH, HEIGHT), fill=_SHADE)
    return OutputFile(path(address, language), _png(picture))


def _draw_title(title: str, pen: ImageDraw.ImageDraw) -> None:
    for size, most in zip(_SIZES, _MOST_LINES, strict=True):
        lines = _wrapped(title, _font("Semibold", size), pen)
        if len(lines) <= most:
            break
    kept = lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]
    for number, line in enumerate(kept):
        pen.text((MARGIN, _TOP + number * size * _LINE), line, font=_font("Semibold", size), fill=255)


def _png(picture: Image.Image) -> bytes:
    """A picture in grey as a PNG in the site's colours: black becomes the brand colour, and four shades take two bits a pixel."""
    shades = picture.point([round(level * (_SHADES - 1) / 255) for level in range(256)])
    coloured = Image.frombytes("P", shades.size, shades.tobytes())
    coloured.putpalette([a + (b - a) * shade // (_SHADES - 1) for shade in range(_SHADES) for a, b in zip(_BRAND, _WHITE, strict=True)])
    content = BytesIO()
    coloured.save(content, "PNG")
    return content.getvalue()


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
