"""The pictures of pasted links: put together from bands, they are pictures like any other."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from building import ROOT
from mallisto.export import png, social_cards
from mallisto.export.social_cards import Card
from mallisto.i18n.language import Language
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def shown(content: bytes) -> Image.Image:
    """The picture as a reader of PNG files shows it; it finds out a wrong checksum, size or palette."""
    picture = Image.open(BytesIO(content))
    picture.verify()
    return Image.open(BytesIO(content)).convert("RGB")


def test_bands_stand_below_each_other_in_the_given_colours():
    black, white = (png.band(Image.new("L", (10, height), level)) for height, level in ((2, 0), (3, 255)))

    picture = shown(png.picture((black, white, black), (1, 2, 3), (250, 251, 252)))

    assert picture.size == (10, 7)
    assert [picture.getpixel((9, row)) for row in range(7)] == [(1, 2, 3)] * 2 + [(250, 251, 252)] * 3 + [(1, 2, 3)] * 2


def test_a_width_that_fills_no_whole_byte_is_kept():
    drawn = Image.new("L", (7, 1), 0)
    ImageDraw.Draw(drawn).point((6, 0), fill=255)

    picture = shown(png.picture((png.band(drawn),), (0, 0, 0), (255, 255, 255)))

    assert [picture.getpixel((x, 0))[0] for x in range(7)] == [0] * 6 + [255]


def test_cards_of_one_model_differ_in_the_kind_of_page_alone():
    pathway, roles = (
        shown(social_cards.file("mallit/a/", Card(title="Malli", kind=kind, below="Kokeilu"), FINNISH).content)
        for kind in ("Polku", "Roolit")
    )

    band = (0, social_cards.HEIGHT // 2, social_cards.WIDTH, social_cards.HEIGHT)
    assert pathway.size == roles.size == (social_cards.WIDTH, social_cards.HEIGHT)
    assert pathway.tobytes() != roles.tobytes()
    assert pathway.crop(band).tobytes() == roles.crop(band).tobytes()


def test_a_name_that_is_too_long_ends_in_its_band():
    long = shown(social_cards.file("a/", Card(title="työkyvyn tuen palvelukokonaisuus " * 12), FINNISH).content)
    short = shown(social_cards.file("a/", Card(title="x"), FINNISH).content)

    below = (0, social_cards.HEIGHT - 80, social_cards.WIDTH, social_cards.HEIGHT)
    assert long.crop(below).tobytes() == short.crop(below).tobytes()


def test_the_front_page_has_the_card_of_the_site():
    assert social_cards.path("", FINNISH) == "assets/cards/fi/mallisto.png"
    assert social_cards.path("mallit/tykke/polku/", FINNISH) == "assets/cards/fi/mallit/tykke/polku.png"
