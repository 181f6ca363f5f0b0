"""Looks over a window for what a person would call broken: cut words, nameless controls, small targets."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

from visitdesk.ui.shell.widgets import Elided

SMALLEST = 22


def cut_words(window: QWidget) -> list[str]:
    """Labels and buttons in sight whose words do not fit; elided labels report themselves by their tooltip."""
    found = []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, Elided):
            need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            wide = label.sizeHint().width() if not label.wordWrap() else 0
            if need > label.height() + 1 or wide > label.width() + 1:
                found.append(f"label {label.objectName()} {label.text()!r} has {label.size()}, needs {wide}×{need}")
    return found + [
        f"button {button.objectName()} {button.text()!r}"
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.text() and button.sizeHint().width() > button.width() + 1
    ]


def hidden_by_edges(window: QWidget) -> list[str]:
    """Widgets in sight that stick out of their parent without a scroll area to bring them back."""
    found = []
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if parent is None or not widget.isVisible() or widget.isWindow() or _scrolls(widget):
            continue
        place = QRect(widget.pos(), widget.size())
        if not parent.rect().adjusted(-2, -2, 2, 2).contains(place):
            found.append(
                f"{type(widget).__name__} {widget.objectName()} {place} in {type(parent).__name__} {parent.rect()}"
            )
    return found


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea | QAbstractSpinBox | QComboBox | QLineEdit):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QScrollBar)


def focusables(window: QWidget) -> list[QWidget]:
    """Everything in sight that Tab reaches."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not _is_inner(widget)
    ]


def _is_inner(widget: QWidget) -> bool:
    """Parts of a control that Qt makes itself."""
    return isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox) or widget.objectName().startswith("qt_")


def nameless(window: QWidget) -> list[str]:
    """Focusables without an accessible name."""
    found = []
    for widget in focusables(window):
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not widget.accessibleName() and not (words and not isinstance(widget, QCheckBox)) and not words:
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def small_targets(window: QWidget) -> list[str]:
    """Buttons in sight smaller than what a finger or a shaking hand hits."""
    return [
        f"{button.objectName()} {button.size()}"
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < SMALLEST and not _is_inner(button)
    ]


def is_in_sight(widget: QWidget) -> bool:
    """Whether the middle of `widget` is what a click there would reach."""
    window = widget.window()
    middle = widget.mapTo(window, QPoint(widget.width() // 2, widget.height() // 2))
    hit = window.childAt(middle)
    QApplication.processEvents()
    return hit is widget or (hit is not None and widget.isAncestorOf(hit))
