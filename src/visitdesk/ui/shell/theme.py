"""Light, dark or high contrast; text scale; language families: one object that dresses the whole application.

`theme()` gives it to whoever paints. It is made once by the root (or a test) and belongs to the QApplication.
"""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from visitdesk.paths import resource
from visitdesk.ui.shell import tokens as palettes
from visitdesk.ui.shell.style import style_sheet
from visitdesk.ui.shell.tokens import BOLD, FAMILIES, PX, SystemColours, Tokens, Type
from visitdesk.wording import Lang


class Mode(StrEnum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Dresses the application.

    Signals:
        changed: colours, scale or families are new; own-painted widgets are repainted by Qt itself.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app = app
        self._mode = Mode.SYSTEM
        self._scale = 1.0
        self._lang = Lang.ZH
        self._animated = True
        self._pictures = QTemporaryDir()
        self._round = 0
        self.tokens: Tokens = palettes.LIGHT
        app.setStyle(QStyleFactory.create("Fusion"))
        for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "LXGWWenKai-Regular.ttf"):
            file = resource("fonts", name)
            if file.is_file():
                QFontDatabase.addApplicationFont(str(file))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def mode(self) -> Mode:
        """What was asked for; `tokens` tells what is shown."""
        return self._mode

    @property
    def scale(self) -> float:
        """Text scale; sizes in pixels at 100 % are multiplied by it (`px`)."""
        return self._scale

    @property
    def lang(self) -> Lang:
        """Language of the screen."""
        return self._lang

    @property
    def is_animated(self) -> bool:
        """Whether the pulsing border of an unanswered alarm may move."""
        return self._animated

    def px(self, at_100: float) -> int:
        """A length in the present text scale."""
        return round(at_100 * self._scale)

    def font(self, kind: Type, *, bold: bool | None = None) -> QFont:
        """Font of one kind of text, for painters; digits of equal width."""
        font = QFont(list(FAMILIES[self._lang]))
        font.setPixelSize(self.px(PX[kind]))
        font.setBold(kind in BOLD if bold is None else bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def metrics(self, kind: Type) -> QFontMetricsF:
        """Measures of that font."""
        return QFontMetricsF(self.font(kind))

    def set_mode(self, mode: Mode) -> None:
        """Light, dark, high contrast, or as the system says."""
        if mode != self._mode:
            self._mode = mode
            self._dress()

    def set_scale(self, scale: float) -> None:
        """Text scale, 1.0 … 2.0."""
        if scale != self._scale:
            self._scale = min(max(scale, 1.0), 2.0)
            self._dress()

    def set_lang(self, lang: Lang) -> None:
        """Families of that language (the words are changed by `language.Language`)."""
        if lang != self._lang:
            self._lang = lang
            self._dress()

    def set_animated(self, *, animated: bool) -> None:
        """Whether borders may pulse."""
        self._animated = animated

    @Slot()
    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._dress()

    def _chosen(self) -> Tokens:
        hints = self._app.styleHints()
        accessibility = hints.accessibility()
        wants_contrast = accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        match self._mode:
            case Mode.LIGHT:
                return palettes.LIGHT
            case Mode.DARK:
                return palettes.DARK
            case Mode.CONTRAST:
                return palettes.contrast_tokens(_system_colours() if wants_contrast else SystemColours())
            case Mode.SYSTEM:
                if wants_contrast:
                    return palettes.contrast_tokens(_system_colours())
                return palettes.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else palettes.LIGHT

    def _dress(self) -> None:
        self.tokens = self._chosen()
        font = QFont(list(FAMILIES[self._lang]))
        font.setPixelSize(self.px(PX[Type.BODY]))
        self._app.setFont(font)
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens, self._scale, self._write_pictures()))
        self.changed.emit()

    def _write_pictures(self) -> Path:
        """Tinted arrows and boxes for the QSS, in a fresh folder each time (Qt caches pictures by path)."""
        self._round += 1
        root = self._pictures.path() if self._pictures.isValid() else _cache_folder()
        folder = Path(root) / str(self._round)
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _pictures(self.tokens).items():
            (folder / f"{name}.svg").write_text(text, encoding="utf-8")
        return folder


