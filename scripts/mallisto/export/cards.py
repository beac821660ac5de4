"""The picture that a pasted link shows: the model's name on the site's colours, 1200 × 630 pixels, PNG."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from mallisto.language import Language
from mallisto.model import Model
from mallisto.output import OutputFile

WIDTH, HEIGHT, MARGIN = 1200, 630, 84
MOST_LINES = 4
SITE = "mallisto"

# The brand colour of tokens.css and white; every grey between them smooths the letters.
_BRAND, _WHITE = (15, 85, 99), (255, 255, 255)
_LEVELS = 32


def path(name: str, language: Language) -> str:
    """Where a model's card lies, or by the name `mallisto` the site's."""
    return f"assets/cards/{language.code}/{name}.png"


def of_model(model: Model, language: Language) -> OutputFile:
    """The card of a model in one language."""
    kind = language.value("kind", model.kind)
    return _file(model.id, kind, str(language.pick(model.name)), language)


def of_site(language: Language) -> OutputFile:
    """The card of every page that is no model's."""
    return _file(SITE, "", language.say("card.site"), language)


def _file(name: str, kicker: str, title: str, language: Language) -> OutputFile:
    return OutputFile(path(name, language), _png(kicker.capitalize(), title))


def _png(kicker: str, title: str) -> bytes:
    """White on the brand colour, in few levels so that the file is small and quickly made."""
    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, HEIGHT - 14, WIDTH, HEIGHT), fill=_LEVELS * 7)
    pen.text((MARGIN, MARGIN), "Mallisto", font=_font("Semibold", 44), fill=255)
    pen.text((MARGIN, HEIGHT - 110), kicker, font=_font("Regular", 36), fill=215)
    size = 84 if len(title) < 50 else 66
    for number, line in enumerate(_wrapped(title, _font("Semibold", size), pen)):
        pen.text((MARGIN, 180 + number * size * 1.15), line, font=_font("Semibold", size), fill=255)
    picture = picture.point(lambda level: level * (_LEVELS - 1) // 255)
    palette = picture.convert("P")
    palette.putpalette([_between(one, other, level) for level in range(_LEVELS) for one, other in zip(_BRAND, _WHITE, strict=True)])
    written = BytesIO()
    palette.save(written, "PNG", compress_level=6, bits=8)
    return written.getvalue()


def _between(one: int, other: int, level: int) -> int:
    return one + (other - one) * level // (_LEVELS - 1)


def _wrapped(text: str, font: ImageFont.FreeTypeFont, pen: ImageDraw.ImageDraw) -> list[str]:
    """The text in lines that fit the card; what does not fit is left out with an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(longer, font=font) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [each for each in lines if each]
    return kept if len(kept) <= MOST_LINES else [*kept[: MOST_LINES - 1], f"{kept[MOST_LINES - 1]} …"]


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """Source Sans Pro (SIL Open Font License 1.1), from its package."""
    with as_file(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf") as path:
        return ImageFont.truetype(BytesIO(path.read_bytes()), size)
