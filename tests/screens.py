"""Every page and state that `python -m tests.screenshots` renders, and that the layout tests walk.

A capability adds a module `tests/ui/<capability>/screens.py` with `SCREENS: tuple[Screen, ...]`; each builds its page
over invented values, without a database.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

from visitdesk.clock import FixedClock
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.strip_state import StripAlarm, StripState
from visitdesk.ui.shell.tokens import Level
from visitdesk.ui.shell.topbar import BarState
from visitdesk.ui.shell.window import MainWindow

NOW = datetime(2026, 11, 24, 6, 2, tzinfo=UTC)
"""14:02 in Shanghai."""
OFFICER = Actor(user=UserId("zhao"), roles=frozenset({Role.SUPERVISOR, Role.SAFETY_OFFICER}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One picture.

    Attributes:
        specs: pages to install; called once a window.
        page: the page to open; "" for none (a gate is shown by `prepare`).
        prepare: brings the window into its state after the page is open.
        alarm: show the strip with four alarms instead of calm.
    """

    name: str
    page: str
    specs: Callable[[], tuple[PageSpec, ...]] = field(default=tuple)
    selection: Selection | None = None
    prepare: Callable[[MainWindow], object] | None = None
    alarm: bool = False


def calm() -> StripState:
    """Twelve teams out, all well."""
    return StripState(teams_out=12, next_due=NOW + timedelta(minutes=3), next_team="3")


def four_alarms() -> StripState:
    """One of each, two overdue."""

    def alarm(team: int, level: Level, seconds: int, who: str = "", where: str = "") -> StripAlarm:
        since = NOW - timedelta(seconds=seconds)
        return StripAlarm(id=f"a{team}", level=level, team=f"{team} 组", since=since, who=who, where=where)

    return StripState(
        teams_out=18,
        alarms=(
            alarm(7, Level.DURESS, 42, "孙模拟、周假设", "站点 702 虚构街道"),
            alarm(3, Level.ESCALATED, 680, "张示例、王测试", "站点 305 演示路"),
            alarm(11, Level.OVERDUE, 185, "吴范例、郑试用", "站点 1104 示例新村"),
            alarm(2, Level.OVERDUE, 72, "钱样例、冯占位", "站点 206 假想大厦"),
        ),
    )


def open_window(screen: Screen, language: Language) -> MainWindow:
    """A window in the state of `screen`; the caller shows and closes it."""
    shell = Shell(clock=FixedClock(NOW))
    window = MainWindow(shell, language)
    shell.setParent(window)
    window.may_close = lambda: True
    shell.set_actor(OFFICER)
    for key in (Key.ACKNOWLEDGE, Key.CALL, Key.ESCALATE, Key.MUTE, Key.NEXT_ALARM):
        shell.actions.bind(None, key, _nothing)
    window.install(screen.specs())
    window.show_branch(BarState(branch="示例市第一网点", user="赵样本", phones=(18, 18), is_demo=True))
    shell.show_strip(four_alarms() if screen.alarm else calm())
    if screen.page:
        shell.go(screen.page, screen.selection)
    if screen.prepare is not None:
        screen.prepare(window)
    return window


def _nothing() -> None:
    """Stands for the safety room."""


def all_screens() -> tuple[Screen, ...]:
    """The screens of every capability that has some."""
    found: list[Screen] = []
    for file in sorted((Path(__file__).parent / "ui").glob("*/screens.py")):
        found += import_module(f"tests.ui.{file.parent.name}.screens").SCREENS
    return tuple(found)
