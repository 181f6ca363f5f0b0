"""Dialogs of a case: log a contact, place and clear a hold, objection and its answer, consent, refusal, address, paper."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from typing_extensions import override

from visitdesk.cases.model import (
    AddressKind,
    Case,
    CaseDocument,
    CaseId,
    Channel,
    ContactAttempt,
    DocumentKind,
    PartyRole,
    VisitId,
)
from visitdesk.changed import Changed
from visitdesk.compliance.model import ConsentKind, Hold, HoldKind, NoticeKind, Objection, ObjectionGround
from visitdesk.security.model import Actor, UserId
from visitdesk.ui.cases.deed_dialog import DeedDialog, Work, text_box
from visitdesk.ui.cases.fields import DayEdit, MomentEdit, chosen, fill_choice
from visitdesk.ui.cases.words import (
    address_kind_word,
    channel_word,
    consent_word,
    document_word,
    ground_word,
    hold_word,
    notice_word,
    role_word_of,
)
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.widgets import Segments

if TYPE_CHECKING:
    from visitdesk.ui.cases.ports import CasesBranch

HOLD_DAYS = 7
"""A hold is to be looked at after so many days unless another day is named (policy)."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks `text` for the translators (lupdate looks for this name) and leaves it as it is."""
    return text


class _CaseDialog(DeedDialog):
    """A deed on one case."""

    def __init__(
        self, page: Page, branch: "CasesBranch", actor: Actor, case: CaseId, *, name: str, deed: str, width: int = 560
    ) -> None:
        super().__init__(
            page, name=name, deed=lambda: QCoreApplication.translate("CaseDeeds", deed), width=width, columns=2
        )
        self._branch, self._actor, self._case = branch, actor, case
        self.now: datetime = page.shell.clock.now()

    def _moment(self, name: str, label: str) -> MomentEdit:
        edit = MomentEdit(self.shell, self.now)
        self.form.add(name, lambda: label, edit)
        return edit

    def _needs(self, name: str, words: str) -> Mapping[str, str]:
        """A fault where the text of this field is empty."""
        widget = self.form[name].widget
        text = widget.text() if isinstance(widget, QLineEdit) else widget.property("plainText")
        return {} if str(text).strip() else {name: words}


