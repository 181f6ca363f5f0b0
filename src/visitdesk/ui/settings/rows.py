"""One setting as a row: name, prose, the control its kind asks for, a dot if changed, a way back, whose it is."""

from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitdesk.settings import SCOPE_WORDS, Kind, Setting, Value
from visitdesk.ui.shell.folders import ask_folder
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import IconButton, Line, Tag, Text

CONTROL_WIDTH = 220


class FolderField(QWidget):
    """A folder: its path and a button that asks for one with Qt's own dialog (the system's would block F2)."""

    changed = Signal(str)

    def __init__(self, words: Callable[[], str]) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(6))
        self.field = QLineEdit()
        self.button = IconButton(Icon.FOLDER_OPEN, words())
        line.addWidget(self.field, 1)
        line.addWidget(self.button)
        self.field.editingFinished.connect(lambda: self.changed.emit(self.field.text()))
        self.button.clicked.connect(self._ask)
        self.setFocusProxy(self.field)

    def _ask(self) -> None:
        ask_folder(self.window(), self._chosen)

    def _chosen(self, folder: Path) -> None:
        self.field.setText(str(folder))
        self.changed.emit(str(folder))


class SettingRow(Panel):
    """One setting.

    Signals:
        wished: payload Value, what the control says now.
        reset_asked: back to the default.
    """

    wished = Signal(object)
    reset_asked = Signal()

    def __init__(self, one: Setting) -> None:
        super().__init__()
        self.setting = one
        self.setObjectName(f"setting.{one.key}")
        self._reason = ""
        self._is_changed = False
        self._build()
        self.retranslate()

    def _build(self) -> None:
        t = theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(0, t.px(10), 0, t.px(10))
        line.setSpacing(t.px(12))
        self._dot = Text("●", Type.SMALL, tone="accent_text")
        self._dot.setFixedWidth(t.px(12))
        words = QVBoxLayout()
        words.setSpacing(t.px(2))
        self._name = Text("", Type.STRONG)
        self._prose = Text("", Type.TABLE, tone="text2", wrap=True)
        words.addWidget(self._name)
        words.addWidget(self._prose)
        self._scope = Tag()
        self._lock = Picture(Icon.LOCK_CLOSED, side=16)
        self.control = self._make_control()
        self._name.setBuddy(self.control)
        self._unit = Text("", Type.BODY, tone="text2")
        self._unit.setFixedWidth(t.px(70))
        self.reset = IconButton(Icon.ARROW_UNDO, "", name=f"reset.{self.setting.key}")
        self.reset.clicked.connect(self.reset_asked.emit)
        line.addWidget(self._dot)
        line.addLayout(words, 1)
        line.addWidget(self._lock)
        line.addWidget(self._scope)
        line.addWidget(self.control)
        line.addWidget(self._unit)
        line.addWidget(self.reset)
        outer.addLayout(line)
        outer.addWidget(Line())

    def _make_control(self) -> QWidget:
        one = self.setting
        control: QWidget
        match one.kind:
            case Kind.FLAG:
                control = box = QCheckBox()
                box.toggled.connect(self.wished.emit)
            case Kind.CHOICE:
                control = combo = QComboBox()
                for value in one.choices:
                    combo.addItem("", value)
                combo.activated.connect(lambda _i: self.wished.emit(combo.currentData()))
            case Kind.NUMBER:
                control = number = QSpinBox()
                number.setRange(int(one.minimum), int(one.maximum))
                number.valueChanged.connect(self.wished.emit)
            case Kind.DECIMAL:
                control = decimal = QDoubleSpinBox()
                decimal.setRange(one.minimum, one.maximum)
                decimal.setSingleStep(0.1)
                decimal.setDecimals(one.decimals)
                decimal.valueChanged.connect(lambda value: self.wished.emit(round(value, one.decimals)))
            case Kind.TIME:
                control = time = QTimeEdit()
                time.setDisplayFormat("HH:mm")
                time.timeChanged.connect(lambda value: self.wished.emit(value.toString("HH:mm")))
            case Kind.TEXT | Kind.DATE:
                control = text = QLineEdit()
                text.setMaxLength(int(one.maximum))
                text.setPlaceholderText("2027-12-31" if one.kind is Kind.DATE else "")
                text.editingFinished.connect(lambda: self.wished.emit(text.text()))
            case Kind.FOLDER:
                control = folder = FolderField(self._folder_words)
                folder.changed.connect(self.wished.emit)
            case never:
                assert_never(never)
        if isinstance(control, QAbstractSpinBox):
            control.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
        control.setFixedWidth(theme().px(CONTROL_WIDTH))
        inner = control.field if isinstance(control, FolderField) else control
        inner.setObjectName(f"control.{one.key}")
        return control

    def _folder_words(self) -> str:
        return self.tr("Choose a folder")

    def show_value(self, value: Value, *, is_changed: bool, reason: str) -> None:
        """Show a value; `reason` tells why it cannot be changed here, "" if it can."""
        self._is_changed, self._reason = is_changed, reason
        with QSignalBlocker(self.control):
            self._fill(value)
        self.control.setEnabled(not reason)
        self._dot.setText("●" if is_changed else "")
        self._dot.setToolTip(self.tr("Changed from the default") if is_changed else "")
        self.reset.setEnabled(is_changed and not reason)
        self._lock.setVisible(bool(reason))
        for part in (self.control, self._lock):
            part.setToolTip(reason)

    def _fill(self, value: Value) -> None:
        control = self.control
        if isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QComboBox):
            control.setCurrentIndex(control.findData(str(value)))
        elif isinstance(control, QSpinBox):
            control.setValue(int(value))
        elif isinstance(control, QDoubleSpinBox):
            control.setValue(float(value))
        elif isinstance(control, QTimeEdit):
            control.setTime(QTime.fromString(str(value), "HH:mm"))
        elif isinstance(control, QLineEdit):
            control.setText(str(value))
        elif isinstance(control, FolderField):
            control.field.setText(str(value))

    @override
    def retranslate(self) -> None:
        lang, one = theme().lang, self.setting
        name = one.name.of(lang)
        self._name.setText(name)
        self._prose.setText(one.prose.of(lang))
        self._scope.setText(SCOPE_WORDS[one.scope].of(lang))
        self._unit.setText(one.unit.of(lang) if one.unit else "")
        inner = self.control.field if isinstance(self.control, FolderField) else self.control
        inner.setAccessibleName(name)
        inner.setAccessibleDescription(one.prose.of(lang))
        self.reset.name_it(self.tr("Default for {name}").format(name=name))
        if isinstance(self.control, FolderField):
            self.control.button.name_it(self.tr("Choose a folder"))
        if isinstance(self.control, QComboBox):
            for i in range(self.control.count()):
                self.control.setItemText(i, one.choices[self.control.itemData(i)].of(lang))

    def contains(self, words: str) -> bool:
        """Whether the search words stand in name, prose or key, in either language."""
        one = self.setting
        texts = (one.key, one.name.zh, one.name.en, one.prose.zh, one.prose.en)
        text = "\n".join(texts).lower()
        return all(word in text for word in words.lower().split())
