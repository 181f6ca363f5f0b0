"""Dialogs of a visit before it is planned: ask for it, decide, terms, words for the door, cancel."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QTimeEdit
from typing_extensions import override

from visitdesk.cases.masking import masked_address
from visitdesk.cases.model import Address, AddressId, CancelCause, Case, SafetyLevel, Visit, VisitState
from visitdesk.cases.visit_states import deeds
from visitdesk.changed import Changed, Subject
from visitdesk.ui.cases.deed_dialog import DeedDialog, Work, text_box
from visitdesk.ui.cases.fields import DayEdit, chosen, fill_choice
from visitdesk.ui.cases.words import address_kind_word, cause_word, joined
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text, column, row

if TYPE_CHECKING:
    from visitdesk.cases.visit_service import Terms, VisitDesk
    from visitdesk.security.model import Actor

SKILLS = ("female", "cantonese", "sign_language", "drives")
"""What a visit may need of its team; other words of a stored visit are kept as they are."""
LONGEST, SHORTEST = 240, 5


class TermsFields(Panel):
    """Windows, minutes, needs, priority, care: the same fields in two dialogs."""

    def __init__(self, shell: Shell, visit: Visit | None) -> None:
        super().__init__()
        self._shell, self._visit = shell, visit
        self.minutes = _spin(SHORTEST, LONGEST, visit.service_minutes if visit else 20)
        self.priority = _spin(1, 100, visit.priority if visit else 50)
        form = Form(columns=2, name="visit.terms.form")
        form.add(
            "visit.minutes", lambda: self.tr("Planned stay"), self.minutes, unit=lambda: self.tr("minutes (5 to 240)")
        )
        form.add("visit.priority", lambda: self.tr("Priority"), self.priority, unit=lambda: self.tr("1 to 100"))
        needs = Text("", Type.TABLE, tone="text2")
        self.say(needs.setText, lambda: self.tr("Needs of the team"))
        self.needs = {skill: self._make_need(skill) for skill in SKILLS}
        self.care = QCheckBox()
        self.care.setObjectName("visit.care")
        self.care.setChecked(visit is not None and visit.safety_level is SafetyLevel.HIGH)
        self.say(self.care.setText, lambda: self.tr("High safety level: extra care at this address"))
        self.fault = Text("", Type.SMALL, tone="error", wrap=True, name="visit.window_fault")
        self.fault.hide()
        layout = column(form, gap=8)
        layout.addLayout(self._make_window())
        layout.addWidget(self.fault)
        layout.addWidget(needs)
        layout.addLayout(row(*self.needs.values(), 1, gap=14))
        layout.addWidget(self.care)
        self.setLayout(layout)

    def _make_need(self, skill: str) -> QCheckBox:
        box = QCheckBox()
        box.setObjectName(f"visit.need.{skill}")
        box.setChecked(self._visit is not None and skill in self._visit.needs)
        self.say(box.setText, lambda: need_word(skill))
        return box

    def _make_window(self) -> QHBoxLayout:
        zone, now = self._shell.zone, self._shell.clock.now()
        window = self._visit.windows[0] if self._visit is not None and self._visit.windows else None
        tomorrow = now.astimezone(zone).date() + timedelta(days=1)
        start = window[0].astimezone(zone) if window else datetime.combine(tomorrow, time(9), zone)
        end = window[1].astimezone(zone) if window else datetime.combine(tomorrow, time(17), zone)
        self.has_window = QCheckBox()
        self.has_window.setObjectName("visit.has_window")
        self.has_window.setChecked(window is not None)
        self.say(self.has_window.setText, lambda: self.tr("Only on this day, between"))
        self.day = DayEdit(start.date())
        self.since, self.until = QTimeEdit(QTime(start.hour, start.minute)), QTimeEdit(QTime(end.hour, end.minute))
        self.say(self.day.setAccessibleName, lambda: self.tr("Day"))
        self.say(self.since.setAccessibleName, lambda: self.tr("From"))
        self.say(self.until.setAccessibleName, lambda: self.tr("Until"))
        for edit, name in ((self.day, "day"), (self.since, "since"), (self.until, "until")):
            edit.setObjectName(f"visit.{name}")
            edit.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
            edit.setEnabled(window is not None)
            self.has_window.toggled.connect(edit.setEnabled)
        for clock in (self.since, self.until):
            clock.setDisplayFormat("HH:mm")
        return row(self.has_window, self.day, self.since, self.until, 1)

    def is_right(self) -> bool:
        """Whether the window ends after it begins; says so if not."""
        wrong = self.has_window.isChecked() and self.until.time() <= self.since.time()
        self.fault.setText(self.tr("The window must end after it begins.") if wrong else "")
        self.fault.setVisible(wrong)
        return not wrong

    def terms(self) -> "Terms":
        """What is entered."""
        from visitdesk.cases.visit_service import Terms  # noqa: PLC0415  # with the room itself, after the first paint

        kept = self._visit.needs - set(SKILLS) if self._visit is not None else frozenset[str]()
        return Terms(
            windows=self._windows(),
            service_minutes=self.minutes.value(),
            priority=self.priority.value(),
            needs=frozenset(skill for skill, box in self.needs.items() if box.isChecked()) | kept,
            safety_level=SafetyLevel.HIGH if self.care.isChecked() else SafetyLevel.NORMAL,
        )

    def _windows(self) -> tuple[tuple[datetime, datetime], ...]:
        if not self.has_window.isChecked():
            return ()
        ends = []
        for edit in (self.since, self.until):
            at = edit.time()
            wall = datetime.combine(self.day.day(), time(at.hour(), at.minute()), self._shell.zone)
            ends.append(wall.astimezone(UTC))
        rest = self._visit.windows[1:] if self._visit is not None else ()
        return ((ends[0], ends[1]), *rest)


def _spin(least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    return box


def need_word(skill: str) -> str:
    """What a visit needs of its team; an unknown word stands for itself."""
    translate = QCoreApplication.translate
    words = {
        "female": translate("VisitNeeds", "a woman in the team"),
        "cantonese": translate("VisitNeeds", "Cantonese"),
        "sign_language": translate("VisitNeeds", "sign language"),
        "drives": translate("VisitNeeds", "a driver"),
    }
    return words.get(skill, skill)


def address_words(one: Address) -> str:
    """Type, masked text."""
    return f"{address_kind_word(one.kind)}  {masked_address(one.text)}"


class RequestDialog(DeedDialog):
    """Ask for a visit: to which address, what for, why now, when, how long, with whom."""

    def __init__(self, page: Page, desk: "VisitDesk", actor: "Actor", case: Case) -> None:
        super().__init__(page, name="visit.request", deed=lambda: self.tr("Ask for the visit"), width=640, columns=2)
        self._desk, self._actor, self._case = desk, actor, case
        self.set_title(lambda: self.tr("Ask for a visit"))
        self.address = QComboBox()
        for one in sorted(case.addresses, key=lambda one: (one.is_dead, -one.confidence)):
            if not one.is_dead:
                self.address.addItem(address_words(one), one.id)
        self.form.add("visit.address", lambda: self.tr("Address"), self.address, required=True, span=2)
        self.purpose = QLineEdit()
        self.purpose.setMaxLength(200)
        self.form.add(
            "visit.purpose",
            lambda: self.tr("What it is for, in plain words"),
            self.purpose,
            required=True,
            span=2,
            hint=lambda: self.tr("For example: check the address, hear about hardship, explain the repayment plans."),
        )
        self.reason = text_box(2, "visit.reason")
        self.form.add("visit.reason", lambda: self.tr("Why a visit, and why now"), self.reason, required=True, span=2)
        self.terms = TermsFields(page.shell, None)
        self.body.insertWidget(1, self.terms)

    @override
    def faults(self) -> Mapping[str, str]:
        found = {}
        if not self.address.count():
            found["visit.address"] = self.tr("This case has no address that may be visited. Add or confirm one first.")
        if not self.purpose.text().strip():
            found["visit.purpose"] = self.tr("Say what the visit is for.")
        if not self.reason.toPlainText().strip():
            found["visit.reason"] = self.tr("Say why; the supervisor decides on this.")
        return found

    @override
    def submit(self) -> None:
        if self.terms.is_right():
            super().submit()

    @override
    def work(self) -> Work:
        from visitdesk.cases.visit_service import VisitRequest  # noqa: PLC0415  # as above

        desk, actor, terms = self._desk, self._actor, self.terms.terms()
        wanted = VisitRequest(
            case=self._case.id,
            address=AddressId(str(self.address.currentData())),
            purpose=self.purpose.text().strip(),
            reason=self.reason.toPlainText().strip(),
            priority=terms.priority,
        )

        def ask() -> Changed:
            visit = desk.request(actor, wanted)
            changed = desk.set_terms(actor, visit.id, terms, visit.version)
            return changed | Changed.one(Subject.VISIT, visit.id) | Changed.one(Subject.CASE, wanted.case)

        return ask


class TermsDialog(DeedDialog):
    """Change windows, minutes, needs, priority of a visit that is still ahead."""

    def __init__(self, page: Page, desk: "VisitDesk", actor: "Actor", visit: Visit) -> None:
        super().__init__(page, name="visit.terms", deed=lambda: self.tr("Keep"), width=600, columns=2)
        self._desk, self._actor, self._visit = desk, actor, visit
        self.set_title(lambda: self.tr("When, how long, with whom"))
        self.terms = TermsFields(page.shell, visit)
        self.body.insertWidget(1, self.terms)

    @override
    def submit(self) -> None:
        if self.terms.is_right():
            super().submit()

    @override
    def work(self) -> Work:
        desk, actor, visit, terms = self._desk, self._actor, self._visit, self.terms.terms()
        return lambda: desk.set_terms(actor, visit.id, terms, visit.version)


class LinesDialog(DeedDialog):
    """A short list, a line each: goals, or talking points."""

    def __init__(
        self,
        page: Page,
        *,
        name: str,
        title: Callable[[], str],
        label: Callable[[], str],
        lines: Sequence[str],
        run: Callable[[tuple[str, ...]], Changed],
    ) -> None:
        super().__init__(page, name=name, deed=lambda: self.tr("Keep"))
        self._run = run
        self.set_title(title)
        self.lines = text_box(6, f"{name}.lines")
        self.lines.setPlainText("\n".join(lines))
        self.form.add(
            "lines", label, self.lines, hint=lambda: self.tr("One on each line. A change takes the tick away.")
        )

    @override
    def work(self) -> Work:
        run = self._run
        lines = tuple(line.strip() for line in self.lines.toPlainText().splitlines() if line.strip())
        return lambda: run(lines)


class CancelDialog(DeedDialog):
    """Cancel a visit: cause and reason."""

    def __init__(self, page: Page, desk: "VisitDesk", actor: "Actor", visit: Visit) -> None:
        super().__init__(page, name="visit.cancel", deed=lambda: self.tr("Cancel the visit"))
        self._desk, self._actor, self._visit = desk, actor, visit
        self.set_title(lambda: self.tr("Cancel visit {id}?").format(id=visit.id))
        self.cause = fill_choice(QComboBox(), CancelCause, cause_word)
        self.cause.setCurrentIndex(list(CancelCause).index(CancelCause.WRONG_REQUEST))
        self.form.add("visit.cause", lambda: self.tr("Cause"), self.cause)
        self.reason = text_box(3, "visit.cancel_reason")
        self.form.add("reason", lambda: self.tr("Reason"), self.reason, required=True)

    @override
    def faults(self) -> Mapping[str, str]:
        return {} if self.reason.toPlainText().strip() else {"reason": self.tr("Say why; it stays with the visit.")}

    @override
    def work(self) -> Work:
        desk, actor, visit = self._desk, self._actor, self._visit
        cause, reason = chosen(self.cause, CancelCause), self.reason.toPlainText().strip()
        return lambda: desk.cancel(actor, visit.id, cause, reason, visit.version)


def can_cancel(state: VisitState) -> bool:
    """Whether nobody is on site and the visit is not over."""
    return any(deed.value == "cancel" for deed in deeds(state))


def needs_words(visit: Visit) -> str:
    """What the visit needs of its team, in one line."""
    return joined(*(need_word(need) for need in sorted(visit.needs)))
