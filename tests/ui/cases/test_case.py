"""The page of one case: verdict, unmasking, deeds, checklist, another time."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from tests.robots.cases import CasesRobot
from tests.screens import NOW
from tests.ui.cases.branch import SampleBranch, make_case, sound_branch
from tests.ui.cases.conftest import OpenCases
from tests.ui.cases.screens import ONE, objected
from visitdesk.cases.model import CaseId, Channel, VisitState
from visitdesk.compliance.model import ObjectionState
from visitdesk.errors import Unavailable
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.cases.case_model import Answer, answer_of, first_allowed
from visitdesk.ui.cases.case_page import CaseScreen
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection

FIRST = CaseId("C-2026-00001")
OFFICER = Actor(user=UserId("qian"), roles=frozenset({Role.SAFETY_OFFICER}))


def _open(open_cases: OpenCases, branch: SampleBranch, actor: Actor | None = None) -> CasesRobot:
    return open_cases(branch, "cases/case", ONE, actor)


def test_that_a_lawful_visit_reads_may_be_visited_and_counts_its_rules(open_cases: OpenCases) -> None:
    robot = _open(open_cases, sound_branch())
    assert robot.reads("case.verdict.word") == "May be visited"
    assert "Wed 25 Nov 09:00" in robot.reads("case.verdict.about")


def test_that_an_objection_blocks_first_with_clause_force_and_evidence(open_cases: OpenCases) -> None:
    robot = _open(open_cases, objected())
    assert robot.reads("case.verdict.word") == "Not to be visited"
    rows = robot.window.findChildren(QPushButton, "cure.cn-objection-flag")
    assert len(rows) == 1
    page = robot.page(CaseScreen)
    assert page.verdict.other_time.property("kind") == "accent"
    assert not robot.window.shell.actions[Key.INTO_PLAN].isEnabled()


def test_that_policy_is_never_called_law(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = open_cases(branch, "cases/case", Selection(kind="case", id="C-2026-00003"))
    words = [label.text() for label in robot.page(CaseScreen).verdict.findChildren(QLabel)]
    assert any("Product policy" in one for one in words)


def test_that_a_fact_is_unmasked_with_a_reason_for_sixty_seconds(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch)
    robot.clicks("reveal.id_number").clicks("reveal.deed")
    assert robot.has_dialog("reveal"), "no reason, no unmasking"
    robot.fills("reveal.reason", "核对证件").clicks("reveal.deed")
    assert robot.reads("case.id_number") == "110000199001010000"
    assert branch.transactions.unit.audit.deeds[-1].name == "case.reveal"
    page = robot.page(CaseScreen)
    page.borrower.tick(NOW + timedelta(seconds=59))
    assert robot.reads("case.id_number") == "110000199001010000"
    page.borrower.tick(NOW + timedelta(seconds=60))
    robot.rests()
    assert "199001" not in robot.reads("case.id_number")


def test_that_a_safety_officer_without_a_live_visit_reads_why_nothing_is_shown(open_cases: OpenCases) -> None:
    robot = _open(open_cases, sound_branch(), OFFICER)
    robot.clicks("reveal.phones").fills("reveal.reason", "想看").clicks("reveal.deed")
    assert "only while a visit" in robot.reads("reveal.fault")
    assert "0003" in robot.reads("case.phones")
    assert "138" not in robot.reads("case.phones")


def test_that_a_contact_is_logged_with_ctrl_l_and_stands_in_the_trail(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch).triggers(Key.LOG_CONTACT)
    robot.clicks("contact.reached.yes").fills("contact.note", "愿意分期").clicks("contact.deed")
    last = branch.case().trail[-1]
    assert (last.channel, last.reached, last.note, last.at) == (Channel.PHONE, True, "愿意分期", NOW)
    assert "Telephone 3" in robot.reads("case.use.phone")


def test_that_an_objection_stops_visits_at_once_and_the_page_says_so(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch).clicks("stops.objection")
    robot.fills("objection.words", "这笔钱我去年已经还了。").clicks("objection.deed")
    assert robot.reads("case.verdict.word") == "Not to be visited"
    assert robot.robot.sees("case.turned")
    assert branch.compliance.standing(FIRST).objections[0].words == "这笔钱我去年已经还了。"


def test_that_an_answer_needs_a_finding_and_a_hold_two_people(open_cases: OpenCases) -> None:
    branch = objected()
    robot = _open(open_cases, branch)
    objection = branch.compliance.standing(FIRST).objections[0]
    robot.clicks(f"stops.answer.{objection.id}").fills("answer.words", "已核对流水").clicks("answer.deed")
    assert robot.has_dialog("answer")
    robot.clicks("answer.upheld.no").clicks("answer.deed")
    assert branch.compliance.standing(FIRST).objections[0].state is ObjectionState.NOT_UPHELD
    hold = branch.compliance.standing(FIRST).holds[0]
    robot.clicks(f"stops.release.{hold.id}").fills("release.reason", "已答复").fills("release.user", "qian")
    robot.fills("release.password", "wrong").clicks("release.deed")
    assert branch.compliance.standing(FIRST).holds[0].is_open
    assert robot.reads("release.fault")
    robot.fills("release.password", "secret").clicks("release.deed")
    assert not branch.compliance.standing(FIRST).holds[0].is_open
    assert robot.reads("case.verdict.word") == "May be visited"


def test_that_the_checklist_names_who_vouched_and_gates_the_departure(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch)
    assert robot.reads("case.prepared") == "5 / 8"
    assert "cannot leave" in robot.reads("case.gate")
    for item in ("strategy", "talking_points", "notice"):
        robot.robot.find(QCheckBox, f"prepare.{item}").click()
        robot.rests()
    assert branch.visit().is_prepared
    assert dict(branch.visit().prepared).popitem()[1] == "zhao"
    assert "may leave" in robot.reads("case.gate")


def test_that_changed_talking_points_lose_their_tick(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch)
    robot.robot.find(QCheckBox, "prepare.talking_points").click()
    robot.rests().clicks("visit.talking_points").fills("talking_points.lines", "先核对身份\n再说来意")
    robot.clicks("talking_points.deed")
    assert branch.visit().talking_points == ("先核对身份", "再说来意")
    assert not robot.robot.find(QCheckBox, "prepare.talking_points").isChecked()


def test_that_a_visit_is_asked_for_with_purpose_reason_window_and_needs(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = open_cases(branch, "cases/case", Selection(kind="case", id="C-2026-00008")).triggers(Key.INTO_PLAN)
    robot.clicks("visit.request.deed")
    assert robot.has_dialog("visit.request"), "purpose and reason are required"
    robot.fills("visit.purpose", "核对地址").fills("visit.reason", "短信电话均未回应")
    robot.robot.find(QCheckBox, "visit.has_window").setChecked(True)
    robot.robot.find(QCheckBox, "visit.need.female").setChecked(True)
    robot.clicks("visit.request.deed")
    visit = next(one for one in branch.transactions.unit.visits.kept.values() if one.case == "C-2026-00008")
    assert (visit.state, visit.purpose, visit.needs) == (VisitState.REQUESTED, "核对地址", frozenset({"female"}))
    assert [end - start for start, end in visit.windows] == [timedelta(hours=8)]
    robot.clicks("visit.approve").fills("approve.reason", "符合最后手段").clicks("approve.deed")
    assert branch.visit(visit.id).state is VisitState.POOLED


def test_that_a_request_is_not_approved_with_a_reason(open_cases: OpenCases) -> None:
    branch = sound_branch(VisitState.REQUESTED)
    robot = _open(open_cases, branch).clicks("visit.refuse").clicks("refuse.deed")
    assert robot.has_dialog("refuse")
    robot.fills("refuse.reason", "先再打电话").clicks("refuse.deed")
    assert branch.visit().state is VisitState.REFUSED
    assert branch.visit().decision_reason == "先再打电话"


def test_that_another_time_shows_when_it_turns_allowed_and_next_jumps_there(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch).triggers(Key.OTHER_TIME)
    slider = robot.page(CaseScreen).verdict.slider
    assert slider.isVisible()
    assert "Turns allowed" in robot.reads("case.slider.words")
    slider.slider.setValue(40)
    before = slider.slider.value()
    robot.clicks("case.slider.next")
    assert slider.slider.value() > before
    assert robot.reads("case.verdict.word") != "Not to be visited"
    robot.clicks("case.slider.close")
    assert "09:00" in robot.reads("case.verdict.about")


def test_that_nobody_finds_a_time_while_an_objection_is_open(open_cases: OpenCases) -> None:
    robot = _open(open_cases, objected()).triggers(Key.OTHER_TIME)
    assert "No time in the next seven days" in robot.reads("case.slider.words")
    assert not robot.robot.find(QPushButton, "case.slider.next").isEnabled()


def test_that_a_dead_address_is_reported_with_a_reason_and_no_visit_goes_there(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch).clicks("case.dead.C-2026-00001-home")
    robot.fills("dead_address.reason", "邻居说已搬走").clicks("dead_address.deed")
    assert branch.case().addresses[0].is_dead
    assert robot.reads("case.verdict.word") == "Not to be visited"


def test_that_hardship_papers_and_consent_are_entered(open_cases: OpenCases) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch)
    robot.clicks("case.hardship").fills("hardship.words", "住院").clicks("hardship.deed")
    robot.clicks("case.add_document").fills("document.number", "DZ-1").clicks("document.deed")
    robot.clicks("stops.consent").fills("consent.how", "短信").clicks("consent.deed")
    assert branch.case().hardship_reason == "住院"
    assert branch.case().documents[-1].number == "DZ-1"
    assert branch.compliance.standing(FIRST).consents[0].how == "短信"


def test_that_previous_and_next_walk_the_list_as_it_was_shown(open_cases: OpenCases) -> None:
    robot = open_cases(sound_branch())
    page = robot.window.top
    assert page is not None
    page.search.setText("示例银行")  # type: ignore[attr-defined]  # the list
    page.table.row_opened.emit(page.table.rows.row_at(1))  # type: ignore[attr-defined]  # the list
    robot.rests().triggers(Key.NEXT)
    assert "C-2026-00003" in robot.page(CaseScreen).title.text()
    assert "3 of 10" in robot.page(CaseScreen).subtitle.text()
    robot.triggers(Key.PREVIOUS).triggers(Key.PREVIOUS)
    assert "C-2026-00001" in robot.page(CaseScreen).title.text()
    assert not robot.window.shell.actions[Key.PREVIOUS].isEnabled()


def test_that_a_safety_officer_sees_every_deed_that_is_not_his_with_the_reason(open_cases: OpenCases) -> None:
    robot = _open(open_cases, sound_branch(VisitState.REQUESTED), OFFICER)
    box = robot.robot.find(QCheckBox, "prepare.strategy")
    assert not box.isEnabled()
    assert "Supervisors and clerks" in box.toolTip()
    assert not robot.robot.sees("visit.approve")
    assert "supervisor" in robot.window.shell.actions[Key.LOG_CONTACT].toolTip()


def test_that_a_fault_is_told_and_the_page_can_be_read_again(
    open_cases: OpenCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    branch = sound_branch()
    robot = _open(open_cases, branch)

    def locked(_case: CaseId) -> None:
        raise Unavailable("store.locked")

    with monkeypatch.context() as patch:
        patch.setattr(branch.cases, "open", locked)
        robot.triggers(Key.RELOAD)
        assert robot.robot.sees("fault_bar")
    robot.clicks("fault_bar.action")
    assert robot.reads("case.verdict.word") == "May be visited"


def test_that_a_case_without_a_visit_is_judged_as_it_would_be_asked_for() -> None:
    branch = SampleBranch([make_case(1)])
    verdict = branch.judge.verdicts(FIRST, None, [NOW])[0]
    assert answer_of(verdict) is Answer.BLOCKED, "nobody was told of the agency"
    assert first_allowed([Answer.BLOCKED, Answer.REASON, Answer.BLOCKED]) == 1
    assert first_allowed([Answer.BLOCKED], 0) is None
