"""Words of training on screen: evidence and force of a source, states, days left, the steps and what they say."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from visitdesk.security.permissions import MAY, Deed
from visitdesk.training.model import ChoiceMark, Due, DueState, Module, Outcome, Source
from visitdesk.training.prose import reading_minutes
from visitdesk.ui.shell.actions import role_word
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.training.steps import Step, StepKind, quiz_of
from visitdesk.wording import sentence

DUE_LOOK: Mapping[DueState, tuple[Icon, str]] = {
    DueState.EXPIRED: (Icon.PROHIBITED, "error"),
    DueState.REVOKED: (Icon.DISMISS_CIRCLE, "error"),
    DueState.MISSING: (Icon.CIRCLE, "warning"),
    DueState.EXPIRING: (Icon.CLOCK, "warning"),
}
"""Shape and colour role of a line of the due list; the word stands beside it."""

CHOICE_LOOK: Mapping[ChoiceMark, tuple[Icon, str]] = {
    ChoiceMark.IDEAL: (Icon.CHECKMARK_CIRCLE, "ok"),
    ChoiceMark.WEAK: (Icon.WARNING, "warning"),
    ChoiceMark.WRONG: (Icon.DISMISS_CIRCLE, "error"),
}


class _Counted:
    """Words with a number: only `tr` inside a class is understood as a plural by the translators' tool."""

    @staticmethod
    def tr(text: str, note: str = "", count: int = -1) -> str:
        return QCoreApplication.translate("_Counted", text, note, count)

    def days_over(self, count: int) -> str:
        return self.tr("expired %n day(s) ago", "", count)

    def days_left(self, count: int) -> str:
        return self.tr("%n day(s) left", "", count)

    def minutes(self, count: int) -> str:
        return self.tr("about %n minute(s)", "", count)

    def questions(self, count: int) -> str:
        return self.tr("%n question(s), for practice", "", count)

    def coaching(self, count: int) -> str:
        return self.tr("coaching first: not passed %n time(s)", "", count)

    def months(self, count: int) -> str:
        return self.tr("for %n month(s)", "", count)


_COUNTED = _Counted()


def mark_word(source: Source) -> str:
    """How well a source is known; one known from memory asks for the lawyer (须由贵司律师确认)."""
    if source.must_be_confirmed:
        return QCoreApplication.translate("Training", "To be confirmed by your lawyer")
    return sentence(f"training.mark_{source.mark.value}", theme().lang)


def force_word(source: Source) -> str:
    """What a source binds by; a policy is never called law."""
    return sentence(f"training.force_{source.force.value}", theme().lang)


def source_words(source: Source) -> tuple[str, ...]:
    """Force and evidence; a policy of ours is both at once."""
    return tuple(dict.fromkeys((force_word(source), mark_word(source))))


def state_word(state: str) -> str:
    """The word of a certificate's or due state."""
    return sentence(f"training.state_{state}", theme().lang)


def days_word(due: Due) -> str:
    """How long, in words."""
    left = due.days_left
    if left is None:
        return state_word(due.state.value)
    if left < 0:
        return _COUNTED.days_over(-left)
    if left == 0:
        return QCoreApplication.translate("Training", "last day today")
    return _COUNTED.days_left(left)


def choice_word(mark: ChoiceMark) -> str:
    """How good a choice was."""
    words = {
        ChoiceMark.IDEAL: QCoreApplication.translate("Training", "Well chosen"),
        ChoiceMark.WEAK: QCoreApplication.translate("Training", "Could be better"),
        ChoiceMark.WRONG: QCoreApplication.translate("Training", "Not this way"),
    }
    return words[mark]


def outcome_word(outcome: Outcome) -> str:
    """How a drill ended."""
    if outcome is Outcome.GOOD:
        return QCoreApplication.translate("Training", "A good end")
    return QCoreApplication.translate("Training", "The drill stops here")


