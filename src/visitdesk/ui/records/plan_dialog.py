"""A repayment proposal worked out at the door: three plans side by side on the same balance, sums exact to the fen.

The person chooses, nobody is pressed; nothing here is agreed, the lender decides (reference ui §4.7, regulation §5).
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFrame, QLineEdit, QSpinBox, QWidget
from typing_extensions import override

from visitdesk.errors import BadInput
from visitdesk.money import Money, parse_amount
from visitdesk.records.model import Offer, OfferAnswer, OfferKind
from visitdesk.repayment.due_dates import add_months
from visitdesk.repayment.limits import PlanEffect
from visitdesk.repayment.model import Instalment, PlanKind, PlanRequest
from visitdesk.repayment.proposals import Proposal, compare
from visitdesk.ui.records.section import Choice
from visitdesk.ui.records.words import sum_text, word
from visitdesk.ui.shell.chart import Bars, Point
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Text, column, row
from visitdesk.wording import sentence, sentence_of

SIDE_BY_SIDE = 3
MOST_BARS = 12
"""A chart of sixty bars says no more than one of twelve."""


class ProposalCard(Spoken, QFrame):
    """One plan: its kind, instalments, first and last day, exact total, chart, and the button that takes it."""

    def __init__(self, at: int, take: Callable[[Proposal, bool], object]) -> None:
        super().__init__()
        self.setObjectName(f"plan.card{at}")
        self.setProperty("surface", "sunken")
        self.proposal: Proposal | None = None
        self._take = take
        t = theme()
        self.title = Text("", Type.TILE, name=f"plan.card{at}.title")
        self.each = Text("", Type.BODY, name=f"plan.card{at}.each")
        self.last = Text("", Type.TABLE, tone="text2", wrap=True)
        self.total = Text("", Type.TABLE, name=f"plan.card{at}.total")
        self.term = Text("", Type.TABLE, tone="text2")
        self.limit = Text("", Type.SMALL, tone="text2", wrap=True)
        self.chart = Bars(name=f"plan.card{at}.chart")
        self.chart.setFixedHeight(t.px(110))
        self.by_borrower = Button("", name=f"plan.card{at}.by_borrower")
        self.by_team = Button("", name=f"plan.card{at}.by_team")
        self.say(self.by_borrower.setText, lambda: self.tr("Borrower proposed"))
        self.say(self.by_team.setText, lambda: self.tr("Team offered"))
        self.by_borrower.clicked.connect(lambda: self._chosen(by_borrower=True))
        self.by_team.clicked.connect(lambda: self._chosen(by_borrower=False))
        layout = column(self.title, self.each, self.last, self.total, self.term, self.chart, self.limit, 1, gap=4)
        layout.setContentsMargins(t.px(14), t.px(12), t.px(14), t.px(12))
        layout.addLayout(row(self.by_borrower, self.by_team, 1, gap=6))
        self.setLayout(layout)

    def _chosen(self, *, by_borrower: bool) -> None:
        if self.proposal is not None:
            self._take(self.proposal, by_borrower)

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Another plan; None hides the card."""
        self.proposal = proposal
        self.setVisible(proposal is not None)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        found = self.proposal
        if found is None:
            return
        plan, first, last = found.plan, found.plan.rows[0], found.plan.rows[-1]
        count = len(plan.rows)
        self.title.setText(word("offer", OfferKind(found.request.kind.value)))
        each = self.tr("{count} instalments, first {sum}").format(count=count, sum=sum_text(first.amount))
        self.each.setText(each)
        takes_rest = last.amount != plan.rows[max(0, count - 2)].amount
        rest = self.tr("the last one takes the rest: {sum}") if takes_rest else self.tr("the last one: {sum}")
        self.last.setText(rest.format(sum=sum_text(last.amount)))
        total = self.tr("Together exactly {sum}").format(sum=sum_text(plan.total))
        self.total.setText(total)
        self.term.setText(self.tr("{first} to {last}").format(first=first.due.isoformat(), last=last.due.isoformat()))
        limit = next((one for one in found.outcomes if one.effect is not PlanEffect.PASS), None)
        self.limit.setText(sentence(limit.code, theme().lang, limit.facts) if limit else "")
        self.limit.set_tone("error" if not found.may_be_offered else "text2")
        self.by_team.setEnabled(found.may_be_offered)
        self.by_team.setToolTip("" if found.may_be_offered else self.limit.text())
        points = [
            Point(label=str(one.no) if one in {first, last} else "", value=float(one.amount.amount))
            for one in _spread(plan.rows)
        ]
        self.chart.show_points(points, self.tr("Instalments"))


