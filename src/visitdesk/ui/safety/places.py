"""Where the visits on the board go: from the published day plans and the cases, street and district cut out of addresses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from visitdesk.cases.model import CaseId, SafetyLevel, VisitId
from visitdesk.clock import Clock
from visitdesk.errors import BadInput
from visitdesk.planning.day_clock import DayClock
from visitdesk.ui.safety.ports import StopAt

if TYPE_CHECKING:
    from visitdesk.cases.model import Visit
    from visitdesk.cases.service import CasePage
    from visitdesk.planning.draft import DayDraft

_PLACE = re.compile(r"^.*?(?:省|自治区)|^[^市]{1,6}市", re.UNICODE)
_DISTRICT = r"[^省市区县（）()\s\d]{1,8}(?:(?<![小社园])区|县)"
_AREA = re.compile(rf"(?:^|[省市])({_DISTRICT})")
_DIGITS = re.compile(r"\d")


class Visits(Protocol):
    """Reads visits."""

    def get(self, identity: VisitId) -> "Visit":
        """One visit; BadInput where there is none."""
        ...


class Cases(Protocol):
    """Reads cases."""

    def open(self, identity: CaseId) -> "CasePage":
        """One case; BadInput where there is none."""
        ...


class Plans(Protocol):
    """Reads day plans."""

    def published(self, day: date) -> "DayDraft | None":
        """The newest publication of a day."""
        ...


class BranchPlaces:
    """Fulfils `Places` from the desks of a branch."""

    def __init__(self, visits: Visits, cases: Cases, plans: Plans, clock: Clock) -> None:
        self._visits = visits
        self._cases = cases
        self._plans = plans
        self._clock = clock

    def stops(self, visits: Iterable[VisitId]) -> Mapping[VisitId, StopAt]:
        """Of each visit that is known."""
        today = self._clock.now().date()
        planned = {
            visit: stop
            for day in (today - timedelta(days=1), today, today + timedelta(days=1))
            for visit, stop in _planned(self._plans.published(day))
        }
        return {visit: self._stop(visit, planned.get(visit)) for visit in visits}

    def _stop(self, visit: VisitId, planned: tuple[str, datetime, datetime] | None) -> StopAt:
        number, leave, arrive = planned or ("", None, None)
        try:
            found = self._visits.get(visit)
            case = self._cases.open(found.case).case
        except BadInput:  # told by a phone about a visit nobody knows: the alarm stands all the same
            return StopAt(visit=visit, number=number, leave=leave, arrive=arrive)
        address = next((one.text for one in case.addresses if one.id == found.address), "")
        return StopAt(
            visit=visit,
            number=number,
            street=street_of(address),
            area=area_of(address),
            address=address,
            is_high_care=found.safety_level is SafetyLevel.HIGH,
            leave=leave,
            arrive=arrive,
        )


def _planned(draft: "DayDraft | None") -> Iterator[tuple[VisitId, tuple[str, datetime, datetime]]]:
    """Number, setting out and arrival of each stop of a plan."""
    if draft is None:
        return
    clock = DayClock(draft.problem.day, draft.problem.time_zone)
    for route in draft.plan.routes:
        team = "".join(_DIGITS.findall(route.team))
        left = route.leave
        for place, stop in enumerate(route.stops, 1):
            leave = stop.arrive if left is None else left
            yield (
                VisitId(stop.visit),
                (f"{team}{place:02}" if team else "", clock.instant(leave), clock.instant(stop.arrive)),
            )
            left = stop.leave


def street_of(address: str) -> str:
    """Street or quarter without house number: `演示路` of `广东省深圳市样本区演示路 12 号`, `Demo Rd` of `12 Demo Rd, City`."""
    if not re.search(r"[\u4e00-\u9fff]", address):
        return re.sub(r"^[\d\s/-]+", "", address.split(",", maxsplit=1)[0]).strip()
    rest = _PLACE.sub("", _PLACE.sub("", address))
    rest = re.sub(f"^{_DISTRICT}", "", rest)
    return re.split(r"[\d（(]", rest, maxsplit=1)[0].strip(" ，,第") or rest[:12]


def area_of(address: str) -> str:
    """District: `样本区` of `广东省深圳市样本区演示路 12 号`, the last part of a comma-separated address; "" where none is told."""
    found = _AREA.search(address)
    if found is not None:
        return found.group(1)
    parts = [part.strip() for part in address.split(",") if part.strip()]
    return parts[-1] if len(parts) > 1 else ""
