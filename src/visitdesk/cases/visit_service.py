"""Deeds on visits before they are planned: ask, decide, prepare, cancel. Later rooms move them by `visit_states`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from visitdesk.cases.model import (
    Address,
    AddressId,
    CancelCause,
    Case,
    CaseId,
    CaseState,
    PreparationItem,
    SafetyLevel,
    Visit,
    VisitId,
    VisitState,
)
from visitdesk.cases.ports import CaseTransactions, CaseUnit
from visitdesk.cases.preparation import may_tick
from visitdesk.cases.texts import bounded, lines_of, required, required_reason
from visitdesk.cases.visit_states import AHEAD, OVER, VisitDeed, moved
from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import BadInput, RuleBroken, Stale
from visitdesk.security.audit import Deed as Entry
from visitdesk.security.model import Actor
from visitdesk.security.permissions import Deed, require


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRequest:
    """What somebody asks for (外访申请).

    Attributes:
        purpose: what the visit is for, in plain words; `reason` why it is needed now.
        wishes: of day, hour or team; binds nobody.
    """

    case: CaseId
    address: AddressId
    purpose: str
    reason: str
    wishes: str = ""
    priority: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the planner must keep to.

    Attributes:
        windows: spans in which the stay may begin; empty means the lawful day.
    """

    windows: tuple[tuple[datetime, datetime], ...] = ()
    service_minutes: int = 20
    priority: int = 50
    needs: frozenset[str] = frozenset()
    safety_level: SafetyLevel = SafetyLevel.NORMAL


