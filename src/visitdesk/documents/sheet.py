"""One page as a list of PDF operators, with the marks that tie each piece of text to its place in the document.

Coordinates: points from the left and from the *top*. Everything is either marked content of a structure element or an
artifact (rules, tints, running heads), so that a screen reader hears the text and nothing else (PDF/UA).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from visitdesk.documents.breaking import Line
from visitdesk.documents.qr import QUIET, modules


@dataclass(slots=True)
class Element:
    """A node of the document's structure: a tag and what it holds, in reading order.

    Attributes:
        alt: what a picture shows, for those who do not see it.
        scope: `Row` or `Column` for header cells.
        box: left, bottom, right, top in PDF coordinates, for figures.
    """

    tag: str
    kids: "list[Element | Mark]" = field(default_factory=list)
    alt: str = ""
    scope: str = ""
    lang: str = ""
    span: int = 1
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: page index and number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG to be placed: bytes are passed through unchanged."""

    data: bytes
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line at its place: `x` of its start and `y` of its baseline from the top."""

    x: float
    y: float
    size: float
    line: Line


class Sheet:
    """Operators, pictures, used glyphs, marks and plain words of one page."""

    def __init__(self, index: int, width: float, height: float) -> None:
        self.index = index
        self.width = width
        self.height = height
        self.operators: list[str | Picture] = []
        self.used: dict[int, set[int]] = {}
        self.marks: list[Element] = []
        self.words: list[str] = []

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to this element."""
        number = len(self.marks)
        self.marks.append(element)
        element.kids.append(Mark(self.index, number))
        self.operators.append(f"/{element.tag} <</MCID {number}>> BDC")
        yield
        self.operators.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is furniture."""
        self.operators.append("/Artifact BMC")
        yield
        self.operators.append("EMC")

    def text(self, lines: Sequence[SetLine], grey: float = 0.0) -> None:
        """Lines at their places; call inside `marked` or `artifact`."""
        shown = [one for one in lines if one.line.runs]
        if not shown:
            return
        self.operators.append("BT" if not grey else f"{grey:g} g BT")
        last: tuple[int, float] | None = None
        for one in shown:
            placed = f"1 0 0 1 {one.x:.2f} {self.height - one.y:.2f} Tm"
            for face, array in one.line.runs:
                if last != (face, one.size):
                    last = (face, one.size)
                    self.operators.append(f"/F{face} {one.size:g} Tf")
                self.operators.append(f"{placed} {array} TJ")
                placed = ""
            self.words.append(one.line.text)
            for face, codes in one.line.used:
                self.used.setdefault(face, set()).update(codes)
        self.operators.append("ET" if not grey else "ET 0 g")

    def rule(
        self, x: float, y: float, x2: float, y2: float, *, width: float = 0.5, grey: float = 0.0, dash: str = ""
    ) -> None:
        """A straight line; `dash` such as `"2 2"` draws it broken."""
        top = self.height
        dashed = f"[{dash}] 0 d " if dash else ""
        ends = f"{x:.2f} {top - y:.2f} m {x2:.2f} {top - y2:.2f} l S"
        self.operators.append(f"q {grey:g} G {width:g} w {dashed}{ends} Q")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: float | None = None,
        line: float | None = None,
        stroke: float = 0.5,
    ) -> None:
        """A rectangle: `fill` and `line` are greys; None leaves out."""
        paint = "B" if fill is not None and line is not None else "f" if fill is not None else "S"
        colours = ("" if fill is None else f"{fill:g} g ") + ("" if line is None else f"{line:g} G {stroke:g} w ")
        where = f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re"
        self.operators.append(f"q {colours}{where} {paint} Q")

    def qr(self, text: str, x: float, y: float, side: float) -> None:
        """A QR code with its quiet zone inside the square `side`."""
        runs, count = modules(text)
        unit = side / (count + 2 * QUIET)
        left, top = x + QUIET * unit, self.height - y - QUIET * unit
        paths = " ".join(f"{column} {row} {length} 1 re" for column, row, length in runs)
        self.operators.append(f"q 0 g {unit:.4f} 0 0 {-unit:.4f} {left:.3f} {top:.3f} cm {paths} f Q")

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """A JPEG in this rectangle."""
        self.operators.append(Picture(data, x, self.height - y - height, width, height))
