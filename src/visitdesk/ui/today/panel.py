"""The page Today: four figures, the worklist of whoever sits here, the week; first steps for a new branch."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.changed import Changed, Subject
from visitdesk.reports.today import DayCount, TodayView, Todo, sorted_todos
from visitdesk.security.permissions import MAY
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.chart import Bars, Point
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page, PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tile import FigureTile
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Line, Scroll, Text, column, row
from visitdesk.ui.today.ports import HasWorklist, Worklist
from visitdesk.ui.today.todo_row import TodoRow
from visitdesk.ui.today.words import PAGES
from visitdesk.wording import Lang

TILES = (("visits", "plan"), ("teams", "safety"), ("unplanned", "plan"), ("records", "records"))
"""Name of each figure and the station its click opens."""
OF_INTEREST = frozenset(Subject) - {Subject.SAFETY_EVENT}


class TodayPage(Page):
    """The page."""

    def __init__(self, shell: Shell, worklist: Worklist) -> None:
        super().__init__(shell, name="today")
        self._worklist = worklist
        self._view: TodayView | None = None
        self._todos: tuple[Todo, ...] = ()
        self.bind(Key.RELOAD, self._read)
        self._tiles = {name: FigureTile(name=f"today.{name}") for name, _ in TILES}
        for name, page in TILES:
            self._tiles[name].clicked.connect(_go(shell, page))
        self._list = Card(name="today.list")
        self.say(self._list.set_title, lambda: self.tr("What comes next"))
        self._list.body.setContentsMargins(1, theme().px(14), 1, theme().px(6))
        self._list.body.setSpacing(theme().px(6))
        self._list.head.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._list.add(Scroll(rows, name="today.scroll"), stretch=1)
        self._week = Card(name="today.week")
        self.say(self._week.set_title, lambda: self.tr("Visits of the last 7 days"))
        self._chart = Bars(name="today.bars")
        self._week.add(self._chart, stretch=1)
        self._week_words = Text("", Type.SMALL, tone="text2", wrap=True)
        self.say(self._week_words.setText, lambda: self.tr("Filled: done. Outlined: planned."))
        self._week.add(self._week_words)
        self.set_content(self._make_content())
        self.retranslate()

    def _make_content(self) -> QWidget:
        t = theme()
        right = QWidget()
        right.setLayout(column(self._week, 1, gap=12))
        right.setFixedWidth(t.px(400))
        self._right = right
        across = QHBoxLayout()
        across.setSpacing(t.px(12))
        across.addWidget(self._list, 1)
        across.addWidget(right)
        content = QWidget()
        layout = column(gap=12)
        layout.addLayout(row(*self._tiles.values(), gap=12))
        layout.addLayout(across, 1)
        content.setLayout(layout)
        return content

    @override
    def fitted(self, width: float) -> None:
        self._right.setFixedWidth(theme().px(400 if width >= 1400 else 320))

    # --- reading ----------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        self._read()

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(*OF_INTEREST):
            self._read()

    def _read(self) -> None:
        worklist, actor = self._worklist, self.shell.actor
        if actor is not None:
            self.ask(lambda: worklist.today(actor), self._show, doing=self.tr("Looking what is to be done…"))

    def _show(self, view: TodayView) -> None:
        self._view = view
        may = frozenset(deed for deed in MAY if self.shell.may(deed))
        self._todos = sorted_todos(view.todos, may)
        self.show_content()
        self._week.setVisible(bool(view.week))
        self.retranslate()

    def _fill_rows(self, view: TodayView) -> None:
        _clear(self._rows)
        if not view.begun.is_all:
            self._add_first_steps(view)
        for at, todo in enumerate(self._todos):
            if at or not view.begun.is_all:
                self._rows.addWidget(Line())
            line = TodoRow(todo, view.day, is_first=at == 0 and view.begun.is_all)
            line.asked.connect(self._go)
            self._rows.addWidget(line)
        if not self._todos and view.begun.is_all:
            self._add_nothing(view)
        self._rows.addStretch(1)

    def _add_first_steps(self, view: TodayView) -> None:
        """Import accounts, add collectors, plan the first day: what a new branch begins with."""
        begun = view.begun
        words = Text(self.tr("Three steps to the first day"), Type.PANEL, name="today.first_steps")
        intro = self.tr("Each takes a few minutes. The demonstration branch shows them all done.")
        small = Text(intro, Type.TABLE, tone="text2", wrap=True)
        head = QWidget()
        head.setLayout(column(words, small, gap=2))
        layout = head.layout()
        if layout is not None:
            layout.setContentsMargins(theme().px(16), 0, theme().px(16), theme().px(6))
        self._rows.addWidget(head)
        steps = (
            ("import", self.tr("Import accounts"), self.tr("The lender's file, or drop it on Cases."), begun.has_cases),
            ("people", self.tr("Add collectors"), self.tr("Badges, shifts, training."), begun.has_collectors),
            ("plan", self.tr("Plan the first day"), self.tr("Teams of two, routes, papers."), begun.has_plan),
        )
        next_step = next((key for key, _, _, is_done in steps if not is_done), "")
        for key, title, note, is_done in steps:
            self._rows.addWidget(Line())
            self._rows.addWidget(self._make_step(key, title, note, is_done=is_done, is_next=key == next_step))

    def _make_step(self, key: str, title: str, note: str, *, is_done: bool, is_next: bool) -> QWidget:
        t = theme()
        step = QWidget()
        step.setObjectName(f"today.step.{key}")
        line = QHBoxLayout(step)
        line.setContentsMargins(t.px(16), t.px(10), t.px(14), t.px(10))
        line.setSpacing(t.px(14))
        picture = Picture(Icon.CHECKMARK_CIRCLE if is_done else Icon.CIRCLE, role="ok" if is_done else "text3", side=24)
        line.addWidget(picture)
        line.addLayout(column(Text(title, Type.BODY), Text(note, Type.SMALL, tone="text2"), gap=1), 1)
        button = Button(self.tr("Look") if is_done else self.tr("Begin"), name=f"today.step.{key}.go")
        button.setProperty("kind", "accent" if is_next else "")
        button.setAccessibleName(f"{button.text()} {title}")
        button.clicked.connect(_go(self.shell, {"import": "cases/import"}.get(key, key)))
        line.addWidget(button)
        return step

    def _add_nothing(self, view: TodayView) -> None:
        t = theme()
        self._rows.addStretch(1)
        self._rows.addWidget(Picture(Icon.CHECKMARK_CIRCLE, role="ok", side=48), 0, Qt.AlignmentFlag.AlignHCenter)
        title = Text(self.tr("Nothing is left to do today"), Type.PANEL, name="today.nothing")
        self._rows.addSpacing(t.px(8))
        self._rows.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        if view.next_workday is not None:
            when = _day_words(view.next_workday.toordinal() - view.day.toordinal(), view)
            words = self.tr("Next: {day}, {n} visits").format(day=when, n=view.next_visits)
            self._rows.addWidget(Text(words, Type.BODY, tone="text2"), 0, Qt.AlignmentFlag.AlignHCenter)

    def _go(self, todo: Todo) -> None:
        page, kind, identity = PAGES[todo.job]
        if todo.page:
            page, kind, identity = todo.page, todo.kind, todo.id
        self.shell.go(page, Selection(kind=kind, id=identity) if kind else None)

    # --- words ------------------------------------------------------------------------------------------------

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Today"))
        view = self._view
        if view is None:
            self.subtitle.setText("")
            return
        day = _day_words(0, view)
        left = self.tr("%n thing(s) to do", "", len(self._todos))
        self.subtitle.setText(f"{day}，{left}" if theme().lang is Lang.ZH else f"{day}, {left}")
        self._say_figures(view)
        self._chart.show_points([_point(one, view) for one in view.week], self.tr("Visits of the last 7 days"))
        self._fill_rows(view)

    def _say_figures(self, view: TodayView) -> None:
        f = view.figures
        done = self.tr("{n} done").format(n=f.visits_done)
        self._tiles["visits"].show_figure(self.tr("Visits today"), f"{f.visits:,}", done)
        late = self.tr("%n with an alarm", "", f.teams_late) if f.teams_late else self.tr("all on time")
        words = late if f.teams_out else self.tr("nobody is out")
        tone = "error" if f.teams_late else "text"
        self._tiles["teams"].show_figure(self.tr("Teams out"), f"{f.teams_out:,}", words, tone=tone)
        ready = self.tr("{n} could be planned").format(n=f.unplanned_ready) if f.unplanned else self.tr("none waits")
        self._tiles["unplanned"].show_figure(self.tr("Unplanned"), f"{f.unplanned:,}", ready)
        oldest = self.tr("none is missing")
        if f.records_missing and f.oldest_missing is not None:
            oldest = self.tr("oldest {day}").format(day=f"{f.oldest_missing:%m-%d}")
        self._tiles["records"].show_figure(self.tr("Records to write"), f"{f.records_missing:,}", oldest)


def _go(shell: Shell, page: str) -> Callable[[], None]:
    return lambda: shell.go(page)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _day_words(ahead: int, view: TodayView) -> str:
    day = view.day + timedelta(days=ahead)
    is_chinese = theme().lang is Lang.ZH
    form = "M月d日 ddd" if is_chinese else "dddd d MMMM"
    return QLocale("zh_CN" if is_chinese else "en_GB").toString(QDate(day.year, day.month, day.day), form)


def _point(one: DayCount, view: TodayView) -> Point:
    return Point(
        label=f"{one.day:%m-%d}",
        value=one.done,
        planned=one.planned,
        words=f"{one.done}/{one.planned}",
        strong=one.day == view.day,
    )


def pages(branch: HasWorklist) -> tuple[PageSpec, ...]:
    """The page of the station."""
    return (PageSpec(key="today", station=Station.TODAY, make=lambda shell: TodayPage(shell, branch.worklist)),)
