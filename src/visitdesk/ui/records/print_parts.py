"""The print dialog (copy, where to, Enter prints) and the bar that tells how far a run is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QComboBox, QFrame, QProgressBar, QSpinBox, QWidget
from typing_extensions import override

from visitdesk.records.model import Copy
from visitdesk.records.printing import LeftOut
from visitdesk.ui.records.print_run import PrintRun, Stage
from visitdesk.ui.records.print_target import FolderTarget, PrinterTarget, Target, printers
from visitdesk.ui.records.section import Choice
from visitdesk.ui.records.words import clauses, word
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.folders import ask_folder
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, IconButton, Text, column, row
from visitdesk.ui.shell.wording import told
from visitdesk.wording import sentence


class PrintDialog(Dialog):
    """How many, which copy, where to."""

    def __init__(self, shell: Shell, parent: QWidget, count: int, run: Callable[[Copy, Target], object]) -> None:
        super().__init__(shell, parent, name="print", width=520)
        self._run = run
        self._folder = default_folder()
        self.set_title(lambda: self.tr("Print %n record(s)", "", count))
        self.add_words(lambda: self.tr("In jobs of at most 50, in the background. You can go on working."))
        self.form = Form(name="print.form")
        self.copy = Choice(tuple(Copy), lambda one: word("copy", one), name="print.copy")
        self.where = QComboBox()
        for name in printers():
            self.where.addItem(name)
        self.where.addItem("")
        self.say(lambda words: self.where.setItemText(self.where.count() - 1, words), self._folder_words)
        self.form.add("copy", lambda: self.tr("Copy"), self.copy)
        self.form.add("where", lambda: self.tr("Where to"), self.where)
        self.where.setObjectName("print.where")
        self.body.addWidget(self.form)
        self.choose = Button("", icon=Icon.FOLDER_OPEN, kind="link", name="print.choose")
        self.say(self.choose.setText, lambda: self.tr("Another folder…"))
        self.choose.clicked.connect(lambda: ask_folder(self, self._folder_chosen))
        self.body.addLayout(row(self.choose, 1))
        self.add_button(lambda: self.tr("Cancel"), name="print.cancel")
        self.add_button(lambda: self.tr("Print"), self._done, accent=True, icon=Icon.PRINT, name="print.deed")

    def _folder_words(self) -> str:
        return self.tr("PDF files in the folder {name}").format(name=self._folder.name)

    def _folder_chosen(self, folder: Path) -> None:
        self._folder = folder
        self.where.setItemText(self.where.count() - 1, self._folder_words())
        self.where.setCurrentIndex(self.where.count() - 1)

    def _done(self) -> None:
        is_folder = self.where.currentIndex() == self.where.count() - 1
        target: Target = FolderTarget(self._folder) if is_folder else PrinterTarget(self.where.currentText())
        copy = self.copy.value() or Copy.FILE
        self.accept()
        self._run(copy, target)


def default_folder() -> Path:
    """A folder of ours among the user's documents."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found or ".") / "VisitDesk"


