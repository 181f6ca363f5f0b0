"""The figures of a case as they stand today: offered where somebody says that figures were told, and for proposals."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from visitdesk.cases.model import CaseId, DebtKind
from visitdesk.errors import BadInput
from visitdesk.money import Money
from visitdesk.records.model import FiguresTold

if TYPE_CHECKING:
    from visitdesk.cases.service import CaseDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is owed.

    Attributes:
        told: as it would be written into a record.
        is_card: a credit card's debt, for which the longest term of a plan is law.
    """

    balance: Money
    as_of: date
    is_card: bool
    told: FiguresTold


def figures_of(cases: "CaseDesk", identity: CaseId) -> Figures | None:
    """The figures of a case's accounts together; None where there is no account or no such case."""
    try:
        case = cases.open(identity).case
    except BadInput:
        return None
    accounts = case.accounts
    if not accounts or len({account.outstanding.currency for account in accounts}) > 1:
        return None
    outstanding, arrears = accounts[0].outstanding, accounts[0].arrears
    for account in accounts[1:]:
        outstanding, arrears = outstanding + account.outstanding, arrears + account.arrears
    as_of = min(account.as_of for account in accounts)
    told = FiguresTold(outstanding=outstanding, arrears=arrears, as_of=as_of, source=case.lender)
    is_card = all(account.kind is DebtKind.CREDIT_CARD for account in accounts)
    return Figures(balance=outstanding, as_of=as_of, is_card=is_card, told=told)
