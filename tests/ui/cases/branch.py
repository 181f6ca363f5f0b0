"""An invented branch for the screens of the cases: the real desks over the in-memory repositories."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from tests.fakes.cases import FakeAudit, FakeCases, FakeIntake, FakeVisits
from tests.fakes.compliance import FakeCompliance
from tests.screens import NOW
from visitdesk.cases.intake_service import IntakeDesk
from visitdesk.cases.model import (
    Account,
    Address,
    AddressId,
    AddressKind,
    Borrower,
    Case,
    CaseDocument,
    CaseId,
    Channel,
    ContactAttempt,
    DebtKind,
    DebtStatus,
    DocumentKind,
    PreparationItem,
    Visit,
    VisitId,
    VisitState,
)
from visitdesk.cases.service import CaseDesk
from visitdesk.cases.visit_service import VisitDesk
from visitdesk.clock import FixedClock
from visitdesk.compliance.facts import AgencyFacts
from visitdesk.compliance.model import HoldKind, NoticeKind
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.errors import NotAllowed
from visitdesk.money import Money
from visitdesk.people.model import Collector, CollectorId, Employer
from visitdesk.reports.case_verdicts import CaseJudge
from visitdesk.security.model import Actor, Role, UserId

CHIEF = Actor(user=UserId("zhao"), roles=frozenset({Role.SUPERVISOR}))
SECOND = Actor(user=UserId("qian"), roles=frozenset({Role.SAFETY_OFFICER}))
NAMES = ("李演示", "张示例", "王测试", "赵样本", "陈虚构", "周假设", "吴范例", "郑试用", "钱样例", "曾单仇")
AGENCY = AgencyFacts(
    name="示例机构",
    listed=True,
    contract_until=date(2027, 12, 31),
    evaluated_on=date(2026, 5, 1),
    bad_record=False,
)


class Unit:
    """All repositories of one transaction."""

    def __init__(self) -> None:
        self.audit = FakeAudit()
        self.visits = FakeVisits()
        self.cases = FakeCases(self.visits)
        self.intake = FakeIntake()
        self.compliance = FakeCompliance()


class Transactions:
    """One unit in memory; a deed that fails leaves it as it was."""

    def __init__(self) -> None:
        self.unit = Unit()

    @contextmanager
    def begin(self) -> Iterator[Unit]:
        before = deepcopy(self.unit.__dict__)
        try:
            yield self.unit
        except BaseException:
            self.unit.__dict__.update(before)
            raise

    @contextmanager
    def read(self) -> Iterator[Unit]:
        yield self.unit


class Teams:
    """The same two for every visit."""

    def __init__(self) -> None:
        self.team: tuple[Collector, ...] = (_collector("C1"), _collector("C2"))

    def team_for(self, visit: VisitId | None, day: date) -> Sequence[Collector]:  # noqa: ARG002  # a fake
        return self.team

    def agency_for(self, team: Sequence[Collector]) -> AgencyFacts | None:  # noqa: ARG002  # a fake
        return AGENCY


class Guards:
    """Knows one second person."""

    def sign_in(self, *, user: UserId, password: str, desk: str) -> Actor:  # noqa: ARG002  # a fake
        if (user, password) != ("qian", "secret"):
            raise NotAllowed("security.sign_in_failed")
        return SECOND


def _collector(identity: str) -> Collector:
    return Collector(
        id=CollectorId(identity),
        name=f"外访{identity}",
        phone="",
        employer=Employer.AGENCY,
        badge_valid_until=date(2027, 1, 1),
        trained_until=date(2027, 1, 1),
        confidentiality_signed=True,
        has_violent_record=False,
        is_insured=True,
    )


class SampleBranch:
    """What `CasesBranch` asks for."""

    def __init__(self, cases: Sequence[Case] = (), visits: Sequence[Visit] = ()) -> None:
        self.transactions = Transactions()
        self.clock = FixedClock(NOW)
        self.transactions.unit.cases.add_all(list(cases))
        for visit in visits:
            self.transactions.unit.visits.add(visit)
        self.cases = CaseDesk(self.transactions, self.clock)
        self.visits = VisitDesk(self.transactions, self.clock)
        self.intake = IntakeDesk(self.transactions, self.clock)
        self.compliance = ComplianceDesk(self.transactions, self.clock)
        self.teams = Teams()
        self.judge = CaseJudge(
            cases=self.cases,
            visits=self.visits,
            compliance=self.compliance,
            goers=self.teams,
            clock=self.clock,
        )
        self.security = Guards()

    def case(self, identity: str = "C-2026-00001") -> Case:
        """A case as it is kept."""
        return self.transactions.unit.cases.kept[CaseId(identity)]

    def visit(self, identity: str = "V1") -> Visit:
        """A visit as it is kept."""
        return self.transactions.unit.visits.kept[VisitId(identity)]


def yuan(text: str) -> Money:
    return Money(Decimal(text))


def make_case(number: int, name: str = "李演示", days: int = 97) -> Case:
    """A sound case with two addresses, papers and a trail."""
    identity = f"C-2026-{number:05}"
    account = Account(
        number=f"62000000{number:04}",
        kind=DebtKind.CREDIT_CARD,
        principal=yuan("16000.00"),
        interest=yuan("1900.55"),
        penalty=yuan("340.00"),
        arrears=yuan("6080.18"),
        outstanding=yuan("18240.55") if number == 1 else Money.from_minor(1_824_055 + number * 731),
        as_of=date(2026, 11, 20),
        days_past_due=days,
    )
    home = Address(
        id=AddressId(f"{identity}-home"),
        kind=AddressKind.HOME,
        text="广东省样本市演示区虚构路 12 号 3 栋 502",
        source="lender",
        region="CN-44",
        confidence=90,
    )
    work = Address(
        id=AddressId(f"{identity}-work"),
        kind=AddressKind.WORK,
        text="广东省样本市示例区假想大厦 8 层",
        source="debtor",
        region="CN-44",
        confidence=40,
        is_dead=number % 2 == 1,
    )
    return Case(
        id=CaseId(identity),
        lender="示例银行",
        borrower=Borrower(
            name=name,
            id_number="110000199001010000",
            phones=("+8613800000003",),
            birth_date=date(1990, 1, 1),
            is_alive=True,
            capacity="full",
        ),
        accounts=(account,),
        addresses=(home, work),
        debt_status=DebtStatus.VERIFIED,
        trail=trail(),
        entrusted_until=date(2027, 3, 31),
        documents=(
            CaseDocument(kind=DocumentKind.CONTRACT, number="HT-2024-0088", received_on=date(2026, 11, 3)),
            CaseDocument(kind=DocumentKind.AUTHORITY, number="SQ-2026-11", received_on=date(2026, 11, 3)),
        ),
        hardship_reason="工厂停工，本月工资 28 日发",
    )


def trail() -> tuple[ContactAttempt, ...]:
    """Calls, messages, an earlier visit."""

    def attempt(days: int, channel: Channel, reached: bool | None, note: str = "") -> ContactAttempt:  # noqa: FBT001
        return ContactAttempt(at=NOW - timedelta(days=days, hours=3), channel=channel, reached=reached, note=note)

    return (
        attempt(21, Channel.PHONE, False),
        attempt(12, Channel.VISIT, False, "无人，停留 6 分，未留任何字条"),
        attempt(6, Channel.SMS, None, "提醒模板 S-02（已审）"),
        attempt(4, Channel.PHONE, True, "“本月工资 28 日发，愿意先还两千。”"),
    )


def make_visit(case: Case, identity: str = "V1", state: VisitState = VisitState.POOLED) -> Visit:
    """A visit tomorrow morning, partly prepared."""
    start = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    return Visit(
        id=VisitId(identity),
        case=case.id,
        address=case.addresses[0].id,
        state=state,
        purpose="核对地址，听取还款困难",
        reason="电话多次未接通",
        requested_by="wang",
        requested_at=NOW - timedelta(days=1),
        decided_by="" if state is VisitState.REQUESTED else "zhao",
        decision_reason="" if state is VisitState.REQUESTED else "符合最后手段",
        windows=((start, start + timedelta(hours=8)),),
        goals=("核对住址", "了解困难"),
        talking_points=("先核对身份，再说来意",),
        prepared=(
            (PreparationItem.ADDRESS, "wang"),
            (PreparationItem.CONTACT, "wang"),
            (PreparationItem.IDENTITY, "wang"),
            (PreparationItem.CONTRACT, "zhao"),
            (PreparationItem.GOALS, "zhao"),
        ),
    )


def sound_branch(state: VisitState = VisitState.POOLED) -> SampleBranch:
    """Ten cases; the first has a visit that is lawful tomorrow morning."""
    cases = [make_case(number, name, 40 + number * 19) for number, name in enumerate(NAMES, 1)]
    cases[0] = replace(cases[0], accounts=(replace(cases[0].accounts[0], days_past_due=97),))
    visits = [
        make_visit(cases[0], "V1", state),
        make_visit(cases[1], "V2", VisitState.REQUESTED),
        make_visit(cases[2], "V3", VisitState.REQUESTED),
        replace(make_visit(cases[4], "V5"), windows=()),
    ]
    branch = SampleBranch(cases, visits)
    desk = branch.compliance
    for case in cases[:5]:
        sent = NOW - timedelta(days=30)
        desk.record_notice(CHIEF, case.id, NoticeKind.AGENCY_TOLD, sent_at=sent, channel="letter")
    for visit in visits[:2]:
        desk.record_notice(
            CHIEF,
            visit.case,
            NoticeKind.ADVANCE,
            sent_at=NOW - timedelta(hours=6),
            channel="sms",
            visit=visit.id,
            purpose=True,
            staff=True,
            right_to_refuse=True,
        )
    until = NOW + timedelta(days=7)
    hold = cases[6].id
    desk.place_hold(CHIEF, hold, HoldKind.HARDSHIP, reason="住院", owner=CHIEF.user, deadline=until)
    return branch
