"""Questions to the law desk, from what a case page or the list knows: which visit, which team, which moment.

Without a visit the page asks about the visit as it would be asked for; without a team about an empty one, so that the
rules on teams say what is missing instead of being passed over.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from visitdesk.cases.model import AddressId, Case, CaseId, Visit, VisitId, VisitState
from visitdesk.cases.visit_states import AHEAD, LIVE
from visitdesk.clock import Clock
from visitdesk.security.model import UserId
from visitdesk.ui.cases.ports import Mark

if TYPE_CHECKING:
    from visitdesk.cases.service import CaseDesk
    from visitdesk.cases.visit_service import VisitDesk
    from visitdesk.compliance.branch_facts import VisitQuestion
    from visitdesk.compliance.facts import AgencyFacts
    from visitdesk.compliance.model import Verdict
    from visitdesk.compliance.service import ComplianceDesk
    from visitdesk.people.model import Collector
    from visitdesk.wording import Lang


class Teams(Protocol):
    """Who would go."""

    def team_for(self, visit: VisitId | None, day: date) -> "Sequence[Collector]":
        """The planned team of the visit, else one proposed for that day; empty where there is none."""
        ...


class CaseJudge:
    """Fulfils `Judge`; called on the writer thread only.

    Args:
        agency: facts of the outside firm; answers None where the lender's own staff visit.
        lang: language of the sentences on the marks.
    """

    def __init__(
        self,
        *,
        cases: "CaseDesk",
        visits: "VisitDesk",
        compliance: "ComplianceDesk",
        teams: Teams,
        agency: "Callable[[], AgencyFacts | None]",
        clock: Clock,
        lang: "Callable[[], Lang]",
    ) -> None:
        self._cases = cases
        self._visits = visits
        self._compliance = compliance
        self._teams = teams
        self._agency = agency
        self._clock = clock
        self._lang = lang

    def verdicts(self, case: CaseId, address: AddressId | None, moments: Sequence[datetime]) -> "Sequence[Verdict]":
        """See `Judge`."""
        page = self._cases.open(case)
        open_visits = [one for one in page.visits if one.state in AHEAD | LIVE]
        if open_visits and address in {None, open_visits[-1].address}:
            visit = open_visits[-1]
            return self._compliance.assess([self._question(visit, moment) for moment in moments])
        wished = wished_visit(page.case, address, self._clock.now())
        return self._compliance.consider(wished, [self._question(wished, moment) for moment in moments])

    def marks(self) -> Mapping[CaseId, Mark]:
        """See `Judge`."""
        held = {hold.case for hold in self._compliance.open_holds()}
        objected = {one.case for one in self._compliance.open_objections()}
        visits = {visit.case: visit for visit in self._visits.in_states(AHEAD)}
        asked = list(visits.values())
        now = self._clock.now()
        verdicts = self._compliance.assess([self._question(visit, soonest(visit, now)) for visit in asked])
        judged = {visit.case: verdict for visit, verdict in zip(asked, verdicts, strict=True)}
        return {
            case: self._mark(judged.get(case), held=case in held, objection=case in objected)
            for case in {*judged, *held, *objected}
        }

    def _mark(self, verdict: "Verdict | None", *, held: bool, objection: bool) -> Mark:
        from visitdesk.compliance.telling import text  # noqa: PLC0415  # after the first paint, with the room itself

        if verdict is None:
            return Mark(held=held, objection=objection)
        first = verdict.decided_by or next(iter(verdict.warnings), None)
        word = "blocked" if not verdict.allowed else "reason" if verdict.warnings else "allowed"
        because = text(first, self._lang()) if first is not None else ""
        return Mark(verdict=word, because=because, held=held, objection=objection)

    def _question(self, visit: Visit, arrive: datetime) -> "VisitQuestion":
        from visitdesk.compliance.branch_facts import VisitQuestion  # noqa: PLC0415  # as above
        from visitdesk.compliance.model import Stage  # noqa: PLC0415  # as above

        team = self._teams.team_for(visit.id or None, arrive.date())
        leave = arrive + timedelta(minutes=visit.service_minutes)
        return VisitQuestion(
            visit=visit.id,
            stage=Stage.PLAN,
            arrive=arrive,
            leave=leave,
            team=tuple(team),
            agency=self._agency(),
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
