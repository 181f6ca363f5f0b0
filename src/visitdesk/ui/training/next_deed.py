"""The next sensible deed of a learner in a module: the words on the one accent button, and why it must wait."""

from PySide6.QtCore import QObject

from visitdesk.security.permissions import Deed
from visitdesk.training.model import Module
from visitdesk.ui.shell.page import Page
from visitdesk.ui.training.learner import Learner
from visitdesk.ui.training.steps import Snapshot, Step, StepKind
from visitdesk.ui.training.words import moment, roles_reason, state_word

READ_ENOUGH = 0.97
"""Part of the lesson that must have been on screen before it can be noted as read."""


class NextDeed(QObject):
    """Words and reasons; the page does the deed."""

    def __init__(self, page: Page, learner: Learner) -> None:
        super().__init__(page)
        self._shell = page.shell
        self._learner = learner

    def words(self, module: Module, snapshot: Snapshot) -> str:
        """What the button says."""
        if self._learner.collector is None:
            return self.tr("Start the lesson")
        step = _next(module, snapshot)
        if step is None:
            return self.tr("Go over again") if snapshot.cards else self.tr("All done")
        if step.kind is StepKind.LESSON:
            return self.tr("Read to the end") if step.is_open else self.tr("Start the lesson")
        if step.kind is StepKind.ASSESSMENT and step.needs_coaching:
            return self.tr("Note the coaching")
        words = {
            StepKind.QUIZ: self.tr("To the quiz"),
            StepKind.DRILL: self.tr("To the drill"),
            StepKind.ASSESSMENT: self.tr("To the assessment"),
            StepKind.CERTIFICATE: self.tr("Issue the certificate"),
        }
        return words[step.kind]

    def why_not(self, module: Module, snapshot: Snapshot) -> str | None:
        """Why it cannot be done now, or None."""
        if not self._shell.may(Deed.TRAIN):
            return roles_reason(Deed.TRAIN)
        if self._learner.collector is None:
            return self.tr("Choose the learner first.")
        step = _next(module, snapshot)
        if step is None:
            return None if snapshot.cards else self._all_done(module, snapshot)
        return self._why_not_step(step, module)

    def _why_not_step(self, step: Step, module: Module) -> str | None:
        if step.kind is StepKind.LESSON and step.is_open and self._learner.read_to(module.id) < READ_ENOUGH:
            return self.tr("Read the lesson to its end first.")
        if step.kind is StepKind.CERTIFICATE or step.needs_coaching:
            return self._why_not_certify()
        if step.opens_at is not None:
            return self.tr("The next assessment is open from {when}.").format(when=moment(self._shell, step.opens_at))
        return None

    def _all_done(self, module: Module, snapshot: Snapshot) -> str:
        standing = snapshot.standing.get(module.id)
        if standing is None or standing.certificate is None:
            return self.tr("Everything is done.")
        words = self.tr("Everything is done; the certificate is {state} until {day}.")
        return words.format(state=state_word("valid"), day=standing.certificate.valid_until.isoformat())

    def _why_not_certify(self) -> str | None:
        actor = self._shell.actor
        if not self._shell.may(Deed.CERTIFY):
            return roles_reason(Deed.CERTIFY)
        if actor is not None and str(actor.user) == str(self._learner.collector):
            return self.tr("Nobody certifies or coaches himself; ask another trainer or supervisor.")
        return None


def _next(module: Module, snapshot: Snapshot) -> Step | None:
    standing = snapshot.standing.get(module.id)
    return None if standing is None else standing.next
