"""The demonstration: a whole day into a folder (`day demo`), and the branch that the first window offers.

Both are made through the same desks that people use; the data folder they leave is opened by a demonstration key, about
which window, `doctor` and log complain.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from visitdesk.app import story
from visitdesk.app.opening import open_branch
from visitdesk.branch import Branch
from visitdesk.cases.model import VisitState
from visitdesk.clock import Clock
from visitdesk.compliance.holiday_calendar import china
from visitdesk.demo import day, export, plan
from visitdesk.demo.model import ZONE, Say, Wish, checked, nobody_listens
from visitdesk.errors import BadInput, Unavailable
from visitdesk.geo.scene import StopState
from visitdesk.safety.board import BoardView
from visitdesk.security.opening import DEMONSTRATION_KEY, Secrets
from visitdesk.wording import sentence

if TYPE_CHECKING:
    from visitdesk.ui.safety.picture import Dossier

BRANCH, SUMMARY = "branch", "summary.json"

_VISITS, _TOMORROW, _TEAMS = 26, 6, 4
_STARTS, _ENDS = time(10, 15), time(16, 30)
"""Hours between which the window's branch is caught in the middle of its day."""

_AFTERNOON = (14, 20)

_LOOKS = {
    VisitState.DISPATCHED: StopState.PLANNED,
    VisitState.ON_SITE: StopState.ON_SITE,
    VisitState.CANCELLED: StopState.BLOCKED,
}


@dataclass(slots=True, kw_only=True)
class _Moment:
    """What the board showed when an alarm stood on it."""

    board: BoardView | None = None
    dossier: "Dossier | None" = None
    states: dict[str, StopState] = field(default_factory=dict)


def make_day(out: Path, wish: Wish, say: Say = nobody_listens) -> Mapping[str, object]:
    """Live a demonstration day and leave its papers in a folder; answers the summary that also lies there.

    Raises:
        BadInput: a number outside its limits, or a folder that holds something; nothing was changed.
        Unavailable: the folder cannot be written.
    """
    checked(wish)
    was_there = _require_empty(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        return _made(out, wish, say)
    except OSError as error:
        raise Unavailable("demo.cannot_write", file=str(out)) from error
    finally:
        if not (out / SUMMARY).is_file():  # half a day is none
            _clear(out, keep_folder=was_there)


def _made(out: Path, wish: Wish, say: Say) -> Mapping[str, object]:
    hashes: dict[str, str] = {}
    clock, moment = day.begin(wish), _Moment()
    with open_branch(out / BRANCH, Secrets(), clock) as branch:
        lived, account_file = day.live(branch, clock, wish, lambda: _look(branch, moment), say)
        say("papers")
        for name, data in export.papers(branch, wish, lived, account_file):
            hashes[name] = _kept(out, name, data)
        say("pictures")
        for name, data in _pictures(branch, wish, moment).items():
            hashes[name] = _kept(out, name, data)
    summary = export.summary(wish, lived, hashes)
    text = json.dumps(summary, ensure_ascii=False, indent=2) + "\n"
    (out / SUMMARY).write_bytes(text.encode())
    say("done")
    return summary


def _require_empty(out: Path) -> bool:
    """Whether the folder is there already, and empty."""
    if not out.exists():
        return False
    if not out.is_dir():
        raise BadInput("demo.not_a_folder", file=str(out))
    if any(out.iterdir()):
        raise BadInput("demo.folder_not_empty", file=str(out))
    return True


def _clear(out: Path, *, keep_folder: bool) -> None:
    for part in out.iterdir() if out.is_dir() else ():
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)
    if not keep_folder and out.is_dir():
        out.rmdir()