class ContactDialog(_CaseDialog):
    """Note a call, a message, a letter (Ctrl+L)."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: CaseId) -> None:
        super().__init__(page, branch, actor, case, name="contact", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Log contact"))
        self.set_title(lambda: self.tr("Log contact"))
        self.channel = fill_choice(QComboBox(), Channel, channel_word)
        self.form.add("contact.channel", lambda: self.tr("Channel"), self.channel)
        self.at = self._moment("contact.at", self.tr("When"))
        choices = (("yes", self.tr("Reached")), ("no", self.tr("Not reached")), ("unknown", self.tr("Cannot be told")))
        self.reached = Segments(choices, name="contact.reached", label=self.tr("Borrower himself"))
        self.reached.set_value("no")
        self.form.add("contact.reached", lambda: self.tr("Borrower himself"), self.reached, span=2)
        self.who = QComboBox()
        self.who.addItem(self.tr("nobody, or the borrower himself"), "")
        for role in (PartyRole.CONTACT_PERSON, PartyRole.THIRD_PARTY, PartyRole.GUARANTOR, PartyRole.JOINTLY_LIABLE):
            self.who.addItem(role_word_of(role), role.value)
        self.form.add("contact.who", lambda: self.tr("Somebody else who answered"), self.who, span=2)
        self.note = text_box(3, "contact.note")
        self.form.add(
            "contact.note",
            lambda: self.tr("What was said, in short"),
            self.note,
            span=2,
            hint=lambda: self.tr("An objection is recorded by its own button, in the borrower's own words."),
        )

    @override
    def faults(self) -> Mapping[str, str]:
        if self.at.moment() > self.shell.clock.now() + timedelta(minutes=5):
            return {"contact.at": self.tr("This moment lies ahead.")}
        return {}

    @override
    def work(self) -> Work:
        who = str(self.who.currentData())
        attempt = ContactAttempt(
            at=self.at.moment(),
            channel=chosen(self.channel, Channel),
            reached={"yes": True, "no": False, "unknown": None}[self.reached.value()],
            with_role=PartyRole(who) if who else None,
            note=self.note.toPlainText().strip(),
        )
        desk, actor, case = self._branch.cases, self._actor, self._case
        return lambda: desk.log_attempt(actor, case, attempt)


class HoldDialog(_CaseDialog):
    """Place a hold (Ctrl+H); `cases` may be several."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, cases: tuple[CaseId, ...]) -> None:
        super().__init__(page, branch, actor, cases[0], name="hold", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Hold visits"))
        self._cases = cases
        self.set_title(lambda: self.tr("Hold visits to %n case(s)", "", len(cases)))
        self.kind = fill_choice(QComboBox(), (k for k in HoldKind if k is not HoldKind.OBJECTION), hold_word)
        self.form.add("hold.kind", lambda: self.tr("Cause"), self.kind)
        self.until = DayEdit(page.shell.local(self.now).date() + timedelta(days=HOLD_DAYS))
        self.form.add("hold.until", lambda: self.tr("To be looked at by"), self.until)
        self.owner = QLineEdit(str(actor.user))
        self.form.add("hold.owner", lambda: self.tr("Who sees to it"), self.owner, required=True, span=2)
        self.reason = text_box(3, "hold.reason")
        self.form.add("hold.reason", lambda: self.tr("Reason"), self.reason, required=True, span=2)

    @override
    def faults(self) -> Mapping[str, str]:
        return {
            **self._needs("hold.owner", self.tr("Name who must see to it.")),
            **self._needs("hold.reason", self.tr("Say why no visit may take place.")),
        }

    @override
    def work(self) -> Work:
        desk, actor, cases = self._branch.compliance, self._actor, self._cases
        kind, reason = chosen(self.kind, HoldKind), self.reason.toPlainText().strip()
        owner = UserId(self.owner.text().strip())
        deadline = datetime.combine(self.until.day(), datetime.max.time(), self.shell.zone).replace(microsecond=0)

        def place() -> Changed:
            changed = Changed()
            for case in cases:
                changed |= desk.place_hold(actor, case, kind, reason=reason, owner=owner, deadline=deadline)
            return changed

        return place


class ReleaseDialog(_CaseDialog):
    """Clear a hold: takes two people, the second signs here."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, hold: Hold) -> None:
        super().__init__(
            page, branch, actor, hold.case, name="release", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Clear the hold")
        )
        self._hold = hold
        self.set_title(lambda: self.tr("Clear the hold?"))
        self.reason = text_box(3, "release.reason")
        self.form.add("release.reason", lambda: self.tr("Reason"), self.reason, required=True, span=2)
        self.user, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.add("release.user", lambda: self.tr("Second person: user"), self.user, required=True)
        self.form.add("release.password", lambda: self.tr("Password"), self.password, required=True)

    @override
    def faults(self) -> Mapping[str, str]:
        return {
            **self._needs("release.reason", self.tr("Say why visits may go on.")),
            **self._needs("release.user", self.tr("A hold is cleared by two people.")),
            **self._needs("release.password", self.tr("The second person signs in here.")),
        }

    @override
    def work(self) -> Work:
        branch, actor, hold = self._branch, self._actor, self._hold
        reason, user = self.reason.toPlainText().strip(), UserId(self.user.text().strip())
        password = self.password.text()

        def release() -> Changed:
            second = branch.security.sign_in(user=user, password=password, desk=actor.desk)
            return branch.compliance.release_hold(actor, hold.id, reason=reason, second=second, version=hold.version)

        return release


class ObjectionDialog(_CaseDialog):
    """Record an objection in the borrower's own words; visits stop at once."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: CaseId) -> None:
        super().__init__(
            page, branch, actor, case, name="objection", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Record and hold visits")
        )
        self.set_title(lambda: self.tr("Record an objection"))
        self.ground = fill_choice(QComboBox(), ObjectionGround, ground_word)
        self.form.add("objection.ground", lambda: self.tr("What is said to be wrong"), self.ground)
        self.at = self._moment("objection.at", self.tr("Received"))
        self.words = text_box(4, "objection.words")
        self.form.add(
            "objection.words",
            lambda: self.tr("The borrower's own words"),
            self.words,
            required=True,
            span=2,
            hint=lambda: self.tr("Word for word; they are never edited."),
        )
        self.owner = QLineEdit(str(actor.user))
        self.form.add("objection.owner", lambda: self.tr("Who answers it"), self.owner, required=True)

    @override
    def faults(self) -> Mapping[str, str]:
        return {
            **self._needs("objection.words", self.tr("Write down what the borrower said.")),
            **self._needs("objection.owner", self.tr("Name who answers.")),
        }

    @override
    def work(self) -> Work:
        desk, actor, case = self._branch.compliance, self._actor, self._case
        ground, words, at = chosen(self.ground, ObjectionGround), self.words.toPlainText(), self.at.moment()
        owner = UserId(self.owner.text().strip())
        return lambda: desk.record_objection(actor, case, ground, words=words, received_at=at, owner=owner)


class AnswerDialog(_CaseDialog):
    """The answer that was sent to an objection."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, objection: Objection) -> None:
        super().__init__(
            page, branch, actor, objection.case, name="answer", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Keep the answer")
        )
        self._objection = objection
        self.set_title(lambda: self.tr("Answer the objection"))
        self.upheld = Segments(
            (("yes", self.tr("Upheld")), ("no", self.tr("Not upheld"))), name="answer.upheld", label=self.tr("Finding")
        )
        self.form.add("answer.upheld", lambda: self.tr("Finding"), self.upheld, required=True, span=2)
        self.answer = text_box(4, "answer.words")
        self.form.add("answer.words", lambda: self.tr("Answer as it was sent"), self.answer, required=True, span=2)

    @override
    def faults(self) -> Mapping[str, str]:
        finding = {} if self.upheld.value() else {"answer.upheld": self.tr("Choose the finding.")}
        return {**finding, **self._needs("answer.words", self.tr("Write down the answer."))}

    @override
    def work(self) -> Work:
        desk, actor, one = self._branch.compliance, self._actor, self._objection
        upheld, words = self.upheld.value() == "yes", self.answer.toPlainText().strip()
        return lambda: desk.answer_objection(actor, one.id, upheld=upheld, answer=words, version=one.version)


class ConsentDialog(_CaseDialog):
    """A yes of the borrower, for one day or several."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: CaseId) -> None:
        super().__init__(
            page, branch, actor, case, name="consent", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Record the consent")
        )
        self.set_title(lambda: self.tr("Record a consent"))
        self.kind = fill_choice(QComboBox(), ConsentKind, consent_word)
        self.form.add("consent.kind", lambda: self.tr("To what"), self.kind)
        self.at = self._moment("consent.at", self.tr("Given"))
        today = page.shell.local(self.now).date()
        self.first, self.last = DayEdit(today), DayEdit(today)
        self.form.add("consent.first", lambda: self.tr("For the days from"), self.first)
        self.form.add("consent.last", lambda: self.tr("to"), self.last)
        self.giver = QComboBox()
        self.giver.addItem(self.tr("the borrower himself"), "debtor")
        self.giver.addItem(self.tr("somebody else (kept, lifts no rule)"), "other")
        self.form.add("consent.giver", lambda: self.tr("Given by"), self.giver)
        self.how = QLineEdit()
        self.form.add(
            "consent.how", lambda: self.tr("How"), self.how, required=True, hint=lambda: self.tr("signed, text, call …")
        )

    @override
    def faults(self) -> Mapping[str, str]:
        span = (self.last.day() - self.first.day()).days
        wrong = {} if 0 <= span <= 60 else {"consent.last": self.tr("At most 60 days, and not before the first.")}
        return {**wrong, **self._needs("consent.how", self.tr("Say how it was given."))}

    @override
    def work(self) -> Work:
        desk, actor, case = self._branch.compliance, self._actor, self._case
        kind, at, how = chosen(self.kind, ConsentKind), self.at.moment(), self.how.text().strip()
        giver, first = str(self.giver.currentData()), self.first.day()
        days = [first + timedelta(days=i) for i in range((self.last.day() - first).days + 1)]
        return lambda: desk.record_consent(actor, case, kind, given_by=giver, given_at=at, how=how, dates=days)


class RefusalDialog(_CaseDialog):
    """The borrower said no to visits."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: CaseId) -> None:
        super().__init__(
            page, branch, actor, case, name="refusal", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Record and stop visits")
        )
        self.set_title(lambda: self.tr("The borrower refuses visits"))
        self.at = self._moment("refusal.at", self.tr("Said"))
        self.words = text_box(3, "refusal.words")
        self.form.add("refusal.words", lambda: self.tr("In his own words"), self.words, required=True, span=2)

    @override
    def faults(self) -> Mapping[str, str]:
        return self._needs("refusal.words", self.tr("Write down what was said."))

    @override
    def work(self) -> Work:
        desk, actor, case = self._branch.compliance, self._actor, self._case
        at, words = self.at.moment(), self.words.toPlainText().strip()
        return lambda: desk.record_refusal(actor, case, said_at=at, words=words)


class NoticeDialog(_CaseDialog):
    """What the borrower was told: of the visit, of the agency, of an assignment."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: CaseId, visit: VisitId | None) -> None:
        super().__init__(
            page, branch, actor, case, name="notice", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Record the notice")
        )
        self._visit = visit
        self.set_title(lambda: self.tr("The borrower was told"))
        kinds = [kind for kind in NoticeKind if visit is not None or kind is not NoticeKind.ADVANCE]
        self.kind = fill_choice(QComboBox(), kinds, notice_word)
        self.form.add("notice.kind", lambda: self.tr("Of what"), self.kind)
        self.at = self._moment("notice.at", self.tr("Sent"))
        self.channel = fill_choice(QComboBox(), (c for c in Channel if c is not Channel.VISIT), channel_word)
        self.form.add("notice.channel", lambda: self.tr("Channel"), self.channel, span=2)
        self.parts = {}
        labels = {
            "purpose": self.tr("The purpose was named"),
            "staff": self.tr("Who comes was named"),
            "right_to_refuse": self.tr("The right to refuse was named"),
        }
        for name, words in labels.items():
            box = QCheckBox(words)
            box.setObjectName(f"notice.{name}")
            self.parts[name] = box
            self.body.insertWidget(self.body.count() - 1, box)

    @override
    def work(self) -> Work:
        desk, actor, case = self._branch.compliance, self._actor, self._case
        kind, at, channel = chosen(self.kind, NoticeKind), self.at.moment(), str(self.channel.currentData())
        told = {name: box.isChecked() for name, box in self.parts.items()}
        visit = self._visit if kind is NoticeKind.ADVANCE else None
        return lambda: desk.record_notice(
            actor,
            case,
            kind,
            sent_at=at,
            channel=channel,
            visit=visit,
            purpose=told["purpose"],
            staff=told["staff"],
            right_to_refuse=told["right_to_refuse"],
        )


class AddressDialog(_CaseDialog):
    """An address the office learned."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: Case) -> None:
        super().__init__(
            page, branch, actor, case.id, name="address", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Add the address")
        )
        self._version = case.version
        self.set_title(lambda: self.tr("Add an address"))
        self.kind = fill_choice(QComboBox(), AddressKind, address_kind_word)
        self.form.add("address.kind", lambda: self.tr("Type"), self.kind)
        self.source = QComboBox()
        self.source.addItem(self.tr("the borrower"), "debtor")
        self.source.addItem(self.tr("the lender"), "lender")
        self.source.addItem(self.tr("somebody else"), "other")
        self.form.add("address.source", lambda: self.tr("Learned from"), self.source)
        self.text = QLineEdit()
        self.text.setMaxLength(300)
        self.form.add("address.text", lambda: self.tr("Address"), self.text, required=True, span=2)

    @override
    def faults(self) -> Mapping[str, str]:
        return self._needs("address.text", self.tr("Write the whole address, from the province on."))

    @override
    def work(self) -> Work:
        desk, actor, case, version = self._branch.cases, self._actor, self._case, self._version
        kind, text, source = chosen(self.kind, AddressKind), self.text.text(), str(self.source.currentData())
        return lambda: desk.add_address(actor, case, kind=kind, text=text, source=source, version=version)


class DocumentDialog(_CaseDialog):
    """A paper that is on file."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: Case) -> None:
        super().__init__(
            page, branch, actor, case.id, name="document", deed=QT_TRANSLATE_NOOP("CaseDeeds", "Enter the paper")
        )
        self._version = case.version
        self.set_title(lambda: self.tr("A paper on file"))
        self.kind = fill_choice(QComboBox(), DocumentKind, document_word)
        self.form.add("document.kind", lambda: self.tr("Paper"), self.kind)
        self.day = DayEdit(page.shell.local(self.now).date())
        self.form.add("document.day", lambda: self.tr("Received on"), self.day)
        self.number = QLineEdit()
        self.form.add(
            "document.number",
            lambda: self.tr("Number on the paper"),
            self.number,
            required=True,
            span=2,
            hint=lambda: self.tr("For example the contract's number; never an identity number."),
        )
        self.note = QLineEdit()
        self.form.add("document.note", lambda: self.tr("Where it lies, remarks"), self.note, span=2)

    @override
    def faults(self) -> Mapping[str, str]:
        return self._needs("document.number", self.tr("Write the number, or how the paper is called."))

    @override
    def work(self) -> Work:
        desk, actor, case, version = self._branch.cases, self._actor, self._case, self._version
        paper = CaseDocument(
            kind=chosen(self.kind, DocumentKind),
            number=self.number.text().strip(),
            received_on=self.day.day(),
            note=self.note.text().strip(),
        )
        return lambda: desk.add_document(actor, case, paper, version)
