"""Running text from Markdown, set for reading: fixed lines of 1.7 × the size, a column no wider than 34 Han.

A percentage line height multiplies the font's own 1.45 and tears lines apart (measured, reference ui §2).
"""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFont, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type

COLUMN_HAN = 34


class Reader(Spoken, QTextBrowser):
    """A page of Markdown. Links to `name.md` are the caller's (`anchorClicked`); web links open outside."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setOpenLinks(False)
        self._source = ""
        self.anchorClicked.connect(self._clicked)

    def show_markdown(self, source: str) -> None:
        """Show another text from its beginning."""
        self._source = source
        self._lay()
        self.verticalScrollBar().setValue(0)

    def _clicked(self, url: QUrl) -> None:
        if url.scheme() == "https":
            QDesktopServices.openUrl(url)

    @override
    def restyle(self) -> None:
        if self._source:
            self._lay()

    def _lay(self) -> None:
        t = theme()
        size = t.px(16)
        font = QFont(t.font(Type.BODY))
        font.setPixelSize(size)
        document = self.document()
        document.setDefaultFont(font)
        document.setDocumentMargin(t.px(4))
        document.setMarkdown(self._source)
        self.setMaximumWidth(size * (COLUMN_HAN + 4))
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            level = block.blockFormat().headingLevel()
            form = QTextBlockFormat(block.blockFormat())
            shown = {1: t.px(24), 2: t.px(19), 3: t.px(17)}.get(level, size)
            form.setLineHeight(shown * 1.7, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            form.setTopMargin(t.px({1: 0, 2: 18, 3: 12}.get(level, 2)))
            form.setBottomMargin(t.px(6))
            cursor.setBlockFormat(form)
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                face = cursor.charFormat()
                heading = QFont(font)
                heading.setPixelSize(shown)
                heading.setBold(True)
                face.setFont(heading)
                cursor.mergeCharFormat(face)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
