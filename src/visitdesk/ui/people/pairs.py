"""The proposed pairs of a day, taken by Enter."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QGridLayout, QWidget

from visitdesk.changed import Changed
from visitdesk.people.model import CollectorId
from visitdesk.people.pairing import Proposal
from visitdesk.ui.people.dialogs import DeedDialog
from visitdesk.ui.people.words import clock, joined
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Scroll, Text


class PairsDialog(DeedDialog):
    """Who goes with whom, from when to when, and who is left over."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        proposal: Proposal,
        *,
        day: str,
        names: Mapping[CollectorId, str],
        zone: ZoneInfo,
        take: Callable[[], Changed],
    ) -> None:
        super().__init__(shell, parent, name="people.pairs")
        self._take = take
        self.set_title(lambda: self.tr("Pairs for {day}").format(day=day))
        self.add_words(
            lambda: self.tr("Each pair has a driver and at least two hours in common; the apart-list holds.")
        )
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, theme().px(4), 0)
        grid.setHorizontalSpacing(theme().px(20))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        for nth, pair in enumerate(proposal.pairs):
            both = joined([names.get(pair.first, pair.first), names.get(pair.second, pair.second)])
            grid.addWidget(Text(str(nth + 1), Type.TABLE, tone="text2"), nth, 0)
            grid.addWidget(Text(both, Type.BODY), nth, 1)
            span = f"{clock(pair.start, zone)}–{clock(pair.end, zone)}"
            grid.addWidget(Text(span, Type.TABLE, tone="text2"), nth, 2)
        grid.setRowStretch(len(proposal.pairs), 1)
        scroll = Scroll(inside, name="pairs.rows")
        scroll.setMinimumHeight(theme().px(min(300, 32 * max(1, len(proposal.pairs)) + 12)))
        self.body.addWidget(scroll, 1)
        if proposal.left_over:
            left = joined([names.get(one, one) for one in proposal.left_over])
            self.add_words(lambda: self.tr("Without a partner: {names}.").format(names=left))
        self.finish(lambda: self.tr("Take these pairs"), icon=Icon.PEOPLE_TEAM)

    def deed(self) -> Callable[[], Changed]:
        """Put the day's plan on these pairs."""
        return self._take
