"""A branch day for the board: a real watch over a log in memory, invented people, places and officers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from tests.fakes.safety import MemorySafety
from tests.screens import NOW, OFFICER
from visitdesk.cases.model import VisitId
from visitdesk.changed import Changed, Subject
from visitdesk.clock import FixedClock
from visitdesk.errors import NotAllowed, RuleBroken
from visitdesk.people.model import Collector, CollectorId, Employer
from visitdesk.safety.model import AlarmId, Level, ReportKind, VisitToWatch
from visitdesk.safety.service import WatchDesk
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.security.ports import User
from visitdesk.ui.safety.ports import Rooms, StopAt
from visitdesk.ui.shell.tokens import Level as ShownLevel

BOSS = Actor(user=UserId("zhao"), roles=frozenset({Role.SUPERVISOR}))
SECOND = Actor(user=UserId("li"), roles=frozenset({Role.SAFETY_OFFICER}))
PASSWORD = "a long sentence nobody guesses 7"

NAMES = (
    ("杨示甲", "朱示乙"), ("钱样例", "冯占位"), ("张示例", "王测试"), ("秦演甲", "尤演乙"), ("沈样甲", "韩样乙"),
    ("许拟甲", "何拟乙"), ("孙模拟", "周假设"), ("吕测甲", "施测丁"), ("陈虚构", "褚示范"), ("张虚乙", "孔虚丙"),
    ("吴范例", "郑试用"), ("曹测甲", "严测乙"), ("华拟甲", "金拟乙"), ("卫测乙", "蒋测丙"), ("魏虚甲", "陶虚乙"),
    ("姜演甲", "戚演乙"), ("谢样甲", "邹样乙"), ("喻示甲", "柏示乙"), ("水拟甲", "窦拟乙"), ("章演甲", "云演乙"),
    ("苏测甲", "潘测乙"), ("葛虚甲", "奚虚乙"), ("范样甲", "彭样乙"), ("郎示甲", "鲁示乙"), ("韦拟甲", "昌拟乙"),
    ("马演甲", "苗演乙"),
)  # fmt: skip
STREETS = ("虚构街道", "演示路", "示例新村", "假想大厦", "样本巷", "占位里")


def collector(team: int, place: int) -> CollectorId:
    """`W07a` of team 7."""
    return CollectorId(f"W{team:02}{'ab'[place]}")


def visit_of(team: int) -> VisitId:
    """The one visit of a team."""
    return VisitId(f"V{team:02}")


class FakePeople:
    """Fulfils `People`."""

    def collectors(self) -> Sequence[Collector]:
        return [
            Collector(
                id=collector(team, place),
                name=name,
                phone=f"138 0000 {team:02}{place:02}",
                employer=Employer.AGENCY,
            )
            for team, pair in enumerate(NAMES, 1)
            for place, name in enumerate(pair)
        ]


class FakeSecurity:
    """Fulfils `Security`: two officers and a clerk, one password."""

    def users(self) -> Sequence[User]:
        return [
            User(id=UserId("zhao"), name="赵样本", roles=OFFICER.roles, password_hash=""),
            User(id=UserId("li"), name="李演示", roles=SECOND.roles, password_hash=""),
            User(id=UserId("wang"), name="王内勤", roles=frozenset({Role.CLERK}), password_hash=""),
        ]

    def sign_in(self, *, user: UserId, password: str, desk: str) -> Actor:
        found = next((one for one in self.users() if one.id == user), None)
        if found is None or password != PASSWORD:
            raise NotAllowed("security.sign_in_failed")
        return Actor(user=user, roles=found.roles, desk=desk)


class FakePlaces:
    """Fulfils `Places`."""

    def stops(self, visits: Iterable[VisitId]) -> Mapping[VisitId, StopAt]:
        return {visit: self._stop(visit) for visit in visits if visit[1:].isdigit()}

    @staticmethod
    def _stop(visit: VisitId) -> StopAt:
        team = int(visit[1:])
        street = STREETS[team % len(STREETS)]
        return StopAt(
            visit=visit,
            number=f"{team}{team % 5 + 1:02}",
            street=street,
            area="样本区",
            address=f"样本市样本区{street} {team * 3} 号 2 栋 501",
            leave=NOW + timedelta(minutes=20 + team),
            arrive=NOW + timedelta(minutes=50 + team),
        )


class FakeFlow:
    """Fulfils `Flow`; `refuses` says why a team may not leave."""

    def __init__(self, watch: WatchDesk) -> None:
        self._watch = watch
        self.refuses: RuleBroken | None = None
        self.followed: list[Changed] = []

    def follow(self, _actor: Actor, changed: Changed) -> Changed:
        self.followed.append(changed)
        return changed | Changed.one(Subject.VISIT)

    def dispatch(self, actor: Actor, visit: VisitId, collector: CollectorId, *, with_partner: bool) -> Changed:
        if self.refuses is not None:
            raise self.refuses
        return self._watch.report(
            actor, visit=visit, collector=collector, kind=ReportKind.DEPARTED, with_partner=with_partner
        )


class SilentPlayer:
    """Remembers what it was asked to play."""

    def __init__(self) -> None:
        self.played: list[ShownLevel] = []

    def play(self, level: ShownLevel, sound: bytes) -> None:
        assert sound
        self.played.append(level)


class Day:
    """A day of so many teams, told backwards from NOW in minutes."""

    def __init__(self, teams: int = 18, *, now: datetime = NOW) -> None:
        self.now = now
        self.store = MemorySafety()
        self.clock = FixedClock(now - timedelta(hours=2))
        self.watch = WatchDesk(self.store, self.clock)
        self.flow = FakeFlow(self.watch)
        self.player = SilentPlayer()
        self.rooms = Rooms(
            clock=self.clock,
            watch=self.watch,
            flow=self.flow,
            people=FakePeople(),
            security=FakeSecurity(),
            places=FakePlaces(),
        )
        if teams:
            self.watch.publish(BOSS, [self.to_watch(team) for team in range(1, teams + 1)])

    def to_watch(self, team: int, visit: str = "") -> VisitToWatch:
        """A visit of a team as the plan hands it over."""
        return VisitToWatch(
            visit=VisitId(visit) if visit else visit_of(team),
            team=(collector(team, 0), collector(team, 1)),
            travel=timedelta(minutes=20),
            shift_end=self.now + timedelta(hours=4),
            level=Level.HIGH if team == 4 else Level.NORMAL,
            team_name=f"T{team}",
        )

    def at(self, minutes_ago: float) -> None:
        """The clock stands so many minutes before NOW; what is due by then is raised."""
        self.clock.set(max(self.clock.now(), self.now - timedelta(minutes=minutes_ago)))
        self.watch.tick()

    def says(self, team: int, kind: ReportKind, *, place: int = 0, both: bool = True) -> None:
        """A phoned word now."""
        self.watch.report(OFFICER, visit=visit_of(team), collector=collector(team, place), kind=kind, with_partner=both)

    def inside(self, team: int) -> None:
        """Both have arrived and are inside, now."""
        self.says(team, ReportKind.DEPARTED)
        for place in (0, 1):
            self.says(team, ReportKind.ARRIVED, place=place, both=False)
        self.says(team, ReportKind.INSIDE)

    def alarms_of(self, team: int) -> list[AlarmId]:
        """The open alarms of a team, the most urgent first."""
        return [card.id for card in self.watch.board().alarms if card.visit == visit_of(team)]

    def alarm_of(self, team: int) -> AlarmId:
        """The most urgent open alarm of a team."""
        return self.alarms_of(team)[0]


def calm() -> Day:
    """Twelve teams out, all on time, six not set out."""
    day = Day()
    for minutes, teams in ((14, (2, 5)), (9, (1, 3, 8)), (6, (6, 7, 9)), (3, (4, 10, 11)), (1, (12,))):
        day.at(minutes)
        for team in teams:
            if team % 3 == 0:
                day.inside(team)
            else:
                day.says(team, ReportKind.DEPARTED)
    day.at(0)
    return day


def reminders() -> Day:
    """Calm, and two due soon."""
    day = Day()
    day.at(18)
    day.inside(9)
    day.at(17.5)
    day.inside(14)
    day.at(12)
    day.inside(5)
    _others(day, (9, 14, 5))
    day.at(0)
    return day


def overdue() -> Day:
    """One team inside has not been heard of."""
    day = Day()
    day.at(24)
    day.inside(11)
    day.at(19)
    day.inside(9)
    _others(day, (11, 9))
    day.at(0)
    return day


def four_alarms(*, acknowledged: bool = False) -> Day:
    """Duress, escalated, two overdue of which one is taken; two reminders, one silent."""
    day = Day()
    day.at(30 + 10 + 3 + 5 / 60)
    day.says(11, ReportKind.DEPARTED)
    day.at(33)
    day.inside(3)
    day.at(23.2)
    day.inside(2)
    day.at(18)
    day.inside(9)
    day.at(17.5)
    day.inside(14)
    day.at(16)
    day.says(7, ReportKind.DEPARTED)
    day.at(12)
    day.inside(5)
    _others(day, (3, 11, 2, 9, 14, 7, 5))
    day.at(1)
    for place in (0, 1):
        day.says(7, ReportKind.ARRIVED, place=place, both=False)
    day.at(0.9)
    for alarm in day.alarms_of(2):
        day.watch.acknowledge(SECOND, alarm=alarm)
    day.at(0.7)
    day.says(7, ReportKind.DURESS)
    day.at(0)
    if acknowledged:
        day.watch.acknowledge(OFFICER, alarm=day.alarm_of(7))
    return day


def _others(day: Day, taken: tuple[int, ...]) -> None:
    """The other teams are on the way, spread over the last minutes."""
    rest = [team for team in range(1, 19) if team not in taken]
    for place, team in enumerate(rest):
        day.at(10 - place * 0.6)
        day.says(team, ReportKind.DEPARTED)
