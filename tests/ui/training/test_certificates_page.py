"""Certificates: listed, issued, looked at, revoked with a reason; who may not is told why."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from tests.robots.training import TrainingRobot
from tests.ui.training.conftest import OpenAt
from tests.ui.training.scene import M0, FakePapers, TrainingScene, busy_branch
from visitdesk.changed import Subject
from visitdesk.people.model import CollectorId
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.training.certificates_page import CertificatesPage

OWN = CollectorId("C01")


def at_shelf(at_desk: OpenAt, scene: TrainingScene, number: str = "VD-2026-0001") -> TrainingRobot:
    return at_desk(scene, "training/certificates", "", Selection(kind="certificate", id=number))


def button(robot: TrainingRobot, name: str) -> QAbstractButton:
    return robot.robot.find(QAbstractButton, name, robot.page)


def shelf(robot: TrainingRobot) -> CertificatesPage:
    assert isinstance(robot.page, CertificatesPage)
    return robot.page


def test_that_chips_count_and_filter_by_state(at_desk: OpenAt) -> None:
    robot = at_shelf(at_desk, busy_branch())
    assert button(robot, "filter.expired").text() == "expired 2"
    robot.clicks("filter.revoked")
    assert [row.certificate.number for row in shelf(robot).table.rows.shown()] == ["VD-2026-0003"]


def test_that_only_who_has_done_everything_is_offered_and_the_rooms_above_are_told(at_desk: OpenAt) -> None:
    scene = busy_branch()
    robot = at_shelf(at_desk, scene)
    heard = robot.hears_what_follows()
    robot.does(Key.NEW)
    who = robot.robot.find(QComboBox, "issue.who", robot.robot.dialog)
    assert [who.itemText(at) for at in range(who.count())] == ["吴范例  C07  Law and red lines"]
    robot.confirms("issue.deed")
    assert heard[0].ids(Subject.COLLECTOR) == {"C07"}
    assert scene.training.certificates_of(CollectorId("C07"))[0].module == M0
    assert not robot.action(Key.NEW).isEnabled()


def test_that_revoking_needs_a_reason_and_drops_the_holder_from_plans(at_desk: OpenAt) -> None:
    scene = busy_branch()
    robot = at_shelf(at_desk, scene)
    heard = robot.hears_what_follows()
    robot.clicks("certificate.revoke").confirms("revoke.deed")
    assert heard == []
    robot.writes("revoke.words", "Answered by somebody else").confirms("revoke.deed")
    assert heard[0].ids(Subject.COLLECTOR) == {OWN}
    kept = next(one for one in scene.training.certificates_of() if one.number == "VD-2026-0001")
    assert kept.revoked_reason == "Answered by somebody else"
    assert button(robot, "certificate.revoke").toolTip() == "It is revoked already."
    assert robot.robot.find(QLabel, "certificate.state", robot.page).text() == "revoked"


def test_that_a_paper_is_drawn_only_when_asked_for(at_desk: OpenAt) -> None:
    scene = busy_branch()
    robot = at_shelf(at_desk, scene)
    papers = scene.papers
    assert isinstance(papers, FakePapers)
    assert papers.asked == []
    robot.clicks("certificate.look")
    assert papers.asked == [("VD-2026-0001", "en")]
    assert robot.sees("certificate.picture")
    shelf(robot).table.select_id("VD-2026-0002")
    robot.rests()
    assert not robot.sees("certificate.picture")


def test_that_nobody_revokes_or_issues_his_own(at_desk: OpenAt) -> None:
    robot = at_shelf(at_desk, busy_branch())
    robot.window.shell.set_actor(Actor(user=UserId(OWN), roles=frozenset({Role.TRAINER})))
    assert not button(robot, "certificate.revoke").isEnabled()
    assert "his own" in button(robot, "certificate.revoke").toolTip()
    robot.window.shell.set_actor(Actor(user=UserId("C07"), roles=frozenset({Role.TRAINER})))
    assert not robot.action(Key.NEW).isEnabled()
    assert "Nobody certifies himself" in robot.action(Key.NEW).toolTip()


def test_that_who_lacks_the_right_is_told_whom_it_takes(at_desk: OpenAt) -> None:
    robot = at_shelf(at_desk, busy_branch())
    robot.window.shell.set_actor(Actor(user=UserId("shen"), roles=frozenset({Role.AUDITOR})))
    for name in ("certificate.look", "certificate.save", "certificate.revoke"):
        assert not button(robot, name).isEnabled()
        assert "Needs the role" in button(robot, name).toolTip()


def test_that_an_empty_shelf_says_how_one_is_earned(at_desk: OpenAt) -> None:
    robot = at_shelf(at_desk, TrainingScene())
    assert robot.sees("state.empty")
    robot.clicks("certificates.back")
    assert robot.page.objectName() == "page.training"
