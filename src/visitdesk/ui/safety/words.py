"""What the board says: teams, legs, words from the field, alarms, times; the same on tile, list, panel and to readers."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from visitdesk.safety.board import AlarmCard
from visitdesk.safety.model import AlarmKind, Leg, ReportKind, ResponseStep
from visitdesk.ui.safety.picture import Band, Dossier, TeamTile, level_of
from visitdesk.ui.shell.levels import level_word
from visitdesk.ui.shell.moments import clock_text, countdown, overrun
from visitdesk.ui.shell.tokens import Level

Local = Callable[[datetime], datetime]


def team_label(tile: TeamTile) -> str:
    """`7 组`, as said aloud; a name where the alarm is about no team."""
    if tile.team:
        return team_of(tile.team)
    if tile.visit is None and not tile.names:
        return QCoreApplication.translate("Safety", "The watch")
    return "、".join(tile.names) or QCoreApplication.translate("Safety", "Unknown visit")


def team_of(number: str) -> str:
    """`7 组` of a number."""
    return QCoreApplication.translate("Safety", "Team {number}").format(number=number)


def names_of(names: tuple[str, ...]) -> str:
    """Names in a row."""
    return QCoreApplication.translate("Safety", ", ").join(names)


def leg_word(leg: Leg | None) -> str:
    """Where somebody is within a visit."""
    words = {
        Leg.PLANNED: QCoreApplication.translate("Safety", "not set out"),
        Leg.ON_THE_WAY: QCoreApplication.translate("Safety", "on the way"),
        Leg.ARRIVED: QCoreApplication.translate("Safety", "arrived"),
        Leg.AT_DOOR: QCoreApplication.translate("Safety", "at the door"),
        Leg.INSIDE: QCoreApplication.translate("Safety", "inside"),
        Leg.LEFT: QCoreApplication.translate("Safety", "left"),
        Leg.SAFE: QCoreApplication.translate("Safety", "safe, next stop or home"),
        Leg.CANCELLED: QCoreApplication.translate("Safety", "cancelled"),
    }
    return "" if leg is None else words[leg]


def report_word(kind: str) -> str:
    """A word from the field; `kind` is a value of `ReportKind`."""
    words = {
        ReportKind.DEPARTED: QCoreApplication.translate("Safety", "set out"),
        ReportKind.ARRIVED: QCoreApplication.translate("Safety", "arrived"),
        ReportKind.AT_DOOR: QCoreApplication.translate("Safety", "at the door"),
        ReportKind.INSIDE: QCoreApplication.translate("Safety", "inside"),
        ReportKind.LEFT: QCoreApplication.translate("Safety", "left"),
        ReportKind.SAFE: QCoreApplication.translate("Safety", "safe"),
        ReportKind.HOME_SAFE: QCoreApplication.translate("Safety", "home safe"),
        ReportKind.FINE: QCoreApplication.translate("Safety", "fine"),
        ReportKind.EXTENSION: QCoreApplication.translate("Safety", "extension"),
        ReportKind.BREAK_OFF: QCoreApplication.translate("Safety", "broke off"),
        ReportKind.HELP: QCoreApplication.translate("Safety", "help"),
        ReportKind.DURESS: QCoreApplication.translate("Safety", "duress"),
        ReportKind.ALONE: QCoreApplication.translate("Safety", "alone on site"),
        ReportKind.WRONG_PIN: QCoreApplication.translate("Safety", "wrong PIN"),
        ReportKind.BATTERY: QCoreApplication.translate("Safety", "battery"),
        ReportKind.POSITION: QCoreApplication.translate("Safety", "position"),
    }
    return {one.value: word for one, word in words.items()}.get(kind, "")


def kind_word(kind: AlarmKind) -> str:
    """What an alarm is about."""
    words = {
        AlarmKind.OVERDUE: QCoreApplication.translate("Safety", "Overdue"),
        AlarmKind.HELP: QCoreApplication.translate("Safety", "Help request"),
        AlarmKind.DURESS: QCoreApplication.translate("Safety", "Duress"),
        AlarmKind.ALONE: QCoreApplication.translate("Safety", "Alone on site"),
        AlarmKind.PARTNER_MISSING: QCoreApplication.translate("Safety", "Partner not confirmed"),
        AlarmKind.WRONG_PIN: QCoreApplication.translate("Safety", "Three wrong PINs"),
        AlarmKind.BREAK_OFF: QCoreApplication.translate("Safety", "Broke off"),
        AlarmKind.SYSTEM: QCoreApplication.translate("Safety", "System alarm"),
    }
    return words[kind]


def alarm_word(card: AlarmCard) -> str:
    """What an alarm is about, and that it has been escalated."""
    word = kind_word(card.kind)
    if level_of(card) is Level.ESCALATED and card.kind is not AlarmKind.HELP:
        return QCoreApplication.translate("Safety", "{what}  escalated").format(what=word)
    return word


def state_word(tile: TeamTile) -> str:
    """The word under the countdown of a big tile, or of the state of a compact one."""
    if tile.alarm is not None:
        return alarm_word(tile.alarm)
    return level_word(tile.level) if tile.level is not Level.NORMAL else leg_word(tile.leg)


def step_word(step: ResponseStep) -> str:
    """One logged deed."""
    words = {
        ResponseStep.RANG_NO_ANSWER: QCoreApplication.translate("Safety", "rang, no answer"),
        ResponseStep.SPOKE: QCoreApplication.translate("Safety", "spoke to the team"),
        ResponseStep.CODE_WORD: QCoreApplication.translate("Safety", "heard the code word"),
        ResponseStep.CALL_SHEET: QCoreApplication.translate("Safety", "used the call sheet"),
        ResponseStep.OTHER: QCoreApplication.translate("Safety", "done"),
    }
    return words[step]


def time_words(tile: TeamTile, now: datetime, local: Local) -> str:
    """`+03:05` of an alarm, `16:40` to the next word, `14:05` of a departure, `--:--` where nothing is owed."""
    if tile.since is not None:
        return overrun(now - tile.since)
    if tile.due is not None:
        return countdown(tile.due - now)
    return clock_text(local(tile.leaves)) if tile.leaves is not None else "--:--"


def where_words(tile: TeamTile) -> str:
    """`站点 702  虚构街道（门外）`: no borrower, no house number."""
    stop = tile.stop
    if stop is None:
        return ""
    number = QCoreApplication.translate("Safety", "Stop {number}").format(number=stop.number) if stop.number else ""
    leg = leg_word(tile.leg) if tile.leg in {Leg.AT_DOOR, Leg.INSIDE, Leg.ON_THE_WAY, Leg.LEFT} else ""
    street = stop.street
    if street and leg:
        street = QCoreApplication.translate("Safety", "{street} ({leg})").format(street=street, leg=leg)
    return "  ".join(part for part in (number, street) if part)


def last_word(tile: TeamTile, local: Local) -> str:
    """`最近报到 21:18  进门前`."""
    if tile.heard is None:
        return QCoreApplication.translate("Safety", "No check-in yet")
    words = QCoreApplication.translate("Safety", "Check-in {time}").format(time=clock_text(local(tile.heard)))
    said = report_word(tile.said)
    return f"{words}  {said}" if said else words


def owner_words(card: AlarmCard, dossier: Dossier, local: Local) -> str:
    """`待接手`, or who has it since when."""
    if card.owner is None:
        return QCoreApplication.translate("Safety", "Not acknowledged")
    since = clock_text(local(card.acknowledged)) if card.acknowledged else ""
    return (
        QCoreApplication.translate("Safety", "{who} has it  {time}")
        .format(who=dossier.officer(card.owner), time=since)
        .strip()
    )


def spoken_span(span: timedelta) -> str:
    """`42 秒`, `3 分 5 秒`: for sentences that are read out."""
    seconds = max(0, int(span.total_seconds()))
    minutes, left = divmod(seconds, 60)
    if minutes >= 60:
        return QCoreApplication.translate("Safety", "{hours} h {minutes} min").format(
            hours=minutes // 60, minutes=minutes % 60
        )
    if minutes:
        return QCoreApplication.translate("Safety", "{minutes} min {seconds} s").format(minutes=minutes, seconds=left)
    return QCoreApplication.translate("Safety", "{seconds} s").format(seconds=left)


def tile_sentence(tile: TeamTile, now: datetime, local: Local) -> str:
    """One tile as one sentence: `7 组，胁迫求助，已 42 秒，待接手`. No borrower, no debt."""
    parts = [team_label(tile), state_word(tile)]
    if tile.alarm is not None and tile.since is not None:
        parts.append(QCoreApplication.translate("Safety", "for {span}").format(span=spoken_span(now - tile.since)))
        parts.append(
            QCoreApplication.translate("Safety", "taken by {who}").format(who=tile.owner)
            if tile.owner
            else QCoreApplication.translate("Safety", "not acknowledged")
        )
    elif tile.due is not None and tile.due >= now:
        span = spoken_span(tile.due - now)
        parts.append(QCoreApplication.translate("Safety", "word due in {span}").format(span=span))
    elif tile.due is not None:
        span = spoken_span(now - tile.due)
        parts.append(QCoreApplication.translate("Safety", "word was due {span} ago").format(span=span))
    elif tile.leaves is not None:
        time = clock_text(local(tile.leaves))
        parts.append(QCoreApplication.translate("Safety", "sets out at {time}").format(time=time))
    parts.append(names_of(tile.names))
    if tile.is_recalled:
        parts.append(QCoreApplication.translate("Safety", "recalled"))
    return QCoreApplication.translate("SafetySentence", ", ").join(part for part in parts if part)


def band_word(band: Band) -> str:
    """Heading of a band."""
    words = {
        Band.ACT: QCoreApplication.translate("Safety", "Act now"),
        Band.HEED: QCoreApplication.translate("Safety", "Keep an eye on"),
        Band.CALM: QCoreApplication.translate("Safety", "On time"),
        Band.WAITING: QCoreApplication.translate("Safety", "Not set out"),
    }
    return words[band]
