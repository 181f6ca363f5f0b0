"""The root of the window: first paint, then a worker opens the branch and loads the panels.

Nothing heavy is imported here (a test holds a deny list against `-X importtime`): SQLAlchemy alone costs 2.3 times what
Qt costs to import (measured, reference installer §5).
"""

import logging
import os
import sys
import threading
from argparse import Namespace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from visitdesk.app.gate import BranchGate
from visitdesk.clock import StoryClock
from visitdesk.paths import config_folder, default_data_folder, log_folder
from visitdesk.ui.settings.values import BranchValues, Values
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.gate import Entered, NewBranchPage, SignInPage, StartPage
from visitdesk.ui.shell.idle import IdleWatch
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.search import Source
from visitdesk.ui.shell.theme import Mode, dress
from visitdesk.ui.shell.topbar import BarState
from visitdesk.ui.shell.window import MainWindow
from visitdesk.wording import Lang, sentence

if TYPE_CHECKING:  # draws in every service; the first paint does not wait for them
    from visitdesk.branch import Branch

log = logging.getLogger(__name__)

PANELS = tuple(
    f"visitdesk.ui.{name}.panel"
    for name in ("today", "cases", "plan", "planning", "safety", "records", "training", "people", "reports")
)
"""Modules with `pages(branch)` and, if the palette shall find something, `sources(branch)`; absent ones are skipped."""


class Desk(QObject):
    """One console: window, gate, settings and the branch that is open.

    Signals:
        panels_ready: the stations stand in the rail.
    """

    panels_ready = Signal()

    def __init__(self, app: QApplication, values: Values, lang: Lang) -> None:
        super().__init__(app)
        self._values = values
        self.theme = dress(app)
        self._wear_look()
        self.language = Language(self.theme, lang)
        clock = StoryClock()
        self.shell = Shell(clock=clock, parent=self)
        self.gate = BranchGate(clock, values)
        self.window = MainWindow(self.shell, self.language)
        self.window.last_deed = self.gate.close
        self._entered: Entered | None = None
        self._idle = IdleWatch(self.window, self.lock)
        self._wire()

    def _wire(self) -> None:
        values, window, actions = self._values, self.window, self.shell.actions
        values.changed.connect(self._setting_changed)
        window.look_changed.connect(self._look_changed)
        window.painted.connect(self._painted)
        window.rail.set_narrow(narrow=bool(values.value("look.narrow_rail")))
        actions.bind(None, Key.LOCK, self.lock, reason=self._why_no_lock)

    # --- look -------------------------------------------------------------------------------------------------

    def _wear_look(self) -> None:
        self.theme.set_mode(Mode(str(self._values.value("look.theme"))))
        self.theme.set_scale(float(str(self._values.value("look.text_scale"))))
        self.theme.set_animated(animated=bool(self._values.value("look.motion")))

    def _setting_changed(self, key: str) -> None:
        if key == "look.language":
            self.language.set(Lang(str(self._values.value(key))))
        elif key == "look.narrow_rail":
            self.window.rail.set_narrow(narrow=bool(self._values.value(key)))
        elif key.startswith("look."):
            self._wear_look()
        elif key == "desk.lock_after":
            self._set_idle()

    def _look_changed(self, key: str) -> None:
        """The window changed its look by a key: keep it."""
        now: dict[str, object] = {
            "look.theme": self.theme.mode.value,
            "look.language": self.language.lang.value,
            "look.narrow_rail": self.window.rail.is_narrow,
        }
        self._values.put(key, now[key])

    # --- life -------------------------------------------------------------------------------------------------

    def _painted(self) -> None:
        """The window is on screen: now the heavy imports, in the writer thread."""
        self.shell.jobs.run(self._preload, done=self.window.install, failed=self.shell.report)

    def _preload(self) -> list[PageSpec]:
        """In the writer thread: log, settings, help, and what opening a branch needs (27-34 ms of stall, measured)."""
        from visitdesk import log as logs
        from visitdesk.ui.settings.help import help_pages
        from visitdesk.ui.settings.panel import pages

        logs.set_up(log_folder())
        import_module("visitdesk.app.opening")
        return [*pages(self._values, self._branch_values), *help_pages(lambda: self.gate.folder)]

    def show_start(self) -> None:
        """The first window."""
        page = StartPage(self.shell, self.gate)
        page.entered.connect(self._enter)
        page.new_asked.connect(self._show_new)
        self.window.show_gate(page)

    def open_folder(self, folder: str) -> None:
        """Open this folder at once (`--data`), on the first window."""
        page = self.window.findChild(StartPage)
        if page is not None:
            page.open_folder(Path(folder))

    def _show_new(self) -> None:
        page = NewBranchPage(self.shell, self.gate, default_data_folder())
        page.entered.connect(self._enter)
        page.back_asked.connect(self.show_start)
        self.window.show_gate(page)

    def _enter(self, entered: Entered) -> None:
        """A branch is open; somebody has signed in, or has to."""
        self._entered = entered
        self.shell.set_actor(entered.actor)
        if entered.actor is None:
            page = SignInPage(self.shell, self.gate, branch=entered.branch)
            page.entered.connect(self._enter)
            page.back_asked.connect(self.show_start)
            self.window.show_gate(page)
            return
        self.window.show_branch(BarState(branch=entered.branch, user=entered.user_name, is_demo=entered.is_demo))
        self.shell.jobs.run(self._load_panels, done=self._panels_loaded, failed=self.shell.report)

    def _load_panels(self) -> tuple[list[PageSpec], list[Source], dict[str, str]]:
        """In the writer thread: the branch's settings, and the panels there are with their pages."""
        from visitdesk.ui.settings.help import HelpSource

        specs: list[PageSpec] = []
        sources: list[Source] = [HelpSource(lambda: self.language.lang)]
        for name in PANELS:
            if find_spec(name.rpartition(".")[0]) is None or find_spec(name) is None:
                continue
            panel = import_module(name)
            specs += panel.pages(self.gate.branch)
            if hasattr(panel, "sources"):
                sources += panel.sources(self.gate.branch)
        values = self._branch_values()
        return specs, sources, {} if values is None else values.read()

    def _panels_loaded(self, loaded: tuple[list[PageSpec], list[Source], dict[str, str]]) -> None:
        specs, sources, kept = loaded
        self._values.take_branch(kept)
        branch = self.gate.branch
        self.shell.follow = None if branch is None else branch.flow.follow
        self.shell.zone = ZoneInfo(str(self._values.value("branch.time_zone")))
        palette = self.window.palette_box
        palette.clear_sources()
        for source in sources:
            palette.add_source(source)
        self.window.install(specs)
        if branch is not None:
            self._begin_watch(branch)
        self.window.lift_gate()
        if self.window.top is None:
            self.window.go_home()
        self._set_idle()
        self.panels_ready.emit()

    def _begin_watch(self, branch: "Branch") -> None:
        """The watch of this desk lives as long as the branch is open, whatever page is on top."""
        from visitdesk.ui.safety.panel import start_watch

        start_watch(self.shell, self.window, branch, has_sound=lambda: bool(self._values.value("safety.sound")))

    # --- lock -------------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Lock the desk: the strip stays, deeds ask for the password first."""
        if self._why_no_lock() is not None or self.window.is_behind_gate or self.shell.actor is None:
            return
        page = SignInPage(self.shell, self.gate, branch=self._branch_name(), locked_user=self.shell.actor.user)
        page.entered.connect(self._unlocked)
        self.shell.actions.lock(page.password.setFocus)
        self.shell.set_locked(locked=True)
        self.window.show_gate(page)

    def _unlocked(self, entered: Entered) -> None:
        self.shell.actions.lock(None)
        self.shell.set_locked(locked=False)
        self.shell.set_actor(entered.actor)
        self.window.lift_gate()

    def _why_no_lock(self) -> str | None:
        if self._entered is None or self._entered.actor is None or self._entered.actor.user == "setup":
            return self.window.tr("Nobody has signed in, so there is nothing to lock.")
        return None

    def _set_idle(self) -> None:
        self._idle.set_minutes(int(self._values.value("desk.lock_after")))

    def _branch_name(self) -> str:
        return self._entered.branch if self._entered is not None else ""

    def _branch_values(self) -> BranchValues | None:
        """The settings of the open branch, in the name of whoever sits here."""
        from visitdesk.app.branch_values import DeskBranchValues

        branch = self.gate.branch
        return None if branch is None else DeskBranchValues(branch.settings, lambda: self.shell.actor)


