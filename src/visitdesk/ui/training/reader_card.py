"""The middle of the station: the lesson, its one-page sheet and the trainer's notes, with a way to each section."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QProgressBar, QVBoxLayout
from typing_extensions import override

from visitdesk.training.catalogue import Catalogue
from visitdesk.training.model import Module
from visitdesk.training.prose import Block, Heading, Listing, Paragraph, Prose, Span, headings, plain
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Button, Segments, row
from visitdesk.ui.training.lesson_text import LessonText

PARTS = ("lesson", "sheet", "trainer")


class ReaderCard(Spoken, QFrame):
    """One module to read.

    Signals:
        lesson_read_to: payload float 0 … 1, how far the lesson has been on screen.
    """

    lesson_read_to = Signal(object)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("training.reader")
        self.setProperty("surface", "card")
        self._catalogue = catalogue
        self._module: Module | None = None
        t = theme()
        self.parts = Segments(tuple((part, part) for part in PARTS), name="training.part")
        self.say(self.parts.setAccessibleName, lambda: self.tr("What is read"))
        self.parts.set_value("lesson")
        self.parts.chosen.connect(self._part_chosen)
        self.sections = QComboBox()
        self.sections.setObjectName("training.sections")
        self.sections.setMinimumWidth(t.px(150))
        self.sections.setMaximumWidth(t.px(260))
        self.say(self.sections.setAccessibleName, lambda: self.tr("Section"))
        self.sections.activated.connect(self._go)
        self.text = LessonText(name="training.text")
        self.say(self.text.setAccessibleName, lambda: self.tr("Lesson"))
        self.text.read_to.connect(self._moved)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self.say(self._bar.setAccessibleName, lambda: self.tr("Read so far"))
        head = row(self.parts, 1, self.sections)
        head.setContentsMargins(t.px(16), t.px(10), t.px(16), t.px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, t.px(6))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self.text, 1)
        self.retranslate()

    def set_for_trainer(self, *, allowed: bool) -> None:
        """Whether the trainer's notes, with the answers, may be seen."""
        button = self.parts.findChild(Button, "training.part.trainer")
        if button is not None:
            button.setVisible(allowed)
        if not allowed and self.parts.value() == "trainer":
            self.parts.set_value("lesson")
            self._fill()

    def show_module(self, module: Module) -> None:
        """Show its lesson from the beginning; the same module stays where it is."""
        if module is not self._module:
            self._module = module
            self.parts.set_value("lesson")
            self._fill()

    def part(self) -> float:
        """How far the lesson is on screen, 0 … 1; 0 while another part is shown."""
        return self.text.part() if self.parts.value() == "lesson" and self._module is not None else 0.0

    def go_to(self, section: str) -> None:
        """Bring a section of the lesson to the top."""
        if self.parts.value() != "lesson":
            self.parts.set_value("lesson")
            self._fill()
        self.text.go_to(section)

    @override
    def retranslate(self) -> None:
        self.parts.set_words(
            {"lesson": self.tr("Lesson"), "sheet": self.tr("One page"), "trainer": self.tr("For trainers")}
        )
        self._fill()

    def _prose(self, module: Module) -> Prose:
        return {"lesson": module.lesson, "sheet": module.sheet, "trainer": module.trainer}[self.parts.value()]

    def _fill(self) -> None:
        module, lang = self._module, theme().lang
        if module is None:
            return
        blocks = self._prose(module).of(lang)
        self.sections.clear()
        for heading in headings(blocks):
            self.sections.addItem(plain(heading.spans), heading.id)
        self.text.show_blocks(
            (*self._title(module), *blocks), self._catalogue.sources, heading=self.tr("What it rests on")
        )

    def _title(self, module: Module) -> Sequence[Block]:
        lang = theme().lang
        title = Heading(level=1, id="top", spans=(Span(text=module.title.of(lang)),))
        if self.parts.value() != "lesson":
            return (title,)
        aims = Listing(items=tuple((Span(text=aim.of(lang)),) for aim in module.objectives))
        return (title, Paragraph(spans=(Span(text=module.promise.of(lang)),)), aims)

    def _part_chosen(self, _part: str) -> None:
        self._fill()

    def _go(self, place: int) -> None:
        self.text.go_to(str(self.sections.itemData(place)))
        self.text.setFocus()

    def _moved(self, part: float) -> None:
        self._bar.setValue(round(part * 1000))
        place = self.sections.findData(self.text.section())
        if place >= 0:
            self.sections.setCurrentIndex(place)
        if self.parts.value() == "lesson":
            self.lesson_read_to.emit(part)