class PrintBar(Spoken, QFrame):
    """How far the run is; pause, go on at a sheet, what was skipped."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("print.bar")
        self.setProperty("surface", "card")
        self.shell = shell
        self.run: PrintRun | None = None
        t = theme()
        self.words = Elided("", Type.BODY, name="print.words")
        self.progress = QProgressBar()
        self.progress.setObjectName("print.progress")
        self.progress.setTextVisible(False)
        self.say(self.progress.setAccessibleName, lambda: self.tr("Printed sheets"))
        self.pause = Button("", icon=Icon.PAUSE, name="print.pause")
        self.say(self.pause.setText, lambda: self.tr("Pause"))
        self.sheet = QSpinBox()
        self.sheet.setObjectName("print.sheet")
        self.sheet.lineEdit().setTextMargins(t.px(8), 0, 0, 0)
        self.say(self.sheet.setAccessibleName, lambda: self.tr("Go on at sheet"))
        self._at = Text("", Type.BODY, tone="text2")
        self.say(self._at.setText, lambda: self.tr("at sheet"))
        self.resume = Button("", icon=Icon.PLAY, name="print.resume")
        self.say(self.resume.setText, lambda: self.tr("Go on"))
        self.skipped = Button("", icon=Icon.WARNING, kind="link", name="print.skipped")
        self.close_button = IconButton(Icon.DISMISS, "", name="print.close")
        self.say(self.close_button.name_it, lambda: self.tr("Close"))
        self.pause.clicked.connect(self._pause)
        self.resume.clicked.connect(self._resume)
        self.skipped.clicked.connect(self._show_skipped)
        self.close_button.clicked.connect(self.hide)
        line = row(self.words, 1, self.skipped, self.resume, self._at, self.sheet, self.pause, self.close_button)
        outer = column(gap=6)
        outer.setContentsMargins(t.px(16), t.px(8), t.px(8), t.px(8))
        outer.addLayout(line)
        outer.addWidget(self.progress)
        self.setLayout(outer)
        self.hide()

    def follow(self, run: PrintRun) -> None:
        """Tell about this run."""
        self.run = run
        run.changed.connect(self.retranslate)
        self.show()
        self.retranslate()

    def _pause(self) -> None:
        if self.run is not None:
            self.run.pause()

    def _resume(self) -> None:
        if self.run is not None:
            chosen, reached = self.sheet.value(), self.run.sheets + 1
            self.run.resume(None if chosen == reached else chosen)

    @override
    def retranslate(self) -> None:
        run = self.run
        if run is None:
            return
        stopped = run.stage in {Stage.PAUSED, Stage.FAILED}
        self.words.setText(self._tell(run))
        self.pause.setVisible(run.is_running)
        has_job = run.of_sheets > 0
        self.resume.setVisible(stopped)
        self.sheet.setVisible(stopped and has_job)
        self._at.setVisible(stopped and has_job)
        self.close_button.setVisible(run.stage is Stage.DONE)
        self.progress.setVisible(run.stage is not Stage.DONE)
        if stopped and has_job:
            self.sheet.setRange(1, run.of_sheets)
            self.sheet.setValue(min(run.of_sheets, run.sheets + 1))
        self.progress.setRange(0, max(1, run.total * 1000))
        part = run.sheets / run.of_sheets if run.of_sheets else 0.0
        self.progress.setValue(round((max(0, run.number - 1) + part) * 1000))
        self.skipped.setText(self.tr("%n record(s) skipped", "", len(run.left_out)))
        self.skipped.setVisible(bool(run.left_out))

    def _tell(self, run: PrintRun) -> str:
        where = self.tr("Job {number} of {total}").format(number=run.number, total=run.total)
        sheets = self.tr("sheet {n} of {all}").format(n=run.sheets, all=run.of_sheets) if run.of_sheets else ""
        if run.stage is Stage.DRAWING:
            return clauses(where, self.tr("being drawn"))
        if run.stage is Stage.PRINTING:
            return clauses(where, sheets)
        if run.stage is Stage.PAUSED:
            return clauses(self.tr("Paused"), where, sheets)
        if run.stage is Stage.FAILED and run.fault is not None:
            return told(run.fault).sentence
        return self.tr("%n record(s) printed and filed.", "", run.printed)

    def _show_skipped(self) -> None:
        if self.run is not None:
            SkippedDialog(self.shell, self.window(), self.run.left_out).open()


class SkippedDialog(Dialog):
    """What was left out of a run, each with its reason."""

    def __init__(self, shell: Shell, parent: QWidget, left_out: tuple[LeftOut, ...]) -> None:
        super().__init__(shell, parent, name="skipped", width=600)
        self.set_title(lambda: self.tr("Records that were not printed"))
        for one in left_out:
            self.add_words(lambda one=one: f"{one.record}  {sentence(one.code, theme().lang, one.facts)}", tone="text")  # type: ignore[misc]
        self.add_button(lambda: self.tr("Close"), accent=True, name="skipped.close")
