"""The day lived through: words from the field, the watch's clock, what goes wrong and how the office answers.

The clock is set to each word's instant and the watch ticks before it is entered, so alarms come when they are due. The
officer types what teams telephone; departures go through the same gate as from the window.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count

from visitdesk.branch import Branch
from visitdesk.cases.model import SafetyLevel, VisitId, VisitState
from visitdesk.changed import Changed
from visitdesk.clock import FixedClock
from visitdesk.compliance.model import ObjectionGround
from visitdesk.demo.model import CLERK, OFFICER, SECOND_SUPERVISOR, SUPERVISOR, Story, Wish
from visitdesk.demo.script import MINUTE, Course, Fate, Visiting, Word, both, ends, latest_last, visitings, words
from visitdesk.planning.draft import DayDraft
from visitdesk.safety.board import AlarmCard
from visitdesk.safety.model import AlarmId, ReportKind, ResponseStep
from visitdesk.security.model import Actor

Look = Callable[[], None]
"""Called once while an alarm stands on the board: the moment for its picture."""

_NOON = timedelta(hours=12, minutes=5)
_OBJECTION = "这笔钱去年十二月我已经还清了，我有转账记录，请你们先查清楚再来。"
_QUIET = {VisitState.POOLED, VisitState.PLANNED, VisitState.PUBLISHED}


class FieldDay:
    """One day of all teams."""

    def __init__(self, branch: Branch, clock: FixedClock, wish: Wish, story: Story, look: Look) -> None:
        self._branch = branch
        self._clock = clock
        self._wish = wish
        self._story = story
        self._look: Look | None = look
        self._queue: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()
        self._alarms: set[AlarmId] = set()

    def live(self, draft: DayDraft) -> None:
        """From the first departure to the last word, or to the present of the story."""
        self._write(draft)
        until = self._wish.until
        while self._queue and (until is None or self._queue[0][0] <= until):
            at, _, deed = heappop(self._queue)
            self._pass(at)
            deed()
            self._count()
        if until is not None:
            self._pass(until)
            self._count()
        self._story.alarms = len(self._alarms)
        begun = [visit for visit in self._story.planned if self._branch.visits.get(visit).state is VisitState.LEFT]
        self._story.made = begun

    def _pass(self, at: datetime) -> None:
        """Let time go by until `at`; the watch ticks every minute, as it does beside a window."""
        while self._clock.now() < at:
            self._clock.set(min(at, self._clock.now() + MINUTE))
            self._tick()

    # --- writing the day ----------------------------------------------------------------------------------------

    def _write(self, draft: DayDraft) -> None:
        course = self._course(draft)
        for one in visitings(draft, self._wish.seed, course):
            fate = course.fates.get(one.visit, Fate.PLAIN)
            for word in words(one, fate):
                self._say(word)
            self._befall(one, fate)

    def _course(self, draft: DayDraft) -> Course:
        """Choose to which visits something happens: none at an address that asks for more care, each another one."""
        plain = visitings(draft, self._wish.seed, Course())
        objected = self._objection(draft, {one.visit: one for one in plain})
        free = [one for one in plain if one.visit != objected and self._level(one.visit) is SafetyLevel.NORMAL] or list(
            plain
        )
        if self._wish.until is not None:
            return self._course_until(free, self._wish.until, objected)
        fates: dict[VisitId, Fate] = {}
        for fate, share in ((Fate.MISSED, 0.3), (Fate.DURESS, 0.6), (Fate.BROKEN_OFF, 0.8)):
            left = [one.visit for one in free if one.visit not in fates]
            if left:
                fates[left[min(len(left) - 1, int(share * len(left)))]] = fate
        self._name(fates, objected)
        return Course(fates=fates, without=frozenset({objected} if objected else ()))

    def _course_until(self, free: list[Visiting], until: datetime, objected: VisitId | None) -> Course:
        """In a day that is still going on a break-off lies behind, and the last word that came due was not said."""
        fates: dict[VisitId, Fate] = {}
        over = [one for one in free if one.at_door + 18 * MINUTE < until]
        if over:
            fates[over[-1].visit] = Fate.SILENT
        behind = [one for one in over if one.home is None and one.visit not in fates and one.safe < until - 30 * MINUTE]
        if behind:
            fates[behind[len(behind) // 2].visit] = Fate.BROKEN_OFF
        self._name(fates, objected)
        return Course(fates=fates, without=frozenset({objected} if objected else ()))

    def _name(self, fates: dict[VisitId, Fate], objected: VisitId | None) -> None:
        of = {fate: visit for visit, fate in fates.items()}
        story = self._story
        story.missed, story.duress = of.get(Fate.MISSED, of.get(Fate.SILENT)), of.get(Fate.DURESS)
        story.broken_off, story.objected = of.get(Fate.BROKEN_OFF), objected

    def _level(self, visit: VisitId) -> SafetyLevel:
        return self._branch.visits.get(visit).safety_level

    # --- words --------------------------------------------------------------------------------------------------

    def _at(self, at: datetime, deed: Callable[[], None]) -> None:
        heappush(self._queue, (at, next(self._order), deed))

    def _say(self, word: Word) -> None:
        self._at(word.at, lambda: self._spoken(word))

    def _spoken(self, word: Word) -> None:
        who = word.team[word.speaker]
        if word.kind is ReportKind.DEPARTED:
            if self._branch.visits.get(word.visit).state is VisitState.PUBLISHED:
                self._branch.flow.dispatch(SUPERVISOR, word.visit, who, with_partner=word.with_partner)
            return
        changed = self._branch.watch.report(
            OFFICER, visit=word.visit, collector=who, kind=word.kind, with_partner=word.with_partner
        )
        self._follow(OFFICER, changed)

    def _follow(self, actor: Actor, changed: Changed) -> None:
        self._branch.flow.follow(actor, changed)

    def _tick(self) -> None:
        changed = self._branch.watch.tick()
        if changed:
            self._follow(OFFICER, changed)

    def _count(self) -> None:
        self._alarms |= {alarm.id for alarm in self._branch.watch.board().alarms}

    # --- what befalls -------------------------------------------------------------------------------------------

    def _befall(self, one: Visiting, fate: Fate) -> None:
        match fate:
            case Fate.MISSED:
                self._miss(one)
            case Fate.DURESS:
                self._threaten(one)
            case Fate.BROKEN_OFF:
                self._break_off(one)
            case _:
                pass

    def _miss(self, one: Visiting) -> None:
        """No word after the grace: alarm, taken over, rung twice, spoken to, resolved with its reason."""
        raised = one.at_door + 17 * MINUTE
        self._at(raised + timedelta(seconds=20), self._show)
        self._answer(
            one.visit,
            raised,
            ((70, ResponseStep.RANG_NO_ANSWER), (150, ResponseStep.SPOKE)),
            resolved=240,
            reason="电话接通：手机静音，二人平安，正在门外交谈",
        )
        for word in both(one, one.leaves, ReportKind.LEFT):
            self._say(word)
        for word in ends(one):
            self._say(word)

    def _threaten(self, one: Visiting) -> None:
        """A word of duress by telephone: nobody rings back; two people end it once both are safe."""
        raised = one.at_door + 5 * MINUTE
        self._say(Word(at=raised, visit=one.visit, team=one.team, speaker=1 % len(one.team), kind=ReportKind.DURESS))
        self._answer(
            one.visit,
            raised,
            ((60, ResponseStep.CALL_SHEET), (180, ResponseStep.OTHER)),
            resolved=660,
            reason="民警到场，二人已离开并报平安；由两人核对后解除",
            second=SECOND_SUPERVISOR,
        )
        for word in both(one, one.leaves, ReportKind.LEFT):
            self._say(word)
        for word in ends(one):
            self._say(word)

    def _break_off(self, one: Visiting) -> None:
        """The team leaves for its own safety; asked about, never counted against it."""
        for word in both(one, one.leaves, ReportKind.BREAK_OFF):
            self._say(word)
        self._answer(
            one.visit,
            one.leaves + MINUTE,
            ((60, ResponseStep.SPOKE),),
            resolved=330,
            reason="门内有人情绪激动，二人按规定主动离开，均平安",
        )
        for word in ends(one):
            self._say(word)

    def _answer(
        self,
        visit: VisitId,
        raised: datetime,
        steps: tuple[tuple[int, ResponseStep], ...],
        *,
        resolved: int,
        reason: str,
        second: Actor | None = None,
    ) -> None:
        """Acknowledge after 40 seconds, steps and the end after so many seconds from the raise."""
        watch = self._branch.watch

        def each(deed: Callable[[AlarmCard], Changed]) -> Callable[[], None]:
            def done() -> None:
                for card in [card for card in watch.board().alarms if card.visit == visit]:
                    self._follow(OFFICER, deed(card))

            return done

        self._at(raised + timedelta(seconds=40), each(lambda card: watch.acknowledge(OFFICER, alarm=card.id)))
        for after, step in steps:
            self._at(raised + timedelta(seconds=after), each(_logging(self._branch, step)))
        self._at(
            raised + timedelta(seconds=resolved),
            each(
                lambda card: watch.resolve(OFFICER, alarm=card.id, reason=reason, version=card.version, second=second)
            ),
        )

    def _show(self) -> None:
        """The board's moment, once."""
        if self._look is not None:
            self._look()
            self._look = None

    def _objection(self, draft: DayDraft, plain: dict[VisitId, Visiting]) -> VisitId | None:
        """At midday somebody objects whose visit is still ahead; where none is, shortly before the last one departs."""
        stop = latest_last(draft)
        if stop is None or VisitId(stop.visit) not in plain:
            return None
        visit = VisitId(stop.visit)
        noon = self._wish.at(0) + _NOON
        at = min(noon, plain[visit].departs - 20 * MINUTE)
        if self._wish.until is not None and at > self._wish.until:
            return None

        def object_to() -> None:
            found = self._branch.visits.get(visit)
            if found.state not in _QUIET:
                return
            changed = self._branch.compliance.record_objection(
                CLERK,
                found.case,
                ObjectionGround.PAID,
                words=_OBJECTION,
                received_at=self._clock.now(),
                owner=SUPERVISOR.user,
            )
            self._follow(CLERK, changed)
            self._story.objected_case = found.case

        self._at(at, object_to)
        return visit


def _logging(branch: Branch, step: ResponseStep) -> Callable[[AlarmCard], Changed]:
    def deed(card: AlarmCard) -> Changed:
        return branch.watch.log_step(OFFICER, alarm=card.id, step=step)

    return deed
