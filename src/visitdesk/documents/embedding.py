"""Putting the used glyphs of a face into a PDF: a Type0 font with Identity codes that every reader can search.

ReportLab's own TrueType support cuts a face into pieces of 256 characters and loses everything beyond the BMP when
text is copied (measured, reference documents §1); this is the replacement.
Source of the form: ISO 32000-1 §9.7 (composite fonts), §9.10.3 (ToUnicode).
"""

import hashlib
import zlib
from collections.abc import Collection
from typing import Any

from reportlab.pdfbase import pdfdoc

from visitdesk.documents.faces import Face, face

_PER_BLOCK = 100
"""Most lines a block of a ToUnicode map may have."""


def add_font(document: pdfdoc.PDFDocument, number: int, codes: Collection[int]) -> None:
    """Embed the face with these codes under its internal name `/F<number>`."""
    used = face(number)
    ordered = sorted(codes)
    program, glyphs = used.subset(ordered)
    tag = _tag(program)
    name = f"{tag}+{used.name}"
    cid_font = _reference(
        document,
        f"cid{number}",
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "DW": "1000",
            "W": _widths(used, ordered),
            "CIDToGIDMap": _stream(document, f"glyphs{number}", glyphs, level=1),
            "FontDescriptor": _descriptor(document, used, name, program),
        },
    )
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"/{name}",
        "Encoding": "/Identity-H",
        "DescendantFonts": f"[{cid_font}]",
        "ToUnicode": _stream(document, f"unicode{number}", _to_unicode(used, ordered)),
    }
    reference = _reference(document, f"font{number}", font)
    fonts: Any = document.idToObject["BasicFonts"]
    fonts.dict[f"F{number}"] = _Raw(reference)


class _Raw(pdfdoc.PDFObject):
    """Text that is already PDF syntax."""

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002  # ReportLab's protocol
        return self._text.encode("latin-1")


def flate(data: bytes, level: int = 6) -> bytes:
    """Compressed data that does not end in a line end, which confuses length checks of PDF/A (measured trap)."""
    for attempt in (level, *range(9, 0, -1)):
        packed = zlib.compress(data, attempt)
        if packed[-1] not in b"\r\n":
            return packed
    return zlib.compress(data + b" ", level)


def _reference(document: pdfdoc.PDFDocument, name: str, entries: dict[str, str]) -> str:
    body = " ".join(f"/{key} {value}" for key, value in entries.items())
    return _refer(document, _Raw(f"<< {body} >>"), name)


def _refer(document: Any, thing: object, name: str) -> str:
    """Give the object a number under a name of our own; answers the reference."""
    document.Reference(thing, f"visitdesk-{name}")
    return f"{document.idToObjectNumberAndVersion[f'visitdesk-{name}'][0]} 0 R"


def _stream(document: pdfdoc.PDFDocument, name: str, data: bytes, *, level: int = 6, length1: bool = False) -> str:
    stream = pdfdoc.PDFStream(content=flate(data, level), filters=[])
    stream.dictionary["Filter"] = _Raw("/FlateDecode")
    if length1:
        stream.dictionary["Length1"] = len(data)
    return _refer(document, stream, name)


def _descriptor(document: pdfdoc.PDFDocument, used: Face, name: str, program: bytes) -> str:
    ascent, descent, box = used.metrics
    entries = {
        "Type": "/FontDescriptor",
        "FontName": f"/{name}",
        "Flags": "4",
        "FontBBox": f"[{' '.join(map(str, box))}]",
        "ItalicAngle": "0",
        "Ascent": str(ascent),
        "Descent": str(descent),
        "CapHeight": "733",
        "StemV": "140" if "Bold" in used.name else "80",
        "FontFile2": _stream(document, f"program{used.number}", program, level=1, length1=True),
    }
    return _reference(document, f"descriptor{used.number}", entries)


def _tag(program: bytes) -> str:
    digest = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    letters = []
    for _ in range(6):
        digest, place = divmod(digest, 26)
        letters.append(chr(65 + place))
    return "".join(letters)


def _widths(used: Face, ordered: Collection[int]) -> str:
    return "[" + "".join(f"{code}[{width}]" for code in ordered if (width := used.width(code)) != 1000) + "]"


def _to_unicode(used: Face, ordered: Collection[int]) -> bytes:
    lines = [f"<{code:04X}> <{used.text_of[code].encode('utf-16-be').hex().upper()}>" for code in ordered]
    blocks = [lines[at : at + _PER_BLOCK] for at in range(0, len(lines), _PER_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode("ascii")
