"""Questions to the law desk, from what a case page or the list knows: which visit, which team, which moment.

Without a visit the page asks about the visit as it would be asked for; without a team about an empty one, so that the
rules on teams say what is missing instead of being passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from visitdesk.cases.model import AddressId, Case, CaseId, Visit, VisitId, VisitState
from visitdesk.cases.service import CaseDesk
from visitdesk.cases.visit_service import VisitDesk
from visitdesk.cases.visit_states import AHEAD, LIVE
from visitdesk.clock import Clock
from visitdesk.compliance.branch_facts import VisitQuestion
from visitdesk.compliance.facts import AgencyFacts
from visitdesk.compliance.model import Stage, Verdict
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.compliance.telling import text
from visitdesk.people.model import Collector
from visitdesk.security.model import UserId
from visitdesk.wording import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a list shows of a case's verdict.

    Attributes:
        verdict: `allowed`, `reason`, `blocked`; "" where no visit is asked for.
        because: the first rule that stands against it, one sentence in the language asked for.
        held: an open hold; `objection`: one that is not answered.
    """

    verdict: str = ""
    because: str = ""
    held: bool = False
    objection: bool = False


class Goers(Protocol):
    """Who would go, and for which firm."""

    def agency_for(self, team: Sequence[Collector]) -> AgencyFacts | None:
        """Facts of the outside firm; None where only the lender's own staff go."""
        ...

    def team_for(self, visit: VisitId | None, day: date) -> Sequence[Collector]:
        """The planned team of the visit, else one proposed for that day; empty where there is none."""
        ...


class CaseJudge:
    """May these cases be visited; called on the writer thread only."""

    def __init__(
        self,
        *,
        cases: CaseDesk,
        visits: VisitDesk,
        compliance: ComplianceDesk,
        goers: Goers,
        clock: Clock,
    ) -> None:
        self._cases = cases
        self._visits = visits
        self._compliance = compliance
        self._goers = goers
        self._clock = clock

    def verdicts(self, case: CaseId, address: AddressId | None, moments: Sequence[datetime]) -> Sequence[Verdict]:
        """A verdict for each moment of arrival, in order; `address` None asks about the surest one."""
        page = self._cases.open(case)
        open_visits = [one for one in page.visits if one.state in AHEAD | LIVE]
        if open_visits and address in {None, open_visits[-1].address}:
            visit = open_visits[-1]
            return self._compliance.assess([self._question(visit, moment) for moment in moments])
        wished = wished_visit(page.case, address, self._clock.now())
        return self._compliance.consider(wished, [self._question(wished, moment) for moment in moments])

    def marks(self, lang: Lang) -> Mapping[CaseId, Mark]:
        """What a list shows of every case that a visit is asked for, or that is held."""
        held = {hold.case for hold in self._compliance.open_holds()}
        objected = {one.case for one in self._compliance.open_objections()}
        visits = {visit.case: visit for visit in self._visits.in_states(AHEAD)}
        asked = list(visits.values())
        now = self._clock.now()
        verdicts = self._compliance.assess([self._question(visit, soonest(visit, now)) for visit in asked])
        judged = {visit.case: verdict for visit, verdict in zip(asked, verdicts, strict=True)}
        return {
            case: self._mark(judged.get(case), lang, held=case in held, objection=case in objected)
            for case in {*judged, *held, *objected}
        }

    def _mark(self, verdict: Verdict | None, lang: Lang, *, held: bool, objection: bool) -> Mark:
        if verdict is None:
            return Mark(held=held, objection=objection)
        first = verdict.decided_by or next(iter(verdict.warnings), None)
        word = "blocked" if not verdict.allowed else "reason" if verdict.warnings else "allowed"
        because = text(first, lang) if first is not None else ""
        return Mark(verdict=word, because=because, held=held, objection=objection)

    def _question(self, visit: Visit, arrive: datetime) -> VisitQuestion:
        team = tuple(self._goers.team_for(visit.id or None, arrive.date()))
        leave = arrive + timedelta(minutes=visit.service_minutes)
        return VisitQuestion(
            visit=visit.id,
            stage=Stage.PLAN,
            arrive=arrive,
            leave=leave,
            team=team,
            agency=self._goers.agency_for(team),
        )


def wished_visit(case: Case, address: AddressId | None, now: datetime) -> Visit:
    """The visit as it would be asked for: to this address, else to the surest that is not dead."""
    alive = sorted((one for one in case.addresses if not one.is_dead), key=lambda one: -one.confidence)
    wanted = address or (alive[0].id if alive else AddressId(""))
    return Visit(
        id=VisitId(""),
        case=case.id,
        address=wanted,
        state=VisitState.REQUESTED,
        purpose="",
        reason="",
        requested_by=UserId(""),
        requested_at=now,
    )


def soonest(visit: Visit, now: datetime) -> datetime:
    """When the visit would begin: its first window that is still ahead, else the present."""
    return min((max(start, now) for start, end in visit.windows if end > now), default=now)