def main(arguments: Namespace) -> int:
    """Open the window; answers the exit code.

    Args:
        arguments: `data` (folder to open at once), `lang`, and of the word `window` its option.
    """
    if _has_no_screen():
        sys.stderr.write(sentence("window.no_screen", Lang(arguments.lang)) + "\n")
        return 5
    app = QApplication(["VisitDesk"])
    app.setApplicationName("VisitDesk")
    app.setQuitOnLastWindowClosed(False)
    values = Values(config_folder())
    desk = Desk(app, values, Lang(str(values.value("look.language"))))
    catch_bugs(desk)
    desk.show_start()
    desk.window.show()
    if arguments.data is not None:
        desk.window.painted.connect(lambda: desk.open_folder(str(arguments.data)))
    if getattr(arguments, "exit_after_first_paint", False):
        desk.window.painted.connect(lambda: QTimer.singleShot(0, app, desk.window.close))
    return app.exec()


def catch_bugs(desk: Desk) -> None:
    """Anything unforeseen is logged and told once; the window and the safety board go on."""

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if isinstance(fault, Exception):
            desk.shell.report(fault)
        else:
            sys.__excepthook__(kind, fault, trace)

    def caught_in_thread(hook: threading.ExceptHookArgs) -> None:
        log.error("a thread ended by %s", hook.exc_type.__name__, exc_info=hook.exc_value)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def _has_no_screen() -> bool:
    """Linux without a display server; Qt would abort there instead of saying so."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named)
