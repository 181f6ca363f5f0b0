"""Tests of a record's way to paper: the visit follows its record, jobs are drawn and filed, files are judged."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.small_branch import published, small_branch
from tests.app.told import drafted, finished, left, whole
from visitdesk.branch import Branch
from visitdesk.cases.model import VisitState
from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, NotAllowed, RuleBroken
from visitdesk.records.model import Copy, RecordId
from visitdesk.records.printing import PrintJob
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.wording import Lang


@pytest.fixture
def branch(tmp_path: Path, clock: FixedClock) -> Iterator[Branch]:
    with small_branch(tmp_path, clock) as opened:
        published(opened)
        yield opened


def job(branch: Branch, *records: RecordId, actor: Actor = SETUP) -> PrintJob:
    return branch.prints.job(actor, "B-1", records, Copy.FILE, Lang.ZH, number=1, total=1)()


def test_that_the_visit_follows_its_record(branch: Branch, clock: FixedClock) -> None:
    visit = left(branch, clock)
    number = drafted(branch, visit)
    assert branch.visits.get(visit).state is VisitState.LEFT
    branch.flow.follow(SETUP, branch.records.submit(SETUP, number))
    assert branch.visits.get(visit).state is VisitState.RECORDED
    branch.flow.follow(SETUP, branch.records.return_(SETUP, number, "缺少时间"))
    assert branch.visits.get(visit).state is VisitState.LEFT
    branch.flow.follow(SETUP, branch.records.submit(SETUP, number))
    branch.flow.follow(SETUP, branch.records.finalise(SETUP, number))
    assert branch.visits.get(visit).state is VisitState.REVIEWED


def test_that_a_filed_job_closes_the_visits_of_its_records_and_again_changes_nothing(
    branch: Branch, clock: FixedClock
) -> None:
    visit = left(branch, clock)
    number = finished(branch, visit)
    drawn = job(branch, number)
    assert drawn.records == (number,)
    assert drawn.pages == branch.prints.page_count(drawn.data) >= 4
    branch.flow.follow(SETUP, branch.prints.filed(SETUP, drawn))
    assert branch.visits.get(visit).state is VisitState.CLOSED
    branch.flow.follow(SETUP, branch.prints.filed(SETUP, drawn))
    assert branch.visits.get(visit).state is VisitState.CLOSED


def test_that_what_cannot_be_printed_is_left_out_and_named(branch: Branch, clock: FixedClock) -> None:
    good = finished(branch, left(branch, clock))
    visit = left(branch, clock, 1)
    draft = drafted(branch, visit)
    drawn = job(branch, draft, good, RecordId("R-none"))
    assert drawn.records == (good,)
    assert [(one.record, one.code) for one in drawn.left_out] == [
        (draft, "records.wrong_state"),
        ("R-none", "records.none"),
    ]


def test_that_a_record_no_font_can_write_is_left_out_with_its_reason(branch: Branch, clock: FixedClock) -> None:
    visit = left(branch, clock)
    odd = replace(whole(branch.papers.record_facts(visit)), account="门牌字样：\U00013000")
    number = drafted(branch, visit, odd)
    branch.flow.follow(SETUP, branch.records.submit(SETUP, number))
    branch.flow.follow(SETUP, branch.records.finalise(SETUP, number))
    drawn = job(branch, number)
    assert (drawn.data, drawn.pages, drawn.records) == (b"", 0, ())
    assert [one.code for one in drawn.left_out] == ["documents.no_glyph"]


def test_that_a_job_takes_one_to_fifty_and_only_who_may_print(branch: Branch) -> None:
    with pytest.raises(BadInput, match=r"documents\.batch_size"):
        job(branch)
    with pytest.raises(BadInput, match=r"documents\.batch_size"):
        job(branch, *(RecordId(f"R-{one}") for one in range(51)))
    trainer = Actor(user=UserId("t"), roles=frozenset({Role.TRAINER}))
    with pytest.raises(NotAllowed):
        job(branch, RecordId("R-1"), actor=trainer)


def test_that_a_visit_whose_record_is_not_accepted_is_not_closed(branch: Branch, clock: FixedClock) -> None:
    visit = left(branch, clock)
    with pytest.raises(RuleBroken, match=r"cases\.wrong_state"):
        branch.visits.close(SETUP, visit)


def test_that_a_draft_is_previewed_as_a_draft_and_a_final_record_whole(branch: Branch, clock: FixedClock) -> None:
    number = drafted(branch, left(branch, clock))
    draft = branch.prints.preview(SETUP, number, Copy.FILE, Lang.ZH)()
    branch.flow.follow(SETUP, branch.records.submit(SETUP, number))
    branch.flow.follow(SETUP, branch.records.finalise(SETUP, number))
    final = branch.prints.preview(SETUP, number, Copy.FILE, Lang.ZH)()
    assert b"EmbeddedFile" not in draft
    assert b"EmbeddedFile" in final
    assert branch.prints.verify(final).verdict == "altered"  # no seal and not registered: a preview proves nothing


def test_that_a_copy_is_genuine_until_a_correction_or_a_flipped_bit(branch: Branch, clock: FixedClock) -> None:
    number = finished(branch, left(branch, clock))
    copy = branch.records.draw_copy(SETUP, number, Copy.COURT, Lang.ZH).data
    assert branch.prints.verify(copy).is_genuine
    flipped = copy[:-40] + bytes([copy[-40] ^ 1]) + copy[-39:]
    assert branch.prints.verify(flipped).verdict in {"altered", "unknown"}
    record = branch.records.record(number)
    branch.records.correct(SETUP, number, replace(record.content, account="补正：等候十分钟。"), "漏记")
    proof = branch.prints.verify(copy)
    assert (proof.verdict, proof.revision, proof.current) == ("other_version", 1, 2)
    assert branch.prints.verify(b"nothing of ours").verdict == "unknown"
