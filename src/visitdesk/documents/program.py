"""Adding copies of glyphs to a cut font program (TrueType), so that one outline can have two codes or two widths.

The gap between Han and Latin belongs to the width of the glyph before it; PDF/A wants the program's own widths to say
the same, so the wider glyph has to exist. Source of the tables: OpenType 1.9, `glyf`, `loca`, `hmtx`.
"""

import struct
from array import array
from collections.abc import Mapping, Sequence


def with_copies(program: bytes, copies: Sequence[tuple[int, int]]) -> bytes:
    """The program with one more glyph for each (glyph copied, advance of the copy in font units), in that order."""
    tables = _tables(program)
    starts, advances, bearings = _starts(tables), *_metrics(tables)
    glyf = bytearray(tables["glyf"])
    for source, advance in copies:
        glyf.extend(tables["glyf"][starts[source] : starts[source + 1]])
        glyf.extend(bytes(-len(glyf) % 4))
        starts.append(len(glyf))
        advances.append(advance)
        bearings.append(bearings[source])
    total = len(advances)
    tables["glyf"] = bytes(glyf)
    tables["loca"] = struct.pack(f">{len(starts)}I", *starts)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *pair) for pair in zip(advances, bearings, strict=True))
    tables["maxp"] = tables["maxp"][:4] + struct.pack(">H", total) + tables["maxp"][6:]
    tables["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", total)
    return _assembled(program[:4], tables)


def _tables(program: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    found = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", program, 12 + 16 * number)
        found[tag.decode("ascii")] = program[offset : offset + length]
    return found


def _starts(tables: Mapping[str, bytes]) -> list[int]:
    """Where each glyph begins in `glyf`, and where the last one ends."""
    loca = tables["loca"]
    if struct.unpack_from(">h", tables["head"], 50)[0] == 1:
        return list(struct.unpack(f">{len(loca) // 4}I", loca))
    return [2 * offset for offset in struct.unpack(f">{len(loca) // 2}H", loca)]


def _metrics(tables: Mapping[str, bytes]) -> tuple[list[int], list[int]]:
    """Advances and left bearings of all glyphs."""
    (long_ones,) = struct.unpack_from(">H", tables["hhea"], 34)
    table = tables["hmtx"]
    pairs = struct.unpack_from(">" + "Hh" * long_ones, table)
    rest = (len(table) - 4 * long_ones) // 2
    advances, bearings = list(pairs[::2]), list(pairs[1::2])
    bearings.extend(struct.unpack_from(f">{rest}h", table, 4 * long_ones))
    advances.extend([advances[-1]] * rest)
    return advances, bearings


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
