"""The demonstration: a whole day into a folder (`day demo`), and the branch that the first window offers.

Both are made through the same desks that people use; the data folder they leave is opened by a demonstration key, about
which window, `doctor` and log complain.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

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
MARK = "demonstration.json"
"""In the window's demonstration branch: the day it plays on."""

_VISITS, _TOMORROW, _TEAMS = 34, 10, 5
_STARTS, _ENDS = 10, 20
"""Hours of the day between which the window's branch is caught in the middle of its day."""

_LONGEST_BACK = 12
"""Days to look back for a day on which visits are lawful: the longest holidays have nine."""

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
        story, account_file = day.live(branch, clock, wish, lambda: _look(branch, moment), say)
        say("papers")
        for name, data in export.papers(branch, wish, story, account_file):
            hashes[name] = _kept(out, name, data)
        say("pictures")
        for name, data in _pictures(branch, wish, moment).items():
            hashes[name] = _kept(out, name, data)
    summary = export.summary(wish, story, hashes)
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
    hours the day is the one just over, at a holiday the last on which visits are lawful.

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
    if not (folder / DEMONSTRATION_KEY).is_file() or not (folder / MARK).is_file():
        raise BadInput("demo.folder_not_empty", file=folder.name)
    try:
        made = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(made, dict) and made.get("made_on") == today.isoformat()


def _live_until(folder: Path, now: datetime) -> None:
    playing = _day_of(now)
    wish = Wish(visits=_VISITS, teams=_TEAMS, for_tomorrow=_TOMORROW, day=playing, until=_present(playing, now))
    story_clock = day.begin(wish)
    with open_branch(folder, Secrets(), story_clock) as branch:
        story, _ = day.live(branch, story_clock, wish, lambda: None)
        day.record_some(branch, story_clock, wish, story)
        plan.plan_half_of(branch, wish, playing + timedelta(days=1))
    mark = {"made_on": now.astimezone(ZONE).date().isoformat(), "plays_on": playing.isoformat()}
    (folder / MARK).write_text(json.dumps(mark) + "\n", encoding="utf-8")


def _day_of(now: datetime) -> date:
    """Today from the first visits on, else the day before; never one on which law forbids all visits."""
    local = now.astimezone(ZONE)
    playing = local.date() if local.hour >= _STARTS else local.date() - timedelta(days=1)
    for _ in range(_LONGEST_BACK):
        kind = china().day(playing)
        if not (kind.is_statutory or kind.is_solemn):
            break
        playing -= timedelta(days=1)
    return playing


def _present(playing: date, now: datetime) -> datetime:
    """Until when the day is lived: now, but no later than its evening."""
    return min(now, Wish(day=playing).at(_ENDS, 30))