class PlanDialog(Dialog):
    """Works out proposals as it is typed; a plan that is taken becomes an offer of the record."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        *,
        balance: Money | None,
        as_of: date,
        is_card: bool,
        run: Callable[[Offer], object],
    ) -> None:
        super().__init__(shell, parent, name="plan", width=1080)
        self._as_of, self._is_card, self._run = as_of, is_card, run
        self.set_title(lambda: self.tr("Repayment proposal"))
        self.add_words(
            lambda: self.tr(
                "A proposal for the lender, not an agreement. At most 60 months; nothing is paid at the door."
            )
        )
        self.form = Form(columns=5, name="plan.form")
        self.sum = QLineEdit(str(balance) if balance else "")
        self.kind = Choice(tuple(PlanKind), lambda one: word("offer", OfferKind(one.value)), name="plan.kind")
        self.count = _spin(1, 60, 24)
        self.first = QDateEdit()
        self.first.setCalendarPopup(True)
        self.first.setDisplayFormat("yyyy-MM-dd")
        due = add_months(as_of, 1)
        self.first.setDate(QDate(due.year, due.month, due.day))
        self.rate = QLineEdit("0")
        self.form.add("sum", lambda: self.tr("Balance"), self.sum, required=True)
        self.form.add("kind", lambda: self.tr("Kind"), self.kind)
        self.form.add("count", lambda: self.tr("Instalments"), self.count, unit=lambda: self.tr("1 to 60"))
        self.form.add("first", lambda: self.tr("First date"), self.first)
        self.form.add("rate", lambda: self.tr("Yearly interest"), self.rate, unit=lambda: "%")
        self.body.addWidget(self.form)
        self.cards = [ProposalCard(at, self._taken) for at in range(SIDE_BY_SIDE)]
        cards = row(*self.cards, gap=10)
        for at in range(SIDE_BY_SIDE):
            cards.setStretch(at, 1)
        self.body.addLayout(cards, 1)
        self.one = Button("", icon=Icon.RECEIPT_MONEY, name="plan.one_payment")
        self.say(self.one.setText, lambda: self.tr("Borrower: all at once on the first date"))
        self.one.clicked.connect(self._one_payment)
        self._buttons.insertWidget(0, self.one)
        self.add_button(lambda: self.tr("Close"), name="plan.close")
        self.sum.textEdited.connect(self._work_out)
        self.rate.textEdited.connect(self._work_out)
        self.kind.currentIndexChanged.connect(self._work_out)
        self.count.valueChanged.connect(self._work_out)
        self.first.dateChanged.connect(self._work_out)
        self._work_out()

    def request(self) -> PlanRequest:
        """What is asked for.

        Raises:
            BadInput: the balance or the rate is no number.
        """
        day = self.first.date()
        rate = parse_amount(self.rate.text().strip() or "0").amount / 100
        return PlanRequest(
            balance=parse_amount(self.sum.text().strip().replace(",", "")),
            as_of=self._as_of,
            is_card=self._is_card,
            kind=self.kind.value() or PlanKind.EVEN,
            instalments=self.count.value(),
            first_due=date(day.year(), day.month(), day.day()),
            grace_months=3 if self.kind.value() is PlanKind.GRACE_THEN_EVEN else 0,
            step_rate=Decimal("0.05") if self.kind.value() is PlanKind.STEP_UP else Decimal(0),
            annual_rate=rate,
        )

    def _work_out(self) -> None:
        try:
            found = compare(self.request())[:SIDE_BY_SIDE]
        except BadInput as fault:
            self.form.show_faults({})
            self.form["sum"].set_fault(sentence_of(fault, theme().lang))
            found = ()
        else:
            self.form["sum"].set_fault("")
        for at, card in enumerate(self.cards):
            card.show_proposal(found[at] if at < len(found) else None)

    def _taken(self, proposal: Proposal, by_borrower: bool) -> None:  # noqa: FBT001  # a slot's answer
        rows = proposal.plan.rows
        self.accept()
        self._run(
            Offer(
                by_borrower=by_borrower,
                kind=OfferKind(proposal.request.kind.value),
                instalments=len(rows),
                first_due=rows[0].due,
                each=rows[0].amount,
                answer=OfferAnswer.TO_LENDER if by_borrower else OfferAnswer.CONSIDERS,
            )
        )

    def _one_payment(self) -> None:
        try:
            request = self.request()
        except BadInput as fault:
            self.form["sum"].set_fault(sentence_of(fault, theme().lang))
            return
        self.accept()
        self._run(
            Offer(
                by_borrower=True,
                kind=OfferKind.ONE_PAYMENT,
                instalments=1,
                first_due=request.first_due,
                each=request.balance,
            )
        )


def _spread(rows: tuple[Instalment, ...]) -> list[Instalment]:
    """At most twelve rows, evenly spread, the first and the last among them."""
    count = min(MOST_BARS, len(rows))
    if count < 2:
        return list(rows)
    return [rows[round(at * (len(rows) - 1) / (count - 1))] for at in range(count)]


def _spin(least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    return box
