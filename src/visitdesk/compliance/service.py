"""The room's desk: judge a stored visit at a stage, keep the verdict, replay it; with the deeds of its two parts.

A deed that stops visits takes effect at once: the next verdict finds it. `app` hands `Changed` on to planning and watch.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from visitdesk.cases.model import CaseId, Visit, VisitId
from visitdesk.changed import Changed, Subject
from visitdesk.compliance import pack as packs
from visitdesk.compliance.branch_facts import Recorded, VisitQuestion, facts_of
from visitdesk.compliance.engine import judge
from visitdesk.compliance.facts import Facts, shown
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
            return tuple(judge(self._facts(unit, one), self._pack, self._calendar) for one in questions)

    def consider(self, visit: Visit, questions: Sequence[VisitQuestion]) -> tuple[Verdict, ...]:
        """Verdicts for a visit that nobody has asked for yet, at several moments; nothing is kept.

        Args:
            visit: as it would be asked for; its case and address are those of the branch.

        Raises:
            BadInput: its case is not in the branch.
        """
        with self._transactions.read() as unit:
            return tuple(judge(self._sheet(unit, one, visit), self._pack, self._calendar) for one in questions)

    def judge(self, actor: Actor, question: VisitQuestion) -> Judged:
        """Judge at a stage and keep the verdict with its facts and pack version.

        Raises:
            NotAllowed: the role does not carry the stage.
            BadInput: the visit or its case is not in the branch.
        """
        require(actor, _JUDGES[question.stage])
        with self._transactions.begin() as unit:
            facts = self._facts(unit, question)
            verdict = judge(facts, self._pack, self._calendar)
            stored = self._kept(question, facts, verdict, actor.user)
            unit.compliance.add_verdict(stored)
            said = {"stage": stored.stage.value, "allowed": stored.allowed, "rule": stored.decided_by}
            self._enter(unit, actor, "compliance.judge", ("visit", question.visit), facts=said)
        return Judged(verdict=verdict, stored=stored, changed=Changed.one(Subject.VISIT, question.visit))

    def replay(self, stored: StoredVerdict) -> Verdict:
        """What the pack as it stands today says of the kept facts, at the kept instant.

        Where `stored.pack_version` is another one, a difference shows what the rules have changed since.
        """
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

    def _facts(self, unit: ComplianceUnit, question: VisitQuestion) -> Facts:
        visit = unit.visits.get(question.visit)
        if visit is None:
            raise BadInput("compliance.no_such_visit", value=question.visit)
        return self._sheet(unit, question, visit)

    def _sheet(self, unit: ComplianceUnit, question: VisitQuestion, visit: Visit) -> Facts:
        case = unit.cases.get(visit.case)
        if case is None:
            raise BadInput("compliance.no_such_visit", value=question.visit)
        kept = unit.compliance
        recorded = Recorded(
            holds=kept.holds(case.id),
            consents=kept.consents(case.id),
            notices=kept.notices(case.id),
            refusals=kept.refusals(case.id),
        )
        return facts_of(question, visit, case, recorded, self._clock.now())

    def _kept(self, question: VisitQuestion, facts: Facts, verdict: Verdict, by: UserId) -> StoredVerdict:
        decided = verdict.decided_by
        return StoredVerdict(
            id=VerdictId(self._new_id()),
            visit=question.visit,
            case=CaseId(shown(facts.case.id, "case.id")),
            stage=question.stage,
            pack=verdict.pack,
            pack_version=verdict.pack_version,
            allowed=verdict.allowed,
            decided_by=decided.rule.id if decided else None,
            facts=written(facts, verdict.pack),
            findings=tuple(finding_answer(finding, Lang.EN) for finding in verdict.findings),
            judged_at=verdict.evaluated_at,
            judged_by=by,
        )
