"""Before the branch: the first window (demonstration, new, open), signing in, and the lock. The strip stays above them.

What these pages ask for is a `Gate`, fulfilled by `app`; its methods are called on the writer thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk import __version__
from visitdesk.errors import VisitDeskError
from visitdesk.security.model import Actor
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.states import LoadingRow, Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, IconButton, Line, Scroll, Text, row, set_look
from visitdesk.ui.shell.wording import told

NEEDS_PASSPHRASE = frozenset({"security.no_key", "security.wrong_key"})
"""Faults after which a passphrase is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBranch:
    """A branch opened here before."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBranch:
    """What is needed to begin a branch; the first user becomes supervisor and administrator.

    Attributes:
        passphrase: opens the data on any computer; "" leaves the key to the vault of this one.
    """

    folder: Path
    name: str
    user: str
    user_name: str
    password: str
    passphrase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A branch that is open.

    Attributes:
        actor: who acts; None until somebody has signed in.
        user_name: name of that person, for the top bar.
    """

    branch: str
    is_demo: bool
    actor: Actor | None
    user_name: str = ""


class Gate(Protocol):
    """Opens branches and signs people in."""

    @property
    def has_demo(self) -> bool:
        """Whether a demonstration branch can be made."""
        ...

    def known(self) -> tuple[KnownBranch, ...]:
        """Branches opened here before, newest first; quick, called on the GUI thread."""
        ...

    def open_demo(self) -> Entered:
        """Make the demonstration branch if need be, and open it."""
        ...

    def create(self, wish: NewBranch) -> Entered:
        """Begin a branch in an empty folder."""
        ...

    def open(self, folder: Path, passphrase: str = "") -> Entered:
        """Open an existing branch."""
        ...

    def sign_in(self, user: str, password: str) -> Entered:
        """Sign in at the open branch, also to unlock."""
        ...


