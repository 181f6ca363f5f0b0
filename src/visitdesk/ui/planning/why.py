"""What is known of the selected visit: why it is on no lane, team by team, and what would make it fit.

Law comes before preference: a rule that forbids the visit is said first, with what it cites; no team is offered then.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.planning.explain import BestSlot
from visitdesk.planning.model import Relaxation
from visitdesk.ui.planning.day_view import Bar, DayView, Lane, PoolRow
from visitdesk.ui.planning.session import Hint
from visitdesk.ui.planning.words import (
    clock,
    extra,
    hindrance_sentence,
    joined,
    reason_sentence,
    relaxation_sentence,
    skills_listed,
    spans,
    team_word,
    teams_listed,
)
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, IconButton, Scroll, Text
from visitdesk.wording import Lang

MOST_TEAMS = 12
"""Teams told one by one; the rest is counted."""


class WhyPanel(Panel):
    """Title, facts, one line a team, suggestions; two deeds below."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan.why")
        t = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(12), t.px(10), t.px(12), t.px(12))
        column.setSpacing(t.px(8))
        self.title = Elided("", Type.STRONG, name="why.title")
        column.addWidget(self.title)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, t.px(4), 0)
        self._lines.setSpacing(t.px(6))
        self._scroll = Scroll(inside, name="why.lines")
        column.addWidget(self._scroll, 1)
        self.best = Button(icon=Icon.CHECKMARK, name="why.best")
        self.second = IconButton(Icon.OPEN, "", name="why.second")
        self.say(self.second.name_it, lambda: self.tr("Open case"))
        foot = QHBoxLayout()
        foot.setSpacing(t.px(8))
        foot.addWidget(self.best)
        foot.addStretch(1)
        foot.addWidget(self.second)
        column.addLayout(foot)
        self._show: Callable[[], None] = self.show_nothing
        self.show_nothing()

    # --- what is told -----------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """No visit is selected."""
        self._show = self.show_nothing
        self._begin(self.tr("Nothing selected"))
        self._line(None, self.tr("Choose a visit in the list, on a lane or on the map."))
        self._finish()

    def show_bar(self, lane: Lane, bar: Bar) -> None:
        """A visit on a lane."""
        self._show = lambda: self.show_bar(lane, bar)
        title = self.tr("{number}  {name}, {team}")
        self._begin(title.format(number=bar.number, name=bar.name, team=team_word(lane.team)))
        times = self.tr("Arrives {arrive}, begins {begin}, leaves {leave}").format(
            arrive=clock(bar.arrive), begin=clock(bar.start), leave=clock(bar.leave)
        )
        self._line((Icon.CLOCK, "text2"), times)
        self._line((Icon.LOCATION, "text2"), bar.street)
        if bar.is_tight:
            self._line((Icon.WARNING, "warning"), self.tr("Less than 5 min to the end of its time window."))
        if bar.is_locked:
            self._line((Icon.LOCK_CLOSED, "text2"), self.tr("Locked: the planner leaves it with this team."))
        self._finish(has_case=True)

    def show_blocked(self, row: PoolRow) -> None:
        """A visit that is not in the day at all: law first, with what it cites."""
        self._show = lambda: self.show_blocked(row)
        self._begin(self.tr("{name}: why is it not planned?").format(name=row.name))
        if row.hindrance is not None:
            self._line((Icon.PROHIBITED, "error"), hindrance_sentence(row.hindrance))
        at = 0 if theme().lang is Lang.ZH else 1
        if row.law[at]:
            self._line((Icon.SCALES, "text"), row.law[at])
        if row.clause[at]:
            self._line((Icon.BOOK_OPEN, "text2"), row.clause[at], tone="text2")
        self._finish(has_case=True)

    def show_unplanned(self, row: PoolRow, answers: Mapping[str, Hint]) -> None:
        """A visit in the pool: what each team says."""
        self._show = lambda: self.show_unplanned(row, answers)
        self._begin(self.tr("{name}: why is it not planned?").format(name=row.name))
        slots = sorted((one for one in answers.values() if isinstance(one, BestSlot)), key=_price)
        for team, answer in list(answers.items())[:MOST_TEAMS]:
            if not isinstance(answer, BestSlot):
                words = self.tr("{team}: {reason}").format(team=team_word(team), reason=reason_sentence(answer[0]))
                self._line((Icon.PROHIBITED, "error"), words)
        if slots:
            best = slots[0]
            words = self.tr("{team}: possible, {extra}, there at {time}. Best.").format(
                team=team_word(best.team), extra=extra(best.extra), time=clock(best.arrive)
            )
            self._line((Icon.CHECKMARK_CIRCLE, "accent_text"), words)
        if len(slots) > 1:
            teams = teams_listed(sorted((one.team for one in slots[1:]), key=lambda team: (len(team), team)))
            words = self.tr("{teams}: possible, {least} to {most}.").format(
                teams=teams, least=extra(slots[1].extra), most=extra(slots[-1].extra)
            )
            self._line((Icon.CHECKMARK, "text"), words)
        self._line((Icon.CLOCK, "text2"), self._terms(row), tone="text2")
        best_words = self.tr("To {team}").format(team=team_word(slots[0].team)) if slots else ""
        self._finish(best=best_words, has_case=True)

    def add_suggestions(self, found: Sequence[Relaxation], view: DayView) -> None:
        """What would make it fit; comes later, for it takes longer."""
        if not found:
            return
        self._line(None, self.tr("It would fit if:"), strong=True)
        for one in found:
            bar = view.bar_of(str(one.value)) if isinstance(one.value, str) else None
            name = f"{bar.number}  {bar.name}" if bar is not None else ""
            self._line((Icon.LIGHTBULB, "accent_text"), relaxation_sentence(one, name))

    def _terms(self, row: PoolRow) -> str:
        facts = [spans(row.windows), self.tr("{n} min at the door").format(n=row.minutes)]
        facts.append(self.tr("priority {n}").format(n=row.priority))
        if row.needs:
            facts.append(skills_listed(row.needs))
        return joined(facts)

    # --- parts ------------------------------------------------------------------------------------------------

    def _begin(self, title: str) -> None:
        self.title.setText(title)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _line(self, picture: tuple[Icon, str] | None, words: str, *, tone: str = "text", strong: bool = False) -> None:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        if picture is not None:
            mark = Picture(picture[0], role=picture[1], side=16)
            line.addWidget(mark, 0)
            line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        text = Text(
            words, Type.STRONG if strong else Type.TABLE, tone=tone if picture or strong else "text2", wrap=True
        )
        line.addWidget(text, 1)
        at = self._lines.count()
        last = self._lines.itemAt(at - 1) if at else None
        if last is not None and last.widget() is None:
            at -= 1
        self._lines.insertWidget(at, holder)

    def _finish(self, *, best: str = "", has_case: bool = False) -> None:
        self._lines.addStretch(1)
        self.best.setText(f"{best}  Enter" if best else "")
        self.best.setVisible(bool(best))
        self.second.setVisible(has_case)

    @override
    def retranslate(self) -> None:
        self._show()


def _price(slot: BestSlot) -> tuple[int, int]:
    return slot.extra, slot.arrive
