"""Pictures of the screens of the cases."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QAbstractButton

from tests.screens import NOW, Screen
from tests.ui.cases.branch import CHIEF, SampleBranch, sound_branch
from visitdesk.cases.model import CaseId, VisitState
from visitdesk.compliance.model import ObjectionGround
from visitdesk.ui.cases.panel import pages
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.window import MainWindow

ONE = Selection(kind="case", id="C-2026-00001")
HEADERS = "案件号,借款人,证件号,手机号,逾期金额,逾期天数,家庭住址,备注一"


def account_file(folder: Path) -> Path:
    """Good rows, each kind of fault, hint and correction; invented people."""
    numbers = ("110101199003070011", "110101199003070038", "11010119900307", "110101199003070054", "110101199003070070")
    lines = [HEADERS]
    rows = (
        ("A-01", "张示例", numbers[0], "13800000001", "12300.00", "64", "广东省样本市演示区演示路 12 号"),
        ("A-02", "王测试", numbers[1], "13800000002", "8420.10", "71", "广东省样本市示例区示例新村 8 幢"),
        ("A-03", "李演示", numbers[2], "13800000003", "18240.55", "97", "广东省样本市演示区演示路 12 号 3 栋 502"),
        ("A-04", "赵样本", numbers[3], "", "6000.00", "120", "广东省样本市演示区虚构街道 21 号"),
        ("A-05", "陈虚构", numbers[4], "13800000005", "１２０００元", "88", "广东省样本市演示区模板路 66 弄"),
        ("A-06", "周假设", "", "13800000006", "4150.00", "-3", "广东省样本市演示区演练花园 3 幢"),
        ("A-07", "吴范例", numbers[0], "13800000007", "9900.00", "101", "广东省样本市演示区范本里 4 号"),
        ("A-08", "郑试用", "", "13800000008", "7777.00", "66", "广东省样本市演示区占位路 60 号"),
        ("A-09", "钱样例", "", "13800000009", "很多", "190", "广东省样本市演示区虚拟村 23 号"),
    )
    lines += [",".join((*row, "第一批")) for row in rows]
    path = folder / "示例账户 2026-11-24.csv"
    path.write_text("\r\n".join(lines), encoding="utf-8")
    return path


def over(make: Callable[[], SampleBranch]) -> Callable[[], tuple[PageSpec, ...]]:
    """Pages over a fresh branch."""
    return lambda: pages(make())


def _folder() -> Path:
    return Path(mkdtemp(prefix="visitdesk-screens-"))


def _settle(window: MainWindow) -> None:
    from tests.screenshots import settle  # noqa: PLC0415  # it sets the platform when imported

    while window.shell.jobs.is_busy or getattr(window.top, "is_reading", False):
        settle(1)
    settle(3)


def objected() -> SampleBranch:
    """The first case has an objection: the verdict blocks."""
    branch = sound_branch()
    branch.compliance.record_objection(
        CHIEF,
        CaseId("C-2026-00001"),
        ObjectionGround.AMOUNT,
        words="金额不对，去年已经还过三千。",
        received_at=NOW - timedelta(hours=2),
        owner=CHIEF.user,
    )
    return branch


def _times(window: MainWindow) -> None:
    _settle(window)
    window.shell.actions[Key.OTHER_TIME].trigger()


def _contact(window: MainWindow) -> None:
    _settle(window)
    window.shell.actions[Key.LOG_CONTACT].trigger()


def _hold(window: MainWindow) -> None:
    _settle(window)
    window.shell.actions[Key.HOLD].trigger()


def _request(window: MainWindow) -> None:
    _settle(window)
    window.shell.actions[Key.INTO_PLAN].trigger()


def _read_file(window: MainWindow) -> None:
    page = window.top
    if page is not None:
        page.opened(Selection(kind="file", id=str(account_file(_folder()))))
    _settle(window)


def _columns(window: MainWindow) -> None:
    _read_file(window)
    previous = window.findChild(QAbstractButton, "import.previous")
    if previous is not None:
        previous.click()


def _check(window: MainWindow) -> None:
    _read_file(window)
    window.shell.actions[Key.NEXT_PROBLEM].trigger()


def _done(window: MainWindow) -> None:
    _read_file(window)
    window.shell.actions[Key.FINISH].trigger()
    _settle(window)


def held() -> SampleBranch:
    """Rows are held back."""
    from tests.cases.builders import read  # noqa: PLC0415  # spreadsheets cost start-up

    branch = sound_branch()
    path = account_file(_folder())
    branch.intake.take_in(CHIEF, read(path.read_bytes(), path.name))
    return branch


SCREENS = (
    Screen(name="cases-list", page="cases", specs=over(sound_branch)),
    Screen(name="cases-empty", page="cases", specs=over(SampleBranch)),
    Screen(name="cases-case", page="cases/case", specs=over(sound_branch), selection=ONE),
    Screen(name="cases-blocked", page="cases/case", specs=over(objected), selection=ONE),
    Screen(
        name="cases-requested",
        page="cases/case",
        specs=over(lambda: sound_branch(VisitState.REQUESTED)),
        selection=ONE,
    ),
    Screen(
        name="cases-bare",
        page="cases/case",
        specs=over(sound_branch),
        selection=Selection(kind="case", id="C-2026-00008"),
    ),
    Screen(name="cases-times", page="cases/case", specs=over(sound_branch), selection=ONE, prepare=_times),
    Screen(name="cases-contact", page="cases/case", specs=over(sound_branch), selection=ONE, prepare=_contact),
    Screen(name="cases-hold", page="cases/case", specs=over(sound_branch), selection=ONE, prepare=_hold),
    Screen(
        name="cases-request",
        page="cases/case",
        specs=over(sound_branch),
        selection=Selection(kind="case", id="C-2026-00008"),
        prepare=_request,
    ),
    Screen(name="cases-import-choose", page="cases/import", specs=over(sound_branch)),
    Screen(name="cases-import-columns", page="cases/import", specs=over(sound_branch), prepare=_columns),
    Screen(name="cases-import-check", page="cases/import", specs=over(sound_branch), prepare=_check),
    Screen(name="cases-import-done", page="cases/import", specs=over(sound_branch), prepare=_done),
    Screen(name="cases-held", page="cases/held", specs=over(held)),
)
