"""A lesson set for reading: 16 px on fixed lines of 28, at most 34 Han wide, boxes, tables, numbered marks of sources.

A percentage line height would multiply the font's own 1.45 and tear lines apart (measured, reference ui §2). At the
end stand the sources, each with what it binds by and how well it is known.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from visitdesk.training.model import Source
from visitdesk.training.prose import Block, Box, Heading, Listing, Paragraph, Spans, Table, cited
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.training.words import source_words

COLUMN_HAN = 34
SIZE, PITCH = 16, 28
"""Running text: size and height of a line, px at 100 %."""
SOURCES = "sources"
"""Anchor of the list of sources."""


class LessonText(Spoken, QTextBrowser):
    """Blocks of prose, with their sources.

    Signals:
        read_to: payload float 0 … 1, how far down has been on screen.
    """

    read_to = Signal(object)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setOpenLinks(False)
        self._blocks: tuple[Block, ...] = ()
        self._sources: Mapping[str, Source] = {}
        self._heading = ""
        self._end = -1  # position of the list of sources
        self.anchorClicked.connect(self._clicked)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self.verticalScrollBar().rangeChanged.connect(self._tell)

    def show_blocks(self, blocks: Sequence[Block], sources: Mapping[str, Source], *, heading: str = "") -> None:
        """Show another text from its beginning.

        Args:
            heading: of the list of sources, in the language shown.
        """
        self._blocks, self._sources, self._heading = tuple(blocks), sources, heading
        self._lay()
        self.verticalScrollBar().setValue(0)

    def part(self) -> float:
        """How far down the text is on screen now, 0 … 1; the list of sources is not counted."""
        last = self.verticalScrollBar().maximum()
        block = self.document().findBlock(self._end) if self._end >= 0 else None
        if block is not None and block.isValid():
            top = self.document().documentLayout().blockBoundingRect(block).top()
            last = min(last, round(top) - self.viewport().height())
        return 1.0 if last <= 0 else min(1.0, self.verticalScrollBar().value() / last)

    def section(self) -> str:
        """Id of the heading under which the top of the screen lies; "" before the first."""
        block = self.cursorForPosition(QPoint(self.viewport().width() // 2, theme().px(24))).block()
        while block.isValid():
            if block.blockFormat().headingLevel():
                names = block.begin().fragment().charFormat().anchorNames()
                return names[0] if names else ""
            block = block.previous()
        return ""

    def go_to(self, heading: str) -> None:
        """Bring a heading to the top."""
        self.scrollToAnchor(heading)

    def _tell(self) -> None:
        if self._blocks and self.isVisible() and self.height() > theme().px(80):
            self.read_to.emit(self.part())

    def _clicked(self, url: QUrl) -> None:
        self.scrollToAnchor(url.fragment())

    @override
    def restyle(self) -> None:
        if self._blocks:
            place = self.verticalScrollBar().value()
            self._lay()
            self.verticalScrollBar().setValue(place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_column()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(theme().tokens.text), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            self.viewport().update()  # else the ring would be carried along

    def _keep_column(self) -> None:
        """The column stays in the middle and no wider than 34 Han; the scroll bar stays at the edge."""
        t = theme()
        rest = self.viewport().width() - t.px(SIZE) * COLUMN_HAN
        side = max(t.px(20), rest // 2)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.leftMargin() != side:
            form.setLeftMargin(side)
            form.setRightMargin(max(t.px(12), rest - side))
            frame.setFrameFormat(form)

    def _lay(self) -> None:
        font = QFont(theme().font(Type.BODY))
        font.setPixelSize(theme().px(SIZE))
        document = self.document()
        document.clear()
        document.setDefaultFont(font)
        document.setDocumentMargin(theme().px(2))
        document.setIndentWidth(theme().px(26))
        setter = _Setter(QTextCursor(document), self._sources, cited(self._blocks), font)
        setter.set(self._blocks, self._heading)
        self._end = setter.end
        self._keep_column()
        self.moveCursor(QTextCursor.MoveOperation.Start)


class _Setter:
    """Puts blocks into a document."""

    def __init__(self, cursor: QTextCursor, sources: Mapping[str, Source], order: Sequence[str], font: QFont) -> None:
        self._cursor = cursor
        self._sources = sources
        self._number = {identity: place for place, identity in enumerate(order, 1)}
        self._font = font
        self._is_first = True
        self.end = -1

    def set(self, blocks: Sequence[Block], heading: str) -> None:
        for block in blocks:
            match block:
                case Heading():
                    self._heading(block)
                case Paragraph():
                    self._begin(_lines())
                    self._spans(block.spans)
                case Listing():
                    self._listing(block)
                case Box():
                    self._box(block)
                case Table():
                    self._table(block)
        if heading and self._number:
            self._list_sources(heading)

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _begin(self, form: QTextBlockFormat) -> None:
        """A new block outside lists and frames; the document's own first block is used first."""
        if self._is_first:
            self._cursor.setBlockFormat(form)
            self._is_first = False
        else:
            self._cursor.insertBlock(form, self._face())

    def _heading(self, block: Heading) -> None:
        t = theme()
        size = t.px({1: 24, 2: 20}.get(block.level, 17))
        form = _lines(pitch=round(size * 1.7), top=0 if self._is_first else 20, bottom=6)
        form.setHeadingLevel(block.level)
        self._begin(form)
        face = self._face(size=size, bold=True)
        face.setAnchor(True)
        face.setAnchorNames([block.id])
        self._spans(block.spans, face)

    def _listing(self, block: Listing) -> None:
        style = QTextListFormat.Style.ListDecimal if block.is_numbered else QTextListFormat.Style.ListDisc
        form = QTextListFormat()
        form.setStyle(style)
        form.setIndent(1)
        if block.is_numbered:
            form.setNumberSuffix(".")
        items = None
        for item in block.items:
            self._begin(_lines(bottom=4))
            if items is None:
                items = self._cursor.createList(form)
            else:
                items.add(self._cursor.block())
            self._spans(item)

    def _box(self, block: Box) -> None:
        c, t = theme().tokens, theme()
        table = self._frame(1, 1, _table_form(padding=12))
        cell = QTextTableCellFormat()
        cell.setBackground(QColor(c.card if c.is_contrast else c.selection))
        cell.setLeftBorder(t.px(3))
        cell.setLeftBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setLeftBorderBrush(QBrush(QColor(c.accent)))
        cell.setTopPadding(t.px(8))
        cell.setBottomPadding(t.px(8))
        cell.setLeftPadding(t.px(14))
        cell.setRightPadding(t.px(12))
        table.cellAt(0, 0).setFormat(cell)
        inside = table.cellAt(0, 0).firstCursorPosition()
        for place, spans in enumerate(block.paragraphs):
            self._cell(inside, spans, is_first=place == 0)
        self._leave(table)

    def _table(self, block: Table) -> None:
        c = theme().tokens
        form = _table_form(padding=7)
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderBrush(QBrush(QColor(c.stroke)))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setHeaderRowCount(1)
        table = self._frame(1 + len(block.rows), len(block.head), form)
        for column, spans in enumerate(block.head):
            head = QTextTableCellFormat()
            head.setBackground(QColor(c.sunken))
            table.cellAt(0, column).setFormat(head)
            self._cell(table.cellAt(0, column).firstCursorPosition(), spans, small=True, bold=True)
        for line, cells in enumerate(block.rows, 1):
            for column, spans in enumerate(cells):
                self._cell(table.cellAt(line, column).firstCursorPosition(), spans, small=True)
        self._leave(table)

    def _list_sources(self, heading: str) -> None:
        t, c = theme(), theme().tokens
        self._begin(_lines(pitch=t.px(30), top=26, bottom=8))
        face = self._face(size=t.px(17), bold=True)
        face.setAnchor(True)
        face.setAnchorNames([SOURCES])
        self.end = self._cursor.position()
        self._cursor.insertText(heading, face)
        for identity, number in self._number.items():
            source = self._sources[identity]
            form = _lines(pitch=t.px(22), top=8)
            form.setLeftMargin(t.px(28))
            form.setTextIndent(-t.px(28))
            form.setTabPositions([QTextOption.Tab(t.px(28), QTextOption.TabType.LeftTab)])
            self._begin(form)
            mark = self._face(size=t.px(13), bold=True, colour=c.accent_text)
            mark.setAnchor(True)
            mark.setAnchorNames([f"source.{identity}"])
            self._cursor.insertText(f"{number}\t", mark)
            self._cursor.insertText(source.text.of(t.lang), self._face(size=t.px(13)))
            below = _lines(pitch=t.px(20))
            below.setLeftMargin(t.px(28))
            self._begin(below)
            *before, last = source_words(source)
            between = "，" if t.lang == "zh" else ", "
            self._cursor.insertText(
                "".join(f"{word}{between}" for word in before), self._face(size=t.px(12), colour=c.text2)
            )
            must = source.must_be_confirmed
            colour = c.warning if must else c.text2
            self._cursor.insertText(last, self._face(size=t.px(12), bold=must, colour=colour))

    # --- parts ----------------------------------------------------------------------------------------------------

    def _frame(self, rows: int, columns: int, form: QTextTableFormat) -> QTextTable:
        if not self._is_first:
            self._cursor.insertBlock(_lines(pitch=theme().px(4)), self._face())
        self._is_first = False
        return self._cursor.insertTable(rows, columns, form)

    def _leave(self, table: QTextTable) -> None:
        """Behind the frame; the block there is empty and becomes the gap."""
        self._cursor = QTextCursor(table.document())
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.setBlockFormat(_lines(pitch=theme().px(8)))

    def _cell(
        self, inside: QTextCursor, spans: Spans, *, is_first: bool = True, small: bool = False, bold: bool = False
    ) -> None:
        t = theme()
        form = _lines(pitch=t.px(24 if small else PITCH), bottom=0)
        face = self._face(size=t.px(14 if small else SIZE), bold=bold)
        if is_first:
            inside.setBlockFormat(form)
        else:
            inside.insertBlock(form, face)
        outer, self._cursor = self._cursor, inside
        self._spans(spans, face)
        self._cursor = outer

    def _spans(self, spans: Spans, face: QTextCharFormat | None = None) -> None:
        plain = face or self._face()
        for span in spans:
            if span.cite:
                self._cite(span.cite)
                continue
            form = QTextCharFormat(plain)
            if span.is_strong:
                form.setFontWeight(QFont.Weight.Bold)
            self._cursor.insertText(span.text, form)

    def _cite(self, identity: str) -> None:
        c, source = theme().tokens, self._sources[identity]
        form = self._face(size=theme().px(16), colour=c.warning if source.must_be_confirmed else c.accent_text)
        form.setAnchor(True)
        form.setAnchorHref(f"#source.{identity}")
        words = "\n".join((source.text.of(theme().lang), *source_words(source)))
        form.setToolTip(words)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        self._cursor.insertText(f"[{self._number[identity]}]", form)

    def _face(self, *, size: int = 0, bold: bool = False, colour: str = "") -> QTextCharFormat:
        font = QFont(self._font)
        font.setPixelSize(size or theme().px(SIZE))
        font.setBold(bold)
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(QColor(colour or theme().tokens.text))
        return form


def _lines(*, pitch: int = 0, top: int = 2, bottom: int = 8) -> QTextBlockFormat:
    """Lines of one height.

    Args:
        pitch: px as drawn; 0 takes the running text's.
        top, bottom: room around, px at 100 %.
    """
    t = theme()
    form = QTextBlockFormat()
    form.setLineHeight(float(pitch or t.px(PITCH)), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setTopMargin(t.px(top))
    form.setBottomMargin(t.px(bottom) if not pitch else t.px(min(bottom, 6)))
    form.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return form


def _table_form(*, padding: int) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(theme().px(padding))
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return form
