"""Why is a visit considered? The channels tried before, in plain counts: a visit is the last resort.

Rule `cn-last-resort` (regulation supplement §2; L5, DERIVED, shown as policy): a visit only after telephone and short
message, for a loan long past due or a borrower out of contact. The verdict itself belongs to the room `compliance`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from visitdesk.cases.model import Channel, ContactAttempt

LONG_PAST_DUE_DAYS = 60
"""From this day on a loan counts as long past due (policy, the branch may set another)."""


class LastResort(StrEnum):
    """What the history says."""

    SHOWN = "shown"
    CHANNELS_MISSING = "channels_missing"
    NOT_LONG = "not_long"
    NOT_PAST_DUE = "not_past_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelUse:
    """One channel's part of the history."""

    channel: Channel
    tries: int
    reached: int
    last: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelHistory:
    """All channels, and what they show.

    Attributes:
        uses: one for each channel, also for those never used.
        missing: of telephone and short message, those not yet tried.
        finding: `SHOWN` where a visit is the last resort.
    """

    uses: tuple[ChannelUse, ...]
    missing: tuple[Channel, ...]
    days_past_due: int
    out_of_contact: bool
    finding: LastResort


def channel_history(
    trail: Iterable[ContactAttempt],
    *,
    days_past_due: int,
    out_of_contact: bool,
    long_past_due_days: int = LONG_PAST_DUE_DAYS,
) -> ChannelHistory:
    """What was tried and whether a visit is the last resort.

    Args:
        days_past_due: 0 means not past due or not shown; then nothing else matters.
    """
    by_channel: Mapping[Channel, list[ContactAttempt]] = {channel: [] for channel in Channel}
    for attempt in trail:
        by_channel[attempt.channel].append(attempt)
    missing = tuple(channel for channel in (Channel.PHONE, Channel.SMS) if not by_channel[channel])
    return ChannelHistory(
        uses=tuple(_use(channel, tries) for channel, tries in by_channel.items()),
        missing=missing,
        days_past_due=days_past_due,
        out_of_contact=out_of_contact,
        finding=_finding(days_past_due, long_past_due_days, missing, out_of_contact=out_of_contact),
    )


def _use(channel: Channel, tries: list[ContactAttempt]) -> ChannelUse:
    return ChannelUse(
        channel=channel,
        tries=len(tries),
        reached=sum(attempt.reached is True for attempt in tries),
        last=max((attempt.at for attempt in tries), default=None),
    )


def _finding(days: int, long_days: int, missing: tuple[Channel, ...], *, out_of_contact: bool) -> LastResort:
    if days <= 0:
        return LastResort.NOT_PAST_DUE
    if days < long_days and not out_of_contact:
        return LastResort.NOT_LONG
    return LastResort.CHANNELS_MISSING if missing else LastResort.SHOWN
