"""A scene made ready to paint: everything projected once, marks gathered for each zoom, words given their room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from visitdesk.geo.projection import Viewport, WorldPoint, project
from visitdesk.geo.scene import ALARMS, MapScene, MapStop
from visitdesk.ui.map.crowd import FAN_FROM, Box, Room, Spot, Wish, gather, place
from visitdesk.ui.map.lines import Line
from visitdesk.ui.map.look import MapLook
from visitdesk.ui.map.marks import MARK_PX, QUIET_PX, Mark, MarkSheet, paint_depot

NEAR_PX, WIDE_PX = 15.0, 34.0
"""Marks closer than this become one: usually, and where there are so many that single ones would only be in the way."""

_CROWDED = 0.25
"""Share of marks for several stops from which the map counts as crowded."""

_STEP = 0.5
"""Zooms between which the gathering stays as it is, so that marks do not flicker while zooming."""


def _stepped(zoom: float) -> float:
    return round(zoom / _STEP) * _STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the reader looks at.

    Attributes:
        chosen: ids of the selected stops.
        teams: teams looked at; the others turn quiet. Empty means all alike.
    """

    chosen: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words that found room.

    Attributes:
        at: the place they belong to.
        right: pixels from that place to the words' left edge.
        down: pixels from that place to the words' upper edge.
        words: what is written.
        colour: of the route whose name it is; None for a stop's or depot's words.
    """

    at: WorldPoint
    right: float
    down: float
    words: str
    colour: int | None


_REMEMBERED = 64
"""So many zooms and selections are kept; the next one starts afresh."""

_Drawn = tuple[tuple[float, float], tuple[float, float], QImage]
"""A mark's picture: along and down, where in the unit square and by how many pixels aside."""


