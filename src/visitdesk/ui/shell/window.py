"""The window: top bar, safety strip, rail, pages; it only assembles and routes.

Capabilities offer `PageSpec`s (`install`); a station without a page is absent from the rail. Before a branch is open
and somebody has signed in, gate pages stand in the middle and the rail is hidden.
"""

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Place, Selection, Shell, ToastAsked
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.leaving import Leaving
from visitdesk.ui.shell.page import Page, PageSpec
from visitdesk.ui.shell.rail import Badge, Rail, Station
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.states import Toast
from visitdesk.ui.shell.strip import SafetyStrip
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.topbar import BarState, TopBar
from visitdesk.ui.shell.window_keys import WindowKeys, declare_way, focused_in
from visitdesk.ui.shell.wording import told

if TYPE_CHECKING:  # imported when the palette is first opened
    from visitdesk.ui.shell.palette import Palette


class MainWindow(Spoken, QMainWindow):
    """The window of the desk.

    Signals:
        painted: the first paint is over; heavy work may begin. `may_close` may forbid closing; `last_deed` runs on the
            writer thread after the last deed.
        look_changed: payload str, key of a setting the window itself changed (theme, language, rail).
        closing: the window closes for good.
    """

    painted = Signal()
    look_changed = Signal(str)
    closing = Signal()

    def __init__(self, shell: Shell, language: Language) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("VisitDesk")
        self.shell = shell
        self.language = language
        self.may_close: Callable[[], bool] = Leaving(self, shell).may_close
        self.last_deed: Callable[[], object] | None = None
        self._specs: dict[str, PageSpec] = {}
        self._pages: dict[str, Page] = {}
        self._history: list[Place] = []
        self._place: Place | None = None
        self._gate: QWidget | None = None
        self._was_painted = False
        self._bar_state = BarState()
        self._build()
        self._wire()
        self.resize(1440, 900)
        self.setMinimumSize(960, 560)

    def _build(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.topbar = TopBar(self.shell)
        self.strip = SafetyStrip(self.shell)
        self.rail = Rail()
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self.body = _Body()
        self.body.resized.connect(self._place_floating)
        across = QHBoxLayout(self.body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self.stack, 1)
        for part in (self.topbar, self.strip):
            column.addWidget(part)
        column.addWidget(self.body, 1)
        self.setCentralWidget(centre)
        self._palette: Palette | None = None
        self.rail.hide()

    def _wire(self) -> None:
        shell, actions = self.shell, self.shell.actions
        shell.go_asked.connect(self.go)
        shell.toast_asked.connect(self._toast)
        shell.fault_found.connect(self._show_fault)
        self.rail.chosen.connect(lambda station: shell.go(station.value))
        self.topbar.home.clicked.connect(self.go_home)
        actions.declared.connect(partial(actions.give_to, self))
        actions.give_to(self)
        self._keys = WindowKeys(self)
        for key, run in (
            (Key.PALETTE, self.open_palette),
            (Key.STRIP, self.strip.setFocus),
        ):
            actions.bind(None, key, run)
        actions.bind(None, Key.BACK, self.back, reason=self._no_way_back)
        for key, run in (
            (Key.HELP, self._help),
            (Key.KEYS, lambda: shell.go("settings/keys")),
            (Key.ABOUT, lambda: shell.go("settings/about")),
        ):
            actions.bind(None, key, run, reason=self._behind_gate)

    # --- pages ------------------------------------------------------------------------------------------------

    def install(self, specs: Iterable[PageSpec]) -> None:
        """Offer more pages; their stations appear in the rail."""
        for spec in specs:
            self._specs[spec.key] = spec
            self.shell.actions.declare(spec.actions)
        stations = frozenset(spec.station for spec in self._specs.values())
        self.rail.set_stations(stations)
        self.rail.setVisible(bool(stations) and self._gate is None)
        for number, station in enumerate(Station, start=1):
            if station in stations:
                declare_way(self.shell, number, station, self._behind_gate)

    def uninstall(self) -> None:
        """Close every page, for another branch."""
        for page in self._pages.values():
            self.shell.actions.release(page)
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages, self._specs, self._history, self._place = {}, {}, [], None
        self.shell.actions.set_top(None)

    def go(self, place: Place) -> None:
        """Show a page; unknown ones change nothing (their capability is not built)."""
        if place.page not in self._specs or self._gate is not None:
            return
        if self._place is not None and self._place.page != place.page:
            self._history.append(self._place)
        self._open(place)

    def go_home(self) -> None:
        """The first station there is."""
        first = next((s for s in Station if s.value in self._specs), None)
        if first is not None:
            self.shell.go(first.value)

    def back(self) -> None:
        """The page you came from."""
        if self._history:
            self._open(self._history.pop())

    def page(self, key: str) -> Page | None:
        """A page already built."""
        return self._pages.get(key)

    @property
    def top(self) -> Page | None:
        """The page on top; None behind the gate."""
        return None if self._place is None or self._gate is not None else self._pages.get(self._place.page)

    def _open(self, place: Place) -> None:
        page = self._pages.get(place.page) or self._make(place.page)
        self._place = place
        if self._palette is not None:
            self._palette.hide()
        self.stack.setCurrentWidget(page)
        self.rail.choose(self._specs[place.page].station)
        page.fit(self._room())
        self.shell.actions.set_top(page)
        page.opened(place.selection)
        if not page.isAncestorOf(focused_in(self)):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, key: str) -> Page:
        page = self._specs[key].make(self.shell)
        self._pages[key] = page
        if "/" in key:
            page.show_back(self.back)
        self.stack.addWidget(page)
        return page

    # --- the gate ---------------------------------------------------------------------------------------------

    def show_gate(self, widget: QWidget) -> None:
        """A page before the branch (first window, sign in) or over it (lock); the strip stays."""
        self.lift_gate()
        self._gate = widget
        self.rail.hide()
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        self.topbar.search.hide()
        self.shell.actions.set_top(None)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift_gate(self) -> None:
        """Remove it; the page that was on top is on top again."""
        if self._gate is None:
            return
        self.stack.removeWidget(self._gate)
        self._gate.deleteLater()
        self._gate = None
        self.rail.setVisible(bool(self._specs))
        self.topbar.search.setVisible(bool(self._specs))
        if self._place is not None:
            self._open(self._place)
        self.shell.actions.refresh()

    @property
    def is_behind_gate(self) -> bool:
        """Whether a gate page is shown."""
        return self._gate is not None

    def show_branch(self, state: BarState) -> None:
        """Names for the top bar and the window title."""
        self._bar_state = state
        self.topbar.show_state(state)
        self.setWindowTitle(f"{state.branch} - VisitDesk" if state.branch else "VisitDesk")
        self.topbar.fit(self._room())

    def set_badge(self, station: Station, badge: Badge) -> None:
        """Badge of a station in the rail."""
        self.rail.set_badge(station, badge)

    def _behind_gate(self) -> str | None:
        return self.tr("Open a branch and sign in first.") if self.is_behind_gate else None

    # --- actions of the window --------------------------------------------------------------------------------

    @property
    def palette_box(self) -> "Palette":
        """The command palette, made when it is first needed: the first paint does not wait for it."""
        if self._palette is None:
            self._palette = import_module("visitdesk.ui.shell.palette").Palette(self.shell, self.body)
        return self._palette

    def open_palette(self) -> None:
        """The command palette, under the strip."""
        self.palette_box.open_under(self.top)

    def _no_way_back(self) -> str | None:
        return None if self._history else self.tr("There is no page to go back to.")

    def _help(self) -> None:
        anchor = self.top.help_anchor() if self.top is not None else "start"
        self.shell.go("settings/help", Selection(kind="help", id=anchor))

    # --- messages ---------------------------------------------------------------------------------------------

    def _toast(self, asked: ToastAsked) -> None:
        for old in self.body.findChildren(Toast):
            old.deleteLater()
        Toast(asked.words, asked.undo, self.body)

    def _show_fault(self, fault: Exception) -> None:
        top = self.top
        if top is not None:
            top.show_fault(fault)
        else:
            self._toast(ToastAsked(words=told(fault).sentence))

    # --- room and life ----------------------------------------------------------------------------------------

    def _room(self) -> float:
        return self.width() / theme().scale

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.topbar.fit(self._room())
        top = self.top
        if top is not None:
            had_drawer = top.has_drawer
            top.fit(self._room())
            if top.has_drawer != had_drawer:
                self.shell.actions.refresh()

    def _place_floating(self) -> None:
        self.rail.fit(self.body.height())
        if self._palette is not None:
            self._palette.place()
        for toast in self.body.findChildren(Toast):
            toast.place()

    @override
    def restyle(self) -> None:
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._first_paint)

    def _first_paint(self) -> None:
        self.repaint()
        self.shell.start_ticking()
        self.painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.shell.stop_ticking()
        self.closing.emit()
        self.shell.jobs.shut_down(self.last_deed)
        event.accept()
        QApplication.quit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class _Body(QWidget):
    """Rail and pages; floating things lie over it.

    Signals:
        resized: its own size is new.
    """

    resized = Signal()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
