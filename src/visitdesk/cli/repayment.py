"""`visitdesk repayment schedule`: a repayment plan, exact to the smallest unit (contracts §5)."""

from argparse import Namespace
from datetime import date
from decimal import Decimal
from typing import Any

from visitdesk.cli.command import Answer, Context, Subparsers, with_output
from visitdesk.cli.door import read_json
from visitdesk.compliance import pack as packs
from visitdesk.compliance.model import Effect, Finding, Pack
from visitdesk.compliance.telling import finding_answer
from visitdesk.errors import BadInput
from visitdesk.money import Money, parse_amount
from visitdesk.repayment.instalments import schedule
from visitdesk.repayment.limits import PlanEffect, PlanOutcome, outcomes
from visitdesk.repayment.model import Instalment, PlanKind, PlanRequest, Schedule
from visitdesk.wording import Lang, sentence_of

SCHEMA = "repayment-request"
_NEEDED = {
    PlanKind.STEP_UP: "step_rate",
    PlanKind.GRACE_THEN_EVEN: "grace_months",
    PlanKind.INTEREST_BEARING: "annual_rate",
}
_HIGHEST_RATE = 10
"""A rate is a fraction; a larger one is a percentage typed by mistake."""


class RepaymentCommand:
    """The words of the repayment room."""

    def register(self, words: Subparsers) -> None:
        """Add `repayment schedule`."""
        group = words.add_parser("repayment", help="repayment plans")
        sub = group.add_subparsers(dest="word", required=True, metavar="WORD")
        parser = sub.add_parser("schedule", help="the rows of one plan")
        parser.add_argument("file", metavar="REQUEST.json")
        with_output(parser)
        parser.set_defaults(run=run_schedule)


def run_schedule(arguments: Namespace, context: Context) -> Answer:
    """Make the plan; exit code 3 where a limit forbids it, its rows are printed all the same."""
    form = read_json(arguments.file, context, SCHEMA)
    try:
        request = _request(form)
        plan = schedule(request)
    except BadInput as error:
        place = error.facts.get("place", "$")
        problem = sentence_of(error, context.lang)
        raise BadInput("door.in_file", file=arguments.file, place=place, problem=problem) from error
    found = outcomes(request, plan)
    blocked = any(outcome.effect is PlanEffect.BLOCK for outcome in found)
    return Answer(payload=_answer(plan, found, context.lang), exit_code=3 if blocked else 0)


def _request(form: dict[str, Any]) -> PlanRequest:
    kind = PlanKind(form["kind"])
    needed = _NEEDED.get(kind)
    if needed is not None and needed not in form:
        raise BadInput("repayment.missing_for_kind", place="$", kind=kind.value, value=needed)
    try:
        balance = parse_amount(form["balance"], form["currency"])
    except BadInput as error:
        raise BadInput(error.code, place="balance", **error.facts) from error
    return PlanRequest(
        balance=balance,
        as_of=_date(form, "as_of"),
        is_card=form["debt_kind"] == "credit_card",
        kind=kind,
        instalments=int(form["instalments"]),
        first_due=_date(form, "first_due"),
        grace_months=int(form.get("grace_months", 0)),
        step_rate=_rate(form, "step_rate"),
        annual_rate=_rate(form, "annual_rate"),
    )


def _date(form: dict[str, Any], name: str) -> date:
    try:
        return date.fromisoformat(form[name])
    except ValueError as error:
        raise BadInput("repayment.not_a_date", place=name, value=form[name]) from error


def _rate(form: dict[str, Any], name: str) -> Decimal:
    rate = Decimal(form.get(name, "0"))
    if rate > _HIGHEST_RATE:
        raise BadInput("repayment.rate_not_a_fraction", place=name, value=rate)
    return rate


def _answer(plan: Schedule, found: tuple[PlanOutcome, ...], lang: Lang) -> dict[str, object]:
    pack = packs.load("cn")
    return {
        "rows": [_row(row) for row in plan.rows],
        "total": _two_decimals(plan.total),
        "annual_rate_effective": f"{plan.annual_rate_effective:.8f}",
        "findings": [finding_answer(_finding(outcome, pack), lang) for outcome in found],
    }


def _row(row: Instalment) -> dict[str, object]:
    return {
        "no": row.no,
        "due": row.due.isoformat(),
        "principal": _two_decimals(row.principal),
        "interest": _two_decimals(row.interest),
        "amount": _two_decimals(row.amount),
        "remaining": _two_decimals(row.remaining),
    }


def _two_decimals(money: Money) -> str:
    """All amounts of this door have two decimals, also those of currencies without a smaller unit."""
    return f"{money.amount:.2f}"


def _finding(outcome: PlanOutcome, pack: Pack) -> Finding:
    rule = pack.rule(outcome.rule)
    basis = rule.other.get(outcome.basis, rule.basis)
    effect = Effect(outcome.effect.value)
    return Finding(rule=rule, effect=effect, basis=basis, code=outcome.code, facts=outcome.facts)


COMMAND = RepaymentCommand()
