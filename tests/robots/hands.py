"""Keys and clicks, typed: what pytest-qt's untyped wrappers do."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

PLAIN = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """A key on this widget."""
    QTest.keyClick(widget, key, modifier)


def write(widget: QWidget, words: str) -> None:
    """ASCII words, key by key."""
    QTest.keyClicks(widget, words)


def click(widget: QWidget) -> None:
    """A left click in its middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
