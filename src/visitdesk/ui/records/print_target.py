"""Where printed sheets go: files in a folder, or a printer that gets the sheets as pictures one by one."""

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from visitdesk.errors import Unavailable

DOTS = 200
"""Dots an inch of a printed sheet: CJK text is crisp, and a page is drawn in a tenth of a second."""
SHEET_WIDTH = round(210 / 25.4 * DOTS)


class Target(Protocol):
    """Takes sheets.

    Attributes:
        by_sheet: wants pictures page by page; else the whole file at once.
    """

    by_sheet: bool

    def whole(self, name: str, data: bytes) -> None:
        """Take a whole file; called on a worker thread.

        Raises:
            Unavailable: it cannot be written.
        """
        ...

    def begin(self, name: str) -> None:
        """A job begins; on the GUI thread, like the two below."""
        ...

    def sheet(self, picture: bytes) -> None:
        """One sheet, as PNG."""
        ...

    def end(self) -> None:
        """The job is complete, or paused: what was handed over is printed."""
        ...


class FolderTarget:
    """Writes each job as a file, whole or not at all."""

    by_sheet = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def whole(self, name: str, data: bytes) -> None:
        """Write it beside its place first."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.folder, prefix=f".{name}.", delete=False) as part:
                part.write(data)
            Path(part.name).replace(self.folder / name)
        except OSError as error:
            raise Unavailable("door.unwritable", file=name) from error

    def begin(self, name: str) -> None:
        """Files come whole."""

    def sheet(self, picture: bytes) -> None:
        """Files come whole."""

    def end(self) -> None:
        """Files come whole."""


class PrinterTarget:
    """A printer of the system; each job is one print job."""

    by_sheet = True

    def __init__(self, name: str) -> None:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415  # when somebody prints

        info = QPrinterInfo.printerInfo(name)
        self._printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._printer.setFullPage(True)
        self._printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        self._painter: QPainter | None = None
        self._is_fresh = True

    def whole(self, name: str, data: bytes) -> None:
        """Printers get sheets."""

    def begin(self, name: str) -> None:
        """Open a print job of that name.

        Raises:
            Unavailable: the printer takes none.
        """
        self._printer.setDocName(name)
        painter = QPainter()
        if not painter.begin(self._printer):
            raise Unavailable("documents.printer_refuses", name=self._printer.printerName())
        self._painter, self._is_fresh = painter, True

    def sheet(self, picture: bytes) -> None:
        """Paint one sheet over the whole page."""
        if self._painter is None:
            return
        if not self._is_fresh:
            self._printer.newPage()
        self._is_fresh = False
        image = QImage.fromData(picture)
        page = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(QRect(0, 0, page.width(), page.height()), image)

    def end(self) -> None:
        """Hand the job to the system."""
        if self._painter is not None:
            self._painter.end()
            self._painter = None


def printers() -> list[str]:
    """Names of the printers there are, the default one first."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415  # when somebody prints

    names = [str(name) for name in QPrinterInfo.availablePrinterNames()]
    default = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != default, name))
