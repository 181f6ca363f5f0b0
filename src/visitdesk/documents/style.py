"""How papers look: measures, faces and sizes by purpose. Points throughout (1 mm = 2.8346 pt).

Choices (reference documents §8): A4, 28 mm binding margin, black and grey only, heads in bold sans, running text in
serif, spoken words in a hand-like face, nothing below 7.5 pt, line pitch about 1.65 of the size, no italics in Chinese.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from visitdesk.documents.faces import Role

MM = 72 / 25.4


class Align(StrEnum):
    """How lines stand in their measure."""

    LEFT = "left"
    JUSTIFY = "justify"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph is set.

    Attributes:
        leading: from one baseline to the next.
        before, after: blank around the paragraph; at the head of a page `before` is dropped.
        indent: from the left; `first` is added for the first line.
        grey: 0 is black.
    """

    role: Role
    size: float
    leading: float
    align: Align = Align.LEFT
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    first: float = 0.0
    grey: float = 0.0

    def with_(self, **changes: object) -> "Style":
        """The same style with some attributes changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # names are checked by dataclasses


TITLE = Style(role=Role.TITLE, size=20, leading=28, align=Align.CENTRE, after=6)
SUBTITLE = Style(role=Role.LABEL, size=9.5, leading=15, align=Align.CENTRE, after=8, grey=0.25)
H1 = Style(role=Role.HEAD, size=15, leading=23, before=18, after=6)
H2 = Style(role=Role.HEAD, size=11.5, leading=18, before=11, after=3)
H3 = Style(role=Role.HEAD, size=10.5, leading=16, before=7, after=2)
BODY = Style(role=Role.BODY, size=10.5, leading=17.5, align=Align.JUSTIFY, after=5)
SPOKEN = Style(role=Role.SPOKEN, size=11.5, leading=19, align=Align.JUSTIFY, after=4)
LABEL = Style(role=Role.LABEL, size=8.5, leading=13)
SMALL = Style(role=Role.LABEL, size=7.5, leading=11.5, grey=0.2)
NOTE = Style(role=Role.LABEL, size=8.5, leading=13.5, align=Align.JUSTIFY, after=4, grey=0.15)
CELL = Style(role=Role.BODY, size=10, leading=15)
CELL_HEAD = Style(role=Role.LABEL, size=8.5, leading=13)
HEADINGS = {1: H1, 2: H2, 3: H3}

RULE_GREY = 0.55
TINT = 0.95
"""Label cells and boxes: five per cent grey, so that office printers keep it even."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A page and its margins."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def measure(self) -> float:
        """Width of the type area."""
        return self.width - self.left - self.right


PORTRAIT = Layout(width=210 * MM, height=297 * MM, top=27 * MM, right=20 * MM, bottom=24 * MM, left=28 * MM)
LANDSCAPE = Layout(width=297 * MM, height=210 * MM, top=20 * MM, right=20 * MM, bottom=20 * MM, left=20 * MM)
PLAIN = Layout(width=210 * MM, height=297 * MM, top=22 * MM, right=22 * MM, bottom=20 * MM, left=22 * MM)
"""For papers that are handed over and not bound."""
