"""Two versions of a record side by side: lines that differ, what went with − and what came with +, in colour and sign."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.records.model import Record
from visitdesk.ui.records.tell import Mark, differences
from visitdesk.ui.records.words import moment_of, zone_of
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Scroll, Text, row

SIGNS = {Mark.GONE: "−", Mark.NEW: "+"}
"""The sign stands before every changed stretch: colour alone tells nobody who cannot see it."""


class CompareDialog(Dialog):
    """The versions of one record."""

    def __init__(self, shell: Shell, parent: QWidget, record: Record, name_of: Callable[[str], str]) -> None:
        super().__init__(shell, parent, name="compare", width=1000)
        self._record, self._name_of = record, name_of
        self.set_title(lambda: self.tr("Versions of record {number}").format(number=record.id))
        self.before, self.after = QComboBox(), QComboBox()
        for box, name in ((self.before, "before"), (self.after, "after")):
            box.setObjectName(f"compare.{name}")
            for revision in record.revisions:
                box.addItem(self._words(revision.number))
        self.say(self.before.setAccessibleName, lambda: self.tr("Earlier version"))
        self.say(self.after.setAccessibleName, lambda: self.tr("Later version"))
        self.before.setCurrentIndex(max(0, len(record.revisions) - 2))
        self.after.setCurrentIndex(len(record.revisions) - 1)
        self.before.currentIndexChanged.connect(self._show)
        self.after.currentIndexChanged.connect(self._show)
        heads = row(self.before, self.after, gap=16)
        heads.setStretch(0, 1)
        heads.setStretch(1, 1)
        self.body.addLayout(heads)
        self.reason = Text("", Type.BODY, tone="text2", wrap=True, name="compare.reason")
        self.body.addWidget(self.reason)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll(holder, name="compare.scroll")
        scroll.setMinimumHeight(theme().px(320))
        self.body.addWidget(scroll, 1)
        self.add_button(lambda: self.tr("Close"), accent=True, name="compare.close")
        self._table: QWidget | None = None
        self._show()

    def _words(self, number: int) -> str:
        revision = self._record.revisions[number - 1]
        at = moment_of(revision.at, zone_of(self._record.facts.time_zone))
        return self.tr("Version {n}, {at}, {who}").format(n=number, at=at, who=self._name_of(revision.by))

    @override
    def retranslate(self) -> None:
        if hasattr(self, "_column"):
            for box in (self.before, self.after):
                for at in range(box.count()):
                    box.setItemText(at, self._words(at + 1))
            self._show()

    @override
    def restyle(self) -> None:
        if hasattr(self, "_table"):
            self._show()

    def _show(self) -> None:
        record = self._record
        earlier, later = (record.revisions[box.currentIndex()] for box in (self.before, self.after))
        why = self.tr("Reason of the correction: {reason}").format(reason=later.reason) if later.reason else ""
        self.reason.setText(why)
        self.reason.setVisible(bool(why))
        if self._table is not None:
            self._table.hide()
            self._column.removeWidget(self._table)
            self._table.deleteLater()
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(10))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        found = differences(record.facts, earlier.content, later.content)
        for at, one in enumerate(found):
            grid.addWidget(Text(one.label, Type.TABLE, tone="text2"), 2 * at, 0, 1, 2)
            grid.addWidget(_side(one.before, "before"), 2 * at + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_side(one.after, "after"), 2 * at + 1, 1, Qt.AlignmentFlag.AlignTop)
        if not found:
            grid.addWidget(Text(self.tr("These two versions are the same."), Type.BODY, tone="text2"), 0, 0)
        self._column.insertWidget(0, self._table)
        while self._column.count() > 1:
            self._column.takeAt(1)
        self._column.addStretch(1)


def _side(stretches: tuple[tuple[Mark, str], ...], name: str) -> QLabel:
    """The words of one side; everything from the record is escaped before it becomes marked text."""
    c = theme().tokens
    inks = {Mark.GONE: (c.error, c.error_bg, "line-through"), Mark.NEW: (c.ok, c.ok_bg, "none")}
    parts = []
    for mark, words in stretches:
        text = escape(words).replace("\n", "<br>")
        if mark is Mark.SAME:
            parts.append(text)
            continue
        ink, back, line = inks[mark]
        style = f"color:{ink};background-color:{back};text-decoration:{line}"
        parts.append(f'<span style="color:{ink}"><b>{SIGNS[mark]}</b></span><span style="{style}">{text}</span>')
    label = QLabel("".join(parts) or "—")
    label.setObjectName(f"compare.side.{name}")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setProperty("kind", Type.BODY.value)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("signs", "".join(SIGNS[mark] for mark, _ in stretches if mark in SIGNS))
    return label
