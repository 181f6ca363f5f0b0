"""The office's work before the day: the file imported, facts confirmed, requests decided, visits prepared, notices sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from visitdesk.branch import Branch
from visitdesk.cases.intake.reading import read_accounts
from visitdesk.cases.model import (
    Address,
    AddressKind,
    Case,
    CaseDocument,
    CaseId,
    Channel,
    ContactAttempt,
    DebtStatus,
    DocumentKind,
    PreparationItem,
    SafetyLevel,
    VisitId,
)
from visitdesk.cases.visit_service import Terms, VisitRequest
from visitdesk.changed import Changed
from visitdesk.clock import FixedClock
from visitdesk.compliance.model import HoldKind, NoticeKind
from visitdesk.demo.account_file import NAME, account_file
from visitdesk.demo.invention import InventedCase, cases
from visitdesk.demo.model import CLERK, SUPERVISOR, Story, Wish

PURPOSE = "说明账户情况，听取借款人意见，核对联系方式"
_GOALS = ("当面送交权利告知书", "了解还款困难与意愿", "核对联系方式")
_POINTS = (
    "您好，我们受贷款机构委托上门，请先核对我们的工作证。",
    "您有权拒绝本次上门，拒绝不会带来任何不利后果。",
    "如有异议，现在就可以提出，我们当场登记并给您回执。",
)
SPECIAL_EVERY = 6
"""One request in so many is one the law or the supervisor stops."""

STOPS = ("hold", "refusal", "distress", "unverified", "workplace", "quiet_hours", "dead_address", "request", "no_place")
"""Why, in turn."""

_EARLY = ((9, 0), (9, 50))
_MORNING = ((9, 0), (11, 40))
_AFTERNOON = ((13, 0), (15, 30))
_LATE = ((15, 0), (17, 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A visit asked for, with the person behind it."""

    visit: VisitId
    case: CaseId
    invented: InventedCase
    number: int


def take_in(branch: Branch, wish: Wish, story: Story) -> tuple[bytes, tuple[InventedCase, ...]]:
    """Import the account file; answers its bytes and whom it is about."""
    today = wish.day - timedelta(days=2)
    invented = cases(wish.visits, Random(wish.seed), today)  # noqa: S311 - invented people, no secret
    data = account_file(invented, today)
    taken = branch.intake.take_in(CLERK, read_accounts(data, NAME, today=today))
    story.rows, story.accepted, story.duplicates = taken.rows, taken.accepted, taken.duplicates
    story.held_back = len(taken.held)
    story.cases = tuple(CaseId(one.number) for one in invented)
    return data, invented


def find_out(branch: Branch, wish: Wish, invented: Sequence[InventedCase]) -> None:
    """Calls and messages of the last weeks, papers on file, the claim proved, the person and the place confirmed."""
    for number, one in enumerate(invented, 1):
        case = CaseId(one.number)
        for attempt in _attempts(number, wish):
            branch.cases.log_attempt(CLERK, case, attempt)
        known = branch.cases.open(case).case
        version = known.version  # each of these deeds raises it by one
        for kind, paper in ((DocumentKind.CONTRACT, one.contract), (DocumentKind.STATEMENT, f"DZ-{one.number}")):
            received = CaseDocument(kind=kind, number=paper, received_on=wish.day - timedelta(days=2))
            version += bool(branch.cases.add_document(CLERK, case, received, version))
        proved = "已核对合同与对账单（演示）"
        version += bool(branch.cases.set_debt_status(CLERK, case, DebtStatus.VERIFIED, proved, version))
        person = branch.cases.confirm_person(
            CLERK,
            case,
            is_alive=True,
            capacity="full",
            distress_until=None,
            reason="本人电话中核对（演示）",
            version=version,
        )
        home = _address(known, AddressKind.HOME)
        branch.cases.set_place(CLERK, case, home.id, one.place, version + bool(person))
        branch.compliance.record_notice(
            CLERK, case, NoticeKind.AGENCY_TOLD, sent_at=wish.at(9, 0, days=-10), channel="sms"
        )


def ask(branch: Branch, wish: Wish, story: Story, invented: Sequence[InventedCase]) -> tuple[Asked, ...]:
    """Ask for one visit a case and decide: the supervisor approves all but those meant to be refused."""
    stops = _stops(wish)
    asked: list[Asked] = []
    for number, one in enumerate(invented):
        case = branch.cases.open(CaseId(one.number)).case
        kind = AddressKind.WORK if stops.get(number) == "workplace" else AddressKind.HOME
        request = VisitRequest(
            case=case.id,
            address=_address(case, kind).id,
            purpose=PURPOSE,
            reason=f"逾期 {case.days_past_due} 天，电话、短信均已联系，需当面核实",
            priority=40 + 10 * (number % 5),
        )
        visit = branch.visits.request(CLERK, request)
        story.visits.append(visit.id)
        if stops.get(number) == "request":
            branch.visits.refuse(SUPERVISOR, visit.id, "电话中已约定下月联系，暂不需要上门", visit.version)
            story.refused.append(visit.id)
            continue
        branch.visits.approve(SUPERVISOR, visit.id, "渠道用尽，同意上门一次", visit.version)
        if number in stops:
            story.stopped[visit.id] = stops[number]
        asked.append(Asked(visit=visit.id, case=case.id, invented=one, number=number))
    return tuple(asked)


