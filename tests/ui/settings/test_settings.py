"""Settings: the declaration itself, the values kept, the page built from it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from visitdesk.errors import BadInput
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.settings import GROUP_WORDS, SCOPE_WORDS, SETTINGS, Kind, Scope, checked, from_text, setting, to_text
from visitdesk.ui.settings.panel import SettingsPage
from visitdesk.ui.settings.values import Values
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.widgets import Button, IconButton

SUPERVISOR = Actor(user=UserId("zhao"), roles=frozenset({Role.SUPERVISOR}))
CLERK = Actor(user=UserId("qian"), roles=frozenset({Role.CLERK}))


class FakeStore:
    """Keeps branch values in memory, or refuses."""

    def __init__(self) -> None:
        self.kept: dict[str, str | None] = {}
        self.fault: Exception | None = None

    def read(self) -> dict[str, str]:
        return {key: text for key, text in self.kept.items() if text is not None}

    def write(self, key: str, text: str | None) -> None:
        if self.fault is not None:
            raise self.fault
        self.kept[key] = text


@pytest.fixture
def values(tmp_path: Path) -> Values:
    return Values(tmp_path)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, values: Values, store: FakeStore) -> SettingsPage:
    shell.set_actor(SUPERVISOR)
    made = SettingsPage(shell, values, lambda: store)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.opened(None)
    return made


def test_that_every_declaration_is_whole() -> None:
    assert len({one.key for one in SETTINGS}) == len(SETTINGS)
    for one in SETTINGS:
        assert checked(one, one.default) == one.default
        assert one.group in GROUP_WORDS
        assert one.scope in SCOPE_WORDS
        for words in (one.name, one.prose, *one.choices.values()):
            assert words.zh
            assert words.en
        assert (one.kind is Kind.CHOICE) == bool(one.choices)


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.key)
def test_that_a_value_survives_being_kept_as_text(one: object) -> None:
    declared = setting(str(getattr(one, "key", "")))
    assert from_text(declared, to_text(declared.default)) == declared.default
    assert from_text(declared, "\0 odd") == declared.default


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("planning.service_minutes", 4),
        ("planning.service_minutes", 91),
        ("planning.service_minutes", True),
        ("planning.service_minutes", 25.5),
        ("planning.detour_factor", float("nan")),
        ("planning.detour_factor", 0.99),
        ("planning.day_begins", "24:00"),
        ("planning.day_begins", "9:00"),
        ("planning.day_begins", "０９:00"),
        ("look.theme", "pink"),
        ("desk.name", " "),
        ("desk.name", "x" * 41),
        ("look.motion", 1),
        ("copies.folder", "a\0b"),
    ],
)
def test_that_values_out_of_their_declaration_are_refused(key: str, value: object) -> None:
    with pytest.raises(BadInput):
        checked(setting(key), value)


@pytest.mark.parametrize("minutes", [5, 90])
def test_that_limits_are_inclusive(minutes: int) -> None:
    assert checked(setting("planning.service_minutes"), minutes) == minutes


def test_that_an_unknown_setting_is_refused_by_name() -> None:
    with pytest.raises(BadInput) as fault:
        setting("planning.speed_of_light")
    assert fault.value.facts["value"] == "planning.speed_of_light"


def test_that_desk_values_are_there_after_a_restart_and_go_back(tmp_path: Path) -> None:
    first = Values(tmp_path)
    first.put("look.theme", "dark")
    first.put("desk.lock_after", 0)
    second = Values(tmp_path)
    assert second.value("look.theme") == "dark"
    assert second.value("desk.lock_after") == 0
    assert second.is_changed("look.theme")
    second.reset("look.theme")
    assert Values(tmp_path).value("look.theme") == "system"


def test_that_every_setting_has_a_row_with_a_named_control(page: SettingsPage) -> None:
    for one in SETTINGS:
        assert page.findChild(QWidget, f"setting.{one.key}") is not None
        control = page.findChild(QWidget, f"control.{one.key}")
        assert control is not None
        assert control.accessibleName() == one.name.en


def test_that_a_choice_a_switch_and_a_number_are_kept_at_once(page: SettingsPage, values: Values) -> None:
    combo, box, number = (
        page.findChild(QComboBox, "control.look.theme"),
        page.findChild(QCheckBox, "control.look.motion"),
        page.findChild(QSpinBox, "control.planning.seconds"),
    )
    assert combo is not None
    assert box is not None
    assert number is not None
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    box.click()
    number.setValue(55)
    assert values.value("look.theme") == "dark"
    assert values.value("look.motion") is False
    assert values.value("planning.seconds") == 55


def test_that_a_branch_value_is_written_to_the_store(qtbot: QtBot, page: SettingsPage, store: FakeStore) -> None:
    field = page.findChild(QLineEdit, "control.branch.name")
    assert field is not None
    field.setText("Branch 1")
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: store.kept == {"branch.name": "Branch 1"})


def test_that_a_value_the_store_refuses_is_shown_as_it_was(
    qtbot: QtBot, page: SettingsPage, store: FakeStore, values: Values
) -> None:
    store.fault = BadInput("settings.does_not_fit", value="branch.name")
    field = page.findChild(QLineEdit, "control.branch.name")
    assert field is not None
    field.setText("Branch 1")
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: page.findChild(QWidget, "fault_bar") is not None)
    assert values.value("branch.name") == ""
    assert field.text() == ""


def test_that_a_clerk_sees_branch_settings_locked_with_the_reason(page: SettingsPage, shell: Shell) -> None:
    shell.set_actor(CLERK)
    field = page.findChild(QLineEdit, "control.branch.name")
    assert field is not None
    assert not field.isEnabled()
    assert "supervisor" in field.toolTip()
    own = page.findChild(QComboBox, "control.look.theme")
    assert own is not None
    assert own.isEnabled()


def test_that_reset_goes_back_and_can_be_undone(page: SettingsPage, values: Values, shell: Shell) -> None:
    values.put("planning.seconds", 55)
    reset = page.findChild(IconButton, "reset.planning.seconds")
    assert reset is not None
    asked: list[object] = []
    shell.toast_asked.connect(lambda toast: asked.append(toast.undo()))
    reset.click()
    assert asked == [None]
    assert values.value("planning.seconds") == 55


def test_that_the_search_finds_in_both_languages_and_says_when_it_finds_nothing(page: SettingsPage) -> None:
    def shown() -> list[str]:
        return [
            one.key for one in SETTINGS if (row := page.findChild(QWidget, f"setting.{one.key}")) and row.isVisible()
        ]

    page.search.setText("车速")
    assert shown() == ["planning.speed_kmh"]
    page.search.setText("idle lock")
    assert shown() == ["desk.lock_after"]
    page.search.setText("nothing of the kind")
    assert shown() == []
    page.search.clear()
    assert len(shown()) == len(SETTINGS)


def test_that_group_names_lead_to_their_groups(page: SettingsPage) -> None:
    button = page.findChild(Button, "go.group.copies")
    assert button is not None
    button.click()
    row = page.findChild(QWidget, "setting.copies.folder")
    assert row is not None
    assert not row.visibleRegion().isEmpty()


def test_that_branch_settings_never_hold_law() -> None:
    for one in SETTINGS:
        if one.scope is Scope.BRANCH:
            assert not one.key.startswith("compliance")