def dress(app: QApplication) -> Theme:
    """The theme of this application, made on first use."""
    found = app.findChild(Theme, "theme", Qt.FindChildOption.FindDirectChildrenOnly)
    return Theme(app) if found is None else found


def theme() -> Theme:
    """The theme of this application.

    Raises:
        LookupError: the root has made none.
    """
    app = QApplication.instance()
    found = None if app is None else app.findChild(Theme, "theme", Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        msg = "no theme yet"
        raise LookupError(msg)
    return found


def _cache_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)


def _system_colours() -> SystemColours:
    """The pairs of the platform's palette, as a contrast theme sets them."""
    app = QApplication.instance()
    palette = QApplication.style().standardPalette() if app is None else QPalette(QApplication.palette())
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    window = palette.color(role.Window)
    return SystemColours(
        window=window.name(),
        text=palette.color(role.WindowText).name(),
        highlight=palette.color(role.Highlight).name(),
        highlight_text=palette.color(role.HighlightedText).name(),
        disabled=palette.color(group.Disabled, role.WindowText).name(),
        link=palette.color(role.Link).name(),
        is_dark=window.lightness() < 128,
    )


def _palette(t: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, t.window),
        (role.Base, t.card),
        (role.AlternateBase, t.sunken),
        (role.Button, t.card),
        (role.Text, t.text),
        (role.WindowText, t.text),
        (role.ButtonText, t.text),
        (role.PlaceholderText, t.text3),
        (role.Highlight, t.accent),
        (role.HighlightedText, t.on_accent),
        (role.Accent, t.accent),
        (role.Link, t.accent_text),
        (role.ToolTipBase, t.card),
        (role.ToolTipText, t.text),
        (role.Mid, t.stroke),
        (role.Dark, t.stroke_strong),
        (role.Light, t.card),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(t.disabled))
    return palette


def _pictures(t: Tokens) -> dict[str, str]:
    """Small pictures of subcontrols, 18 × 18."""
    radius = 0 if t.is_contrast else 3
    tick = "M4.5 9.2l3 3 6-6.4"
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 18 18" fill="none">'

    def svg(inner: str) -> str:
        return f"{head}{inner}</svg>"

    def box(fill: str, line: str, inner: str = "") -> str:
        shape = f'<rect x="1" y="1" width="16" height="16" rx="{radius}" fill="{fill}" stroke="{line}"/>'
        return svg(shape + inner)

    def stroke(path: str, colour: str, width: float = 1.6) -> str:
        ends = 'stroke-linecap="round" stroke-linejoin="round"'
        return f'<path d="{path}" stroke="{colour}" stroke-width="{width}" {ends}/>'

    def ring(colour: str) -> str:
        return f'<circle cx="9" cy="9" r="7.5" fill="{t.card}" stroke="{colour}"/>'

    return {
        "chevron_down": svg(stroke("M4 7l5 5 5-5", t.text2)),
        "chevron_up": svg(stroke("M4 11l5-5 5 5", t.text2)),
        "box": box(t.card, t.stroke_strong),
        "box_checked": box(t.accent, t.accent, stroke(tick, t.on_accent, 1.8)),
        "box_partly": box(t.accent, t.accent, stroke("M5 9h8", t.on_accent, 1.8)),
        "box_disabled": box(t.sunken, t.disabled),
        "box_checked_disabled": box(t.sunken, t.disabled, stroke(tick, t.disabled, 1.8)),
        "radio": svg(ring(t.stroke_strong)),
        "radio_checked": svg(ring(t.accent) + f'<circle cx="9" cy="9" r="4.2" fill="{t.accent}"/>'),
    }