def prepare(branch: Branch, wish: Wish, story: Story, asked: Sequence[Asked]) -> None:
    """Terms, goals, talking points; then the checklist, item by item."""
    for one in asked:
        stop = story.stopped.get(one.visit)
        branch.visits.set_terms(CLERK, one.visit, _terms(one.number, wish, stop), _of(branch, one.visit))
        branch.visits.set_goals(CLERK, one.visit, _GOALS, _of(branch, one.visit))
        branch.visits.set_talking_points(CLERK, one.visit, _POINTS, _of(branch, one.visit))
        for item in PreparationItem:
            branch.visits.tick(CLERK, one.visit, item, _of(branch, one.visit))


def send_notices(branch: Branch, clock: FixedClock, asked: Sequence[Asked]) -> None:
    """Tell everybody a day before: what for, who comes, that they may say no."""
    for one in asked:
        branch.compliance.record_notice(
            CLERK,
            one.case,
            NoticeKind.ADVANCE,
            sent_at=clock.now(),
            channel="sms",
            visit=one.visit,
            purpose=True,
            staff=True,
            right_to_refuse=True,
        )


def stop_some(branch: Branch, clock: FixedClock, wish: Wish, story: Story, asked: Sequence[Asked]) -> None:
    """What comes up the day before: complaint, refusal, distress, a doubted claim, a dead address, a place unknown."""
    for one in asked:
        match story.stopped.get(one.visit):
            case "hold":
                changed = branch.compliance.place_hold(
                    CLERK,
                    one.case,
                    HoldKind.COMPLAINT,
                    reason="投诉来电频繁，正在核查（演示）",
                    owner=SUPERVISOR.user,
                    deadline=wish.at(18, 0, days=7),
                )
            case "refusal":
                changed = branch.compliance.record_refusal(
                    CLERK, one.case, said_at=clock.now(), words="请不要上门，我会打电话。"
                )
            case stop:
                changed = _learn(branch, wish, one, stop)
        branch.flow.follow(CLERK, changed)


def _learn(branch: Branch, wish: Wish, one: Asked, stop: str | None) -> Changed:
    """Facts about a case that stop its visit."""
    case = branch.cases.open(one.case).case
    home = _address(case, AddressKind.HOME)
    match stop:
        case "distress":
            return branch.cases.confirm_person(
                CLERK,
                case.id,
                is_alive=True,
                capacity="full",
                distress_until=wish.day + timedelta(days=14),
                reason="家中有丧事，家属来电告知（演示）",
                version=case.version,
            )
        case "unverified":
            reason = "贷款机构尚未补齐合同（演示）"
            return branch.cases.set_debt_status(CLERK, case.id, DebtStatus.UNVERIFIED, reason, case.version)
        case "dead_address":
            return branch.cases.mark_address_dead(CLERK, case.id, home.id, "物业告知查无此人（演示）", case.version)
        case "no_place":
            return branch.cases.set_place(CLERK, case.id, home.id, None, case.version)
        case _:
            return Changed()


def _stops(wish: Wish) -> dict[int, str]:
    """Numbers (from 0) of the cases that are stopped, and why; spread by chance, none of the first four."""
    count = wish.visits // SPECIAL_EVERY if wish.visits > 2 * SPECIAL_EVERY - 1 else 0
    chance = Random(wish.seed + 1)  # noqa: S311 - spreads invented cases, no secret
    chosen = sorted(chance.sample(range(4, wish.visits), count)) if count else []
    return {number: STOPS[place % len(STOPS)] for place, number in enumerate(chosen)}


def _terms(number: int, wish: Wish, stop: str | None) -> Terms:
    """Some in the morning, some in the afternoon, some at any hour; one in eleven asks for more care."""
    days = 1 if number >= wish.visits - wish.for_tomorrow else 0
    whole = (_MORNING, _AFTERNOON) if days else ()
    spans = ((_MORNING,), (_AFTERNOON,), whole, (_EARLY,), (_LATE,), whole)[number % 6]
    if stop == "quiet_hours":
        spans = (((21, 45), (22, 30)),)
    return Terms(
        windows=tuple((wish.at(*begin, days=days), wish.at(*end, days=days)) for begin, end in spans),
        service_minutes=15 + 5 * (number % 3),
        priority=40 + 10 * (number % 5),
        needs=frozenset({"female"} if number % 10 == 3 else ()),
        safety_level=SafetyLevel.HIGH if number % 11 == 5 else SafetyLevel.NORMAL,
    )


def _attempts(number: int, wish: Wish) -> tuple[ContactAttempt, ...]:
    """Two calls, a message and, for some, a letter in the weeks before."""
    first = wish.day - timedelta(days=20 + number % 9)
    days = (first - wish.day).days
    tries = [
        ContactAttempt(at=wish.at(10, 5 + number % 40, days=days), channel=Channel.PHONE, reached=False),
        ContactAttempt(at=wish.at(11, 0, days=days + 1), channel=Channel.SMS, reached=None),
        ContactAttempt(at=wish.at(15, number % 50, days=days + 6), channel=Channel.PHONE, reached=number % 4 == 0),
    ]
    if number % 3 == 0:
        tries.append(ContactAttempt(at=wish.at(9, 0, days=days + 8), channel=Channel.LETTER, reached=None))
    return tuple(tries)


def _address(case: Case, kind: AddressKind) -> Address:
    return next(one for one in case.addresses if one.kind is kind)


def _of(branch: Branch, visit: VisitId) -> int:
    return branch.visits.get(visit).version
