"""Every QAction once: words, icon, key, tip, permission, and why it is disabled. One place decides what is enabled.

A page does not make actions. It *binds* one: `page.bind(Key.PRINT, self._print)`; the shell enables it while that page
is on top. A capability with deeds of its own declares `ActionSpec`s in its page module and binds those.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from visitdesk.security.model import Actor, Role
from visitdesk.security.permissions import MAY
from visitdesk.ui.shell.action_table import SAFETY_ACTIONS, SHELL_ACTIONS, ActionSpec, Group, Key
from visitdesk.ui.shell.icons import icon_of

__all__ = ["ActionSpec", "Actions", "Group", "Key", "Listed", "role_word"]

RESERVED = frozenset({"Ctrl+Space", "Ctrl+.", "F10", "Ctrl+Shift", "Shift"})
"""Taken by input methods and by Windows."""

WHILE_LOCKED = frozenset({Key.STRIP, Key.NEXT_ALARM, Key.MUTE, Key.THEME, Key.LANGUAGE, Key.REGION})
"""What a locked desk still does: look at the strip, be quiet for two minutes, change the look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What a page does when the action comes, and how it calls it.

    Attributes:
        words: gives the page's own words for it; None keeps the declared ones.
        reason: why it cannot be done now, in words; None if it can.
    """

    run: Callable[[], object]
    words: Callable[[], str] | None = None
    reason: Callable[[], str | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An action as palette and key sheet show it.

    Attributes:
        reason: why it is disabled; empty if it is not.
    """

    spec: ActionSpec
    text: str
    keys: str
    reason: str
    action: QAction


def role_word(role: Role) -> str:
    """The name of a role in the language shown."""
    words = {
        Role.SUPERVISOR: QCoreApplication.translate("Role", "supervisor"),
        Role.SAFETY_OFFICER: QCoreApplication.translate("Role", "safety officer"),
        Role.CLERK: QCoreApplication.translate("Role", "clerk"),
        Role.TRAINER: QCoreApplication.translate("Role", "trainer"),
        Role.AUDITOR: QCoreApplication.translate("Role", "auditor"),
        Role.ADMINISTRATOR: QCoreApplication.translate("Role", "administrator"),
    }
    return words[role]


