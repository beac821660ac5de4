"""An address as a picture for cameras: a QR code as SVG, black on white with the quiet zone of ISO/IEC 18004."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

from zxingcpp import BarcodeFormat, create_barcode

# Modules of white around the code.
_QUIET = 4
_RUNS = re.compile(b"\x00+|\xff+")


def picture(address: str) -> bytes:
    """The code of an address. It can be read with 15 % of it worn away, as on a handout that has been carried about."""
    image: Any = create_barcode(address, BarcodeFormat.QRCode, ec_level="M").to_image(scale=1, add_quiet_zones=False)
    modules = memoryview(image).tobytes()
    width = math.isqrt(len(modules))
    rows = (modules[start : start + width] for start in range(0, len(modules), width))
    lines = f"m-{width} 1".join("".join(map(_run, _RUNS.findall(row))) for row in rows)
    size = width + 2 * _QUIET
    paper = f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
    ink = f'<path stroke="#000" d="M{_QUIET} {_QUIET}.5{lines}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{paper}{ink}</svg>'.encode()


@cache
def _run(modules: bytes) -> str:
    """Modules of one colour in a row: a line one module thick where they are dark, else the way over them."""
    return f"m{len(modules)} 0" if modules[0] else f"h{len(modules)}"
