"""Left on the case page: the borrower, masked; the accounts with their as-of day; addresses; papers; hardship."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.cases.masking import masked_address, masked_id, masked_number, masked_phone, short_name
from visitdesk.cases.model import Account, Address, Case
from visitdesk.ui.cases.case_model import CaseView
from visitdesk.ui.cases.parts import Fact, clear, heading
from visitdesk.ui.cases.words import (
    address_kind_word,
    case_state_word,
    debt_kind_word,
    debt_status_word,
    document_word,
    labelled,
    money_text,
    role_word_of,
    source_word,
)
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, IconButton, Line, Scroll, Tag, Text, Wrap, row

SHOWN_FOR = timedelta(seconds=60)
"""Unmasked text is hidden again after this (reference security-storage §7)."""


class BorrowerCard(Panel):
    """The card.

    Signals:
        reveal_asked: payload (secret word, address id or "").
        deed_asked: payload (deed, id): `confirm_address`, `dead_address`, `add_address`, `add_document`, `hardship`,
            `debt_status`.
    """

    reveal_asked = Signal(str, str)
    deed_asked = Signal(str, str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._view: CaseView | None = None
        self._revealed: dict[tuple[str, str], tuple[str, datetime]] = {}
        self.may_reveal = self.may_change = True
        self.hides_debt = False
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        t = theme()
        self._column.setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14))
        self._column.setSpacing(t.px(7))
        card = Card(name="case.borrower")
        card.body.setContentsMargins(1, 1, 1, 1)
        card.add(Scroll(inside, name="case.borrower.scroll"), stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    # --- unmasking --------------------------------------------------------------------------------------------

    def show_secret(self, secret: str, address: str, text: str) -> None:
        """Show an unmasked fact for 60 seconds."""
        self._revealed[secret, address] = (text, self._now() + SHOWN_FOR)
        self.retranslate()

    def tick(self, now: datetime) -> None:
        """Hide what has been shown long enough."""
        over = [key for key, (_, until) in self._revealed.items() if now >= until]
        for key in over:
            del self._revealed[key]
        if over:
            self.retranslate()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._revealed:
            self._revealed.clear()
            self.retranslate()

    def _shown(self, secret: str, masked: str, address: str = "") -> str:
        found = self._revealed.get((secret, address))
        return found[0] if found is not None else masked

    def _eye(self, secret: str, what: str, address: str = "") -> IconButton:
        is_shown = (secret, address) in self._revealed
        words = self.tr("Shown for 60 seconds") if is_shown else self.tr("Show: {what}").format(what=what)
        name = f"reveal.{secret}.{address}" if address else f"reveal.{secret}"
        eye = IconButton(Icon.EYE_OFF if is_shown else Icon.EYE, words, name=name)
        eye.setFixedSize(theme().px(26), theme().px(26))
        eye.setEnabled(self.may_reveal and not is_shown)
        if not self.may_reveal:
            eye.setToolTip(self.tr("Your role may not see this unmasked."))
        eye.clicked.connect(partial(self.reveal_asked.emit, secret, address))
        return eye

    def _link(self, words: str, name: str, deed: str, identity: str) -> Button:
        button = Button(words, kind="link", name=name)
        button.setEnabled(self.may_change)
        button.setToolTip("" if self.may_change else self.tr("Supervisors and clerks change cases."))
        button.clicked.connect(partial(self.deed_asked.emit, deed, identity))
        return button

    # --- content ----------------------------------------------------------------------------------------------

    def show_view(self, view: CaseView) -> None:
        """Another case, or the same with news."""
        if self._view is None or self._view.page.case.id != view.page.case.id:
            self._revealed.clear()
        self._view = view
        self.retranslate()

    @override
    def retranslate(self) -> None:
        clear(self._column)
        if self._view is None:
            return
        case = self._view.page.case
        self._add_borrower(case)
        if not self.hides_debt:
            for account in case.accounts:
                self._add_account(account, case)
        self._add_addresses(case)
        self._add_papers(case)
        self._add_words(case)
        self._column.addStretch(1)

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._column.addWidget(widget)

    def _add_borrower(self, case: Case) -> None:
        who = case.borrower
        name = Text(self._shown("name", short_name(who.name)), Type.PANEL, name="case.name")
        self._add(heading(self.tr("Borrower")))
        self._column.addLayout(row(name, Tag(role_word_of(case.role)), 1, self._eye("name", self.tr("name")), gap=6))
        if who.id_number:
            eye = self._eye("id_number", self.tr("identity number"))
            value = self._shown("id_number", masked_id(who.id_number))
            self._add(Fact(self.tr("Identity no."), value, eye, name="case.id_number"))
        if who.phones:
            eye = self._eye("phones", self.tr("telephone numbers"))
            shown = self._shown("phones", "、".join(masked_phone(one) for one in who.phones))
            self._add(Fact(self.tr("Telephone"), shown.replace("、", "\n"), eye, name="case.phones"))

    def _add_account(self, account: Account, case: Case) -> None:
        title = account.product or debt_kind_word(account.kind)
        self._add(Line(), heading(f"{title}  {masked_number(account.number)}"))
        days = self.tr("%n day(s)", "", account.days_past_due)
        self._add(Fact(self.tr("Past due"), days), Fact(self.tr("Arrears"), money_text(account.arrears)))
        parts = (
            (self.tr("Principal"), account.principal),
            (self.tr("Interest"), account.interest),
            (self.tr("Penalty"), account.penalty),
            (self.tr("Fees"), account.fees),
        )
        for label, part in parts:
            if part is not None:
                self._add(Fact(label, money_text(part), tone="text2"))
        self._add(Fact(self.tr("Outstanding"), money_text(account.outstanding), name="case.outstanding"))
        self._add(Fact(self.tr("As of"), account.as_of.isoformat(), name="case.as_of"))
        self._add(Fact(self.tr("Lender"), case.lender))
        if case.entrusted_until is not None:
            self._add(Fact(self.tr("Entrusted until"), case.entrusted_until.isoformat()))
        status = Tag(
            debt_status_word(case.debt_status), tone="ok" if case.debt_status.value == "verified" else "warning"
        )
        change = self._link(self.tr("Change"), "case.debt_status", "debt_status", "")
        self._column.addLayout(row(status, 1, change))

    def _add_addresses(self, case: Case) -> None:
        add = self._link(self.tr("Add"), "case.add_address", "add_address", "")
        self._add(Line())
        self._column.addLayout(row(heading(self.tr("Addresses")), 1, add))
        for one in sorted(case.addresses, key=lambda a: (a.is_dead, -a.confidence)):
            self._add_address(one)

    def _add_address(self, one: Address) -> None:
        text = Text(self._shown("address", masked_address(one.text), one.id), Type.TABLE, wrap=True)
        text.setObjectName(f"case.address.{one.id}")
        text.set_tone("text3" if one.is_dead else "text")
        line = row(gap=4)
        line.addWidget(text, 1)
        line.addWidget(self._eye("address", self.tr("address"), one.id))
        self._column.addLayout(line)
        tags = QWidget()
        wrap = Wrap(tags, gap=5)
        wrap.addWidget(Tag(address_kind_word(one.kind)))
        wrap.addWidget(Tag(source_word(one.source)))
        if one.is_dead:
            wrap.addWidget(Tag(self.tr("Dead address"), tone="error"))
        else:
            wrap.addWidget(Tag(self.tr("sure {n} %").format(n=one.confidence), tone=_sure(one.confidence)))
        wrap.addWidget(Tag(self.tr("on the map") if one.place else self.tr("not on the map")))
        self._add(tags)
        confirm = self._link(self.tr("Confirm"), f"case.confirm.{one.id}", "confirm_address", one.id)
        buttons: list[QWidget | int] = [confirm]
        if not one.is_dead:
            buttons.append(self._link(self.tr("Report wrong"), f"case.dead.{one.id}", "dead_address", one.id))
        self._column.addLayout(row(*buttons, 1, gap=10))

    def _add_papers(self, case: Case) -> None:
        add = self._link(self.tr("Add"), "case.add_document", "add_document", "")
        self._add(Line())
        self._column.addLayout(row(heading(self.tr("Papers on file")), 1, add))
        for paper in case.documents:
            self._add(
                Fact(document_word(paper.kind), f"{masked_number(paper.number)}\n{paper.received_on.isoformat()}")
            )
        if not case.documents:
            self._add(Text(self.tr("None entered"), Type.TABLE, tone="text2"))

    def _add_words(self, case: Case) -> None:
        edit = self._link(self.tr("Edit"), "case.hardship", "hardship", "")
        self._add(Line())
        self._column.addLayout(row(heading(self.tr("Hardship, as told")), 1, edit))
        told = Text(
            case.hardship_reason or self.tr("Nothing was told"), Type.TABLE, wrap=True, name="case.hardship_words"
        )
        told.set_tone("text" if case.hardship_reason else "text2")
        self._add(told)
        flags = self._flags(case)
        if flags:
            tags = QWidget()
            wrap = Wrap(tags, gap=5)
            for words in flags:
                wrap.addWidget(Tag(words, tone="accent"))
            self._add(tags)
        if case.remarks and not self.hides_debt:
            self._add(Line(), heading(self.tr("Remarks")), Text(case.remarks, Type.TABLE, tone="text2", wrap=True))

    def _flags(self, case: Case) -> list[str]:
        found = []
        if case.state.value != "open":
            found.append(case_state_word(case.state))
        if case.out_of_contact:
            found.append(self.tr("Out of contact"))
        if case.refused_visits:
            found.append(self.tr("Refuses visits"))
        if case.represented_by:
            found.append(labelled(self.tr("Represented by"), case.represented_by))
        if case.distress_until is not None:
            found.append(self.tr("Bereavement pause until {day}").format(day=case.distress_until.isoformat()))
        return found


def _sure(confidence: int) -> str:
    return "ok" if confidence >= 80 else "neutral" if confidence >= 40 else "warning"
