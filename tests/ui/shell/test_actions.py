"""Actions: every key once, one place that decides what is enabled and says why not."""

import pytest
from PySide6.QtGui import QKeySequence

from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.shell.action_table import SHELL_ACTIONS, ActionSpec, Key
from visitdesk.ui.shell.actions import RESERVED, regroup
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.language import Language
from visitdesk.wording import Lang

CLERK = Actor(user=UserId("qian"), roles=frozenset({Role.CLERK}))


def test_that_no_key_is_used_twice_reserved_or_a_bare_letter() -> None:
    keys = [spec.shortcut for spec in SHELL_ACTIONS if spec.shortcut]
    assert len(keys) == len(set(keys))
    for key in keys:
        assert key not in RESERVED
        assert len(key) > 1
        assert not key.startswith("Ctrl+Alt+")
        assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key


@pytest.mark.parametrize("shortcut", ["F2", "Ctrl+Space", "F10", "x", "3"])
def test_that_a_capability_cannot_take_a_key_that_is_not_free(shell: Shell, shortcut: str) -> None:
    with pytest.raises(ValueError, match="cannot be declared"):
        shell.actions.declare([ActionSpec(key="cases.odd", text="Odd", shortcut=shortcut)])


def test_that_a_deed_nobody_bound_says_that_it_is_not_on_this_page(shell: Shell) -> None:
    action = shell.actions[Key.OPTIMISE]
    assert not action.isEnabled()
    assert "Not on this page." in action.toolTip()


def test_that_a_page_binds_a_deed_only_while_it_is_on_top(shell: Shell) -> None:
    done: list[str] = []
    page, other = Shell(clock=shell.clock, parent=shell), Shell(clock=shell.clock, parent=shell)
    shell.actions.bind(page, Key.PRINT, lambda: done.append("page"), words=lambda: "Print packs")
    assert not shell.actions[Key.PRINT].isEnabled()
    shell.actions.set_top(page)
    assert shell.actions[Key.PRINT].text() == "Print packs"
    shell.actions[Key.PRINT].trigger()
    shell.actions.set_top(other)
    assert not shell.actions[Key.PRINT].isEnabled()
    assert shell.actions[Key.PRINT].text() == "Print"
    assert done == ["page"]


def test_that_a_role_that_may_not_is_told_who_may(shell: Shell) -> None:
    shell.actions.bind(None, Key.OPTIMISE, lambda: None)
    shell.set_actor(CLERK)
    assert not shell.actions[Key.OPTIMISE].isEnabled()
    assert "Needs the role: supervisor." in shell.actions[Key.OPTIMISE].toolTip()


def test_that_a_reason_of_the_page_is_shown_and_asked_again(shell: Shell) -> None:
    reasons: list[str | None] = ["The verdict is blocked."]
    shell.actions.bind(None, Key.INTO_PLAN, lambda: None, reason=lambda: reasons[0])
    assert "The verdict is blocked." in shell.actions[Key.INTO_PLAN].toolTip()
    reasons[0] = None
    shell.actions.refresh()
    assert shell.actions[Key.INTO_PLAN].isEnabled()


def test_that_a_locked_desk_asks_for_the_password_instead_of_acting(shell: Shell) -> None:
    done: list[str] = []
    shell.actions.bind(None, Key.ACKNOWLEDGE, lambda: done.append("acknowledged"))
    shell.actions.lock(lambda: done.append("asked"))
    shell.actions[Key.ACKNOWLEDGE].trigger()
    shell.actions.lock(None)
    shell.actions[Key.ACKNOWLEDGE].trigger()
    assert done == ["asked", "acknowledged"]


def test_that_the_key_sheet_holds_every_action_with_a_key_in_both_languages(shell: Shell, language: Language) -> None:
    for lang in Lang:
        language.set(lang)
        shell.actions.refresh()
        listed = shell.actions.listed()
        sheet = [one for group in regroup(listed).values() for one in group]
        assert {one.spec.key for one in sheet} == {spec.key for spec in SHELL_ACTIONS if spec.shortcut}
        assert all(one.text for one in listed)
    language.set(Lang.EN)
