"""Deeds on a case: what the office learns about borrower, addresses, contact and papers.

Visits have a desk of their own (`visit_service`), account files too (`intake_service`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from visitdesk.cases.intake.merge import address_id
from visitdesk.cases.intake.texts import province_code
from visitdesk.cases.last_resort import LONG_PAST_DUE_DAYS, ChannelHistory, channel_history
from visitdesk.cases.model import (
    Address,
    AddressId,
    AddressKind,
    CancelCause,
    Case,
    CaseDocument,
    CaseId,
    CaseLine,
    CaseState,
    ContactAttempt,
    DebtStatus,
    Visit,
    VisitState,
)
from visitdesk.cases.ports import CaseTransactions, CaseUnit
from visitdesk.cases.texts import bounded, required, required_reason
from visitdesk.cases.visit_states import AHEAD, LIVE, VisitDeed, moved
from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import BadInput, NotAllowed, Stale
from visitdesk.geo.model import Datum, LatLon
from visitdesk.security.audit import Deed as Entry
from visitdesk.security.model import Actor, Role
from visitdesk.security.permissions import Deed, require

CONFIRMED = 90
"""Confidence of an address that a named person has confirmed."""

_CAUSES = {
    CaseState.SETTLED: CancelCause.SETTLED,
    CaseState.CURRENT: CancelCause.CURRENT,
    CaseState.RECALLED: CancelCause.RECALLED,
}


class Secret(StrEnum):
    """What can be unmasked."""

    NAME = "name"
    ID_NUMBER = "id_number"
    PHONES = "phones"
    ADDRESS = "address"


CAPACITIES = frozenset({"full", "limited", "none"})
"""Words for civil capacity (Civil Code 17–24)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """One case opened whole.

    Attributes:
        history: what was tried by which channel, and whether a visit is the last resort.
    """

    case: Case
    visits: tuple[Visit, ...]
    history: ChannelHistory


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """Unmasked text; screens hide it again after 60 seconds."""

    text: str
    changed: Changed


