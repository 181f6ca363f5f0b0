"""QR codes as one vector path (zxing-cpp, 90 times faster than ReportLab's widget; reference documents §6)."""

from functools import lru_cache
from typing import Any

import zxingcpp

QUIET = 4
"""Modules of quiet zone on each side (ISO/IEC 18004)."""


@lru_cache(maxsize=512)
def modules(text: str) -> tuple[tuple[tuple[int, int, int], ...], int]:
    """The dark runs (column, row from above, length) and the number of modules a side, without quiet zone; level M."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    height, width = image.shape[:2]
    data = bytes(image)
    runs: list[tuple[int, int, int]] = []
    for row in range(height):
        line = data[row * width : (row + 1) * width]
        column = 0
        while column < width:
            if line[column]:
                column += 1
                continue
            end = column
            while end < width and not line[end]:
                end += 1
            runs.append((column, row, end - column))
            column = end
    return tuple(runs), width
