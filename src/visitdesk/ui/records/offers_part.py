"""Offers made at the door: who proposed what, first date, answer. Only the lender can agree to one."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from typing_extensions import override

from visitdesk.records.model import Content, Offer, OfferAnswer, OfferKind, VisitFacts
from visitdesk.ui.records.section import Choice, Section
from visitdesk.ui.records.words import clauses, sum_text, word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, IconButton, Line, Text


class _Words:
    """Words of an offer that lupdate can see."""

    @staticmethod
    def by(offer: Offer) -> str:
        """Who proposed it."""
        translate = QCoreApplication.translate
        return translate("RecordOffer", "Borrower") if offer.by_borrower else translate("RecordOffer", "Team")

    @staticmethod
    def plan(offer: Offer) -> str:
        """The plan in a few words, the sum exactly."""
        translate = QCoreApplication.translate
        kind = word("offer", offer.kind)
        if offer.kind is OfferKind.ONE_PAYMENT:
            return clauses(kind, sum_text(offer.each) if offer.each else "")
        count = translate("RecordOffer", "{count} instalments").format(count=offer.instalments)
        each = translate("RecordOffer", "{sum} each").format(sum=sum_text(offer.each)) if offer.each else ""
        return clauses(kind, count, each)


offer_by, offer_plan = _Words.by, _Words.plan


class OffersSection(Section):
    """The table.

    Signals:
        plan_asked: a proposal shall be worked out.
    """

    plan_asked = Signal()

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Offers made at the door"), name="offers")
        self._offers: tuple[Offer, ...] = ()
        self.add = Button("", icon=Icon.ADD, kind="quiet", name="record.add_offer")
        self.say(self.add.setText, lambda: self.tr("Work out a proposal"))
        self.add.clicked.connect(self.plan_asked)
        self.head.addWidget(self.add)
        self._frame = QFrame()
        self._frame.setProperty("surface", "sunken")
        self._grid = QGridLayout(self._frame)
        t = theme()
        self._grid.setContentsMargins(t.px(12), t.px(6), t.px(6), t.px(6))
        self._grid.setHorizontalSpacing(t.px(12))
        self._grid.setVerticalSpacing(t.px(4))
        for column, share in enumerate((2, 6, 3, 4, 0)):
            self._grid.setColumnStretch(column, share)
        self._none = Text("", Type.TABLE, tone="text2")
        self.say(self._none.setText, lambda: self.tr("No offer was spoken of."))
        self.body.addWidget(self._frame)
        self.body.addWidget(self._none)

    def append(self, offer: Offer) -> None:
        """One more offer."""
        self._show((*self._offers, offer))
        self.touched()

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        if self._offers != content.offers or not self._grid.count():
            self._show(content.offers)

    @override
    def retranslate(self) -> None:
        self._show(self._offers)

    def _show(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        heads = (self.tr("Proposed by"), self.tr("Plan"), self.tr("First date"), self.tr("Answer"))
        for at, words in enumerate(heads):
            self._grid.addWidget(Text(words, Type.TABLE, tone="text2"), 0, at)
        self._grid.addWidget(Line(), 1, 0, 1, 5)
        for at, offer in enumerate(offers):
            self._add_row(at, offer)
        self._frame.setVisible(bool(offers))
        self._none.setVisible(not offers)

    def _add_row(self, at: int, offer: Offer) -> None:
        first = offer.first_due.isoformat() if offer.first_due else "—"
        for column, words in enumerate((offer_by(offer), offer_plan(offer), first)):
            self._grid.addWidget(Elided(words, Type.BODY), at + 2, column)
        answer = Choice(tuple(OfferAnswer), lambda one: word("answer", one), name=f"record.offer{at}.answer")
        answer.setAccessibleName(self.tr("Answer"))
        answer.choose(offer.answer)
        answer.currentIndexChanged.connect(partial(self._answered, at, answer))
        remove = IconButton(Icon.DISMISS, self.tr("Remove this offer"), name=f"record.offer{at}.remove")
        remove.clicked.connect(partial(self._remove, at))
        self._grid.addWidget(answer, at + 2, 3)
        self._grid.addWidget(remove, at + 2, 4)

    def _answered(self, at: int, answer: Choice[OfferAnswer], _index: int) -> None:
        chosen = answer.value() or OfferAnswer.TO_LENDER
        kept = tuple(replace(o, answer=chosen) if i == at else o for i, o in enumerate(self._offers))
        self._offers = kept
        self.touched()

    def _remove(self, at: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        self._show(tuple(offer for i, offer in enumerate(self._offers) if i != at))
        self.touched()

    @override
    def into(self, content: Content) -> Content:
        return replace(content, offers=self._offers)

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return self.add if field == "offers" else None
