"""What a phone's message is worth: duplicate, out of order, and from which instant it buys time (计时起点).

Source: reference safety §3.1 (credit time) and §3.6. Chosen readings, where the text leaves a choice:

- A phone found ahead by more than two minutes (up to a day) is held to be ahead by as much from then on; that makes
  credit earlier, never later. A phone that lags cannot be told from one that was offline, so its own time stands.
- Numbers tell the order of tapping: a message cannot be older than the one numbered before it. Where the corrected time
  says so, the phone's clock was put right, and the correction ends.
- Whatever the phone says, credit lies between its previous credit (first message: the visit's publication) and
  `received`. Each clamp of more than two minutes is a note; no message is rejected for its clock.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from visitdesk.safety.model import Report

SKEW_NOTED = timedelta(minutes=2)
SKEW_LEARNED = timedelta(days=1)
NOTHING = timedelta(0)


class Order(Enum):
    """How a message stands to those before it."""

    NEW = auto()
    OLDER = auto()
    DUPLICATE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """What is known of one device.

    Attributes:
        highest: largest number seen.
        credit: credit time of the message `highest`.
        ahead: by how much its clock is held to run ahead.
    """

    highest: int = -1
    credit: datetime | None = None
    ahead: timedelta = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """A message weighed: its order, its credit time (on the scale of `received`) and whether its clock is off."""

    order: Order
    credit: datetime
    is_clock_off: bool
    phone: Phone | None


def weigh(report: Report, phone: Phone | None, *, is_repeat: bool, published: datetime | None) -> Worth:
    """Weigh a message against what is known of its phone.

    Args:
        phone: None for a device never heard of, or a report without device and number.
        is_repeat: this device has sent this number before.
        published: when its visit was published, None for unknown visits.
    """
    if report.device is None or report.number is None:
        credit, off = _clamped(report, Phone(), published or report.received)
        return Worth(order=Order.NEW, credit=credit, is_clock_off=off, phone=None)
    known = phone or Phone()
    if is_repeat:
        return Worth(order=Order.DUPLICATE, credit=report.received, is_clock_off=False, phone=known)
    if report.number < known.highest:
        sent = min(report.received, report.device_time or report.received)
        return Worth(order=Order.OLDER, credit=sent, is_clock_off=False, phone=known)
    known = _judged_clock(report, known)
    credit, off = _clamped(report, known, known.credit or published or report.received)
    known = replace(known, highest=report.number, credit=credit)
    return Worth(order=Order.NEW, credit=credit, is_clock_off=off, phone=known)


def _judged_clock(report: Report, phone: Phone) -> Phone:
    if report.device_time is None:
        return phone
    ahead = report.device_time - report.received
    if SKEW_NOTED < ahead <= SKEW_LEARNED:
        return replace(phone, ahead=max(phone.ahead, ahead))
    if phone.credit is not None and report.device_time - phone.ahead < phone.credit:
        return replace(phone, ahead=NOTHING)
    return phone


def _clamped(report: Report, phone: Phone, earliest: datetime) -> tuple[datetime, bool]:
    """Credit time, and whether the clock was off by more than two minutes."""
    if report.device_time is None:
        return report.received, False
    claimed = report.device_time - phone.ahead
    earliest = min(earliest, report.received)
    credit = min(report.received, max(claimed, earliest))
    off = report.device_time - report.received > SKEW_NOTED or earliest - claimed > SKEW_NOTED
    return credit, off
