"""May a visit be made: for screens and the door, with the planned hour and team where there are any."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from visitdesk.app.branch_sources import BranchLaw, BranchRoster
from visitdesk.app.flow import BranchFlow
from visitdesk.cases.model import Visit, VisitId
from visitdesk.cases.visit_service import VisitDesk
from visitdesk.clock import Clock
from visitdesk.compliance.branch_facts import VisitQuestion
from visitdesk.compliance.facts import AgencyFacts
from visitdesk.compliance.model import Stage, Verdict
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.people.model import Collector, CollectorId
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.roster import attendance
from visitdesk.security.settings_desk import SettingsDesk

_HOUR = time(10, 0)
"""Asked about where neither plan nor person names an hour."""


class VisitLaw:
    """Puts the question about one visit."""

    def __init__(
        self,
        *,
        clock: Clock,
        law: BranchLaw,
        flow: BranchFlow,
        visits: VisitDesk,
        compliance: ComplianceDesk,
        roster: BranchRoster,
        settings: SettingsDesk,
    ) -> None:
        self._clock = clock
        self._law = law
        self._flow = flow
        self._visits = visits
        self._compliance = compliance
        self._roster = roster
        self._settings = settings

    def question_for(
        self, visit: VisitId, *, stage: Stage, arrive: datetime | None = None, leave: datetime | None = None
    ) -> VisitQuestion:
        """What to ask about a visit: at the given instants, else as planned, else at an hour of its day."""
        found = self._visits.get(visit)
        stop = self._flow.stop_of(visit)
        if stop is not None and arrive is None:
            return self._law.question(found, stop.start, stop.leave, stop.members, stage=stage)
        start = arrive or self._hour(found)
        end = leave or start + timedelta(minutes=found.service_minutes)
        team = stop.members if stop is not None else self._pair(start)
        return self._law.question(found, start, end, team, stage=stage)

    def verdict_for(self, visit: VisitId, *, arrive: datetime | None = None) -> Verdict:
        """The verdict for screens; nothing is kept."""
        return self._compliance.assess([self.question_for(visit, stage=Stage.PLAN, arrive=arrive)])[0]

    def team_for(self, visit: VisitId | None, day: date) -> Sequence[Collector]:
        """The planned team of the visit, else two who can go that day; empty where there are none."""
        stop = self._flow.stop_of(visit) if visit else None
        names = stop.members if stop is not None else self._pair_on(day)
        known = {one.id: one for one in self._roster.collectors()}
        return [known[name] for name in names if name in known]

    def agency_for(self, team: Sequence[Collector]) -> AgencyFacts | None:
        """Facts of the outside firm; None where only the lender's own staff go."""
        return self._law.agency(team)

    def _hour(self, visit: Visit) -> datetime:
        if visit.windows:
            return visit.windows[0][0]
        zone = ZoneInfo(str(self._settings.value("branch.time_zone")))
        day = visit.day or (self._clock.now().astimezone(zone) + timedelta(days=1)).date()
        return datetime.combine(day, _HOUR, zone).astimezone(UTC)

    def _pair(self, start: datetime) -> tuple[CollectorId, ...]:
        zone = ZoneInfo(str(self._settings.value("branch.time_zone")))
        return self._pair_on(start.astimezone(zone).date())

    def _pair_on(self, day: date) -> tuple[CollectorId, ...]:
        """Two collectors who can go that day; fewer where there are not two."""
        zone = str(self._settings.value("branch.time_zone"))
        present = attendance(self._roster.on(day), day, DayClock(day, zone))
        return tuple(collector.id for collector, _ in present.able[:2])
