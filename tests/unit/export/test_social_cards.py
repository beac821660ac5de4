"""The pictures of pasted links."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from building import ROOT
from mallisto.export import social_cards
from mallisto.export.social_cards import Card
from mallisto.i18n.language import Language
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def content(**words: str) -> bytes:
    return social_cards.file("mallit/a/", Card(**{"title": "Malli", **words}), FINNISH).content


def shown(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def test_a_card_has_four_shades_of_the_sites_colours_in_two_bits_a_pixel():
    png = content(kind="Polku", below="Kokeilu")

    colours = [colour for _, colour in shown(png).getcolors() or ()]
    assert shown(png).size == (social_cards.WIDTH, social_cards.HEIGHT)
    assert sorted(colours) == [(15, 85, 99), (95, 141, 151), (175, 198, 203), (255, 255, 255)]
    assert (png[24], len(png) < 8000) == (2, True)


def test_cards_that_differ_in_the_kind_of_page_differ_above_the_name_alone():
    pathway, roles = (shown(content(kind=kind, below="Kokeilu")) for kind in ("Polku", "Roolit"))

    below = (0, 110, social_cards.WIDTH, social_cards.HEIGHT)
    assert pathway.tobytes() != roles.tobytes()
    assert pathway.crop(below).tobytes() == roles.crop(below).tobytes()


def test_a_name_that_is_too_long_ends_above_what_stands_below():
    long, short = (shown(content(title=title)) for title in ("työkyvyn tuen palvelukokonaisuus " * 12, "x"))

    below = (0, social_cards.HEIGHT - 80, social_cards.WIDTH, social_cards.HEIGHT)
    assert long.crop(below).tobytes() == short.crop(below).tobytes()


def test_the_front_page_has_the_card_of_the_site():
    assert social_cards.path("", FINNISH) == "assets/cards/fi/mallisto.png"
