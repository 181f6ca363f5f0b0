"""Pictures of a day without a window: the map of its routes, and the safety board at one instant.

Qt paints offscreen, so that a machine without a screen makes the same pictures.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMessageLogContext,
    QPoint,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from visitdesk.geo.scene import MapDepot, MapRoute, MapScene, MapStop, StopState
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.draft import DayDraft
from visitdesk.ui.map.look import MapLook
from visitdesk.ui.map.picture import map_png
from visitdesk.ui.safety.picture import Picture
from visitdesk.ui.safety.tile_board import TileBoard
from visitdesk.ui.safety.tile_delegate import Eyes
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.theme import Mode, dress
from visitdesk.ui.shell.tokens import LIGHT, Type
from visitdesk.ui.shell.widgets import Text
from visitdesk.wording import Lang, sentence

log = logging.getLogger(__name__)

MAP_SIZE = QSize(1600, 1100)
BOARD_SIZE = QSize(1440, 900)
_RATIO = 1.5
_MARGIN = 24
_LEAST_HEIGHT = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """What the board's picture is of.

    Attributes:
        branch: as it is named above the tiles.
    """

    picture: Picture
    branch: str
    zone: ZoneInfo


def map_of(draft: DayDraft, states: Mapping[str, StopState], lang: Lang, title: str) -> bytes:
    """The published routes as a PNG; `states` of visits that are no longer just planned."""
    _application(lang)
    return map_png(scene_of(draft, states, lang, title), MAP_SIZE, MapLook.of(LIGHT, lang), ratio=_RATIO)


def scene_of(draft: DayDraft, states: Mapping[str, StopState], lang: Lang, title: str) -> MapScene:
    """Depot, routes and stops of a plan; no borrower's name stands on it."""
    problem = draft.problem
    clock = DayClock(problem.day, problem.time_zone)
    zone = ZoneInfo(problem.time_zone)
    points = [place.point for place in problem.places]
    stops: list[MapStop] = []
    routes: list[MapRoute] = []
    for colour, route in enumerate(draft.plan.routes):
        team = problem.team_of[route.team]
        path = [points[team.start]]
        for number, stop in enumerate(route.stops, 1):
            point = points[problem.visit_of[stop.visit].place]
            path.append(point)
            if point is not None:
                label = f"{clock.instant(stop.start).astimezone(zone):%H:%M}"
                state = states.get(stop.visit, StopState.PLANNED)
                stops.append(
                    MapStop(id=stop.visit, place=point, state=state, number=number, team=route.team, label=label)
                )
        path.append(points[team.start])
        name = sentence("demo.team", lang, {"team": route.team.removeprefix("T")})
        known = tuple(point for point in path if point is not None)
        routes.append(MapRoute(team=route.team, name=name, colour=colour, path=known))
    home = points[0]
    depots = () if home is None else (MapDepot(id="branch", place=home, label=sentence("demo.depot", lang)),)
    return MapScene(stops=tuple(stops), routes=tuple(routes), depots=depots, title=title)


def board_of(sitter: Sitter, lang: Lang) -> bytes:
    """The safety board as a PNG, as large as a window."""
    app = _application(lang)
    moment = sitter.picture.now

    def local(instant: datetime) -> datetime:
        return instant.astimezone(sitter.zone)

    eyes = Eyes(
        now=lambda: moment,
        local=local,
        dossier=lambda: sitter.picture.dossier,
        current=lambda: str(sitter.picture.alarms[0].id) if sitter.picture.alarms else "",
    )
    board = TileBoard(lambda: moment, local, eyes)
    page = QWidget()
    page.setObjectName("page")
    column = QVBoxLayout(page)
    column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    facts = {"branch": sitter.branch, "time": f"{local(moment):%Y-%m-%d %H:%M:%S}"}
    column.addWidget(Text(sentence("demo.board_title", lang, facts), Type.TITLE))
    column.addWidget(board, 1)
    page.resize(BOARD_SIZE)
    page.show()
    board.show_picture(sitter.picture)
    for _ in range(6):
        app.sendPostedEvents()
        app.processEvents()
    last = board.visualRect(board.tiles.index(board.tiles.rowCount() - 1)).bottom()
    height = max(_LEAST_HEIGHT, min(BOARD_SIZE.height(), board.y() + last + _MARGIN))
    size = QSize(BOARD_SIZE.width(), height)
    image = QImage(size * _RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_RATIO)
    image.fill(LIGHT.window)
    painter = QPainter(image)
    page.render(painter, QPoint(0, 0))
    painter.end()
    page.close()
    return _png(image)


def _application(lang: Lang) -> QApplication:
    """The application that paints; made once, in light colours and in the language of the papers."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["VisitDesk", "-platform", "offscreen"])
    qInstallMessageHandler(_told)
    theme = dress(app)
    theme.set_mode(Mode.LIGHT)
    theme.set_animated(animated=False)
    language = theme.findChild(Language)
    if language is None:
        Language(theme, lang)
    else:
        language.set(lang)
    return app


def _told(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """What Qt has to say goes into the log: the offscreen plugin speaks of windows that nobody sees."""
    log.debug("Qt: %s", words)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())
