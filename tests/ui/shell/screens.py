"""Pictures of the shell itself: sample page, states, palette, dialog, gate pages."""

from pathlib import Path

from tests.screens import NOW, Screen
from tests.ui.settings.screens import specs as settings_specs
from tests.ui.shell.sample import specs as sample_specs
from visitdesk.errors import Unavailable
from visitdesk.ui.shell.dialog import confirm
from visitdesk.ui.shell.gate import Entered, KnownBranch, NewBranch, NewBranchPage, SignInPage, StartPage
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.search import Entry, EntryGroup
from visitdesk.ui.shell.states import StatePanel
from visitdesk.ui.shell.strip_state import StripState
from visitdesk.ui.shell.topbar import BarState
from visitdesk.ui.shell.widgets import Button
from visitdesk.ui.shell.window import MainWindow


class FakeGate:
    """Opens nothing; for pictures and tests."""

    has_demo = True

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault
        self.wishes: list[NewBranch] = []

    def known(self) -> tuple[KnownBranch, ...]:
        return (KnownBranch(name="示例市第一网点", folder=Path("sample-branch")),)

    def open_demo(self) -> Entered:
        return self._answer()

    def create(self, wish: NewBranch) -> Entered:
        self.wishes.append(wish)
        return self._answer()

    def open(self, folder: Path, passphrase: str = "") -> Entered:  # noqa: ARG002  # a fake
        return self._answer()

    def sign_in(self, user: str, password: str) -> Entered:  # noqa: ARG002  # a fake
        return self._answer()

    def _answer(self) -> Entered:
        if self.fault is not None:
            raise self.fault
        return Entered(branch="示例市第一网点", is_demo=True, actor=None)


class CaseSource:
    """A few cases for the palette."""

    def entries(self) -> list[Entry]:
        return [
            Entry(
                group=EntryGroup.CASE,
                key=f"c{i}",
                title=name,
                detail=f"C-2026-001{i:02}  样本区演示路 12 号",
                badge=f"{60 + i} 天",
                icon=Icon.FOLDER_PERSON.value,
                page="today",
                kind="case",
                id=f"c{i}",
            )
            for i, name in enumerate(("张示例", "王测试", "张示例乙", "曾单仇"))
        ]


def specs() -> tuple[PageSpec, ...]:
    """Sample and settings together."""
    return (*sample_specs(), *settings_specs())


def _nobody(window: MainWindow) -> None:
    window.shell.set_actor(None)
    window.show_branch(BarState())
    window.shell.show_strip(StripState())


def _start(window: MainWindow) -> None:
    _nobody(window)
    window.show_gate(StartPage(window.shell, FakeGate()))


def _new(window: MainWindow) -> None:
    _nobody(window)
    window.show_gate(NewBranchPage(window.shell, FakeGate(), Path("VisitDesk")))


def _sign_in(window: MainWindow) -> None:
    _nobody(window)
    window.show_gate(SignInPage(window.shell, FakeGate(), branch="示例市第一网点"))


def _lock(window: MainWindow) -> None:
    window.shell.set_locked(locked=True)
    window.show_gate(SignInPage(window.shell, FakeGate(), branch="示例市第一网点", locked_user="zhao"))


def _palette(window: MainWindow) -> None:
    window.palette_box.add_source(CaseSource())
    window.open_palette()


def _found(window: MainWindow) -> None:
    _palette(window)
    window.palette_box.search_for("zsl")


def _fault(window: MainWindow) -> None:
    if window.top is not None:
        window.top.show_fault(Unavailable("store.locked"), retry=lambda: None)


def _stale(window: MainWindow) -> None:
    if window.top is not None:
        window.top.show_stale(f"{window.shell.local(NOW):%H:%M} 的数据，正在重连。")


def _empty(window: MainWindow) -> None:
    if window.top is not None:
        window.top.show_state(
            StatePanel(
                Icon.FOLDER_PERSON,
                lambda: "还没有案件",
                lambda: "导入委托方给的账户文件，或打开演示网点看一看。",
                Button("导入账户", kind="accent", icon=Icon.ARROW_IMPORT, name="empty.import"),
                Button("打开演示网点", name="empty.demo"),
            )
        )


def _loading(window: MainWindow) -> None:
    if window.top is not None:
        window.top.loading.begin("正在读取案件…", can_cancel=True)
        window.top.loading.show()


def _dialog(window: MainWindow) -> None:
    confirm(
        window.shell,
        window,
        title=lambda: "发布当日计划？",
        sentence=lambda: "46 次外访、6 个小组。发布后的改动要重新通知借款人。",
        deed=lambda: "发布计划",
        run=lambda: None,
    )


def _toast(window: MainWindow) -> None:
    window.shell.toast("案件 C-2026-00001 已加入当日计划。", lambda: None)


SCREENS = (
    Screen(name="shell-sample", page="today", specs=specs),
    Screen(name="shell-alarm", page="today", specs=specs, alarm=True),
    Screen(name="shell-palette", page="today", specs=specs, prepare=_palette),
    Screen(name="shell-found", page="today", specs=specs, prepare=_found),
    Screen(name="shell-dialog", page="today", specs=specs, prepare=_dialog, alarm=True),
    Screen(name="shell-toast", page="today", specs=specs, prepare=_toast),
    Screen(name="shell-empty", page="today", specs=specs, prepare=_empty),
    Screen(name="shell-loading", page="today", specs=specs, prepare=_loading),
    Screen(name="shell-fault", page="today", specs=specs, prepare=_fault),
    Screen(name="shell-stale", page="today", specs=specs, prepare=_stale),
    Screen(name="gate-start", page="", prepare=_start),
    Screen(name="gate-new", page="", prepare=_new),
    Screen(name="gate-sign-in", page="", prepare=_sign_in),
    Screen(name="gate-lock", page="today", specs=specs, prepare=_lock, alarm=True),
)
