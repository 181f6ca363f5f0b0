"""What every page looks like: title row, InfoBars, filters, content with its states, side panel or drawer, footer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.states import InfoBar, LoadingRow, StatePanel, fault_bar
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Elided, IconButton, Scroll, Text, Wrap

DRAWER_BELOW = 1180
"""Below this width (pixels at 100 % text scale) the side panel is a drawer."""


class PageFrame(Spoken, QWidget):
    """The parts of a page and where they go; `page.Page` adds what it does."""

    def __init__(self, shell: Shell, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"page.{name}")
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.shell = shell
        self._side: QWidget | None = None
        self._side_width = 372
        self._is_drawer = False
        self._state: QWidget | None = None
        self._build()

    def _build(self) -> None:
        t = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(20), t.px(14), t.px(20), t.px(16))
        column.setSpacing(t.px(10))
        self._back = IconButton(Icon.ARROW_LEFT, "", name="page.back")
        self.say(self._back.name_it, lambda: self.tr("Back"))
        self._back.hide()
        self.title = Elided("", Type.TITLE, name="page.title")
        self.subtitle = Elided("", Type.TABLE, tone="text2", name="page.subtitle")
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.subtitle)
        self._deeds = QHBoxLayout()
        self._deeds.setSpacing(t.px(8))
        head = QHBoxLayout()
        head.setSpacing(t.px(12))
        head.addWidget(self._back)
        head.addLayout(titles, 1)
        head.addLayout(self._deeds)
        column.addLayout(head)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(t.px(6))
        column.addLayout(self._bars)
        self._chip_row = QWidget()
        chips = QHBoxLayout(self._chip_row)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(t.px(12))
        self._chip_wrap = Wrap()
        chips.addLayout(self._chip_wrap, 1)
        self.hint = Text("", Type.SMALL, tone="text2")
        chips.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._chip_row.hide()
        column.addWidget(self._chip_row)
        self.loading = LoadingRow()
        column.addWidget(self.loading)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(t.px(12))
        self._stack = QStackedLayout()
        holder = QWidget()
        holder.setLayout(self._stack)
        self._middle.addWidget(holder, 1)
        column.addLayout(self._middle, 1)
        self._column = column

    def set_content(self, widget: QWidget) -> None:
        """The content; states are shown in its place."""
        self._stack.insertWidget(0, widget)
        self._stack.setCurrentIndex(0)

    def set_side(self, widget: QWidget, *, width: int = 372) -> None:
        """The side panel, 316 … 404 wide; a drawer (Ctrl+J) in narrow windows."""
        self._side, self._side_width = widget, width
        widget.setParent(self)
        self._middle.addWidget(widget)
        widget.setFixedWidth(theme().px(width))

    def set_footer(self, widget: QWidget) -> None:
        """A row below the content that never scrolls away."""
        self._column.addWidget(widget)

    def add_deed(self, key: str, *, accent: bool = False) -> ActionButton:
        """A button of an action in the title row; one accent button per page, the next sensible deed."""
        button = ActionButton(self.shell.actions[key], kind="accent" if accent else "")
        self._deeds.addWidget(button)
        return button

    def add_head(self, widget: QWidget) -> None:
        """Any other widget in the title row."""
        self._deeds.addWidget(widget)

    def show_content(self) -> None:
        """The content in place of any state."""
        if self._state is not None:
            self._stack.removeWidget(self._state)
            self._state.deleteLater()
            self._state = None
        self._stack.setCurrentIndex(0)

    def show_state(self, state: StatePanel) -> None:
        """A state (empty, denied) in place of the content; the page's deeds stay usable."""
        self.show_content()
        self._state = state
        self._stack.addWidget(state)
        self._stack.setCurrentWidget(state)

    def show_bar(self, bar: InfoBar) -> None:
        """An InfoBar above the content; one of the same name is replaced."""
        for i in reversed(range(self._bars.count())):
            item = self._bars.itemAt(i)
            old = item.widget() if item is not None else None
            if old is not None and old.objectName() == bar.objectName():
                self._bars.removeWidget(old)
                old.deleteLater()
        self._bars.addWidget(bar)

    def clear_bars(self) -> None:
        """What the InfoBars said holds no longer."""
        while (item := self._bars.takeAt(0)) is not None:
            bar = item.widget()
            if bar is not None:
                bar.hide()
                bar.deleteLater()

    def show_fault(self, fault: Exception, retry: Callable[[], object] | None = None) -> None:
        """A fault as InfoBar; the page stays usable."""
        self.show_bar(fault_bar(fault, retry=retry, retry_words=self.tr("Retry")))

    def show_stale(self, words: str) -> None:
        """What is shown is old; says from when and what is being done."""
        self.show_bar(InfoBar(words, tone="warning", name="stale_bar"))

    def show_back(self, back: Callable[[], object]) -> None:
        """An arrow beside the title."""
        self._back.clicked.connect(back)
        self._back.show()

    def fit(self, width: float) -> None:
        """Lay out for a window of `width` pixels at 100 % text scale."""
        if self._side is not None:
            compact = min(self._side_width, 336) if width < 1440 else self._side_width
            self._side.setFixedWidth(theme().px(compact))
            self._set_drawer(drawer=width < DRAWER_BELOW)
        self.fitted(width)

    def fitted(self, width: float) -> None:
        """Hook: lay out own parts for this width."""

    @property
    def has_drawer(self) -> bool:
        """Whether there is a side panel and it is a drawer now."""
        return self._side is not None and self._is_drawer

    def toggle_drawer(self) -> None:
        """Show or hide the side panel (Ctrl+J)."""
        if self._side is not None:
            self._side.setVisible(not self._side.isVisible())
            self._place_drawer()
            if self._side.isVisible():
                self._side.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_drawer(self, *, drawer: bool) -> None:
        if self._side is None or drawer == self._is_drawer:
            self._place_drawer()
            return
        self._is_drawer = drawer
        if drawer:
            self._middle.removeWidget(self._side)
            self._side.setGraphicsEffect(_shadow(self._side))
            self._side.hide()
        else:
            self._side.setGraphicsEffect(None)  # type: ignore[arg-type]  # None removes it
            self._middle.addWidget(self._side)
            self._side.show()
        self._place_drawer()

    def _place_drawer(self) -> None:
        if self._side is not None and self._is_drawer:
            top = theme().px(66)
            width = self._side.width()
            self._side.setGeometry(
                self.width() - width - theme().px(12), top, width, self.height() - top - theme().px(12)
            )
            self._side.raise_()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drawer()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def _shadow(widget: QWidget) -> QGraphicsDropShadowEffect:
    effect = QGraphicsDropShadowEffect(widget)
    effect.setBlurRadius(theme().px(24))
    effect.setOffset(0, theme().px(4))
    effect.setColor(QColor(theme().tokens.scrim))
    return effect


class SideCard(QFrame):
    """A side panel: `head` and `foot` stay, `body` (a column) scrolls between them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("surface", "card")
        t = theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(t.px(1), t.px(14), t.px(1), t.px(14))
        outer.setSpacing(t.px(10))
        inside = QWidget()
        self.head, self.body, self.foot = QVBoxLayout(), QVBoxLayout(inside), QVBoxLayout()
        for column in (self.head, self.body, self.foot):
            column.setContentsMargins(t.px(15), 0, t.px(15), 0)
            column.setSpacing(t.px(10))
        outer.addLayout(self.head)
        outer.addWidget(Scroll(inside), 1)
        outer.addLayout(self.foot)
