"""Spaced repetition of missed questions with FSRS (reference training §7).

Deterministic (no fuzz), wanted retention 0.9, no interval beyond sixty days, so that red-line questions come back at
least six times a year. It schedules refreshers and never extends a certificate.
"""

from datetime import datetime, timedelta

from fsrs import Card, Rating, Scheduler

from visitdesk.training.ports import Grade, Memory

RETENTION = 0.9
"""Share of cards that should still be known when they come back."""

LONGEST_DAYS = 60
"""Longest interval, days (policy)."""

_FIRST_STEPS = (timedelta(minutes=10), timedelta(days=1))
"""Once more before leaving the desk, then the next day; after that the library decides."""

_RATINGS = {Grade.AGAIN: Rating.Again, Grade.HARD: Rating.Hard, Grade.GOOD: Rating.Good}


class FsrsScheduler:
    """The port's answer by the library `fsrs`."""

    def __init__(self) -> None:
        self._scheduler = Scheduler(
            desired_retention=RETENTION,
            learning_steps=_FIRST_STEPS,
            maximum_interval=LONGEST_DAYS,
            enable_fuzzing=False,
        )

    def first(self, at: datetime) -> Memory:
        """The memory of a question just missed: seen once, graded *again*."""
        return self._review(Card(card_id=0, due=at), Grade.AGAIN, at)

    def after(self, state: str, grade: Grade, at: datetime) -> Memory:
        """The memory after one more answer."""
        return self._review(Card.from_json(state), grade, at)

    def _review(self, card: Card, grade: Grade, at: datetime) -> Memory:
        card, _ = self._scheduler.review_card(card, _RATINGS[grade], review_datetime=at)
        return Memory(state=card.to_json(), due=card.due)
