"""The due list with its chips: everybody, who is kept out, whose certificate ends soon."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon, icon_of
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Card, Chip, Text, Wrap, column
from visitdesk.ui.training.due_list import DueLine, DueView, keeps_out

CHIPS = ("all", "out", "soon")


class DueCard(Panel):
    """Who is due.

    Signals:
        picked: payload `DueLine`.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("training.due")
        self.lines: tuple[DueLine, ...] = ()
        self._has_people = False
        t = theme()
        self._chips: dict[str, Chip] = {}
        chips = QWidget()
        wrap = Wrap(chips, gap=6)
        pictures = {"out": icon_of(Icon.PROHIBITED, "error"), "soon": icon_of(Icon.CLOCK, "warning")}
        for key in CHIPS:
            chip = Chip("", picture=pictures.get(key), name=f"due.{key}")
            chip.setAutoExclusive(True)
            chip.setChecked(key == "all")
            chip.clicked.connect(partial(self._fill))
            wrap.addWidget(chip)
            self._chips[key] = chip
        self.view = DueView(name="due.list")
        self.view.picked.connect(self.picked)
        self._none = Text("", Type.BODY, tone="text2", wrap=True, name="due.none")
        self._none.setContentsMargins(t.px(16), t.px(4), t.px(16), 0)
        card = Card()
        card.body.setContentsMargins(1, t.px(14), 1, t.px(6))
        card.head.setContentsMargins(t.px(16), 0, t.px(12), 0)
        chips.setContentsMargins(t.px(16), 0, t.px(12), 0)
        self.say(card.set_title, lambda: self.tr("Due"))
        card.add(chips, self._none)
        card.add(self.view, stretch=1)
        self.setLayout(column(card))
        self._card = card
        self.retranslate()

    def show_lines(self, lines: Sequence[DueLine], *, has_people: bool) -> None:
        """Other lines.

        Args:
            has_people: there is anybody to be due.
        """
        self.lines, self._has_people = tuple(lines), has_people
        self.retranslate()

    @override
    def retranslate(self) -> None:
        counts = {
            "all": len(self.lines),
            "out": sum(keeps_out(line.due) for line in self.lines),
            "soon": sum(not keeps_out(line.due) for line in self.lines),
        }
        words = {"all": self.tr("All"), "out": self.tr("May not go out"), "soon": self.tr("Ends soon")}
        for key, chip in self._chips.items():
            chip.set_words(words[key], counts[key])
        self._fill()

    def _fill(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        key = next((key for key, chip in self._chips.items() if chip.isChecked()), "all")
        shown = [line for line in self.lines if key == "all" or keeps_out(line.due) == (key == "out")]
        self.view.show_lines(shown)
        self._none.setVisible(not shown)
        if not self.lines and self._has_people:
            self._none.setText(self.tr("Nobody is due: all certificates count for another month or longer."))
        else:
            self._none.setText(self.tr("Nobody here."))
