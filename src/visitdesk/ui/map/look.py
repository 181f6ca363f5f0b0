"""How the map looks: colours made from the theme's tokens, the words it writes, the size of its text."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from visitdesk.geo.scene import ROUTE_COLOURS
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import FAMILIES, Tokens
from visitdesk.wording import Lang, sentence

_HUES = (212, 24, 158, 276, 332, 48, 190, 96)
"""Degrees around the colour circle for the routes, neighbours far apart. Numbers and team names tell routes too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPalette:
    """Colours of the ground and of the routes; marks take theirs from the tokens.

    Attributes:
        ground: land where no street map is known.
        squares: every second square of the grid, a breath away from `ground`.
        sea: water.
        coast: line between the two.
        grid: lines of the grid.
        hatch: lines over ground of which the street map knows nothing.
        ink: words written on the ground.
        halo: what stands around marks, routes and words so that they lift off the ground.
        routes: one colour for each index.
        on_route: numbers inside marks filled with a route's colour.
        quiet: routes and stops of teams that are not looked at.
    """

    ground: QColor
    squares: QColor
    sea: QColor
    coast: QColor
    grid: QColor
    hatch: QColor
    ink: QColor
    halo: QColor
    routes: tuple[QColor, ...]
    on_route: QColor
    quiet: QColor

    @staticmethod
    def of(tokens: Tokens) -> "MapPalette":
        """The palette that goes with a theme; a contrast theme gets its own pairs and nothing between."""
        window, card, text = QColor(tokens.window), QColor(tokens.card), QColor(tokens.text)
        if tokens.is_contrast:
            return MapPalette(
                ground=window,
                squares=window,
                sea=window,
                coast=text,
                grid=_thin(text, 0.3),
                hatch=mixed(window, text, 0.45),
                ink=text,
                halo=window,
                routes=(text,) * ROUTE_COLOURS,
                on_route=window,
                quiet=text,
            )
        warm = mixed(window, QColor.fromHsl(40, 60, 40 if tokens.is_dark else 200), 0.10)
        water = QColor.fromHsl(206, 74, 54) if tokens.is_dark else QColor.fromHsl(206, 108, 215)
        return MapPalette(
            ground=warm,
            squares=mixed(warm, card, 0.6 if tokens.is_dark else 0.45),
            sea=water,
            coast=mixed(water, text, 0.28),
            grid=_thin(text, 0.10),
            hatch=mixed(warm, text, 0.2),
            ink=QColor(tokens.text2),
            halo=card,
            routes=tuple(_route(hue, is_dark=tokens.is_dark) for hue in _HUES),
            on_route=QColor(tokens.on_accent),
            quiet=mixed(warm, text, 0.58),
        )

    def route(self, index: int) -> QColor:
        """Colour of a route; starts over after the last one."""
        return self.routes[index % len(self.routes)]


def _route(hue: int, *, is_dark: bool) -> QColor:
    """A hue at the lightness that the theme's text on it and the ground around it both can bear (≥ 4.5 and ≥ 3)."""
    colour = QColor.fromHsl(hue, 190 if is_dark else 200, 128)
    wanted = 0.36 if is_dark else 0.135
    step = 1 if _luminance(colour) < wanted else -1
    while (_luminance(colour) - wanted) * step < 0:
        colour = QColor.fromHsl(hue, colour.hslSaturation(), colour.lightness() + step)
    return colour


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _thin(colour: QColor, share: float) -> QColor:
    """A colour of which so much shows over land and sea alike."""
    thin = QColor(colour)
    thin.setAlphaF(share)
    return thin


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with a share of `other`, 0 to 1."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLook:
    """Everything about a picture that is not its content.

    Attributes:
        tokens: the theme's.
        palette: made from them.
        lang: of the words the map writes.
        scale: of text and marks, 1.0 at 100 %.
    """

    tokens: Tokens
    palette: MapPalette
    lang: Lang
    scale: float = 1.0

    @staticmethod
    def of(tokens: Tokens, lang: Lang, scale: float = 1.0) -> "MapLook":
        """The look of a theme, for pictures that do not follow the screen."""
        return MapLook(tokens=tokens, palette=MapPalette.of(tokens), lang=lang, scale=scale)

    @staticmethod
    def of_screen() -> "MapLook":
        """The look of the window as it is now."""
        dress = theme()
        return MapLook.of(dress.tokens, dress.lang, dress.scale)

    def px(self, at_100: float) -> float:
        """A length in the look's scale."""
        return at_100 * self.scale

    def font(self, at_100: float, *, bold: bool = False) -> QFont:
        """The house's family for the language, with digits of equal width."""
        font = QFont(list(FAMILIES[self.lang]))
        font.setPixelSize(round(self.px(at_100)))
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def word(self, name: str, **facts: object) -> str:
        """One of the map's own words: table `map_{name}` of `resources/wording/geo.toml`."""
        return sentence(f"geo.map_{name}", self.lang, facts)
