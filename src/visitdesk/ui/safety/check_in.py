"""The phoned check-in: who, at which stop, and one big button for what he says. The deed of the watch done most often."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QSizePolicy, QTimeEdit, QWidget
from typing_extensions import override

from visitdesk.cases.model import VisitId
from visitdesk.changed import Changed
from visitdesk.people.model import CollectorId
from visitdesk.safety.model import Leg, ReportKind
from visitdesk.ui.safety.deed_dialog import DeedDialog
from visitdesk.ui.safety.picture import TeamTile
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import leg_word, report_word, team_label
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Line, Segments, Text

NEXT: dict[Leg | None, tuple[ReportKind, ...]] = {
    Leg.PLANNED: (ReportKind.DEPARTED,),
    Leg.ON_THE_WAY: (ReportKind.ARRIVED, ReportKind.FINE),
    Leg.ARRIVED: (ReportKind.AT_DOOR, ReportKind.INSIDE),
    Leg.AT_DOOR: (ReportKind.INSIDE, ReportKind.LEFT),
    Leg.INSIDE: (ReportKind.FINE, ReportKind.LEFT),
    Leg.LEFT: (ReportKind.SAFE, ReportKind.HOME_SAFE),
    Leg.SAFE: (ReportKind.HOME_SAFE, ReportKind.FINE),
}
"""What is most plausibly said next on each leg."""

WORDS = (
    ReportKind.DEPARTED,
    ReportKind.ARRIVED,
    ReportKind.AT_DOOR,
    ReportKind.INSIDE,
    ReportKind.LEFT,
    ReportKind.SAFE,
    ReportKind.HOME_SAFE,
    ReportKind.FINE,
)
GRAVE = (ReportKind.BREAK_OFF, ReportKind.ALONE, ReportKind.HELP, ReportKind.DURESS)
FOR_BOTH = frozenset(
    {ReportKind.DEPARTED, ReportKind.AT_DOOR, ReportKind.INSIDE, ReportKind.FINE, ReportKind.EXTENSION}
)
"""Words one may say for both; arrived, left and safe each says for himself (reference safety §3.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One check-in as typed."""

    visit: VisitId
    collector: CollectorId
    kind: ReportKind
    with_partner: bool = False
    said_at: datetime | None = None
    note: str = ""


def reported(watcher: Watcher, said: Said) -> Changed:
    """Do it, on the writer thread: setting out is prepared and allowed first, everything else goes to the watch."""
    rooms, actor = watcher.rooms, watcher.shell.actor
    if actor is None:
        return Changed()
    if said.kind is ReportKind.DEPARTED:
        return rooms.flow.dispatch(actor, said.visit, said.collector, with_partner=said.with_partner)
    if said.kind is ReportKind.EXTENSION:
        return rooms.watch.extend(
            actor, visit=said.visit, collector=said.collector, with_partner=said.with_partner, reason=said.note
        )
    return rooms.watch.report(
        actor,
        visit=said.visit,
        collector=said.collector,
        kind=said.kind,
        with_partner=said.with_partner,
        said_at=said.said_at,
        note=said.note,
    )


class CheckInDialog(DeedDialog):
    """Types what a collector says on the telephone."""

    def __init__(
        self, watcher: Watcher, parent: QWidget | None, tile: TeamTile, *, kind: ReportKind | None = None
    ) -> None:
        super().__init__(watcher, parent, name="safety.check_in", width=620)
        self._tile = tile
        self._wanted = kind
        self.set_title(lambda: self.tr("Phoned check-in: {team}").format(team=team_label(self._tile)))
        self._buttons_of: dict[ReportKind, Button] = {}
        self._build_who()
        self._build_words()
        self._build_grave()
        self.add_button(lambda: self.tr("Close"), name="safety.check_in.close")
        self._show_next()

    def _build_who(self) -> None:
        stops = self.watcher.picture.dossier.stops
        names = self.watcher.picture.dossier
        self.visit = QComboBox()
        self.visit.setObjectName("check_in.visit")
        for visit in self._tile.visits:
            stop = stops.get(visit)
            words = "  ".join(part for part in (stop.number, stop.street) if part) if stop else ""
            self.visit.addItem(words or visit, visit)
        if self._tile.visit in self._tile.visits:
            self.visit.setCurrentIndex(self._tile.visits.index(self._tile.visit))
        people = tuple((one.collector, names.name(one.collector)) for one in self._tile.people)
        self.who = Segments(people, name="check_in.who", label=self.tr("Who is speaking"))
        if people:
            first = min(self._tile.people, key=lambda one: (one.due is None, one.due or self.shell.clock.now()))
            self.who.set_value(first.collector)
        self.who.chosen.connect(self._show_next)
        form = Form(columns=2, name="check_in.form")
        form.add("visit", lambda: self.tr("Stop"), self.visit)
        form.add("who", lambda: self.tr("Who is speaking"), self.who)
        self.body.addWidget(form)
        self.with_partner = QCheckBox()
        self.with_partner.setObjectName("check_in.with_partner")
        self.say(self.with_partner.setText, lambda: self.tr("Says the partner is with him: counts for both"))
        self.with_partner.setChecked(len(people) > 1)
        self.with_partner.setVisible(len(people) > 1)
        self.body.addWidget(self.with_partner)

    def _build_words(self) -> None:
        self.leg = Text("", Type.TABLE, tone="text2", name="check_in.leg")
        self.body.addWidget(self.leg)
        grid = QGridLayout()
        grid.setSpacing(theme().px(8))
        for place, kind in enumerate(WORDS):
            grid.addWidget(self._word_button(kind, big=True), *divmod(place, 4))
        self.body.addLayout(grid)

    def _build_grave(self) -> None:
        self.body.addWidget(Line())
        grid = QGridLayout()
        grid.setSpacing(theme().px(8))
        for place, kind in enumerate((ReportKind.EXTENSION, *GRAVE)):
            button = self._word_button(kind)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, *divmod(place, 3))
        self.body.addLayout(grid)
        now = self.shell.local(self.shell.clock.now())
        self.said_at = QTimeEdit(QTime(now.hour, now.minute))
        self.said_at.setDisplayFormat("HH:mm")
        self.said_at.setObjectName("check_in.said_at")
        self._now_shown = self.said_at.time()
        self.note = QLineEdit()
        self.note.setObjectName("check_in.note")
        form = Form(columns=2, name="check_in.more")
        form.add("said_at", lambda: self.tr("Said at"), self.said_at, hint=lambda: self.tr("Time counts from here."))
        self.form = form
        form.add(
            "note",
            lambda: self.tr("Words heard, or reason"),
            self.note,
            hint=lambda: self.tr("Needed for more time and for breaking off."),
        )
        self.body.addWidget(form)

    def _word_button(self, kind: ReportKind, *, big: bool = False) -> Button:
        button = Button(name=f"check_in.{kind.value}")
        if big:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumHeight(theme().px(48))
            button.setMinimumWidth(theme().px(132))
        words = {
            ReportKind.EXTENSION: lambda: self.tr("15 min more"),
            ReportKind.BREAK_OFF: lambda: self.tr("Breaks off"),
            ReportKind.ALONE: lambda: self.tr("Alone on site"),
            ReportKind.HELP: lambda: self.tr("Needs help"),
            ReportKind.DURESS: lambda: self.tr("Code word: duress"),
        }.get(kind, partial(_capital, kind))
        icons = {
            ReportKind.EXTENSION: Icon.TIMER,
            ReportKind.HELP: Icon.MEGAPHONE,
            ReportKind.BREAK_OFF: Icon.ARROW_UNDO,
            ReportKind.DURESS: Icon.SHIELD_LOCK,
            ReportKind.ALONE: Icon.PERSON,
        }
        if kind in icons:
            button.set_picture(icons[kind])
        self.say(button.setText, words)
        button.clicked.connect(partial(self._report, kind))
        self._buttons_of[kind] = button
        return button

    def _show_next(self, _key: str = "") -> None:
        """Mark the next plausible word of whoever speaks, and put the keyboard on it."""
        person = next((one for one in self._tile.people if one.collector == self.who.value()), None)
        leg = person.leg if person else self._tile.leg
        self.leg.setText(self.tr("Now: {leg}").format(leg=leg_word(leg)))
        likely = NEXT.get(leg, ())
        first = self._wanted if self._wanted in self._buttons_of else likely[0] if likely else None
        for kind, button in self._buttons_of.items():
            button.setProperty("kind", "accent" if kind is first else "")
            button.style().unpolish(button)
            button.style().polish(button)
            button.setDefault(kind is first)
        self._first = self._buttons_of.get(first) if first else None

    @override
    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # the stub wants QShowEvent
        if self._first is not None:
            self._first.setFocus()

    def _report(self, kind: ReportKind, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        note = self.note.text().strip()
        if kind in {ReportKind.EXTENSION, ReportKind.BREAK_OFF} and not note:
            self.form.show_faults({"note": self.tr("Say why, in a few words.")})
            return
        visit, who = self.visit.currentData(), self.who.value()
        if not visit or not who:
            return
        said = Said(
            visit=VisitId(str(visit)),
            collector=CollectorId(who),
            kind=kind,
            with_partner=self.with_partner.isChecked() and kind in FOR_BOTH,
            said_at=self._said_at(),
            note=note,
        )
        watcher = self.watcher
        self.do(lambda: reported(watcher, said))

    def _said_at(self) -> datetime | None:
        """The instant typed, None where it was left alone; a time ahead of now is one of yesterday."""
        if self.said_at.time() == self._now_shown:
            return None
        now = self.shell.local(self.shell.clock.now())
        at = now.replace(hour=self.said_at.time().hour(), minute=self.said_at.time().minute(), second=0, microsecond=0)
        return at if at <= now else at - timedelta(days=1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def _capital(kind: ReportKind) -> str:
    word = report_word(kind.value)
    return word[:1].upper() + word[1:]


def speakers(tile: TeamTile) -> Sequence[CollectorId]:
    """Members of a team in order."""
    return [one.collector for one in tile.people if one.is_member]
