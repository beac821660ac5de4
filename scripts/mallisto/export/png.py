"""A PNG of few shades put together from bands: what stands on many pictures is packed once. Format: https://www.w3.org/TR/png-3/"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

# Four shades take two bits each.
SHADES, _BITS = 4, 2
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PALETTE = 3
_HEAD = b"\x78\x9c"  # of a zlib stream: deflate in a window of 32 kB
_END = b"\x03\x00"  # an empty last block

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Band:
    """Some rows of a picture, as they are and packed so that other bands may follow."""

    rows: bytes
    packed: bytes
    width: int
    height: int


def band(drawn: Image.Image) -> Band:
    """The rows of a picture in grey, in so many shades."""
    few = drawn.point([round(level * (SHADES - 1) / 255) for level in range(256)])
    dots = Image.frombytes("P", few.size, few.tobytes()).tobytes("raw", "P;2")
    across = len(dots) // few.height
    rows = b"".join(b"\0" + dots[at : at + across] for at in range(0, len(dots), across))
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return Band(rows, packer.compress(rows) + packer.flush(zlib.Z_FULL_FLUSH), few.width, few.height)


def picture(bands: Iterable[Band], dark: Colour, light: Colour) -> bytes:
    """Bands of one width below each other; black of their drawings becomes the dark colour, white the light one."""
    bands, check = tuple(bands), 1
    for each in bands:
        check = zlib.adler32(each.rows, check)
    header = struct.pack(">IIBBBBB", bands[0].width, sum(each.height for each in bands), _BITS, _PALETTE, 0, 0, 0)
    palette = bytes(one + (other - one) * shade // (SHADES - 1) for shade in range(SHADES) for one, other in zip(dark, light, strict=True))
    packed = b"".join((_HEAD, *(each.packed for each in bands), _END, struct.pack(">I", check)))
    return b"".join((_SIGNATURE, _chunk(b"IHDR", header), _chunk(b"PLTE", palette), _chunk(b"IDAT", packed), _chunk(b"IEND", b"")))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
