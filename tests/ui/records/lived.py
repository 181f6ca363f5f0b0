"""A branch in the middle of its day, with visits and records in every state; real desks over a real encrypted file.

Only the plan is missing, so the facts of visits are told here instead of being gathered from watch and plan.
"""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

from PIL import Image, ImageDraw

from tests.fakes.branch_file import KEY, new_database
from tests.records.samples import content as sample_content
from tests.records.samples import facts as sample_facts
from tests.screens import NOW, OFFICER
from visitdesk.app.opening import assemble
from visitdesk.branch import Prints
from visitdesk.cases.intake.mapping import NO_MAPPING
from visitdesk.cases.intake.reading import read_accounts
from visitdesk.cases.model import CaseId, VisitId, VisitState
from visitdesk.cases.service import CaseDesk
from visitdesk.cases.visit_service import VisitDesk, VisitRequest
from visitdesk.clock import FixedClock
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.errors import BadInput
from visitdesk.people.model import CollectorId
from visitdesk.records.beginning import beginning
from visitdesk.records.model import Content, EvidenceKind, RecordId, TeamMember, VisitFacts
from visitdesk.records.service import RecordDesk, Upload
from visitdesk.security.keyslots import SlotKind
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.security.opening import Opened
from visitdesk.security.ports import User
from visitdesk.store.database import Database, open_database

