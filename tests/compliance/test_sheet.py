"""The fact sheet: written and read back without loss, for any form that fits; hostile places are named."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compliance.cases import CASES
from tests.compliance.sheets import CLOCK, form
from visitdesk.compliance.engine import judge
from visitdesk.compliance.facts import InsideFacts, WorkFacts
from visitdesk.compliance.holiday_calendar import china
from visitdesk.compliance.pack import load
from visitdesk.compliance.sheet import read, written


def test_that_a_kept_sheet_gives_the_same_facts_and_verdict() -> None:
    pack = load("cn")
    for _, changes, _ in CASES:
        facts = read(form(**changes), pack, CLOCK)
        kept = json.loads(json.dumps(written(facts, "cn")))
        again = read(kept, pack, datetime(2030, 1, 1, tzinfo=UTC))
        assert again == facts
        assert judge(again, pack, china()) == judge(facts, pack, china())


def test_that_facts_of_the_program_are_kept_too() -> None:
    pack = load("cn")
    inside = InsideFacts(
        agency_told_at=None,
        is_assigned_debt=True,
        assignment_told_at=CLOCK,
        decided_by="U1",
        insured={"C1": True},
        work=(WorkFacts(id="C1", day_minutes=400, week_minutes=2000),),
    )
    facts = read(form(), pack, CLOCK)
    facts = type(facts)(**{name: getattr(facts, name) for name in facts.__slots__} | {"inside": inside})
    kept: dict[str, Any] = json.loads(json.dumps(written(facts, "cn")))
    assert read(kept, pack, CLOCK) == facts


def test_that_the_present_instant_is_used_where_none_is_shown() -> None:
    shown = form()
    del shown["now"]
    assert read(shown, load("cn"), CLOCK).now == CLOCK
    assert read(form(now=None), load("cn"), CLOCK).now == CLOCK


@given(st.dictionaries(st.sampled_from(["case", "person", "place", "visit", "agency", "notice", "history"]), st.none()))
@settings(deadline=None, max_examples=40)
def test_that_missing_parts_never_allow_and_never_crash(gone: dict[str, None]) -> None:
    pack = load("cn")
    judged = judge(read(form(**gone), pack, CLOCK), pack, china())
    blocking = set(gone) - {"agency", "notice"}
    assert judged.allowed is not bool(blocking)
