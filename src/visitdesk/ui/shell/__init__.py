'''The shell every screen stands on, and the guide for whoever builds a panel.

A panel module `ui/<capability>/panel.py` offers its pages; `app/window.py` lists the module and the station appears in
the rail. Capabilities of `ui` do not know each other: they `shell.go("cases/case", Selection(...))` and hear
`Page.on_changed`. No `sqlalchemy`, `numpy`, `openpyxl` … in `ui` modules: services come in by the constructor.

Worked example (a list with filters, a deed, a side panel, all states)::

    class LeavePage(Page):
        """Who is away, and when."""

        def __init__(self, shell: Shell, desk: PeopleDesk) -> None:
            super().__init__(shell, name="people/leave")
            self._desk = desk
            self.say(self.title.setText, lambda: self.tr("Leave"))          # follows the language
            self.add_filter("all", lambda: self.tr("All"))                  # chips; filter_changed, filter()
            self.add_filter("now", lambda: self.tr("Away today"))
            self.bind(Key.NEW, self._new, words=lambda: self.tr("New leave"))
            self.bind(Key.RELOAD, self._read)
            self.add_deed(Key.NEW, accent=True)                             # one accent button per page
            self.table: Table[Leave] = Table(COLUMNS, lambda leave: leave.id, name="leave.table",
                                             label=lambda: self.tr("Leave"))
            self.table.row_selected.connect(self._selected)
            card = Card(); card.add(self.table, stretch=1)
            self.set_content(card)
            self._side = SideCard("leave.side")
            self.set_side(self._side)                                       # a drawer below 1180 px
            self.filter_changed.connect(lambda key: self.table.set_filter(keep=KEEP[key]))

        def opened(self, selection: Selection | None) -> None:              # comes on top: read, never in __init__
            self._read()

        def on_changed(self, changed: Changed) -> None:                     # a deed somewhere touched something
            if changed.touches(Subject.SHIFT):
                self._read()

        def _read(self) -> None:
            desk, actor = self._desk, self.shell.actor                      # taken on the GUI thread
            self.ask(lambda: desk.leave(actor), self._show, doing=self.tr("Reading leave…"))

        def _show(self, rows: tuple[Leave, ...]) -> None:                   # back on the GUI thread
            self.table.set_rows(rows)                                       # selection and scroll stay by id
            if rows: self.show_content()
            else: self.show_state(StatePanel(Icon.CALENDAR, lambda: self.tr("Nobody is away"),
                                             lambda: self.tr("Leave noted here keeps people out of the plan.")))

        def _new(self) -> None:
            LeaveDialog(self.shell, self).open()                            # Dialog; never exec

    def pages(branch: Branch) -> tuple[PageSpec, ...]:
        return (PageSpec(key="people/leave", station=Station.PEOPLE,
                         make=lambda shell: LeavePage(shell, branch.people)),)

Pieces
    page       Page (title, subtitle, add_deed, bind, add_filter, set_content, set_side, set_footer, show_state, show_bar,
               show_fault, ask, do, select, opened, on_changed, fitted), PageSpec, SideCard (head, body, foot)
    context    Shell (clock, zone, local, actor, may, jobs, actions, go, toast, announce, report, show_strip), Selection
    actions    Key (shared keys), ActionSpec (own deeds: pass `actions=` in PageSpec, then bind), Group
    table      Table, TableModel, Column (picture, tone, box, right, sort); pinyin order, 100,000 rows
    form       Form.add(name, label, widget, unit=, required=, hint=) → Field; show_faults({name: words})
    dialog     Dialog (set_title, add_words, body, add_button), confirm(...)
    states     InfoBar, StatePanel, Toast (`shell.toast(words, undo)`), Picture
    widgets    Text, Elided, Tag, Card, Line, Button, IconButton, ActionButton, Chip, Segments, Wrap, Scroll, row, column
    tile chart FigureTile; Bars, Lines, Point
    levels     Level, level_word, level_icon, LevelMark, paint_level: safety alone uses level colours and tiles
    icons      Icon, icon_of(icon, role), paint_icon; more pictures: add the SVG of the same npm package and a line
    theme      theme() → tokens, px(n), font(Type), scale, lang; own painting asks it at paint time, keeps no colour
    strip_state StripState, StripAlarm: the safety panel feeds `shell.show_strip(...)` and binds Key.ACKNOWLEDGE … with
               `shell.actions.bind(None, key, run)` so that they work from everywhere
    search     Source, Entry: what the palette finds of a capability (`sources(branch)` beside `pages(branch)`)

Rules that tests hold
    Words: English source in `self.tr("literal")` inside `say`/`retranslate`, values by `.format`, plurals `%n`. Then
    `python -m tests.translate <capability>` writes `resources/translations/<capability>.{zh,en}.ts` and prints what is
    missing as JSON; fill it in and run with `--fill FILE`; the `.qm` are made too.
    Every focusable widget has an accessible name and an objectName; icon-only buttons are IconButton.
    Colours, sizes: roles of the tokens, `theme().px(n)`; no hex, no QFont sizes of your own. Level colours: safety only.
    One filled accent button per page. Disabled means a reason (`bind(reason=…)`), never a dead button.
    Layouts must work at 1280×640: wrap what can grow in `Scroll`; the side panel's `body` scrolls, its `foot` stays.
    `python -m tests.screenshots --out DIR` renders every page and state registered in `tests/ui/<capability>/screens.py`
    (`SCREENS`, see `tests/screens.py`); look at them. `tests/ui/test_every_screen.py` walks the same screens: nothing cut
    at 1280×640, names on all controls, the strip in sight, Chinese punctuation. Help: `resources/help/<lang>/NN-<page>.md`.
'''
