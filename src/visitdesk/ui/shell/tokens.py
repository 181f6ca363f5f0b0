"""Every colour, size and family of the window; no other module holds a hex number.

Values, contrast and the colour-blind simulation were measured for the reference screens (reference ui §2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType


class Level(StrEnum):
    """How badly a team needs attention; each has a shape, a colour and a word (see `levels`)."""

    NORMAL = "normal"
    REMINDER = "reminder"
    STALE = "stale"
    OVERDUE = "overdue"
    ESCALATED = "escalated"
    DURESS = "duress"

    @property
    def rank(self) -> int:
        """0 calm … 5 worst; larger goes first."""
        return list(Level).index(self)

    @property
    def is_alarm(self) -> bool:
        """Whether it needs an answer now."""
        return self.rank >= Level.OVERDUE.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelInk:
    """Colours of one level.

    Attributes:
        fill: inside of the shape and of the acknowledge button; "" draws a hollow shape.
        ink: the sign inside the shape and text on `fill`.
        text: outline of the shape and words.
        tint: tile background; "" leaves the card colour.
    """

    fill: str
    ink: str
    text: str
    tint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One palette. Names say the use, not the colour."""

    window: str
    bar: str
    card: str
    sunken: str
    hover: str
    pressed: str
    stroke: str
    stroke_strong: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    accent_text: str
    ok: str
    ok_bg: str
    warning: str
    warning_bg: str
    error: str
    error_bg: str
    badge: str
    on_badge: str
    scrim: str
    levels: Mapping[Level, LevelInk]
    is_dark: bool
    is_contrast: bool = False

    def colour(self, name: str) -> str:
        """The colour of a role by name, e.g. `"accent_text"`; a colour (`#…`) stands for itself."""
        return name if name.startswith("#") else str(getattr(self, name))


_DARK_INK, _WHITE = "#14171B", "#FFFFFF"

LIGHT = Tokens(
    window="#F2F3F5",
    bar="#E9EBEE",
    card="#FFFFFF",
    sunken="#F7F8F9",
    hover="#F0F2F4",
    pressed="#E6E9ED",
    stroke="#DFE3E8",
    stroke_strong="#7C848E",
    text="#1B1F24",
    text2="#545C66",
    text3="#656D78",
    disabled="#A2A9B2",
    accent="#0F6CBD",
    accent_hover="#115EA3",
    accent_pressed="#0C3B5E",
    on_accent="#FFFFFF",
    selection="#E5F0FA",
    accent_text="#0B5CA6",
    ok="#3D6B4F",
    ok_bg="#EAF1EC",
    warning="#7A5200",
    warning_bg="#FFF6DB",
    error="#A80F1B",
    error_bg="#FBE9EA",
    badge="#545C66",
    on_badge="#FFFFFF",
    scrim="#33000000",
    levels=MappingProxyType(
        {
            Level.NORMAL: LevelInk(fill="", ink="#545C66", text="#545C66", tint=""),
            Level.REMINDER: LevelInk(fill="#F5C400", ink=_DARK_INK, text="#7A5200", tint="#FFF6DB"),
            Level.STALE: LevelInk(fill="", ink="#545C66", text="#545C66", tint=""),
            Level.OVERDUE: LevelInk(fill="#E8731A", ink=_DARK_INK, text="#9A3C00", tint="#FDEDE3"),
            Level.ESCALATED: LevelInk(fill="#B5121E", ink=_WHITE, text="#A80F1B", tint="#FBE9EA"),
            Level.DURESS: LevelInk(fill="#6E1A78", ink=_WHITE, text="#6E1A78", tint="#F6EAF8"),
        }
    ),
    is_dark=False,
)

