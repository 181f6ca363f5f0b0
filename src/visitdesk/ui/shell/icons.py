"""Pictures of Fluent UI System Icons (MIT, see `resources/icons/LICENSE.txt`), in the palette's colour and crisp at any ratio.

The engine puts the colour into the SVG when it paints, so icons follow a theme switch, and renders at the asked size:
a cached 2× pixmap looks grey at 125 % and 150 % (measured).
"""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from visitdesk.paths import resource
from visitdesk.ui.shell.theme import theme


class Icon(StrEnum):
    """The shipped pictures; the value is the file's stem."""

    ADD = "add"
    ALERT = "alert"
    ARCHIVE = "archive"
    ARROW_CLOCKWISE = "arrow_clockwise"
    ARROW_DOWN = "arrow_down"
    ARROW_DOWNLOAD = "arrow_download"
    ARROW_EXPORT = "arrow_export"
    ARROW_IMPORT = "arrow_import"
    ARROW_LEFT = "arrow_left"
    ARROW_REDO = "arrow_redo"
    ARROW_RIGHT = "arrow_right"
    ARROW_SORT = "arrow_sort"
    ARROW_SWAP = "arrow_swap"
    ARROW_SYNC = "arrow_sync"
    ARROW_UNDO = "arrow_undo"
    ARROW_UP = "arrow_up"
    ATTACH = "attach"
    BOOK_OPEN = "book_open"
    BRANCH_COMPARE = "branch_compare"
    BUILDING = "building"
    CALCULATOR = "calculator"
    CALENDAR = "calendar"
    CALENDAR_ADD = "calendar_add"
    CALENDAR_CLOCK = "calendar_clock"
    CALL = "call"
    CAMERA = "camera"
    CERTIFICATE = "certificate"
    CHAT = "chat"
    CHAT_HELP = "chat_help"
    CHECKMARK = "checkmark"
    CHECKMARK_CIRCLE = "checkmark_circle"
    CHEVRON_DOWN = "chevron_down"
    CHEVRON_LEFT = "chevron_left"
    CHEVRON_RIGHT = "chevron_right"
    CHEVRON_UP = "chevron_up"
    CIRCLE = "circle"
    CLIPBOARD = "clipboard"
    CLOCK = "clock"
    COPY = "copy"
    DARK_THEME = "dark_theme"
    DATA_BAR_VERTICAL = "data_bar_vertical"
    DATABASE = "database"
    DATABASE_ARROW_DOWN = "database_arrow_down"
    DELETE = "delete"
    DISMISS = "dismiss"
    DISMISS_CIRCLE = "dismiss_circle"
    DOCUMENT = "document"
    DOCUMENT_ADD = "document_add"
    DOCUMENT_PDF = "document_pdf"
    DOCUMENT_SEARCH = "document_search"
    DOCUMENT_TEXT = "document_text"
    DOOR = "door"
    EDIT = "edit"
    ERROR_CIRCLE = "error_circle"
    EYE = "eye"
    EYE_OFF = "eye_off"
    FILTER = "filter"
    FLAG = "flag"
    FOLDER = "folder"
    FOLDER_OPEN = "folder_open"
    FOLDER_PERSON = "folder_person"
    FULL_SCREEN_MAXIMIZE = "full_screen_maximize"
    GLOBE = "globe"
    GRID = "grid"
    HANDSHAKE = "handshake"
    HAT_GRADUATION = "hat_graduation"
    HEART = "heart"
    HISTORY = "history"
    HOME = "home"
    IMAGE = "image"
    INFO = "info"
    KEY = "key"
    KEY_RESET = "key_reset"
    KEYBOARD = "keyboard"
    LIGHTBULB = "lightbulb"
    LINK = "link"
    LIST = "list"
    LOCAL_LANGUAGE = "local_language"
    LOCATION = "location"
    LOCK_CLOSED = "lock_closed"
    LOCK_OPEN = "lock_open"
    MAIL = "mail"
    MAP = "map"
    MEGAPHONE = "megaphone"
    MIC = "mic"
    MORE_HORIZONTAL = "more_horizontal"
    NOTE = "note"
    NOTE_ADD = "note_add"
    OPEN = "open"
    PANEL_LEFT = "panel_left"
    PANEL_RIGHT = "panel_right"
    PAUSE = "pause"
    PEOPLE = "people"
    PEOPLE_TEAM = "people_team"
    PERSON = "person"
    PERSON_ADD = "person_add"
    PERSON_PROHIBITED = "person_prohibited"
    PERSON_SWAP = "person_swap"
    PERSON_WALKING = "person_walking"
    PERSON_WARNING = "person_warning"
    PHONE = "phone"
    PHONE_CHECKMARK = "phone_checkmark"
    PLAY = "play"
    PRINT = "print"
    PROHIBITED = "prohibited"
    QUESTION_CIRCLE = "question_circle"
    RECEIPT_MONEY = "receipt_money"
    RIBBON = "ribbon"
    SAVE = "save"
    SCALES = "scales"
    SEARCH = "search"
    SEND = "send"
    SETTINGS = "settings"
    SHIELD = "shield"
    SHIELD_CHECKMARK = "shield_checkmark"
    SHIELD_ERROR = "shield_error"
    SHIELD_LOCK = "shield_lock"
    SIGNATURE = "signature"
    SPARKLE = "sparkle"
    SPEAKER_2 = "speaker_2"
    SPEAKER_MUTE = "speaker_mute"
    STAR = "star"
    STOP = "stop"
    SUBTRACT = "subtract"
    TABLE = "table"
    TAG = "tag"
    TARGET = "target"
    TEXT_BULLET_LIST = "text_bullet_list"
    TIMER = "timer"
    VEHICLE_CAR = "vehicle_car"
    WARNING = "warning"
    WIFI_OFF = "wifi_off"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def tinted(name: str, colour: str) -> QByteArray:
    """The SVG with `colour` (`#RRGGBB`) as its fill."""
    return QByteArray(_svg(name).replace("<svg ", f'<svg fill="{colour}" ', 1).encode())


def paint_icon(painter: QPainter, rect: QRectF, icon: Icon, colour: str, *, filled: bool = False) -> None:
    """Paint `icon` into `rect` (logical pixels) at the ratio of the device."""
    ratio = painter.device().devicePixelRatioF()
    side = round(min(rect.width(), rect.height()) * ratio)
    if side > 0:
        painter.drawPixmap(rect.toRect(), _rendered(_file(icon, filled=filled), colour, QSize(side, side)))


def _file(icon: Icon, *, filled: bool) -> str:
    return f"{icon.value}.filled" if filled else icon.value


def _rendered(name: str, colour: str, size: QSize) -> QPixmap:
    """The picture in device pixels, from Qt's own cache."""
    key = f"{name}/{colour}/{size.width()}x{size.height()}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(tinted(name, colour)).render(painter)
    painter.end()
    found = QPixmap.fromImage(image)
    QPixmapCache.insert(key, found)
    return found


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode) -> str:
        tokens = theme().tokens
        return tokens.disabled if mode == QIcon.Mode.Disabled else tokens.colour(self._role)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        painter.drawPixmap(rect, _rendered(self._name, self._colour(mode), size))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _rendered(self._name, self._colour(mode), size)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _rendered(self._name, self._colour(mode), size)

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def icon_of(icon: Icon, role: str = "text", *, filled: bool = False) -> QIcon:
    """A QIcon in the palette's colour `role` (a field of `Tokens`)."""
    return QIcon(_Engine(_file(icon, filled=filled), role))
