"""A QR code says its address to any camera, whatever the address. One program makes it and another reads it."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from mallisto.pages.elements import qr_code

DOTS = 8


def drawn(picture: str) -> Image.Image:
    """The picture in dots: its rows of black squares are the strokes of its one path."""
    text = unquote(picture).replace("'", '"')
    size = re.search(r'viewBox="0 0 (\d+) (\d+)"', text)
    path = re.search(r'stroke="#000" d="([^"]+)"', text)
    assert size
    assert path
    dots = Image.new("L", (int(size[1]) * DOTS, int(size[2]) * DOTS), 255)
    pen, x, y = ImageDraw.Draw(dots), 0.0, 0.0
    for letter, numbers in re.findall(r"([Mmh])([^Mmh]*)", path[1]):
        values = [float(each) for each in re.findall(r"-?[\d.]+", numbers)]
        if letter == "h":
            pen.rectangle((x * DOTS, (y - 0.5) * DOTS, (x + values[0]) * DOTS - 1, (y + 0.5) * DOTS - 1), fill=0)
            x += values[0]
        else:
            x, y = (values[0], values[1]) if letter == "M" else (x + values[0], y + values[1])
    return dots


@pytest.mark.parametrize(
    "root", ["https://a.fi/", "https://mallisto.example/kirjasto/", "https://hyvinvointialueen-pitka-nimi.github.io/mallisto/"]
)
@pytest.mark.parametrize("folder", ["", "sv/"])
def test_a_camera_reads_the_address(root: str, folder: str):
    addresses = [f"{root}{folder}l/{code}/" for code in ("bcdfg", "77777", "xwvts", "b2b3b")]

    read = [zxingcpp.read_barcode(drawn(qr_code.picture(each))) for each in addresses]

    assert [each and each.text for each in read] == addresses


def test_a_worn_code_is_read():
    picture = drawn(qr_code.picture("https://mallisto.example/l/bcdfg/"))
    middle = picture.width // 2
    ImageDraw.Draw(picture).rectangle((middle, middle, middle + 5 * DOTS, middle + 5 * DOTS), fill=255)

    assert zxingcpp.read_barcode(picture).text == "https://mallisto.example/l/bcdfg/"


def test_there_is_a_quiet_zone_and_a_white_ground():
    picture = drawn(qr_code.picture("https://mallisto.example/l/bcdfg/"))

    edge = picture.crop((0, 0, picture.width, 4 * DOTS))
    assert edge.getextrema() == (255, 255)
    assert "fill='%23fff'" in qr_code.picture("https://mallisto.example/l/bcdfg/")
