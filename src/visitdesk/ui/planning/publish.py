"""The dialog before a plan becomes binding: how much, what stands against it visit by visit, who is told."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from visitdesk.compliance.model import Finding
from visitdesk.people.model import CollectorId
from visitdesk.planning.preflight import Preflight, Refusal
from visitdesk.ui.planning.words import joined, teams_word, visits_word
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Scroll, Text
from visitdesk.wording import Lang, sentence

MOST_LINES = 80


class PublishDialog(Dialog):
    """Count, refusals, warnings, who is told; the deed is there only where nothing forbids it."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        found: Preflight,
        *,
        day: str,
        name_of: Callable[[str], str],
        people: Mapping[CollectorId, str],
    ) -> None:
        super().__init__(shell, parent, name="plan.publish", width=560)
        self._found = found
        self._name_of = name_of
        if found.may_publish:
            self.set_title(lambda: self.tr("Publish the plan of {day}?").format(day=day))
        else:
            self.set_title(lambda: self.tr("The plan of {day} cannot be published yet").format(day=day))
        self.add_words(self._count)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, theme().px(4), 0)
        self._lines.setSpacing(theme().px(6))
        self._fill(people)
        scroll = Scroll(inside, name="publish.lines")
        scroll.setMinimumHeight(theme().px(min(300, 26 + 26 * self._lines.count())))
        self.body.addWidget(scroll, 1)
        self.add_button(lambda: self.tr("Back to the plan"), name="publish.cancel")
        if found.may_publish:
            self.deed = self.add_button(
                lambda: self.tr("Publish plan"), self.accept, accent=True, icon=Icon.SEND, name="publish.deed"
            )

    def _count(self) -> str:
        found = self._found
        return self.tr("{visits}, {teams}, unplanned {left}.").format(
            visits=visits_word(found.visits), teams=teams_word(found.teams), left=found.left_out
        )

    def _fill(self, people: Mapping[CollectorId, str]) -> None:
        found = self._found
        if found.refusals:
            self._head(self.tr("Stands against it"))
            for refusal in found.refusals[:MOST_LINES]:
                self._line(Icon.PROHIBITED, "error", self._refusal(refusal))
        if found.visits == 0:
            self._line(Icon.PROHIBITED, "error", sentence("planning.nothing_to_publish", theme().lang))
        if found.warnings:
            self._head(self.tr("Asks for attention"))
            for words in self._warnings(found.warnings):
                self._line(Icon.WARNING, "warning", words)
        if found.may_publish:
            self._head(self.tr("Who is told"))
            names = joined([people.get(one, one) for one in found.collectors])
            self._line(Icon.PEOPLE_TEAM, "text2", self.tr("Route sheets for {names}.").format(names=names))
            watch = self.tr("The safety watch sees {visits} from now on.").format(visits=visits_word(found.visits))
            self._line(Icon.SHIELD, "text2", watch)
            if found.retold:
                names = joined([self._name_of(visit) for visit in found.retold])
                self._line(Icon.CHAT, "warning", self.tr("To be announced again: {names}.").format(names=names))
        self._lines.addStretch(1)

    def _refusal(self, refusal: Refusal) -> str:
        lang = theme().lang
        if refusal.finding is not None:
            says = refusal.finding.rule.says
            rule = says.zh if lang is Lang.ZH else says.en
            return self.tr("{visit}: {rule}").format(visit=self._name_of(refusal.visit), rule=rule)
        return sentence(refusal.code, lang, refusal.facts)

    def _warnings(self, warnings: Iterable[tuple[str, Finding]]) -> list[str]:
        """Each rule once, with the visits it asks about."""
        by_rule: dict[str, tuple[Finding, list[str]]] = {}
        for visit, finding in warnings:
            by_rule.setdefault(finding.rule.id, (finding, []))[1].append(self._name_of(visit))
        is_zh = theme().lang is Lang.ZH
        return [
            self.tr("{rule} ({visits})").format(
                rule=finding.rule.says.zh if is_zh else finding.rule.says.en,
                visits=joined(names) if len(names) < 4 else visits_word(len(names)),
            )
            for finding, names in by_rule.values()
        ][:MOST_LINES]

    def _head(self, words: str) -> None:
        self._lines.addWidget(Text(words, Type.STRONG))

    def _line(self, icon: Icon, role: str, words: str) -> None:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        line.addWidget(Picture(icon, role=role, side=16))
        line.addWidget(Text(words, Type.TABLE, wrap=True), 1)
        self._lines.addWidget(holder)
