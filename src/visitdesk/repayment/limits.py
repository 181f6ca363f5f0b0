"""How long and how dear a plan may be, as outcomes that name their rule; clauses and sentences live in the policy pack.

Source: 信用卡业务监督管理办法 art. 70 (last instalment at most 60 months after the start, card debts only; other debts by
policy, rule `cn-plan-not-card`); reference regulation §5, supplement §1 (cn-plan-interest).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from visitdesk.repayment.due_dates import add_months
from visitdesk.repayment.model import PlanKind, PlanRequest, Schedule

MAX_MONTHS = 60
RATE_TO_FLAG = Decimal("0.24")
"""Nominal annual rate above which a lawyer should look: the 24 % guidance for licensed lenders, recalled, not seen."""


class PlanEffect(StrEnum):
    """What a limit does to the plan; the words of the compliance form."""

    BLOCK = "BLOCK"
    WARN = "WARN"
    PASS = "PASS"  # noqa: S105  # the form's word, no secret


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOutcome:
    """What one limit says of one plan.

    Attributes:
        rule: id in the policy pack.
        basis: which clause of the rule is cited: empty for its own, `policy` where the limit is ours, `recalled`.
        code: name of the sentence; `facts` fill it.
    """

    rule: str
    effect: PlanEffect
    code: str
    facts: dict[str, object]
    basis: str = ""


def last_lawful_due(as_of: date) -> date:
    """The last day on which an instalment may fall due."""
    return add_months(as_of, MAX_MONTHS)


def outcomes(request: PlanRequest, plan: Schedule) -> tuple[PlanOutcome, ...]:
    """What the limits say of this plan, longest term first."""
    return (_term(request, plan), _rate(request, plan))


def _term(request: PlanRequest, plan: Schedule) -> PlanOutcome:
    limit = last_lawful_due(request.as_of)
    over = plan.last_due > limit
    return PlanOutcome(
        rule="cn-plan-max-60m",
        effect=PlanEffect.BLOCK if over else PlanEffect.PASS,
        code="repayment.term_too_long" if over else "repayment.term_fits",
        facts={"last": plan.last_due, "limit": limit, "months": MAX_MONTHS},
        basis="" if request.is_card else "policy",
    )


def _rate(request: PlanRequest, plan: Schedule) -> PlanOutcome:
    dear = request.kind is PlanKind.INTEREST_BEARING and request.annual_rate > RATE_TO_FLAG
    return PlanOutcome(
        rule="cn-plan-interest",
        effect=PlanEffect.WARN if dear else PlanEffect.PASS,
        code="repayment.rate_to_check" if dear else "repayment.rate_shown",
        facts={"rate": f"{plan.annual_rate_effective * 100:.4f}", "interest": str(plan.interest)},
        basis="recalled" if dear else "",
    )
