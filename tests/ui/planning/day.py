"""A realistic day over the real desk and in-memory stores: 46 visits, six teams, rules that stand against a few."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random

from tests.fakes.planning import FakePlanningTransactions, FakePlanningUnit, FakeRoster, FakeTerms, FakeVerdicts
from visitdesk.cases.model import Address, AddressId, AddressKind, Borrower, Case, CaseId, Visit, VisitId, VisitState
from visitdesk.clock import FixedClock
from visitdesk.compliance.model import Verdict, Words
from visitdesk.geo.model import LatLon
from visitdesk.people.model import Collector, CollectorId, Employer, Leave, Shift, TeamId
from visitdesk.planning.draft import DayDraft, locked, removed
from visitdesk.planning.pool import DayTerms
from visitdesk.planning.roster import Roster
from visitdesk.planning.service import PlanningDesk
from visitdesk.planning.solver import Budget
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.wording import Lang

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, 18, tzinfo=UTC)
"""10:18 in Shanghai."""

SUPERVISOR = Actor(user=UserId("zhao"), roles=frozenset({Role.SUPERVISOR, Role.SAFETY_OFFICER}))
CLERK = Actor(user=UserId("ck"), roles=frozenset({Role.CLERK}))
DEPOT = LatLon(lat=22.6120, lon=114.0280)
NAMES = (
    "张示例",
    "王测试",
    "钱样例",
    "冯占位",
    "陈虚构",
    "褚示范",
    "卫测乙",
    "蒋测丙",
    "沈样甲",
    "韩样乙",
    "吴范例",
    "郑试用",
)
BORROWERS = ("李演示", "周假设", "赵样本", "孙模拟", "朱虚拟", "秦示意", "尤例如", "许样板", "何样品", "吕设想")
STREETS = ("示范路", "样例街", "虚构大道", "假想巷", "占位路", "演示街")


def at(hour: int, minute: int = 0) -> datetime:
    """A wall-clock time of the day in Shanghai."""
    return datetime(2026, 11, 24, tzinfo=UTC) + timedelta(hours=hour - 8, minutes=minute)


class FakePapers:
    """Sheets that are no PDFs."""

    def __init__(self) -> None:
        self.asked: list[tuple[date, Lang]] = []

    def route_sheets(self, actor: Actor, day: date, lang: Lang) -> Mapping[TeamId, bytes]:  # noqa: ARG002  # a fake
        self.asked.append((day, lang))
        return {TeamId("T1"): b"%PDF-1", TeamId("T2"): b"%PDF-2"}


class LawWithWords(FakeVerdicts):
    """The law in a set, with a rule that says something."""

    def for_day(self, visits: Sequence[Visit], day: date) -> Mapping[str, Verdict]:
        return {identity: _with_words(verdict) for identity, verdict in super().for_day(visits, day).items()}

    def for_stop(self, visit: Visit, arrive: datetime, leave: datetime, team: Sequence[CollectorId]) -> Verdict:
        return _with_words(super().for_stop(visit, arrive, leave, team))


def _with_words(verdict: Verdict) -> Verdict:
    says = Words(zh="投诉未处理完之前不上门。", en="No visit before the complaint is answered.")
    clause = Words(zh="示例规则第 3 条", en="Sample rule, clause 3")
    return replace(
        verdict,
        findings=tuple(
            replace(one, rule=replace(one.rule, says=says), basis=replace(one.basis, clause=clause))
            for one in verdict.findings
        ),
    )


class PlanDay:
    """The branch as the plan's page needs it."""

    def __init__(self, unit: FakePlanningUnit, *, teams: int = 6, now: datetime = NOW) -> None:
        self.clock = FixedClock(now)
        self.transactions = FakePlanningTransactions()
        self.transactions.unit = unit
        self.verdicts = LawWithWords()
        self.roster = FakeRoster(crew(teams))
        self.terms = FakeTerms(DayTerms(depot=DEPOT))
        self.papers = FakePapers()
        self.planning = PlanningDesk(
            self.transactions, self.clock, verdicts=self.verdicts, roster=self.roster, terms=self.terms
        )

    def state(self, visit: str) -> VisitState:
        """Where a visit stands."""
        return self.transactions.unit.visits.kept[VisitId(visit)].state

    def stored(self) -> DayDraft:
        """What is kept of the day."""
        found = self.planning.load(DAY)
        assert found is not None
        return found


