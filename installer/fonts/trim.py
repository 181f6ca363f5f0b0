# ruff: noqa: INP001
"""Makes the trimmed serif faces of `resources/fonts` from the whole ones (run by hand, rarely; needs uharfbuzz).

    python installer/fonts/trim.py NotoSerifSC_400Regular.ttf Unihan_OtherMappings.txt resources/fonts/NotoSerifSC-Regular.ttf

Kept: the 8,105 characters of the General Standard table (Unihan `kTGH`), GB 2312, symbols and Latin. A character outside
comes from the whole sans face. Noto reserves no font name that a trimmed face would have to give up.
"""

import re
import sys
from pathlib import Path

import uharfbuzz as hb

DROPPED = (b"vhea", b"vmtx", b"BASE", b"STAT", b"GPOS", b"gasp")
SYMBOLS = (
    (0x20, 0x250),
    (0x2000, 0x2070),
    (0x20A0, 0x20C0),
    (0x2100, 0x2800),
    (0x2E3A, 0x2E3C),
    (0x3000, 0x3040),
    (0xFE30, 0xFE50),
    (0xFF00, 0xFFF0),
)


def wanted(unihan: Path) -> set[int]:
    """Code points to keep."""
    table = {
        int(match[1], 16)
        for match in re.finditer(r"^U\+([0-9A-F]+)\tkTGH\t", unihan.read_text(encoding="utf-8"), re.MULTILINE)
    }
    rows = [bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
    spans = {code for first, end in SYMBOLS for code in range(first, end)}
    return table | {ord(text) for text in rows if text} | spans


def trim(source: Path, keep: set[int]) -> bytes:
    """The face with these characters only, without hinting and vertical metrics, with proportional quotes."""
    face = hb.Face(hb.Blob.from_file_path(str(source)))
    request = hb.SubsetInput()
    request.unicode_set.update(keep)
    request.layout_feature_tag_set.clear()
    request.layout_feature_tag_set.update({int.from_bytes(b"pwid", "big")})
    request.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in DROPPED)
    request.flags = hb.SubsetFlags.NO_HINTING
    trimmed = hb.subset(face, request)
    return bytes(trimmed.blob.data)


if __name__ == "__main__":
    Path(sys.argv[3]).write_bytes(trim(Path(sys.argv[1]), wanted(Path(sys.argv[2]))))
