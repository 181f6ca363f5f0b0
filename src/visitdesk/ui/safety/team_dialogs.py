"""Dialogs on a team: change who goes, and the log of its visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from typing_extensions import override

from visitdesk.people.model import CollectorId
from visitdesk.safety.visit_log import LogEntry
from visitdesk.ui.safety.deed_dialog import DeedDialog
from visitdesk.ui.safety.picture import Dossier, TeamTile
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import team_label
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.table import Column, Table
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Text
from visitdesk.wording import sentence


class TeamDialog(DeedDialog):
    """Change of team: who leaves is watched until his own "safe"."""

    def __init__(self, watcher: Watcher, parent: QWidget | None, tile: TeamTile) -> None:
        super().__init__(watcher, parent, name="safety.team", width=480)
        self._tile = tile
        dossier = watcher.picture.dossier
        self.set_title(lambda: self.tr("Change of team: {team}").format(team=team_label(tile)))
        self.add_words(lambda: self.tr("Who leaves stays under watch until he says himself that he is safe."))
        self.leaves: dict[CollectorId, QCheckBox] = {}
        members = [one.collector for one in tile.people if one.is_member]
        for collector in members:
            box = QCheckBox(self.tr("{who} leaves").format(who=dossier.name(collector)))
            box.setObjectName(f"team.leaves.{collector}")
            self.leaves[collector] = box
            self.body.addWidget(box)
        self.joins = QComboBox()
        self.joins.setObjectName("team.joins")
        self.joins.addItem(self.tr("nobody"), "")
        for collector, someone in sorted(dossier.people.items(), key=lambda pair: pair[1].name):
            if collector not in members:
                self.joins.addItem(someone.name, collector)
        self.form = Form(name="team.form")
        self.form.add("joins", lambda: self.tr("Joins"), self.joins)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name="safety.team.cancel")
        self.add_button(lambda: self.tr("Change team"), self._go, accent=True, name="team.deed")

    def _go(self) -> None:
        actor, visit = self.shell.actor, self._tile.visit
        leaves = [collector for collector, box in self.leaves.items() if box.isChecked()]
        joins = [CollectorId(str(self.joins.currentData()))] if self.joins.currentData() else []
        if not leaves and not joins:
            self.form.show_faults({"joins": self.tr("Say who leaves or who joins.")})
            return
        if actor is not None and visit is not None:
            watch = self.watcher.rooms.watch
            self.do(lambda: watch.change_team(actor, visit=visit, leaves=leaves, joins=joins))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One line of a log as screens show it."""

    nth: int
    at: datetime
    time: str
    words: str


def log_lines(entries: Sequence[LogEntry], watcher: Watcher) -> tuple[LogLine, ...]:
    """The log of a visit in words, newest first, names in place of numbers."""
    dossier, local, lang = watcher.picture.dossier, watcher.shell.local, theme().lang
    lines: list[LogLine] = []
    shown = [entry for entry in entries if not (entry.is_restricted and watcher.hides_duress)]
    for nth, entry in enumerate(shown):
        facts = {name: _told(name, value, dossier, watcher) for name, value in entry.facts.items()}
        words = sentence(f"safety.{entry.rule.replace('.', '_')}", lang, facts)
        note = str(entry.facts.get("note") or "")
        if note and note not in words:
            words = f"{words} {note}"
        line = LogLine(nth=nth, at=entry.at, time=f"{local(entry.at):%H:%M:%S}", words=words)
        if not lines or (lines[-1].time, lines[-1].words) != (line.time, line.words):  # a pair's alarms say it twice
            lines.append(line)
    return tuple(reversed(lines))


def _told(name: str, value: object, dossier: Dossier, watcher: Watcher) -> object:
    if name == "collector" and isinstance(value, str):
        return dossier.name(CollectorId(value))
    if name in {"by", "owner", "giver"} and isinstance(value, str):
        return "、".join(dossier.officers[one].name if one in dossier.officers else one for one in value.split("、"))  # type: ignore[index]  # ids in a log are plain text
    if name == "team" and isinstance(value, str):
        return "、".join(dossier.name(CollectorId(one)) for one in value.split("、"))
    if isinstance(value, datetime):
        return f"{watcher.shell.local(value):%H:%M}"
    if name == "minute" and isinstance(value, float):
        return f"{value:g}"
    return value


class LogDialog(DeedDialog):
    """Everything that happened on the visit a team is at."""

    def __init__(self, watcher: Watcher, parent: QWidget | None, tile: TeamTile) -> None:
        super().__init__(watcher, parent, name="safety.log", width=720)
        self.set_title(lambda: self.tr("Log of the visit: {team}").format(team=team_label(tile)))
        columns: tuple[Column[LogLine], ...] = (
            Column(key="time", title=lambda: self.tr("Time"), text=lambda one: one.time, width=84),
            Column(key="words", title=lambda: self.tr("What happened"), text=lambda one: one.words, stretch=True),
        )
        self.table: Table[LogLine] = Table(
            columns, lambda one: str(one.nth), name="safety.log.table", label=lambda: self.tr("Log"), dense=True
        )
        self.table.setMinimumHeight(theme().px(320))
        self.body.addWidget(self.table)
        self.empty = Text("", tone="text2", name="safety.log.empty")
        self.body.addWidget(self.empty)
        self.empty.hide()
        self.add_button(lambda: self.tr("Close"), name="safety.log.close")
        visit, watch = tile.visit, watcher.rooms.watch
        if visit is not None:
            self.shell.jobs.run(lambda: watch.visit_log(visit), done=self._show, failed=self.show_fault)

    def _show(self, entries: tuple[LogEntry, ...]) -> None:
        self.table.set_rows(log_lines(entries, self.watcher))
        self.empty.setText("" if entries else self.tr("Nothing has happened yet."))
        self.empty.setVisible(not entries)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
