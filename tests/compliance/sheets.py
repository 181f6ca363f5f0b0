"""The worked example as a form, changed one fact at a time, and what the CN pack says of it."""

import copy
import json
import re
from datetime import UTC, datetime
from typing import Any

from visitdesk.cli.door import check
from visitdesk.compliance.engine import judge
from visitdesk.compliance.holiday_calendar import china
from visitdesk.compliance.model import Finding, Verdict
from visitdesk.compliance.pack import load
from visitdesk.compliance.sheet import read
from visitdesk.paths import resource

GONE = object()
"""Stands for a fact that is left out."""

EXAMPLE: dict[str, Any] = json.loads(resource("examples", "compliance-facts.json").read_text(encoding="utf-8"))
CLOCK = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


def form(**changes: object) -> dict[str, Any]:
    """The example with facts changed; names are dotted with `__`, `visit__team__1__active=False`."""
    made = copy.deepcopy(EXAMPLE)
    for name, value in changes.items():
        *above, last = [int(part) if re.fullmatch(r"\d+", part) else part for part in name.split("__")]
        spot: Any = made
        for part in above:
            spot = spot[part]
        if value is GONE:
            del spot[last]
        else:
            spot[last] = value
    return made


def verdict(**changes: object) -> Verdict:
    """What the CN pack says of the changed example; the form must fit its schema."""
    made = form(**changes)
    check(made, "compliance-facts", "test")
    pack = load("cn")
    return judge(read(made, pack, CLOCK), pack, china())


def finding(rule: str, **changes: object) -> Finding:
    """What one rule says of the changed example."""
    return next(found for found in verdict(**changes).findings if found.rule.id == rule)


def stay(arrive: str, leave: str) -> dict[str, object]:
    """Changes for a stay; times without a zone are Shanghai's."""
    return {"visit__arrive": _zoned(arrive), "visit__leave": _zoned(leave)}


def _zoned(text: str) -> str:
    text = text if text.count(":") >= 2 else f"{text}:00"
    return text if re.search(r"(Z|[+-]\d\d:\d\d)$", text) else f"{text}+08:00"


def consent(kind: str, *dates: str, **changes: object) -> dict[str, object]:
    """A consent that stands, changed."""
    plain = {
        "kind": kind,
        "given_by": "debtor",
        "given_at": "2026-11-24T12:00:00+08:00",
        "dates": list(dates) or ["2026-11-25"],
        "withdrawn_at": None,
    }
    return plain | changes
