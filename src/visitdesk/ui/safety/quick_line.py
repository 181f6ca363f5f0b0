"""The quick line: `3 ok`, `3 late 10`, `3a safe`, `3`. A call from the field typed in a second, without a dialog.

A letter names one of the team: `a` the first, `b` the second; words that each must say for himself need it.
"""

import re
import unicodedata
from dataclasses import dataclass

from visitdesk.errors import BadInput
from visitdesk.safety.model import ReportKind
from visitdesk.ui.safety.check_in import FOR_BOTH, Said, speakers
from visitdesk.ui.safety.picture import Picture, TeamTile

_LINE = re.compile(r"(?P<team>\d{1,3})\s*(?P<who>[a-d](?![a-z]))?\s*(?P<word>[^\d\s]*)\s*(?P<minutes>\d{1,2})?")

WORDS: dict[str, ReportKind] = {
    "ok": ReportKind.FINE,
    "fine": ReportKind.FINE,
    "平安": ReportKind.FINE,
    "late": ReportKind.EXTENSION,
    "晚": ReportKind.EXTENSION,
    "延时": ReportKind.EXTENSION,
    "out": ReportKind.DEPARTED,
    "出发": ReportKind.DEPARTED,
    "here": ReportKind.ARRIVED,
    "arrived": ReportKind.ARRIVED,
    "到": ReportKind.ARRIVED,
    "到达": ReportKind.ARRIVED,
    "door": ReportKind.AT_DOOR,
    "门": ReportKind.AT_DOOR,
    "门外": ReportKind.AT_DOOR,
    "in": ReportKind.INSIDE,
    "入户": ReportKind.INSIDE,
    "left": ReportKind.LEFT,
    "离开": ReportKind.LEFT,
    "safe": ReportKind.SAFE,
    "安全": ReportKind.SAFE,
    "home": ReportKind.HOME_SAFE,
    "返回": ReportKind.HOME_SAFE,
    "help": ReportKind.HELP,
    "求助": ReportKind.HELP,
}
"""Words of both languages; a person on the telephone does not wait for the right one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """A line understood: the team to go to, and what was said (None: only go there)."""

    tile: TeamTile
    said: Said | None = None


def understood(line: str, picture: Picture) -> Quick:
    """What a line means.

    Raises:
        BadInput: it names no team on the board, an unknown word, or nobody where one must be named.
    """
    text = unicodedata.normalize("NFKC", line).strip().lower()
    found = _LINE.fullmatch(text)
    if found is None:
        raise BadInput("board.quick_line", value=line.strip())
    tile = picture.team(found["team"].lstrip("0") or "0")
    if tile is None:
        raise BadInput("board.no_such_team", value=found["team"])
    word = found["word"] or ""
    if not word:
        return Quick(tile=tile)
    kind = WORDS.get(word)
    if kind is None:
        raise BadInput("board.no_such_word", value=word)
    members = speakers(tile)
    if tile.visit is None or not members:
        raise BadInput("board.no_such_team", value=found["team"])
    place = "abcd".index(found["who"]) if found["who"] else 0
    if place >= len(members) or (not found["who"] and kind not in FOR_BOTH and len(members) > 1):
        raise BadInput("board.who_says_so", value=found["team"], word=word)
    minutes = found["minutes"]
    return Quick(
        tile=tile,
        said=Said(
            visit=tile.visit,
            collector=members[place],
            kind=kind,
            with_partner=kind in FOR_BOTH and not found["who"],
            note=f"+{minutes} min" if minutes else word if kind is ReportKind.EXTENSION else "",
        ),
    )
