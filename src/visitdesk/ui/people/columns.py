"""Columns of the people's table; no column can rank people by results."""

from datetime import timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from visitdesk.people.availability import SOON
from visitdesk.ui.people.view import PeopleView, Person
from visitdesk.ui.people.words import (
    NONE,
    day_word,
    hours_word,
    joined,
    leave_word,
    month_day,
    shift_word,
    skills_listed,
    why_word,
)
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.table import Column


class Columns:
    """Columns over the newest view; pairs need the names of others."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self.view: PeopleView | None = None

    def all(self) -> tuple[Column[Person], ...]:
        """In the order shown."""
        return (
            Column(
                key="name",
                title=lambda: QCoreApplication.translate("People", "Name"),
                text=lambda p: f"{p.name}  {p.id}",
                width=124,
                bold=True,
            ),
            Column(
                key="state",
                title=lambda: QCoreApplication.translate("People", "On the day"),
                text=state_words,
                width=112,
                stretch=True,
                picture=lambda p: (Icon.CHECKMARK, "ok") if p.today.is_available else (Icon.PROHIBITED, "warning"),
                sort=lambda p: (len(p.today.reasons), p.id),
            ),
            Column(
                key="shift", title=lambda: QCoreApplication.translate("People", "Shift"), text=self._shift, width=98
            ),
            Column(
                key="pair", title=lambda: QCoreApplication.translate("People", "Pair"), text=self._partner, width=80
            ),
            *self._papers(),
        )

    def _papers(self) -> tuple[Column[Person], ...]:
        return (
            Column(
                key="badge",
                title=lambda: QCoreApplication.translate("People", "Badge until"),
                text=lambda p: day_word(p.today.collector.badge_valid_until),
                width=92,
                tone=lambda p: self._tone(p, p.today.collector.badge_valid_until),
            ),
            Column(
                key="trained",
                title=lambda: QCoreApplication.translate("People", "Trained until"),
                text=lambda p: day_word(p.today.collector.trained_until),
                width=98,
                tone=lambda p: self._tone(p, p.today.collector.trained_until),
            ),
            Column(
                key="skills",
                title=lambda: QCoreApplication.translate("People", "Qualifications"),
                text=lambda p: skills_listed(p.stored.skills, drives=p.stored.drives),
                width=104,
                stretch=True,
            ),
            Column(key="leave", title=lambda: QCoreApplication.translate("People", "Leave"), text=_leave, width=106),
            Column(
                key="hours",
                title=lambda: QCoreApplication.translate("People", "Week"),
                text=lambda p: hours_word(p.hours) if p.hours > timedelta() else NONE,
                width=64,
                right=True,
                sort=lambda p: p.hours,
            ),
        )

    def _shift(self, person: Person) -> str:
        return joined([shift_word(shift, self._zone) for shift in person.today.shifts]) or NONE

    def _partner(self, person: Person) -> str:
        partner = self.view.person(person.partner) if self.view is not None and person.partner else None
        return partner.name if partner is not None else NONE

    @staticmethod
    def _tone(person: Person, until: object) -> str:
        """Missing, over, or over soon."""
        day = person.today.day
        last = until if isinstance(until, type(day)) else None
        if last is None or last < day:
            return "error"
        return "warning" if last <= day + SOON else "text"


def state_words(person: Person) -> str:
    """Can go, or the gravest reason and how many more."""
    reasons = person.today.reasons
    if not reasons:
        return QCoreApplication.translate("People", "can go")
    return joined([why_word(why) for why in reasons])


def _leave(person: Person) -> str:
    if person.leave is None:
        return NONE
    return f"{leave_word(person.leave.kind)} {month_day(person.leave.first_day)}"
