"""An artificial branch with one sound case, visit and team; what a test changes is its subject."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from tests.fakes.compliance import FakeComplianceTransactions
from visitdesk.cases.model import (
    Account,
    Address,
    AddressId,
    AddressKind,
    Borrower,
    Case,
    CaseId,
    DebtKind,
    DebtStatus,
    Visit,
    VisitId,
    VisitState,
)
from visitdesk.clock import FixedClock
from visitdesk.compliance.branch_facts import VisitQuestion
from visitdesk.compliance.facts import AgencyFacts
from visitdesk.compliance.model import NoticeKind, Stage
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.money import Money
from visitdesk.people.model import Collector, CollectorId, Employer
from visitdesk.security.model import Actor, Role, UserId

NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
ARRIVE = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
CASE, VISIT = CaseId("DEMO-1"), VisitId("V1")


def actor(name: str, *roles: Role) -> Actor:
    return Actor(user=UserId(name), roles=frozenset(roles))


SUPERVISOR, OFFICER = actor("chief", Role.SUPERVISOR), actor("watch", Role.SAFETY_OFFICER)
CLERK, AUDITOR = actor("clerk", Role.CLERK), actor("audit", Role.AUDITOR)

ACCOUNT = Account(
    number="6200-1",
    kind=DebtKind.CREDIT_CARD,
    principal=Money(Decimal(9000)),
    interest=Money(Decimal(500)),
    penalty=Money(Decimal(0)),
    arrears=Money(Decimal(9500)),
    outstanding=Money(Decimal(9500)),
    as_of=date(2026, 11, 20),
    days_past_due=120,
)
ADDRESS = Address(id=AddressId("AD1"), kind=AddressKind.HOME, text="示例路 1 号", source="lender", region="CN-44")
SOUND = Case(
    id=CASE,
    lender="示例银行",
    borrower=Borrower(name="测试甲", birth_date=date(1990, 1, 1), is_alive=True, capacity="full"),
    accounts=(ACCOUNT,),
    addresses=(ADDRESS,),
    debt_status=DebtStatus.VERIFIED,
)
PLANNED = Visit(
    id=VISIT,
    case=CASE,
    address=ADDRESS.id,
    state=VisitState.POOLED,
    purpose="核对地址",
    reason="电话未接通",
    requested_by="clerk",
    requested_at=NOW - timedelta(days=1),
    decided_by="chief",
)
AGENCY = AgencyFacts(
    name="示例机构",
    listed=True,
    contract_until=date(2027, 12, 31),
    evaluated_on=date(2026, 5, 1),
    bad_record=False,
)


def collector(identity: str) -> Collector:
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


TEAM = (collector("C1"), collector("C2"))
QUESTION = VisitQuestion(
    visit=VISIT,
    stage=Stage.PLAN,
    arrive=ARRIVE,
    leave=ARRIVE + timedelta(minutes=20),
    team=TEAM,
    agency=AGENCY,
)


def opened(
    case: Case = SOUND, visit: Visit = PLANNED, *, told: bool = True
) -> tuple[ComplianceDesk, FakeComplianceTransactions, FixedClock]:
    """A desk on an in-memory branch; `told` records the notices that a sound visit needs."""
    transactions, clock = FakeComplianceTransactions(), FixedClock(NOW)
    transactions.unit.cases.add_all([case])
    transactions.unit.visits.add(visit)
    desk = ComplianceDesk(transactions, clock)
    if told:
        desk.record_notice(CLERK, CASE, NoticeKind.AGENCY_TOLD, sent_at=NOW - timedelta(days=30), channel="letter")
        desk.record_notice(
            CLERK,
            CASE,
            NoticeKind.ADVANCE,
            sent_at=NOW - timedelta(hours=6),
            channel="sms",
            visit=VISIT,
            purpose=True,
            staff=True,
            right_to_refuse=True,
        )
    return desk, transactions, clock


def decided(desk: ComplianceDesk, question: VisitQuestion = QUESTION) -> str | None:
    """The rule that decides against the visit, or None where it is allowed."""
    found = desk.assess([question])[0].decided_by
    return found.rule.id if found else None


def with_borrower(**changes: object) -> Case:
    """The sound case with another borrower."""
    return replace(SOUND, borrower=replace(SOUND.borrower, **changes))  # type: ignore[arg-type]