CLERK = Actor(user=UserId("chen"), roles=frozenset({Role.CLERK}))
NAMES = ("李演示", "王测试", "周假设", "吴范例", "郑试用", "冯占位", "孙模拟", "钱样例", "曾单仇")
TEAMS = (("张示例", "王测试"), ("赵样本", "陈虚构"), ("林示范", "何举例"))
UNTOLD, DRAFT, SUBMITTED, RETURNED, FINAL, CORRECTED, FILED = range(1, 8)
"""Numbers of the visits by what stands with them; 0, 8 are untold too."""
STATEMENT = (
    "“我不是不还，上个月厂里停工，工资拖到 28 号才发。你们看能不能先还两千，剩下的分三个月。我妈身体不好，不要晚上来。”"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """The desks these screens need."""

    clock: FixedClock
    cases: CaseDesk
    visits: VisitDesk
    compliance: ComplianceDesk
    records: RecordDesk
    security: "Users"
    papers: "ToldFacts"
    prints: Prints
    database: Database


class Users:
    """Names of those who write and accept."""

    def users(self) -> tuple[User, ...]:
        """See `NamesOfUsers`."""
        return tuple(
            User(id=UserId(user), name=name, roles=frozenset({Role.SUPERVISOR}), password_hash="", is_active=True)
            for user, name in (("zhao", "赵样本"), ("chen", "陈虚构"))
        )


class ToldFacts:
    """Facts of the visits of this branch."""

    def record_facts(self, visit: VisitId) -> VisitFacts:
        """See `FactsOfVisits`."""
        number = int(visit.rpartition("-")[2]) - 1
        if not 0 <= number < len(NAMES):
            raise BadInput("app.not_on_plan", value=visit)
        return facts_of(number)


def visit(number: int) -> VisitId:
    """The visit of that number."""
    return VisitId(f"V261124-{number + 1:03d}")


def record(number: int) -> RecordId:
    """Its record."""
    return RecordId(f"R-{visit(number)}")


def facts_of(number: int) -> VisitFacts:
    """What is known of it: at the door for 25 minutes, an hour apart."""
    at = datetime(2026, 11, 24, 0, 50, tzinfo=UTC) + timedelta(minutes=34 * number)
    first, second = TEAMS[number % len(TEAMS)]
    team = (
        TeamMember(id=CollectorId(f"C{number}1"), name=first, badge=f"WF-0{number}1"),
        TeamMember(id=CollectorId(f"C{number}2"), name=second, badge=f"WF-0{number}2"),
    )
    words = (("departed", -25), ("arrived", 0), ("at_door", 1), ("left", 25))
    return replace(
        sample_facts(visit(number), NAMES[number]),
        case=CaseId(f"C-2026-004{number + 11}"),
        planned=(at, at + timedelta(minutes=30)),
        team=team,
        check_ins=tuple((team[0].id, word, at + timedelta(minutes=after)) for word, after in words),
        notice_sent_at=at - timedelta(days=1),
    )


def told(number: int) -> Content:
    """A whole record of that visit."""
    facts = facts_of(number)
    begun = beginning(facts)
    sample = sample_content()
    at = begun.times.arrived or facts.planned[0]
    return replace(
        sample,
        people=(replace(sample.people[0], name=facts.borrower),),
        times=begun.times,
        shown=tuple((item, at + timedelta(minutes=1)) for item, _ in sample.shown),
        statement=STATEMENT,
        evidence=(),
        papers_received=(),
        signatures=tuple(
            replace(one, collector=member.id, at=at + timedelta(hours=1))
            for one, member in zip(sample.signatures, facts.team, strict=True)
        ),
    )


def photo(words: str = "示范路 88 号") -> bytes:
    """A drawn door plate."""
    picture = Image.new("RGB", (640, 480), (150, 142, 130))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((120, 160, 520, 320), fill=(34, 74, 134), outline=(235, 235, 235), width=6)
    pen.text((300, 235), str(len(words)), fill=(255, 255, 255))
    out = BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def _over(folder: Path, database: Database, clock: FixedClock) -> Lived:
    branch = assemble(folder, database, Opened(key=KEY, kind=SlotKind.DEMONSTRATION, is_new=False), clock)
    return Lived(
        clock=clock,
        cases=branch.cases,
        visits=branch.visits,
        compliance=branch.compliance,
        records=branch.records,
        security=Users(),
        papers=ToldFacts(),
        prints=branch.prints,
        database=database,
    )


@cache
def _made() -> Path:
    folder = Path(mkdtemp(prefix="lived-"))
    clock = FixedClock(NOW - timedelta(days=1))
    database = new_database(folder)
    lived = _over(folder, database, clock)
    branch = assemble(folder, database, Opened(key=KEY, kind=SlotKind.DEMONSTRATION, is_new=True), clock)
    branch.settings.put(SETUP, "branch.name", "示例市第一网点")
    branch.settings.put(SETUP, "branch.phone", "0755-10000000")
    rows = [
        f"{facts_of(n).case},{name},广东省虚构市样例区示范路 {n + 1} 号,{90 + n},12{n}0.00,1824{n}.60,虚构消费金融有限公司"
        for n, name in enumerate(NAMES)
    ]
    text = "案件编号,姓名,家庭住址,逾期天数,逾期金额,未还余额,贷款机构\n" + "\n".join(rows) + "\n"
    branch.intake.take_in(
        SETUP, read_accounts(text.encode(), "accounts.csv", today=date(2026, 11, 23), mapping=NO_MAPPING)
    )
    clock.set(NOW - timedelta(hours=8))
    for number in range(len(NAMES)):
        case = branch.cases.open(facts_of(number).case).case
        branch.visits.request(
            SETUP,
            VisitRequest(case=case.id, address=case.addresses[0].id, purpose="说明账户情况", reason="电话三次未接"),
        )
    _write(lived)
    database.close()
    return folder


def _write(lived: Lived) -> None:
    desk = lived.records
    for number in range(DRAFT, FILED + 1):
        facts = facts_of(number)
        lived.clock.set(facts.planned[1] + timedelta(minutes=10))
        desk.open_draft(CLERK, facts, beginning(facts))
        content = told(number)
        if number == DRAFT:
            content = replace(Content(times=content.times), met=content.met, people=content.people, statement=STATEMENT)
        desk.save_draft(CLERK, record(number), content, version=1)
        if number in {DRAFT, CORRECTED}:
            upload = Upload(
                data=photo(),
                kind=EvidenceKind.PHOTO,
                caption="单元门牌",
                taken_at=facts.planned[0] + timedelta(minutes=2),
                taken_by=facts.team[1].id,
                distance_m=18.0,
                accuracy_m=8.0,
            )
            desk.add_evidence(CLERK, record(number), upload)
        if number != DRAFT:
            desk.submit(CLERK, record(number))
    desk.return_(OFFICER, record(RETURNED), "请写明等候多久、由谁开门")
    for number in (FINAL, CORRECTED, FILED):
        desk.finalise(OFFICER, record(number))
    final = desk.record(record(CORRECTED)).content
    lived.clock.set(lived.clock.now() + timedelta(minutes=31))
    better = replace(
        final, objection="对罚息的计算方式有异议，要求提供自 2025 年 10 月起的明细。", hardship="停工，无工资。"
    )
    desk.correct(OFFICER, record(CORRECTED), better, "借款人来电补充：明细自 2025 年 10 月起。")
    states = {SUBMITTED: VisitState.RECORDED, FINAL: VisitState.REVIEWED, CORRECTED: VisitState.REVIEWED}
    with lived.database.begin() as unit:
        for number in range(len(NAMES)):
            found = unit.visits.get(visit(number))
            assert found is not None
            state = VisitState.CLOSED if number == FILED else states.get(number, VisitState.LEFT)
            unit.visits.save(replace(found, state=state, day=date(2026, 11, 24)))


_OPEN = ExitStack()


@contextmanager
def _opened(folder: Path) -> Iterator[Lived]:
    database = open_database(folder / "branch.db", KEY)
    try:
        yield _over(folder, database, FixedClock(NOW))
    finally:
        database.close()


@cache
def shown() -> Lived:
    """The branch for pictures: opened once."""
    return _OPEN.enter_context(_opened(_made()))


@contextmanager
def own(folder: Path) -> Iterator[Lived]:
    """A copy that a test may change."""
    place = folder / "branch"
    shutil.copytree(_made(), place)
    with _opened(place) as lived:
        yield lived