class CaseDesk:
    """Reads cases and enters what the office learns."""

    def __init__(
        self, transactions: CaseTransactions, clock: Clock, long_past_due_days: int = LONG_PAST_DUE_DAYS
    ) -> None:
        self._transactions = transactions
        self._clock = clock
        self._long = long_past_due_days

    def lines(self) -> Sequence[CaseLine]:
        """The list of all cases, masked, by case number."""
        with self._transactions.read() as unit:
            return unit.cases.lines()

    def open(self, identity: CaseId) -> CasePage:
        """One case whole; screens show its personal facts masked.

        Raises:
            BadInput: there is no such case.
        """
        with self._transactions.read() as unit:
            case = _found(unit, identity)
            visits = tuple(unit.visits.of_case(identity))
        history = channel_history(
            case.trail,
            days_past_due=case.days_past_due,
            out_of_contact=case.out_of_contact,
            long_past_due_days=self._long,
        )
        return CasePage(case=case, visits=visits, history=history)

    def log_attempt(self, actor: Actor, identity: CaseId, attempt: ContactAttempt) -> Changed:
        """Enter a try by any channel.

        Raises:
            BadInput: no such case, or an instant that lies ahead.
        """
        require(actor, Deed.PREPARE_VISIT)
        now = self._clock.now()
        if attempt.at > now + timedelta(minutes=5):
            raise BadInput("cases.in_future")
        bounded(attempt.note)
        with self._transactions.begin() as unit:
            _found(unit, identity)
            unit.cases.add_attempt(identity, attempt)
            facts = {"channel": attempt.channel.value, "reached": attempt.reached}
            unit.audit.append(_entry("case.log_attempt", actor, identity, facts=facts), now)
        return Changed.one(Subject.CASE, identity)

    def add_address(
        self, actor: Actor, identity: CaseId, *, kind: AddressKind, text: str, source: str, version: int
    ) -> Changed:
        """Enter an address that the office learned; `source` says from whom (a rule asks)."""
        address_text, said_by = required(text, "address"), required(source, "source")

        def change(case: Case) -> Case:
            key = address_id(case.id, kind, address_text)
            if any(address.id == key for address in case.addresses):
                raise BadInput("cases.address_exists", case=identity)
            new = Address(id=key, kind=kind, text=address_text, source=said_by, region=province_code(address_text))
            return replace(case, addresses=(*case.addresses, new))

        return self._change(actor, identity, version, change, "case.add_address")

    def confirm_address(self, actor: Actor, identity: CaseId, address: AddressId, reason: str, version: int) -> Changed:
        """Somebody has checked the address: it may be visited (again)."""
        return self._change_address(
            actor,
            identity,
            address,
            version,
            lambda known: replace(known, is_dead=False, confidence=max(known.confidence, CONFIRMED)),
            "case.confirm_address",
            required_reason(reason),
        )

    def mark_address_dead(
        self, actor: Actor, identity: CaseId, address: AddressId, reason: str, version: int
    ) -> Changed:
        """The address was reported wrong: nobody goes there until it is confirmed anew."""
        return self._change_address(
            actor,
            identity,
            address,
            version,
            lambda known: replace(known, is_dead=True, confidence=0),
            "case.mark_address_dead",
            required_reason(reason),
        )

    def set_place(
        self, actor: Actor, identity: CaseId, address: AddressId, place: LatLon | None, version: int
    ) -> Changed:
        """Put the address on the map, or take it off.

        Raises:
            BadInput: a place that is not WGS-84.
        """
        if place is not None and place.datum is not Datum.WGS84:
            raise BadInput("cases.not_wgs84")
        return self._change_address(
            actor, identity, address, version, lambda known: replace(known, place=place), "case.set_place", ""
        )

    def set_hardship(self, actor: Actor, identity: CaseId, words: str, version: int) -> Changed:
        """Why the borrower cannot pay, as told; an empty text takes it away."""
        told = bounded(words.strip())
        return self._change(
            actor, identity, version, lambda case: replace(case, hardship_reason=told), "case.set_hardship"
        )

    def add_document(self, actor: Actor, identity: CaseId, paper: CaseDocument, version: int) -> Changed:
        """Enter a paper that is on file."""
        bounded(paper.note)
        required(paper.number, "number")
        return self._change(
            actor,
            identity,
            version,
            lambda case: replace(case, documents=(*case.documents, paper)),
            "case.add_document",
            facts={"kind": paper.kind.value},
        )

    def set_contact(
        self, actor: Actor, identity: CaseId, *, out_of_contact: bool, refused_visits: bool, reason: str, version: int
    ) -> Changed:
        """Whether the borrower is out of contact, and whether he has refused visits."""
        why = required_reason(reason)
        return self._change(
            actor,
            identity,
            version,
            lambda case: replace(case, out_of_contact=out_of_contact, refused_visits=refused_visits),
            "case.set_contact",
            reason=why,
            facts={"out_of_contact": out_of_contact, "refused_visits": refused_visits},
        )

    def confirm_person(
        self,
        actor: Actor,
        identity: CaseId,
        *,
        is_alive: bool | None,
        capacity: str | None,
        distress_until: date | None,
        reason: str,
        version: int,
    ) -> Changed:
        """What somebody has found out of the borrower; while it is not known, no visit is allowed.

        Args:
            capacity: civil capacity `full`, `limited` or `none`; None for not known. `is_alive` None likewise.
            distress_until: last day of a time of distress (illness, bereavement), or None.
            reason: how it was found out.

        Raises:
            BadInput: an unknown word, no reason.
        """
        if capacity is not None and capacity not in CAPACITIES:
            raise BadInput("cases.unknown_capacity", value=capacity)
        why = required_reason(reason)

        def change(case: Case) -> Case:
            borrower = replace(case.borrower, is_alive=is_alive, capacity=capacity)
            return replace(case, borrower=borrower, distress_until=distress_until)

        facts = {"is_alive": is_alive, "capacity": capacity, "distress": distress_until is not None}
        return self._change(actor, identity, version, change, "case.confirm_person", reason=why, facts=facts)

    def set_debt_status(self, actor: Actor, identity: CaseId, status: DebtStatus, reason: str, version: int) -> Changed:
        """Whether the lender has proved the claim."""
        why = required_reason(reason)
        return self._change(
            actor,
            identity,
            version,
            lambda case: replace(case, debt_status=status),
            "case.set_debt_status",
            reason=why,
            facts={"status": status.value},
        )

    def set_state(self, actor: Actor, identity: CaseId, state: CaseState, reason: str, version: int) -> Changed:
        """Settle, recall or reopen a case. Visits still ahead of a case that is no longer open are cancelled at once."""
        require(actor, Deed.PREPARE_VISIT)
        why, now = required_reason(reason), self._clock.now()
        with self._transactions.begin() as unit:
            case = _found(unit, identity, version)
            unit.cases.save_all([replace(case, state=state)])
            changed = Changed.one(Subject.CASE, identity)
            if state is not CaseState.OPEN:
                changed |= _cancel_ahead(unit, identity, _CAUSES[state])
            cancelled = sorted(changed.ids(Subject.VISIT))
            facts = {"state": state.value, "cancelled": cancelled}
            unit.audit.append(_entry("case.set_state", actor, identity, reason=why, facts=facts), now)
        return changed

    def reveal(
        self, actor: Actor, identity: CaseId, secret: Secret, reason: str, *, address: AddressId | None = None
    ) -> Revealed:
        """Unmask one fact for a reason; entered in the audit trail before it is shown.

        Raises:
            NotAllowed: the role may not, or a safety officer without a live visit.
            BadInput: no reason, or nothing to show.
        """
        require(actor, Deed.REVEAL)
        why, now = required_reason(reason), self._clock.now()
        with self._transactions.begin() as unit:
            case = _found(unit, identity)
            if not actor.has(Role.SUPERVISOR, Role.CLERK, Role.AUDITOR) and not _is_live(unit, identity):
                raise NotAllowed("cases.only_live_visit", case=identity)
            text = _secret(case, secret, address)
            if not text:
                raise BadInput("cases.reveal_nothing", case=identity)
            unit.audit.append(_entry("case.reveal", actor, identity, reason=why, facts={"field": secret.value}), now)
        return Revealed(text=text, changed=Changed())

    def _change_address(
        self,
        actor: Actor,
        identity: CaseId,
        address: AddressId,
        version: int,
        change: Callable[[Address], Address],
        name: str,
        reason: str,
    ) -> Changed:
        def within(case: Case) -> Case:
            if all(known.id != address for known in case.addresses):
                raise BadInput("cases.no_such_address", case=identity)
            addresses = tuple(change(known) if known.id == address else known for known in case.addresses)
            return replace(case, addresses=addresses)

        return self._change(actor, identity, version, within, name, reason=reason, facts={"address": address})

    def _change(
        self,
        actor: Actor,
        identity: CaseId,
        version: int,
        change: Callable[[Case], Case],
        name: str,
        *,
        reason: str = "",
        facts: Mapping[str, object] | None = None,
    ) -> Changed:
        """One change of one case: allowed, fresh, kept, entered."""
        require(actor, Deed.PREPARE_VISIT)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            case = _found(unit, identity, version)
            altered = change(case)
            if altered == case:
                return Changed()
            unit.cases.save_all([altered])
            unit.audit.append(_entry(name, actor, identity, reason=reason, facts=facts), now)
        return Changed.one(Subject.CASE, identity)