class Actions(QObject):
    """Owns the actions.

    Signals:
        declared: more actions were declared; windows add them.
    """

    declared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._bound: dict[tuple[int, str], Binding] = {}
        self._top: int = 0
        self._actor: Actor | None = None
        self._locked: Callable[[], object] | None = None
        self.declare(SHELL_ACTIONS)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def declare(self, specs: Iterable[ActionSpec]) -> None:
        """Add actions; declaring the same one again changes nothing.

        Raises:
            ValueError: a key or shortcut is taken, reserved, or a bare letter or digit.
        """
        for spec in specs:
            if self._specs.get(spec.key) == spec:
                continue
            self._refuse_bad(spec)
            self._specs[spec.key] = spec
            self._actions[spec.key] = self._make(spec)
            self._refresh(spec.key)
        self.declared.emit()

    def _refuse_bad(self, spec: ActionSpec) -> None:
        taken = {other.shortcut for other in self._specs.values() if other.shortcut}
        bare = len(spec.shortcut) == 1
        if spec.key in self._specs or spec.shortcut in taken or spec.shortcut in RESERVED or bare:
            msg = f"action {spec.key} with {spec.shortcut!r} cannot be declared"
            raise ValueError(msg)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.key)
        if spec.icon is not None:
            action.setIcon(icon_of(spec.icon))
            action.setProperty("picture", spec.icon.value)
        if spec.shortcut:
            keys = [QKeySequence(spec.shortcut)]
            if "Return" in spec.shortcut:
                keys.append(QKeySequence(spec.shortcut.replace("Return", "Enter")))
            action.setShortcuts(keys)
            action.setProperty("keyText", key_text(spec.shortcut))
        everywhere = Qt.ShortcutContext.ApplicationShortcut
        action.setShortcutContext(everywhere if spec.everywhere else Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(partial(self._triggered, spec.key))
        return action

    def give_to(self, window: QWidget, *, only_safety: bool = False) -> None:
        """Let the keys work in `window`: all of them, or the safety keys alone (dialogs)."""
        if only_safety:
            window.addActions([self._actions[spec.key] for spec in SAFETY_ACTIONS])
        else:
            window.addActions(list(self._actions.values()))

    def bind(
        self,
        owner: QObject | None,
        key: str,
        run: Callable[[], object],
        *,
        words: Callable[[], str] | None = None,
        reason: Callable[[], str | None] | None = None,
    ) -> None:
        """Let `owner` (a page; None for the window itself) do `key` while it is on top."""
        self._bound[_ident(owner), key] = Binding(run=run, words=words, reason=reason)
        self._refresh(key)

    def release(self, owner: QObject) -> None:
        """Forget everything `owner` has bound."""
        for ident, key in [pair for pair in self._bound if pair[0] == _ident(owner)]:
            del self._bound[ident, key]
            self._refresh(key)

    def set_top(self, owner: QObject | None) -> None:
        """The page on top; its bindings hold from now on."""
        self._top = _ident(owner)
        self.refresh()

    def set_actor(self, actor: Actor | None) -> None:
        """Who sits here; decides what is allowed."""
        self._actor = actor
        self.refresh()

    def lock(self, refused: Callable[[], object] | None) -> None:
        """While the desk is locked every deed calls `refused` instead (it asks for the password); None unlocks."""
        self._locked = refused

    def refresh(self) -> None:
        """Decide again what is enabled, and say it in the language shown; call it when a reason may have changed."""
        for key in self._specs:
            self._refresh(key)

    def listed(self) -> list[Listed]:
        """All actions with their present words and reasons, in order of declaration."""
        return [
            Listed(
                spec=spec,
                text=self._actions[key].text(),
                keys=str(self._actions[key].property("keyText") or ""),
                reason=self._reason(spec) or "",
                action=self._actions[key],
            )
            for key, spec in self._specs.items()
        ]

    def _binding(self, key: str) -> Binding | None:
        return self._bound.get((self._top, key)) or self._bound.get((0, key))

    def _triggered(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        if self._locked is not None and key not in WHILE_LOCKED:
            self._locked()
            return
        binding = self._binding(key)
        if binding is not None:
            binding.run()

    def _reason(self, spec: ActionSpec) -> str | None:
        """Why `spec` cannot be done now, or None."""
        if spec.deed is not None and self._actor is not None and not self._actor.has(*MAY[spec.deed]):
            separator = QCoreApplication.translate("Actions", ", ")
            roles = separator.join(role_word(role) for role in Role if role in MAY[spec.deed])
            return QCoreApplication.translate("Actions", "Needs the role: {roles}.").format(roles=roles)
        binding = self._binding(spec.key)
        if binding is None:
            return QCoreApplication.translate("Actions", "Not on this page.")
        return None if binding.reason is None else binding.reason()

    def _refresh(self, key: str) -> None:
        spec, action = self._specs[key], self._actions[key]
        binding = self._binding(key)
        own = binding.words if binding is not None else None
        action.setText(own() if own else QCoreApplication.translate(spec.context, spec.text))
        reason = self._reason(spec)
        action.setEnabled(reason is None)
        tip = QCoreApplication.translate(spec.context, spec.tip) if spec.tip else action.text()
        shown = tip if reason is None else f"{tip}\n{reason}"
        keys = action.property("keyText")
        action.setToolTip(f"{shown}\n{keys}" if keys else shown)
        action.setStatusTip(tip)
        action.setWhatsThis(tip)


def _ident(owner: QObject | None) -> int:
    return 0 if owner is None else id(owner)


def key_text(shortcut: str) -> str:
    """A shortcut as it is printed on buttons: `Ctrl+Return` reads `Ctrl+Enter`, `Alt+Up` reads `Alt+↑`."""
    for name, sign in (("Return", "Enter"), ("Up", "↑"), ("Down", "↓"), ("Left", "←"), ("Right", "→")):
        shortcut = shortcut.removesuffix(name) + sign if shortcut.endswith(f"+{name}") else shortcut
    return shortcut


def regroup(listed: Iterable[Listed]) -> Mapping[Group, list[Listed]]:
    """The key sheet: actions that have a key, by group."""
    sheet: dict[Group, list[Listed]] = {group: [] for group in Group}
    for one in listed:
        if one.keys:
            sheet[one.spec.group].append(replace(one))
    return sheet
