"""The faces papers are set in: which glyph draws a character, how wide it is, and what to do where no face has it.

A role (title, body, …) names a chain of faces; each character is drawn by the first face of the chain that has it. A
character that none has stops the document: a wrong box in a name is worse than no paper (reference documents §2–3).

Numbers: one glyph is addressed by its *code* (CID). Codes equal glyph ids, so that a laid-out line is a constant that
can be kept across documents. Copies of glyphs get codes above all others: where two characters share one glyph, so that
both are found by searching and copied right, and where the gap before Latin belongs to the glyph's width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

import uharfbuzz as hb

from visitdesk.documents.program import with_copies
from visitdesk.errors import BadInput
from visitdesk.paths import resource


class Role(StrEnum):
    """What a run of text is on paper; decides its face."""

    TITLE = "title"
    BODY = "body"
    LABEL = "label"
    HEAD = "head"
    SPOKEN = "spoken"


_SERIF, _SERIF_BOLD, _SANS, _SANS_BOLD, _KAI = range(5)
FACE_FILES = (
    "NotoSerifSC-Regular.ttf",
    "NotoSerifSC-Bold.ttf",
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
    "LXGWWenKai-Regular.ttf",
)
_CHAINS = {
    Role.TITLE: (_SERIF_BOLD, _SANS_BOLD, _KAI),
    Role.BODY: (_SERIF, _SANS, _KAI),
    Role.LABEL: (_SANS, _KAI),
    Role.HEAD: (_SANS_BOLD, _KAI),
    Role.SPOKEN: (_KAI, _SERIF, _SANS),
}
_LATIN_OF_SPOKEN = (_SERIF, _SANS, _KAI)
"""WenKai's Latin leans and its quotes are narrow, so the spoken role takes both from the serif face."""

_QUOTES = frozenset("“”‘’")
TWO_EM_DASH = "⸺"

GAP = 220
"""Between Han and Latin or digits, in thousandths: a little under a quarter of the size."""


_WORTH_PREPARING = 12


@dataclass(frozen=True, slots=True)
class Glyph:
    """How one character is drawn.

    Attributes:
        face: number of the face; `code` its CID there.
        advance: width in thousandths of the size.
        lead, trail: blank before and after the ink that punctuation may give up, in thousandths.
    """

    face: int
    code: int
    advance: int
    lead: int = 0
    trail: int = 0


