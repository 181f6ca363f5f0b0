"""Keeping a paper or a list: ask where, make the bytes on the writer thread, write beside and put in place."""

import csv
import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from visitdesk.errors import Unavailable
from visitdesk.ui.shell.page import Page
from visitdesk.ui.training.due_list import DueLine
from visitdesk.ui.training.words import days_word, state_word


def ask_where(page: Page, name: str, make: Callable[[], bytes]) -> QFileDialog:
    """Ask for a place and write there; the page says so by toast, or shows the fault."""
    dialog = QFileDialog(page, QCoreApplication.translate("Training", "Save as"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # the native one would block F2 while it is open
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.shell.actions.give_to(dialog, only_safety=True)
    dialog.fileSelected.connect(partial(write_there, page, make))
    dialog.open()
    return dialog


def write_there(page: Page, make: Callable[[], bytes], path: str) -> None:
    """Make and write on the writer thread."""
    target = Path(path)
    done = QCoreApplication.translate("Training", "Saved: {name}").format(name=target.name)
    doing = QCoreApplication.translate("Training", "Making the paper…")
    page.ask(partial(_write, make, target), lambda _: page.shell.toast(done), slot="", doing=doing)


def _write(make: Callable[[], bytes], target: Path) -> None:
    data = make()
    beside = target.with_name(target.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as fault:
        raise Unavailable("training.not_written", file=target.name) from fault


def due_table(head: Sequence[str], lines: Sequence[DueLine]) -> bytes:
    """The due list as CSV that a spreadsheet opens rightly (UTF-8 with its mark); no cell is taken for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(head)
    for line in lines:
        due = line.due
        until = "" if due.valid_until is None else due.valid_until.isoformat()
        cells = (due.collector, line.name, due.module, state_word(due.state.value), days_word(due), until)
        writer.writerow([_plain(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
