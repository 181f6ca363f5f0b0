"""Due days: one a month on the anchor day, clamped to short months, never drifting.

Source: contracts §5: a due day that a month lacks falls on its last day, and the next months go back to the first due day.
"""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later; the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_dates(first_due: date, count: int, *, grace_months: int = 0) -> tuple[date, ...]:
    """`count` due days, each reckoned from `first_due` itself, so that the 31st comes back after February."""
    return tuple(add_months(first_due, grace_months + index) for index in range(count))
