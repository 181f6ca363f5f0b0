"""Setting text into lines: 避头尾, gaps between Han and Latin, squeezed punctuation, even right edge.

Rules (reference documents §3; policy after UAX #14 and GB/T 15834): closing marks never start a line, opening marks
never end one; dashes and ellipses stay whole; a number keeps its unit, a date, a sum or a plate stays whole; Latin
words break at spaces; what does not fit is pushed to the next line, never hung into the margin. All widths are
thousandths of the size until a line is finished.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from unicodedata import combining, east_asian_width

from visitdesk.documents.faces import GAP, TWO_EM_DASH, Glyph, Role, face, glyph, is_control, no_glyph

NO_START = frozenset("，。、；：！？）》〉」』】〕〗’”…—⸺·．％‰℃々ー～,.;:!?)]}%°")
NO_END = frozenset("（《〈「『【〔〖‘“￥([{$£€#")
_SQUEEZED_OPEN = frozenset("（《〈「『【〔〖‘“")
_SQUEEZED_CLOSE = frozenset("，。、）》〉」』】〕〗’”")
_WIDE_IN_CHINESE = frozenset("“”‘’…—⸺·×")

LONGEST_WORD = 400
"""Longer runs without a blank are no words and may be cut after this many characters."""

MOST_SPREAD = 95
"""A line that would need more than this between its characters is left ragged instead; a tenth of the size already
reads as a blank when text is copied (measured)."""

_WHOLE = re.compile(
    r"\d{2,4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|[\u4e00-\u9fff][A-Z]·?[A-Z0-9]{5,6}|人民币\s?[\d,.]{1,24}\s?元|"
    r"第\s?\d{1,6}\s?[页条期次号栋单元室份]|共\s?\d{1,6}\s?[页条期次份]|[\d,.]{1,24}\s?(?:年|个月|月|日|天|小时|分钟|分|时|秒|元|万元|期|次|页|号|人|份|栋|单元|室|楼|层|米|公里|岁|[%％℃])|"
    r"——|……|\d[\d,.:/–-]{0,40}\d",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one role; `lang` is that of the words where it differs from the document's."""

    text: str
    role: Role = Role.BODY


Words = str | tuple[Span, ...]
"""What paragraphs are given: plain text, or runs in different roles."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finished line.

    Attributes:
        runs: (face number, TJ array) in order; constant for the same text, size and width.
        width: natural or stretched width in points.
        used: (face number, codes drawn).
    """

    runs: tuple[tuple[int, str], ...]
    width: float
    used: tuple[tuple[int, frozenset[int]], ...]
    text: str


class _Atom:
    """The smallest thing a line may hold: a Han character, a mark, a Latin word, a space."""

    __slots__ = ("glyphs", "is_space", "is_wide", "lead", "may_break", "text", "trail", "width")

    def __init__(self, text: str, glyphs: list[Glyph], *, is_wide: bool, is_space: bool, may_break: bool) -> None:
        self.text = text
        self.glyphs = glyphs
        self.is_wide = is_wide
        self.is_space = is_space
        self.may_break = may_break
        self.width = sum(one.advance for one in glyphs)
        self.lead = glyphs[0].lead if is_wide and text in _SQUEEZED_OPEN else 0
        self.trail = self.width if is_space else glyphs[-1].trail if is_wide and text in _SQUEEZED_CLOSE else 0


@lru_cache(maxsize=40_000)
def set_lines(
    words: Words,
    role: Role,
    size: float,
    width: float,
    *,
    chinese: bool = True,
    justify: bool = True,
    first: float = 0.0,
) -> tuple[Line, ...]:
    """The lines of one paragraph; a line feed in the text begins a new one.

    Args:
        words: text or spans; `role` is used for plain text.
        size: in points; `width` of the measure in points; `first` is the indent of the first line, in points.
        chinese: whether curly quotes, dashes and dots count as Han.
        justify: spread the slack of all lines but the last.

    Raises:
        BadInput: a character has no glyph.
    """
    spans = (Span(words, role),) if isinstance(words, str) else words
    limit = width / size * 1000
    lines: list[Line] = []
    for number, part in enumerate(_paragraphs(spans)):
        indent = first / size * 1000 if number == 0 else 0.0
        lines.extend(_fill(_atoms(part, chinese=chinese), limit, indent, size, justify=justify))
    return tuple(lines)


