"""What planning asks of other rooms, answered from one branch: the law, the people of a day, the branch's numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from visitdesk.cases.model import Visit
from visitdesk.compliance.branch_facts import VisitQuestion
from visitdesk.compliance.facts import NOT_SHOWN, AgencyFacts, NotShown
from visitdesk.compliance.model import Stage, Verdict
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.errors import BadInput
from visitdesk.geo.model import LatLon
from visitdesk.people.model import Collector, CollectorId, Employer
from visitdesk.people.service import PeopleDesk
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.model import Window
from visitdesk.planning.pool import DayTerms
from visitdesk.planning.roster import Roster, attendance
from visitdesk.security.settings_desk import SettingsDesk
from visitdesk.store.database import Database
from visitdesk.training import certificates
from visitdesk.training.model import Certificate
from visitdesk.training.service import VISIT, TrainingDesk

_PROBES = (time(10, 0), time(14, 0), time(17, 0), time(19, 0))
"""Hours tried when neither hour nor team is planned yet; the verdict of the first that is allowed counts."""


class BranchTerms:
    """The branch's own numbers for a day plan, from its settings."""

    def __init__(self, settings: SettingsDesk) -> None:
        self._settings = settings

    def on(self, day: date) -> DayTerms:  # noqa: ARG002 - one set of numbers for all days so far
        """Depot, zone, visiting hours, team size.

        Raises:
            BadInput: the branch has not set where its teams start.
        """
        depot = depot_of(self._settings)
        if depot is None:
            raise BadInput("app.no_depot")
        begins, ends = (str(self._settings.value(f"planning.day_{end}")) for end in ("begins", "ends"))
        return DayTerms(
            depot=depot,
            time_zone=str(self._settings.value("branch.time_zone")),
            hours=Window(start=_seconds(begins), end=_seconds(ends)),
        )


def depot_of(settings: SettingsDesk) -> LatLon | None:
    """Where teams start, or None while the branch has not set it (0, 0 lies in the sea)."""
    lat, lon = (float(settings.value(f"branch.depot_{axis}")) for axis in ("lat", "lon"))
    return LatLon(lat=lat, lon=lon) if (lat, lon) != (0.0, 0.0) else None


class BranchRoster:
    """Who works on a day; a certificate of the training room decides over the day written by hand."""

    def __init__(self, database: Database, people: PeopleDesk, training: TrainingDesk) -> None:
        self._database = database
        self._people = people
        self._training = training

    def on(self, day: date) -> Roster:
        """Collectors, shifts, leave and apart-list of that day."""
        with self._database.read() as unit:
            apart = tuple(unit.people.apart())
        return Roster(
            collectors=tuple(self.collectors()),
            shifts=tuple(self._people.shifts_of(day, day)),
            leaves=tuple(self._people.leave_of(day, day)),
            apart=apart,
        )

    def collectors(self) -> Sequence[Collector]:
        """All collectors, with the last day their training is good for."""
        earned: dict[CollectorId, list[Certificate]] = {}
        for one in self._training.certificates_of():
            earned.setdefault(one.collector, []).append(one)
        needed = self._training.catalogue.needed_for(VISIT)
        return [
            replace(one, trained_until=certificates.trained_until(earned[one.id], needed)) if one.id in earned else one
            for one in self._people.collectors()
        ]


class BranchLaw:
    """May a visit be made: the room `compliance`, asked with what planning knows."""

    def __init__(self, compliance: ComplianceDesk, roster: BranchRoster, settings: SettingsDesk) -> None:
        self._compliance = compliance
        self._roster = roster
        self._settings = settings

    def for_day(self, visits: Sequence[Visit], day: date) -> Mapping[str, Verdict]:
        """Verdicts for a day whose hour and team are open: allowed where a lawful hour and a fit pair exist."""
        zone = str(self._settings.value("branch.time_zone"))
        present = attendance(self._roster.on(day), day, DayClock(day, zone))
        pair = tuple(collector for collector, _ in present.able[:2])
        agency = self.agency(pair)
        found: dict[str, Verdict] = {}
        for visit in visits:
            questions = [
                VisitQuestion(visit=visit.id, stage=Stage.PLAN, arrive=arrive, leave=leave, team=pair, agency=agency)
                for arrive, leave in _probes(visit, day, zone)
            ]
            for question in questions:
                verdict = self._compliance.assess([question])[0]
                if visit.id not in found or verdict.allowed:
                    found[visit.id] = verdict
                if verdict.allowed:
                    break
        return found

    def for_stop(self, visit: Visit, arrive: datetime, leave: datetime, team: Sequence[CollectorId]) -> Verdict:
        """The verdict for planned instants and a named team."""
        return self._compliance.assess([self.question(visit, arrive, leave, team)])[0]

    def question(
        self,
        visit: Visit,
        arrive: datetime,
        leave: datetime,
        team: Sequence[CollectorId],
        *,
        stage: Stage = Stage.PLAN,
        present: frozenset[CollectorId] | None = None,
    ) -> VisitQuestion:
        """What to ask about one stop."""
        known = {one.id: one for one in self._roster.collectors()}
        members = tuple(known[name] for name in team if name in known)
        return VisitQuestion(
            visit=visit.id,
            stage=stage,
            arrive=arrive,
            leave=leave,
            team=members,
            agency=self.agency(members),
            present=present,
        )

    def agency(self, team: Sequence[Collector]) -> AgencyFacts | None:
        """None where only the lender's own staff go; else what the branch has entered about its firm."""
        if team and all(one.employer is Employer.LENDER for one in team):
            return None
        value = self._settings.value
        return AgencyFacts(
            name=str(value("branch.agency")) or NOT_SHOWN,
            listed=_yes_no(str(value("branch.agency_listed"))),
            contract_until=_day(str(value("branch.agency_contract_until"))),
            evaluated_on=_day(str(value("branch.agency_evaluated_on"))),
            bad_record=_yes_no(str(value("branch.agency_bad_record"))),
        )


def _probes(visit: Visit, day: date, zone: str) -> list[tuple[datetime, datetime]]:
    """Stays of this visit's length on that day, inside its windows where it has any."""
    stay = timedelta(minutes=visit.service_minutes)
    begins = [datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC) for hour in _PROBES]
    if visit.windows:
        inside = [start for start in begins if any(first <= start <= last for first, last in visit.windows)]
        begins = inside or [first for first, _ in visit.windows]
    return [(start, start + stay) for start in begins]


def _seconds(wall: str) -> int:
    hours, minutes = wall.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def _yes_no(word: str) -> bool | NotShown:
    return {"yes": True, "no": False}.get(word, NOT_SHOWN)


def _day(text: str) -> date | NotShown:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return NOT_SHOWN
