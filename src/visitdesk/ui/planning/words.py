"""Words of the plan's screen that several of its parts say; asked for at the time they are shown."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from visitdesk.planning.model import Change, Reason, ReasonCode, Relaxation, Window
from visitdesk.planning.pool import Hindrance
from visitdesk.ui.planning.day_view import team_number
from visitdesk.ui.shell.theme import theme
from visitdesk.wording import Lang

APART = "apart:"
"""Beginning of the needs that keep a collector away; whom it names is not for this screen."""


class _Counted(QObject):
    """Words with a count; lupdate sees plurals only in `tr`."""

    def visits(self, count: int) -> str:
        return self.tr("%n visit(s)", "", count)

    def teams(self, count: int) -> str:
        return self.tr("%n team(s)", "", count)

    def begun(self, count: int) -> str:
        return self.tr("Teams are on their way: %n visit(s) begun. The day is not published over.", "", count)


def visits_word(count: int) -> str:
    """`7 visits`."""
    return _Counted().visits(count)


def teams_word(count: int) -> str:
    """`6 teams`."""
    return _Counted().teams(count)


def live_sentence(count: int) -> str:
    """Why a day with so many visits begun is only shown."""
    return _Counted().begun(count)


def team_word(team: str) -> str:
    """`3 组`."""
    return QCoreApplication.translate("Plan", "Team {number}").format(number=team_number(team))


def teams_listed(teams: Iterable[str]) -> str:
    """`1、2、4 组`."""
    numbers = joined([team_number(team) for team in teams])
    return QCoreApplication.translate("Plan", "Teams {numbers}").format(numbers=numbers)


def joined(words: Sequence[str]) -> str:
    """Names in a row."""
    return QCoreApplication.translate("Plan", ", ").join(words)


def clock(seconds: int) -> str:
    """`09:40` of seconds since midnight."""
    minutes = round(seconds / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def span(window: Window) -> str:
    """`09:00–11:30`."""
    return f"{clock(window.start)}–{clock(window.end)}"


def spans(windows: Sequence[Window]) -> str:
    """When a stay may begin; without windows the whole day."""
    return joined([span(one) for one in windows]) if windows else QCoreApplication.translate("Plan", "all day")


def minutes(seconds: int) -> str:
    """`14 分`, rounded up."""
    return QCoreApplication.translate("Plan", "{n} min").format(n=-(-seconds // 60))


def long_span(seconds: int) -> str:
    """`6 h 11 min`."""
    hours, rest = divmod(round(seconds / 60), 60)
    if not hours:
        return QCoreApplication.translate("Plan", "{n} min").format(n=rest)
    return QCoreApplication.translate("Plan", "{h} h {n} min").format(h=hours, n=rest)


def extra(seconds: int) -> str:
    """`+6 分`: what a visit more costs a team."""
    return f"+{minutes(max(0, seconds))}" if seconds > 0 else "+" + minutes(0)


def skill_word(skill: str) -> str:
    """A need in words; skills a firm has named itself stay as they are."""
    known = {
        "female": QCoreApplication.translate("Plan", "a woman in the team"),
        "male": QCoreApplication.translate("Plan", "a man in the team"),
        "cantonese": QCoreApplication.translate("Plan", "Cantonese"),
        "sign_language": QCoreApplication.translate("Plan", "sign language"),
    }
    if skill.startswith(APART):
        return QCoreApplication.translate("Plan", "apart-list")
    return known.get(skill, skill)


def skills_listed(skills: Iterable[str]) -> str:
    """Needs in a row, each once."""
    return joined(list(dict.fromkeys(skill_word(one) for one in sorted(skills))))


def reason_short(reason: Reason) -> str:
    """The rule that forbids a lane, as short as a hint must be."""
    value = reason.facts.get("value")
    match reason.code:
        case ReasonCode.SKILL:
            words = skills_listed(str(value or "").split("、"))
            return QCoreApplication.translate("Plan", "lacks {skills}").format(skills=words)
        case ReasonCode.WINDOW:
            return QCoreApplication.translate("Plan", "outside its time window")
        case ReasonCode.SHIFT:
            return QCoreApplication.translate("Plan", "shift too short")
        case ReasonCode.LOCKED:
            return QCoreApplication.translate("Plan", "locked to {team}").format(team=team_word(str(value)))
        case ReasonCode.UNREACHABLE:
            return QCoreApplication.translate("Plan", "no road there")
        case ReasonCode.FULL:
            return QCoreApplication.translate("Plan", "route full")


def reason_sentence(reason: Reason) -> str:
    """The rule as a sentence of the why-not panel."""
    value = reason.facts.get("value")
    match reason.code:
        case ReasonCode.SKILL:
            words = skills_listed(str(value or "").split("、"))
            return QCoreApplication.translate("Plan", "The team lacks what the visit needs: {skills}.").format(
                skills=words
            )
        case ReasonCode.WINDOW:
            return QCoreApplication.translate("Plan", "Its shift does not meet the visit's time window.")
        case ReasonCode.SHIFT:
            return QCoreApplication.translate("Plan", "It could not be back before its shift ends.")
        case ReasonCode.LOCKED:
            return QCoreApplication.translate("Plan", "The visit is locked to {team}.").format(
                team=team_word(str(value))
            )
        case ReasonCode.UNREACHABLE:
            return QCoreApplication.translate("Plan", "There is no road there and back.")
        case ReasonCode.FULL:
            return QCoreApplication.translate("Plan", "Its route has no room: every gap is too short.")


def hindrance_word(hindrance: Hindrance) -> str:
    """Why a visit cannot enter the day, as one word."""
    words = {
        Hindrance.VERDICT: QCoreApplication.translate("Plan", "blocked"),
        Hindrance.NO_PLACE: QCoreApplication.translate("Plan", "no place"),
        Hindrance.NO_TIME: QCoreApplication.translate("Plan", "no time"),
        Hindrance.NO_CASE: QCoreApplication.translate("Plan", "case gone"),
    }
    return words[hindrance]


def hindrance_sentence(hindrance: Hindrance) -> str:
    """Why a visit cannot enter the day, and what to do."""
    words = {
        Hindrance.VERDICT: QCoreApplication.translate("Plan", "A rule forbids this visit on this day."),
        Hindrance.NO_PLACE: QCoreApplication.translate(
            "Plan", "Nobody has set its address on the map. Open the case and set the place."
        ),
        Hindrance.NO_TIME: QCoreApplication.translate(
            "Plan", "Its time windows leave no time inside the visiting hours of this day."
        ),
        Hindrance.NO_CASE: QCoreApplication.translate("Plan", "Its case is not there any more."),
    }
    return words[hindrance]


def relaxation_sentence(relaxation: Relaxation, name_of: str = "") -> str:
    """What would make a visit fit; every one has passed the checker."""
    team, value = team_word(relaxation.team), relaxation.value
    match relaxation.change:
        case Change.WINDOW if isinstance(value, Window):
            return QCoreApplication.translate("Plan", "{team}: allow {span}").format(team=team, span=span(value))
        case Change.SHIFT if isinstance(value, Window):
            return QCoreApplication.translate("Plan", "{team}: shift {span}").format(team=team, span=span(value))
        case Change.SKILL if isinstance(value, tuple):
            return QCoreApplication.translate("Plan", "{team}: somebody with {skills}").format(
                team=team, skills=skills_listed(value)
            )
        case Change.REMOVE:
            return QCoreApplication.translate("Plan", "{team}: take out {visit}").format(
                team=team, visit=name_of or str(value)
            )
        case Change.MAX_VISITS:
            return QCoreApplication.translate("Plan", "{team}: allow {n} visits").format(team=team, n=value)
        case _:
            return QCoreApplication.translate("Plan", "{team}: unlock the visit").format(team=team)


def day_word(day: date) -> str:
    """`11月24日 周二`."""
    pattern = "M月d日 ddd" if theme().lang is Lang.ZH else "ddd d MMM"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
