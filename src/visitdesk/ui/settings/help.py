"""Help (F1), the key sheet made from the actions, and About: three pages of the station Settings."""

import platform
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk import __version__
from visitdesk.paths import log_folder, resource
from visitdesk.ui.shell.actions import Group, Key, Listed, regroup
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page, PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.reader import Reader
from visitdesk.ui.shell.search import Entry, EntryGroup
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Line, Scroll, Text, row
from visitdesk.wording import Lang


def articles(lang: Lang) -> dict[str, tuple[str, str]]:
    """Name to title and text of every help article of a language, in order of their names."""
    found = {}
    for file in sorted(resource("help", lang.value).glob("*.md")):
        text = file.read_text(encoding="utf-8")
        name = file.stem.partition("-")[2] or file.stem
        found[name] = (text.split("\n", 1)[0].removeprefix("# ").strip(), text)
    return found


class HelpPage(Page):
    """Articles at the left, text at the right; F1 opens the article of the page it was pressed on."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, name="settings/help")
        self._name = "start"
        self._articles: dict[str, tuple[str, str]] = {}
        self.say(self.title.setText, lambda: self.tr("Help"))
        self.say(self.subtitle.setText, lambda: self.tr("F1 on any page opens its article"))
        self.search = QLineEdit()
        self.search.setObjectName("help.search")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme().px(300))
        self.say(self.search.setPlaceholderText, lambda: self.tr("Search help"))
        self.say(self.search.setAccessibleName, lambda: self.tr("Search help"))
        self.search.textChanged.connect(self._fill)
        self.add_head(self.search)
        self.add_deed(Key.KEYS)
        self.list = QListWidget()
        self.list.setObjectName("help.list")
        self.list.setFixedWidth(theme().px(230))
        self.say(self.list.setAccessibleName, lambda: self.tr("Articles"))
        self.list.currentItemChanged.connect(self._chosen)
        self.reader = Reader(name="help.text")
        self.say(self.reader.setAccessibleName, lambda: self.tr("Article"))
        self.reader.anchorClicked.connect(self._follow)
        left, right = Card(), Card()
        left.body.setContentsMargins(theme().px(6), theme().px(6), theme().px(6), theme().px(6))
        left.add(self.list, stretch=1)
        right.body.setContentsMargins(theme().px(28), theme().px(20), theme().px(20), theme().px(20))
        right.add(self.reader, stretch=1)
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme().px(12))
        across.addWidget(left)
        across.addWidget(right, 1)
        self.set_content(content)
        self._read()

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None:
            self._name = selection.id if selection.id in self._articles else "start"
            self.search.clear()
            self._fill()

    @override
    def retranslate(self) -> None:
        self._read()

    def _read(self) -> None:
        self._articles = articles(theme().lang)
        self._fill()

    def _fill(self, _words: str = "") -> None:
        words = self.search.text().lower().split()
        self.list.blockSignals(True)  # Qt setter
        self.list.clear()
        for name, (title, text) in self._articles.items():
            if all(word in text.lower() for word in words):
                item = QListWidgetItem(title)
                item.setData(Qt.ItemDataRole.UserRole, name)
                self.list.addItem(item)
                if name == self._name:
                    self.list.setCurrentItem(item)
        self.list.blockSignals(False)  # Qt setter
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._show()

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self._name = str(item.data(Qt.ItemDataRole.UserRole))
            self._show()

    def _show(self) -> None:
        _title, text = self._articles.get(self._name, ("", ""))
        self.reader.show_markdown(text)

    def _follow(self, url: QUrl) -> None:
        name = url.path().removesuffix(".md")
        if name in self._articles:
            self._name = name
            self.search.clear()
            self._fill()


def group_word(group: Group) -> str:
    """Heading of a group of keys."""
    words = {
        Group.SAFETY: QCoreApplication.translate("Keys", "Safety, from everywhere"),
        Group.PAGE: QCoreApplication.translate("Keys", "On a page"),
        Group.GO: QCoreApplication.translate("Keys", "Go"),
        Group.WINDOW: QCoreApplication.translate("Keys", "Window"),
        Group.HELP: QCoreApplication.translate("Keys", "Help"),
    }
    return words[group]


class KeysPage(Page):
    """The key sheet: every action that has a key, as it is declared."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, name="settings/keys")
        self.say(self.title.setText, lambda: self.tr("Keys"))
        self.say(self.subtitle.setText, lambda: self.tr("Everything else is found by Ctrl+K"))
        self._holder = QWidget()
        self._across = QHBoxLayout(self._holder)
        self._across.setContentsMargins(0, 0, theme().px(8), theme().px(8))
        self._across.setSpacing(theme().px(12))
        self.set_content(Scroll(self._holder, name="keys.scroll"))

    @override
    def opened(self, selection: Selection | None) -> None:
        self._fill()

    @override
    def retranslate(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        while (item := self._across.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        sheet = regroup(self.shell.actions.listed())
        left, right = QVBoxLayout(), QVBoxLayout()
        for group, listed in sheet.items():
            (right if group is Group.PAGE else left).addWidget(self._card(group, listed))
        for side in (left, right):
            side.setSpacing(theme().px(12))
            side.addStretch(1)
            half = QWidget()
            side.setContentsMargins(0, 0, 0, 0)
            half.setLayout(side)
            self._across.addWidget(half, 1)

    @staticmethod
    def _card(group: Group, listed: list[Listed]) -> Card:
        card = Card(group_word(group))
        card.body.setSpacing(theme().px(6))
        for one in listed:
            line = QHBoxLayout()
            line.setSpacing(theme().px(12))
            key = Text(one.keys, Type.STRONG)
            key.setFixedWidth(theme().px(110))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(one.text, Type.BODY))
            tip = one.action.statusTip()
            if tip and tip != one.text:
                words.addWidget(Text(tip, Type.SMALL, tone="text2", wrap=True))
            line.addWidget(key, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(words, 1)
            card.body.addLayout(line)
        return card


class AboutPage(Page):
    """Version, folders, licences; each licence text can be read without a network."""

    def __init__(self, shell: Shell, data_folder: Callable[[], Path | None]) -> None:
        super().__init__(shell, name="settings/about")
        self._data_folder = data_folder
        self.say(self.title.setText, lambda: self.tr("About VisitDesk"))
        self.say(self.subtitle.setText, lambda: self.tr("Version, folders, licences"))
        self.bind(Key.EXPORT, self._open_log, words=lambda: self.tr("Open the log"))
        self._facts = Card(name="about.facts")
        self._licences = Card(name="about.licences")
        self.reader = Reader(name="about.text")
        self.say(self.reader.setAccessibleName, lambda: self.tr("Licence text"))
        self._list = QListWidget()
        self._list.setObjectName("about.list")
        self._list.setFixedWidth(theme().px(250))
        self.say(self._list.setAccessibleName, lambda: self.tr("Licences"))
        for name, file in licence_files():
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, str(file))
            self._list.addItem(item)
        self._list.currentItemChanged.connect(self._show_licence)
        self.say(self._licences.set_title, lambda: self.tr("Licences"))
        inside = QHBoxLayout()
        inside.setSpacing(theme().px(16))
        inside.addWidget(self._list)
        inside.addWidget(self.reader, 1)
        self._licences.body.addLayout(inside, 1)
        self._values = {
            name: Text("", Type.BODY, name=f"about.{name}") for name in ("version", "data", "log", "runs_on")
        }
        self._build_facts()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self._facts)
        column.addWidget(self._licences, 1)
        self.set_content(content)
        if self._list.count():
            self._list.setCurrentRow(0)

    def _build_facts(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme().px(14))
        head.addWidget(Picture(Icon.SHIELD_CHECKMARK, role="accent_text", side=40, filled=True))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Text("VisitDesk", Type.TITLE))
        motto = Text("", Type.BODY, tone="text2")
        self.say(motto.setText, lambda: self.tr("Lawful visits, teams that come home safe, records that hold."))
        names.addWidget(motto)
        head.addLayout(names, 1)
        self._facts.body.addLayout(head)
        self._facts.add(Line())
        labels: dict[str, Callable[[], str]] = {
            "version": lambda: self.tr("Version"),
            "data": lambda: self.tr("Data folder"),
            "log": lambda: self.tr("Log, without personal data"),
            "runs_on": lambda: self.tr("Runs on"),
        }
        for name, words in labels.items():
            label = Text("", Type.BODY, tone="text2")
            label.setFixedWidth(theme().px(190))
            self.say(label.setText, words)
            self._values[name].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.body.addLayout(row(label, self._values[name], 1))
        button = Button(icon=Icon.FOLDER_OPEN, name="about.open_log")
        self.say(button.setText, lambda: self.tr("Open the log folder"))
        button.clicked.connect(self._open_log)
        self._facts.body.addLayout(row(button, 1))

    @override
    def opened(self, selection: Selection | None) -> None:
        folder = self._data_folder()
        self._values["version"].setText(__version__)
        self._values["data"].setText(self.tr("No branch is open") if folder is None else str(folder))
        self._values["log"].setText(str(log_folder()))
        self._values["runs_on"].setText(f"Python {platform.python_version()}, {platform.system()} {platform.release()}")

    @staticmethod
    def _open_log() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def _show_licence(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            text = Path(item.data(Qt.ItemDataRole.UserRole)).read_text(encoding="utf-8")
            self.reader.setPlainText(text)


def licence_files() -> list[tuple[str, Path]]:
    """Name and file of every licence text shipped with the resources."""
    files = [("Fluent UI System Icons (MIT)", resource("icons", "LICENSE.txt"))]
    files += [(f"{file.stem.removeprefix('OFL-')} (OFL)", file) for file in sorted(resource("fonts").glob("OFL-*.txt"))]
    files += [(file.stem, file) for file in sorted(resource("licences").glob("*.txt"))]
    return [(name, file) for name, file in files if file.is_file()]


class HelpSource:
    """Help articles for the palette, in the language shown."""

    def __init__(self, lang: Callable[[], Lang]) -> None:
        self._lang = lang

    def entries(self) -> list[Entry]:
        """One entry an article."""
        return [
            Entry(
                group=EntryGroup.HELP,
                key=name,
                title=title,
                icon=Icon.QUESTION_CIRCLE.value,
                page="settings/help",
                kind="help",
                id=name,
            )
            for name, (title, _) in articles(self._lang()).items()
        ]


def help_pages(data_folder: Callable[[], Path | None]) -> tuple[PageSpec, ...]:
    """Help, keys and About."""
    station = Station.SETTINGS
    return (
        PageSpec(key="settings/help", station=station, make=HelpPage),
        PageSpec(key="settings/keys", station=station, make=KeysPage),
        PageSpec(key="settings/about", station=station, make=lambda shell: AboutPage(shell, data_folder)),
    )
