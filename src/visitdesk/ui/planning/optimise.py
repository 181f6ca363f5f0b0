"""The optimiser at work: a process of its own, watched from a worker thread, and the card that tells how far it is.

The page stays live meanwhile. What the person changes starts the search afresh from there, so the plan offered always
answers the draft in sight, locks included. Nothing is taken over before the person says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.errors import Unavailable
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.solve_process import SolveProcess
from visitdesk.planning.solver import Budget, Progress
from visitdesk.ui.planning.words import long_span
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.jobs import Cancel, Jobs
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Card, Elided, Text

LISTEN = 0.1
"""Seconds between two looks at the cancel token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """How far a search is.

    Attributes:
        line: travel in seconds of every better plan so far, oldest first; the first is the draft's own.
        left: unplanned visits of the draft, then of the best plan.
    """

    line: tuple[int, ...] = ()
    left: tuple[int, int] = (0, 0)
    elapsed: float = 0.0
    is_over: bool = False


class Optimiser(QObject):
    """Runs at most one search.

    Signals:
        news: payload `Search`.
        finished: payload `DayDraft`; a checked plan that nobody has taken yet. `taken` is the same once asked for.
        failed: payload Exception.
    """

    news = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    _heard = Signal(object, object)  # (token, Progress), emitted on the worker

    def __init__(self, jobs: Jobs, budget: Budget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._budget = budget
        self._cancel: Cancel | None = None
        self._enough: Cancel | None = None
        self._search = Search()
        self.result: DayDraft | None = None
        self._heard.connect(self._better)

    @property
    def is_running(self) -> bool:
        """Whether a search is on, or its result waits to be taken."""
        return self._cancel is not None or self.result is not None

    @property
    def is_searching(self) -> bool:
        """Whether the process still works."""
        return self._cancel is not None

    def start(self, draft: DayDraft) -> None:
        """Search from this draft; what ran before is thrown away."""
        self.stop()
        totals = draft.plan.totals
        left = len(draft.plan.unassigned)
        self._search = Search(line=(totals.travel_seconds if totals else 0,), left=(left, left))
        enough = Cancel()
        work = partial(_searched, draft, self._budget, enough, self._heard.emit)
        self._enough = enough
        self._cancel = self._jobs.compute(work, done=partial(self._done, enough), failed=partial(self._fault, enough))
        self.news.emit(self._search)

    def enough(self) -> None:
        """End with the best so far; `finished` follows."""
        if self._enough is not None:
            self._enough()

    def stop(self) -> None:
        """Throw the search away; its process ends, nothing follows."""
        if self._cancel is not None:
            self._cancel()
        self._cancel = self._enough = None
        self.result = None

    def _better(self, token: Cancel, progress: Progress) -> None:
        if token is self._enough:
            self._search = Search(
                line=(*self._search.line, progress.travel_seconds),
                left=(self._search.left[0], progress.left_out),
                elapsed=progress.elapsed,
            )
            self.news.emit(self._search)

    def _done(self, token: Cancel, draft: DayDraft) -> None:
        if token is self._enough:
            self._cancel = self._enough = None
            self.result = draft
            totals = draft.plan.totals
            line = (*self._search.line, totals.travel_seconds if totals else 0)
            left = (self._search.left[0], len(draft.plan.unassigned))
            self._search = Search(line=line, left=left, elapsed=self._search.elapsed, is_over=True)
            self.news.emit(self._search)
            self.finished.emit(draft)

    def _fault(self, token: Cancel, fault: Exception) -> None:
        if token is self._enough:
            self._cancel = self._enough = None
            self.failed.emit(fault)


def _searched(
    draft: DayDraft, budget: Budget, enough: Cancel, tell: Callable[[Cancel, Progress], object], cancel: Cancel
) -> DayDraft:
    """On the worker thread: run the process until it is over, asked to end, or no longer wanted.

    Raises:
        Unavailable: the process failed.
    """
    process = SolveProcess(draft, budget)
    try:
        is_told = False
        while not process.is_over and not cancel.is_set():
            process.wait(LISTEN)
            for progress in process.poll():
                tell(enough, progress)
            if enough.is_set() and not is_told:
                is_told = True
                process.stop()
        found = process.result()
    finally:
        process.close()
    if found is None:
        raise Unavailable("planning.optimiser_failed", value=process.fault or "cancelled")
    return found


class FallingLine(QWidget):
    """Travel of the plans found so far, as a line that falls."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("optimise.line")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.values: tuple[int, ...] = ()

    def show_values(self, values: tuple[int, ...]) -> None:
        """Other values."""
        self.values = values
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme().tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect()).adjusted(2, 3, -4, -3)
            painter.setPen(QPen(QColor(c.stroke), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            if not self.values:
                return
            most, least = max(self.values), min(self.values)
            high, steps = max(1, most - least), max(1, len(self.values) - 1)
            points = [
                QPointF(rect.left() + rect.width() * n / steps, rect.bottom() - rect.height() * (v - least) / high)
                for n, v in enumerate(self.values)
            ]
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(points[-1], 2.5, 2.5)


class OptimiseCard(Spoken, Card):
    """The live card: what the search has found, and the two ways out."""

    def __init__(self, take: ActionButton) -> None:
        super().__init__(name="plan.optimise_card")
        t = theme()
        self.body.setContentsMargins(t.px(14), t.px(8), t.px(10), t.px(8))
        line = QHBoxLayout()
        line.setSpacing(t.px(12))
        self.heading = Text("", Type.STRONG, name="optimise.heading")
        self.words = Elided("", Type.TABLE, tone="text2", name="optimise.words")
        self.line = FallingLine()
        middle = QVBoxLayout()
        middle.setSpacing(t.px(2))
        middle.addWidget(self.words)
        middle.addWidget(self.line)
        self.take = take
        self.stop = Button(icon=Icon.DISMISS, kind="quiet", name="optimise.stop")
        self.say(self.stop.setText, lambda: self.tr("Keep the old one  Esc"))
        line.addWidget(self.heading)
        line.addLayout(middle, 1)
        line.addWidget(self.take)
        line.addWidget(self.stop)
        self.body.addLayout(line)
        self._search = Search()

    def show_search(self, search: Search) -> None:
        """How far it is."""
        self._search = search
        self.line.show_values(search.line)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        search = self._search
        self.heading.setText(self.tr("Better plan ready") if search.is_over else self.tr("Optimising"))
        before, now = (search.line[0], search.line[-1]) if search.line else (0, 0)
        share = round(100 * (now - before) / before) if before else 0
        words = self.tr("Travel {before} → {now} ({share:+}%), unplanned {left} → {rest}, second {n}")
        self.words.setText(
            words.format(
                before=long_span(before),
                now=long_span(now),
                share=share,
                left=search.left[0],
                rest=search.left[1],
                n=round(search.elapsed),
            )
        )
