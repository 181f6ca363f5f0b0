"""How a lane is painted: team at the left, bars on the time axis, travel, hatches, marks. No widget, no events."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from visitdesk.ui.planning.day_view import HOUR, Bar, DayView, Lane
from visitdesk.ui.planning.words import clock, joined, team_word, visits_word
from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type

HEAD_PX, LANE_PX, AXIS_PX = 160, 52, 32
"""Width of the team's column, height of a lane and of the hours above, at 100 %."""

BAR_PX, NARROWEST_PX = 30, 24
"""Height of a bar and its least width: the smallest target (WCAG 2.2, 2.5.8)."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where seconds lie in pixels: `left` is the pixel of `first`, after scrolling.

    Attributes:
        per_hour: pixels for an hour.
    """

    first: int
    last: int
    left: float
    per_hour: float

    def x(self, seconds: float) -> float:
        """The pixel of an instant."""
        return self.left + (seconds - self.first) / HOUR * self.per_hour

    def seconds(self, x: float) -> int:
        """The instant at a pixel."""
        return round((x - self.left) / self.per_hour * HOUR + self.first)


def bar_rect(bar: Bar, follower: Bar | None, scale: Scale, top: float) -> QRectF:
    """Where a bar lies in a lane whose upper edge is `top`; a short stay gets the smallest width there is room for."""
    t = theme()
    left, right = scale.x(bar.start), scale.x(bar.leave)
    wide = max(right - left, t.px(NARROWEST_PX))
    if follower is not None:
        wide = min(wide, max(scale.x(follower.start) - left - 2, t.px(10)))
    return QRectF(left, top + (t.px(LANE_PX) - t.px(BAR_PX)) / 2, wide, t.px(BAR_PX))


def bars_with_rects(lane: Lane, scale: Scale, top: float) -> list[tuple[Bar, QRectF]]:
    """All bars of a lane with their places."""
    followers = (*lane.bars[1:], None)
    return [(bar, bar_rect(bar, followers[nth], scale, top)) for nth, bar in enumerate(lane.bars)]


def paint_head(painter: QPainter, lane: Lane, top: float) -> None:
    """Team, names, number of visits and load."""
    t, c = theme(), theme().tokens
    wide, high = t.px(HEAD_PX), t.px(LANE_PX)
    painter.fillRect(QRectF(0, top, wide, high), QColor(c.card))
    inside = QRectF(t.px(14), top + t.px(5), wide - t.px(24), t.px(21))
    painter.setFont(t.font(Type.STRONG))
    painter.setPen(QColor(c.text))
    painter.drawText(inside, LEFT, team_word(lane.team))
    painter.setFont(t.font(Type.SMALL))
    painter.setPen(QColor(c.text2))
    figures = visits_word(len(lane.bars)) + f"  {round(lane.load * 100)}%" if lane.bars else "–"
    painter.drawText(inside, RIGHT, figures)
    names = QFontMetricsF(t.font(Type.SMALL)).elidedText(
        joined(lane.members), Qt.TextElideMode.ElideRight, inside.width()
    )
    painter.drawText(inside.translated(0, t.px(20)), LEFT, names)


def paint_lane(painter: QPainter, lane: Lane, view: DayView, scale: Scale, top: float, width: float) -> None:
    """The time part of a lane: hours, hatches, travel, bars. The head is painted over it."""
    t, c = theme(), theme().tokens
    high = t.px(LANE_PX)
    whole = QRectF(t.px(HEAD_PX), top, width - t.px(HEAD_PX), high)
    painter.fillRect(whole, QColor(c.card))
    painter.save()
    painter.setClipRect(whole)
    opens = max(view.hours.start, lane.shift.start)
    closes = min(view.hours.end, lane.shift.end)
    _hatch(painter, QRectF(scale.x(view.first), top, scale.x(opens) - scale.x(view.first), high))
    _hatch(painter, QRectF(scale.x(closes), top, scale.x(view.last) - scale.x(closes), high))
    painter.setPen(QPen(QColor(c.stroke), 1))
    for hour in range(view.first, view.last + 1, HOUR):
        x = round(scale.x(hour)) + 0.5
        painter.drawLine(QPointF(x, top), QPointF(x, top + high))
    if lane.pause is not None:
        _pause(painter, lane, scale, top)
    _travel(painter, lane, scale, top + high / 2)
    for bar, rect in bars_with_rects(lane, scale, top):
        paint_bar(painter, bar, rect)
    painter.restore()


def _hatch(painter: QPainter, rect: QRectF) -> None:
    if rect.width() > 0:
        c = theme().tokens
        painter.fillRect(rect, QColor(c.sunken))
        painter.fillRect(rect, QBrush(QColor(c.stroke), Qt.BrushStyle.BDiagPattern))


def _pause(painter: QPainter, lane: Lane, scale: Scale, top: float) -> None:
    """Lunch: a hatched block as high as a bar."""
    t, c = theme(), theme().tokens
    if lane.pause is None:
        return
    left, right = scale.x(lane.pause.start), scale.x(lane.pause.end)
    rect = QRectF(left, top + (t.px(LANE_PX) - t.px(BAR_PX)) / 2 + 4, right - left, t.px(BAR_PX) - 8)
    painter.fillRect(rect, QColor(c.sunken))
    painter.fillRect(rect, QBrush(QColor(c.text3), Qt.BrushStyle.BDiagPattern))


