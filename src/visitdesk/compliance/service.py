"""The room's desk: judge a stored visit at a stage, keep the verdict, replay it; with the deeds of its two parts.

A deed that stops visits takes effect at once: the next verdict finds it. `app` hands `Changed` on to planning and watch.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from visitdesk.cases.model import CaseId, VisitId
from visitdesk.changed import Changed, Subject
from visitdesk.compliance import pack as packs
from visitdesk.compliance.branch_facts import Recorded, VisitQuestion, facts_of
from visitdesk.compliance.engine import judge
from visitdesk.compliance.model import (
    Consent,
    Hold,
    Notice,
    Objection,
    Refusal,
    Stage,
    StoredVerdict,
    Verdict,
    VerdictId,
)
from visitdesk.compliance.ports import ComplianceUnit
from visitdesk.compliance.sheet import read, written
from visitdesk.compliance.stop_deeds import StopDeeds
from visitdesk.compliance.telling import finding_answer
from visitdesk.compliance.word_deeds import WordDeeds
from visitdesk.errors import BadInput
from visitdesk.security.model import Actor, UserId
from visitdesk.security.permissions import Deed, require
from visitdesk.wording import Lang

_JUDGES = {
    Stage.PLAN: Deed.PREPARE_VISIT,
    Stage.DISPATCH: Deed.DISPATCH,
    Stage.CHECK_IN: Deed.WATCH,
    Stage.ENTRY: Deed.WATCH,
}


_NOBODY = UserId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A verdict just kept; `changed` names the visit."""

    verdict: Verdict
    stored: StoredVerdict
    changed: Changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the branch recorded about one case, for its page."""

    holds: Sequence[Hold]
    consents: Sequence[Consent]
    objections: Sequence[Objection]
    notices: Sequence[Notice]
    refusals: Sequence[Refusal]


class ComplianceDesk(StopDeeds, WordDeeds):
    """May we visit, and what stops or allows it."""

    def assess(self, questions: Sequence[VisitQuestion]) -> tuple[Verdict, ...]:
        """Verdicts for planning and screens, in order; nothing is kept.

        Raises:
            BadInput: a visit or its case is not in the branch.
        """
        with self._transactions.read() as unit:
            return tuple(self._judged(unit, question)[0] for question in questions)

    def judge(self, actor: Actor, question: VisitQuestion) -> Judged:
        """Judge at a stage and keep the verdict with its facts and pack version.

        Raises:
            NotAllowed: the role does not carry the stage.
            BadInput: the visit or its case is not in the branch.
        """
        require(actor, _JUDGES[question.stage])
        with self._transactions.begin() as unit:
            verdict, stored = self._judged(unit, question, actor.user)
            unit.compliance.add_verdict(stored)
            facts = {"stage": stored.stage.value, "allowed": stored.allowed, "rule": stored.decided_by}
            self._enter(unit, actor, "compliance.judge", ("visit", question.visit), facts=facts)
        return Judged(verdict=verdict, stored=stored, changed=Changed.one(Subject.VISIT, question.visit))

    def replay(self, stored: StoredVerdict) -> Verdict:
        """The verdict that this program's pack gives on the kept facts, at the kept instant."""
        pack = packs.load(stored.pack)
        return judge(read(stored.facts, pack, stored.judged_at), pack, self._calendar)

    def verdicts(self, visit: VisitId) -> Sequence[StoredVerdict]:
        """All kept verdicts of a visit, oldest first."""
        with self._transactions.read() as unit:
            return unit.compliance.verdicts(visit)

    def standing(self, case: CaseId) -> Standing:
        """All that was recorded about a case."""
        with self._transactions.read() as unit:
            kept = unit.compliance
            return Standing(
                holds=kept.holds(case),
                consents=kept.consents(case),
                objections=kept.objections(case),
                notices=kept.notices(case),
                refusals=kept.refusals(case),
            )

    def _judged(
        self, unit: ComplianceUnit, question: VisitQuestion, by: UserId = _NOBODY
    ) -> tuple[Verdict, StoredVerdict]:
        visit = unit.visits.get(question.visit)
        case = unit.cases.get(visit.case) if visit else None
        if visit is None or case is None:
            raise BadInput("compliance.no_such_visit", value=question.visit)
        kept, now = unit.compliance, self._clock.now()
        recorded = Recorded(
            holds=kept.holds(case.id),
            consents=kept.consents(case.id),
            notices=kept.notices(case.id),
            refusals=kept.refusals(case.id),
        )
        facts = facts_of(question, visit, case, recorded, now)
        verdict = judge(facts, self._pack, self._calendar)
        decided = verdict.decided_by
        stored = StoredVerdict(
            id=VerdictId(self._new_id()),
            visit=visit.id,
            case=case.id,
            stage=question.stage,
            pack=verdict.pack,
            pack_version=verdict.pack_version,
            allowed=verdict.allowed,
            decided_by=decided.rule.id if decided else None,
            facts=written(facts, verdict.pack),
            findings=tuple(finding_answer(finding, Lang.EN) for finding in verdict.findings),
            judged_at=now,
            judged_by=by,
        )
        return verdict, stored
