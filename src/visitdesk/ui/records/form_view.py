"""The whole form: all sections in a scrolling card, the conduct check beside it; one content in, one content out."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from visitdesk.records.beginning import with_met
from visitdesk.records.model import Content, Record, VisitFacts
from visitdesk.ui.records.arrival import ArrivalSection
from visitdesk.ui.records.offers_part import OffersSection
from visitdesk.ui.records.outcome_part import OutcomeSection
from visitdesk.ui.records.papers_part import PapersSection, SignatureSection
from visitdesk.ui.records.people_part import PeopleSection, PlaceSection, ShownSection
from visitdesk.ui.records.section import Section
from visitdesk.ui.records.side import ConductSection
from visitdesk.ui.records.talk_part import AccountSection, StatementSection, ToldSection
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme


class FormView(Panel):
    """The sections of one record.

    Args:
        conduct: stands in the side panel, belongs to the form.
        now: the present instant; clock_text: how it is put into the statement.

    Signals:
        edited: payload `Content`, after every change by a person.
    """

    edited = Signal(object)

    def __init__(self, conduct: ConductSection, now: Callable[[], datetime], clock_text: Callable[[], str]) -> None:
        super().__init__()
        self._facts: VisitFacts | None = None
        self._content = Content()
        self.outcome, self.offers, self.told = OutcomeSection(), OffersSection(), ToldSection()
        self.statement, self.arrival = StatementSection(clock_text), ArrivalSection()
        self._conduct = conduct
        shown: tuple[Section, ...] = (
            self.arrival,
            self.outcome,
            PeopleSection(),
            PlaceSection(),
            self.statement,
            AccountSection(),
            self.offers,
            ShownSection(),
            self.told,
            PapersSection(),
            SignatureSection(now),
        )
        self._sections = (*shown, conduct)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(18))
        for section in shown:
            layout.addWidget(section)
        layout.addStretch(1)
        for section in self._sections:
            section.edited.connect(self._edited)

    def fill(self, record: Record) -> None:
        """Show a record's content."""
        self._facts, self._content = record.facts, record.content
        self._fill()

    def content(self) -> Content:
        """What stands on screen."""
        content = self._content
        for section in self._sections:
            content = section.into(content)
        return content

    def _fill(self) -> None:
        if self._facts is not None:
            for section in self._sections:
                section.fill(self._facts, self._content)

    def _edited(self) -> None:
        facts = self._facts
        if facts is None:
            return
        content = self.content()
        follows = content
        if content.met is not None and content.met is not self._content.met:
            follows = with_met(facts, content, content.met)
        self._content = follows
        if follows is not content or self.sender() is not self.statement:
            self._fill()
        self.edited.emit(follows)

    def keep_evidence(self, content: Content) -> None:
        """Evidence came or went by its own deed."""
        self._content = content

    def go_to(self, field: str) -> bool:
        """Put the keyboard on a field and bring it in sight; False if it is not on the form."""
        for section in self._sections:
            found = section.widget_of(field)
            if found is not None:
                target = _focusable(found)
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                QTimer.singleShot(0, target, partial(_bring_in_sight, target))
                return True
        return False


def _focusable(widget: QWidget) -> QWidget:
    """The widget, or the first part of it that takes the keyboard."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return widget
    parts = widget.findChildren(QWidget)
    return next((one for one in parts if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()), widget)


def _bring_in_sight(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 40, 80)
            return
        parent = parent.parentWidget()