def minutes_of(module: Module) -> int:
    """Minutes the lesson takes to read, at least one."""
    return max(1, round(reading_minutes(module.lesson.of(theme().lang), theme().lang)))


def moment(shell: Shell, instant: datetime) -> str:
    """Day and time at the branch, short."""
    return f"{shell.local(instant):%m-%d %H:%M}"


def step_title(step: Step) -> str:
    """Name of a step."""
    words = {
        StepKind.LESSON: QCoreApplication.translate("Training", "Lesson"),
        StepKind.QUIZ: QCoreApplication.translate("Training", "Quiz"),
        StepKind.DRILL: QCoreApplication.translate("Training", "Drill"),
        StepKind.ASSESSMENT: QCoreApplication.translate("Training", "Assessment"),
        StepKind.CERTIFICATE: QCoreApplication.translate("Training", "Certificate"),
    }
    if step.drill is not None:
        return QCoreApplication.translate("Training", "Drill: {title}").format(title=step.drill.title.of(theme().lang))
    return words[step.kind]


def step_note(step: Step, module: Module, shell: Shell) -> str:
    """What is to be said about a step: what was reached, what is in the way, or what it will take."""
    say: dict[StepKind, Callable[[], str]] = {
        StepKind.LESSON: lambda: _lesson_note(step, module),
        StepKind.QUIZ: lambda: _quiz_note(step, module),
        StepKind.DRILL: lambda: _drill_note(step),
        StepKind.ASSESSMENT: lambda: _assessment_note(step, module, shell),
        StepKind.CERTIFICATE: lambda: _certificate_note(step, module),
    }
    return say[step.kind]()


def _lesson_note(step: Step, module: Module) -> str:
    if step.is_done:
        return QCoreApplication.translate("Training", "read to the end")
    if step.is_open:
        return QCoreApplication.translate("Training", "being read")
    return _COUNTED.minutes(minutes_of(module))


def _quiz_note(step: Step, module: Module) -> str:
    total = len(quiz_of(module))
    if step.score is not None:
        return QCoreApplication.translate("Training", "{right} of {total} right").format(right=step.score, total=total)
    return _COUNTED.questions(total)


def _drill_note(step: Step) -> str:
    if step.score is None:
        return QCoreApplication.translate("Training", "not practised yet")
    words = (
        QCoreApplication.translate("Training", "passed, {points} points")
        if step.is_done
        else QCoreApplication.translate("Training", "not passed yet, {points} points")
    )
    return words.format(points=step.score)


def _assessment_note(step: Step, module: Module, shell: Shell) -> str:
    total = module.paper_questions
    if step.is_done and step.score is not None:
        words = QCoreApplication.translate("Training", "passed, {right} of {total} right")
        return words.format(right=step.score, total=total)
    if step.is_open:
        return QCoreApplication.translate("Training", "the paper lies open")
    if step.needs_coaching:
        return _COUNTED.coaching(step.fails)
    if step.opens_at is not None:
        words = QCoreApplication.translate("Training", "again from {when}")
        return words.format(when=moment(shell, step.opens_at))
    words = QCoreApplication.translate("Training", "{total} questions, {percent}% to pass")
    return words.format(total=total, percent=module.pass_percent)


def _certificate_note(step: Step, module: Module) -> str:
    if step.is_done:
        return QCoreApplication.translate("Training", "valid")
    return _COUNTED.months(module.valid_months)


def sentences(*parts: str) -> str:
    """Sentences one after another; Chinese ones need no space between."""
    return ("" if theme().lang == "zh" else " ").join(part for part in parts if part)


def roles_reason(deed: Deed) -> str:
    """Which roles a deed needs."""
    between = QCoreApplication.translate("Training", ", ")
    roles = between.join(role_word(role) for role in sorted(MAY[deed]))
    return QCoreApplication.translate("Training", "Needs the role: {roles}.").format(roles=roles)
