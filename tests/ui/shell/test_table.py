"""Tables: order, filter, selection by id; quick enough for 100,000 rows."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.robots.hands import press
from tests.ui.shell.sample import COLUMNS, ROWS, Sample
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.table import Table, ValueRole


@pytest.fixture
def table(qtbot: QtBot, language: Language) -> Table[Sample]:
    made: Table[Sample] = Table(COLUMNS, lambda r: r.id, name="t", label=lambda: "Cases", many=True)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_rows(ROWS)
    made.show()
    return made


def _names(table: Table[Sample]) -> list[str]:
    return [row.name for row in table.rows.shown()]


def test_that_names_sort_by_pinyin(table: Table[Sample]) -> None:
    table.sort_by("name")
    assert _names(table) == ["陈虚构", "李演示", "钱样例", "王测试", "吴范例", "张示例", "赵样本", "郑试用", "周假设"]


def test_that_amounts_sort_as_numbers_both_ways(table: Table[Sample]) -> None:
    table.sort_by("sum", descending=True)
    assert [row.cents for row in table.rows.shown()] == sorted((row.cents for row in ROWS), reverse=True)


def test_that_the_selected_row_stays_selected_through_sort_filter_and_refresh(table: Table[Sample]) -> None:
    table.select_id("C-2026-00003")
    for key, descending in itertools.product(("name", "sum", "id"), (True, False)):
        table.sort_by(key, descending=descending)
        assert table.selected_ids() == ["C-2026-00003"]
    table.set_filter("演示")
    table.set_filter("")
    table.set_rows(reversed(ROWS))
    assert table.selected_ids() == ["C-2026-00003"]
    assert table.currentIndex().data(ValueRole.VALUE) == ROWS[2]


def test_that_a_filter_keeps_rows_with_every_word(table: Table[Sample]) -> None:
    table.set_filter("不可外访 张")
    assert _names(table) == ["张示例"]
    table.set_filter(keep=lambda row: row.days > 37)
    assert _names(table) == ["郑试用", "钱样例"]


def test_that_a_selection_that_is_filtered_away_is_told(qtbot: QtBot, table: Table[Sample]) -> None:
    table.select_id("C-2026-00003")
    with qtbot.waitSignal(table.row_selected) as told:
        table.set_filter("王测试")
    assert told.args == [None]


def test_that_enter_and_double_click_open_a_row(qtbot: QtBot, table: Table[Sample]) -> None:
    table.select_id("C-2026-00002")
    with qtbot.waitSignal(table.row_opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_that_changed_values_do_not_move_rows(table: Table[Sample]) -> None:
    table.sort_by("sum")
    table.rows.replace([Sample(id="C-2026-00001", name="张示例", days=1, cents=99_999_999)])
    assert _names(table)[0] == "张示例"
    assert table.rows.row_at(0).cents == 99_999_999


def test_that_the_model_keeps_qts_rules(qtbot: QtBot, table: Table[Sample]) -> None:
    tester = QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.sort_by("name", descending=True)
    table.set_filter("演")
    table.set_rows(ROWS[:2])
    table.set_rows(())
    assert tester.model() is table.rows


def test_that_a_hundred_thousand_rows_open_filter_and_sort(qtbot: QtBot, table: Table[Sample]) -> None:
    many = [Sample(id=f"C{i}", name=f"张{i}", days=i % 300, cents=i) for i in range(100_000)]
    table.set_rows(many)
    table.sort_by("days", descending=True)
    table.set_filter("张99999")
    assert [row.id for row in table.rows.shown()] == ["C99999"]