DARK = Tokens(
    window="#1C1E22",
    bar="#16181B",
    card="#26292E",
    sunken="#202327",
    hover="#2E3238",
    pressed="#363B42",
    stroke="#383D44",
    stroke_strong="#8B939E",
    text="#F1F3F5",
    text2="#B7BEC7",
    text3="#9AA2AD",
    disabled="#6B727C",
    accent="#5CA8F0",
    accent_hover="#7CBBF5",
    accent_pressed="#4A90D4",
    on_accent="#0B1520",
    selection="#1D3750",
    accent_text="#7CBBF5",
    ok="#8FC3A2",
    ok_bg="#24332A",
    warning="#FFDD66",
    warning_bg="#3A3119",
    error="#FF9196",
    error_bg="#472327",
    badge="#B7BEC7",
    on_badge="#16181B",
    scrim="#7A000000",
    levels=MappingProxyType(
        {
            Level.NORMAL: LevelInk(fill="", ink="#B7BEC7", text="#B7BEC7", tint=""),
            Level.REMINDER: LevelInk(fill="#FFDD66", ink=_DARK_INK, text="#FFDD66", tint="#3A3119"),
            Level.STALE: LevelInk(fill="", ink="#B7BEC7", text="#B7BEC7", tint=""),
            Level.OVERDUE: LevelInk(fill="#F58F3C", ink=_DARK_INK, text="#FFA065", tint="#43291A"),
            Level.ESCALATED: LevelInk(fill="#D92D38", ink=_WHITE, text="#FF9196", tint="#472327"),
            Level.DURESS: LevelInk(fill="#D977E8", ink=_DARK_INK, text="#E3A3EE", tint="#3B2242"),
        }
    ),
    is_dark=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemColours:
    """The pairs a contrast theme hands out; everything is drawn from these alone."""

    window: str = "#000000"
    text: str = "#FFFFFF"
    highlight: str = "#1AEBFF"
    highlight_text: str = "#000000"
    disabled: str = "#3FF23F"
    link: str = "#FFFF00"
    is_dark: bool = True


def contrast_tokens(system: SystemColours) -> Tokens:
    """Tokens of a high-contrast theme: outlines only, nothing that is not one of the system's colours."""
    fixed: dict[str, str] = {}
    for field in fields(Tokens):
        fixed[field.name] = system.text if field.name in _CONTRAST_TEXT else system.window
    fixed |= {
        "disabled": system.disabled,
        "accent": system.text,
        "accent_hover": system.highlight,
        "accent_pressed": system.highlight,
        "on_accent": system.window,
        "selection": system.window,
        "accent_text": system.link,
        "scrim": "#B0000000",
        "on_badge": system.window,
    }
    for name in ("levels", "is_dark", "is_contrast"):
        del fixed[name]
    outline = LevelInk(fill="", ink=system.text, text=system.text, tint="")
    solid = LevelInk(fill=system.text, ink=system.window, text=system.text, tint="")
    worst = LevelInk(fill=system.highlight, ink=system.highlight_text, text=system.text, tint="")
    levels = dict.fromkeys(Level, outline) | {Level.ESCALATED: solid, Level.DURESS: worst}
    return Tokens(**fixed, levels=MappingProxyType(levels), is_dark=system.is_dark, is_contrast=True)


_CONTRAST_TEXT = frozenset(
    {"stroke", "stroke_strong", "text", "text2", "text3", "ok", "warning", "error", "badge"},
)

FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"zh": ("Microsoft YaHei UI", "Noto Sans SC", "LXGW WenKai"), "en": ("Segoe UI", "Noto Sans SC", "LXGW WenKai")}
)
"""Named by us: Qt on Windows can fall back to SimSun; a CJK face first makes English quotes full width (measured)."""

SCALES = (1.0, 1.15, 1.3)
"""Text scales offered; the wall window uses 1.8 of its own."""


class Type(StrEnum):
    """Kinds of text; `PX` gives the size at 100 %."""

    FIGURE = "figure"
    TITLE = "title"
    PANEL = "panel"
    TILE = "tile"
    BODY = "body"
    STRONG = "strong"
    TABLE = "table"
    SECONDARY = "secondary"
    SMALL = "small"


PX: Mapping[Type, int] = MappingProxyType(
    {
        Type.FIGURE: 28,
        Type.TITLE: 22,
        Type.PANEL: 17,
        Type.TILE: 15,
        Type.BODY: 14,
        Type.STRONG: 14,
        Type.TABLE: 13,
        Type.SECONDARY: 13,
        Type.SMALL: 12,
    }
)
BOLD = frozenset({Type.FIGURE, Type.TITLE, Type.PANEL, Type.TILE, Type.STRONG})


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 black … 1 white (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 … 21 (WCAG 2.2, 1.4.3)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
