"""Dialogs that keep people: collector, end, shifts over days, leave, apart-list, device, qualification, pairs.

Each checks its fields, does one deed on the writer thread and closes; a fault stands in the dialog, which stays open.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from visitdesk.changed import Changed
from visitdesk.people.model import (
    ApartEntry,
    Collector,
    CollectorId,
    Device,
    Employer,
    Leave,
    Qualification,
    QualificationKind,
    Shift,
)
from visitdesk.ui.people.fields import Choice, DayEdit, DayLine, Tick, TimeEdit
from visitdesk.ui.people.words import employer_word, kind_word, weekday_word, yes_no
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text
from visitdesk.ui.shell.wording import told

Faults = Mapping[str, str]
BEGINS, ENDS = time(8, 30), time(18)
"""Where a new shift begins and ends before somebody changes it."""

MOST_DAYS = 62
"""Days one dialog fills with shifts at most."""


class DeedDialog(Dialog):
    """A form and one deed.

    A subclass fills `form`, says in `faults` what is wrong, and answers in `deed` what to do on the writer thread.
    """

    def __init__(self, shell: Shell, parent: QWidget, *, name: str, width: int = 520, columns: int = 1) -> None:
        super().__init__(shell, parent, name=name, width=width)
        self.form = Form(columns=columns, name=f"{name}.form")
        self.body.addWidget(self.form)
        self.fault = Text("", Type.TABLE, tone="error", wrap=True, name="dialog.fault")
        self.fault.hide()

    def finish(self, words: Callable[[], str], *, icon: Icon = Icon.SAVE) -> None:
        """The fault line and the buttons, last."""
        self.body.addWidget(self.fault)
        self.add_button(lambda: self.tr("Cancel"), name="dialog.cancel")
        self.add_button(words, self._submit, accent=True, icon=icon, name="dialog.deed")

    def faults(self) -> Faults:
        """What is wrong, by field name."""
        return {}

    def deed(self) -> Callable[[], Changed]:
        """What to do, with the values taken now.

        Raises:
            NotImplementedError: a subclass must say.
        """
        raise NotImplementedError

    def _submit(self) -> None:
        if not self.form.show_faults(self.faults()):
            return
        self.shell.jobs.run(self.shell.followed(self.deed()), done=self._done, failed=self._failed)

    def _done(self, changed: Changed) -> None:
        self.shell.announce(changed)
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self.fault.setText(told(fault).sentence)
        self.fault.show()

    def day_faults(self, *names: str) -> dict[str, str]:
        """Days that do not exist, by field name."""
        found: dict[str, str] = {}
        for name in names:
            widget = self.form[name].widget
            if isinstance(widget, DayLine) and not widget.is_valid:
                found[name] = self.tr("Write a day like 2026-11-24.")
        return found


Add = Callable[[Collector], Changed]


class CollectorDialog(DeedDialog):
    """A collector: new, or as known."""

    def __init__(self, shell: Shell, parent: QWidget, keep: Add, known: Collector | None = None) -> None:
        super().__init__(shell, parent, name="people.collector", width=640, columns=2)
        self._keep = keep
        self._known = known
        one = known or Collector(id=CollectorId(""), name="", phone="", employer=Employer.AGENCY)
        self.set_title(lambda: self.tr("Change {name}").format(name=one.name) if known else self.tr("New collector"))
        self.number, self.name = QLineEdit(one.id), QLineEdit(one.name)
        self.number.setReadOnly(known is not None)
        self.phone, self.badge = QLineEdit(one.phone), QLineEdit(one.badge_number)
        self.employer = Choice([(e.value, employer_word(e)) for e in Employer], one.employer.value)
        self.badge_until, self.trained = DayLine(one.badge_valid_until), DayLine(one.trained_until)
        self.skills = QLineEdit(" ".join(sorted(one.skills)))
        self.record = _three(one.has_violent_record)
        self.insured = _three(one.is_insured)
        self._fill()
        self.drives = Tick(self.tr("Drives"), on=one.drives, name="drives")
        self.signed = Tick(self.tr("Confidentiality signed"), on=one.confidentiality_signed, name="signed")
        ticks = QHBoxLayout()
        ticks.setSpacing(theme().px(24))
        ticks.addWidget(self.drives)
        ticks.addWidget(self.signed)
        ticks.addStretch(1)
        self.body.addLayout(ticks)
        self.finish(lambda: self.tr("Keep"))

    def _fill(self) -> None:
        add = self.form.add
        add("number", lambda: self.tr("Staff number"), self.number, required=True)
        add("name", lambda: self.tr("Name"), self.name, required=True)
        add("phone", lambda: self.tr("Telephone"), self.phone)
        add("employer", lambda: self.tr("Whose staff"), self.employer)
        add("badge", lambda: self.tr("Badge number"), self.badge)
        add("badge_until", lambda: self.tr("Badge valid until"), self.badge_until)
        add("trained", lambda: self.tr("Trained until"), self.trained)
        add("skills", lambda: self.tr("Skills"), self.skills, hint=lambda: self.tr("e.g. female cantonese"))
        add("record", lambda: self.tr("Violent record"), self.record)
        add("insured", lambda: self.tr("Insured"), self.insured)

    def faults(self) -> Faults:
        """No number, no name, days that do not exist."""
        found = self.day_faults("badge_until", "trained")
        if not self.number.text().strip():
            found["number"] = self.tr("Enter the staff number of the badge.")
        if not self.name.text().strip():
            found["name"] = self.tr("Enter the name.")
        return found

    def deed(self) -> Callable[[], Changed]:
        """Keep the collector."""
        base = self._known or Collector(id=CollectorId(""), name="", phone="", employer=Employer.AGENCY)
        one = replace(
            base,
            id=CollectorId(self.number.text().strip()),
            name=self.name.text().strip(),
            phone=self.phone.text().strip(),
            employer=Employer(self.employer.value()),
            drives=self.drives.isChecked(),
            skills=frozenset(self.skills.text().replace("，", " ").replace("、", " ").replace(",", " ").split()),
            badge_number=self.badge.text().strip(),
            badge_valid_until=self.badge_until.value(),
            trained_until=self.trained.value(),
            confidentiality_signed=self.signed.isChecked(),
            has_violent_record=_three_value(self.record),
            is_insured=_three_value(self.insured),
        )
        keep = self._keep
        return lambda: keep(one)


def _three(value: bool | None) -> Choice:  # noqa: FBT001  # a value, not a switch
    choices = [("", yes_no(value=None)), ("yes", yes_no(value=True)), ("no", yes_no(value=False))]
    return Choice(choices, "" if value is None else "yes" if value else "no")


def _three_value(choice: Choice) -> bool | None:
    return {"yes": True, "no": False}.get(choice.value())


class EndDialog(DeedDialog):
    """Somebody goes out no longer."""

    def __init__(self, shell: Shell, parent: QWidget, name: str, end: Callable[[str], Changed]) -> None:
        super().__init__(shell, parent, name="people.end")
        self._end = end
        self.set_title(lambda: self.tr("{name} no longer goes out?").format(name=name))
        self.add_words(lambda: self.tr("Shifts still ahead are taken away. Everything else stays on record."))
        self.reason = QPlainTextEdit()
        self.reason.setFixedHeight(theme().px(72))
        self.form.add("reason", lambda: self.tr("Reason"), self.reason, required=True)
        self.finish(lambda: self.tr("End"), icon=Icon.PERSON_PROHIBITED)

    def faults(self) -> Faults:
        """A reason is owed."""
        return {} if self.reason.toPlainText().strip() else {"reason": self.tr("Give a reason.")}

    def deed(self) -> Callable[[], Changed]:
        """End it."""
        end, reason = self._end, self.reason.toPlainText().strip()
        return lambda: end(reason)


class ShiftDialog(DeedDialog):
    """A shift: one to change, or the same times over several days."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        *,
        title: Callable[[], str],
        day: date,
        zone: ZoneInfo,
        keep: Callable[[tuple[tuple[datetime, datetime], ...]], Changed],
        known: Shift | None = None,
    ) -> None:
        super().__init__(shell, parent, name="people.shift", columns=2)
        self._zone, self._keep = zone, keep
        begins = known.start.astimezone(zone).time() if known else BEGINS
        ends = known.end.astimezone(zone).time() if known else ENDS
        self.set_title(title)
        self.first, self.last = DayEdit(day), DayEdit(day)
        self.begins, self.ends = TimeEdit(begins), TimeEdit(ends)
        self.form.add("first", lambda: self.tr("First day"), self.first)
        self.form.add("last", lambda: self.tr("Last day"), self.last)
        self.form.add("begins", lambda: self.tr("Begins"), self.begins)
        self.form.add(
            "ends", lambda: self.tr("Ends"), self.ends, hint=lambda: self.tr("before the beginning: next day")
        )
        self.ticks = [Tick(weekday_word(_monday(n)).split()[0], on=n < 5, name=f"weekday.{n}") for n in range(7)]
        self._repeat = QWidget()
        line = QHBoxLayout(self._repeat)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(10))
        for tick in self.ticks:
            line.addWidget(tick)
        line.addStretch(1)
        self.body.addWidget(self._repeat)
        self._repeat.hide()
        self.first.dateChanged.connect(lambda _: self._days_changed())
        self.last.dateChanged.connect(lambda _: self._days_changed())
        if known is not None:
            self.last.setEnabled(False)
            self.last.setToolTip(self.tr("A shift that is there already is changed on its own day."))
        self.finish(lambda: self.tr("Keep"))

    def _days_changed(self) -> None:
        if not self.last.isEnabled():
            self.last.setDate(self.first.date())
        self._repeat.setVisible(self.last.value() > self.first.value())
        self.adjustSize()

    def days(self) -> list[date]:
        """The days the shift is kept for: all of a span, on the weekdays that are ticked."""
        first, last = self.first.value(), self.last.value()
        if first == last:
            return [first]
        span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return [day for day in span if self.ticks[day.weekday()].isChecked()]

    def faults(self) -> Faults:
        """Days in order, not too many, at least one."""
        if self.last.value() < self.first.value():
            return {"last": self.tr("The last day lies before the first.")}
        days = self.days()
        if not days:
            return {"last": self.tr("None of these days is ticked.")}
        if len(days) > MOST_DAYS:
            return {"last": self.tr("At most {n} days at once.").format(n=MOST_DAYS)}
        return {} if self.ends.value() != self.begins.value() else {"ends": self.tr("It must end after it begins.")}

    def deed(self) -> Callable[[], Changed]:
        """Keep the spans, as instants."""
        begins, ends = self.begins.value(), self.ends.value()
        over = timedelta(days=1 if ends < begins else 0)
        spans = tuple(
            (datetime.combine(day, begins, self._zone), datetime.combine(day + over, ends, self._zone))
            for day in self.days()
        )
        keep = self._keep
        return lambda: keep(spans)


