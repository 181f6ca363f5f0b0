"""What stops visits or allows them: open holds, objections, refusals, consents, notices; with their deeds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.compliance.model import ObjectionState
from visitdesk.ui.cases.case_model import CaseView
from visitdesk.ui.cases.parts import clear
from visitdesk.ui.cases.words import clauses, consent_word, day_text, ground_word, hold_word, labelled, stamp_text
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Text, Wrap, column


class StopsCard(Panel):
    """The card.

    Signals:
        deed_asked: payload (deed, id): `hold`, `objection`, `consent`, `refusal`, `notice`, `release`, `answer`,
            `withdraw`, `revoke`.
    """

    deed_asked = Signal(str, str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._view: CaseView | None = None
        self.may: Callable[[str], bool] = lambda _deed: True
        self._card = Card(name="case.stops")
        self.say(self._card.set_title, lambda: self.tr("What stops or allows visits"))
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(8))
        buttons = QWidget()
        wrap = Wrap(buttons, gap=8)
        self._buttons: dict[str, Button] = {}
        words: tuple[tuple[str, Icon, Callable[[], str]], ...] = (
            ("objection", Icon.FLAG, lambda: self.tr("Objection")),
            ("refusal", Icon.PERSON_PROHIBITED, lambda: self.tr("Refusal")),
            ("consent", Icon.HANDSHAKE, lambda: self.tr("Consent")),
            ("notice", Icon.MEGAPHONE, lambda: self.tr("Notice")),
        )
        for deed, icon, word in words:
            button = Button("", icon=icon, name=f"stops.{deed}")
            self.say(button.setText, word)
            button.clicked.connect(partial(self.deed_asked.emit, deed, ""))
            wrap.addWidget(button)
            self._buttons[deed] = button
        self._card.add(rows, buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def show_view(self, view: CaseView) -> None:
        """Another case, or the same with news."""
        self._view = view
        self.retranslate()

    @override
    def retranslate(self) -> None:
        clear(self._rows)
        for deed, button in self._buttons.items():
            button.setEnabled(self.may(deed))
            button.setToolTip("" if self.may(deed) else self.tr("Your role does not record this."))
        if self._view is None:
            return
        before = self._rows.count()
        self._add_holds(self._view)
        self._add_words(self._view)
        if self._rows.count() == before:
            words = Text(self.tr("No hold, no objection, no refusal; no consent either."), Type.TABLE, tone="text2")
            words.setWordWrap(True)
            self._rows.addWidget(words)

    def _add_holds(self, view: CaseView) -> None:
        local = self._shell.local
        open_objections = {one.hold: one for one in view.standing.objections if one.state is ObjectionState.RECEIVED}
        for hold in view.standing.holds:
            if not hold.is_open or hold.id in open_objections:
                continue
            small = clauses(
                self.tr("since {when} by {who}").format(when=stamp_text(local(hold.placed_at)), who=hold.placed_by),
                self.tr("{who} looks at it by {day}").format(who=hold.owner, day=day_text(local(hold.deadline))),
            )
            title = labelled(self.tr("On hold"), clauses(hold_word(hold.kind), hold.reason))
            self._add(Icon.PAUSE, "warning", title, small, ("release", hold.id, self.tr("Clear…")))
        for one in open_objections.values():
            title = labelled(self.tr("Objection"), ground_word(one.ground))
            small = clauses(
                self.tr("received {when}").format(when=stamp_text(local(one.received_at))),
                self.tr("answer due {day}").format(day=day_text(local(one.due))),
            )
            self._add(Icon.FLAG, "warning", title, f"{one.words}\n{small}", ("answer", one.id, self.tr("Answer…")))

    def _add_words(self, view: CaseView) -> None:
        local = self._shell.local
        for refusal in view.standing.refusals:
            if refusal.revoked_at is None:
                small = clauses(self.tr("said {when}").format(when=stamp_text(local(refusal.said_at))), refusal.words)
                deed = ("revoke", refusal.id, self.tr("Taken back…"))
                self._add(Icon.PERSON_PROHIBITED, "error", self.tr("The borrower refuses visits"), small, deed)
        for consent in view.standing.consents:
            if consent.withdrawn_at is None:
                title = labelled(self.tr("Consent"), consent_word(consent.kind))
                days = f"{consent.dates[0]:%m-%d}" if consent.dates else ""
                if len(consent.dates) > 1:
                    days = f"{days} - {consent.dates[-1]:%m-%d}"
                small = clauses(self.tr("for {days}").format(days=days), consent.how)
                self._add(Icon.HANDSHAKE, "ok", title, small, ("withdraw", consent.id, self.tr("Withdrawn")))

    def _add(self, icon: Icon, role: str, title: str, small: str, deed: tuple[str, str, str]) -> None:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(12))
        layout.addWidget(Picture(icon, role=role, side=18))
        layout.addLayout(
            column(Text(title, Type.BODY, wrap=True), Text(small, Type.SMALL, tone="text2", wrap=True), gap=1), 1
        )
        button = Button(deed[2], name=f"stops.{deed[0]}.{deed[1]}")
        button.setEnabled(self.may(deed[0]))
        button.setToolTip("" if self.may(deed[0]) else self.tr("Your role does not decide this."))
        button.clicked.connect(partial(self.deed_asked.emit, deed[0], deed[1]))
        layout.addWidget(button)
        self._rows.addWidget(line)
