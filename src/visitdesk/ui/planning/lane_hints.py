"""What every lane says while a visit is carried: how many minutes more, which is best, or the rule that forbids it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from visitdesk.planning.explain import BestSlot
from visitdesk.ui.planning.lane_paint import HEAD_PX, LANE_PX, LEFT
from visitdesk.ui.planning.session import Hint
from visitdesk.ui.planning.words import clock, extra, reason_short, team_word
from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneHint:
    """One lane's answer.

    Attributes:
        extra: seconds more on the road; None where it is forbidden.
        arrive: when the team would be there at the earliest; None likewise.
        words: what the pill says.
    """

    team: str
    words: str
    extra: int | None = None
    arrive: int | None = None
    is_best: bool = False

    @property
    def forbids(self) -> bool:
        """Whether the lane cannot take it."""
        return self.extra is None

    @property
    def spoken(self) -> str:
        """The answer with its team, for readers and messages."""
        if self.arrive is None:
            return QCoreApplication.translate("Plan", "{team}: {rule}").format(
                team=team_word(self.team), rule=self.words
            )
        return QCoreApplication.translate("Plan", "{team}: {extra}, there at {time}").format(
            team=team_word(self.team), extra=self.words, time=clock(self.arrive)
        )


def hints_of(answers: Mapping[str, Hint]) -> Mapping[str, LaneHint]:
    """Answers of the teams as pills; the cheapest is the best."""
    slots = [one for one in answers.values() if isinstance(one, BestSlot)]
    best = min(slots, key=lambda slot: (slot.extra, slot.arrive)).team if slots else ""
    found: dict[str, LaneHint] = {}
    for team, answer in answers.items():
        if isinstance(answer, BestSlot):
            words = extra(answer.extra)
            if team == best:
                words = QCoreApplication.translate("Plan", "{extra}  best").format(extra=words)
            found[team] = LaneHint(
                team=team, words=words, extra=answer.extra, arrive=answer.arrive, is_best=team == best
            )
        else:
            found[team] = LaneHint(team=team, words=reason_short(answer[0]))
    return found


def paint_hint(painter: QPainter, hint: LaneHint, top: float, width: float, *, is_target: bool) -> None:
    """Tint or dots over a lane, and its pill at the right."""
    t, c = theme(), theme().tokens
    whole = QRectF(t.px(HEAD_PX), top, width - t.px(HEAD_PX), t.px(LANE_PX))
    painter.save()
    if hint.forbids:
        painter.fillRect(whole, QBrush(QColor(c.stroke_strong), Qt.BrushStyle.Dense7Pattern))
    elif hint.is_best or is_target:
        # The lane's picture lies below: bars and words must stay as clear as they were.
        mode = QPainter.CompositionMode
        painter.setCompositionMode(mode.CompositionMode_Screen if c.is_dark else mode.CompositionMode_Multiply)
        painter.fillRect(whole, QColor(c.selection))
        painter.setCompositionMode(mode.CompositionMode_SourceOver)
    if is_target:
        painter.setPen(QPen(QColor(c.error if hint.forbids else c.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole.adjusted(1, 1, -1, -2))
    _pill(painter, hint, top, width)
    painter.restore()


def _pill(painter: QPainter, hint: LaneHint, top: float, width: float) -> None:
    t, c = theme(), theme().tokens
    role, edge = ("text", c.stroke_strong)
    icon, filled = Icon.CHECKMARK, False
    if hint.forbids:
        role, edge, icon = "error", c.error, Icon.PROHIBITED
    elif hint.is_best:
        role, edge, icon, filled = "accent_text", c.accent, Icon.CHECKMARK_CIRCLE, True
    font = t.font(Type.SMALL, bold=hint.is_best)
    metrics = QFontMetricsF(font)
    most = max(t.px(80), (width - t.px(HEAD_PX)) * 0.6)
    words = metrics.elidedText(hint.words, Qt.TextElideMode.ElideRight, most)
    wide = metrics.horizontalAdvance(words) + t.px(38)
    rect = QRectF(width - wide - t.px(12), top + t.px(13), wide, t.px(26))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1.5 if hint.is_best else 1))
    painter.setBrush(QColor(c.card))
    radius = 0 if c.is_contrast else t.px(4)
    painter.drawRoundedRect(rect, radius, radius)
    side = t.px(15)
    place = QRectF(rect.left() + t.px(8), rect.center().y() - side / 2, side, side)
    paint_icon(painter, place, icon, c.colour(role), filled=filled)
    painter.setFont(font)
    painter.setPen(QColor(c.colour(role)))
    painter.drawText(rect.adjusted(t.px(29), 0, 0, 0), LEFT, words)


def paint_ghost(painter: QPainter, words: str, x: float, y: float) -> None:
    """What is carried, under the pointer."""
    t, c = theme(), theme().tokens
    font = t.font(Type.SMALL, bold=True)
    wide = QFontMetricsF(font).horizontalAdvance(words) + t.px(20)
    rect = QRectF(x - wide / 2, y - t.px(15), wide, t.px(30))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(c.accent), 2))
    painter.setBrush(QColor(c.card))
    radius = 0 if c.is_contrast else t.px(4)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setFont(font)
    painter.setPen(QColor(c.text))
    painter.drawText(rect.adjusted(t.px(10), 0, 0, 0), LEFT, words)
    painter.restore()


def ghost_rect(words: str, x: float, y: float) -> QRectF:
    """The rectangle to repaint for a ghost there."""
    t = theme()
    wide = QFontMetricsF(t.font(Type.SMALL, bold=True)).horizontalAdvance(words) + t.px(28)
    return QRectF(x - wide / 2, y - t.px(20), wide, t.px(40))
