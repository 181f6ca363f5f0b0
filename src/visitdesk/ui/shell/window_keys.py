"""What the window's own keys do: next area, drawer, rail, look, language."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from visitdesk.ui.shell.actions import ActionSpec, Group, Key
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.rail import PICTURES, Station, station_word
from visitdesk.ui.shell.theme import Mode, theme
from visitdesk.wording import Lang

if TYPE_CHECKING:  # the window makes this object; at run time it needs no import
    from visitdesk.ui.shell.window import MainWindow


class WindowKeys(QObject):
    """Binds and does them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        actions = window.shell.actions
        for key, run in (
            (Key.REGION, self.next_region),
            (Key.NARROW_RAIL, self._toggle_rail),
            (Key.THEME, self._toggle_theme),
        ):
            actions.bind(None, key, run)
        actions.bind(None, Key.LANGUAGE, self._toggle_language, words=self._other_language)
        actions.bind(None, Key.DRAWER, self._toggle_drawer, reason=self._no_drawer)
        window.language.changed.connect(self._language_changed)

    def next_region(self) -> None:
        """Keyboard to the next area: rail, page, strip, top bar."""
        window = self._window
        page = window.top or window.stack.currentWidget() or window.stack
        parts: tuple[QWidget, ...] = (window.rail, page, window.strip, window.topbar)
        regions = [part for part in parts if part.isVisible()]
        focused = focused_in(window)
        at = next((i for i, part in enumerate(regions) if part is focused or part.isAncestorOf(focused)), -1)
        target = regions[(at + 1) % len(regions)]
        first = target if target is window.strip else _first_focusable(target)
        (first or target).setFocus(Qt.FocusReason.TabFocusReason)

    def _no_drawer(self) -> str | None:
        top = self._window.top
        return None if top is not None and top.has_drawer else self.tr("The side panel is in sight or absent.")

    def _toggle_drawer(self) -> None:
        if self._window.top is not None:
            self._window.top.toggle_drawer()

    def _toggle_rail(self) -> None:
        rail = self._window.rail
        rail.set_narrow(narrow=not rail.is_narrow)
        self._window.look_changed.emit("look.narrow_rail")

    def _toggle_theme(self) -> None:
        theme().set_mode(Mode.LIGHT if theme().tokens.is_dark else Mode.DARK)
        self._window.look_changed.emit("look.theme")

    def _toggle_language(self) -> None:
        language = self._window.language
        language.set(Lang.EN if language.lang is Lang.ZH else Lang.ZH)
        self._window.look_changed.emit("look.language")

    def _other_language(self) -> str:
        return "English" if self._window.language.lang is Lang.ZH else "中文"

    def _language_changed(self, _lang: object) -> None:
        self._window.shell.actions.refresh()


def declare_way(shell: Shell, number: int, station: Station, reason: Callable[[], str | None]) -> None:
    """The action that opens a station: Alt+1 … Alt+9; declaring it again changes nothing."""
    key = f"go.{station.value}"
    spec = ActionSpec(
        key=key,
        text=station.value.capitalize(),
        icon=PICTURES[station],
        shortcut=f"Alt+{number}",
        group=Group.GO,
        local=False,
        context="Station",
    )
    shell.actions.declare([spec])
    words = partial(station_word, station)
    shell.actions.bind(None, key, partial(shell.go, station.value), words=words, reason=reason)


def focused_in(window: QWidget) -> QWidget:
    """Who has the keyboard; the window itself if nobody."""
    focused: QWidget | None = window.focusWidget()
    return window if focused is None else focused


def _first_focusable(inside: QWidget) -> QWidget | None:
    """The first widget of the tab order inside that takes the keyboard."""
    for widget in inside.findChildren(QWidget):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and widget.isVisible() and widget.isEnabled():
            return widget
    return None
