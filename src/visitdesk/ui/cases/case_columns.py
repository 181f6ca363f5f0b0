"""Columns of the list of cases; the verdict is an icon and a word, its first reason the tooltip."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from visitdesk.cases.intake.fields import words as intake_words
from visitdesk.cases.model import CaseId, CaseLine
from visitdesk.reports.case_verdicts import Mark
from visitdesk.ui.cases.words import day_text, money_text, visit_state_word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.table import Column
from visitdesk.ui.shell.theme import theme
from visitdesk.wording import Lang

Marks = Callable[[], Mapping[CaseId, Mark]]
NO_MARK = Mark()
PICTURES = {
    "allowed": (Icon.CHECKMARK_CIRCLE, "ok"),
    "reason": (Icon.WARNING, "warning"),
    "blocked": (Icon.PROHIBITED, "error"),
    "held": (Icon.PAUSE, "warning"),
    "objection": (Icon.CHAT, "warning"),
}
DEBT_COLUMNS = frozenset({"days", "outstanding", "verdict"})
"""Hidden in third-person mode."""
_ORDER = ("blocked", "held", "objection", "reason", "allowed", "")


def state_of(mark: Mark) -> str:
    """The word that stands in the column: the verdict, else a hold or an objection."""
    return mark.verdict or ("held" if mark.held else "objection" if mark.objection else "")


def verdict_word(state: str) -> str:
    """A verdict, hold or objection in words."""
    translate = QCoreApplication.translate
    return {
        "allowed": translate("CaseList", "May be visited"),
        "reason": translate("CaseList", "With a reason"),
        "blocked": translate("CaseList", "Not to be visited"),
        "held": translate("CaseList", "On hold"),
        "objection": translate("CaseList", "Objection"),
        "": "",
    }[state]


def region_word(code: str) -> str:
    """Name of a province in Chinese, the code in English."""
    if theme().lang is not Lang.ZH:
        return code
    return next((name for name, known in intake_words().provinces.items() if f"CN-{known}" == code), code)


def columns_of(marks: Marks, local: Callable[[datetime], datetime]) -> tuple[Column[CaseLine], ...]:
    """The columns.

    Args:
        local: an instant in the zone of the branch.
    """
    return (*_who(), _verdict(marks), _contact(local), *_visit())


def _who() -> tuple[Column[CaseLine], ...]:
    """Number, short name, region, and the claim in two figures."""
    translate = QCoreApplication.translate
    return (
        Column(key="id", title=lambda: translate("CaseList", "Case no."), text=lambda r: r.id, width=132),
        Column(
            key="borrower",
            title=lambda: translate("CaseList", "Borrower"),
            text=lambda r: r.borrower,
            width=86,
            bold=True,
        ),
        Column(
            key="region", title=lambda: translate("CaseList", "Region"), text=lambda r: region_word(r.region), width=70
        ),
        Column(
            key="days",
            title=lambda: translate("CaseList", "Days past due"),
            text=lambda r: f"{r.days_past_due:,}",
            sort=lambda r: r.days_past_due,
            right=True,
            width=106,
        ),
        Column(
            key="outstanding",
            title=lambda: translate("CaseList", "Outstanding"),
            text=lambda r: money_text(r.outstanding),
            sort=lambda r: (r.currency, r.outstanding_minor),
            right=True,
            width=120,
        ),
    )


def _verdict(marks: Marks) -> Column[CaseLine]:
    def state(line: CaseLine) -> str:
        return state_of(marks().get(line.id, NO_MARK))

    return Column(
        key="verdict",
        title=lambda: QCoreApplication.translate("CaseList", "Verdict"),
        text=lambda r: verdict_word(state(r)),
        picture=lambda r: PICTURES.get(state(r)),
        tone=lambda r: PICTURES.get(state(r), (Icon.INFO, "text2"))[1],
        tip=lambda r: marks().get(r.id, NO_MARK).because or verdict_word(state(r)),
        sort=lambda r: _ORDER.index(state(r)),
        width=146,
    )


def _contact(local: Callable[[datetime], datetime]) -> Column[CaseLine]:
    return Column(
        key="contact",
        title=lambda: QCoreApplication.translate("CaseList", "Last contact"),
        text=lambda r: day_text(local(r.last_contact)) if r.last_contact else "",
        sort=lambda r: r.last_contact.timestamp() if r.last_contact else 0.0,
        width=96,
    )


def _visit() -> tuple[Column[CaseLine], ...]:
    """The visit ahead, its preparation, the lender."""
    translate = QCoreApplication.translate
    return (
        Column(
            key="visit",
            title=lambda: translate("CaseList", "Visit"),
            text=_visit_words,
            sort=lambda r: (r.next_day.isoformat() if r.next_day else "9", r.visit_state or ""),
            width=140,
        ),
        Column(
            key="prepared",
            title=lambda: translate("CaseList", "Prepared"),
            text=lambda r: f"{r.prepared} / {r.prepared_of}" if r.prepared_of else "",
            sort=lambda r: r.prepared / r.prepared_of if r.prepared_of else -1.0,
            right=True,
            width=80,
        ),
        Column(
            key="lender",
            title=lambda: translate("CaseList", "Lender"),
            text=lambda r: r.lender,
            stretch=True,
            width=100,
        ),
    )


def _visit_words(line: CaseLine) -> str:
    if line.visit_state is None:
        return ""
    word = visit_state_word(line.visit_state)
    return f"{word} {line.next_day:%m-%d}" if line.next_day else word