class VisitDesk:
    """Asks for visits, decides, prepares and cancels them."""

    def __init__(self, transactions: CaseTransactions, clock: Clock, time_zone: ZoneInfo | None = None) -> None:
        self._transactions = transactions
        self._clock = clock
        self._zone = time_zone or ZoneInfo("Asia/Shanghai")

    def get(self, identity: VisitId) -> Visit:
        """One visit.

        Raises:
            BadInput: there is no such visit.
        """
        with self._transactions.read() as unit:
            return _found(unit, identity)

    def in_states(self, states: Iterable[VisitState]) -> Sequence[Visit]:
        """Visits in any of these states."""
        with self._transactions.read() as unit:
            return unit.visits.in_states(states)

    def request(self, actor: Actor, wanted: VisitRequest) -> Visit:
        """Ask for a visit.

        Raises:
            BadInput: an unknown case or address, or empty words.
            RuleBroken: the case is not open, the address is dead, or another visit of the case is not over.
        """
        require(actor, Deed.PREPARE_VISIT)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            case = _case(unit, wanted.case)
            _refuse_wrong(unit, case, wanted.address)
            today = now.astimezone(self._zone).date()
            visit = Visit(
                id=VisitId(f"V{today:%y%m%d}-{unit.visits.next_number(today):03d}"),
                case=case.id,
                address=wanted.address,
                state=VisitState.REQUESTED,
                purpose=required(wanted.purpose, "purpose"),
                reason=required_reason(wanted.reason),
                wishes=bounded(wanted.wishes.strip()),
                requested_by=actor.user,
                requested_at=now,
                priority=_priority(wanted.priority),
            )
            unit.visits.add(visit)
            unit.audit.append(_entry("visit.request", actor, visit, reason=visit.reason), now)
        return visit

    def approve(self, actor: Actor, identity: VisitId, reason: str, version: int) -> Changed:
        """Let the visit into the pool; the supervisor's name and reason stay on it."""
        return self._decide(actor, identity, VisitDeed.APPROVE, reason, version)

    def refuse(self, actor: Actor, identity: VisitId, reason: str, version: int) -> Changed:
        """Say no, and why."""
        return self._decide(actor, identity, VisitDeed.REFUSE, reason, version)

    def tick(self, actor: Actor, identity: VisitId, item: PreparationItem, version: int) -> Changed:
        """Vouch for one item of the checklist by name.

        Raises:
            RuleBroken: there is nothing yet to vouch for.
        """

        def change(visit: Visit, unit: CaseUnit) -> Visit:
            if not may_tick(visit, item, _address(unit, visit)):
                raise RuleBroken("cases.not_ready_to_tick", rule="preparation", item=item.value)
            others = tuple(pair for pair in visit.prepared if pair[0] is not item)
            ticked = (*others, (item, str(actor.user)))
            return replace(visit, prepared=tuple(sorted(ticked, key=lambda pair: list(PreparationItem).index(pair[0]))))

        return self._prepare(actor, identity, version, change, "visit.tick", {"item": item.value})

    def untick(self, actor: Actor, identity: VisitId, item: PreparationItem, version: int) -> Changed:
        """Take a tick back."""

        def change(visit: Visit, _: CaseUnit) -> Visit:
            return replace(visit, prepared=tuple(pair for pair in visit.prepared if pair[0] is not item))

        return self._prepare(actor, identity, version, change, "visit.untick", {"item": item.value})

    def set_goals(self, actor: Actor, identity: VisitId, goals: Iterable[str], version: int) -> Changed:
        """What the visit should reach; a changed list loses its tick."""
        wanted = lines_of(goals)

        def change(visit: Visit, _: CaseUnit) -> Visit:
            return _unticked(replace(visit, goals=wanted), visit, PreparationItem.GOALS)

        return self._prepare(actor, identity, version, change, "visit.set_goals", {"count": len(wanted)})

    def set_talking_points(self, actor: Actor, identity: VisitId, points: Iterable[str], version: int) -> Changed:
        """Approved wording for the door; a changed list loses its tick."""
        wanted = lines_of(points)

        def change(visit: Visit, _: CaseUnit) -> Visit:
            return _unticked(replace(visit, talking_points=wanted), visit, PreparationItem.TALKING_POINTS)

        return self._prepare(actor, identity, version, change, "visit.set_talking_points", {"count": len(wanted)})

    def set_terms(self, actor: Actor, identity: VisitId, terms: Terms, version: int) -> Changed:
        """Windows, length, priority, skills and care of a visit that is still ahead.

        Raises:
            BadInput: a window that ends before it begins, or numbers out of range.
        """
        if any(end <= start for start, end in terms.windows):
            raise BadInput("cases.bad_window")
        if not 5 <= terms.service_minutes <= 240:
            raise BadInput("cases.bad_minutes")
        priority = _priority(terms.priority)

        def change(visit: Visit, _: CaseUnit) -> Visit:
            return replace(
                visit,
                windows=terms.windows,
                service_minutes=terms.service_minutes,
                priority=priority,
                needs=terms.needs,
                safety_level=terms.safety_level,
            )

        return self._prepare(actor, identity, version, change, "visit.set_terms", {"priority": priority})

    def cancel(self, actor: Actor, identity: VisitId, cause: CancelCause, reason: str, version: int) -> Changed:
        """Cancel a visit. Once it is published only the supervisor does, and nobody while a team is on site."""
        require(actor, Deed.PREPARE_VISIT)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            visit = _found(unit, identity, version)
            if visit.state in {VisitState.PUBLISHED, VisitState.DISPATCHED}:
                require(actor, Deed.PUBLISH_DAY)
            _cancel(unit, visit, cause)
            unit.audit.append(
                _entry("visit.cancel", actor, visit, reason=required_reason(reason), facts={"cause": cause.value}), now
            )
        return Changed.one(Subject.VISIT, identity)

    def close(self, actor: Actor, identity: VisitId) -> Changed:
        """File a visit whose record is accepted and on paper (归档); one that is closed already stays so.

        Raises:
            RuleBroken: its record is not accepted yet.
        """
        require(actor, Deed.PRINT)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            visit = _found(unit, identity)
            if visit.state is VisitState.CLOSED:
                return Changed()
            unit.visits.save(moved(visit, VisitDeed.CLOSE))
            unit.audit.append(_entry("visit.close", actor, visit), now)
        return Changed.one(Subject.VISIT, identity)

    def cancel_ahead(self, actor: Actor, case: CaseId, cause: CancelCause, reason: str) -> Changed:
        """Cancel every visit of a case on which nobody is out yet: an objection, a hold, a signed agreement."""
        require(actor, Deed.SET_HOLD)
        why, now = required_reason(reason), self._clock.now()
        with self._transactions.begin() as unit:
            ahead = [visit for visit in unit.visits.of_case(case) if visit.state in AHEAD]
            for visit in ahead:
                _cancel(unit, visit, cause)
            if not ahead:
                return Changed()
            facts: dict[str, object] = {"cause": cause.value, "visits": [visit.id for visit in ahead]}
            unit.audit.append(
                Entry(
                    name="visit.cancel_ahead", actor=actor, subject_kind="case", subject=case, reason=why, facts=facts
                ),
                now,
            )
        return Changed(frozenset((Subject.VISIT, visit.id) for visit in ahead))

    def _decide(self, actor: Actor, identity: VisitId, deed: VisitDeed, reason: str, version: int) -> Changed:
        require(actor, Deed.APPROVE_VISIT)
        why, now = required_reason(reason), self._clock.now()
        with self._transactions.begin() as unit:
            visit = moved(_found(unit, identity, version), deed)
            unit.visits.save(replace(visit, decided_by=actor.user, decision_reason=why, decided_at=now))
            unit.audit.append(_entry(f"visit.{deed.value}", actor, visit, reason=why), now)
        return Changed.one(Subject.VISIT, identity)

    def _prepare(
        self,
        actor: Actor,
        identity: VisitId,
        version: int,
        change: Callable[[Visit, CaseUnit], Visit],
        name: str,
        facts: dict[str, object],
    ) -> Changed:
        """One change of a visit that is still ahead."""
        require(actor, Deed.PREPARE_VISIT)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            visit = _found(unit, identity, version)
            if visit.state not in AHEAD:
                raise RuleBroken("cases.wrong_state", rule="visit_states", state=visit.state.value, deed="prepare")
            altered = change(visit, unit)
            if altered == visit:
                return Changed()
            unit.visits.save(altered)
            unit.audit.append(_entry(name, actor, visit, facts=facts), now)
        return Changed.one(Subject.VISIT, identity)