def text_width(text: str, role: Role, size: float, *, chinese: bool = True) -> float:
    """Width in points of a text set in one line."""
    return max(
        (line.width for line in set_lines(text, role, size, 100_000.0, chinese=chinese, justify=False)), default=0
    )


def _paragraphs(spans: Sequence[Span]) -> list[list[Span]]:
    parts: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "  ").split("\n")
        parts[-1].append(Span(first, span.role))
        parts.extend([Span(other, span.role)] for other in others)
    return parts


def _atoms(spans: Sequence[Span], *, chinese: bool) -> list[_Atom]:
    text = "".join(span.text for span in spans)
    roles = [span.role for span in spans for _ in span.text]
    whole = {at for match in _WHOLE.finditer(text) for at in range(match.start() + 1, match.end())}
    atoms: list[_Atom] = []
    at, length = 0, len(text)
    while at < length:
        begin, character = at, text[at]
        if is_control(character):
            at += 1
            continue
        if character in " \u00a0\u3000":
            at += 1
            spaces = [_glyph_of(character, roles[begin], narrow=False)]
            atoms.append(_Atom(character, spaces, is_wide=False, is_space=character == " ", may_break=False))
            continue
        if _is_wide(text, at, chinese=chinese):
            at += 2 if chinese and text.startswith("——", at) else 1
            shown = TWO_EM_DASH if at == begin + 2 else character
            glyphs = [_glyph_of(shown, roles[begin], narrow=False)]
            while at < length and combining(text[at]):
                glyphs.append(_glyph_of(text[at], roles[at], narrow=False))
                at += 1
            atom = _Atom(text[begin:at], glyphs, is_wide=True, is_space=False, may_break=begin not in whole)
        else:
            limit = begin + LONGEST_WORD
            while (
                at < min(length, limit) and text[at] not in " \u00a0\u3000" and not _is_wide(text, at, chinese=chinese)
            ):
                at += 1
            word = [(c, roles[begin + i]) for i, c in enumerate(text[begin:at]) if not is_control(c)]
            glyphs = [_glyph_of(c, role, narrow=True) for c, role in word]
            atom = _Atom(text[begin:at], glyphs, is_wide=False, is_space=False, may_break=begin not in whole)
        atoms.append(atom)
    _forbid_breaks(atoms)
    return atoms


def _is_wide(text: str, at: int, *, chinese: bool) -> bool:
    character = text[at]
    if character < "\u0080":
        return False
    if character in _WIDE_IN_CHINESE:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if character in "’·" and _is_ascii_word(before) and _is_ascii_word(after):
            return False
        return chinese
    kind = east_asian_width(character)
    return kind in "WF" or (kind == "A" and chinese and character > "\u2000")


def _is_ascii_word(character: str) -> bool:
    return character != "" and character < "\u0250" and character.isalnum()


def _glyph_of(character: str, role: Role, *, narrow: bool) -> Glyph:
    found = glyph("\u0020" if character == "\u00a0" else character, role, narrow=narrow)
    if found is None:
        raise no_glyph(character)
    return found


def _forbid_breaks(atoms: list[_Atom]) -> None:
    """Set `may_break` (before the atom) from the classes of its neighbours."""
    last_seen = ""
    before: _Atom | None = None
    for atom in atoms:
        if (
            before is None
            or atom.is_space
            or atom.text[0] in NO_START
            or last_seen in NO_END
            or before.text == "\u00a0"
        ):
            atom.may_break = False
        if not atom.is_space:
            last_seen = atom.text[-1]
        before = atom


def _gap(before: _Atom, atom: _Atom) -> int:
    """What is added between two neighbours of a line: Han–Latin space, or blanks of marks taken away."""
    if before.is_wide and atom.is_wide:
        if before.trail and (atom.lead or atom.text in NO_START):
            return -before.trail if not atom.lead else -(before.trail + atom.lead) // 2
        if before.lead and atom.lead:
            return -atom.lead
        return 0
    if before.is_wide is not atom.is_wide and not before.is_space and not atom.is_space:
        wide, latin = (before, atom.text[0]) if before.is_wide else (atom, before.text[-1])
        return GAP if latin.isalnum() and wide.text.isalnum() else 0
    return 0


