"""The record's page, by a robot: a plain visit, words kept as typed, gaps as links, second look, corrections."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from tests.robots.records import RecordsRobot
from tests.robots.window import WindowRobot
from tests.screens import OFFICER, Screen
from tests.ui.records import lived
from tests.ui.records.lived import Lived
from visitdesk.errors import RuleBroken
from visitdesk.records.model import Copy, Followed, Met, OfferKind, RecordState
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.records.panel import pages
from visitdesk.ui.records.record_frame import Mode
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.wording import Lang

Open = Callable[[Screen], WindowRobot]
WORDS = "我叫王𠮷喆，我没有不认。\n\n  罚息\N{NO-BREAK SPACE}18%\t我不同意 ，\u3000要明细。  \n"
"""Blank lines, hard and wide blanks, a tab, a rare character, blanks at the end."""


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Lived]:
    with lived.own(tmp_path) as opened:
        yield opened


@pytest.fixture
def records(open_screen: Open, branch: Lived) -> RecordsRobot:
    """At the queue."""
    return RecordsRobot(open_screen(Screen(name="records", page="records", specs=lambda: pages(branch))))


def sit_down(records: RecordsRobot, user: str, *roles: Role) -> None:
    records.window.window.shell.set_actor(Actor(user=UserId(user), roles=frozenset(roles)))


def test_that_a_plain_visit_takes_six_choices_the_words_and_one_key(records: RecordsRobot, branch: Lived) -> None:
    visit = lived.visit(0)
    assert visit in records.sees_pile("to_write")
    records.opens(visit)
    assert records.page.title.text().endswith(lived.record(0))
    assert records.clocks() == ("08:50", "09:15")  # from the check-ins, not typed
    for choice in ("met.met_borrower", "followed.informed", "recording.refused", "all_shown", "all_kept", "all_signed"):
        records.chooses(choice)
    records.says("statement", "知道了。").says("account", "在门外交谈，未进入住所。")
    assert records.links() == []
    records.finishes()
    record = branch.records.record(lived.record(0))
    assert record.state is RecordState.SUBMITTED
    assert (record.content.met, record.content.followed) == (Met.BORROWER, (Followed.INFORMED,))
    assert record.content.statement == "知道了。"
    assert record.content.times.from_check_ins
    assert records.choices <= 6
    assert records.page.mode is Mode.READING


def test_that_the_statement_is_stored_exactly_as_typed(records: RecordsRobot, branch: Lived) -> None:
    records.opens(lived.visit(0)).says("statement", WORDS)
    records.page.autosave.flush()
    records.rests()
    assert branch.records.record(lived.record(0)).content.statement == WORDS
    records.page.opened(Selection(kind="visit", id=lived.visit(0)))
    records.rests()
    assert records.page.content().statement == WORDS


def test_that_a_draft_keeps_itself_two_seconds_after_the_last_key(records: RecordsRobot, branch: Lived) -> None:
    records.opens(lived.visit(0)).says("account", "门外交谈。")
    assert not records.is_kept()
    assert "not saved yet" in records.page.subtitle.text()
    records.window.bot.waitUntil(records.is_kept, timeout=6000)
    assert branch.records.record(lived.record(0)).content.account == "门外交谈。"
    assert "saved by itself 14:02" in records.page.subtitle.text()


def test_that_leaving_the_page_keeps_what_was_typed(records: RecordsRobot, branch: Lived) -> None:
    records.opens(lived.visit(0)).says("account", "刚写到一半")
    records.window.window.shell.go("records")
    records.rests()
    assert branch.records.record(lived.record(0)).content.account == "刚写到一半"


def test_that_what_is_missing_is_a_link_to_its_field(records: RecordsRobot) -> None:
    records.opens(lived.visit(0))
    assert records.links()[0] == "Choose the outcome: who was met."
    why = records.page.shell.actions[Key.FINISH].toolTip()
    assert "missing" in why
    records.chooses("gap.0")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "record.met.met_borrower"


def test_that_a_changed_time_asks_why(records: RecordsRobot, branch: Lived) -> None:
    records.sees_pile("returned")
    records.opens(lived.visit(lived.RETURNED))
    assert records.links() == []
    records.shifts("arrived", 10, 59)
    assert any("differ" in link for link in records.links())
    reason = records.window.find(QLineEdit, "record.times_reason")
    assert reason.isVisible()
    reason.setText("手机没电，到达后补报")
    reason.textEdited.emit(reason.text())
    assert records.links() == []
    records.page.autosave.flush()
    records.rests()
    times = branch.records.record(lived.record(lived.RETURNED)).content.times
    assert not times.from_check_ins
    assert times.reason == "手机没电，到达后补报"
    records.shifts("arrived", 11, 6)
    assert records.page.content().times.from_check_ins


def test_that_a_third_person_is_never_named(records: RecordsRobot) -> None:
    records.opens(lived.visit(0)).chooses("met.met_third_person")
    assert not records.window.find(QLineEdit, "record.person0.name").isVisible()
    assert records.page.content().people[0].name == ""


def test_that_a_second_level_that_does_not_fit_any_more_goes(records: RecordsRobot) -> None:
    records.opens(lived.visit(0)).chooses("met.met_borrower").chooses("followed.promised")
    assert records.window.sees("record.promise_sum")
    records.chooses("met.nobody")
    assert records.page.content().followed == ()
    assert not records.window.sees("record.promise_sum")


def test_that_an_objection_is_entered_in_one_step_and_stops_visits(records: RecordsRobot, branch: Lived) -> None:
    records.sees_pile("returned")
    records.opens(lived.visit(lived.RETURNED))
    records.chooses("enter_objection")
    dialog = records.window.dialog
    words = records.window.find(QPlainTextEdit, "objection.words", dialog)
    assert "罚息" in words.toPlainText()
    records.window.clicks("objection.deed", dialog)
    records.rests()
    case = lived.facts_of(lived.RETURNED).case
    assert [hold.case for hold in branch.compliance.open_holds()] == [case]
    assert branch.compliance.open_objections()[0].words == lived.told(lived.RETURNED).objection


def test_that_a_photo_is_added_with_hash_and_caption(records: RecordsRobot, branch: Lived, tmp_path: Path) -> None:
    file = tmp_path / "door.jpg"
    file.write_bytes(lived.photo("another"))
    records.opens(lived.visit(0)).says("account", "尚未保存的字")
    records.page.attach(file)
    dialog = records.window.dialog
    records.window.clicks("evidence.deed", dialog)
    assert dialog.isVisible()  # without a caption it stays
    records.window.find(QLineEdit, "caption", dialog).setText("单元门牌")
    records.window.clicks("evidence.deed", dialog)
    records.rests()
    content = branch.records.record(lived.record(0)).content
    assert [one.caption for one in content.evidence] == ["单元门牌"]
    assert content.account == "尚未保存的字"
    assert records.window.sees(f"record.evidence.{content.evidence[0].id}")


def test_that_a_proposal_becomes_an_offer(records: RecordsRobot) -> None:
    records.opens(lived.visit(0)).chooses("add_offer")
    records.window.clicks("plan.card1.by_borrower", records.window.dialog)
    offers = records.page.content().offers
    assert [(offer.kind, offer.by_borrower) for offer in offers] == [(OfferKind.STEP_UP, True)]


# --- second look ------------------------------------------------------------------------------------------------


def test_that_nobody_looks_at_his_own_record(records: RecordsRobot, branch: Lived) -> None:
    sit_down(records, "chen", Role.SUPERVISOR)
    records.sees_pile("to_review")
    records.opens(lived.visit(lived.SUBMITTED))
    assert not records.page.shell.actions[Key.FINISH].isEnabled()
    with pytest.raises(RuleBroken):
        branch.records.finalise(
            Actor(user=UserId("chen"), roles=frozenset({Role.SUPERVISOR})), lived.record(lived.SUBMITTED)
        )


def test_that_a_reviewer_approves_by_one_key(records: RecordsRobot, branch: Lived) -> None:
    records.sees_pile("to_review")
    records.opens(lived.visit(lived.SUBMITTED))
    assert records.reads("statement") == lived.STATEMENT
    records.finishes()
    assert branch.records.record(lived.record(lived.SUBMITTED)).state is RecordState.FINAL


def test_that_a_record_goes_back_with_a_reason_only(records: RecordsRobot, branch: Lived) -> None:
    records.sees_pile("to_review")
    records.opens(lived.visit(lived.SUBMITTED)).chooses("return")
    dialog = records.window.dialog
    records.window.clicks("return.deed", dialog)
    assert dialog.isVisible()
    records.window.find(QPlainTextEdit, "return.reason", dialog).setPlainText("时间不清楚")
    records.window.clicks("return.deed", dialog)
    records.rests()
    record = branch.records.record(lived.record(lived.SUBMITTED))
    assert (record.state, record.returned_because) == (RecordState.RETURNED, "时间不清楚")
    assert records.page.mode is Mode.WRITING


def test_that_a_correction_leaves_version_1_readable(records: RecordsRobot, branch: Lived) -> None:
    records.sees_pile("to_print")
    records.opens(lived.visit(lived.FINAL))
    before = branch.records.record(lived.record(lived.FINAL))
    records.chooses("correct")
    assert records.page.mode is Mode.CORRECTING
    records.says("account", "补充：等候十分钟。")
    assert branch.records.record(lived.record(lived.FINAL)) == before  # nothing is saved by itself
    records.finishes()
    dialog = records.window.dialog
    records.window.find(QPlainTextEdit, "correction.reason", dialog).setPlainText("漏记")
    records.window.clicks("correction.deed", dialog)
    records.rests()
    after = branch.records.record(lived.record(lived.FINAL))
    assert after.revisions[0] == before.revisions[0]
    assert after.revisions[1].reason == "漏记"
    assert after.content.account.startswith("补充：等候十分钟。")
    records.chooses("compare")
    compare = records.window.dialog
    signs = [label.property("signs") for label in compare.findChildren(QLabel) if label.property("signs") is not None]
    assert signs == ["", "+"]
    texts = [label.text() for label in compare.findChildren(QLabel, "compare.side.before")]
    assert "补充" not in texts[0]
    assert records.window.find(QComboBox, "compare.before", compare).count() == 2
    compare.close()


def test_that_a_clerk_reads_what_is_not_his_to_judge(records: RecordsRobot) -> None:
    sit_down(records, "chen", Role.CLERK)
    records.sees_pile("to_review")
    records.opens(lived.visit(lived.SUBMITTED))
    assert not records.window.sees("record.return")
    assert not records.page.shell.actions[Key.FINISH].isEnabled()


def test_that_the_preview_is_the_paper_itself(records: RecordsRobot, branch: Lived) -> None:
    records.sees_pile("to_print")
    records.opens(lived.visit(lived.FINAL))
    records.window.presses(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    records.rests()
    shown = records.paper.pages_shown
    pdf = branch.prints.preview(OFFICER, lived.record(lived.FINAL), Copy.FILE, Lang.EN)()
    assert shown == branch.prints.pages(pdf, 820)
