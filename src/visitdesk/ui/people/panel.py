"""Station People: who can go on a day, the week of shifts, one person at the side, pairs to take."""

from collections.abc import Callable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget
from typing_extensions import override

from visitdesk.changed import Changed, Subject
from visitdesk.people.service import PersonPage
from visitdesk.security.permissions import Deed
from visitdesk.ui.people.columns import Columns
from visitdesk.ui.people.deeds import PeopleDeeds
from visitdesk.ui.people.person_card import PersonCard
from visitdesk.ui.people.ports import PeopleBranch
from visitdesk.ui.people.source import PeopleSource
from visitdesk.ui.people.view import WEEK, PeopleView, Person, monday_of, read_people
from visitdesk.ui.people.week import WeekGrid
from visitdesk.ui.people.words import month_day, weekday_word
from visitdesk.ui.shell.action_table import QT_TRANSLATE_NOOP
from visitdesk.ui.shell.actions import ActionSpec, Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page, PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.search import Source
from visitdesk.ui.shell.states import StatePanel
from visitdesk.ui.shell.table import Table
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Card, IconButton, Segments, Text

PAIRS = "people.take_pairs"
PEOPLE_ACTIONS = (
    ActionSpec(
        key=PAIRS,
        text=QT_TRANSLATE_NOOP("PeopleActions", "Pairs"),
        icon=Icon.PEOPLE_TEAM,
        shortcut="Ctrl+Shift+P",
        tip=QT_TRANSLATE_NOOP("PeopleActions", "Propose pairs for the day; Enter puts the plan on them."),
        deed=Deed.PLAN_DAY,
        context="PeopleActions",
    ),
)
WIDE = 1440
"""Width of a window from which all columns have room."""

_CONCERNS = (Subject.COLLECTOR, Subject.SHIFT, Subject.TRAINING)


