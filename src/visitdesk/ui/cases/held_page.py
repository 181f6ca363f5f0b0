"""Rows of account files that are held back (暂存): why, from which file, with their original cells; nothing is lost."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from visitdesk.cases.model import HeldEntry, HeldState
from visitdesk.changed import Changed, Subject
from visitdesk.security.permissions import Deed
from visitdesk.ui.cases.deed_dialog import ReasonDialog
from visitdesk.ui.cases.export import ask_where
from visitdesk.ui.cases.words import labelled, stamp_text
from visitdesk.ui.shell.actions import ActionSpec, Group, Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page, SideCard
from visitdesk.ui.shell.states import StatePanel
from visitdesk.ui.shell.table import Column, Table
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Card, Text
from visitdesk.wording import sentence

if TYPE_CHECKING:
    from visitdesk.ui.cases.ports import CasesBranch


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks `text` for the translators (lupdate looks for this name) and leaves it as it is."""
    return text


SET_ASIDE = "cases.set_aside"
HELD_ACTIONS = (
    ActionSpec(
        key=SET_ASIDE,
        text=QT_TRANSLATE_NOOP("CaseActions", "Set aside for good"),
        tip=QT_TRANSLATE_NOOP("CaseActions", "These rows are not waited for any more; their cells stay on file."),
        group=Group.PAGE,
        icon=Icon.ARCHIVE,
        deed=Deed.IMPORT_ACCOUNTS,
        context="CaseActions",
    ),
)


def reasons(one: HeldEntry) -> str:
    """All faults of a row in one line."""
    lang = theme().lang
    separator = "；" if lang.value == "zh" else "; "
    return separator.join(sentence(code, lang, dict(facts)).rstrip("。.") for _, code, facts in one.faults)


