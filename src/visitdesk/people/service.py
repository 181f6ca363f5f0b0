"""Deeds on people: collectors, shifts, leave, badges, apart-list, devices, qualifications; who can go on a day."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from uuid import uuid4
from zoneinfo import ZoneInfo

from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import BadInput, Stale
from visitdesk.people.availability import Availability, Workload, availability, overlaps, workload
from visitdesk.people.model import ApartEntry, Collector, CollectorId, Device, Leave, Qualification, Shift
from visitdesk.people.pairing import Proposal, propose
from visitdesk.people.ports import Kept, PeopleTransactions, PeopleUnit
from visitdesk.security.audit import Deed as Entry
from visitdesk.security.model import Actor
from visitdesk.security.permissions import Deed, require

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", re.ASCII)
_SKILL = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
_LONGEST_SHIFT = timedelta(hours=16)
_Thing = TypeVar("_Thing", Shift, Leave, ApartEntry, Device, Qualification)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """One collector with all that belongs to him.

    Attributes:
        apart: entries of the apart-list that name him; shown only to those who keep people.
    """

    collector: Collector
    shifts: tuple[Shift, ...]
    leave: tuple[Leave, ...]
    apart: tuple[ApartEntry, ...]
    devices: tuple[Device, ...]
    qualifications: tuple[Qualification, ...]


class PeopleDesk:
    """Keeps the people of the branch."""

    def __init__(self, transactions: PeopleTransactions, clock: Clock, time_zone: ZoneInfo | None = None) -> None:
        self._transactions = transactions
        self._clock = clock
        self._zone = time_zone or ZoneInfo("Asia/Shanghai")

    def collectors(self) -> Sequence[Collector]:
        """All collectors, also those who have left, by staff number."""
        with self._transactions.read() as unit:
            return unit.people.collectors()

    def open(self, actor: Actor, identity: CollectorId, first: date, last: date) -> PersonPage:
        """One collector, with shifts and leave from `first` to `last`.

        Raises:
            BadInput: there is no such collector.
        """
        start, end = self._span(first, last)
        require(actor, Deed.KEEP_PEOPLE)
        with self._transactions.read() as unit:
            collector = _found(unit, identity)
            return PersonPage(
                collector=collector,
                shifts=tuple(unit.people.shifts(start, end, identity)),
                leave=tuple(unit.people.leave(first, last, identity)),
                apart=tuple(one for one in unit.people.apart() if identity in {one.collector, one.other}),
                devices=tuple(unit.people.devices(identity)),
                qualifications=tuple(unit.people.qualifications(identity)),
            )

    def shifts_of(self, first: date, last: date) -> Sequence[Shift]:
        """Shifts of all collectors from `first` to `last`, for the week grid."""
        start, end = self._span(first, last)
        with self._transactions.read() as unit:
            return unit.people.shifts(start, end)

    def leave_of(self, first: date, last: date) -> Sequence[Leave]:
        """Leave of all collectors that touches these days."""
        with self._transactions.read() as unit:
            return unit.people.leave(first, last)

    def qualifications(self) -> Sequence[Qualification]:
        """Proofs of all collectors, also expired ones."""
        with self._transactions.read() as unit:
            return unit.people.qualifications()

    def apart_list(self, actor: Actor) -> Sequence[ApartEntry]:
        """The whole apart-list, with reasons."""
        require(actor, Deed.KEEP_PEOPLE)
        with self._transactions.read() as unit:
            return unit.people.apart()

    def availability(self, day: date) -> Sequence[Availability]:
        """Every collector on that day: can go, or why not."""
        with self._transactions.read() as unit:
            return self._available(unit, day)

    def propose_pairs(self, day: date) -> Proposal:
        """Teams of two for that day."""
        with self._transactions.read() as unit:
            return propose(self._available(unit, day), unit.people.apart())

    def workloads(self, first: date, last: date) -> Sequence[Workload]:
        """Hours of every active collector from `first` to `last`; no money, no ranking."""
        start, end = self._span(first, last)
        with self._transactions.read() as unit:
            shifts, leave = unit.people.shifts(start, end), unit.people.leave(first, last)
            return [
                workload(one.id, first, last, shifts=shifts, leave=leave, zone=self._zone)
                for one in unit.people.collectors()
                if one.is_active
            ]

    def add_collector(self, actor: Actor, collector: Collector) -> Changed:
        """Keep a new collector.

        Raises:
            BadInput: a staff number that is taken or has odd signs, no name, an odd skill.
        """
        require(actor, Deed.KEEP_PEOPLE)
        _check(collector)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            if unit.people.collector(collector.id) is not None:
                raise BadInput("people.taken", value=collector.id)
            unit.people.add_collector(replace(collector, version=1))
            unit.audit.append(_entry("collector.add", actor, collector.id), now)
        return Changed.one(Subject.COLLECTOR, collector.id)

    def change_collector(self, actor: Actor, collector: Collector) -> Changed:
        """Replace what is known of a collector; badge, training, insurance and record are entered with their fields.

        Raises:
            Stale: another desk changed it first.
        """
        require(actor, Deed.KEEP_PEOPLE)
        _check(collector)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            known = _found(unit, collector.id)
            if known == collector:
                return Changed()
            unit.people.save_collector(collector)
            fields = sorted(n for n in Collector.__slots__ if getattr(known, n) != getattr(collector, n))
            unit.audit.append(_entry("collector.change", actor, collector.id, fields=fields), now)
        return Changed.one(Subject.COLLECTOR, collector.id)

    def end_collector(self, actor: Actor, identity: CollectorId, reason: str, version: int) -> Changed:
        """The collector no longer goes out: shifts still ahead are taken away, everything else stays on record."""
        require(actor, Deed.KEEP_PEOPLE)
        now = self._clock.now()
        if not reason.strip():
            raise BadInput("people.no_reason")
        with self._transactions.begin() as unit:
            known = _found(unit, identity)
            if known.version != version:
                raise Stale("store.stale")
            unit.people.save_collector(replace(known, is_active=False))
            ahead = [one for one in unit.people.shifts(now, _FOREVER, identity) if one.start >= now]
            for shift in ahead:
                unit.people.remove(shift)
            unit.audit.append(_entry("collector.end", actor, identity, reason=reason, shifts=len(ahead)), now)
        changed = Changed.one(Subject.COLLECTOR, identity)
        return changed | Changed.one(Subject.SHIFT, identity) if ahead else changed

    def add_shift(self, actor: Actor, shift: Shift) -> Shift:
        """Keep a shift.

        Raises:
            BadInput: it ends before it begins, is longer than 16 hours, or shares time with another of the same person.
        """
        _check_shift(shift)
        return self._add(actor, shift, "shift.add", _no_overlap)

    def change_shift(self, actor: Actor, shift: Shift) -> Changed:
        """Move or stretch a shift."""
        _check_shift(shift)
        return self._save(actor, shift, "shift.change", _no_overlap)

    def add_leave(self, actor: Actor, leave: Leave) -> Leave:
        """Keep a leave of one day or more."""
        _check_days(leave.first_day, leave.last_day)
        return self._add(actor, leave, "leave.add")

    def change_leave(self, actor: Actor, leave: Leave) -> Changed:
        """Change a leave."""
        _check_days(leave.first_day, leave.last_day)
        return self._save(actor, leave, "leave.change")

    def add_apart(self, actor: Actor, entry: ApartEntry) -> ApartEntry:
        """Two persons are not sent together, or one is not sent to a case.

        Raises:
            BadInput: neither or both are named, the two are one, or no reason is given.
        """
        if (entry.other is None) == (entry.case is None) or entry.other == entry.collector:
            raise BadInput("people.apart_from_whom")
        if not entry.reason.strip():
            raise BadInput("people.no_reason")

        def known(unit: PeopleUnit, one: ApartEntry) -> None:
            if one.other is not None:
                _found(unit, one.other)

        return self._add(actor, entry, "apart.add", known)

    def issue_device(self, actor: Actor, device: Device) -> Device:
        """Hand a phone out.

        Raises:
            BadInput: the phone is still with somebody.
        """

        def is_free(unit: PeopleUnit, new: Device) -> None:
            if any(one.id == new.id for one in unit.people.devices()):
                raise BadInput("people.device_out", value=new.id)

        if not _ID.fullmatch(device.id):
            raise BadInput("people.bad_id", value=device.id)
        return self._add(actor, device, "device.issue", is_free)

    def change_device(self, actor: Actor, device: Device) -> Changed:
        """Take a phone back (`returned_on`), or hand it to somebody else."""
        if device.returned_on is not None and device.returned_on < device.issued_on:
            raise BadInput("people.bad_days")
        return self._save(actor, device, "device.change")

    def add_qualification(self, actor: Actor, proof: Qualification) -> Qualification:
        """Keep a proof; a certificate of the training room is entered here by the room above."""
        if not proof.name.strip():
            raise BadInput("people.no_name")
        if proof.valid_until is not None:
            _check_days(proof.valid_from, proof.valid_until)
        return self._add(actor, proof, "qualification.add")

    def change_qualification(self, actor: Actor, proof: Qualification) -> Changed:
        """Prolong or end a proof."""
        if proof.valid_until is not None:
            _check_days(proof.valid_from, proof.valid_until)
        return self._save(actor, proof, "qualification.change")

    def remove(self, actor: Actor, thing: Kept) -> Changed:
        """Take a shift, leave, apart entry or wrong proof away.

        Raises:
            BadInput: it is not there any more.
            Stale: another desk changed it first.
        """
        require(actor, Deed.KEEP_PEOPLE)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            if unit.people.find(type(thing), thing.id) is None:
                raise BadInput("people.gone")
            unit.people.remove(thing)
            unit.audit.append(_entry(f"{_word(thing)}.remove", actor, thing.collector, thing=thing.id), now)
        return Changed.one(_subject(thing), thing.collector)

    def _available(self, unit: PeopleUnit, day: date) -> list[Availability]:
        start, end = self._span(day, day)
        shifts, leave = unit.people.shifts(start, end), unit.people.leave(day, day)
        return [availability(one, day, shifts=shifts, leave=leave, zone=self._zone) for one in unit.people.collectors()]

    def _span(self, first: date, last: date) -> tuple[datetime, datetime]:
        """First instant of the first day and first instant after the last day, at the branch."""
        after = last + timedelta(days=1)
        return datetime.combine(first, time(), self._zone), datetime.combine(after, time(), self._zone)

    def _add(
        self, actor: Actor, thing: _Thing, name: str, check: Callable[[PeopleUnit, _Thing], None] | None = None
    ) -> _Thing:
        require(actor, Deed.KEEP_PEOPLE)
        now = self._clock.now()
        new = replace(thing, id=_number_for(thing), version=1)
        with self._transactions.begin() as unit:
            _found(unit, new.collector)
            if check is not None:
                check(unit, new)
            unit.people.add(new)
            unit.audit.append(_entry(name, actor, new.collector, thing=new.id), now)
        return new

    def _save(
        self, actor: Actor, thing: _Thing, name: str, check: Callable[[PeopleUnit, _Thing], None] | None = None
    ) -> Changed:
        require(actor, Deed.KEEP_PEOPLE)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            known = unit.people.find(type(thing), thing.id)
            if known is None:
                raise BadInput("people.gone")
            _found(unit, thing.collector)
            if known == thing:
                return Changed()
            if check is not None:
                check(unit, thing)
            unit.people.save(thing)
            unit.audit.append(_entry(name, actor, thing.collector, thing=thing.id), now)
        return Changed.one(_subject(thing), thing.collector)


_FOREVER = datetime(2200, 1, 1, tzinfo=ZoneInfo("UTC"))


def _found(unit: PeopleUnit, identity: CollectorId) -> Collector:
    found = unit.people.collector(identity)
    if found is None:
        raise BadInput("people.no_such_collector", value=identity)
    return found


def _check(collector: Collector) -> None:
    if not _ID.fullmatch(collector.id):
        raise BadInput("people.bad_id", value=collector.id)
    if not collector.name.strip() or len(collector.name) > 100:
        raise BadInput("people.no_name")
    odd = sorted(skill for skill in collector.skills if not _SKILL.fullmatch(skill))
    if odd:
        raise BadInput("people.bad_skill", value=odd[0])


def _check_shift(shift: Shift) -> None:
    if not timedelta() < shift.end - shift.start <= _LONGEST_SHIFT:
        raise BadInput("people.bad_shift")


def _check_days(first: date, last: date) -> None:
    if last < first:
        raise BadInput("people.bad_days")


def _no_overlap(unit: PeopleUnit, shift: Shift) -> None:
    if overlaps(shift, unit.people.shifts(shift.start, shift.end, shift.collector)):
        raise BadInput("people.shifts_overlap", value=shift.collector)


def _number_for(thing: Kept) -> str:
    """A device bears the number that is printed on it; everything else gets one."""
    return thing.id if isinstance(thing, Device) else f"P{uuid4().hex[:12]}"


def _word(thing: Kept) -> str:
    return {"ApartEntry": "apart"}.get(type(thing).__name__, type(thing).__name__.lower())


def _subject(thing: Kept) -> Subject:
    return Subject.SHIFT if isinstance(thing, Shift | Leave) else Subject.COLLECTOR


def _entry(name: str, actor: Actor, collector: CollectorId, *, reason: str = "", **facts: object) -> Entry:
    return Entry(name=name, actor=actor, subject_kind="collector", subject=collector, reason=reason, facts=facts)
