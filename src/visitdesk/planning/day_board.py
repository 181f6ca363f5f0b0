"""What somebody sees who plans a day: the draft, what is binding, the pool, and who and what stands behind the ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from visitdesk.cases.model import Address, Case, CaseId, Visit, VisitState
from visitdesk.cases.visit_states import AHEAD, OVER
from visitdesk.people.model import Collector, CollectorId
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.model import Window
from visitdesk.planning.pool import PoolEntry
from visitdesk.planning.roster import Attendance

BEGUN = frozenset(VisitState) - OVER - AHEAD
"""A team has left for it, or it has been made."""


@dataclass(frozen=True, kw_only=True)
class DayBoard:
    """One day as it stands when it is opened.

    Attributes:
        draft: to work on; for whoever may not plan, the day as stored. Once visits are under way, the binding plan,
            only to look at.
        binding: the newest publication, or None.
        pool: every visit that wants a day or has this one, judged; hindered ones are not in the draft.
        visits: by id, also those of the binding plan.
        cases: of these visits; one that is gone is missing.
        hours: visiting hours of the branch.
        begun: visits of the day that are under way or made; while there are any the day is not published anew.
    """

    day: date
    draft: DayDraft
    binding: DayDraft | None
    pool: tuple[PoolEntry, ...]
    visits: Mapping[str, Visit]
    cases: Mapping[CaseId, Case]
    collectors: Mapping[CollectorId, Collector]
    attendance: Attendance
    hours: Window
    begun: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_live(self) -> bool:
        """Whether teams are already on their way."""
        return bool(self.begun)

    def case_of(self, visit: str) -> Case | None:
        """The case of a visit."""
        found = self.visits.get(visit)
        return None if found is None else self.cases.get(found.case)

    def address_of(self, visit: str) -> Address | None:
        """Where the visit goes."""
        found, case = self.visits.get(visit), self.case_of(visit)
        if found is None or case is None:
            return None
        return next((one for one in case.addresses if one.id == found.address), None)
