"""When: quiet hours, holidays and days on which nobody is visited, in the place's own zone.

Sources: CBA-2026 and GB/T 45251-2025 cl. 5.3 (22:00 to 08:00), 全国年节及纪念日放假办法; reference supplement §2, §4.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from visitdesk.clock import as_utc
from visitdesk.compliance.consents import lifts
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, fails, listed, warns
from visitdesk.compliance.model import ConsentKind, Pack
from visitdesk.compliance.stay import stay_of


def quiet_hours(question: Question) -> Outcome:
    """No part of the stay, both ends included, lies in the quiet hours unless the debtor agreed for those days."""
    stay = stay_of(question.facts)
    opens, closes = _minute(question.rule.number("from_minute")), _minute(question.rule.number("to_minute"))
    if not stay.touches(opens, closes):
        return MET
    hours = f"{opens:%H:%M}-{closes:%H:%M}"
    if lifts(question.facts, ConsentKind.QUIET_HOURS, stay):
        return Outcome(
            effect=None,
            code="quiet_hours_by_consent",
            facts={"stay": stay, "hours": hours},
            lifted_by=ConsentKind.QUIET_HOURS,
        )
    return fails("quiet_hours", stay=stay, hours=hours)


def _minute(of_day: int) -> time:
    return time(of_day // 60 % 24, of_day % 60)


def holiday(question: Question) -> Outcome:
    """Not on a statutory holiday; other days off, and days of a year without a recorded notice, take a reason."""
    days = [(day, question.calendar.day(day)) for day in stay_of(question.facts).days]
    statutory = [f"{day} {kind.festival}".strip() for day, kind in days if kind.is_statutory]
    if statutory:
        return fails("holiday", days=listed(statutory))
    uncertain = [day for day, kind in days if kind.is_uncertain]
    if uncertain:
        return warns("holiday_not_published", days=listed(uncertain), year=uncertain[0].year)
    off = [day for day, kind in days if kind.is_off]
    return warns("day_off", days=listed(off)) if off else MET


def morals(question: Question) -> Outcome:
    """Never from New Year's Eve to the third day, never at the festival of the dead, whatever was agreed."""
    days = stay_of(question.facts).days
    solemn = [day for day in days if question.calendar.day(day).is_solemn]
    return fails("solemn_day", days=listed(solemn)) if solemn else MET


def lawful_span(day: date, zone: ZoneInfo, pack: Pack) -> tuple[datetime, datetime]:
    """The lawful hours of a local day as instants (UTC): a stay may begin at the first and must end before the second.

    For the planner; the verdict of each visit decides all the same.
    """
    rule = pack.rule("cn-quiet-hours")
    opens, closes = _minute(rule.number("to_minute")), _minute(rule.number("from_minute"))
    return (
        as_utc(datetime.combine(day, opens, zone).replace(fold=1)),
        as_utc(datetime.combine(day, closes, zone)),
    )


RULES: dict[str, RuleFunction] = {
    "cn-quiet-hours": quiet_hours,
    "cn-quiet-hours-gbt": quiet_hours,
    "cn-holiday": holiday,
    "cn-morals": morals,
}
