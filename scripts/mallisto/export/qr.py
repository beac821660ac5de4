"""An address as a picture for cameras: a QR code as SVG, black on white with the quiet zone of ISO/IEC 18004."""

from __future__ import annotations

import math
import re
from typing import Any

from zxingcpp import BarcodeFormat, create_barcode

# Modules of white around the code.
_QUIET = 4
_DARK = re.compile(b"\x00+")


def picture(address: str) -> bytes:
    """The code of an address. It can be read with 15 % of it worn away, as on a handout that has been carried about."""
    image: Any = create_barcode(address, BarcodeFormat.QRCode, ec_level="M").to_image(scale=1, add_quiet_zones=False)
    modules = memoryview(image).tobytes()
    width = math.isqrt(len(modules))
    rows = (modules[start : start + width] for start in range(0, len(modules), width))
    # Each run of dark modules is a line one module thick, drawn from where the one before it ended.
    lines, x, y = [f"M{_QUIET} {_QUIET}.5"], 0, 0
    for row, dark in enumerate(rows):
        for run in _DARK.finditer(dark):
            left, right = run.span()
            lines.append(f"m{left - x} {row - y}h{right - left}")
            x, y = right, row
    size = width + 2 * _QUIET
    paper = f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
    ink = f'<path stroke="#000" d="{"".join(lines)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{paper}{ink}</svg>'.encode()
