"""The first window, a new branch, signing in, passphrase; over a gate that opens nothing."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.robots.hands import write
from tests.ui.shell.screens import FakeGate
from visitdesk.errors import NotAllowed, Unavailable
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.gate import GatePage, NewBranchPage, SignInPage, StartPage
from visitdesk.ui.shell.widgets import Button, Text


def _press(page: GatePage, name: str) -> None:
    button = page.findChild(Button, name)
    assert button is not None
    button.click()


def _write(page: GatePage, name: str, words: str) -> None:
    field = page.findChild(QLineEdit, name)
    assert field is not None
    field.setText(words)


def test_that_the_demonstration_opens_with_one_click(qtbot: QtBot, shell: Shell) -> None:
    page = StartPage(shell, FakeGate())
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.entered):
        _press(page, "start.demo")


def test_that_the_demonstration_is_not_offered_where_there_is_none(qtbot: QtBot, shell: Shell) -> None:
    gate = FakeGate()
    gate.has_demo = False
    page = StartPage(shell, gate)
    qtbot.addWidget(page)
    page.show()
    assert not page.demo.isVisible()
    assert page.new.isVisible()


def test_that_a_passphrase_is_asked_only_when_the_folder_does_not_open(qtbot: QtBot, shell: Shell) -> None:
    gate = FakeGate(Unavailable("security.no_key", file="sample"))
    page = StartPage(shell, gate)
    qtbot.addWidget(page)
    page.show()
    assert not page.passphrase.isVisible()
    page.open_folder(Path("sample"))
    qtbot.waitUntil(page.passphrase.isVisible)
    gate.fault = None
    with qtbot.waitSignal(page.entered):
        write(page.passphrase, "correct horse\r")


def test_that_a_new_branch_is_asked_for_only_when_everything_is_filled_in(qtbot: QtBot, shell: Shell) -> None:
    gate = FakeGate()
    page = NewBranchPage(shell, gate, Path("VisitDesk"))
    qtbot.addWidget(page)
    _press(page, "new.create")
    assert page.form["new.name"].fault == "Please fill this in."
    for name, words in (
        ("name", "Branch 1"),
        ("user", "zhao"),
        ("user_name", "Zhao"),
        ("password", "a"),
        ("again", "b"),
    ):
        _write(page, f"new.{name}", words)
    _press(page, "new.create")
    assert page.form["new.again"].fault == "The two passwords differ."
    assert not gate.wishes
    _write(page, "new.again", "a")
    with qtbot.waitSignal(page.entered):
        _press(page, "new.create")
    assert gate.wishes[0].name == "Branch 1"
    assert gate.wishes[0].folder == Path("VisitDesk")


def test_that_a_wrong_password_is_said_in_one_line_and_can_be_typed_again(qtbot: QtBot, shell: Shell) -> None:
    gate = FakeGate(NotAllowed("security.sign_in_failed"))
    page = SignInPage(shell, gate, branch="Branch 1")
    qtbot.addWidget(page)
    page.show()
    _write(page, "sign_in.user", "zhao")
    _write(page, "sign_in.password", "wrong")
    _press(page, "sign_in.deed")
    qtbot.waitUntil(page.fault.isVisible)
    assert page.fault.text() == "Sign-in name or password is wrong; enter them again."
    assert page.password.text() == ""
    gate.fault = None
    with qtbot.waitSignal(page.entered):
        page.password.returnPressed.emit()


def test_that_the_lock_names_the_user_and_asks_only_for_the_password(qtbot: QtBot, shell: Shell) -> None:
    page = SignInPage(shell, FakeGate(), branch="Branch 1", locked_user="zhao")
    qtbot.addWidget(page)
    page.show()
    assert page.user.isReadOnly()
    assert page.focusProxy() is page.password
    assert "Locked" in {text.text() for text in page.findChildren(Text)}
