"""The contact trail: why a visit is considered, every try by every channel, objections and visits in one order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.cases.last_resort import LastResort
from visitdesk.cases.model import Channel, ContactAttempt
from visitdesk.ui.cases.case_model import CaseView
from visitdesk.ui.cases.parts import TimelineRow, clear
from visitdesk.ui.cases.words import (
    CHANNEL_PICTURES,
    channel_word,
    clauses,
    day_text,
    ground_word,
    last_resort_word,
    notice_word,
    role_word_of,
    stamp_text,
    visit_state_word,
)
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Card, Chip, Tag, Text, Wrap, row

FIRST = 12
"""So many events are shown before "show all" is pressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of the trail.

    Attributes:
        kind: a channel, `objection`, `notice` or `request`; the chips filter by it.
    """

    at: datetime
    kind: str
    icon: Icon
    title: str
    note: str = ""


class TrailCard(Panel):
    """The card."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._view: CaseView | None = None
        self._kind = ""
        self._is_whole = False
        self._card = Card(name="case.trail")
        self.say(self._card.set_title, lambda: self.tr("Contact trail"))
        self._card.head.addWidget(ActionButton(shell.actions[Key.LOG_CONTACT]))
        self._finding = Text("", Type.TABLE, wrap=True, name="case.last_resort")
        self._finding_picture = Picture(Icon.INFO, side=18)
        line = row(self._finding_picture, gap=8)
        line.addWidget(self._finding, 1)
        uses = QWidget()
        self._uses = Wrap(uses, gap=6)
        chips = QWidget()
        self._chips = Wrap(chips, gap=6)
        events = QWidget()
        self._events = QVBoxLayout(events)
        self._events.setContentsMargins(0, 0, 0, 0)
        self._events.setSpacing(0)
        self.all_events = Button("", kind="link", name="case.trail.all")
        self.all_events.clicked.connect(self._show_all)
        self._card.body.addLayout(line)
        self._card.add(uses, chips, events, self.all_events)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def show_view(self, view: CaseView) -> None:
        """Another case, or the same with news."""
        if self._view is None or self._view.page.case.id != view.page.case.id:
            self._kind, self._is_whole = "", False
        self._view = view
        self.retranslate()

    def _show_all(self) -> None:
        self._is_whole = True
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._view is None:
            return
        self._say_finding(self._view)
        found = events_of(self._view)
        self._fill_chips(found)
        shown = [one for one in found if self._kind in {"", one.kind}]
        part = shown if self._is_whole else shown[:FIRST]
        clear(self._events)
        for at, one in enumerate(part):
            when = stamp_text(self._shell.local(one.at))
            is_last = at == len(part) - 1
            self._events.addWidget(TimelineRow(one.icon, one.title, when, one.note, is_last=is_last))
        if not part:
            self._events.addWidget(Text(self.tr("Nothing has been tried yet."), Type.BODY, tone="text2"))
        self.all_events.setText(self.tr("Show all %n", "", len(shown)))
        self.all_events.setVisible(len(part) < len(shown))

    def _say_finding(self, view: CaseView) -> None:
        history = view.page.history
        is_shown = history.finding is LastResort.SHOWN
        icon, role = (Icon.CHECKMARK_CIRCLE, "ok") if is_shown else (Icon.WARNING, "warning")
        self._finding_picture.show_icon(icon, role)
        self._finding.setText(last_resort_word(history.finding))
        clear(self._uses)
        for use in history.uses:
            last = day_text(self._shell.local(use.last)) if use.last is not None else ""
            words = clauses(
                self.tr("{channel} {n}").format(channel=channel_word(use.channel), n=use.tries),
                self.tr("reached {n}").format(n=use.reached) if use.reached else "",
                self.tr("last {day}").format(day=last) if last else "",
            )
            tone = "warning" if use.channel in history.missing else "neutral"
            self._uses.addWidget(Tag(words, tone=tone, name=f"case.use.{use.channel.value}"))

    def _fill_chips(self, found: list[Event]) -> None:
        clear(self._chips)
        kinds = list(dict.fromkeys(one.kind for one in found))
        if self._kind not in kinds:
            self._kind = ""
        for kind in ("", *kinds):
            count = len(found) if not kind else sum(one.kind == kind for one in found)
            chip = Chip(self._kind_word(kind), count=count, name=f"case.trail.{kind or 'all'}")
            chip.setChecked(kind == self._kind)
            chip.clicked.connect(_choose(self._choose, kind))
            self._chips.addWidget(chip)

    def _choose(self, kind: str) -> None:
        self._kind = kind
        self.retranslate()

    def _kind_word(self, kind: str) -> str:
        if kind in set(Channel):
            return channel_word(Channel(kind))
        others = {
            "": self.tr("All"),
            "objection": self.tr("Objection"),
            "notice": self.tr("Notice"),
            "request": self.tr("Visit request"),
        }
        return others[kind]


def _choose(choose: Callable[[str], object], kind: str) -> Callable[[], object]:
    return lambda: choose(kind)


def events_of(view: CaseView) -> list[Event]:
    """Everything that happened, youngest first."""
    found = [_attempt(one) for one in view.page.case.trail]
    found += [
        Event(at=one.received_at, kind="objection", icon=Icon.FLAG, title=ground_word(one.ground), note=one.words)
        for one in view.standing.objections
    ]
    found += [
        Event(at=one.sent_at, kind="notice", icon=Icon.MEGAPHONE, title=notice_word(one.kind))
        for one in view.standing.notices
    ]
    found += [
        Event(
            at=one.requested_at,
            kind="request",
            icon=Icon.CALENDAR_ADD,
            title=clauses(f"{one.id} {one.purpose}", visit_state_word(one.state)),
            note=clauses(one.requested_by, one.reason),
        )
        for one in view.page.visits
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _attempt(one: ContactAttempt) -> Event:
    return Event(
        at=one.at,
        kind=one.channel.value,
        icon=CHANNEL_PICTURES[one.channel],
        title=clauses(channel_word(one.channel), reached_word(one)),
        note=one.note,
    )


def reached_word(one: ContactAttempt) -> str:
    """Who was reached, or that nobody was."""
    translate = QCoreApplication.translate
    if one.with_role is not None:
        return translate("CaseTrail", "answered: {who}").format(who=role_word_of(one.with_role))
    if one.reached is None:
        return ""
    return translate("CaseTrail", "borrower reached") if one.reached else translate("CaseTrail", "not reached")
