"""What a row of the worklist says: a sentence, its consequence, the button; and where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from visitdesk.reports.today import Job, Todo
from visitdesk.ui.shell.icons import Icon


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A row in words."""

    sentence: str
    consequence: str
    button: str


PICTURES: Mapping[Job, tuple[Icon, str]] = {
    Job.OBJECTIONS: (Icon.FLAG, "warning"),
    Job.HOLDS: (Icon.PAUSE, "warning"),
    Job.UNPLANNED: (Icon.CALENDAR_ADD, "text2"),
    Job.TO_APPROVE: (Icon.CHECKMARK_CIRCLE, "text2"),
    Job.NOTICES: (Icon.MEGAPHONE, "text2"),
    Job.RECORDS_MISSING: (Icon.CLIPBOARD, "text2"),
    Job.RECORDS_TO_REVIEW: (Icon.DOCUMENT_SEARCH, "text2"),
    Job.TO_PRINT: (Icon.PRINT, "text2"),
    Job.TRAINING: (Icon.HAT_GRADUATION, "text2"),
    Job.BADGES: (Icon.TAG, "text2"),
    Job.HELD_ROWS: (Icon.ARCHIVE, "text2"),
    Job.RULE_PACK: (Icon.SCALES, "warning"),
    Job.BACKUP: (Icon.DATABASE_ARROW_DOWN, "warning"),
    Job.DEMO_KEY: (Icon.KEY, "warning"),
}
PAGES: Mapping[Job, tuple[str, str, str]] = {
    Job.OBJECTIONS: ("cases", "filter", "objection"),
    Job.HOLDS: ("cases", "filter", "held"),
    Job.UNPLANNED: ("plan", "", ""),
    Job.TO_APPROVE: ("cases", "filter", "requested"),
    Job.NOTICES: ("cases", "filter", "reason"),
    Job.RECORDS_MISSING: ("records", "", ""),
    Job.RECORDS_TO_REVIEW: ("records", "", ""),
    Job.TO_PRINT: ("records", "", ""),
    Job.TRAINING: ("training", "", ""),
    Job.BADGES: ("people", "", ""),
    Job.HELD_ROWS: ("cases/held", "", ""),
    Job.RULE_PACK: ("settings", "", ""),
    Job.BACKUP: ("settings", "", ""),
    Job.DEMO_KEY: ("settings", "", ""),
}


class TodoWords(QObject):
    """The words; an object, since plurals are found in `tr` only."""

    def of(self, todo: Todo) -> Told:
        """A row in words."""
        n = todo.count
        told = self._of_cases(todo.job, n) or self._of_people(todo.job, n) or self._of_branch(todo.job, n)
        return Told(sentence=told[0], consequence=told[1], button=told[2])

    def _of_cases(self, job: Job, n: int) -> tuple[str, str, str] | None:
        words: Mapping[Job, tuple[str, str, str]] = {
            Job.OBJECTIONS: (
                self.tr("%n objection(s) not answered", "", n),
                self.tr("Visits to these cases are on hold until somebody answers."),
                self.tr("Answer"),
            ),
            Job.HOLDS: (
                self.tr("%n hold(s) to be looked at", "", n),
                self.tr("Named people promised to look again; clearing takes two."),
                self.tr("Look"),
            ),
            Job.UNPLANNED: (
                self.tr("%n visit(s) in the pool without a day", "", n),
                self.tr("They stay where they are until they are put into a day plan."),
                self.tr("Plan"),
            ),
            Job.TO_APPROVE: (
                self.tr("%n visit request(s) to decide on", "", n),
                self.tr("Nobody plans them before."),
                self.tr("Decide"),
            ),
            Job.NOTICES: (
                self.tr("%n advance notice(s) due", "", n),
                self.tr("Less than 24 hours before the visit it takes a reason."),
                self.tr("Send"),
            ),
            Job.HELD_ROWS: (
                self.tr("%n row(s) of account files held back", "", n),
                self.tr("These accounts are not at the branch yet."),
                self.tr("Mend"),
            ),
        }
        return words.get(job)

    def _of_people(self, job: Job, n: int) -> tuple[str, str, str] | None:
        words: Mapping[Job, tuple[str, str, str]] = {
            Job.RECORDS_MISSING: (
                self.tr("%n visit(s) without a finished record", "", n),
                self.tr("Memory fades; a case waits for its record."),
                self.tr("Write"),
            ),
            Job.RECORDS_TO_REVIEW: (
                self.tr("%n record(s) to review", "", n),
                self.tr("Nothing is printed for the file before."),
                self.tr("Review"),
            ),
            Job.TO_PRINT: (
                self.tr("%n record(s) to print", "", n),
                self.tr("Reviewed and waiting for the file."),
                self.tr("Print"),
            ),
            Job.TRAINING: (
                self.tr("Certificates of %n collector(s) end soon", "", n),
                self.tr("From that day on they cannot be planned."),
                self.tr("Schedule"),
            ),
            Job.BADGES: (
                self.tr("Badges of %n collector(s) end soon", "", n),
                self.tr("Without a valid badge nobody goes out."),
                self.tr("Renew"),
            ),
        }
        return words.get(job)

    def _of_branch(self, job: Job, n: int) -> tuple[str, str, str]:
        words: Mapping[Job, tuple[str, str, str]] = {
            Job.RULE_PACK: (
                self.tr("The rule pack is not confirmed by a lawyer"),
                self.tr("Verdicts hold, but nobody of the firm has vouched for the rules."),
                self.tr("Open"),
            ),
            Job.BACKUP: (
                self.tr("The last backup is %n day(s) old", "", n),
                self.tr("What was entered since is on this disk only."),
                self.tr("Back up"),
            ),
            Job.DEMO_KEY: (
                self.tr("The data are locked with the demonstration key"),
                self.tr("Anybody can open them. Enter no real people here."),
                self.tr("Change key"),
            ),
        }
        return words[job]