class PeoplePage(Page):
    """The people of the branch."""

    def __init__(self, shell: Shell, branch: PeopleBranch, zone: ZoneInfo | None = None) -> None:
        super().__init__(shell, name="people")
        self._branch = branch
        self._zone = zone or ZoneInfo("Asia/Shanghai")
        self.today = branch.clock.now().astimezone(self._zone).date()
        self.day = self.today
        self.first = monday_of(self.day)
        self.view: PeopleView | None = None
        self._columns = Columns(self._zone)
        self.table: Table[Person] = Table(
            self._columns.all(), lambda one: one.id, name="people.table", label=lambda: self.tr("People"), dense=True
        )
        self.week = WeekGrid(self._zone)
        self.side = PersonCard(self._zone)
        self._lay_out()
        self.deeds = PeopleDeeds(self, branch, self._zone)
        self._bind()

    def _lay_out(self) -> None:
        self.say(self.title.setText, lambda: self.tr("People"))
        self.add_filter("all", lambda: self.tr("All"))
        self.add_filter("can", lambda: self.tr("Can go"))
        self.add_filter("cannot", lambda: self.tr("Cannot go"))
        self.add_filter("soon", lambda: self.tr("Paper ends soon"))
        upper = Card(name="people.table_card")
        upper.body.setContentsMargins(1, 1, 1, 1)
        upper.add(self.table, stretch=1)
        lower = Card(name="people.week_card")
        lower.body.setContentsMargins(1, 1, 1, 1)
        lower.body.setSpacing(0)
        lower.add(self._week_head())
        lower.add(self.week, stretch=1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme().px(12))
        for nth, part in enumerate((upper, lower)):
            part.setMinimumHeight(theme().px(130))
            split.addWidget(part)
            split.setStretchFactor(nth, 1)
        self.set_content(split)
        self.set_side(self.side, width=340)

    def _week_head(self) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(theme().px(12), theme().px(4), theme().px(8), theme().px(4))
        self._week_words = Text("", Type.STRONG, name="people.week_words")
        back = IconButton(Icon.CHEVRON_LEFT, "", name="people.week_before")
        on = IconButton(Icon.CHEVRON_RIGHT, "", name="people.week_after")
        self.say(back.name_it, lambda: self.tr("The week before"))
        self.say(on.name_it, lambda: self.tr("The week after"))
        back.clicked.connect(lambda: self._go_week(-1))
        on.clicked.connect(lambda: self._go_week(1))
        line.addWidget(self._week_words)
        line.addStretch(1)
        line.addWidget(back)
        line.addWidget(on)
        return head

    def _bind(self) -> None:
        self.bind(Key.NEW, self.deeds.new, words=lambda: self.tr("New collector"), reason=self.why_not_keep)
        self.bind(Key.RELOAD, self.read)
        self.bind(PAIRS, self.deeds.pairs, reason=self._why_no_pairs)
        self.days = Segments((("today", ""), ("tomorrow", "")), name="people.day")
        self.say(self.days.setAccessibleName, lambda: self.tr("Day looked at"))
        self.days.set_value("today")
        self.days.chosen.connect(lambda key: self.look_at(self.today + timedelta(days=key == "tomorrow")))
        self.add_head(self.days)
        self._name_days()
        self.pairs_button = ActionButton(self.shell.actions[PAIRS], short=True)
        self.add_head(self.pairs_button)
        self.add_deed(Key.NEW, accent=True)
        self.table.row_selected.connect(lambda one: self.choose(one.id if one is not None else ""))
        self.table.row_opened.connect(lambda _: self.deeds.ask("edit"))
        self.week.person_chosen.connect(self.choose)
        self.week.cell_opened.connect(self.deeds.open_cell)
        self.week.cell_cleared.connect(self.deeds.clear_cell)
        self.side.asked.connect(self.deeds.ask)
        self.side.removed.connect(self.deeds.ask_remove)
        self.filter_changed.connect(lambda _: self._filter())

    def why_not_keep(self) -> str | None:
        """Why whoever sits here may not keep people, or None."""
        return None if self.shell.may(Deed.KEEP_PEOPLE) else self.tr("Keeping people is the supervisor's.")

    def _why_no_pairs(self) -> str | None:
        if self.view is None or self.view.proposal is None or not self.view.proposal.pairs:
            return self.tr("No two people can go together on this day.")
        return None

    # --- reading ----------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        self.read()
        if selection is not None and selection.kind == "collector":
            self.choose(selection.id)

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(*_CONCERNS):
            self.read()

    def read(self) -> None:
        """Everybody, the week and the pairs anew."""
        branch, actor, day, first, zone = self._branch, self.shell.actor, self.day, self.first, self._zone
        if actor is not None:
            work = lambda: read_people(branch, actor, day, first, zone)  # noqa: E731  # handed on as it is
            self.ask(work, self._show, doing=self.tr("Reading people…"))

    def _name_days(self) -> None:
        self.days.set_words({"today": self.tr("Today"), "tomorrow": self.tr("Tomorrow")})

    def look_at(self, day: date) -> None:
        """Who can go on another day, and the week it lies in."""
        self.day, self.first = day, monday_of(day)
        self.read()

    def _go_week(self, weeks: int) -> None:
        self.first += timedelta(days=WEEK * weeks)
        self.read()

    def _show(self, view: PeopleView) -> None:
        self.view = self._columns.view = view
        able = sum(one.today.is_available for one in view.people)
        soon = sum(one.today.ends_soon is not None for one in view.people)
        for key, count in (
            ("all", len(view.people)),
            ("can", able),
            ("cannot", len(view.people) - able),
            ("soon", soon),
        ):
            self.count_filter(key, count)
        self.table.set_rows(view.people)
        self._filter()
        if view.people:
            self.show_content()
        else:
            self._show_empty()
        self._show_words()
        self._show_person()
        self.shell.actions.refresh()

    def _filter(self) -> None:
        keep: dict[str, Callable[[Person], bool]] = {
            "can": lambda one: one.today.is_available,
            "cannot": lambda one: not one.today.is_available,
            "soon": lambda one: one.today.ends_soon is not None,
        }
        chosen = keep.get(self.filter())
        self.table.set_filter(keep=chosen)
        if self.view is not None:
            self.week.set_view(self.view, [one for one in self.view.people if chosen is None or chosen(one)])

    def _show_words(self) -> None:
        view = self.view
        if view is None:
            return
        able = sum(one.today.is_available for one in view.people)
        pairs = len(view.proposal.pairs) if view.proposal is not None else 0
        words = self.tr("{day}: {able} of {all} can go, {pairs} pairs possible")
        self.subtitle.setText(
            words.format(day=weekday_word(view.day), able=able, all=len(view.people), pairs=pairs)
            if view.proposal is not None
            else self.tr("{day}: {able} of {all} can go").format(
                day=weekday_word(view.day), able=able, all=len(view.people)
            )
        )
        span = f"{month_day(view.days[0])}–{month_day(view.days[-1])}"
        self._week_words.setText(self.tr("Shifts  {span}").format(span=span))

    def _show_empty(self) -> None:
        button = Button(icon=Icon.PERSON_ADD, kind="accent", name="empty.new")
        self.say(button.setText, lambda: self.tr("New collector"))
        button.clicked.connect(self.deeds.new)
        state = StatePanel(
            Icon.PEOPLE,
            lambda: self.tr("Nobody is on the list yet"),
            lambda: self.tr("Add the people who go out, with badge and shifts. Plans are made of pairs of them."),
            button,
        )
        self.show_state(state)

    @override
    def fitted(self, width: float) -> None:
        """In narrow windows leave is told by week and side panel alone."""
        leave = next(nth for nth, column in enumerate(self.table.rows.columns) if column.key == "leave")
        self.table.setColumnHidden(leave, width < WIDE)

    @override
    def retranslate(self) -> None:
        self._name_days()
        self._show_words()
        self.table.viewport().update()

    # --- one selection ----------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Person | None:
        """The selected person."""
        found = self.selection
        return self.view.person(found.id) if self.view is not None and found is not None else None

    def choose(self, identity: str) -> None:
        """Select a person in table, week and side panel."""
        if self.selection is not None and self.selection.id == identity:
            return
        self.select(Selection(kind="collector", id=identity) if identity else None)
        self._show_person()

    def _show_person(self) -> None:
        person = self.chosen
        if person is None:
            self.side.show_person(self.view, None, None)
            return
        if self.table.selected_ids() != [person.id]:
            self.table.select_id(person.id)
        self.week.select_person(person.id)
        self.side.show_person(self.view, person, None)
        actor, desk, first = self.shell.actor, self._branch.people, self.first
        if actor is not None and self.shell.may(Deed.KEEP_PEOPLE):
            last = max(self.day, first + timedelta(days=WEEK - 1))
            self.ask(lambda: desk.open(actor, person.id, min(first, self.day), last), self._show_page, slot="person")

    def _show_page(self, page: PersonPage) -> None:
        person = self.chosen
        if person is not None and person.id == page.collector.id:
            self.side.show_person(self.view, person, page)


def pages(branch: PeopleBranch) -> tuple[PageSpec, ...]:
    """The station's page."""
    return (
        PageSpec(
            key="people",
            station=Station.PEOPLE,
            make=lambda shell: PeoplePage(shell, branch),
            actions=PEOPLE_ACTIONS,
        ),
    )


def sources(branch: PeopleBranch) -> tuple[Source, ...]:
    """Collectors, for the palette."""
    return (PeopleSource(branch.people),)