def _monday(days: int) -> date:
    """A Monday, and days after it."""
    return date(2024, 1, 1) + timedelta(days=days)


class LeaveDialog(DeedDialog):
    """Days away."""

    def __init__(
        self, shell: Shell, parent: QWidget, collector: Collector, day: date, keep: Callable[[Leave], Changed]
    ) -> None:
        super().__init__(shell, parent, name="people.leave", columns=2)
        self._collector, self._keep = collector, keep
        self.set_title(lambda: self.tr("Leave of {name}").format(name=collector.name))
        self.first, self.last, self.kind = DayEdit(day), DayEdit(day), QLineEdit()
        self.form.add("first", lambda: self.tr("First day"), self.first)
        self.form.add("last", lambda: self.tr("Last day"), self.last)
        self.form.add("kind", lambda: self.tr("Kind"), self.kind, span=2, hint=lambda: self.tr("no health details"))
        self.finish(lambda: self.tr("Keep"))

    def faults(self) -> Faults:
        """Days in order."""
        if self.last.value() < self.first.value():
            return {"last": self.tr("The last day lies before the first.")}
        return {}

    def deed(self) -> Callable[[], Changed]:
        """Keep the leave."""
        leave = Leave(
            collector=self._collector.id,
            first_day=self.first.value(),
            last_day=self.last.value(),
            kind=self.kind.text().strip(),
        )
        keep = self._keep
        return lambda: keep(leave)