def _travel(painter: QPainter, lane: Lane, scale: Scale, middle: float) -> None:
    """A line while the team is on its way; dotted while it waits for a window to open."""
    c = theme().tokens
    y = round(middle) + 0.5
    driving, waiting = QPen(QColor(c.stroke_strong), 2), QPen(QColor(c.text3), 1.5, Qt.PenStyle.DotLine)
    for bar in lane.bars:
        painter.setPen(driving)
        painter.drawLine(QPointF(scale.x(bar.left), y), QPointF(scale.x(bar.arrive), y))
        if bar.start > bar.arrive:
            painter.setPen(waiting)
            painter.drawLine(QPointF(scale.x(bar.arrive), y), QPointF(scale.x(bar.start), y))
    if lane.bars and lane.home is not None:
        painter.setPen(driving)
        painter.drawLine(QPointF(scale.x(lane.bars[-1].leave), y), QPointF(scale.x(lane.home), y))


def paint_bar(painter: QPainter, bar: Bar, rect: QRectF, *, chosen: bool = False, hovered: bool = False) -> None:
    """A stop: its number, the short name where there is room, lock and tight mark above its corner."""
    t, c = theme(), theme().tokens
    edge, ground, width = c.stroke_strong, c.sunken, 1.0
    if bar.is_tight:
        edge, ground = c.warning, c.warning_bg
    if bar.is_begun:
        ground = c.pressed
    if chosen:
        edge, ground, width = c.accent, c.selection, 2.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 2.0 if hovered or c.is_contrast else width))
    painter.setBrush(QColor(ground))
    radius = 0 if c.is_contrast else t.px(4)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(QColor(c.text))
    bold = t.font(Type.SMALL, bold=chosen)
    painter.setFont(bold)
    metrics = QFontMetricsF(bold)
    number = str(bar.number)
    room = rect.width() - t.px(8)
    words = f"{number}  {bar.name}"
    if metrics.horizontalAdvance(words) <= room:
        painter.drawText(rect.adjusted(t.px(6), 0, -2, 0), LEFT, words)
    elif metrics.horizontalAdvance(number) <= rect.width() - 2:
        painter.drawText(rect, CENTRE, number)
    _marks(painter, bar, rect)
    painter.restore()


def _marks(painter: QPainter, bar: Bar, rect: QRectF) -> None:
    t, c = theme(), theme().tokens
    side, x = t.px(13), rect.left() + t.px(1)
    wanted = [
        icon
        for icon, has in ((Icon.LOCK_CLOSED, bar.is_locked), (Icon.CLOCK, bar.is_tight), (Icon.PLAY, bar.is_begun))
        if has
    ]
    for icon in wanted:
        plate = QRectF(x, rect.top() - t.px(8), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.card))
        painter.drawEllipse(plate.adjusted(-1, -1, 1, 1))
        paint_icon(painter, plate, icon, c.warning if icon is Icon.CLOCK else c.text)
        x += side + t.px(2)


def paint_axis(painter: QPainter, view: DayView, scale: Scale, width: float, now: int | None = None) -> None:
    """The hours above the lanes; none where the plate of the present will stand."""
    t, c = theme(), theme().tokens
    high, head = t.px(AXIS_PX), t.px(HEAD_PX)
    painter.fillRect(QRectF(0, 0, width, high), QColor(c.sunken))
    painter.setFont(t.font(Type.SMALL))
    painter.setPen(QColor(c.text2))
    metrics = QFontMetricsF(t.font(Type.SMALL))
    step = HOUR if metrics.horizontalAdvance("00:00") + t.px(10) < scale.per_hour else 2 * HOUR
    painter.save()
    painter.setClipRect(QRectF(head, 0, width - head, high))
    for hour in range(view.first, view.last + 1, step):
        x = scale.x(hour)
        half = metrics.horizontalAdvance(clock(hour)) / 2
        is_covered = now is not None and abs(scale.x(now) - x) < 2 * half + t.px(9)
        if x - half < head or is_covered:
            continue
        painter.drawText(QRectF(x - 40, 0, 80, high), CENTRE, clock(hour).removeprefix("0"))
    painter.restore()
    painter.fillRect(QRectF(0, high - 1, width, 1), QColor(c.stroke))


def paint_now(painter: QPainter, x: float, seconds: int, bottom: float) -> None:
    """The present: a line through all lanes and its time on the axis."""
    t, c = theme(), theme().tokens
    painter.fillRect(QRectF(round(x) - 1, t.px(AXIS_PX) - 4, 2, bottom - t.px(AXIS_PX) + 4), QColor(c.accent))
    painter.setFont(t.font(Type.SMALL, bold=True))
    words = clock(seconds)
    wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + t.px(14)
    plate = QRectF(x - wide / 2, t.px(5), wide, t.px(22))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(c.accent))
    radius = 0 if c.is_contrast else t.px(4)
    painter.drawRoundedRect(plate, radius, radius)
    painter.setPen(QColor(c.on_accent))
    painter.drawText(plate, CENTRE, words)