def crew(teams: int) -> Roster:
    """Two a team, every second a woman; two more who cannot go."""
    people = [_collector(number) for number in range(1, 2 * teams + 3)]
    people[-1] = replace(people[-1], badge_valid_until=DAY - timedelta(days=1))
    shifts = tuple(
        Shift(collector=one.id, start=at(8, 30), end=at(18 + n // 4 % 2, 30)) for n, one in enumerate(people)
    )
    away = Leave(collector=people[-2].id, first_day=DAY, last_day=DAY + timedelta(days=2), kind="年假")
    return Roster(collectors=tuple(people), shifts=shifts, leaves=(away,))


def _collector(number: int) -> Collector:
    return Collector(
        id=CollectorId(f"C{number:02}"),
        name=NAMES[(number - 1) % len(NAMES)] + ("" if number <= len(NAMES) else "丁"),
        phone=f"+861540001{number:04}",
        employer=Employer.AGENCY,
        drives=number % 2 == 1,
        skills=frozenset({"female"} if number % 4 == 0 else ()),
        badge_number=f"WF-{number:04}",
        badge_valid_until=DAY + timedelta(days=200),
        trained_until=DAY + timedelta(days=90 if number % 5 else 12),
        confidentiality_signed=True,
        has_violent_record=False,
        is_insured=True,
    )


def _case_and_visit(number: int, chance: Random) -> tuple[Case, Visit]:
    place = LatLon(lat=DEPOT.lat + chance.uniform(-0.055, 0.055), lon=DEPOT.lon + chance.uniform(-0.075, 0.075))
    address = Address(
        id=AddressId(f"A{number}"),
        kind=AddressKind.HOME,
        text=f"{STREETS[number % 6]}{number}号{number % 9 + 1}栋",
        source="lender",
        place=None if number == 45 else place,
    )
    case = Case(
        id=CaseId(f"C-2026-{number:05}"),
        lender="样例银行",
        borrower=Borrower(name=BORROWERS[number % 10]),
        accounts=(),
        addresses=(address,),
    )
    spans = {0: ((at(9), at(11, 30)),), 1: ((at(13, 30), at(17)),)}.get(number % 4, ())
    visit = Visit(
        id=VisitId(f"V{number:03}"),
        case=case.id,
        address=address.id,
        state=VisitState.POOLED,
        purpose="",
        reason="",
        requested_by="zhao",
        requested_at=at(7),
        priority=40 + 10 * (number % 5),
        windows=((at(21), at(22)),) if number == 44 else spans,
        service_minutes=30 + 5 * (number % 3),
        needs=frozenset({"female"} if number % 12 == 3 else {"sign_language"} if number == 46 else ()),
    )
    return case, visit


@cache
def _planned(visits: int, teams: int) -> FakePlanningUnit:
    """The stores after the day was optimised and kept; a few taken out again, two locked."""
    unit = FakePlanningTransactions().unit
    chance = Random(7)
    for number in range(1, visits + 1):
        case, visit = _case_and_visit(number, chance)
        unit.cases.add_all([case])
        unit.visits.add(visit)
    day = PlanDay(unit, teams=teams)
    draft = day.planning.optimised(day.planning.prepare(SUPERVISOR, DAY), Budget(iterations=60), seed=1)
    for route in draft.plan.routes[:3]:
        draft = removed(draft, route.stops[-1].visit)
    for route in draft.plan.routes[:2]:
        draft = locked(draft, route.stops[0].visit)
    day.planning.save(SUPERVISOR, draft)
    return unit


def plan_day(visits: int = 46, teams: int = 6) -> PlanDay:
    """A day of its own; one visit is stopped by law."""
    day = PlanDay(deepcopy(_planned(visits, teams)), teams=teams)
    if visits >= 43:
        day.transactions.unit.visits.kept[VisitId("V043")] = replace(
            day.transactions.unit.visits.kept[VisitId("V043")], state=VisitState.POOLED
        )
        day.verdicts.blocked.add("V043")
    return day


def empty_day() -> PlanDay:
    """No visits and nobody at work."""
    day = PlanDay(FakePlanningTransactions().unit)
    day.roster.roster = Roster(collectors=(), shifts=())
    return day