def _kept(out: Path, name: str, data: bytes) -> str:
    """Write one file; answers its SHA-256."""
    file = out.joinpath(*name.split("/"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


# --- pictures -----------------------------------------------------------------------------------------------------


def _look(branch: Branch, moment: _Moment) -> None:
    """Keep what board and map show now; they are painted later."""
    from visitdesk.ui.safety.picture import read_dossier
    from visitdesk.ui.safety.places import BranchPlaces
    from visitdesk.ui.safety.ports import Rooms

    moment.board = branch.watch.board()
    places = BranchPlaces(branch.visits, branch.cases, branch.planning, branch.clock)
    rooms = Rooms(
        clock=branch.clock,
        watch=branch.watch,
        flow=branch.flow,
        people=branch.people,
        security=branch.security,
        places=places,
    )
    moment.dossier = read_dossier(rooms, moment.board)
    alarmed = {card.visit for card in moment.board.alarms}
    states = set(VisitState) - {VisitState.REQUESTED, VisitState.POOLED, VisitState.PUBLISHED}
    for visit in branch.visits.in_states(states):
        shown = _LOOKS.get(visit.state, StopState.DONE)
        moment.states[visit.id] = StopState.OVERDUE if visit.id in alarmed else shown


def _pictures(branch: Branch, wish: Wish, moment: _Moment) -> Mapping[str, bytes]:
    """Map and board of that moment; the map alone where no alarm came."""
    from visitdesk.app.pictures import Sitter, board_of, map_of
    from visitdesk.ui.safety.picture import picture

    found: dict[str, bytes] = {}
    draft = branch.planning.published(wish.day)
    name = str(branch.settings.value("branch.name"))
    if draft is not None:
        title = sentence("demo.map_title", wish.lang, {"branch": name, "day": wish.day.isoformat()})
        found["pictures/map.png"] = map_of(draft, moment.states, wish.lang, title)
    if moment.board is not None and moment.dossier is not None:
        sitter = Sitter(picture=picture(moment.board, moment.dossier), branch=name, zone=ZONE)
        found["pictures/board.png"] = board_of(sitter, wish.lang)
    return found


# --- the window's branch ------------------------------------------------------------------------------------------


def prepare(folder: Path, clock: Clock) -> None:
    """Make the demonstration branch of the first window: its day is today, and still going on.

    Made once a day; one of an earlier day is replaced, since its alarms and routes would be stale. Outside of working
    hours, and where law forbids all visits, the story plays on the last working afternoon (`story.offset_of`).

    Args:
        clock: of this computer, without any offset.

    Raises:
        Unavailable: the folder cannot be written.
        BadInput: the folder holds something that is no demonstration.
    """
    now = clock.now()
    today = now.astimezone(ZONE).date()
    if _is_fresh(folder, today):
        return
    place = folder.with_name(folder.name + ".new")
    try:
        if place.exists():
            shutil.rmtree(place)
        _live_until(place, now)
        if folder.exists():
            shutil.rmtree(folder)
        place.replace(folder)
    except OSError as error:
        raise Unavailable("demo.cannot_write", file=folder.name) from error


def _is_fresh(folder: Path, today: date) -> bool:
    """Whether the folder holds a demonstration made today.

    Raises:
        BadInput: it holds something else, which is left alone.
    """
    if not folder.is_dir() or not any(folder.iterdir()):
        return False
    if not (folder / DEMONSTRATION_KEY).is_file() or not (folder / story.MARK).is_file():
        raise BadInput("demo.folder_not_empty", file=folder.name)
    return story.mark_of(folder).get("made_on") == today.isoformat()


def _live_until(folder: Path, now: datetime) -> None:
    story_now = _story_now(now)
    playing = story_now.astimezone(ZONE).date()
    wish = Wish(visits=_VISITS, teams=_TEAMS, for_tomorrow=_TOMORROW, day=playing, until=story_now)
    clock = day.begin(wish)
    with open_branch(folder, Secrets(), clock) as branch:
        lived, _ = day.live(branch, clock, wish, lambda: None)
        day.record_some(branch, clock, wish, lived)
        plan.plan_half_of(branch, wish, playing + timedelta(days=1))
    mark = {
        "made_on": now.astimezone(ZONE).date().isoformat(),
        "plays_on": playing.isoformat(),
        "offset_seconds": round((story_now - now).total_seconds()),
    }
    (folder / story.MARK).write_text(json.dumps(mark) + "\n", encoding="utf-8")


def _story_now(now: datetime) -> datetime:
    """Now, where it lies in the working hours of a day on which visits are lawful; else the last working afternoon."""
    local = now.astimezone(ZONE)
    if _is_lawful(local.date()) and _STARTS <= local.time() <= _ENDS:
        return now
    playing = local.date()
    while not _is_lawful(playing) or Wish(day=playing).at(*_AFTERNOON) > now:
        playing -= timedelta(days=1)
    return Wish(day=playing).at(*_AFTERNOON)


def _is_lawful(playing: date) -> bool:
    kind = china().day(playing)
    return not (kind.is_statutory or kind.is_solemn)
