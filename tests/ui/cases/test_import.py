"""The import wizard and the rows held back: nothing lost, nothing changed before the last step."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from tests.cases.builders import read, text
from tests.robots.cases import CasesRobot
from tests.screens import NOW
from tests.ui.cases.branch import CHIEF, SampleBranch, sound_branch
from tests.ui.cases.conftest import OpenCases
from tests.ui.cases.screens import account_file, held
from visitdesk.cases.model import CaseId, HeldState
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.cases.check_step import note_words
from visitdesk.ui.cases.export import held_rows, write_there
from visitdesk.ui.cases.held_page import SET_ASIDE, HeldPage
from visitdesk.ui.cases.import_draft import Read
from visitdesk.ui.cases.import_page import ImportPage
from visitdesk.ui.cases.list_page import CasesPage
from visitdesk.ui.cases.preview import Kind, preview_rows
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.theme import Theme
from visitdesk.wording import Lang


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return account_file(tmp_path)


def _open(open_cases: OpenCases, branch: SampleBranch, file: Path) -> CasesRobot:
    return open_cases(branch, "cases/import", Selection(kind="file", id=str(file)))


def test_that_every_row_is_shown_with_its_fault_hint_or_correction(theme: Theme, file: Path) -> None:
    branch = SampleBranch()
    reading = read(file.read_bytes(), file.name)
    rows = {one.row: one for one in preview_rows(reading, branch.intake.preview(CHIEF, reading))}
    assert list(rows) == list(range(2, 11))
    assert {row: one.kind for row, one in rows.items() if one.kind} == {
        4: Kind.ERROR,
        5: Kind.HINT,
        6: Kind.AUTO,
        7: Kind.ERROR,
        8: Kind.HINT,
        10: Kind.ERROR,
    }
    assert note_words(rows[6].notes[0]) == "Unit in the cell, read as 12000.00"
    assert "row 2" in note_words(rows[8].notes[0])
    assert dict(rows[4].originals)["证件号"] == "11010119900307"
    assert "19900307" not in "".join(rows[4].cells.values())


def test_that_a_known_layout_goes_straight_to_the_check_and_f7_walks_the_questions(
    open_cases: OpenCases, file: Path
) -> None:
    robot = _open(open_cases, SampleBranch(), file)
    page = robot.page(ImportPage)
    assert page.draft.step == 3
    seen = []
    for _ in range(7):
        robot.triggers(Key.NEXT_PROBLEM)
        seen.append(robot.reads("import.row.title"))
    assert seen == ["Row 4", "Row 5", "Row 6", "Row 7", "Row 8", "Row 10", "Row 4"]
    assert "家庭住址: 广东省样本市演示区演示路 12 号 3 栋 502" in robot.reads("import.row.original")


def test_that_chips_narrow_the_list_and_their_numbers_add_up(open_cases: OpenCases, file: Path) -> None:
    robot = _open(open_cases, SampleBranch(), file)
    page = robot.page(ImportPage)
    texts = {key: robot.robot.find(QAbstractButton, f"filter.{key}").text() for key in ("all", "error", "hint", "auto")}
    assert texts == {"all": "All 9", "error": "Errors 3", "hint": "Hints 2", "auto": "Corrected 1"}
    page.set_filter("error")
    assert len(robot.table("import.table").rows.shown()) == 3


def test_that_importing_tells_every_row_and_keeps_bad_ones(open_cases: OpenCases, file: Path) -> None:
    branch = SampleBranch()
    robot = _open(open_cases, branch, file)
    assert robot.reads("import.counts") == "to import 6, held back 3"
    assert not branch.transactions.unit.cases.kept, "nothing is changed before the last step"
    robot.triggers(Key.FINISH)
    assert robot.reads("import.done.title") == "9 rows read, none lost"
    assert robot.reads("import.done.words").splitlines()[0] == "new 6, held back 3"
    assert set(branch.transactions.unit.cases.kept) == {f"A-0{i}" for i in (1, 2, 4, 5, 7, 8)}
    robot.clicks("import.open_held")
    assert len(robot.page(HeldPage).table.rows.shown()) == 3


def test_that_leaving_loses_nothing_and_the_list_reminds(open_cases: OpenCases, file: Path) -> None:
    branch = SampleBranch()
    robot = _open(open_cases, branch, file)
    robot.window.shell.go("cases")
    robot.rests()
    assert not branch.transactions.unit.cases.kept
    assert robot.robot.sees("cases.draft")
    file.unlink()
    robot.clicks("cases.draft.action")
    assert robot.page(ImportPage).draft.step == 3
    robot.triggers(Key.FINISH)
    assert len(branch.transactions.unit.cases.kept) == 6


def test_that_a_column_is_matched_by_hand_and_says_so(open_cases: OpenCases, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(text("案件号,借款人,奇怪的一列,甲,乙", "B-1,张示例,13800000001,x,y", "B-2,王测试,13800000002,x,y"))
    branch = SampleBranch()
    robot = _open(open_cases, branch, file)
    assert robot.page(ImportPage).draft.step == 2, "most columns are not known"
    box = robot.robot.find(QComboBox, "import.column.3")
    box.setCurrentIndex(box.findData("phone"))
    box.activated.emit(box.currentIndex())
    robot.rests()
    assert any(label.text() == "chosen by you" for label in robot.window.findChildren(QLabel) if label.isVisible())
    robot.triggers(Key.FINISH).triggers(Key.FINISH)
    assert branch.transactions.unit.cases.kept[CaseId("B-1")].borrower.phones == ("+8613800000001",)


def test_that_a_wrong_file_is_refused_in_one_sentence_and_the_page_stays(open_cases: OpenCases, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"%PDF-1.7 nothing")
    robot = _open(open_cases, SampleBranch(), file)
    assert robot.robot.sees("fault_bar")
    assert robot.page(ImportPage).draft.step == 1
    assert not robot.window.shell.actions[Key.FINISH].isEnabled()


def test_that_reading_can_be_cancelled_and_leaves_nothing_behind(open_cases: OpenCases, file: Path) -> None:
    robot = open_cases(SampleBranch(), "cases/import")
    page = robot.page(ImportPage)
    page.read_file(str(file))
    page.cancel()
    robot.rests()
    assert not page.draft.is_under_way
    assert page.draft.step == 1


def test_that_a_file_that_is_gone_is_told(open_cases: OpenCases, tmp_path: Path) -> None:
    robot = _open(open_cases, SampleBranch(), tmp_path / "gone.csv")
    assert robot.robot.sees("fault_bar")


def test_that_a_file_dropped_on_the_list_opens_the_wizard(open_cases: OpenCases, file: Path) -> None:
    robot = open_cases(sound_branch())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    robot.page(CasesPage).dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, left, plain))
    robot.rests()
    assert robot.page(ImportPage).draft.name == file.name


def test_that_the_same_file_twice_changes_nothing(open_cases: OpenCases, file: Path) -> None:
    branch = SampleBranch()
    robot = _open(open_cases, branch, file).triggers(Key.FINISH)
    before = dict(branch.transactions.unit.cases.kept)
    robot.page(ImportPage).read_file(str(file))
    robot.rests()
    assert robot.reads("import.counts") == "to import 0, held back 3, unchanged 6"
    robot.triggers(Key.FINISH)
    assert branch.transactions.unit.cases.kept == before
    assert len(branch.intake.held(CHIEF)) == 3


def test_that_the_questions_are_written_as_a_workbook_with_original_cells(
    open_cases: OpenCases, file: Path, tmp_path: Path
) -> None:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    robot = _open(open_cases, SampleBranch(), file)
    read_now = robot.page(ImportPage).draft.read
    assert isinstance(read_now, Read)
    target = tmp_path / "questions.xlsx"
    write_there(robot.page(ImportPage), lambda: held_rows(read_now, NOW, Lang.ZH), str(target))
    robot.rests()
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert len(rows) == 4
    assert "11010119900307" in rows[1]
    assert not target.with_name("questions.xlsx.part").exists()


def test_that_a_place_that_cannot_be_written_is_told(open_cases: OpenCases, file: Path, tmp_path: Path) -> None:
    robot = _open(open_cases, SampleBranch(), file)
    write_there(robot.page(ImportPage), lambda: b"x", str(tmp_path / "absent" / "q.xlsx"))
    robot.rests()
    assert robot.robot.sees("fault_bar")


def test_that_held_rows_are_set_aside_with_a_reason_and_stay_on_file(open_cases: OpenCases) -> None:
    branch = held()
    robot = open_cases(branch, "cases/held")
    page = robot.page(HeldPage)
    assert not robot.window.shell.actions[SET_ASIDE].isEnabled()
    page.table.selectRow(0)
    assert "11010119900307" in robot.reads("held.original")
    robot.triggers(SET_ASIDE).fills("held.set_aside.reason", "贷款机构撤回").clicks("held.set_aside.deed")
    assert len(page.table.rows.shown()) == 2
    page.set_filter(HeldState.DISCARDED.value)
    assert [one.case_no for one in page.table.rows.shown()] == ["A-03"]


def test_that_held_rows_are_denied_to_others_in_words(open_cases: OpenCases) -> None:
    officer = Actor(user=UserId("qian"), roles=frozenset({Role.SAFETY_OFFICER}))
    robot = open_cases(held(), actor=officer)
    robot.window.shell.go("cases/held")
    assert robot.rests().robot.sees("state.denied")
