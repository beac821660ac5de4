"""An address as a picture for cameras: a QR code (ISO/IEC 18004) as SVG, black on white."""

from __future__ import annotations

from io import BytesIO

import segno

# Modules of white around the code, as the standard asks for.
_QUIET_ZONE = 4


def picture(address: str) -> bytes:
    """The code of an address. It can be read with at least 15 % of it worn away, as on a handout that has been carried about."""
    content = BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(content, kind="svg", border=_QUIET_ZONE, light="#fff", xmldecl=False, nl=False, omitsize=True, svgclass=None, lineclass=None)
    return content.getvalue()
