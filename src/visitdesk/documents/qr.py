"""QR codes as one vector path (zxing-cpp, 90 times faster than ReportLab's widget; reference documents §6)."""

import re
from functools import lru_cache
from typing import Any

import zxingcpp

_DARK = re.compile(rb"\x00+")
QUIET = 4
"""Modules of quiet zone on each side (ISO/IEC 18004)."""


@lru_cache(maxsize=512)
def modules(text: str) -> tuple[tuple[tuple[int, int, int], ...], int]:
    """The dark runs (column, row from above, length) and the number of modules a side, without quiet zone; level M."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    height, width = image.shape[:2]
    data = bytes(image)
    runs = tuple(
        (match.start(), row, len(match[0]))
        for row in range(height)
        for match in _DARK.finditer(data[row * width : (row + 1) * width])
    )
    return runs, width