class ApartDialog(DeedDialog):
    """Whom or which case somebody is kept away from."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        collector: Collector,
        others: Mapping[CollectorId, str],
        keep: Callable[[ApartEntry], Changed],
    ) -> None:
        super().__init__(shell, parent, name="people.apart")
        self._collector, self._keep = collector, keep
        self.set_title(lambda: self.tr("Keep {name} apart").format(name=collector.name))
        listed = [("", self.tr("nobody: a case")), *((key, f"{name}  {key}") for key, name in others.items())]
        self.other, self.case, self.reason = Choice(listed, ""), QLineEdit(), QLineEdit()
        self.form.add("other", lambda: self.tr("Not together with"), self.other)
        self.form.add("case", lambda: self.tr("Not sent to case"), self.case)
        self.form.add("reason", lambda: self.tr("Reason"), self.reason, required=True)
        self.finish(lambda: self.tr("Keep"))

    def faults(self) -> Faults:
        """One of the two, and a reason."""
        found: dict[str, str] = {}
        if bool(self.other.value()) == bool(self.case.text().strip()):
            found["case"] = self.tr("Name either a person or a case.")
        if not self.reason.text().strip():
            found["reason"] = self.tr("Give a reason.")
        return found

    def deed(self) -> Callable[[], Changed]:
        """Keep the entry."""
        entry = ApartEntry(
            collector=self._collector.id,
            other=CollectorId(self.other.value()) if self.other.value() else None,
            case=self.case.text().strip() or None,
            reason=self.reason.text().strip(),
        )
        keep = self._keep
        return lambda: keep(entry)


class DeviceDialog(DeedDialog):
    """A phone handed out."""

    def __init__(
        self, shell: Shell, parent: QWidget, collector: Collector, day: date, keep: Callable[[Device], Changed]
    ) -> None:
        super().__init__(shell, parent, name="people.device")
        self._collector, self._day, self._keep = collector, day, keep
        self.set_title(lambda: self.tr("Hand a phone to {name}").format(name=collector.name))
        self.number, self.label = QLineEdit(), QLineEdit()
        self.form.add("number", lambda: self.tr("Number on the phone"), self.number, required=True)
        self.form.add("label", lambda: self.tr("Model"), self.label)
        self.finish(lambda: self.tr("Hand out"))

    def faults(self) -> Faults:
        """A number is owed."""
        return {} if self.number.text().strip() else {"number": self.tr("Enter the number printed on the phone.")}

    def deed(self) -> Callable[[], Changed]:
        """Hand it out."""
        device = Device(
            id=self.number.text().strip(),
            collector=self._collector.id,
            label=self.label.text().strip(),
            issued_on=self._day,
        )
        keep = self._keep
        return lambda: keep(device)


class QualificationDialog(DeedDialog):
    """A proof of what somebody may do."""

    def __init__(
        self, shell: Shell, parent: QWidget, collector: Collector, day: date, keep: Callable[[Qualification], Changed]
    ) -> None:
        super().__init__(shell, parent, name="people.qualification", columns=2)
        self._collector, self._keep = collector, keep
        self.set_title(lambda: self.tr("Qualification of {name}").format(name=collector.name))
        kinds = [(kind.value, kind_word(kind)) for kind in QualificationKind]
        self.kind, self.name = Choice(kinds, QualificationKind.OTHER.value), QLineEdit()
        self.first, self.last, self.certificate = DayEdit(day), DayLine(), QLineEdit()
        self.form.add("kind", lambda: self.tr("Kind"), self.kind)
        self.form.add("name", lambda: self.tr("What it is called"), self.name, required=True)
        self.form.add("first", lambda: self.tr("Valid from"), self.first)
        self.form.add("last", lambda: self.tr("Valid until"), self.last, hint=lambda: self.tr("empty: without end"))
        self.form.add("certificate", lambda: self.tr("Number of the paper"), self.certificate, span=2)
        self.finish(lambda: self.tr("Keep"))

    def faults(self) -> Faults:
        """A name is owed; days exist."""
        found = self.day_faults("last")
        if not self.name.text().strip():
            found["name"] = self.tr("Enter the name.")
        return found

    def deed(self) -> Callable[[], Changed]:
        """Keep the proof."""
        proof = Qualification(
            collector=self._collector.id,
            kind=QualificationKind(self.kind.value()),
            name=self.name.text().strip(),
            valid_from=self.first.value(),
            valid_until=self.last.value(),
            certificate=self.certificate.text().strip(),
        )
        keep = self._keep
        return lambda: keep(proof)