class GatePage(Spoken, QWidget):
    """A centre card on grey.

    Signals:
        entered: payload Entered.
    """

    entered = Signal(object)

    def __init__(self, shell: Shell, *, name: str, width: int = 420) -> None:
        super().__init__()
        self.setObjectName(f"gate.{name}")
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.shell = shell
        t = theme()
        inside = QWidget()
        outer = QVBoxLayout(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
        self.card = QFrame()
        self.card.setProperty("surface", "card")
        self.card.setFixedWidth(t.px(width))
        self.body = QVBoxLayout(self.card)
        self.body.setContentsMargins(t.px(28), t.px(24), t.px(28), t.px(24))
        self.body.setSpacing(t.px(12))
        self._version = Text(f"VisitDesk {__version__}", Type.SMALL, tone="text2")
        outer.addStretch(2)
        outer.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addSpacing(t.px(10))
        outer.addWidget(self._version, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.fault = Text("", Type.TABLE, tone="error", wrap=True, name="gate.fault")
        self.fault.hide()
        self.loading = LoadingRow()
        self.loading.cancel.hide()

    def add_tail(self) -> None:
        """Fault line and loading bar, last in the card."""
        self.body.addWidget(self.fault)
        self.body.addWidget(self.loading)

    def run(self, work: Callable[[], Entered], doing: str) -> None:
        """Ask the gate, on the writer thread; the card is disabled meanwhile."""
        self.fault.hide()
        self.card.setEnabled(False)
        self.loading.begin(doing, can_cancel=False)
        self.shell.jobs.run(work, done=self._done, failed=self._failed)

    def _done(self, answer: Entered) -> None:
        self._ended()
        self.entered.emit(answer)

    def _failed(self, fault: Exception) -> None:
        self._ended()
        self.fault.setText(told(fault).sentence)
        self.fault.setAccessibleName(self.fault.text())
        self.fault.show()
        self.failed(fault)

    def failed(self, fault: Exception) -> None:
        """Hook: put the keyboard where the mistake is."""

    def _ended(self) -> None:
        self.loading.end()
        self.card.setEnabled(True)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class _Way(Button):
    """A large choice: icon, title, sentence."""

    def __init__(self, icon: Icon, *, name: str) -> None:
        super().__init__(kind="way", name=name)
        t = theme()
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(t.px(16), t.px(8), t.px(12), t.px(8))
        line.setSpacing(t.px(14))
        words = QVBoxLayout()
        words.setSpacing(t.px(1))
        self.heading = Text("", Type.STRONG)
        self.sentence = Text("", Type.TABLE, tone="text2")
        words.addStretch(1)
        words.addWidget(self.heading)
        words.addWidget(self.sentence)
        words.addStretch(1)
        line.addWidget(Picture(icon, role="accent_text", side=24))
        line.addLayout(words, 1)
        line.addWidget(Picture(Icon.CHEVRON_RIGHT, side=16))
        for part in (self.heading, self.sentence):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def name_it(self, heading: str) -> None:
        """Words of the title, also the accessible name."""
        self.heading.setText(heading)
        self.setAccessibleName(heading)


class StartPage(GatePage):
    """The first window.

    Signals:
        new_asked: begin a branch. folder_chosen: payload Path, open this folder.
    """

    new_asked = Signal()

    def __init__(self, shell: Shell, gate: Gate) -> None:
        super().__init__(shell, name="start", width=520)
        self._gate = gate
        heading = Text("", Type.TITLE)
        self.say(heading.setText, lambda: self.tr("Welcome to VisitDesk"))
        sentence = Text("", Type.BODY, tone="text2", wrap=True)
        self.say(sentence.setText, lambda: self.tr("Lawful visits, teams that come home safe, records that hold."))
        self.body.addWidget(heading)
        self.body.addWidget(sentence)
        self.body.addSpacing(theme().px(4))
        self._add_ways()
        self._add_known()
        self.add_tail()
        self._add_passphrase()
        self.body.addWidget(Line())
        actions = shell.actions
        language, look = Button(kind="link", icon=Icon.LOCAL_LANGUAGE), Button(kind="link", icon=Icon.DARK_THEME)
        language.setObjectName("start.language")
        look.setObjectName("start.theme")
        self._language = language
        self.say(language.setText, actions[Key.LANGUAGE].text)
        self.say(look.setText, lambda: self.tr("Light or dark"))
        language.clicked.connect(actions[Key.LANGUAGE].trigger)
        look.clicked.connect(actions[Key.THEME].trigger)
        actions[Key.LANGUAGE].changed.connect(self._name_language)  # a method: Qt lets go of it with this page
        self.body.addLayout(row(language, look, 1))

    def _name_language(self) -> None:
        self._language.setText(self.shell.actions[Key.LANGUAGE].text())

    def _add_ways(self) -> None:
        self.demo = _Way(Icon.PLAY, name="start.demo")
        self.say(self.demo.name_it, lambda: self.tr("Open the demonstration branch"))
        self.say(
            self.demo.sentence.setText, lambda: self.tr("A whole working day with invented people; nothing is sent.")
        )
        self.demo.clicked.connect(self._open_demo)
        self.demo.setVisible(self._gate.has_demo)
        self.new = _Way(Icon.BUILDING, name="start.new")
        self.say(self.new.name_it, lambda: self.tr("New branch"))
        self.say(self.new.sentence.setText, lambda: self.tr("An encrypted data folder on this computer."))
        self.new.clicked.connect(self.new_asked)
        self.open = _Way(Icon.FOLDER_OPEN, name="start.open")
        self.say(self.open.name_it, lambda: self.tr("Open a branch"))
        self.say(self.open.sentence.setText, lambda: self.tr("A data folder that is already there."))
        self.open.clicked.connect(self._ask_folder)
        for way in (self.demo, self.new, self.open):
            self.body.addWidget(way)

    def _add_known(self) -> None:
        known = self._gate.known()[:3]
        if known:
            heading = Text("", Type.SMALL, tone="text2")
            self.say(heading.setText, lambda: self.tr("Opened before"))
            self.body.addWidget(heading)
        for one in known:
            button = Button(one.name, icon=Icon.HISTORY, kind="link", name=f"start.known.{one.folder.name}")
            button.setToolTip(str(one.folder))
            button.clicked.connect(partial(self.open_folder, one.folder))
            self.body.addLayout(row(button, 1))

    def _open_demo(self) -> None:
        self.run(self._gate.open_demo, self.tr("Preparing the demonstration day…"))

    def _add_passphrase(self) -> None:
        """Asked only when a folder does not open by itself."""
        self._folder: Path | None = None
        self._form = Form(name="start.passphrase_form")
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._form.add("start.passphrase", lambda: self.tr("Passphrase of the data folder"), self.passphrase)
        self.passphrase.returnPressed.connect(self._try_passphrase)
        self._form.hide()
        self.body.addWidget(self._form)

    def _try_passphrase(self) -> None:
        if self._folder is not None:
            self.run(partial(self._gate.open, self._folder, self.passphrase.text()), self.tr("Opening the branch…"))

    @override
    def failed(self, fault: Exception) -> None:
        if isinstance(fault, VisitDeskError) and fault.code in NEEDS_PASSPHRASE and self._folder is not None:
            self._form.show()
            self.passphrase.clear()
            self.passphrase.setFocus()

    def open_folder(self, folder: Path) -> None:
        """Open the branch in this folder."""
        self._folder = folder
        self.run(partial(self._gate.open, folder), self.tr("Opening the branch…"))

    def _ask_folder(self) -> None:
        import_module("visitdesk.ui.shell.folders").ask_folder(self, self.open_folder)  # 35 ms the first paint saves


class NewBranchPage(GatePage):
    """Name, folder, first user.

    Signals:
        back_asked: to the first window.
    """

    back_asked = Signal()

    def __init__(self, shell: Shell, gate: Gate, folder: Path) -> None:
        super().__init__(shell, name="new", width=520)
        self._gate = gate
        back = IconButton(Icon.ARROW_LEFT, "", name="new.back")
        self.say(back.name_it, lambda: self.tr("Back"))
        back.clicked.connect(self.back_asked)
        heading = Text("", Type.TITLE)
        self.say(heading.setText, lambda: self.tr("New branch"))
        self.body.addLayout(row(back, heading, 1))
        self.form = Form(name="new.form", columns=2)
        self.name, self.folder = QLineEdit(), QLineEdit(str(folder))
        self.user, self.user_name = QLineEdit(), QLineEdit()
        self.password, self.again, self.passphrase = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.password, self.again, self.passphrase):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        add = self.form.add
        add("new.name", lambda: self.tr("Name of the branch"), self.name, required=True, span=2)
        add("new.folder", lambda: self.tr("Data folder"), self.folder, required=True, span=2)
        add("new.user_name", lambda: self.tr("Your name"), self.user_name, required=True)
        add(
            "new.user",
            lambda: self.tr("Sign-in name"),
            self.user,
            required=True,
            hint=lambda: self.tr("Letters, digits and _"),
        )
        add("new.password", lambda: self.tr("Password"), self.password, required=True)
        add("new.again", lambda: self.tr("Password again"), self.again, required=True)
        words = self._passphrase_hint
        add("new.passphrase", lambda: self.tr("Passphrase of the data"), self.passphrase, hint=words, span=2)
        self.body.addWidget(self.form)
        self.deed = Button(kind="accent", icon=Icon.CHECKMARK, name="new.create")
        self.say(self.deed.setText, lambda: self.tr("Create branch"))
        self.deed.clicked.connect(self._create)
        self.again.returnPressed.connect(self._create)
        self.add_tail()
        self.body.addLayout(row(1, self.deed))
        self.setFocusProxy(self.name)

    def _passphrase_hint(self) -> str:
        return self.tr(
            "May stay empty where the system keeps keys; opens the data on another computer, 10 characters or more"
        )

    def _create(self) -> None:
        empty = self.tr("Please fill this in.")
        fields = {"name": self.name, "folder": self.folder, "user_name": self.user_name, "user": self.user}
        fields |= {"password": self.password}
        faults = {f"new.{key}": empty for key, field in fields.items() if not field.text().strip()}
        if self.password.text() != self.again.text():
            faults["new.again"] = self.tr("The two passwords differ.")
        if self.form.show_faults(faults):
            wish = NewBranch(
                folder=Path(self.folder.text().strip()),
                name=self.name.text().strip(),
                user=self.user.text().strip(),
                user_name=self.user_name.text().strip(),
                password=self.password.text(),
                passphrase=self.passphrase.text(),
            )
            self.run(partial(self._gate.create, wish), self.tr("Creating the branch…"))


class SignInPage(GatePage):
    """User and password; also the lock, then with the user already named.

    Signals:
        back_asked: to the first window.
    """

    back_asked = Signal()

    def __init__(self, shell: Shell, gate: Gate, *, branch: str, locked_user: str = "") -> None:
        super().__init__(shell, name="lock" if locked_user else "sign_in", width=380)
        self._gate = gate
        self._is_lock = bool(locked_user)
        picture = Picture(Icon.LOCK_CLOSED if locked_user else Icon.SHIELD_CHECKMARK, role="accent_text", side=36)
        self.body.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        heading = Text("", Type.TITLE)
        self.say(heading.setText, lambda: self.tr("Locked") if self._is_lock else self.tr("Sign in"))
        self.body.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(Text(branch, Type.BODY, tone="text2"), 0, Qt.AlignmentFlag.AlignHCenter)
        self.form = Form(name="sign_in.form")
        self.user, self.password = QLineEdit(locked_user), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.user.setReadOnly(self._is_lock)
        self.form.add("sign_in.user", lambda: self.tr("Sign-in name"), self.user)
        self.form.add("sign_in.password", lambda: self.tr("Password"), self.password)
        self.body.addWidget(self.form)
        self.deed = Button(kind="accent", name="sign_in.deed")
        self.deed.setSizePolicy(self.deed.sizePolicy().Policy.Expanding, self.deed.sizePolicy().Policy.Fixed)
        self.say(self.deed.setText, lambda: self.tr("Unlock") if self._is_lock else self.tr("Sign in"))
        self.deed.clicked.connect(self._sign_in)
        self.password.returnPressed.connect(self._sign_in)
        self.user.returnPressed.connect(self.password.setFocus)
        self.add_tail()
        self.body.addWidget(self.deed)
        if not self._is_lock:
            other = Button(kind="link", name="sign_in.other")
            self.say(other.setText, lambda: self.tr("Another branch"))
            other.clicked.connect(self.back_asked)
            self.body.addLayout(row(1, other, 1))
        self.setFocusProxy(self.password if self._is_lock else self.user)

    def _sign_in(self) -> None:
        work = partial(self._gate.sign_in, self.user.text().strip(), self.password.text())
        self.run(work, self.tr("Signing in…"))

    @override
    def failed(self, fault: Exception) -> None:
        self.password.clear()
        set_look(self.password, faulty="true")
        self.password.setFocus()
