"""Instants and spans as the screen says them; always from the clock, never from counted ticks."""

from datetime import datetime, timedelta

from PySide6.QtCore import QLocale, QObject


def clock_text(local: datetime) -> str:
    """`14:02`, of an instant already in the zone shown."""
    return f"{local:%H:%M}"


def overrun(span: timedelta) -> str:
    """`+03:05`, beyond an hour `+1:03:05`; how long an alarm has been open."""
    seconds = max(0, int(span.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"+{hours}:{minutes:02}:{left:02}" if hours else f"+{minutes:02}:{left:02}"


def countdown(span: timedelta) -> str:
    """`16:40`, beyond an hour `1:03:05`; what is left; past zero it turns into the overrun."""
    return overrun(-span) if span < timedelta(0) else overrun(span)[1:]


class _Ago(QObject):
    """Words with a count; lupdate sees plurals only in `tr`."""

    def of(self, seconds: int) -> str:
        """Rounded down to the largest unit."""
        days, hours, minutes = (divmod(seconds, size)[0] for size in (86400, 3600, 60))
        if days:
            return self.tr("%n day(s) ago", "", days)
        if hours:
            return self.tr("%n h ago", "", hours)
        return self.tr("%n min ago", "", minutes) if minutes else self.tr("%n s ago", "", seconds)


def ago(span: timedelta) -> str:
    """`42 s ago`, `3 min ago`, `2 h ago`, `5 days ago`, rounded down."""
    return _Ago().of(max(0, int(span.total_seconds())))


def day_text(local: datetime) -> str:
    """`11月24日 周二` or `Tue 24 Nov`."""
    locale = QLocale()
    pattern = "M月d日 ddd" if locale.language() == QLocale.Language.Chinese else "ddd d MMM"
    return locale.toString(local.date(), pattern)  # type: ignore[call-overload,no-any-return]  # stubs miss date
