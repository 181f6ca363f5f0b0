"""Visits of the small branch brought to where a record is written, and what a team tells of one."""

from dataclasses import replace
from datetime import timedelta

from tests.app.small_branch import CASES, at, visit_of
from visitdesk.branch import Branch
from visitdesk.cases.model import VisitId
from visitdesk.clock import FixedClock
from visitdesk.people.model import CollectorId
from visitdesk.records.beginning import all_kept, all_shown, all_signed, beginning, with_met
from visitdesk.records.model import Content, Followed, Met, RecordId, Recording, VisitFacts
from visitdesk.safety.model import ReportKind
from visitdesk.security.model import SETUP, Actor

WORDS = "这笔钱是我借的。\n  下个月发工资以后我会还。"


def left(branch: Branch, clock: FixedClock, case: int = 0) -> VisitId:
    """The visit of that case, lived through: the team has left."""
    visit = visit_of(branch, CASES[case])
    hour = 9 + 2 * case
    tile = next(tile for tile in branch.watch.board().tiles if tile.visit == visit)
    team = tuple(CollectorId(person.collector) for person in tile.people)
    clock.set(at(hour))
    branch.flow.dispatch(SETUP, visit, team[0], with_partner=True)
    for minute, kind in ((20, ReportKind.ARRIVED), (22, ReportKind.AT_DOOR), (45, ReportKind.LEFT)):
        clock.set(at(hour, minute))
        for collector in team:
            told = branch.watch.report(SETUP, visit=visit, collector=collector, kind=kind)
            branch.flow.follow(SETUP, told)
    clock.set(at(hour, 50))
    return visit


def whole(facts: VisitFacts, words: str = WORDS) -> Content:
    """A plain visit, told in full."""
    content = with_met(facts, beginning(facts), Met.BORROWER)
    content = all_signed(facts, all_kept(all_shown(facts, content)), facts.planned[1] + timedelta(hours=2))
    return replace(
        content,
        followed=(Followed.INFORMED,),
        recording=Recording.REFUSED,
        statement=words,
        account="两名外访员在门外交谈，送交权利告知书后离开。",
    )


def drafted(branch: Branch, visit: VisitId, content: Content | None = None) -> RecordId:
    """A draft with everything told."""
    facts = branch.papers.record_facts(visit)
    branch.records.open_draft(SETUP, facts, beginning(facts))
    number = RecordId(f"R-{visit}")
    branch.records.save_draft(SETUP, number, content or whole(facts), version=branch.records.record(number).version)
    return number


def finished(branch: Branch, visit: VisitId, actor: Actor = SETUP) -> RecordId:
    """A final record, the visit's state following."""
    number = drafted(branch, visit)
    branch.flow.follow(actor, branch.records.submit(actor, number))
    branch.flow.follow(actor, branch.records.finalise(actor, number))
    return number
