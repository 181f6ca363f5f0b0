"""The settings page: groups at the left, search on top, a row for every declared setting."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.errors import BadInput
from visitdesk.security.permissions import MAY, Deed
from visitdesk.settings import GROUP_WORDS, SETTINGS, Scope, Setting, SettingGroup, Value, setting, to_text
from visitdesk.ui.settings.rows import SettingRow
from visitdesk.ui.settings.values import BranchValues, Values
from visitdesk.ui.shell.actions import Key, role_word
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.page import Page, PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Scroll, Text


class SettingsPage(Page):
    """All settings, by group, searchable, each with a way back.

    Args:
        branch: keeps values of the branch; None while no branch is open, then those rows are locked and say why.
    """

    def __init__(self, shell: Shell, values: Values, branch: Callable[[], BranchValues | None]) -> None:
        super().__init__(shell, name="settings")
        self._values = values
        self._branch = branch
        self._rows: dict[str, SettingRow] = {}
        self._cards: dict[SettingGroup, Card] = {}
        self._groups: dict[SettingGroup, Button] = {}
        self.say(self.title.setText, lambda: self.tr("Settings"))
        self.say(
            self.subtitle.setText,
            lambda: self.tr("%n setting(s); a dot marks what differs from the default", "", len(SETTINGS)),
        )
        self.search = QLineEdit()
        self.search.setObjectName("settings.search")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme().px(300))
        self.say(self.search.setPlaceholderText, lambda: self.tr("Search settings"))
        self.say(self.search.setAccessibleName, lambda: self.tr("Search settings"))
        self.search.textChanged.connect(self._search)
        self.add_head(self.search)
        self.bind(Key.FILTER, self.search.setFocus, words=lambda: self.tr("Search settings"))
        self.add_deed(Key.KEYS)
        self.add_deed(Key.ABOUT)
        self._build_rows()
        values.changed.connect(self._value_changed)
        shell.actor_changed.connect(self._show_all)
        self._show_all()

    def _build_rows(self) -> None:
        t = theme()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, t.px(8), t.px(8))
        column.setSpacing(t.px(12))
        rail = QWidget()
        rail.setFixedWidth(t.px(180))
        names = QVBoxLayout(rail)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(t.px(2))
        for group in SettingGroup:
            card = Card(name=f"group.{group.value}")
            card.body.setSpacing(0)
            card.title.show()
            self.say(card.title.setText, partial(self._group_word, group))
            for one in (s for s in SETTINGS if s.group is group):
                card.add(self._make_row(one))
            button = Button(kind="name", name=f"go.group.{group.value}")
            button.setFixedWidth(t.px(176))
            self.say(button.setText, partial(self._group_word, group))
            button.clicked.connect(partial(self._show_group, group))
            names.addWidget(button)
            column.addWidget(card)
            self._cards[group], self._groups[group] = card, button
        names.addStretch(1)
        self._nothing = Text("", Type.BODY, tone="text2", wrap=True)
        self.say(self._nothing.setText, lambda: self.tr("No setting fits these words. Clear the search to see all."))
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addStretch(1)
        self._scroll = Scroll(inside, name="settings.scroll")
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(t.px(16))
        across.addWidget(rail)
        across.addWidget(self._scroll, 1)
        self.set_content(content)

    @staticmethod
    def _group_word(group: SettingGroup) -> str:
        return GROUP_WORDS[group].of(theme().lang)

    def _make_row(self, one: Setting) -> SettingRow:
        row = SettingRow(one)
        row.wished.connect(partial(self._wish, one.key))
        row.reset_asked.connect(partial(self._reset, one.key))
        self._rows[one.key] = row
        return row

    @override
    def opened(self, selection: Selection | None) -> None:
        self._show_all()
        if selection is not None and selection.id in self._rows:
            row = self._rows[selection.id]
            self._scroll.ensureWidgetVisible(row)
            row.control.setFocus()

    def _show_all(self, _actor: object = None) -> None:
        for key in self._rows:
            self._show(key)

    def _value_changed(self, key: str) -> None:
        if key in self._rows:
            self._show(key)

    def _show(self, key: str) -> None:
        value = self._values.value(key)
        self._rows[key].show_value(value, is_changed=self._values.is_changed(key), reason=self._why_not(setting(key)))

    def _why_not(self, one: Setting) -> str:
        """Why whoever sits here cannot change it; "" if they can."""
        if one.scope is not Scope.BRANCH:
            return ""
        if self._branch() is None:
            return self.tr("Open a branch first.")
        if not self.shell.may(Deed.CHANGE_SETTINGS):
            roles = self.tr(", ").join(role_word(role) for role in sorted(MAY[Deed.CHANGE_SETTINGS]))
            return self.tr("Needs the role: {roles}.").format(roles=roles)
        return ""

    def _wish(self, key: str, value: Value) -> None:
        if value == self._values.value(key):
            return
        try:
            self._keep(key, value)
        except BadInput as fault:
            self.show_fault(fault)
            self._show(key)

    def _reset(self, key: str) -> None:
        before = self._values.value(key)
        self._keep(key, setting(key).default)
        words = self.tr("{name} is back at its default.").format(name=setting(key).name.of(theme().lang))
        self.shell.toast(words, partial(self._keep, key, before))

    def _keep(self, key: str, value: Value) -> None:
        one, store = setting(key), self._branch()
        before = self._values.value(key)
        if value == one.default:
            self._values.reset(key)
        else:
            self._values.put(key, value)
        if one.scope is Scope.BRANCH and store is not None:
            text = None if value == one.default else to_text(value)
            self.ask(partial(store.write, key, text), _nothing, slot="", failed=partial(self._refused, key, before))

    def _refused(self, key: str, before: Value, fault: Exception) -> None:
        """The branch's store did not take it: show what holds."""
        self._values.put(key, before)
        self.show_fault(fault)

    def _search(self, words: str) -> None:
        shown = 0
        for group, card in self._cards.items():
            fitting = 0
            for one in (s for s in SETTINGS if s.group is group):
                fits = self._rows[one.key].contains(words)
                self._rows[one.key].setVisible(fits)
                fitting += fits
            card.setVisible(fitting > 0)
            self._groups[group].setEnabled(fitting > 0)
            shown += fitting
        self._nothing.setVisible(shown == 0)

    def _show_group(self, group: SettingGroup) -> None:
        self._scroll.verticalScrollBar().setValue(self._cards[group].y())


def _nothing(_answer: object) -> None:
    """Nothing is left to do."""


def pages(values: Values, branch: Callable[[], BranchValues | None]) -> tuple[PageSpec, ...]:
    """The settings page."""
    return (
        PageSpec(
            key="settings",
            station=Station.SETTINGS,
            make=lambda shell: SettingsPage(shell, values, branch),
        ),
    )
