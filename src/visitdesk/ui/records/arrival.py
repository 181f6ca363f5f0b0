"""Arrival and departure as the check-ins tell them; a change by hand asks why."""

from dataclasses import replace
from datetime import UTC, datetime, time

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import QGridLayout, QLineEdit, QTimeEdit, QWidget
from typing_extensions import override

from visitdesk.records.beginning import heard_times
from visitdesk.records.model import Content, Shown, Times, VisitFacts
from visitdesk.ui.records.section import Labelled, Section
from visitdesk.ui.records.words import clock_of, joined, zone_of
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text


class ArrivalSection(Section):
    """When the team came and went, who it was, whether it showed its badges."""

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "On site"), name="arrival")
        self._facts: VisitFacts | None = None
        self._content = Content()
        self._hint = Text("", Type.SMALL, tone="text2")
        self.head.addWidget(self._hint)
        self.arrived, self.left = _clock("arrived"), _clock("left")
        self.team = _still("team")
        self.badges = _still("badges")
        self.reason = QLineEdit()
        self.reason.setObjectName("record.times_reason")
        self.reason.textEdited.connect(self.touched)
        for edit in (self.arrived, self.left):
            edit.timeChanged.connect(self._changed)
        self._why = Labelled(lambda: self.tr("Why the times differ from the check-ins"), self.reason, required=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(10))
        fields: tuple[QWidget, ...] = (
            Labelled(lambda: self.tr("Arrived"), self.arrived),
            Labelled(lambda: self.tr("Left"), self.left),
            Labelled(lambda: self.tr("Collectors"), self.team),
            Labelled(lambda: self.tr("Badges shown"), self.badges),
        )
        for at, field in enumerate(fields):
            grid.addWidget(field, 0, at)
            grid.setColumnStretch(at, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self._why)

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self._facts, self._content = facts, content
        zone = zone_of(facts.time_zone)
        for edit, instant in ((self.arrived, content.times.arrived), (self.left, content.times.left)):
            wall = instant.astimezone(zone) if instant is not None else None
            edit.setTime(QTime(wall.hour, wall.minute) if wall else edit.minimumTime())
            edit.setProperty("known", wall is not None)
        self.team.setText(joined(member.name for member in facts.team))
        self.team.setCursorPosition(0)
        if self.reason.text() != content.times.reason:
            self.reason.setText(content.times.reason)
        self._say()

    @override
    def retranslate(self) -> None:
        if self._facts is not None:
            self.team.setText(joined(member.name for member in self._facts.team))
            self._say()

    def _say(self) -> None:
        facts, content = self._facts, self._content
        if facts is None:
            return
        by_hand = not content.times.from_check_ins
        self._why.setVisible(by_hand)
        heard = heard_times(facts)
        known = clock_of(heard.arrived, zone_of(facts.time_zone)), clock_of(heard.left, zone_of(facts.time_zone))
        self._hint.setText(
            self.tr("Check-ins: {arrived} to {left}").format(arrived=known[0], left=known[1])
            if by_hand
            else self.tr("From the check-ins; a change asks why")
        )
        shown = dict(content.shown).get(Shown.WORK_BADGES)
        self.badges.setText(
            self.tr("Yes, {at}").format(at=clock_of(shown, zone_of(facts.time_zone))) if shown else self.tr("Not told")
        )

    def _changed(self) -> None:
        if self.is_filling:
            return
        for edit in (self.arrived, self.left):
            if edit is self.sender():
                edit.setProperty("known", True)
        self._content = self.into(self._content)
        self._say()
        self.touched()

    @override
    def into(self, content: Content) -> Content:
        facts = self._facts
        if facts is None:
            return content
        heard = heard_times(facts)
        arrived = self._instant(self.arrived, facts, heard.arrived)
        left = self._instant(self.left, facts, heard.left)
        from_check_ins = (arrived, left) == (heard.arrived, heard.left)
        reason = "" if from_check_ins else self.reason.text()
        return replace(content, times=Times(arrived=arrived, left=left, from_check_ins=from_check_ins, reason=reason))

    def _instant(self, edit: QTimeEdit, facts: VisitFacts, heard: datetime | None) -> datetime | None:
        """The instant on screen; seconds of the check-in stay where the minute is the same."""
        if not edit.property("known"):
            return None
        zone = zone_of(facts.time_zone)
        wall = time(edit.time().hour(), edit.time().minute())
        if heard is not None and (heard.astimezone(zone).hour, heard.astimezone(zone).minute) == (
            wall.hour,
            wall.minute,
        ):
            return heard
        day = (heard or facts.planned[0]).astimezone(zone).date()
        return datetime.combine(day, wall, zone).astimezone(UTC)

    @override
    def widget_of(self, field: str) -> QWidget | None:
        if field != "times":
            return None
        return self.reason if self._why.isVisible() and not self.reason.text().strip() else self.arrived


def _clock(name: str) -> QTimeEdit:
    edit = QTimeEdit()
    edit.setObjectName(f"record.{name}")
    edit.setDisplayFormat("HH:mm")
    edit.setFixedHeight(theme().px(32))
    edit.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
    return edit


def _still(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(f"record.{name}")
    line.setReadOnly(True)
    return line
