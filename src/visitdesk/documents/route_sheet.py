"""The route sheet of a team (路线单): a day's stops without a word about debt.

What may stand on it: reference regulation §6 (route sheet), documents §8. Everything typed is linted; code words are
never printed, because paper can be taken away from a team.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from visitdesk.documents import lint
from visitdesk.documents.breaking import Span, Words
from visitdesk.documents.faces import Role
from visitdesk.documents.house import House
from visitdesk.documents.page import Furniture, Paper, finished, written
from visitdesk.documents.style import CELL, LABEL, MM, NOTE, TITLE, Align, Layout
from visitdesk.documents.table import Cell, Table
from visitdesk.documents.words import PaperWords, words_of
from visitdesk.wording import Lang

LAYOUT = Layout(width=210 * MM, height=297 * MM, top=24 * MM, right=15 * MM, bottom=20 * MM, left=15 * MM)


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStop:
    """A stop as the team may read it.

    Attributes:
        code: case code, never a name.
        short_name: only where two stops of the day share an address, else empty.
        window: the lawful and agreed span; `due` the instant by which word is due.
        needs: language or access needs in words; entrance: gate, lift, bell.
        is_high_care: safety level high; no reason is shown.
        travel_minutes: from the stop before.
    """

    code: str
    address: str
    arrive: datetime
    leave: datetime
    window: tuple[datetime, datetime]
    due: datetime
    short_name: str = ""
    entrance: str = ""
    needs: str = ""
    is_high_care: bool = False
    travel_minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteMember:
    """A collector as named on the sheet."""

    id: str
    name: str
    badge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSheet:
    """A team's day.

    Attributes:
        number: of this sheet; it comes back by its number.
        rest: span of the break, or None.
        officers: (who, telephone) of the watch in the order to ring.
    """

    number: str
    team: str
    house: House
    time_zone: str
    leave: datetime
    back: datetime
    members: tuple[RouteMember, ...]
    stops: tuple[RouteStop, ...]
    officers: tuple[tuple[str, str], ...]
    vehicle: str = ""
    rest: tuple[datetime, datetime] | None = None


def render(sheet: RouteSheet, lang: Lang) -> bytes:
    """The finished file.

    Raises:
        BadInput: a character has no glyph, or a word would tell of a debt.
    """
    words = words_of("route_sheet", lang)
    _lint(sheet, words)
    furniture = Furniture(
        head_left=f"{sheet.house.neutral_name}　{words('title')}", head_right=sheet.number, foot_left=words.template
    )
    paper = written(lambda paper: _write(paper, sheet, words), lang=lang, layout=LAYOUT, furniture=furniture)
    return finished(paper, title=f"{words('title')} {sheet.number}")


def _lint(sheet: RouteSheet, words: PaperWords) -> None:
    """Everything on the sheet but addresses and names, which nobody here chooses."""
    typed = [sheet.house.neutral_name, sheet.number, sheet.team, sheet.vehicle]
    for stop in sheet.stops:
        typed += [stop.code, stop.entrance, stop.needs]
    lint.require_neutral(*typed, *words.every())


def _write(paper: Paper, sheet: RouteSheet, words: PaperWords) -> None:
    _head(paper, sheet, words)
    rows = _rows(sheet, words)
    head = [words("no"), words("when"), words("where"), words("arrived"), words("left"), words("sign")]
    paper.table([6, 23, 41, 10, 10, 10], rows, head=head)
    rules = words("rules").split("\n")
    paper.ensure(len(rules) * 15.0 + 60.0)
    paper.heading(words("rules_head"), 2)
    paper.bullets(rules, NOTE.with_(size=9.0, leading=14.0, after=1.0), numbered=True)
    _return_box(paper, words)
    paper.paragraph(words("keep"), NOTE)


def _head(paper: Paper, sheet: RouteSheet, words: PaperWords) -> None:
    zone = sheet.time_zone
    paper.paragraph(words("title"), TITLE.with_(align=Align.LEFT, after=0.0), tag="H1")
    meta = words("meta", day=words.day(_there(sheet.leave, zone)), team=sheet.team, number=sheet.number)
    paper.paragraph(meta, LABEL.with_(size=10.0, leading=16.0, after=6.0))
    members = "\n".join(words("member", name=one.name, id=one.id, badge=one.badge) for one in sheet.members)
    officers = "\n".join(f"{who}　{phone}" for who, phone in sheet.officers)
    strong = CELL.with_(role=Role.HEAD)
    paper.table(
        [11, 39, 14, 36],
        [
            [_label(words("members")), members, _label(words("officer")), Cell(words=officers, style=strong)],
            [
                _label(words("leave")),
                f"{words.clock(sheet.leave, zone)}　→　{words('back')} {words.clock(sheet.back, zone)}",
                _label(words("office")),
                Cell(words=sheet.house.phone, style=strong),
            ],
            [
                _label(words("vehicle")),
                sheet.vehicle or "—",
                _label(words("emergency")),
                Cell(words=words("police"), style=strong),
            ],
        ],
    )


def _rows(sheet: RouteSheet, words: PaperWords) -> list[list[str | Cell]]:
    rows: list[list[str | Cell]] = []
    rest_at = sheet.rest[0] if sheet.rest else None
    small = CELL.with_(role=Role.LABEL, size=8.5, leading=13.0)
    number_style = CELL.with_(role=Role.HEAD, size=13.0, leading=18.0, align=Align.CENTRE)
    for number, stop in enumerate(sheet.stops, 1):
        if sheet.rest and rest_at and rest_at <= stop.arrive:
            rows.append(_rest(sheet.rest, sheet.time_zone, words))
            rest_at = None
        rows.append(
            [
                Cell(words=str(number), style=number_style),
                Cell(words=_times(stop, sheet.time_zone, words), style=small),
                Cell(words=_place(stop, words), style=small.with_(size=9.0, leading=13.5)),
                Cell(least=16 * MM),
                Cell(),
                Cell(),
            ]
        )
    if sheet.rest and rest_at:
        rows.append(_rest(sheet.rest, sheet.time_zone, words))
    return rows


def _rest(span: tuple[datetime, datetime], zone: str, words: PaperWords) -> list[str | Cell]:
    text = words("break_row", start=words.clock(span[0], zone), end=words.clock(span[1], zone))
    return [Cell(words=text, style=LABEL.with_(align=Align.CENTRE), span=6)]


def _times(stop: RouteStop, zone: str, words: PaperWords) -> Words:
    first, rest = words(
        "planned",
        arrive=words.clock(stop.arrive, zone),
        leave=words.clock(stop.leave, zone),
        window="–".join(words.clock(one, zone) for one in stop.window),
        due=words.clock(stop.due, zone),
    ).split("\n", 1)
    return (Span(f"{first}\n", Role.HEAD), Span(rest, Role.LABEL))


def _place(stop: RouteStop, words: PaperWords) -> Words:
    name = words("ask_for", name=stop.short_name) if stop.short_name else ""
    travel = words("travel", minutes=stop.travel_minutes) if stop.travel_minutes is not None else ""
    lines = [words("code", code=stop.code) + travel + name]
    if stop.entrance:
        lines.append(words("entrance", words=stop.entrance))
    if stop.needs:
        lines.append(words("needs", words=stop.needs))
    spans = [Span(f"{stop.address}\n", Role.BODY), Span("\n".join(lines), Role.LABEL)]
    if stop.is_high_care:
        spans.append(Span(f"\n{words('care')}", Role.HEAD))
    return tuple(spans)


def _return_box(paper: Paper, words: PaperWords) -> None:
    labels = ("return_no", "return_back", "return_sheet", "return_sign")
    table = Table([1, 1, 1.2, 1.6], [[Cell(least=13 * MM)] * 4], head=[words(key) for key in labels])
    paper.heading(words("return_head"), 2, keep=table.height(paper) + 20)
    table.draw(paper)


def _label(text: str) -> Cell:
    return Cell(words=text, head=True)


def _there(value: datetime, zone: str) -> datetime:
    return value.astimezone(ZoneInfo(zone))


__all__ = ["RouteMember", "RouteSheet", "RouteStop", "render"]
