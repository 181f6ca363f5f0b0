"""The whole day in order, from the empty folder to the last record; `export` then hands out its papers."""

from datetime import timedelta

from visitdesk.branch import Branch
from visitdesk.clock import FixedClock
from visitdesk.demo import crew, office, paperwork, plan
from visitdesk.demo.field import FieldDay, Look
from visitdesk.demo.model import Say, Story, Wish, nobody_listens

_RECORDS_BEGIN = (18, 40)


def begin(wish: Wish) -> FixedClock:
    """The clock as it stands when the branch is made: the morning two days before."""
    return FixedClock(wish.at(9, 0, days=-2))


def live(branch: Branch, clock: FixedClock, wish: Wish, look: Look, say: Say = nobody_listens) -> tuple[Story, bytes]:
    """Live the day; answers what came of it and the account file it began with.

    Args:
        clock: the branch's own, as `begin` made it; it stands at the end of the story afterwards.
        look: called while an alarm stands on the board, and only in a day that is lived to its end.
    """
    story = Story()
    say("people")
    crew.set_up_branch(branch, wish)
    crew.hire(branch, wish, story)
    crew.train(branch, clock, wish, story)
    account_file = prepare(branch, clock, wish, story, say)
    say("plan")
    clock.set(wish.at(17, 0, days=-1))
    draft = plan.plan_day(branch, wish, story)
    say("field")
    clock.set(wish.at(8, 20) if wish.until is None else min(wish.at(8, 20), wish.until))
    FieldDay(branch, clock, wish, story, look).live(draft)
    if wish.until is None:
        say("records")
        clock.set(max(clock.now(), wish.at(*_RECORDS_BEGIN)))
        paperwork.record_all(branch, clock, wish, story, story.made)
    return story, account_file


def prepare(branch: Branch, clock: FixedClock, wish: Wish, story: Story, say: Say) -> bytes:
    """The two days before: the file, the facts, the requests, the notices."""
    say("accounts")
    clock.set(max(clock.now(), wish.at(13, 0, days=-2)))
    account_file, invented = office.take_in(branch, wish, story)
    say("prepare")
    clock.set(clock.now() + timedelta(minutes=30))
    office.find_out(branch, wish, invented)
    clock.set(clock.now() + timedelta(hours=1))
    asked = office.ask(branch, wish, story, invented)
    clock.set(clock.now() + timedelta(hours=1))
    office.prepare(branch, wish, story, asked)
    clock.set(wish.at(8, 10, days=-1))
    office.send_notices(branch, clock, asked)
    clock.set(wish.at(11, 0, days=-1))
    office.stop_some(branch, clock, wish, story, asked)
    return account_file


def record_some(branch: Branch, clock: FixedClock, wish: Wish, story: Story) -> None:
    """Of a day still going on: the records of the visits made first, the others still to be written."""
    share = len(story.made) * 2 // 3
    paperwork.record_all(branch, clock, wish, story, story.made[:share], pace=timedelta())
