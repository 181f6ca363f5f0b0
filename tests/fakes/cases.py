"""In-memory repositories of the room `cases`; they answer as the database does, stale versions included."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime

from visitdesk.cases.masking import short_name
from visitdesk.cases.model import (
    Case,
    CaseId,
    CaseLine,
    ContactAttempt,
    HeldEntry,
    HeldState,
    PreparationItem,
    Visit,
    VisitId,
    VisitState,
)
from visitdesk.cases.search import search_words
from visitdesk.cases.visit_states import OVER
from visitdesk.errors import Stale
from visitdesk.security.audit import GENESIS, Deed, Entry, body_of, digest_of


class FakeAudit:
    """A chain in a list."""

    def __init__(self) -> None:
        self.kept: list[Entry] = []
        self.deeds: list[Deed] = []

    def append(self, deed: Deed, at: datetime) -> Entry:
        number, body = len(self.kept) + 1, body_of(deed, at)
        previous = self.kept[-1].digest if self.kept else GENESIS
        entry = Entry(number=number, at=at, body=body, digest=digest_of(previous, number, body))
        self.kept.append(entry)
        self.deeds.append(deed)
        return entry

    def entries(self, *, after: int = 0, limit: int = 1000) -> Sequence[Entry]:
        return [entry for entry in self.kept if entry.number > after][:limit]


class FakeCases:
    def __init__(self, visits: "FakeVisits") -> None:
        self.kept: dict[CaseId, Case] = {}
        self._visits = visits

    def get(self, identity: CaseId) -> Case | None:
        return self.kept.get(identity)

    def many(self, identities: Iterable[CaseId]) -> Mapping[CaseId, Case]:
        return {identity: self.kept[identity] for identity in identities if identity in self.kept}

    def add_all(self, cases: Sequence[Case]) -> None:
        self.kept.update({case.id: case for case in cases})

    def save_all(self, cases: Sequence[Case]) -> None:
        for case in cases:
            known = self.kept.get(case.id)
            if known is None or known.version != case.version:
                raise Stale("store.stale")
            self.kept[case.id] = replace(case, version=case.version + 1, trail=known.trail)

    def add_attempt(self, case: CaseId, attempt: ContactAttempt) -> None:
        known = self.kept[case]
        trail = sorted((*known.trail, attempt), key=lambda one: one.at)
        self.kept[case] = replace(known, trail=tuple(trail))

    def lines(self) -> Sequence[CaseLine]:
        return [self._line(self.kept[identity]) for identity in sorted(self.kept)]

    def _line(self, case: Case) -> CaseLine:
        alive = [visit for visit in self._visits.of_case(case.id) if visit.state not in OVER]
        visit = alive[-1] if alive else None
        region = next((one.region for one in case.addresses if not one.is_dead and one.region), "")
        return CaseLine(
            id=case.id,
            borrower=short_name(case.borrower.name),
            search=search_words(case.id, case.borrower.name, case.borrower.phones),
            region=region,
            days_past_due=case.days_past_due,
            outstanding_minor=sum(account.outstanding.minor for account in case.accounts),
            currency=case.accounts[0].outstanding.currency if case.accounts else "CNY",
            state=case.state,
            lender=case.lender,
            last_contact=max((attempt.at for attempt in case.trail), default=None),
            version=case.version,
            visit=visit.id if visit else None,
            visit_state=visit.state if visit else None,
            next_day=visit.day if visit else None,
            prepared=len(visit.prepared) if visit else 0,
            prepared_of=len(PreparationItem) if visit else 0,
        )


class FakeVisits:
    def __init__(self) -> None:
        self.kept: dict[VisitId, Visit] = {}

    def get(self, identity: VisitId) -> Visit | None:
        return self.kept.get(identity)

    def many(self, identities: Iterable[VisitId]) -> Mapping[VisitId, Visit]:
        return {identity: self.kept[identity] for identity in identities if identity in self.kept}

    def of_case(self, case: CaseId) -> Sequence[Visit]:
        found = (visit for visit in self.kept.values() if visit.case == case)
        return sorted(found, key=lambda visit: (visit.requested_at, visit.id))

    def in_states(self, states: Iterable[VisitState]) -> Sequence[Visit]:
        wanted = set(states)
        return sorted((v for v in self.kept.values() if v.state in wanted), key=lambda visit: visit.id)

    def on_day(self, day: date) -> Sequence[Visit]:
        return sorted((v for v in self.kept.values() if v.day == day), key=lambda visit: visit.id)

    def add(self, visit: Visit) -> None:
        self.kept[visit.id] = visit

    def save(self, visit: Visit) -> None:
        known = self.kept.get(visit.id)
        if known is None or known.version != visit.version:
            raise Stale("store.stale")
        self.kept[visit.id] = replace(visit, version=visit.version + 1)

    def next_number(self, day: date) -> int:
        return sum(identity.startswith(f"V{day:%y%m%d}-") for identity in self.kept) + 1


class FakeIntake:
    def __init__(self) -> None:
        self.files: dict[tuple[str, str], tuple[str, datetime, str, int]] = {}
        self.kept: dict[str, HeldEntry] = {}

    def knows(self, sha256: str, mapping_digest: str) -> bool:
        return (sha256, mapping_digest) in self.files

    def note(self, *, sha256: str, mapping_digest: str, name: str, at: datetime, by: str, rows: int) -> None:
        self.files[sha256, mapping_digest] = (name, at, by, rows)

    def held(self, state: HeldState | None = HeldState.OPEN) -> Sequence[HeldEntry]:
        found = [entry for entry in self.kept.values() if state is None or entry.state is state]
        return sorted(found, key=lambda entry: (entry.held_at, entry.row, entry.id))

    def hold(self, entries: Sequence[HeldEntry]) -> None:
        self.kept.update({entry.id: entry for entry in entries})

    def close(self, identities: Iterable[str], state: HeldState, at: datetime, by: str) -> None:
        for identity in identities:
            self.kept[identity] = replace(self.kept[identity], state=state, closed_at=at, closed_by=by)


class FakeCaseUnit:
    def __init__(self) -> None:
        self.audit = FakeAudit()
        self.visits = FakeVisits()
        self.cases = FakeCases(self.visits)
        self.intake = FakeIntake()


class FakeCaseTransactions:
    """Keeps one unit; a deed that fails leaves it as it was."""

    def __init__(self) -> None:
        self.unit = FakeCaseUnit()

    @contextmanager
    def begin(self) -> Iterator[FakeCaseUnit]:
        before = deepcopy(self.unit.__dict__)
        try:
            yield self.unit
        except BaseException:
            self.unit.__dict__.update(before)
            raise

    @contextmanager
    def read(self) -> Iterator[FakeCaseUnit]:
        yield self.unit
