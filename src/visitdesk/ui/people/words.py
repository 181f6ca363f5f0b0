"""Words of the people's screens."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from visitdesk.people.availability import WhyNot
from visitdesk.people.model import Employer, QualificationKind, Shift
from visitdesk.ui.shell.theme import theme
from visitdesk.wording import Lang, sentence

NONE = "–"
"""Stands where nothing is known."""


def joined(words: Sequence[str]) -> str:
    """Words in a row."""
    return QCoreApplication.translate("People", ", ").join(words)


def why_word(why: WhyNot) -> str:
    """One reason against going."""
    return sentence(f"people.{why.value}", theme().lang)


def employer_word(employer: Employer) -> str:
    """Whose staff."""
    words = {
        Employer.LENDER: QCoreApplication.translate("People", "lender's staff"),
        Employer.AGENCY: QCoreApplication.translate("People", "agency's staff"),
    }
    return words[employer]


def kind_word(kind: QualificationKind) -> str:
    """What a qualification proves."""
    words = {
        QualificationKind.CONDUCT: QCoreApplication.translate("People", "conduct"),
        QualificationKind.SAFETY: QCoreApplication.translate("People", "safety"),
        QualificationKind.DRIVING: QCoreApplication.translate("People", "driving"),
        QualificationKind.LANGUAGE: QCoreApplication.translate("People", "language"),
        QualificationKind.OTHER: QCoreApplication.translate("People", "other"),
    }
    return words[kind]


def skill_word(skill: str) -> str:
    """A skill in words; those a firm has named itself stay as they are."""
    known = {
        "female": QCoreApplication.translate("People", "woman"),
        "male": QCoreApplication.translate("People", "man"),
        "cantonese": QCoreApplication.translate("People", "Cantonese"),
        "sign_language": QCoreApplication.translate("People", "sign language"),
    }
    return known.get(skill, skill)


def skills_listed(skills: Iterable[str], *, drives: bool) -> str:
    """Skills in a row, driving among them."""
    words = [QCoreApplication.translate("People", "drives")] if drives else []
    return joined([*words, *(skill_word(one) for one in sorted(skills))]) or NONE


def day_word(day: date | None) -> str:
    """`2026-11-24`; the sign for nothing where there is none."""
    return day.isoformat() if day is not None else NONE


def weekday_word(day: date) -> str:
    """`周二 24` or `Tue 24`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d")


def month_day(day: date) -> str:
    """`11月24日` or `24 Nov`."""
    pattern = "M月d日" if theme().lang is Lang.ZH else "d MMM"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def clock(instant: datetime, zone: tzinfo) -> str:
    """`08:30` at the branch."""
    return f"{instant.astimezone(zone):%H:%M}"


def shift_word(shift: Shift, zone: tzinfo) -> str:
    """`08:30–18:00`."""
    return f"{clock(shift.start, zone)}–{clock(shift.end, zone)}"


def hours_word(span: timedelta) -> str:
    """`38 h` or `38.5 h`."""
    hours = span.total_seconds() / 3600
    return QCoreApplication.translate("People", "{n} h").format(n=f"{hours:.1f}".removesuffix(".0"))


def leave_word(kind: str) -> str:
    """What kind of leave, as it was written."""
    return kind or QCoreApplication.translate("People", "leave")


def yes_no(*, value: bool | None) -> str:
    """Yes, no, or not known."""
    if value is None:
        return QCoreApplication.translate("People", "not known")
    return QCoreApplication.translate("People", "yes") if value else QCoreApplication.translate("People", "no")
