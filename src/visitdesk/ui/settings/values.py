"""Where the values of settings come from: this desk's own INI file, and the branch's store where it is open."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, Signal

from visitdesk.settings import SETTINGS, Scope, Setting, Value, checked, from_text, setting, to_text


class BranchValues(Protocol):
    """Settings of branch and person, kept in the store; called on the writer thread."""

    def read(self) -> dict[str, str]:
        """Every kept text by key."""
        ...

    def write(self, key: str, text: str | None) -> None:
        """Keep a text; None goes back to the default."""
        ...


class Values(QObject):
    """The present values.

    Signals:
        changed: payload str, the key.
    """

    changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        self._branch: dict[str, str] = {}

    def value(self, key: str) -> Value:
        """The value in force: what was kept, else the default."""
        one = setting(key)
        text = self._text(one)
        return one.default if text is None else from_text(one, text)

    def is_changed(self, key: str) -> bool:
        """Whether it differs from the default."""
        return self.value(key) != setting(key).default

    def put(self, key: str, value: object) -> None:
        """Keep a value; branch values are kept by the caller's store and only remembered here.

        Raises:
            BadInput: it does not fit the declaration.
        """
        one = setting(key)
        text = to_text(checked(one, value))
        if one.scope is Scope.DESK:
            self._file.setValue(key, text)
            self._file.sync()
        else:
            self._branch[key] = text
        self.changed.emit(key)

    def reset(self, key: str) -> None:
        """Back to the default."""
        if setting(key).scope is Scope.DESK:
            self._file.remove(key)
            self._file.sync()
        else:
            self._branch.pop(key, None)
        self.changed.emit(key)

    def take_branch(self, texts: dict[str, str]) -> None:
        """What the branch's store has kept."""
        self._branch = dict(texts)
        for one in SETTINGS:
            if one.scope is not Scope.DESK:
                self.changed.emit(one.key)

    def remember(self, name: str, text: str) -> None:
        """Keep something that is no setting: window place, last folders."""
        self._file.setValue(f"window/{name}", text)
        self._file.sync()

    def recall(self, name: str) -> str:
        """What `remember` kept; "" for nothing."""
        return str(self._file.value(f"window/{name}", "", type=str))

    def _text(self, one: Setting) -> str | None:
        if one.scope is not Scope.DESK:
            return self._branch.get(one.key)
        if not self._file.contains(one.key):
            return None
        return str(self._file.value(one.key, "", type=str))