def _found(unit: CaseUnit, identity: VisitId, version: int | None = None) -> Visit:
    visit = unit.visits.get(identity)
    if visit is None:
        raise BadInput("cases.no_such_visit", value=identity)
    if version is not None and visit.version != version:
        raise Stale("store.stale")
    return visit


def _case(unit: CaseUnit, identity: CaseId) -> Case:
    case = unit.cases.get(identity)
    if case is None:
        raise BadInput("cases.no_such_case", value=identity)
    return case


def _address(unit: CaseUnit, visit: Visit) -> Address | None:
    case = unit.cases.get(visit.case)
    return next((one for one in case.addresses if one.id == visit.address), None) if case else None


def _refuse_wrong(unit: CaseUnit, case: Case, address: AddressId) -> None:
    if case.state is not CaseState.OPEN:
        raise RuleBroken("cases.case_not_open", rule="case_state", case=case.id, state=case.state.value)
    found = next((one for one in case.addresses if one.id == address), None)
    if found is None:
        raise BadInput("cases.no_such_address", case=case.id)
    if found.is_dead:
        raise RuleBroken("cases.dead_address", rule="cn-dead-address")
    pending = next((one for one in unit.visits.of_case(case.id) if one.state in _PENDING), None)
    if pending is not None:
        raise RuleBroken("cases.visit_pending", rule="one_visit", case=case.id, visit=pending.id)


_PENDING = frozenset(VisitState) - OVER - {VisitState.LEFT, VisitState.RECORDED, VisitState.REVIEWED}


def _priority(value: int) -> int:
    if isinstance(value, bool) or not 1 <= value <= 100:
        raise BadInput("cases.bad_priority")
    return value


def _cancel(unit: CaseUnit, visit: Visit, cause: CancelCause) -> None:
    unit.visits.save(replace(moved(visit, VisitDeed.CANCEL), cancel_cause=cause))


def _unticked(altered: Visit, before: Visit, item: PreparationItem) -> Visit:
    """What was vouched for has changed: the tick goes."""
    if (altered.goals, altered.talking_points) == (before.goals, before.talking_points):
        return before
    return replace(altered, prepared=tuple(pair for pair in altered.prepared if pair[0] is not item))


def _entry(name: str, actor: Actor, visit: Visit, *, reason: str = "", facts: dict[str, object] | None = None) -> Entry:
    return Entry(name=name, actor=actor, subject_kind="visit", subject=visit.id, reason=reason, facts=facts or {})
