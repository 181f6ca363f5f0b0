"""Spans of the day put in order."""

from collections.abc import Iterable

from visitdesk.planning.model import Window


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The same spans in order, overlapping and touching ones made one."""
    result: list[Window] = []
    for window in sorted(windows, key=lambda span: (span.start, span.end)):
        if result and window.start <= result[-1].end:
            result[-1] = Window(start=result[-1].start, end=max(result[-1].end, window.end))
        else:
            result.append(window)
    return tuple(result)
