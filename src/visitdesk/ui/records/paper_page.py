"""The paper of a record as it will be printed: the preview is the PDF itself, one picture a page, for each reader."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.changed import Changed, Subject
from visitdesk.records.model import Copy, RecordId, RecordState
from visitdesk.ui.records.print_parts import PrintBar, PrintDialog
from visitdesk.ui.records.print_run import PrintRun
from visitdesk.ui.records.print_target import FolderTarget, Target
from visitdesk.ui.records.words import clauses, word
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.jobs import Cancel
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Scroll

if TYPE_CHECKING:
    from visitdesk.records.model import Record
    from visitdesk.ui.records.ports import RecordsBranch

PAGE_WIDTH = 820


class PaperPage(Page):
    """Preview, print and export of one record."""

    def __init__(self, shell: Shell, branch: "RecordsBranch") -> None:
        super().__init__(shell, name="records/paper")
        self._branch = branch
        self._record: Record | None = None
        self._count = 0
        self._shown: tuple[bytes, ...] = ()
        self._drawing: Cancel | None = None
        self.show_back(self._go_back)
        for copy in Copy:
            self.add_filter(copy.value, lambda copy=copy: word("copy", copy))  # type: ignore[misc]
        self.filter_changed.connect(lambda _: self._draw())
        self.bind(Key.EXPORT, self._export, words=lambda: self.tr("Export this copy"), reason=self._why_not)
        self.bind(Key.PRINT, self._print, words=lambda: self.tr("Print"), reason=self._why_not)
        self.add_deed(Key.EXPORT)
        self.add_deed(Key.PRINT, accent=True)
        inside = QWidget()
        self._pages = QVBoxLayout(inside)
        self._pages.setSpacing(theme().px(12))
        self._pages.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.set_content(Scroll(inside, name="paper.scroll"))
        self._bar = PrintBar(shell)
        self.set_footer(self._bar)

    # --- reading ------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None:
            number, desk = RecordId(selection.id), self._branch.records
            self.ask(lambda: desk.record(number), self._show, doing=self.tr("Reading the record…"))

    @override
    def on_changed(self, changed: Changed) -> None:
        if self._record is not None and self._record.id in changed.ids(Subject.RECORD):
            self.opened(Selection(kind="record", id=self._record.id))

    @override
    def retranslate(self) -> None:
        if getattr(self, "_record", None) is not None:
            self._say()
            self._draw()

    def _show(self, record: "Record") -> None:
        self._record = record
        self._say()
        self.shell.actions.refresh()
        self._draw()

    def _say(self) -> None:
        record = self._record
        if record is None:
            return
        self.title.setText(self.tr("Paper of record {number}").format(number=record.id))
        pages = self.tr("%n page(s)", "", self._count) if self._count else ""
        self.subtitle.setText(clauses(record.facts.borrower, word("state", record.state), pages))

    def _draw(self) -> None:
        """The chosen copy in the language of the window: read by the writer, drawn beside it."""
        record, actor, prints = self._record, self.shell.actor, self._branch.prints
        if record is None or actor is None:
            return
        copy, lang = self._copy(), theme().lang
        number, width = record.id, round(theme().px(PAGE_WIDTH) * self.devicePixelRatioF())

        def pictures(draw: object) -> None:
            def work(_: Cancel) -> tuple[bytes, ...]:
                return prints.pages(draw(), width)  # type: ignore[operator]

            if self._drawing is not None:
                self._drawing()
            self.loading.begin(self.tr("Drawing the paper…"), can_cancel=False)
            self._drawing = self.shell.jobs.compute(work, done=self._drawn, failed=self._not_drawn)

        self.ask(lambda: prints.preview(actor, number, copy, lang), pictures, doing=self.tr("Drawing the paper…"))

    def _copy(self) -> Copy:
        return Copy(self.filter() or Copy.FILE.value)

    def _not_drawn(self, fault: Exception) -> None:
        self.loading.end()
        self._drawn(())
        self.show_fault(fault)

    def _drawn(self, pictures: tuple[bytes, ...]) -> None:
        self.loading.end()
        self._shown = pictures
        while (item := self._pages.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, one in enumerate(pictures, 1):
            self._pages.addWidget(self._sheet(number, one), 0, Qt.AlignmentFlag.AlignHCenter)
        self._count = len(pictures)
        self._say()

    def _sheet(self, number: int, picture: bytes) -> QLabel:
        ratio = self.devicePixelRatioF()
        image = QImage.fromData(picture)
        image.setDevicePixelRatio(ratio)
        label = QLabel()
        label.setObjectName(f"paper.page{number}")
        label.setPixmap(QPixmap.fromImage(image))
        label.setFixedSize(QSize(round(image.width() / ratio), round(image.height() / ratio)))
        label.setAccessibleName(self.tr("Page {number}").format(number=number))
        return label

    @property
    def pages_shown(self) -> tuple[bytes, ...]:
        """The pictures on screen, PNG."""
        return self._shown

    # --- deeds --------------------------------------------------------------------------------------------------

    def _why_not(self) -> str | None:
        record = self._record
        if record is None or record.state is not RecordState.FINAL:
            return self.tr("Only an accepted record is printed or handed out; this is a draft to look at.")
        return None

    def _go_back(self) -> None:
        if self._record is not None:
            self.shell.go("records/record", Selection(kind="record", id=self._record.id))

    def _print(self) -> None:
        dialog = PrintDialog(self.shell, self, 1, self._run)
        dialog.copy.choose(self._copy())
        dialog.open()

    def _run(self, copy: Copy, target: Target) -> None:
        record = self._record
        if record is not None:
            run = PrintRun(self.shell, self._branch.prints, [record.id], copy, target, self.shell.clock.now())
            run.filed.connect(self.shell.announce)
            self._bar.follow(run)
            run.start()

    def _export(self) -> None:
        record = self._record
        if record is None:
            return
        dialog = QFileDialog(self, self.tr("Export this copy"))
        dialog.setObjectName("paper.file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setNameFilters(["*.pdf"])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{record.id}-{self._copy().value}.pdf")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, file: Path) -> None:
        """Draw the sealed copy, enter it in the register, write it."""
        record, actor, desk = self._record, self.shell.actor, self._branch.records
        if record is None or actor is None:
            return
        copy, lang, number = self._copy(), theme().lang, record.id

        def work() -> Changed:
            drawn = desk.draw_copy(actor, number, copy, lang)
            FolderTarget(file.parent).whole(file.name, drawn.data)
            return drawn.changed

        said = self.tr("{copy} written to {name}.").format(copy=word("copy", copy), name=file.name)
        self.do(work, doing=self.tr("Drawing the paper…"), done=lambda: self.shell.toast(said))