class HeldPage(Page):
    """The quarantine."""

    def __init__(self, shell: Shell, branch: "CasesBranch") -> None:
        super().__init__(shell, name="cases/held")
        self._branch = branch
        self.say(self.title.setText, lambda: self.tr("Rows held back"))
        self.show_back(lambda: shell.go("cases"))
        self.add_filter(HeldState.OPEN.value, lambda: self.tr("Waiting"))
        self.add_filter(HeldState.MENDED.value, lambda: self.tr("Mended"))
        self.add_filter(HeldState.DISCARDED.value, lambda: self.tr("Set aside"))
        self.filter_changed.connect(self._filter)
        self.bind(Key.RELOAD, self._read)
        self.bind(Key.IMPORT, lambda: shell.go("cases/import"), words=lambda: self.tr("Import mended rows"))
        self.bind(Key.EXPORT, self._export, words=lambda: self.tr("Export as XLSX"), reason=self._why_no_export)
        self.bind(SET_ASIDE, self._set_aside, reason=self._why_not)
        self.add_deed(Key.IMPORT)
        self.add_deed(Key.EXPORT, accent=True)
        self.table: Table[HeldEntry] = Table(
            self._columns(), lambda one: one.id, name="held.table", label=lambda: self.tr("Rows held back"), many=True
        )
        self.table.rows_selected.connect(self._selected)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.add(self.table, stretch=1)
        self.set_content(card)
        self._build_side()
        self._filter(self.filter())

    def _columns(self) -> tuple[Column[HeldEntry], ...]:
        translate = QCoreApplication.translate
        local = self.shell.local
        return (
            Column(
                key="held",
                title=lambda: translate("HeldPage", "Since"),
                text=lambda one: stamp_text(local(one.held_at)),
                sort=lambda one: one.held_at,
                width=110,
            ),
            Column(key="file", title=lambda: translate("HeldPage", "File"), text=lambda one: one.file_name, width=210),
            Column(
                key="row",
                title=lambda: translate("HeldPage", "Row"),
                text=lambda one: str(one.row),
                sort=lambda one: one.row,
                right=True,
                width=60,
            ),
            Column(
                key="case", title=lambda: translate("HeldPage", "Case no."), text=lambda one: one.case_no, width=130
            ),
            Column(
                key="why",
                title=lambda: translate("HeldPage", "Why"),
                text=reasons,
                picture=lambda one: (Icon.ERROR_CIRCLE, "error") if one.state is HeldState.OPEN else None,
                stretch=True,
                width=260,
            ),
        )

    def _build_side(self) -> None:
        side = SideCard("held.side")
        self._heading = Text("", Type.TILE, wrap=True, name="held.title")
        self._why = Text("", Type.BODY, tone="text2", wrap=True, name="held.why")
        self._original = Text("", Type.TABLE, wrap=True, name="held.original")
        box = Card(surface="sunken")
        box.add(self._original)
        self._box = box
        side.head.addWidget(self._heading)
        side.body.addWidget(self._why)
        side.body.addWidget(box)
        side.body.addStretch(1)
        hint = Text("", Type.TABLE, tone="text2", wrap=True)
        self.say(
            hint.setText,
            lambda: self.tr(
                "Export, mend the file, import it again: rows that come right leave this list by themselves."
            ),
        )
        side.foot.addWidget(hint)
        side.foot.addWidget(ActionButton(self.shell.actions[SET_ASIDE]))
        self.set_side(side, width=340)
        self._selected(())

    @override
    def opened(self, selection: Selection | None) -> None:
        self._read()

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(Subject.QUARANTINE):
            self._read()

    def _read(self) -> None:
        actor, desk = self.shell.actor, self._branch.intake
        if actor is None or not self.shell.may(Deed.IMPORT_ACCOUNTS):
            self.show_state(
                StatePanel(
                    Icon.LOCK_CLOSED,
                    lambda: self.tr("Rows held back are for supervisors and clerks"),
                    lambda: self.tr("Ask one of them if a row of a file is missing."),
                    name="denied",
                )
            )
            return
        self.ask(lambda: tuple(desk.held(actor, None)), self._show, doing=self.tr("Reading rows held back…"))

    def _show(self, entries: tuple[HeldEntry, ...]) -> None:
        self.table.set_rows(entries)
        waiting = sum(one.state is HeldState.OPEN for one in entries)
        for state in HeldState:
            self.count_filter(state.value, sum(one.state is state for one in entries))
        self.subtitle.setText(self.tr("%n row(s) waiting to be mended", "", waiting))
        if entries:
            self.show_content()
        else:
            self.show_state(
                StatePanel(
                    Icon.CHECKMARK_CIRCLE,
                    lambda: self.tr("No row is held back"),
                    lambda: self.tr("Rows of an account file that cannot be taken in wait here until they are mended."),
                )
            )
        self.shell.actions.refresh()

    @override
    def retranslate(self) -> None:
        waiting = sum(one.state is HeldState.OPEN for one in self.table.rows.shown()) if hasattr(self, "table") else 0
        self.subtitle.setText(self.tr("%n row(s) waiting to be mended", "", waiting))

    def _filter(self, key: str) -> None:
        self.table.set_filter(keep=lambda one: one.state.value == key)

    def _selected(self, rows: tuple[HeldEntry, ...]) -> None:
        one = rows[0] if len(rows) == 1 else None
        self._box.setVisible(one is not None)
        self._why.setVisible(one is not None)
        if one is None:
            words = self.tr("%n row(s) chosen", "", len(rows)) if rows else self.tr("Choose a row to see its cells")
            self._heading.setText(words)
        else:
            self._heading.setText(self.tr("{file}, row {row}").format(file=one.file_name, row=one.row))
            self._why.setText(reasons(one))
            self._original.setText("\n".join(labelled(header, text) for header, text in one.cells if text))
        self.shell.actions.refresh()

    def _why_no_export(self) -> str | None:
        waiting = any(one.state is HeldState.OPEN for one in self.table.rows.shown())
        return None if waiting else self.tr("No row waits here.")

    def _why_not(self) -> str | None:
        chosen = [one for one in self.table.selected() if one.state is HeldState.OPEN]
        return None if chosen else self.tr("Choose rows that wait.")

    def _export(self) -> None:
        actor, desk, lang = self.shell.actor, self._branch.intake, theme().lang
        if actor is not None:
            ask_where(self, self.tr("rows held back") + ".xlsx", lambda: desk.export_held(actor, lang))

    def _set_aside(self) -> None:
        actor, desk = self.shell.actor, self._branch.intake
        ids = [one.id for one in self.table.selected()]
        if actor is None:
            return
        ReasonDialog(
            self,
            name="held.set_aside",
            title=lambda: self.tr("Set %n row(s) aside for good?", "", len(ids)),
            sentence=lambda: self.tr("They are not waited for any more. Their cells stay on file."),
            deed=lambda: self.tr("Set aside"),
            run=lambda reason: desk.discard(actor, ids, reason),
        ).open()
