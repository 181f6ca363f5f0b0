"""Dialogs of a record: a reason for sending back or correcting, an objection, a piece of evidence."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QTimeEdit, QWidget

from visitdesk.compliance.model import ObjectionGround
from visitdesk.people.model import CollectorId
from visitdesk.records.model import EvidenceKind, VisitFacts
from visitdesk.ui.records.section import Choice, WordsBox
from visitdesk.ui.records.words import word, zone_of
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
SOUNDS = (".m4a", ".mp3", ".wav", ".aac", ".ogg", ".amr")


class ReasonDialog(Dialog):
    """Asks for a reason, hands it on when it is not empty."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        *,
        name: str,
        title: Callable[[], str],
        why: Callable[[], str],
        deed: Callable[[], str],
        run: Callable[[str], object],
    ) -> None:
        super().__init__(shell, parent, name=name)
        self._run = run
        self.set_title(title)
        self.add_words(why)
        self.form = Form(name=f"{name}.form")
        self.reason = WordsBox(name=f"{name}.reason", least=3, most=6)
        self.form.add("reason", lambda: self.tr("Reason"), self.reason, required=True)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name=f"{name}.cancel")
        self.add_button(deed, self._done, accent=True, name=f"{name}.deed")

    def _done(self) -> None:
        reason = self.reason.words().strip()
        if self.form.show_faults({} if reason else {"reason": self.tr("Say why: it stays with the record.")}):
            self.accept()
            self._run(reason)


class ObjectionDialog(Dialog):
    """An objection in the borrower's words: entered, all visits to the case are held."""

    def __init__(
        self, shell: Shell, parent: QWidget, words: str, run: Callable[[ObjectionGround, str], object]
    ) -> None:
        super().__init__(shell, parent, name="objection", width=560)
        self._run = run
        self.set_title(lambda: self.tr("Enter the objection"))
        self.add_words(
            lambda: self.tr(
                "All visits to this case stop at once, until the objection is answered and two people agree."
            )
        )
        self.form = Form(name="objection.form")
        self.ground = Choice(tuple(ObjectionGround), self._ground, name="objection.ground")
        self.words = WordsBox(name="objection.words", least=4, most=8)
        self.words.set_words(words)
        self.form.add("ground", lambda: self.tr("What is said to be wrong"), self.ground, required=True)
        self.form.add("words", lambda: self.tr("In the borrower's own words"), self.words, required=True)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name="objection.cancel")
        self.add_button(lambda: self.tr("Enter and hold visits"), self._done, accent=True, name="objection.deed")

    def _ground(self, ground: ObjectionGround) -> str:
        return {
            ObjectionGround.NOT_ME: self.tr("Wrong person"),
            ObjectionGround.NO_DEBT: self.tr("There is no debt"),
            ObjectionGround.AMOUNT: self.tr("The sum"),
            ObjectionGround.PAID: self.tr("It is paid"),
            ObjectionGround.FRAUD: self.tr("Fraud by somebody else"),
            ObjectionGround.TIME_BARRED: self.tr("Time-barred"),
            ObjectionGround.HARASSMENT: self.tr("Conduct of collectors"),
            ObjectionGround.OTHER: self.tr("Something else"),
        }[ground]

    def _done(self) -> None:
        words = self.words.words()
        faults = {} if words.strip() else {"words": self.tr("Write down what was said.")}
        if self.form.show_faults(faults):
            self.accept()
            self._run(self.ground.value() or ObjectionGround.OTHER, words)


class EvidenceDialog(Dialog):
    """What a file shows, when it was taken and by whom."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        file: Path,
        facts: VisitFacts,
        run: Callable[[EvidenceKind, str, datetime, CollectorId], object],
    ) -> None:
        super().__init__(shell, parent, name="evidence", width=560)
        self._run, self._facts = run, facts
        self.set_title(lambda: self.tr("Add evidence"))
        self.add_words(
            lambda: self.tr("{name}. The original is stored encrypted; its hash proves it.").format(name=file.name)
        )
        self.form = Form(columns=2, name="evidence.form")
        self.kind = Choice(tuple(EvidenceKind), lambda one: word("evidence", one), name="evidence.kind")
        self.kind.choose(kind_of(file))
        self.caption = QLineEdit()
        taken = facts.planned[0].astimezone(zone_of(facts.time_zone))
        arrived = min((at for _, said, at in facts.check_ins if said == "arrived"), default=None)
        wall = arrived.astimezone(zone_of(facts.time_zone)) if arrived else taken
        self._day = wall.date()
        self.at = QTimeEdit(QTime(wall.hour, wall.minute))
        self.at.setDisplayFormat("HH:mm")
        self.by = QComboBox()
        for member in facts.team:
            self.by.addItem(member.name)
        self.form.add(
            "caption",
            lambda: self.tr("What it shows"),
            self.caption,
            required=True,
            span=2,
            hint=lambda: self.tr("No people, nothing inside the home."),
        )
        self.form.add("kind", lambda: self.tr("Kind"), self.kind)
        self.form.add("at", lambda: self.tr("Taken at"), self.at)
        self.form.add("by", lambda: self.tr("Taken by"), self.by)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name="evidence.cancel")
        self.add_button(lambda: self.tr("Add"), self._done, accent=True, icon=Icon.ATTACH, name="evidence.deed")

    def _done(self) -> None:
        caption = self.caption.text().strip()
        if not self.form.show_faults({} if caption else {"caption": self.tr("Say what it shows.")}):
            return
        zone = zone_of(self._facts.time_zone)
        wall = time(self.at.time().hour(), self.at.time().minute())
        at = datetime.combine(self._day, wall, zone).astimezone(UTC)
        by = self._facts.team[self.by.currentIndex()].id
        self.accept()
        self._run(self.kind.value() or EvidenceKind.PAPER, caption, at, by)


def kind_of(file: Path) -> EvidenceKind:
    """What a file most likely is, by its ending."""
    if file.suffix.lower() in SOUNDS:
        return EvidenceKind.SOUND
    return EvidenceKind.PHOTO


def ask_file(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
    """Choose a file with Qt's own dialog: the system's would block F2."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("evidence.file")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilters([" ".join(f"*{ending}" for ending in (*PICTURES, *SOUNDS)), "*"])
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()
