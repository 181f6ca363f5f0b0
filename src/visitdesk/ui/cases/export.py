"""Writing what is shown to a file: ask where, make the bytes on the writer thread, write beside and put in place."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from visitdesk.cases.model import HeldEntry
from visitdesk.errors import Unavailable
from visitdesk.ui.cases.import_draft import Read
from visitdesk.ui.shell.page import Page
from visitdesk.wording import Lang


def ask_where(page: Page, name: str, make: Callable[[], bytes]) -> QFileDialog:
    """Ask for a place and write there; the page says so by toast, or shows the fault."""
    dialog = QFileDialog(page, QCoreApplication.translate("Export", "Write to"))
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
    done = QCoreApplication.translate("Export", "Written: {name}").format(name=target.name)
    page.ask(partial(_write, make, target), lambda _: page.shell.toast(done), slot="")


def _write(make: Callable[[], bytes], target: Path) -> None:
    data = make()
    beside = target.with_name(target.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as fault:
        raise Unavailable("cases.not_written", file=target.name) from fault


def held_rows(read: Read, now: datetime, lang: Lang) -> bytes:
    """The rows of a reading that would be held back, as the quarantine exports them."""
    from visitdesk.cases.intake.export import as_xlsx  # noqa: PLC0415  # costs start-up

    entries = [
        HeldEntry(
            id="",
            file_name=read.reading.name,
            file_sha256=read.reading.sha256,
            row=one.row,
            cells=one.cells,
            faults=tuple(
                (fault.field, fault.code, tuple((key, str(value)) for key, value in fault.facts.items()))
                for fault in one.faults
            ),
            digest=one.digest,
            held_at=now,
        )
        for one in read.taken.held
    ]
    return as_xlsx(entries, lang)
