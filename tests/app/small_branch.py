"""A branch small enough to see through: two cases, four collectors, everything lawful, nothing planned yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.fakes.branch_file import KEY, new_database
from visitdesk.app.opening import assemble
from visitdesk.branch import Branch
from visitdesk.cases.intake.mapping import NO_MAPPING
from visitdesk.cases.intake.reading import read_accounts
from visitdesk.cases.model import CaseId, DebtStatus, PreparationItem, VisitId
from visitdesk.cases.visit_service import VisitRequest
from visitdesk.clock import FixedClock
from visitdesk.compliance.model import NoticeKind
from visitdesk.geo.model import LatLon
from visitdesk.people.model import Collector, CollectorId, Employer, Shift
from visitdesk.planning.solver import Budget
from visitdesk.security.keyslots import SlotKind
from visitdesk.security.model import SETUP
from visitdesk.security.opening import Opened

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 11, 26)
BEFORE = datetime(2026, 11, 25, 9, 0, tzinfo=ZONE)
CASES = (CaseId("D-1"), CaseId("D-2"))
TEAMS = tuple(CollectorId(f"C{number}") for number in range(1, 5))

ACCOUNTS = """案件编号,姓名,身份证号,家庭住址,逾期天数,逾期金额,未还余额,贷款机构
D-1,甲子一,11010519491231002X,广东省深圳市南山区示范路1号,120,1200.00,9800.00,示范银行
D-2,乙丑二,440524188001010014,广东省深圳市福田区样板街2号,150,2200.00,7800.00,示范银行
"""


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    """An instant of the planned day, branch time."""
    return datetime.combine(DAY, time(hour, minute, second), ZONE).astimezone(UTC)


@contextmanager
def small_branch(folder: Path, clock: FixedClock) -> Iterator[Branch]:
    """The branch on the day before, with both visits approved and prepared."""
    clock.set(BEFORE)
    database = new_database(folder)
    branch = assemble(folder, database, Opened(key=KEY, kind=SlotKind.DEMONSTRATION, is_new=True), clock)
    _settings(branch)
    _people(branch)
    _cases(branch)
    for number, case in enumerate(CASES):
        _visit(branch, case, number)
    yield branch
    database.close()


def published(branch: Branch) -> None:
    """Plan the day, publish it, and let the rooms above follow."""
    draft = branch.planning.prepare(SETUP, DAY)
    draft = branch.planning.optimised(draft, Budget(iterations=50), seed=1)
    kept = branch.planning.save(SETUP, draft)
    branch.flow.follow(SETUP, kept.changed)
    done = branch.planning.publish(SETUP, kept.draft)
    branch.flow.follow(SETUP, done.changed)


def visit_of(branch: Branch, case: CaseId) -> VisitId:
    """The one visit of a case."""
    return branch.cases.open(case).visits[0].id


def _settings(branch: Branch) -> None:
    for key, value in (
        ("branch.name", "示范网点"),
        ("branch.phone", "0755-10000000"),
        ("branch.depot_lat", 22.54),
        ("branch.depot_lon", 114.05),
    ):
        branch.settings.put(SETUP, key, value)


def _people(branch: Branch) -> None:
    for number, identity in enumerate(TEAMS):
        branch.people.add_collector(
            SETUP,
            Collector(
                id=identity,
                name=f"外访员{number + 1}",
                phone="",
                employer=Employer.LENDER,
                drives=True,
                badge_number=f"B-{number + 1}",
                badge_valid_until=date(2027, 12, 31),
                trained_until=date(2027, 12, 31),
                confidentiality_signed=True,
                has_violent_record=False,
                is_insured=True,
            ),
        )
        branch.people.add_shift(SETUP, Shift(collector=identity, start=at(8, 30), end=at(18)))


def _cases(branch: Branch) -> None:
    reading = read_accounts(ACCOUNTS.encode(), "accounts.csv", today=BEFORE.date(), mapping=NO_MAPPING)
    branch.intake.take_in(SETUP, reading)
    for number, identity in enumerate(CASES):
        case = branch.cases.open(identity).case
        branch.cases.confirm_person(
            SETUP,
            identity,
            is_alive=True,
            capacity="full",
            distress_until=None,
            reason="电话核对",
            version=case.version,
        )
        case = branch.cases.open(identity).case
        branch.cases.set_debt_status(SETUP, identity, DebtStatus.VERIFIED, "机构确认", case.version)
        case = branch.cases.open(identity).case
        place = LatLon(lat=22.55 + number / 50, lon=114.03)
        branch.cases.set_place(SETUP, identity, case.addresses[0].id, place, case.version)


def _visit(branch: Branch, case: CaseId, number: int) -> None:
    address = branch.cases.open(case).case.addresses[0].id
    wanted = VisitRequest(
        case=case, address=address, purpose="送达分期方案", reason="电话三次未接", priority=50 + number
    )
    visit = branch.visits.request(SETUP, wanted)
    branch.visits.approve(SETUP, visit.id, "符合条件", visit.version)
    branch.visits.set_goals(SETUP, visit.id, ["说明方案"], branch.visits.get(visit.id).version)
    branch.visits.set_talking_points(SETUP, visit.id, ["先核对身份"], branch.visits.get(visit.id).version)
    for item in PreparationItem:
        branch.visits.tick(SETUP, visit.id, item, branch.visits.get(visit.id).version)
    branch.compliance.record_notice(
        SETUP,
        case,
        NoticeKind.ADVANCE,
        sent_at=BEFORE - timedelta(hours=1),
        channel="sms",
        visit=visit.id,
        purpose=True,
        staff=True,
        right_to_refuse=True,
    )
