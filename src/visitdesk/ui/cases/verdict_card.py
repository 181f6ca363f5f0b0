"""The verdict card: may we visit now? What stands against it first, in plain words, with clause and force."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.compliance.model import Effect, Finding, Group, Verdict
from visitdesk.ui.cases.case_model import Answer, answer_of, is_broken, is_judged, sorted_findings
from visitdesk.ui.cases.parts import clear
from visitdesk.ui.cases.time_slider import TimeSlider
from visitdesk.ui.cases.words import clauses, evidence_word, force_word, weekday_text
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Card, Line, Text, column, row

PICTURES = {
    Answer.ALLOWED: (Icon.CHECKMARK_CIRCLE, "ok"),
    Answer.REASON: (Icon.WARNING, "warning"),
    Answer.BLOCKED: (Icon.PROHIBITED, "error"),
}
FEW = 3
"""So many rules that are met are shown before "all n rules" is pressed."""
_CURES = {
    Group.TIME: "time",
    Group.FREQUENCY: "time",
    Group.HOLDS: "stops",
    Group.REFUSAL: "stops",
    Group.DOCUMENTS: "notice",
    Group.DEBT: "debt_status",
}


class VerdictCard(Panel):
    """The card.

    Signals:
        cure_asked: payload str: `time`, `stops`, `notice`, `debt_status`.
    """

    cure_asked = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._verdict: Verdict | None = None
        self._moment: datetime | None = None
        self._is_whole = False
        self._has_visit = False
        self.slider = TimeSlider(shell)
        self.slider.hide()
        card = Card(name="case.verdict")
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        card.add(self._make_head(), self.slider)
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        card.add(rows, self._make_foot())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def _make_head(self) -> QWidget:
        head = QWidget()
        t = theme()
        self._picture = Picture(Icon.INFO, side=28)
        self.heading = Text("", Type.PANEL, wrap=True, name="case.verdict.word")
        self.about = Text("", Type.SMALL, tone="text2", wrap=True, name="case.verdict.about")
        line = QHBoxLayout(head)
        line.setContentsMargins(t.px(16), t.px(12), t.px(14), t.px(12))
        line.setSpacing(t.px(12))
        line.addWidget(self._picture)
        line.addLayout(column(self.heading, self.about, gap=1), 1)
        self.other_time = ActionButton(self._shell.actions[Key.OTHER_TIME])
        line.addWidget(self.other_time)
        return head

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        t = theme()
        self.all_rules = Button("", icon=Icon.CHEVRON_DOWN, kind="quiet", name="case.verdict.all")
        self.all_rules.clicked.connect(self._toggle)
        hint = Text("", Type.SMALL, tone="text2")
        self.say(hint.setText, lambda: self.tr("Policy of the product is never called law."))
        foot.setLayout(row(self.all_rules, 1, hint))
        margins = (t.px(6), t.px(2), t.px(16), t.px(6))
        layout = foot.layout()
        if layout is not None:
            layout.setContentsMargins(*margins)
        return foot

    def show_verdict(self, verdict: Verdict, moment: datetime, *, has_visit: bool) -> None:
        """A verdict for an arrival at `moment`, of a visit that is asked for or of one that could be."""
        self._verdict, self._moment, self._has_visit = verdict, moment, has_visit
        self.retranslate()

    def _toggle(self) -> None:
        self._is_whole = not self._is_whole
        self.retranslate()

    @override
    def retranslate(self) -> None:
        verdict, moment = self._verdict, self._moment
        if verdict is None or moment is None:
            return
        answer = answer_of(verdict)
        words = {
            Answer.ALLOWED: self.tr("May be visited"),
            Answer.REASON: self.tr("May be visited with a reason"),
            Answer.BLOCKED: self.tr("Not to be visited"),
        }
        icon, role = PICTURES[answer]
        self._picture.show_icon(icon, role)
        self.heading.setText(words[answer])
        self.heading.set_tone(role)
        self.about.setText(self._about(verdict, moment))
        self._fill(sorted_findings(verdict))

    def _about(self, verdict: Verdict, moment: datetime) -> str:
        findings = verdict.findings
        forbids = sum(one.forbids for one in findings)
        warns = len(verdict.warnings)
        passed = sum(is_judged(one) and not is_broken(one) for one in findings)
        counts = clauses(
            self.tr("%n forbid(s)", "", forbids) if forbids else "",
            self.tr("%n ask(s) for a reason", "", warns) if warns else "",
            self.tr("%n met", "", passed),
            self.tr("%n not judged", "", len(findings) - forbids - warns - passed),
        )
        when = self.tr("arrival {when}").format(when=weekday_text(self._shell.local(moment)))
        whose = "" if self._has_visit else self.tr("no visit is asked for yet")
        pack = self.tr("rules {version}").format(version=verdict.pack_version)
        return clauses(when, whose, counts, pack)

    def _fill(self, findings: tuple[Finding, ...]) -> None:
        clear(self._rows)
        broken = [one for one in findings if is_broken(one)]
        rest = [one for one in findings if not is_broken(one)]
        for one in (*broken, *(rest if self._is_whole else rest[:FEW])):
            self._rows.addWidget(Line())
            self._rows.addWidget(self._make_row(one))
        self._rows.addWidget(Line())
        words = self.tr("Show fewer") if self._is_whole else self.tr("All %n rule(s)", "", len(findings))
        self.all_rules.setText(words)
        self.all_rules.set_picture(Icon.CHEVRON_UP if self._is_whole else Icon.CHEVRON_DOWN)

    def _make_row(self, one: Finding) -> QWidget:
        from visitdesk.compliance.telling import in_words  # noqa: PLC0415  # with the room, after the first paint

        t, lang = theme(), theme().lang
        line = QWidget()
        line.setObjectName(f"rule.{one.rule.id}")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(t.px(20), t.px(8), t.px(14), t.px(8))
        layout.setSpacing(t.px(14))
        icon, role = _picture(one)
        layout.addWidget(Picture(icon, role=role, side=18), 0, Qt.AlignmentFlag.AlignVCenter)
        said = Text(finding_words(one), Type.BODY if is_broken(one) else Type.TABLE, wrap=True)
        marks = clauses(
            in_words(one.basis.clause, lang), force_word(one.basis.force), evidence_word(one.basis.evidence)
        )
        small = Text(marks, Type.SMALL, tone="text2", wrap=True)
        small.setToolTip(self.tr("Rule {id}, source {source}").format(id=one.rule.id, source=one.basis.source))
        layout.addLayout(column(said, small, gap=1), 1)
        cure = self._make_cure(one)
        if cure is not None:
            layout.addWidget(cure)
        return line

    def _make_cure(self, one: Finding) -> Button | None:
        """A button that leads to what would mend it; None where nothing on this page does."""
        cure = _CURES.get(one.rule.group, "") if is_broken(one) else ""
        if one.rule.group is Group.DOCUMENTS and "notice" not in one.rule.id:
            cure = ""
        words: dict[str, Callable[[], str]] = {
            "time": lambda: self.tr("Other time"),
            "stops": lambda: self.tr("See what stops"),
            "notice": lambda: self.tr("Record notice"),
            "debt_status": lambda: self.tr("State of the claim"),
        }
        if not cure:
            return None
        button = Button(words[cure](), name=f"cure.{one.rule.id}")
        button.clicked.connect(partial(self.cure_asked.emit, cure))
        return button


def finding_words(one: Finding) -> str:
    """What the rule found, one sentence; where it is met, what it asks for."""
    from visitdesk.compliance.telling import in_words, text  # noqa: PLC0415  # with the room, after the first paint

    lang = theme().lang
    return in_words(one.rule.says, lang) if one.effect is Effect.PASS else text(one, lang)


def _picture(one: Finding) -> tuple[Icon, str]:
    if one.forbids:
        return Icon.PROHIBITED, "error"
    if one.effect is Effect.WARN:
        return Icon.WARNING, "warning"
    if one.effect is Effect.REQ:
        return Icon.CLIPBOARD, "text2"
    return (Icon.INFO, "text3") if not is_judged(one) else (Icon.CHECKMARK, "ok")
