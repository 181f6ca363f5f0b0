"""The pair rule: for whom a word counts, and who must still say for himself that he arrived.

Both must say for themselves: arrived, left, safe (and home safe, break-off, every loud report). In between one word
counts for both where it carries "my partner is with me"; departure does too. Source: reference safety §3.2.

Chosen readings: a partner's "at the door" brings the other's leg along, yet does not stand for his own "arrived"; the two
minutes run from the first *step* to "arrived"; the alarm names the collector who has not said it. Whoever left the team
is nobody's partner any more, and who is
already safe speaks for nobody else.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from visitdesk.safety import deadlines
from visitdesk.safety.model import Leg, Report, ReportKind
from visitdesk.safety.state import State, Watch

SHARED = frozenset({ReportKind.DEPARTED, ReportKind.AT_DOOR, ReportKind.INSIDE, ReportKind.FINE, ReportKind.EXTENSION})
"""Words that count for the partner too, where he is said to be there."""

ARRIVALS = frozenset(
    {
        ReportKind.ARRIVED,
        ReportKind.AT_DOOR,
        ReportKind.INSIDE,
        ReportKind.LEFT,
        ReportKind.SAFE,
        ReportKind.HOME_SAFE,
        ReportKind.BREAK_OFF,
    }
)
"""Own words after which nobody need ask whether he arrived."""


def counts_for(state: State, report: Report) -> Iterator[Watch]:
    """The sender first, then the partners it counts for. Each watch is read when its turn comes."""
    sender = state.watches[report.visit, report.collector]
    yield sender
    speaks_for_others = sender.is_member and sender.leg not in {Leg.SAFE, Leg.CANCELLED}
    if not (report.with_partner and report.kind in SHARED and speaks_for_others):
        return
    for watch in list(state.members(report.visit)):
        if watch.collector != report.collector:
            yield state.watches[watch.key]


def expect_partners(state: State, report: Report, credit: datetime) -> None:
    """After the first "arrived" each partner has two minutes for his own."""
    sender = state.watches[report.visit, report.collector]
    if sender.leg is not Leg.ARRIVED or not sender.is_member:
        return
    due = max(credit + deadlines.PARTNER_WITHIN, state.now)
    for watch in list(state.members(report.visit)):
        waits = not watch.has_arrived and watch.partner_due is None and watch.leg.rank < Leg.LEFT.rank
        if watch.collector != report.collector and waits:
            state.keep_watch(replace(watch, partner_due=due))