class Content:
    """One scene in one look. Made anew when either changes."""

    def __init__(self, scene: MapScene, look: MapLook, ratio: float) -> None:
        self.scene = scene
        self.look = look
        self.points = tuple(project(stop.place) for stop in scene.stops)
        self.depots = tuple(project(depot.place) for depot in scene.depots)
        self.lines = tuple(line for line in map(Line.of, scene.routes) if line is not None)
        self.index = {stop.id: nth for nth, stop in enumerate(scene.stops)}
        self._colours = {route.team: route.colour for route in scene.routes}
        self._sheet = MarkSheet(look, ratio)
        self._labels: dict[tuple[str, int | None], QImage] = {}
        self._ratio = ratio
        self._drawn: dict[tuple[float, Shown], list[_Drawn]] = {}
        self._spots: dict[tuple[float, Shown], tuple[Spot, ...]] = {}

    def spots(self, zoom: float, shown: Shown) -> tuple[Spot, ...]:
        """The marks at a zoom, those to paint last at the end."""
        key = (_stepped(zoom), shown)
        found = self._spots.get(key)
        if found is None:
            if len(self._spots) > _REMEMBERED:
                self._spots.clear()
                self._drawn.clear()
            found = self._spots[key] = self._gathered(key[0], shown)
        return found

    def _gathered(self, zoom: float, shown: Shown) -> tuple[Spot, ...]:
        alone = {nth for nth, stop in enumerate(self.scene.stops) if stop.state in ALARMS}
        if zoom < FAN_FROM:
            # Closer, stops at one door stand around it, and choosing one must not set the others in motion.
            alone |= {self.index[identity] for identity in shown.chosen if identity in self.index}
        spots = self._gather(zoom, frozenset(alone), NEAR_PX)
        if sum(spot.is_cluster for spot in spots) > _CROWDED * len(spots):
            spots = self._gather(zoom, frozenset(alone), WIDE_PX)
        return tuple(sorted(spots, key=lambda spot: self._rank(spot, shown)))

    def _gather(self, zoom: float, alone: frozenset[int], reach: float) -> tuple[Spot, ...]:
        fan = self.look.px(MARK_PX * 0.72) if zoom >= FAN_FROM else None
        return gather(self.points, alone, scale=256 * 2.0**zoom, reach=self.look.px(reach), fan=fan)

    def _rank(self, spot: Spot, shown: Shown) -> tuple[bool, bool, bool]:
        stop = self.scene.stops[spot.members[0]]
        return stop.id in shown.chosen, stop.state in ALARMS, not self._is_quiet(spot, shown)

    def _is_quiet(self, spot: Spot, shown: Shown) -> bool:
        """Only dots where no member's team is looked at; alarms and the selection are never quiet."""
        if not shown.teams:
            return False
        stops = [self.scene.stops[nth] for nth in spot.members]
        return not any(
            stop.team in shown.teams or not stop.team or stop.state in ALARMS or stop.id in shown.chosen
            for stop in stops
        )

    def mark(self, spot: Spot, shown: Shown) -> Mark:
        """What a spot looks like."""
        stop = self.scene.stops[spot.members[0]]
        if self._is_quiet(spot, shown):
            return Mark(is_quiet=True)
        if spot.is_cluster:
            return Mark(count=len(spot.members))
        return Mark(
            state=stop.state,
            text="" if stop.number is None else str(stop.number),
            colour=self._colours.get(stop.team),
            is_chosen=stop.id in shown.chosen,
        )

    def visible(self, view: Viewport, shown: Shown) -> Iterator[tuple[float, float, Spot]]:
        """Pixel places of the marks in sight, in painting order."""
        over = self.look.px(MARK_PX)
        scale, (x0, y0) = view.scale, view.centre
        half_width, half_height = view.width / 2, view.height / 2
        for spot in self.spots(view.zoom, shown):
            x = (spot.at.x - x0) * scale + half_width + spot.aside[0]
            y = (spot.at.y - y0) * scale + half_height + spot.aside[1]
            if -over < x < view.width + over and -over < y < view.height + over:
                yield x, y, spot

    def spot_at(self, x: float, y: float, view: Viewport, shown: Shown) -> Spot | None:
        """The topmost mark under a pixel; None where there is none."""
        reach = self.look.px(MARK_PX) / 2 + 1
        found = None
        for at_x, at_y, spot in self.visible(view, shown):
            if hypot(at_x - x, at_y - y) <= reach:
                found = spot
        return found

    def paint_marks(self, painter: QPainter, view: Viewport, shown: Shown) -> None:
        """Depots and stops."""
        for point in self.depots:
            paint_depot(painter, QPointF(*view.pixel(point)), self.look)
        scale, half = view.scale, self._sheet.half
        left = view.width / 2 - view.centre.x * scale - half
        top = view.height / 2 - view.centre.y * scale - half
        over_left, over_top, right, bottom = -2 * half, -2 * half, view.width, view.height
        # A thousand times a frame, so nothing is asked twice; whole pixels keep marks sharp and are twice as fast.
        for at_x, at_y, picture in self._pictures(view.zoom, shown):
            x, y = at_x[0] * scale + at_x[1] + left, at_y[0] * scale + at_y[1] + top
            if over_left < x < right and over_top < y < bottom:
                painter.drawImage(round(x), round(y), picture)

    def _pictures(self, zoom: float, shown: Shown) -> list[_Drawn]:
        """The marks at a zoom as pictures with their places, in painting order."""
        key = (_stepped(zoom), shown)
        found = self._drawn.get(key)
        if found is None:
            found = [
                ((spot.at.x, spot.aside[0]), (spot.at.y, spot.aside[1]), self._sheet.picture(self.mark(spot, shown)))
                for spot in self.spots(zoom, shown)
            ]
            self._drawn[key] = found
        return found

    def paint_hover(self, painter: QPainter, view: Viewport, spot: Spot) -> None:
        """A ring around the mark under the pointer."""
        x, y = view.pixel(spot.at)
        radius = self.look.px(MARK_PX) / 2 + self.look.px(2.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.look.tokens.accent), self.look.px(2.0)))
        painter.drawEllipse(QPointF(round(x + spot.aside[0]), round(y + spot.aside[1])), radius, radius)

    def labels(self, view: Viewport, shown: Shown) -> list[Label]:
        """Words that found room: of depots, of routes, then of stops, those painted last first."""
        spots = list(self.visible(view, shown))
        room, half_depot = Room(), self.look.px(13.0)
        for x, y, spot in spots:
            half = self.look.px(QUIET_PX if self._is_quiet(spot, shown) else MARK_PX) / 2
            room.take(Box(x - half, y - half, x + half, y + half))
        for x, y in map(view.pixel, self.depots):
            room.take(Box(x - half_depot, y - half_depot, x + half_depot, y + half_depot))
        wanted = [*self._wanted_names(view, shown)]
        wanted += [(spot.at, x, y, self._words(spot, shown), None) for x, y, spot in reversed(spots)]
        places = place([self._wish(x, y, words, colour) for _, x, y, words, colour in wanted], room)
        return [
            Label(
                at=at, right=box.left - view.pixel(at)[0], down=box.top - view.pixel(at)[1], words=words, colour=colour
            )
            for (at, _, _, words, colour), box in zip(wanted, places, strict=True)
            if box is not None
        ]

    def _wanted_names(self, view: Viewport, shown: Shown) -> Iterator[tuple[WorldPoint, float, float, str, int | None]]:
        for depot, point in zip(self.scene.depots, self.depots, strict=True):
            yield point, *view.pixel(point), depot.label, None
        for line in self.lines:
            if not shown.teams or line.route.team in shown.teams:
                point = line.name_at
                x, y = view.pixel(point)
                if 0 < x < view.width and 0 < y < view.height:
                    yield point, x, y, line.route.name, line.route.colour

    def _words(self, spot: Spot, shown: Shown) -> str:
        return "" if spot.is_cluster or self._is_quiet(spot, shown) else self.scene.stops[spot.members[0]].label

    def _wish(self, x: float, y: float, words: str, colour: int | None) -> Wish | None:
        if not words:
            return None
        size = self._label(words, colour).deviceIndependentSize()
        # A route's name stands close to its line, a stop's words outside its mark.
        away = self.look.px(MARK_PX / 2 + 3.0 if colour is None else 3.0)
        return Wish(x, y, size.width(), size.height(), away)

    def paint_labels(self, painter: QPainter, view: Viewport, labels: Iterable[Label]) -> None:
        """Lay words over the map, each at its distance from its place."""
        for label in labels:
            x, y = view.pixel(label.at)
            painter.drawImage(round(x + label.right), round(y + label.down), self._label(label.words, label.colour))

    def _label(self, words: str, colour: int | None) -> QImage:
        found = self._labels.get((words, colour))
        if found is None:
            found = _label_picture(words, self.look, self._ratio, colour)
            self._labels[words, colour] = found
        return found

    def stop(self, spot: Spot) -> MapStop:
        """The stop a mark stands for; the first of a cluster."""
        return self.scene.stops[spot.members[0]]

    def spoken(self, spot: Spot) -> str:
        """A mark in words: the stop's own sentence, or how many stops there are."""
        if spot.is_cluster:
            return self.look.word("cluster", count=len(spot.members))
        return self.sentence(self.stop(spot))

    def sentence(self, stop: MapStop) -> str:
        """A stop's own sentence; where the scene has none, its team, number and state."""
        if stop.spoken:
            return stop.spoken
        name = next((line.route.name for line in self.lines if line.route.team == stop.team), "")
        facts = (name, "" if stop.number is None else self.look.word("nth", number=stop.number), stop.label)
        return self.look.word("between").join([*filter(None, facts), self.look.word(f"state_{stop.state}")])


def _label_picture(words: str, look: MapLook, ratio: float, colour: int | None) -> QImage:
    """Words on a small plate; a route's name stands in its colour."""
    font = look.font(11.0, bold=colour is not None)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(words) + look.px(8.0), metrics.height() * 0.82 + look.px(2.0)
    picture = QImage(int(width * ratio) + 1, int(height * ratio) + 1, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plate = QColor(look.palette.halo)
    plate.setAlphaF(1.0 if look.tokens.is_contrast else 0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plate)
    painter.drawRoundedRect(QRectF(0, 0, width, height), look.px(3.0), look.px(3.0))
    painter.setFont(font)
    painter.setPen(QColor(look.tokens.text) if colour is None else look.palette.route(colour))
    painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
