"""Deeds that stop visits or let them go on: holds, objections, refusals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from visitdesk.cases.model import CaseId
from visitdesk.cases.texts import bounded, required_reason
from visitdesk.changed import Changed, Subject
from visitdesk.compliance.desk import Desk, require_case
from visitdesk.compliance.model import (
    Hold,
    HoldId,
    HoldKind,
    Objection,
    ObjectionGround,
    ObjectionId,
    ObjectionState,
    Refusal,
    RefusalId,
)
from visitdesk.compliance.ports import ComplianceUnit
from visitdesk.errors import BadInput, RuleBroken
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.security.permissions import MAY, Deed, require

ANSWER_WITHIN = timedelta(days=20)
"""Time to answer an objection: the clock of 征信业管理条例 art. 25, taken for all objections."""


class StopDeeds(Desk):
    """Holds, objections and refusals; each takes effect with the next verdict."""

    def open_holds(self) -> Sequence[Hold]:
        """Open holds of the branch, oldest first: the worklist of those who must clear them."""
        with self._transactions.read() as unit:
            return unit.compliance.holds(only_open=True)

    def open_objections(self) -> Sequence[Objection]:
        """Unanswered objections of the branch, the one due first at the top."""
        with self._transactions.read() as unit:
            found = [one for one in unit.compliance.objections() if one.state is ObjectionState.RECEIVED]
        return sorted(found, key=lambda one: (one.due, one.id))

    def place_hold(
        self, actor: Actor, case: CaseId, kind: HoldKind, *, reason: str, owner: UserId, deadline: datetime
    ) -> Changed:
        """Stop all visits to a case until a named role clears it.

        Raises:
            BadInput: no reason, a deadline that has passed, no such case.
        """
        require(actor, Deed.SET_HOLD)
        why, now = required_reason(reason), self._clock.now()
        if deadline <= now:
            raise BadInput("compliance.deadline_past", value=deadline.isoformat())
        with self._transactions.begin() as unit:
            require_case(unit, case)
            hold = self._hold(actor, case, kind, why, owner, deadline)
            unit.compliance.add_hold(hold)
            facts = {"kind": kind.value, "hold": hold.id, "owner": owner}
            self._enter(unit, actor, "compliance.place_hold", ("case", case), reason=why, facts=facts)
        return _touched(case, hold.id)

    def release_hold(self, actor: Actor, hold: HoldId, *, reason: str, second: Actor, version: int) -> Changed:
        """Clear a hold; takes two different people whose role carries it. An objection is answered first.

        Raises:
            NotAllowed: one of the two may not.
            BadInput: the same person twice, no reason, no such hold, cleared already.
            RuleBroken: the objection behind the hold is not answered.
            Stale: another desk changed the hold first.
        """
        require(actor, Deed.CLEAR_HOLD)
        require(second, Deed.CLEAR_HOLD)
        if second.user == actor.user:
            raise BadInput("compliance.same_person")
        why, now = required_reason(reason), self._clock.now()
        with self._transactions.begin() as unit:
            found = unit.compliance.hold(hold)
            if found is None:
                raise BadInput("compliance.no_such_hold", value=hold)
            if not found.is_open:
                raise BadInput("compliance.already_cleared")
            _require_answered(unit, found)
            unit.compliance.change_hold(
                replace(
                    found,
                    cleared_at=now,
                    cleared_by=actor.user,
                    cleared_with=second.user,
                    clear_role=_role(actor),
                    clear_reason=why,
                    version=version,
                )
            )
            facts = {"hold": hold, "with": second.user}
            self._enter(unit, actor, "compliance.release_hold", ("case", found.case), reason=why, facts=facts)
        return _touched(found.case, hold)

    def record_objection(
        self,
        actor: Actor,
        case: CaseId,
        ground: ObjectionGround,
        *,
        words: str,
        received_at: datetime,
        owner: UserId,
        due: datetime | None = None,
    ) -> Changed:
        """Keep an objection in the debtor's own words and hold all visits at once.

        Args:
            owner: who answers it until `due` (20 days where none is given).

        Raises:
            BadInput: no words, an instant that has not come, a due time that has passed, no such case.
        """
        require(actor, Deed.SET_HOLD)
        said, now = required_reason(words), self._come(received_at)
        until = now + ANSWER_WITHIN if due is None else due
        if until <= now:
            raise BadInput("compliance.deadline_past", value=until.isoformat())
        with self._transactions.begin() as unit:
            require_case(unit, case)
            hold = self._hold(actor, case, HoldKind.OBJECTION, ground.value, owner, until)
            objection = Objection(
                id=ObjectionId(self._new_id()),
                case=case,
                ground=ground,
                words=said,
                received_at=received_at,
                received_by=actor.user,
                due=until,
                hold=hold.id,
            )
            unit.compliance.add_hold(hold)
            unit.compliance.add_objection(objection)
            facts = {"ground": ground.value, "objection": objection.id, "hold": hold.id}
            self._enter(unit, actor, "compliance.record_objection", ("case", case), facts=facts)
        return _touched(case, hold.id)

    def answer_objection(
        self, actor: Actor, objection: ObjectionId, *, upheld: bool, answer: str, version: int
    ) -> Changed:
        """Keep the answer that was sent; the hold stays until two people release it.

        Raises:
            NotAllowed: only who approves visits answers, never a collector.
            BadInput: no words, no such objection, answered already.
            Stale: another desk changed it first.
        """
        require(actor, Deed.APPROVE_VISIT)
        said, now = required_reason(answer), self._clock.now()
        with self._transactions.begin() as unit:
            found = unit.compliance.objection(objection)
            if found is None:
                raise BadInput("compliance.no_such_objection", value=objection)
            if found.state is not ObjectionState.RECEIVED:
                raise BadInput("compliance.already_answered")
            state = ObjectionState.UPHELD if upheld else ObjectionState.NOT_UPHELD
            unit.compliance.change_objection(
                replace(found, state=state, answer=said, answered_at=now, answered_by=actor.user, version=version)
            )
            facts = {"objection": objection, "state": state.value}
            self._enter(unit, actor, "compliance.answer_objection", ("case", found.case), reason=said, facts=facts)
        return _touched(found.case, found.hold)

    def record_refusal(self, actor: Actor, case: CaseId, *, said_at: datetime, words: str) -> Changed:
        """The debtor said no to visits: from now on none is lawful. It never raises a priority.

        Raises:
            BadInput: an instant that has not come, no such case.
        """
        require(actor, Deed.SET_HOLD)
        now = self._come(said_at)
        with self._transactions.begin() as unit:
            require_case(unit, case)
            refusal = Refusal(
                id=RefusalId(self._new_id()),
                case=case,
                said_at=said_at,
                words=bounded(words),
                recorded_by=actor.user,
                recorded_at=now,
            )
            unit.compliance.add_refusal(refusal)
            self._enter(unit, actor, "compliance.record_refusal", ("case", case), facts={"refusal": refusal.id})
        return _touched(case, refusal.id)

    def revoke_refusal(self, actor: Actor, refusal: RefusalId, *, at: datetime, reason: str, version: int) -> Changed:
        """The debtor himself took the no back, or it was entered by mistake; the reason says which.

        Raises:
            BadInput: no reason, no such refusal, revoked already, an instant that has not come.
            Stale: another desk changed it first.
        """
        require(actor, Deed.CLEAR_HOLD)
        why = required_reason(reason)
        self._come(at)
        with self._transactions.begin() as unit:
            found = unit.compliance.refusal(refusal)
            if found is None:
                raise BadInput("compliance.no_such_refusal", value=refusal)
            if found.revoked_at is not None:
                raise BadInput("compliance.already_revoked")
            unit.compliance.change_refusal(replace(found, revoked_at=at, version=version))
            facts = {"refusal": refusal}
            self._enter(unit, actor, "compliance.revoke_refusal", ("case", found.case), reason=why, facts=facts)
        return _touched(found.case, refusal)

    def _hold(self, actor: Actor, case: CaseId, kind: HoldKind, reason: str, owner: UserId, deadline: datetime) -> Hold:
        return Hold(
            id=HoldId(self._new_id()),
            case=case,
            kind=kind,
            reason=reason,
            owner=owner,
            deadline=deadline,
            placed_by=actor.user,
            placed_at=self._clock.now(),
        )


def _require_answered(unit: ComplianceUnit, hold: Hold) -> None:
    for objection in unit.compliance.objections(hold.case):
        if objection.hold == hold.id and objection.state is ObjectionState.RECEIVED:
            raise RuleBroken("compliance.objection_unanswered", rule="cn-objection-flag")


def _role(actor: Actor) -> Role:
    """The role in which the actor clears a hold."""
    return min(actor.roles & MAY[Deed.CLEAR_HOLD])


def _touched(case: CaseId, stop: str) -> Changed:
    return Changed.one(Subject.HOLD, stop) | Changed.one(Subject.CASE, case)
