"""Puts the board into what the safety strip shows: levels, teams and streets; no borrower, no debt."""

from datetime import datetime

from PySide6.QtCore import QObject

from visitdesk.safety.board import AlarmCard
from visitdesk.ui.safety.picture import Picture, level_of
from visitdesk.ui.safety.words import alarm_word, names_of, team_label, where_words
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.moments import clock_text
from visitdesk.ui.shell.strip_state import StripAlarm, StripState
from visitdesk.ui.shell.tokens import Level

_SELF = "watch of this desk"


class StripTeller(QObject):
    """Makes strip states."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def state(
        self,
        picture: Picture,
        current: str,
        *,
        no_answer_since: datetime | None,
        muted_until: datetime | None,
    ) -> StripState:
        """The strip of a board.

        Args:
            current: id of the current alarm, "" for none.
            no_answer_since: the watch is silent since then, which is an alarm of this desk; None while it answers.
        """
        alarms = tuple(self._alarm(picture, card) for card in picture.alarms)
        at = next((i for i, card in enumerate(picture.alarms) if card.id == current), 0)
        if no_answer_since is not None:
            alarms, at = (self._own_alarm(no_answer_since), *alarms), at + bool(alarms)
        first = picture.next_due if picture.teams_out else picture.next_out
        return StripState(
            teams_out=picture.teams_out,
            next_due=(first.due or first.leaves) if first else None,
            next_team=team_label(first) if first else "",
            alarms=alarms,
            current=at,
            muted_until=muted_until,
            note=self._note(picture),
        )

    @staticmethod
    def _alarm(picture: Picture, card: AlarmCard) -> StripAlarm:
        tile = picture.tile_of(card.id)
        return StripAlarm(
            id=card.id,
            level=level_of(card),
            team=team_label(tile) if tile else "",
            since=card.raised,
            word=alarm_word(card),
            who=names_of(tile.names) if tile else "",
            where=where_words(tile) if tile else "",
            owner=picture.dossier.officer(card.owner),
        )

    def _own_alarm(self, since: datetime) -> StripAlarm:
        return StripAlarm(
            id=_SELF,
            level=Level.ESCALATED,
            team=self.tr("This desk"),
            word=self.tr("The watch gives no answer"),
            since=since,
            where=self.tr("Watch by telephone; countdowns go on."),
        )

    def _note(self, picture: Picture) -> str:
        if picture.gap is None:
            return ""
        begin, end = (clock_text(self._shell.local(one)) for one in picture.gap)
        return self.tr("Nobody watched from {begin} to {end}.").format(begin=begin, end=end)
