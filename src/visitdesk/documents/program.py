"""Adding copies of glyphs to a cut font program (TrueType), so that one outline can have two codes or two widths.

The gap between Han and Latin belongs to the width of the glyph before it; PDF/A wants the program's own widths to say
the same, so the wider glyph has to exist. Source of the tables: OpenType 1.9, `glyf`, `loca`, `hmtx`.
"""

import struct
from array import array
from collections.abc import Mapping


def with_copies(program: bytes, copies: Mapping[int, tuple[int, int]], used: Mapping[int, int]) -> bytes:
    """The program with further glyphs.

    Args:
        program: a TrueType font whose glyph ids were kept when it was cut.
        copies: new glyph id → (glyph copied, advance of the copy in font units); ids lie above all existing ones.
        used: glyph id → advance of the glyphs already there that are drawn.
    """
    tables = _tables(program)
    total = max(copies) + 1
    glyf, starts = bytearray(tables["glyf"]), _starts(tables)
    existing = len(starts) - 1
    offsets = array("I", starts)
    offsets.extend([starts[-1]] * (total - existing))
    for new in sorted(copies):
        source = copies[new][0]
        glyf.extend(tables["glyf"][starts[source] : starts[source + 1]])
        glyf.extend(bytes(-len(glyf) % 4))
        offsets[new + 1] = len(glyf)
    _fill_forward(offsets, existing)
    tables["glyf"] = bytes(glyf)
    tables["loca"] = _big_endian(offsets)
    tables["hmtx"] = _metrics(tables, total, used, copies)
    tables["maxp"] = tables["maxp"][:4] + struct.pack(">H", total) + tables["maxp"][6:]
    tables["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", total)
    return _assembled(program[:4], tables)


def _fill_forward(offsets: "array[int]", first: int) -> None:
    """Empty glyphs begin where the one before ended."""
    reached = offsets[first]
    for at in range(first, len(offsets)):
        reached = max(reached, offsets[at])
        offsets[at] = reached


def _tables(program: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    found = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", program, 12 + 16 * number)
        found[tag.decode("ascii")] = program[offset : offset + length]
    return found


def _starts(tables: Mapping[str, bytes]) -> list[int]:
    is_long = struct.unpack_from(">h", tables["head"], 50)[0] == 1
    offsets = array("I" if is_long else "H", tables["loca"])
    offsets.byteswap()
    return offsets.tolist() if is_long else [2 * offset for offset in offsets]


def _metrics(
    tables: Mapping[str, bytes], total: int, used: Mapping[int, int], copies: Mapping[int, tuple[int, int]]
) -> bytes:
    (long_ones,) = struct.unpack_from(">H", tables["hhea"], 34)
    old = tables["hmtx"]
    metrics = bytearray(4 * total)

    def bearing(glyph: int) -> bytes:
        at = 4 * glyph + 2 if glyph < long_ones else 4 * long_ones + 2 * (glyph - long_ones)
        return old[at : at + 2]

    for glyph, advance in used.items():
        metrics[4 * glyph : 4 * glyph + 4] = struct.pack(">H", advance) + bearing(glyph)
    for glyph, (source, advance) in copies.items():
        metrics[4 * glyph : 4 * glyph + 4] = struct.pack(">H", advance) + bearing(source)
    return bytes(metrics)


def _big_endian(values: "array[int]") -> bytes:
    values = array("I", values)
    values.byteswap()
    return values.tobytes()


def _checksum(data: bytes) -> int:
    words = array("I", data + bytes(-len(data) % 4))
    words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _assembled(version: bytes, tables: Mapping[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = version + struct.pack(">HHHH", count, power * 16, power.bit_length() - 1, (count - power) * 16)
    directory, body = bytearray(), bytearray()
    start = 12 + 16 * count
    for tag in sorted(tables):
        data = tables[tag]
        directory += struct.pack(">4sIII", tag.encode("ascii"), _checksum(data), start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return head + bytes(directory) + bytes(body)
