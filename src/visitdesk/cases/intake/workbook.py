"""Workbooks: values only, read by calamine in a process of its own, so that a hostile file can hurt nobody else.

The child gets a limit of memory and processor time where the system knows such limits; the time limit holds
everywhere. A child that dies counts as a file that cannot be read. Source: reference security-storage §12.
"""

import multiprocessing
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from multiprocessing.connection import Connection

from visitdesk.cases.intake.sheet import Cell, FileKind, Opened, Sheet
from visitdesk.cases.intake.unpack import refuse_bombs
from visitdesk.errors import BadInput

SECONDS = 60.0
MEMORY_BYTES = 2 * 1024**3
MAX_CELLS = 20_000_000
"""Of all sheets together; 200,000 rows of 100 columns."""

Parse = Callable[[bytes], "tuple[Sheet, ...] | str"]
_MERGE_LIMIT = 200_000


def read_workbook(data: bytes, kind: FileKind, name: str, parse: "Parse | None" = None) -> Opened:
    """All sheets of a workbook.

    Args:
        parse: how the bytes become sheets or the code of a fault; by default in a child process.

    Raises:
        BadInput: a bomb, a password, damage, or too much for the limits.
    """
    if kind is not FileKind.XLS:
        refuse_bombs(data, name)
    found = (parse or in_child)(data)
    if isinstance(found, str):
        raise BadInput(f"intake.{found}", file=name)
    try:
        from_1904 = _counts_from_1904(data, kind)
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError) as error:
        raise BadInput("intake.damaged", file=name) from error
    return Opened(kind=kind, sheets=found, counts_from_1904=from_1904)


def in_child(data: bytes, seconds: float = SECONDS) -> tuple[Sheet, ...] | str:
    """The sheets, or the code of what went wrong; the child never outlives this call."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=_serve, args=(there,), daemon=True)
    child.start()
    there.close()
    try:
        here.send_bytes(data)
        if not here.poll(seconds):
            return "takes_too_long"
        found: tuple[Sheet, ...] | str = here.recv()
    except (EOFError, OSError):
        return "too_large_inside"
    else:
        return found
    finally:
        here.close()
        if child.is_alive():
            child.join(0.2)
        if child.is_alive():
            child.kill()
        child.join()


def _serve(there: Connection) -> None:
    """The child's life: be silent, take the bytes, limit itself, answer once."""
    # The Rust reader and the interpreter tell of a crash on standard error, which belongs to the command's own sentences.
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  # the null device is no path
        os.dup2(nowhere.fileno(), 2)
    data = there.recv_bytes()
    _limit_itself()
    there.send(parse_here(data))
    there.close()


def _limit_itself() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # POSIX only

    limits = ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, int(SECONDS)), (resource.RLIMIT_CORE, 0))
    for what, most in limits:
        # A system that does not know one of these limits still has the time limit of the parent.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def parse_here(data: bytes) -> tuple[Sheet, ...] | str:
    """The sheets, or the code of the fault. Runs in the child; tests call it in place."""
    from python_calamine import CalamineError, PasswordError, load_workbook  # noqa: PLC0415  # costs start-up

    try:
        with load_workbook(BytesIO(data)) as book:
            return _sheets(book)
    except PasswordError:
        return "with_password"
    except MemoryError:
        return "too_large_inside"
    except (CalamineError, OSError, ValueError, OverflowError, zlib.error):
        return "damaged"
    except BaseException as error:
        # The Rust reader reports its own bugs as a PanicException, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        return "damaged"


def _sheets(book: object) -> tuple[Sheet, ...] | str:
    found: list[Sheet] = []
    cells = 0
    for meta in book.sheets_metadata:  # type: ignore[attr-defined]  # calamine's class lives in the child only
        if not str(meta.typ).endswith("WorkSheet"):
            continue
        sheet = book.get_sheet_by_name(meta.name)  # type: ignore[attr-defined]  # as above
        cells += sheet.total_height * max(sheet.width, 1)
        if cells > MAX_CELLS:
            return "too_large_inside"
        found.append(Sheet(name=meta.name, rows=_rows(sheet), is_visible=str(meta.visible).endswith(".Visible")))
    return tuple(found)


def _rows(sheet: object) -> tuple[tuple[Cell, ...], ...]:
    """Rows from the sheet's first on, columns from A on; cells merged downward repeat their value."""
    start = sheet.start  # type: ignore[attr-defined]  # calamine's class
    if start is None:
        return ()
    left: tuple[Cell, ...] = ("",) * start[1]
    rows: list[list[Cell]] = [[*left, *row] for row in sheet.iter_rows()]  # type: ignore[attr-defined]  # as above
    merged = sheet.merged_cell_ranges or []  # type: ignore[attr-defined]  # as above
    own = [any(cell != "" for cell in row) for row in rows]
    for (top, column), (bottom, last_column) in merged[:_MERGE_LIMIT]:
        if column != last_column or top >= len(rows) or column >= len(rows[top]):
            continue
        for row in range(top + 1, min(bottom + 1, len(rows))):
            # A row with nothing of its own is only the lower half of the merged one.
            if own[row] and column < len(rows[row]) and rows[row][column] == "":
                rows[row][column] = rows[top][column]
    return tuple(tuple(row) for row in rows)


def _counts_from_1904(data: bytes, kind: FileKind) -> bool:
    """Whether the workbook says so: `date1904` in its properties, or the record DATEMODE (0x0022) of the old form."""
    if kind is FileKind.XLS:
        return b"\x22\x00\x02\x00\x01\x00" in data and b"\x22\x00\x02\x00\x00\x00" not in data
    if kind is FileKind.ODS:
        return False
    with zipfile.ZipFile(BytesIO(data)) as package:
        head = package.read("xl/workbook.xml")[:65_536]
    return re.search(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"', head) is not None
