"""The base of every page: what it does. How it looks is `page_frame`.

A page never touches a database: it calls a service of its room through `ask`, on the writer thread, and shows the
frozen values that come back. See the worked example in `ui.shell`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from visitdesk.changed import Changed
from visitdesk.ui.shell.actions import ActionSpec
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.page_frame import PageFrame, SideCard
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.widgets import Chip

__all__ = ["Page", "PageSpec", "SideCard"]

T = TypeVar("T")


class Page(PageFrame):
    """One page of a station.

    Signals:
        selection_changed: payload `Selection | None`; list, map and side panel follow it.
        filter_changed: payload str, key of the chip that is on.
    """

    selection_changed = Signal(object)
    filter_changed = Signal(str)

    def __init__(self, shell: Shell, *, name: str) -> None:
        super().__init__(shell, name=name)
        self._selection: Selection | None = None
        self._rounds: dict[str, int] = {}
        self._chips: dict[str, Chip] = {}
        self.loading.cancel.clicked.connect(self.cancel)
        shell.changed.connect(self._heard)

    def bind(
        self,
        key: str,
        run: Callable[[], object],
        *,
        words: Callable[[], str] | None = None,
        reason: Callable[[], str | None] | None = None,
    ) -> None:
        """Do `run` when the action comes while this page is on top.

        Args:
            words: the page's own words for the action.
            reason: why it cannot be done now, or None; asked again at `self.shell.actions.refresh()`.
        """
        self.shell.actions.bind(self, key, run, words=words, reason=reason)

    def add_filter(
        self, key: str, words: Callable[[], str], *, count: int | None = None, picture: QIcon | None = None
    ) -> Chip:
        """A chip of which one is on; the first added is on at first."""
        chip = Chip(words(), count=count, picture=picture, name=f"filter.{key}")
        chip.setAutoExclusive(True)
        chip.setChecked(not self._chips)
        chip.setProperty("count", count)
        chip.clicked.connect(partial(self._filter_clicked, key))
        self._chips[key] = chip
        self.say(partial(self._rename_chip, key), words)
        self._chip_wrap.addWidget(chip)
        self._chip_row.show()
        return chip

    def count_filter(self, key: str, count: int) -> None:
        """The number on a chip."""
        chip = self._chips[key]
        chip.setProperty("count", count)
        chip.set_words(str(chip.property("words") or chip.text()), count)

    def filter(self) -> str:
        """Key of the chip that is on; empty if there are none."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def set_filter(self, key: str) -> None:
        """Turn a chip on as if it were clicked."""
        self._chips[key].click()

    def _rename_chip(self, key: str, words: str) -> None:
        chip = self._chips.get(key)
        if chip is not None:
            chip.setProperty("words", words)
            chip.set_words(words, chip.property("count"))

    def _filter_clicked(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        self.filter_changed.emit(key)

    def ask(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        *,
        doing: str = "",
        slot: str = "read",
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do `work` on the writer thread and hand its answer to `done` here; the newest of a `slot` wins.

        Args:
            doing: what is being done, in words; shown with a bar after 300 ms.
            slot: name of the question; answers to older questions of the same slot are dropped; "" drops none.
            failed: None shows the fault as InfoBar with Retry.
        """
        this = self._rounds[slot] = self._rounds.get(slot, 0) + 1
        if doing:
            self.loading.begin(doing, can_cancel=slot == "read")
        retry = partial(self.ask, work, done, doing=doing, slot=slot, failed=failed)

        def arrived(answer: T) -> None:
            if not slot or self._rounds[slot] == this:
                self.loading.end()
                done(answer)

        def went_wrong(fault: Exception) -> None:
            if not slot or self._rounds[slot] == this:
                self.loading.end()
                (failed or partial(self.show_fault, retry=retry))(fault)

        self.shell.jobs.run(work, done=_Guard(self, arrived), failed=_Guard(self, went_wrong))

    def do(self, work: Callable[[], Changed], *, doing: str = "", done: Callable[[], object] | None = None) -> None:
        """Do a deed on the writer thread, and what follows from it, and tell everybody what they changed."""

        def finished(changed: Changed) -> None:
            self.shell.announce(changed)
            if done is not None:
                done()

        self.ask(self.shell.followed(work), finished, doing=doing, slot="")

    def cancel(self) -> None:
        """The answer to the last read is no longer wanted; old rows stay."""
        self._rounds["read"] = self._rounds.get("read", 0) + 1
        self.loading.end()

    def opened(self, selection: Selection | None) -> None:
        """The page comes on top, opened on `selection`; read what it shows here."""

    def on_changed(self, changed: Changed) -> None:
        """A deed anywhere changed something; look again if it is yours. Called only while the page is on top."""

    def help_anchor(self) -> str:
        """Name of the help article, `docs/help/<lang>/<name>.md`; the page's name by default."""
        return self.objectName().removeprefix("page.").split("/", maxsplit=1)[0]

    def _heard(self, changed: object) -> None:
        if isinstance(changed, Changed) and self.isVisible():
            self.on_changed(changed)

    @property
    def selection(self) -> Selection | None:
        """What is selected on this page."""
        return self._selection

    def select(self, selection: Selection | None) -> None:
        """Select; says so once, and each listener ignores its own echo."""
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)
            self.shell.actions.refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.loading.isVisible():
            self.cancel()
        elif event.key() == Qt.Key.Key_Escape and self.has_drawer and self._side is not None and self._side.isVisible():
            self._side.hide()
        else:
            super().keyPressEvent(event)


class _Guard:
    """A callback that does nothing once its page is gone; `jobs` sees the page through `__self__`."""

    def __init__(self, page: QWidget, call: Callable[..., object]) -> None:
        self.__self__ = page
        self._call = call

    def __call__(self, value: object) -> object:
        return self._call(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """How a capability offers a page.

    Attributes:
        key: the station's name for its first page, `station/name` for the others.
        make: builds the page when it is first opened.
        actions: actions the page binds beyond the shell's own.
    """

    key: str
    station: Station
    make: Callable[[Shell], Page]
    actions: tuple[ActionSpec, ...] = field(default=())
