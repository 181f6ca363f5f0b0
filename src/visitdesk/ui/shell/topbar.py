"""The top bar: branch, day, search, whether everything is saved, the time, who sits here."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu
from typing_extensions import override

from visitdesk.security.model import Actor, Role
from visitdesk.ui.shell.actions import Key, role_word
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon, icon_of, paint_icon
from visitdesk.ui.shell.moments import clock_text, day_text
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Tag, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BarState:
    """What the top bar knows of the branch.

    Attributes:
        branch: name of the branch; empty while none is open.
        user: name of who sits here; empty before sign-in.
        phones: phones in reach and paired; None hides the tag.
        is_demo: the demonstration branch, marked everywhere.
    """

    branch: str = ""
    user: str = ""
    phones: tuple[int, int] | None = None
    is_demo: bool = False


class _Mark(QAbstractButton):
    """The shield and the name; a way home."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topbar.home")
        self.setText("VisitDesk")
        self.setAccessibleName("VisitDesk")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def sizeHint(self) -> QSize:
        t = theme()
        return QSize(t.px(30) + round(t.metrics(Type.TILE).horizontalAdvance(self.text())) + 2, t.px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        side = t.px(22)
        box = QRectF(0, round((self.height() - side) / 2), side, side)
        paint_icon(painter, box, Icon.SHIELD_CHECKMARK, t.tokens.accent_text, filled=True)
        painter.setFont(t.font(Type.TILE))
        painter.setPen(QColor(t.tokens.text))
        words = QRectF(t.px(30), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class SearchBox(Spoken, QAbstractButton):
    """Looks like a field and opens the palette; typing happens there."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topbar.search")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.say(self.setText, lambda: self.tr("Search cases, people, addresses, or type a command"))
        self.say(self.setAccessibleName, lambda: self.tr("Search or command"))
        self.setAccessibleDescription("Ctrl+K")

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(444), theme().px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(c.text if focused else c.stroke_strong), 2 if focused or c.is_contrast else 1))
        painter.setBrush(QColor(c.card))
        radius = 0 if c.is_contrast else 4
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = t.px(16)
        paint_icon(painter, QRectF(t.px(8), round((self.height() - side) / 2), side, side), Icon.SEARCH, c.text2)
        painter.setFont(t.font(Type.SMALL))
        key = painter.fontMetrics().horizontalAdvance("Ctrl+K") + t.px(14)
        hint = QRectF(self.width() - key - t.px(6), t.px(5), key, self.height() - t.px(10))
        painter.setPen(QPen(QColor(c.stroke), 1))
        painter.setBrush(QColor(c.sunken))
        painter.drawRoundedRect(hint.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QColor(c.text2))
        painter.drawText(hint, Qt.AlignmentFlag.AlignCenter, "Ctrl+K")
        painter.setFont(t.font(Type.BODY))
        room = QRectF(t.px(36), 0, hint.left() - t.px(44), self.height())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setPen(QColor(c.text3))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()


class TopBar(Spoken, QFrame):
    """The bar; `show_state` feeds it, menus are filled by the window."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setProperty("surface", "bar")
        self._shell = shell
        self._state = BarState()
        self._build()
        shell.jobs.busy_changed.connect(self._show_saved)
        shell.ticked.connect(self._ticked)
        shell.actor_changed.connect(self._show)
        self.restyle()
        self._show()

    def _build(self) -> None:
        t = theme()
        line = QHBoxLayout(self)
        line.setContentsMargins(t.px(18), 0, t.px(16), 0)
        line.setSpacing(t.px(10))
        self.home = _Mark()
        self.branch = Button(kind="quiet", name="topbar.branch")
        self.branch_menu = QMenu(self)
        self.branch.setMenu(self.branch_menu)
        self.day = Button(kind="quiet", icon=Icon.CALENDAR, name="topbar.day")
        self.demo = Tag("", tone="demo", name="topbar.demo")
        self.search = SearchBox()
        self.saved = Tag("", name="topbar.saved")
        self.phones = Tag("", name="topbar.phones")
        self.clock = Text("", Type.TILE, name="topbar.clock")
        self.user = Button(kind="quiet", icon=Icon.PERSON, name="topbar.user")
        self.user_menu = QMenu(self)
        self.user.setMenu(self.user_menu)
        for part in (self.home, self.branch, self.demo, self.day):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.search)
        line.addStretch(1)
        for tail in (self.saved, self.phones, self.clock, self.user):
            line.addWidget(tail)
        keys = self._shell.actions
        for key in (Key.LANGUAGE, Key.THEME, Key.KEYS, Key.ABOUT, Key.LOCK):
            self.user_menu.addAction(keys[key])
        self.search.clicked.connect(keys[Key.PALETTE].trigger)
        self.say(self.demo.setText, lambda: self.tr("Demonstration"))
        self.say(self.setAccessibleName, lambda: self.tr("Top bar"))

    def show_state(self, state: BarState) -> None:
        """Show another branch, user or reach."""
        self._state = state
        self._show()

    def fit(self, width: float) -> None:
        """Lay out for a window of `width` pixels at 100 % text scale."""
        self.search.setMaximumWidth(theme().px(444 if width >= 1440 else 340))
        self.search.setFixedWidth(theme().px(444 if width >= 1440 else 340 if width >= 1180 else 230))
        self.saved.setVisible(width >= 1100 and bool(self._state.branch))
        self.phones.setVisible(self._state.phones is not None and width >= 1320)
        self.day.setVisible(width >= 900 and bool(self._state.branch))

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def restyle(self) -> None:
        self.setFixedHeight(theme().px(48))

    def _show(self, _actor: Actor | None = None) -> None:
        state, actor = self._state, self._shell.actor
        self.branch.setText(f"{state.branch} ▾")
        self.branch.setVisible(bool(state.branch))
        self.branch.setAccessibleName(self.tr("Branch {name}").format(name=state.branch))
        self.demo.setVisible(state.is_demo)
        self.phones.setVisible(state.phones is not None)
        if state.phones is not None:
            self.phones.setText(self.tr("Phones {reached}/{all}").format(reached=state.phones[0], all=state.phones[1]))
        name = state.user or self.tr("Options")
        roles = [role_word(role) for role in Role if actor is not None and actor.has(role)]
        self.user.setText(self.tr("{name} ({role})").format(name=name, role=roles[0]) if roles and state.user else name)
        self.user.setAccessibleName(self.user.text())
        self._show_saved(busy=self._shell.jobs.is_busy)
        self._ticked(self._shell.clock.now())

    def _show_saved(self, busy: bool) -> None:  # noqa: FBT001  # payload of the signal
        self.saved.setText(self.tr("Saving…") if busy else self.tr("Saved"))
        self.saved.setMinimumWidth(theme().px(64))
        self.saved.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _ticked(self, now: datetime) -> None:
        local = self._shell.local(now)
        self.clock.setText(clock_text(local))
        words = day_text(local)
        if self.day.text() != words:
            self.day.setText(words)
            self.day.setAccessibleName(words)
            self.day.setIcon(icon_of(Icon.CALENDAR))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