def _found(unit: CaseUnit, identity: CaseId, version: int | None = None) -> Case:
    case = unit.cases.get(identity)
    if case is None:
        raise BadInput("cases.no_such_case", value=identity)
    if version is not None and case.version != version:
        raise Stale("store.stale")
    return case


def _cancel_ahead(unit: CaseUnit, identity: CaseId, cause: CancelCause) -> Changed:
    """Cancel every visit of the case on which nobody is out yet."""
    changed = Changed()
    for visit in unit.visits.of_case(identity):
        if visit.state in AHEAD:
            unit.visits.save(replace(moved(visit, VisitDeed.CANCEL), cancel_cause=cause))
            changed |= Changed.one(Subject.VISIT, visit.id)
    return changed


def _is_live(unit: CaseUnit, identity: CaseId) -> bool:
    states: set[VisitState] = {visit.state for visit in unit.visits.of_case(identity)}
    return not states.isdisjoint(LIVE)


def _secret(case: Case, secret: Secret, address: AddressId | None) -> str:
    match secret:
        case Secret.NAME:
            return case.borrower.name
        case Secret.ID_NUMBER:
            return case.borrower.id_number
        case Secret.PHONES:
            return "、".join(case.borrower.phones)
        case Secret.ADDRESS:
            return next((known.text for known in case.addresses if known.id == address), "")


def _entry(
    name: str, actor: Actor, identity: CaseId, *, reason: str = "", facts: Mapping[str, object] | None = None
) -> Entry:
    return Entry(name=name, actor=actor, subject_kind="case", subject=identity, reason=reason, facts=facts or {})
