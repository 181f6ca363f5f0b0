# ruff: noqa: ARG002  # the fakes answer the same whatever the day
"""In-memory day plans, and the rooms around planning: the law, the people, the branch's numbers."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime

from tests.fakes.cases import FakeAudit, FakeCases, FakeVisits
from visitdesk.cases.model import Visit
from visitdesk.compliance.model import Basis, Effect, Evidence, Finding, Force, Group, Rule, RuleId, Verdict, Words
from visitdesk.errors import Stale
from visitdesk.people.model import CollectorId
from visitdesk.planning.pool import DayTerms
from visitdesk.planning.ports import StoredDayPlan
from visitdesk.planning.roster import Roster


class FakeDayPlans:
    def __init__(self) -> None:
        self.drafts: dict[date, StoredDayPlan] = {}
        self.kept: dict[tuple[date, int], StoredDayPlan] = {}

    def draft(self, day: date) -> StoredDayPlan | None:
        return self.drafts.get(day)

    def published(self, day: date) -> StoredDayPlan | None:
        found = self.publications(day)
        return found[-1] if found else None

    def publications(self, day: date) -> Sequence[StoredDayPlan]:
        return [plan for (on, _), plan in sorted(self.kept.items()) if on == day]

    def days(self) -> Sequence[date]:
        return sorted({*self.drafts, *(day for day, _ in self.kept)})

    def save_draft(self, plan: StoredDayPlan) -> int:
        known = self.drafts.get(plan.day)
        if (known.version if known else 0) != plan.version:
            raise Stale("store.stale")
        self.drafts[plan.day] = replace(plan, version=plan.version + 1)
        return plan.version + 1

    def add_publication(self, plan: StoredDayPlan) -> None:
        self.kept[plan.day, plan.number] = plan


class FakePlanningUnit:
    def __init__(self) -> None:
        self.audit = FakeAudit()
        self.visits = FakeVisits()
        self.cases = FakeCases(self.visits)
        self.day_plans = FakeDayPlans()


class FakePlanningTransactions:
    """Keeps one unit; a deed that fails leaves it as it was."""

    def __init__(self) -> None:
        self.unit = FakePlanningUnit()

    @contextmanager
    def begin(self) -> Iterator[FakePlanningUnit]:
        before = deepcopy(self.unit.__dict__)
        try:
            yield self.unit
        except BaseException:
            self.unit.__dict__.update(before)
            raise

    @contextmanager
    def read(self) -> Iterator[FakePlanningUnit]:
        yield self.unit


_RULE = Rule(
    id=RuleId("cn-test"),
    group=Group.TIME,
    effect=Effect.BLOCK,
    basis=Basis(clause=Words(zh="", en=""), force=Force.STATUTE, evidence=Evidence.RECALLED, source=""),
    says=Words(zh="", en=""),
)


class FakeVerdicts:
    """The law in a set: visits named in `blocked` never, those in `blocked_after` not once that instant has passed."""

    def __init__(self) -> None:
        self.blocked: set[str] = set()
        self.blocked_after: dict[str, datetime] = {}
        self.asked: list[tuple[str, tuple[CollectorId, ...]]] = []

    def for_day(self, visits: Sequence[Visit], day: date) -> Mapping[str, Verdict]:
        return {visit.id: self._verdict(blocked=visit.id in self.blocked) for visit in visits}

    def for_stop(self, visit: Visit, arrive: datetime, leave: datetime, team: Sequence[CollectorId]) -> Verdict:
        self.asked.append((visit.id, tuple(team)))
        late = visit.id in self.blocked_after and leave > self.blocked_after[visit.id]
        return self._verdict(blocked=visit.id in self.blocked or late)

    def _verdict(self, *, blocked: bool) -> Verdict:
        finding = Finding(rule=_RULE, effect=Effect.BLOCK, basis=_RULE.basis, code="compliance.met")
        found = (finding,) if blocked else ()
        return Verdict(findings=found, pack="cn", pack_version="1", evaluated_at=datetime(2026, 11, 24, tzinfo=UTC))


class FakeRoster:
    def __init__(self, roster: Roster) -> None:
        self.roster = roster

    def on(self, day: date) -> Roster:
        return self.roster


class FakeTerms:
    def __init__(self, terms: DayTerms) -> None:
        self.terms = terms

    def on(self, day: date) -> DayTerms:
        return self.terms