class Face:
    """One font file: lookup, widths, subsets. All numbers in thousandths of the size."""

    def __init__(self, number: int, file_name: str) -> None:
        self.number = number
        self.name = file_name.partition(".")[0].replace("-", "")
        blob = hb.Blob.from_file_path(str(resource("fonts", file_name)))
        self._face = hb.Face(blob)
        self._font = hb.Font(self._face)
        self._scale = 1000 / self._face.upem
        self.text_of: dict[int, str] = {}
        self.glyph_of: dict[int, int] = {}
        self._cuts = 0

    @cached_property
    def _codes(self) -> dict[int, tuple[int, int]]:
        """Code point → (code, glyph) for all characters; shared glyphs get further codes, the usual character first."""
        by_glyph: dict[int, list[int]] = {}
        lookup = self._font.get_nominal_glyph
        for point in self._face.unicodes:
            by_glyph.setdefault(lookup(point), []).append(point)
        found: dict[int, tuple[int, int]] = {}
        extra = self._face.glyph_count
        for glyph in sorted(by_glyph):
            first, *others = sorted(by_glyph[glyph], key=_usual_first)
            found[first] = (glyph, glyph)
            for point in others:
                found[point] = (extra, glyph)
                extra += 1
        return found

    def find(self, character: str, *, narrow: bool = False) -> tuple[int, int] | None:
        """(code, advance) of the character, or None; `narrow` asks for proportional quotes."""
        pair = self._codes.get(ord(character))
        if pair is None or pair[1] == 0:
            return None
        code, glyph = pair
        if narrow and character in _QUOTES:
            code = glyph = self._narrow(character)
        self.text_of[code] = "——" if character == TWO_EM_DASH else character
        self.glyph_of[code] = glyph
        return code, round(self._font.get_glyph_h_advance(glyph) * self._scale)

    def _narrow(self, character: str) -> int:
        buffer = hb.Buffer()
        buffer.add_str(character)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, {"pwid": True})
        return int(buffer.glyph_infos[0].codepoint)

    def blanks(self, code: int, advance: int) -> tuple[int, int]:
        """Blank left and right of the ink."""
        extents = self._font.get_glyph_extents(self.glyph_of[code])
        left = round(extents.x_bearing * self._scale)
        return left, advance - left - round(extents.width * self._scale)

    def width(self, code: int) -> int:
        """Advance of a code already found."""
        advance: int = round(self._font.get_glyph_h_advance(self.glyph_of[code]) * self._scale)
        return advance + GAP if code >= self._copies else advance

    @cached_property
    def _copies(self) -> int:
        """Added to a code: the same glyph with the gap after it inside its width.

        A gap made by moving would read as a blank when text is copied or searched (measured with PDFium and poppler).
        """
        return (max(code for code, _ in self._codes.values()) // 256 + 1) * 256

    def padded(self, code: int) -> int:
        """The code of the same glyph with the gap after it."""
        copy = code + self._copies
        self.text_of[copy] = self.text_of[code]
        self.glyph_of[copy] = self.glyph_of[code]
        return copy

    @cached_property
    def metrics(self) -> tuple[int, int, tuple[int, int, int, int]]:
        """Ascent, descent (negative) and the bounding box, from `hhea` and `head`."""
        head = bytes(self._face.reference_table("head").data)
        hhea = bytes(self._face.reference_table("hhea").data)
        box = tuple(round(_signed(head, at) * self._scale) for at in (36, 38, 40, 42))
        ascent, descent = (round(_signed(hhea, at) * self._scale) for at in (4, 6))
        return ascent, descent, (box[0], box[1], box[2], box[3])

    @cached_property
    def _prepared(self) -> hb.Face:
        return hb.subset_preprocess(self._face)

    def _source(self) -> hb.Face:
        """The face to cut from: preparing it costs as much as twenty cuts and then makes each four times cheaper.

        Both give the same bytes (measured), so a single paper starts fast and a batch runs fast.
        """
        self._cuts += 1
        return self._prepared if self._cuts > _WORTH_PREPARING else self._face

    def subset(self, codes: Sequence[int]) -> tuple[bytes, bytes]:
        """A font program with the glyphs of these codes only, and the map from code to its glyph id (16 bits each)."""
        drawn = {code: self.glyph_of[code] for code in codes}
        request = hb.SubsetInput()
        request.glyph_set.update(set(drawn.values()))
        request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        request.drop_table_tag_set.update(_DROPPED)
        plan = hb.SubsetPlan(self._source(), request)
        program = bytes(plan.execute().blob.data)
        renumbered = plan.old_to_new_glyph_mapping
        units = self._face.upem / 1000
        copies = [
            (renumbered[glyph], round(self.width(code) * units)) for code, glyph in drawn.items() if code != glyph
        ]
        count = int.from_bytes(hb.Face(hb.Blob(program)).reference_table("maxp").data[4:6], "big")
        table = bytearray(2 * (max(codes) + 1))
        for code, glyph in drawn.items():
            place = renumbered[glyph]
            if code != glyph:
                place, count = count, count + 1
            table[2 * code : 2 * code + 2] = place.to_bytes(2, "big")
        return (with_copies(program, copies) if copies else program), bytes(table)


_DROPPED = frozenset(
    int.from_bytes(tag, "big")
    for tag in (b"BASE", b"GDEF", b"GPOS", b"GSUB", b"STAT", b"gasp", b"vhea", b"vmtx", b"VORG", b"OS/2", b"name")
)


def _signed(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big", signed=True)


def _usual_first(point: int) -> tuple[bool, int]:
    usual = point < 0x2E80 or 0x3000 <= point < 0xF900 or point >= 0x20000
    return not usual, point


@cache
def face(number: int) -> Face:
    """The face of that number, loaded on first use."""
    return Face(number, FACE_FILES[number])


@cache
def glyph(character: str, role: Role, *, narrow: bool = False) -> Glyph | None:
    """The glyph that draws this character in this role, or None where no face of the chain has it.

    Args:
        narrow: proportional quotes, for Latin text.
    """
    chain = _CHAINS[role]
    if role is Role.SPOKEN and (character < "\u0250" or character in _QUOTES or character == TWO_EM_DASH):
        chain = _LATIN_OF_SPOKEN
    for number in chain:
        found = face(number).find(character, narrow=narrow)
        if found is not None:
            code, advance = found
            lead, trail = face(number).blanks(code, advance) if advance >= 900 else (0, 0)
            return Glyph(number, code, advance, max(0, min(500, lead)), max(0, min(500, trail)))
    return None


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters of these texts that no face draws, each once, in order."""
    found: dict[str, None] = {}
    for text in texts:
        for character in text:
            if not is_control(character) and glyph(character, Role.BODY) is None:
                found[character] = None
    return tuple(found)


def require_drawable(text: str, *, field: str = "") -> None:
    """Stop the document where a character has no glyph.

    Raises:
        BadInput: names the character, its code point and the field.
    """
    for character in missing((text,)):
        raise no_glyph(character, field)


def no_glyph(character: str, field: str = "") -> BadInput:
    """The fault that names a character nobody can draw."""
    return BadInput("documents.no_glyph", character=character, point=f"U+{ord(character):04X}", field=field or "-")


def is_control(character: str) -> bool:
    """Characters that mean nothing on paper and are left out: controls, zero widths, direction marks, selectors."""
    return (
        character < " "
        or "\x7f" <= character <= "\x9f"
        or character in "\u00ad\u061c\ufeff\ufffc"
        or "\u200b" <= character <= "\u200f"
        or "\u2028" <= character <= "\u202e"
        or "\u2060" <= character <= "\u2069"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )
