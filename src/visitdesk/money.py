"""Money: an exact decimal amount with its currency. Never a float.

Source for the number of decimals: ISO 4217, the currencies a branch here can meet.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from visitdesk.errors import BadInput

DECIMALS = {"CNY": 2, "HKD": 2, "MOP": 2, "TWD": 2, "USD": 2, "GBP": 2, "EUR": 2, "SGD": 2, "JPY": 0, "KRW": 0}
"""Currency code to digits of its smallest unit."""

_AMOUNT = re.compile(r"-?(?:0|[1-9]\d{0,15})(?:\.\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of one currency, exact to the currency's smallest unit.

    Attributes:
        amount: with no more decimals than the currency has.
        currency: ISO 4217 code, upper case.
    """

    amount: Decimal
    currency: str = "CNY"

    def __post_init__(self) -> None:
        if self.currency not in DECIMALS:
            raise BadInput("money.unknown_currency", value=self.currency)
        if not self.amount.is_finite() or -int(self.amount.as_tuple().exponent) > DECIMALS[self.currency]:
            raise BadInput("money.not_an_amount", value=str(self.amount))

    @classmethod
    def from_minor(cls, units: int, currency: str = "CNY") -> "Money":
        """From whole smallest units (fen), as the database keeps them."""
        return cls(Decimal(units).scaleb(-DECIMALS[currency]), currency)

    @property
    def minor(self) -> int:
        """Whole smallest units (fen)."""
        return int(self.amount.scaleb(DECIMALS[self.currency]))

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.amount - other.amount, self.currency)

    def __str__(self) -> str:
        return f"{self.amount:.{DECIMALS[self.currency]}f}"

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise BadInput("money.mixed_currencies", value=f"{self.currency}, {other.currency}")


def parse_amount(text: str, currency: str = "CNY") -> Money:
    """A plain decimal string such as `"12345.67"` as money.

    Raises:
        BadInput: exponent, NaN, blanks, signs other than a leading minus, or more decimals than the currency has.
    """
    if not _AMOUNT.fullmatch(text):
        raise BadInput("money.not_an_amount", value=text)
    return Money(Decimal(text), currency)
