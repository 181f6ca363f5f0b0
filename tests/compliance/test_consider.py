"""Verdicts before anybody has asked for a visit: what a case page shows."""

from dataclasses import replace

import pytest

from tests.compliance.branch import PLANNED, QUESTION, opened
from visitdesk.cases.model import CaseId, VisitId
from visitdesk.errors import BadInput

WISHED = replace(PLANNED, id=VisitId(""))


def test_that_a_visit_nobody_asked_for_is_judged_like_one_that_stands_in_the_branch() -> None:
    desk, _, _ = opened()
    question = replace(QUESTION, visit=VisitId(""))
    wished, stored = desk.consider(WISHED, [question])[0], desk.assess([QUESTION])[0]
    differing = {
        a.rule.id
        for a, b in zip(wished.findings, stored.findings, strict=True)
        if (a.effect, a.code) != (b.effect, b.code)
    }
    assert differing == {"cn-advance-notice"}


def test_that_considering_keeps_nothing_and_refuses_a_case_of_another_branch() -> None:
    desk, _, _ = opened()
    desk.consider(WISHED, [QUESTION])
    assert not desk.verdicts(QUESTION.visit)
    with pytest.raises(BadInput, match="no_such_visit"):
        desk.consider(replace(WISHED, case=CaseId("elsewhere")), [QUESTION])