def _fill(atoms: list[_Atom], limit: float, indent: float, size: float, *, justify: bool) -> list[Line]:
    if not atoms:
        return [Line((), 0.0, (), "")]
    lines: list[Line] = []
    start = 0
    while start < len(atoms):
        room = limit - (0.0 if lines else indent)
        end = _end_of_line(atoms, start, room)
        following = end
        while following < len(atoms) and atoms[following].is_space:
            following += 1
        while end > start + 1 and atoms[end - 1].is_space:
            end -= 1
        spread = justify and following < len(atoms)
        lines.append(_finish(atoms[start:end], room, size, spread=spread))
        start = following
    return lines


def _end_of_line(atoms: list[_Atom], start: int, room: float) -> int:
    """Index after the last atom of the line that starts at `start`; splits a word that is wider than the line."""
    width = atoms[start].width - atoms[start].lead
    best = start
    at = start
    while width - atoms[at].trail <= room:
        at += 1
        if at == len(atoms):
            return at
        if atoms[at].may_break:
            best = at
        width += _gap(atoms[at - 1], atoms[at]) + atoms[at].width
    if best > start:
        return best
    if at == start:
        _split(atoms, start, room)
        return start + 1
    return at


def _split(atoms: list[_Atom], at: int, room: float) -> None:
    """Cut an over-wide word in two, at the last glyph that fits (at least one)."""
    atom = atoms[at]
    width = fitting = 0
    for one in atom.glyphs:
        if fitting and width + one.advance > room:
            break
        width += one.advance
        fitting += 1
    if fitting == len(atom.glyphs):
        return
    shown = "".join(c for c in atom.text if not is_control(c))
    head = _Atom(shown[:fitting], atom.glyphs[:fitting], is_wide=False, is_space=False, may_break=atom.may_break)
    tail = _Atom(shown[fitting:], atom.glyphs[fitting:], is_wide=False, is_space=False, may_break=True)
    atoms[at : at + 1] = [head, tail]


def _finish(atoms: list[_Atom], room: float, size: float, *, spread: bool) -> Line:
    gaps = [0, *(_gap(before, atom) for before, atom in pairwise(atoms))]
    shifts = [-float(atoms[0].lead), *(0.0 if gap == GAP else float(gap) for gap in gaps[1:])]
    width = sum(atom.width for atom in atoms) + sum(gaps) - atoms[0].lead
    slack = room - (width - atoms[-1].trail)
    places = [i for i in range(1, len(atoms)) if atoms[i].is_wide or atoms[i - 1].is_wide or atoms[i - 1].is_space]
    if spread and 0 < slack <= MOST_SPREAD * len(places):
        for place in places:
            shifts[place] += slack / len(places)
        width += round(slack)
    runs, used = _runs(atoms, shifts, [gap == GAP for gap in [*gaps[1:], 0]])
    reached = width - atoms[-1].trail if spread or width > room else width
    return Line(
        runs,
        reached * size / 1000,
        used,
        "".join(atom.text for atom in atoms),
    )


def _runs(
    atoms: list[_Atom], shifts: list[float], padded: list[bool]
) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[int, frozenset[int]], ...]]:
    """The TJ arrays, one for each stretch in one face; a shift moves what follows, a padded atom carries its gap."""
    used: dict[int, set[int]] = {}
    runs: list[tuple[int, list[str]]] = []
    for atom, shift, gap_after in zip(atoms, shifts, padded, strict=True):
        pending = shift
        last = len(atom.glyphs) - 1
        for at, one in enumerate(atom.glyphs):
            if not runs or runs[-1][0] != one.face:
                runs.append((one.face, []))
                used.setdefault(one.face, set())
            pieces = runs[-1][1]
            if abs(pending) >= 0.5:
                pieces.append(f">{-pending:.0f}<")
                pending = 0.0
            code = face(one.face).padded(one.code) if gap_after and at == last else one.code
            pieces.append(f"{code:04X}")
            used[one.face].add(code)
    arrays = tuple((number, f"[<{''.join(pieces)}>]".replace("<>", "")) for number, pieces in runs)
    return arrays, tuple((number, frozenset(codes)) for number, codes in used.items())
