"""One case as its page shows it: everything read in one go on the writer thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from visitdesk.cases.model import CaseId, Visit, VisitState
from visitdesk.cases.visit_states import AHEAD, LIVE, OVER
from visitdesk.compliance.model import Effect, Finding, Verdict
from visitdesk.reports.case_verdicts import soonest

if TYPE_CHECKING:
    from visitdesk.cases.service import CasePage
    from visitdesk.compliance.service import Standing
    from visitdesk.ui.cases.ports import CasesBranch

STEP = timedelta(minutes=30)
STEPS = 7 * 48
"""The slider goes over seven days in half hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """What the page shows.

    Attributes:
        moment: the arrival the verdict is about.
    """

    page: "CasePage"
    standing: "Standing"
    verdict: Verdict
    moment: datetime

    @property
    def visit(self) -> Visit | None:
        """The youngest visit that is not over, or None."""
        alive = [one for one in self.page.visits if one.state not in OVER]
        return alive[-1] if alive else None

    @property
    def is_ahead(self) -> bool:
        """Whether that visit can still be prepared."""
        return self.visit is not None and self.visit.state in AHEAD


class Answer(StrEnum):
    """A verdict in one word."""

    ALLOWED = "allowed"
    REASON = "reason"
    BLOCKED = "blocked"


def answer_of(verdict: Verdict) -> Answer:
    """Blocked; allowed with a typed reason; allowed."""
    if not verdict.allowed:
        return Answer.BLOCKED
    return Answer.REASON if verdict.warnings else Answer.ALLOWED


def sorted_findings(verdict: Verdict) -> tuple[Finding, ...]:
    """What forbids first, then warnings, then what the record will need, then what is met; each in the pack's order."""
    return tuple(sorted(verdict.findings, key=_rank))


def _rank(finding: Finding) -> int:
    if finding.forbids:
        return 0
    if not is_judged(finding):
        return 4
    return {Effect.WARN: 1, Effect.REQ: 2}.get(finding.effect, 3)


def is_judged(finding: Finding) -> bool:
    """Whether the branch keeps the facts that the rule asks for; others are listed, not judged."""
    return finding.code != "compliance.not_judged"


def is_broken(finding: Finding) -> bool:
    """Whether it stands against the visit: forbids it or asks for a reason."""
    return _rank(finding) < 2


def read_case(branch: "CasesBranch", case: CaseId, moment: datetime | None) -> CaseView:
    """All of it; on the writer thread.

    Args:
        moment: None means when the visit would begin.
    """
    page = branch.cases.open(case)
    now = branch.clock.now()
    ahead = [one for one in page.visits if one.state in AHEAD | LIVE]
    at = moment or (soonest(ahead[-1], now) if ahead else now)
    standing = branch.compliance.standing(case)
    return CaseView(page=page, standing=standing, verdict=branch.judge.verdicts(case, None, [at])[0], moment=at)


def moments_from(now: datetime) -> tuple[datetime, ...]:
    """The slider's moments: the next half hours over seven days."""
    start = now.replace(minute=0, second=0, microsecond=0) + STEP * (2 if now.minute >= 30 else 1)
    return tuple(start + STEP * i for i in range(STEPS))


def first_allowed(answers: Sequence[Answer], after: int = 0) -> int | None:
    """The first step at or after `after` that is not blocked; None where all are."""
    return next((i for i in range(after, len(answers)) if answers[i] is not Answer.BLOCKED), None)


def needs_approval(visit: Visit | None) -> bool:
    """Whether the supervisor has to decide."""
    return visit is not None and visit.state is VisitState.REQUESTED
