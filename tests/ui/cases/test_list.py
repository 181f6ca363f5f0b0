"""The list of cases: filters, pinyin, many at once, saved selections, speed."""

from dataclasses import replace
from datetime import timedelta
from time import process_time

from PySide6.QtCore import QItemSelectionModel

from tests.robots.cases import CasesRobot
from tests.screens import NOW
from tests.ui.cases.branch import CHIEF, SampleBranch, make_case, sound_branch
from tests.ui.cases.conftest import OpenCases
from visitdesk.cases.model import CaseId, VisitState
from visitdesk.cases.search import search_words
from visitdesk.changed import Changed, Subject
from visitdesk.compliance.model import HoldKind
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.cases.list_page import CasesPage
from visitdesk.ui.cases.source import CaseSource
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.search import find, index

CLERK = Actor(user=UserId("wang"), roles=frozenset({Role.CLERK}))


def _shown(robot: CasesRobot) -> list[str]:
    page = robot.page(CasesPage)
    return [line.id for line in page.table.rows.shown()]


def _choose(robot: CasesRobot, *ids: str) -> None:
    table = robot.page(CasesPage).table
    table.clearSelection()
    flag = QItemSelectionModel.SelectionFlag
    for one in ids:
        at = table.rows.index(table.rows.row_of(one), 0)
        table.selectionModel().select(at, flag.Select | flag.Rows)


def test_that_chips_show_whom_we_may_visit_and_who_waits(open_cases: OpenCases) -> None:
    robot = open_cases(sound_branch())
    page = robot.page(CasesPage)
    page.set_filter("held")
    assert _shown(robot) == ["C-2026-00007"]
    page.set_filter("requested")
    assert _shown(robot) == ["C-2026-00002", "C-2026-00003"]
    page.set_filter("allowed")
    assert "C-2026-00001" in _shown(robot)


def test_that_a_case_is_found_by_initials_though_its_name_is_masked(open_cases: OpenCases) -> None:
    robot = open_cases(sound_branch())
    robot.page(CasesPage).search.setText("zsl")
    assert _shown(robot) == ["C-2026-00002"]
    robot.page(CasesPage).search.setText("zds 00010")
    assert not _shown(robot)
    robot.page(CasesPage).search.setText("00010")
    assert _shown(robot) == ["C-2026-00010"]


def test_that_requests_are_approved_together_and_what_failed_is_told(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = open_cases(branch)
    _choose(robot, "C-2026-00002", "C-2026-00003")
    branch.visits.approve(robot.window.shell.actor, "V2", "先批", branch.visit("V2").version)  # type: ignore[arg-type]
    robot.clicks("cases.approve_many").fills("cases.approve.reason", "符合最后手段").clicks("cases.approve.deed")
    assert branch.visit("V3").state is VisitState.POOLED
    assert branch.visit("V3").decision_reason == "符合最后手段"
    assert robot.robot.sees("cases.many.cases.wrong_state")
    robot.waits(lambda: robot.page(CasesPage).filter() == "all")


def test_that_a_clerk_cannot_approve(open_cases: OpenCases) -> None:
    robot = open_cases(sound_branch(), actor=CLERK)
    _choose(robot, "C-2026-00002", "C-2026-00003")
    assert not robot.robot.sees("cases.approve_many")


def test_that_several_cases_are_held_with_one_reason(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = open_cases(branch)
    _choose(robot, "C-2026-00008", "C-2026-00009")
    robot.clicks("cases.hold_many").fills("hold.reason", "等待贷款机构核对").clicks("hold.deed")
    assert {hold.case for hold in branch.compliance.open_holds()} >= {"C-2026-00008", "C-2026-00009"}
    robot.page(CasesPage).set_filter("held")
    assert set(_shown(robot)) == {"C-2026-00007", "C-2026-00008", "C-2026-00009"}


def test_that_a_saved_selection_brings_back_chip_words_and_order(open_cases: OpenCases) -> None:
    robot = open_cases(sound_branch())
    page = robot.page(CasesPage)
    page.set_filter("requested")
    page.search.setText("示例")
    page.table.sort_by("days", descending=True)
    page.selections.save()
    robot.fills("view.name", "待批大额").clicks("cases.save_view.deed")
    page.set_filter("all")
    page.search.clear()
    page.table.sort_by("")
    page.use_view(page.views.all()[0])
    assert (page.filter(), page.search.text(), page.table.rows.sorted_by) == ("requested", "示例", ("days", True))


def test_that_another_desk_s_hold_shows_at_once_and_the_choice_stays(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = open_cases(branch)
    _choose(robot, "C-2026-00004")
    branch.transactions.unit.cases.kept[CaseId("C-2026-00004")] = replace(
        branch.case("C-2026-00004"), lender="虚构银行"
    )
    robot.window.shell.announce(Changed.one(Subject.CASE, "C-2026-00004"))
    robot.rests()
    table = robot.page(CasesPage).table
    assert table.selected_ids() == ["C-2026-00004"]
    assert table.selected()[0].lender == "虚构银行"


def test_that_the_order_by_verdict_follows_new_verdicts(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = open_cases(branch)
    robot.page(CasesPage).table.sort_by("verdict")
    assert _shown(robot)[0] == "C-2026-00007"
    until = NOW + timedelta(days=1)
    branch.compliance.place_hold(
        CHIEF, CaseId("C-2026-00001"), HoldKind.OTHER, reason="核对", owner=CHIEF.user, deadline=until
    )
    robot.window.shell.announce(Changed.one(Subject.HOLD))
    robot.rests()
    assert _shown(robot)[0] == "C-2026-00001"


def test_that_third_person_mode_shows_no_debt(open_cases: OpenCases) -> None:
    robot = open_cases(sound_branch()).triggers(Key.THIRD_PERSON)
    table = robot.page(CasesPage).table
    hidden = {one.key for at, one in enumerate(table.rows.columns) if table.isColumnHidden(at)}
    assert hidden == {"days", "outstanding", "verdict"}
    robot.triggers(Key.THIRD_PERSON)
    assert not any(table.isColumnHidden(at) for at in range(len(table.rows.columns)))


def test_that_an_empty_branch_offers_the_import(open_cases: OpenCases) -> None:
    robot = open_cases(SampleBranch()).clicks("cases.empty.import")
    assert robot.window.top is not None
    assert robot.window.top.objectName() == "page.cases/import"


def test_that_a_hundred_thousand_cases_are_shown_and_filtered_without_a_wait(open_cases: OpenCases) -> None:
    robot = open_cases(sound_branch())
    page = robot.page(CasesPage)
    words = search_words("C-1", "李演示", ("+8613800000003",))
    one = page.table.rows.row_at(0)
    lines = tuple(one._replace(id=CaseId(f"C-{i:06}"), search=f"c-{i:06} {words}") for i in range(100_000))
    begun = process_time()
    page.table.set_rows(lines)
    shown = process_time()
    page.search.setText("c-099999")
    filtered = process_time()
    assert _shown(robot) == ["C-099999"]
    assert shown - begun < 1.0
    assert filtered - shown < 1.0


def test_that_the_palette_finds_cases_by_pinyin_and_never_shows_the_name() -> None:
    branch = SampleBranch([make_case(1, "曾示例")])
    entries = index(CaseSource(branch.cases).entries())
    for words in ("zengshili", "zsl", "c-2026-00001", "0003"):
        hits, count = find(entries, words)
        assert count == 1, words
        assert "示例" not in hits[0].entry.title
