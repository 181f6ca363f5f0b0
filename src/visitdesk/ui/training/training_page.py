"""The first page of the station: modules and steps at the left, the lesson in the middle, who is due at the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from visitdesk.changed import Changed, Subject
from visitdesk.people.model import Collector
from visitdesk.security.permissions import Deed
from visitdesk.training.model import Module, ModuleId
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.states import InfoBar, StatePanel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Button, row
from visitdesk.ui.training.dialogs import WordsDialog
from visitdesk.ui.training.due_card import DueCard
from visitdesk.ui.training.due_list import DueLine, keeps_out, lines_of
from visitdesk.ui.training.learner import Learner
from visitdesk.ui.training.learner_box import LearnerBox
from visitdesk.ui.training.next_deed import READ_ENOUGH, NextDeed
from visitdesk.ui.training.path_panel import PathPanel
from visitdesk.ui.training.reader_card import ReaderCard
from visitdesk.ui.training.saving import ask_where, due_table
from visitdesk.ui.training.steps import Snapshot, Step, StepKind, read_snapshot
from visitdesk.ui.training.words import roles_reason, sentences

if TYPE_CHECKING:
    from visitdesk.ui.training.ports import TrainingBranch


class TrainingPage(Page):
    """Who may go tomorrow, and what do I learn next?"""

    def __init__(self, shell: Shell, branch: "TrainingBranch", learner: Learner) -> None:
        super().__init__(shell, name="training")
        self._branch, self._learner = branch, learner
        self._catalogue = branch.training.catalogue
        self._snapshot = Snapshot(today=shell.local(shell.clock.now()).date())
        self._reads_alone = False
        self.say(self.title.setText, lambda: self.tr("Training"))
        self.learner_box = LearnerBox()
        self.learner_box.picked.connect(self._learner_picked)
        self.add_head(self.learner_box)
        self._add_more()
        self.path = PathPanel(shell, self._catalogue.modules)
        self.path.module_picked.connect(self._module_picked)
        self.path.step_picked.connect(self._open_step)
        self.path.review_picked.connect(lambda: shell.go("training/quiz", Selection(kind="cards", id="")))
        self.reader = ReaderCard(self._catalogue)
        self.reader.lesson_read_to.connect(self._read_to)
        self.due = DueCard()
        self.due.picked.connect(self._due_picked)
        content = QWidget()
        content.setLayout(row(self.path, self.reader, gap=12))
        self.set_content(content)
        self.set_side(self.due, width=336)
        self._bind()
        shell.actor_changed.connect(self._actor_changed)

    def _add_more(self) -> None:
        """What is not needed every day."""
        self._more = Button("", icon=Icon.BOOK_OPEN, name="training.books")
        self.say(self._more.setText, lambda: self.tr("Papers"))
        self._more.clicked.connect(self._open_more)
        self.add_head(self._more)
        self.add_deed(Key.FINISH, accent=True)

    def _bind(self) -> None:
        self.bind(Key.RELOAD, self._read)
        deed = NextDeed(self, self._learner)
        self.bind(
            Key.FINISH,
            self._do_next,
            words=lambda: deed.words(self._module, self._snapshot),
            reason=lambda: deed.why_not(self._module, self._snapshot),
        )
        self.bind(Key.EXPORT, self._export, words=lambda: self.tr("Save the due list"))
        self.bind(Key.PRINT, partial(self._save_book, for_trainer=False), words=lambda: self.tr("Save the handbook"))

    # --- reading --------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "module":
            self._learner.module = ModuleId(selection.id)
        section = ""
        if selection is not None and selection.kind == "section":
            module, _, section = selection.id.partition("/")
            self._learner.module = ModuleId(module)
        self.reader.set_for_trainer(allowed=self.shell.may(Deed.CERTIFY))
        self._show_module()
        if section:
            self.reader.go_to(section)
        self._read()

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(Subject.TRAINING, Subject.COLLECTOR):
            self._read()

    def _read(self) -> None:
        branch, collector = self._branch, self._learner.collector
        today = self.shell.local(self.shell.clock.now()).date()
        self.ask(lambda: read_snapshot(branch, collector, today), self._show, doing=self.tr("Reading training…"))

    def _show(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        known = {person.id for person in snapshot.people}
        if self._learner.collector is not None and self._learner.collector not in known:
            self._learner.pick(None)
        self.learner_box.show_people(snapshot.people, self._learner.collector)
        names = {person.id: person.name for person in snapshot.people}
        modules = {module.id: module for module in self._catalogue.modules}
        lines = lines_of(snapshot.due, names, modules)
        self.due.show_lines(lines, has_people=bool(snapshot.people))
        self._show_path()
        self.retranslate()
        if snapshot.people or self._reads_alone:
            self.show_content()
        else:
            self.show_state(self._nobody())
        self._warn_of_old_content()
        self._say_denied()
        self.shell.actions.refresh()

    def _nobody(self) -> StatePanel:
        people = Button("", icon=Icon.PERSON_ADD, kind="accent", name="training.to_people")
        self.say(people.setText, lambda: self.tr("To the people"))
        people.clicked.connect(lambda: self.shell.go("people"))
        read = Button("", icon=Icon.BOOK_OPEN, name="training.read_alone")
        self.say(read.setText, lambda: self.tr("Only read the lessons"))
        read.clicked.connect(self._read_alone)
        return StatePanel(
            Icon.HAT_GRADUATION,
            lambda: self.tr("Nobody to train yet"),
            lambda: self.tr("Lessons, drills and assessments are kept for collectors. Add the first one under People."),
            people,
            read,
        )

    def _read_alone(self) -> None:
        self._reads_alone = True
        self.show_content()

    def _warn_of_old_content(self) -> None:
        if self._snapshot.today > self._module.review_by:
            words = self.tr("This module should have been reviewed by lawyer and safety officer by {day}.")
            day = self._module.review_by.isoformat()
            self.show_bar(InfoBar(words.format(day=day), tone="warning", name="review_bar"))

    def _say_denied(self) -> None:
        if self.shell.actor is not None and not self.shell.may(Deed.TRAIN):
            words = sentences(self.tr("Everything can be read here; nothing is kept."), roles_reason(Deed.TRAIN))
            self.show_bar(InfoBar(words, name="denied_bar"))

    @property
    def _module(self) -> Module:
        chosen = self._learner.module
        modules = self._catalogue.modules
        return next((module for module in modules if module.id == chosen), modules[0])

    def _show_module(self) -> None:
        self._learner.module = self._module.id
        self.reader.show_module(self._module)
        self._show_path()

    def _show_path(self) -> None:
        has_learner, cards = self._learner.collector is not None, len(self._snapshot.cards)
        self.path.show_path(self._module, self._snapshot.standing, has_learner=has_learner, cards=cards)

    @override
    def retranslate(self) -> None:
        out = {due.collector for due in self._snapshot.due if keeps_out(due)}
        total = len(self._snapshot.people)
        if out:
            words = self.tr("%n collector(s)", "", total) + self.tr(", %n without a valid certificate", "", len(out))
        else:
            words = self.tr("%n collector(s)", "", total) + self.tr(", all may go out")
        self.subtitle.setText(words if total else self.tr("Nobody to train yet"))

    # --- choosing -------------------------------------------------------------------------------------------------

    def _learner_picked(self, person: Collector | None) -> None:
        self._learner.pick(person)
        self._read()

    def _module_picked(self, module: ModuleId) -> None:
        self._learner.module = module
        self._show_module()
        self.clear_bars()
        self._warn_of_old_content()
        self._say_denied()
        self.shell.actions.refresh()

    def _due_picked(self, line: DueLine) -> None:
        person = next((one for one in self._snapshot.people if one.id == line.due.collector), None)
        self._learner.pick(person)
        self._learner.module = line.due.module
        self._show_module()
        self._read()

    def _actor_changed(self, _actor: object) -> None:
        self.reader.set_for_trainer(allowed=self.shell.may(Deed.CERTIFY))
        self.clear_bars()
        self._say_denied()

    # --- the next deed --------------------------------------------------------------------------------------------

    def _next(self) -> Step | None:
        standing = self._snapshot.standing.get(self._module.id)
        return None if standing is None else standing.next

    def _do_next(self) -> None:
        step = self._next()
        if step is None:
            self.shell.go("training/quiz", Selection(kind="cards", id=""))
        elif step.kind is StepKind.LESSON:
            self._lesson_deed(step)
        elif step.kind is StepKind.CERTIFICATE:
            self._certify()
        elif step.kind is StepKind.ASSESSMENT and step.needs_coaching:
            self._note_coaching(step)
        else:
            self._open_step(step)

    def _open_step(self, step: Step) -> None:
        """A step was clicked: its page, or its place on this one."""
        module = self._module.id
        if step.kind is StepKind.LESSON:
            self.reader.go_to("top")
            self.reader.text.setFocus()
        elif step.drill is not None:
            self.shell.go("training/drill", Selection(kind="drill", id=step.drill.id))
        elif step.kind is StepKind.CERTIFICATE:
            self.shell.go("training/certificates", None)
        else:
            page = "training/quiz" if step.kind is StepKind.QUIZ else "training/assessment"
            self.shell.go(page, Selection(kind="module", id=module))

    def _lesson_deed(self, step: Step) -> None:
        desk, actor, collector, module = (
            self._branch.training, self.shell.actor, self._learner.collector, self._module.id,
        )  # fmt: skip
        if actor is None or collector is None:
            return
        deed = desk.finish_lesson if step.is_open else desk.start_lesson
        done = self.tr("Noted: {name} has read the lesson.").format(name=self._learner.name) if step.is_open else ""
        self.ask(lambda: deed(actor, collector, module), partial(self._lesson_noted, done), slot="")
        if not step.is_open:
            self.reader.go_to("top")
            self.reader.text.setFocus()

    def _lesson_noted(self, words: str, changed: Changed) -> None:
        """Nothing follows from reading in other rooms, so nothing is asked there."""
        self.shell.announce(changed)
        if words:
            self.shell.toast(words)

    def _certify(self) -> None:
        desk, actor, collector, module = (
            self._branch.training, self.shell.actor, self._learner.collector, self._module.id,
        )  # fmt: skip
        if actor is None or collector is None:
            return
        words = self.tr("The certificate of {name} is issued.").format(name=self._learner.name)
        self.do(lambda: desk.certify(actor, collector, module).changed, done=lambda: self.shell.toast(words))

    def _note_coaching(self, step: Step) -> None:
        desk, actor, collector, module = (
            self._branch.training, self.shell.actor, self._learner.collector, self._module.id,
        )  # fmt: skip
        if actor is None or collector is None:
            return
        WordsDialog(
            self,
            name="coaching",
            title=lambda: self.tr("Note the coaching"),
            words=lambda: self.tr(
                "Not passed %n time(s) in a row: somebody goes through the subject first.", "", step.fails
            ),
            label=lambda: self.tr("What was gone through"),
            deed=lambda: self.tr("Note the coaching"),
            run=lambda note: desk.note_coaching(actor, collector, module, note),
        ).open()

    def _read_to(self, part: float) -> None:
        before = self._learner.read_to(self._module.id)
        self._learner.note_read(self._module.id, part)
        if before < READ_ENOUGH <= part:
            self.shell.actions.refresh()

    # --- papers ---------------------------------------------------------------------------------------------------

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("training.papers")
        menu.addAction(self.tr("Save the handbook (PDF)"), partial(self._save_book, for_trainer=False))
        book = menu.addAction(self.tr("Save the trainer's book (PDF)"), partial(self._save_book, for_trainer=True))
        book.setEnabled(self.shell.may(Deed.CERTIFY))
        if not book.isEnabled():
            book.setToolTip(roles_reason(Deed.CERTIFY))
        menu.addAction(self.tr("Save the due list (CSV)"), self._export)
        menu.addSeparator()
        menu.addAction(self.tr("All certificates"), lambda: self.shell.go("training/certificates", None))
        menu.setToolTipsVisible(True)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _save_book(self, *, for_trainer: bool) -> None:
        papers, actor, lang = self._branch.papers, self.shell.actor, theme().lang
        if actor is None:
            return
        name = self.tr("trainers-book.pdf") if for_trainer else self.tr("handbook.pdf")
        ask_where(self, name, lambda: papers.handbook(actor, lang, for_trainer=for_trainer))

    def _export(self) -> None:
        lines = self.due.lines
        head = (
            self.tr("Number"), self.tr("Name"), self.tr("Module"), self.tr("State"), self.tr("Left"), self.tr("Until"),
        )  # fmt: skip
        ask_where(self, self.tr("due-list.csv"), lambda: due_table(head, lines))
