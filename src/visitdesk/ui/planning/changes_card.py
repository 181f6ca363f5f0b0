"""The card beside the map that lists what a proposed plan would change, with ✓ and ✗ for each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.planning.model import Reason
from visitdesk.ui.planning.changes import ChangeKind, PlanChange
from visitdesk.ui.planning.words import clock, reason_short, team_word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Elided, IconButton, Scroll, Tag

MOST_ROWS = 60
"""Rows shown; taking all takes the others too."""


def kind_word(kind: ChangeKind) -> str:
    """`换组`."""
    words = {
        ChangeKind.NEW: QCoreApplication.translate("Plan", "added"),
        ChangeKind.TEAM: QCoreApplication.translate("Plan", "team"),
        ChangeKind.OUT: QCoreApplication.translate("Plan", "out"),
        ChangeKind.TIME: QCoreApplication.translate("Plan", "time"),
    }
    return words[kind]


def effect_words(change: PlanChange) -> str:
    """Where from and where to."""
    old = f"{team_word(change.old_team)} {clock(change.old_start)}" if change.old_start is not None else ""
    new = f"{team_word(change.team)} {clock(change.start)}" if change.start is not None else ""
    if change.kind is ChangeKind.TIME:
        return f"{clock(change.old_start or 0)} → {clock(change.start or 0)}"
    pool = QCoreApplication.translate("Plan", "pool")
    return f"{old or pool} → {new or pool}"


class ChangesCard(Spoken, Card):
    """Rows of changes.

    Signals:
        taken: payload str, visit whose change is taken alone. refused: likewise not wanted.
        all_taken: the whole rest. chosen: payload str, a row was clicked.
    """

    taken = Signal(str)
    refused = Signal(str)
    all_taken = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(name="plan.changes")
        t = theme()
        self.body.setContentsMargins(t.px(12), t.px(10), t.px(8), t.px(10))
        self.title.show()
        self._all = Button(kind="link", name="changes.all")
        self.say(self._all.setText, lambda: self.tr("Take all"))
        self._all.clicked.connect(self.all_taken)
        self.head.addWidget(self._all)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, t.px(4), 0)
        self._rows.setSpacing(t.px(6))
        self.add(Scroll(inside, name="changes.rows"), stretch=1)
        self._shown: tuple[tuple[PlanChange, str], ...] = ()

    def show_changes(self, found: Sequence[tuple[PlanChange, str]]) -> None:
        """Other rows, each with the visit's short name."""
        self._shown = tuple(found)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Changes  {n}").format(n=len(self._shown)))
        self._all.setVisible(bool(self._shown))
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for change, name in self._shown[:MOST_ROWS]:
            self._rows.addWidget(self._row(change, name))
        self._rows.addStretch(1)

    def _row(self, change: PlanChange, name: str) -> QWidget:
        t = theme()
        row = QFrame()
        row.setProperty("surface", "sunken")
        row.setObjectName(f"change.{change.visit}")
        line = QHBoxLayout(row)
        line.setContentsMargins(t.px(8), t.px(4), t.px(4), t.px(4))
        line.setSpacing(t.px(8))
        line.addWidget(Tag(kind_word(change.kind), tone="accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(name, Type.TABLE))
        words.addWidget(Elided(effect_words(change), Type.SMALL, tone="text2"))
        line.addLayout(words, 1)
        why = self._why(change)
        if why:
            line.addWidget(Elided(why, Type.SMALL, tone="text3"))
        else:
            yes = IconButton(Icon.CHECKMARK, self.tr("Take: {name}").format(name=name), name=f"take.{change.visit}")
            yes.clicked.connect(partial(self.taken.emit, change.visit))
            line.addWidget(yes)
        if change.kind is not ChangeKind.TIME:
            no = IconButton(Icon.DISMISS, self.tr("Refuse: {name}").format(name=name), name=f"refuse.{change.visit}")
            no.clicked.connect(partial(self.refused.emit, change.visit))
            line.addWidget(no)
        return row

    def _why(self, change: PlanChange) -> str:
        if change.refusal is None:
            return ""
        if isinstance(change.refusal, Reason):
            return reason_short(change.refusal)
        return self.tr("follows")
