"""Deeds on cases and visits, against the in-memory fake and the encrypted database alike."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import inspect

from tests.fakes.branch_file import new_database
from tests.fakes.cases import FakeCaseTransactions
from visitdesk.cases.model import (
    Account,
    Address,
    AddressId,
    AddressKind,
    Borrower,
    CancelCause,
    Case,
    CaseDocument,
    CaseId,
    CaseState,
    Channel,
    ContactAttempt,
    DebtKind,
    DebtStatus,
    DocumentKind,
    PartyRole,
    PreparationItem,
    SafetyLevel,
    Visit,
    VisitState,
)
from visitdesk.cases.ports import CaseTransactions
from visitdesk.cases.service import CaseDesk, Secret
from visitdesk.cases.visit_service import Terms, VisitDesk, VisitRequest
from visitdesk.cases.visit_states import VisitDeed, moved
from visitdesk.changed import Subject
from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, NotAllowed, RuleBroken, Stale, VisitDeskError
from visitdesk.geo.model import Datum, LatLon
from visitdesk.money import Money
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.store.row import Row

NOW = dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC)
ONE = CaseId("A-1")
HOME = AddressId("A-1-home")
CLERK = Actor(user=UserId("clerk"), roles=frozenset({Role.CLERK}))
OFFICER = Actor(user=UserId("officer"), roles=frozenset({Role.SAFETY_OFFICER}))
YUAN = Money(Decimal("10.50"))


def account(number: str = "C-1", days: int = 90) -> Account:
    return Account(
        number=number,
        kind=DebtKind.CREDIT_CARD,
        principal=YUAN,
        interest=YUAN,
        penalty=YUAN,
        fees=Money(Decimal("0.01")),
        arrears=YUAN,
        outstanding=Money(Decimal("31.51")),
        as_of=dt.date(2026, 11, 20),
        days_past_due=days,
        contract_number=number,
        opened_on=dt.date(2024, 2, 29),
        last_paid_on=dt.date(2026, 8, 1),
        annual_rate=Decimal("0.1825"),
        product="示例卡",
    )


def case(identity: str = "A-1", **more: object) -> Case:
    whole: dict[str, object] = {
        "lender": "示例银行",
        "borrower": Borrower(
            name="曾示例", id_number="990000199001010015", phones=("+8619900000001",), birth_date=dt.date(1990, 1, 1)
        ),
        "accounts": (account(), account("C-2", 120)),
        "addresses": (
            Address(
                id=AddressId(f"{identity}-home"),
                kind=AddressKind.HOME,
                text="广东省深圳市示例区虚构路1号",
                source="lender",
                region="CN-44",
                place=LatLon(lat=22.5, lon=114.05),
            ),
            Address(id=AddressId(f"{identity}-work"), kind=AddressKind.WORK, text="虚构大厦", source="debtor"),
        ),
        "trail": (
            ContactAttempt(
                at=NOW - dt.timedelta(days=2),
                channel=Channel.PHONE,
                reached=True,
                with_role=PartyRole.DEBTOR,
                note="接通",
            ),
        ),
        "documents": (CaseDocument(kind=DocumentKind.CONTRACT, number="C-1", received_on=dt.date(2026, 11, 1)),),
        "debt_status": DebtStatus.VERIFIED,
        "distress_until": dt.date(2026, 12, 1),
        "batch": "2026-11",
        "entrusted_on": dt.date(2026, 11, 1),
        "entrusted_until": dt.date(2027, 1, 31),
    }
    return Case(id=CaseId(identity), **{**whole, **more})  # type: ignore[arg-type]  # fields by name


@pytest.fixture(params=["fake", "sql"])
def transactions(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseTransactions]:
    if request.param == "fake":
        fake = FakeCaseTransactions()
        fake.unit.cases.add_all([case()])
        yield fake
        return
    database = new_database(tmp_path)
    with database.begin() as unit:
        unit.cases.add_all([case()])
    yield database
    database.close()


@pytest.fixture
def desk(transactions: CaseTransactions) -> CaseDesk:
    return CaseDesk(transactions, FixedClock(NOW))


@pytest.fixture
def visits(transactions: CaseTransactions) -> VisitDesk:
    return VisitDesk(transactions, FixedClock(NOW))


def wanted(**more: object) -> VisitRequest:
    said: dict[str, object] = {
        "case": ONE,
        "address": HOME,
        "purpose": "当面说明分期办法",
        "reason": "电话短信都未联系上",
        "wishes": "上午",
    }
    return VisitRequest(**{**said, **more})  # type: ignore[arg-type]  # fields by name


def last_entry(transactions: CaseTransactions) -> str:
    with transactions.read() as unit:
        entries = unit.audit.entries()
    return entries[-1].body if entries else ""


def test_that_a_case_comes_back_as_it_was_kept(desk: CaseDesk) -> None:
    assert desk.open(ONE).case == case()


def test_that_an_unknown_case_is_told(desk: CaseDesk) -> None:
    with pytest.raises(BadInput) as caught:
        desk.open(CaseId("A-9"))
    assert caught.value.code == "cases.no_such_case"


def test_that_the_list_is_masked_and_found_by_pinyin(desk: CaseDesk, visits: VisitDesk) -> None:
    (line,) = desk.lines()
    assert (line.borrower, line.region, line.days_past_due, line.outstanding) == (
        "曾**",
        "CN-44",
        120,
        Money(Decimal("63.02")),
    )
    assert {"zengshili", "cengshili", "zsl", "csl", "0001"} <= set(line.search.split())
    assert (line.visit, line.prepared_of) == (None, 0)
    visit = visits.request(SETUP, wanted())
    (line,) = desk.lines()
    assert (line.visit, line.visit_state, line.prepared, line.prepared_of) == (
        visit.id,
        VisitState.REQUESTED,
        0,
        len(PreparationItem),
    )
    assert line.last_contact == NOW - dt.timedelta(days=2)


def test_that_a_contact_attempt_is_appended_in_order(desk: CaseDesk, transactions: CaseTransactions) -> None:
    for hours in (1, 50):
        attempt = ContactAttempt(at=NOW - dt.timedelta(hours=hours), channel=Channel.SMS, reached=None, note="已发")
        assert desk.log_attempt(CLERK, ONE, attempt).ids(Subject.CASE) == {"A-1"}
    trail = desk.open(ONE).case.trail
    assert [one.at for one in trail] == sorted(one.at for one in trail)
    assert len(trail) == 3
    assert desk.lines()[0].last_contact == NOW - dt.timedelta(hours=1)
    assert "已发" not in last_entry(transactions)


@pytest.mark.parametrize(("minutes", "good"), [(5, True), (6, False)])
def test_that_nobody_is_called_in_the_future(desk: CaseDesk, minutes: int, *, good: bool) -> None:
    attempt = ContactAttempt(at=NOW + dt.timedelta(minutes=minutes), channel=Channel.PHONE, reached=False)
    if good:
        desk.log_attempt(CLERK, ONE, attempt)
    else:
        with pytest.raises(BadInput):
            desk.log_attempt(CLERK, ONE, attempt)


def test_that_an_address_dies_and_is_confirmed_anew(desk: CaseDesk) -> None:
    desk.mark_address_dead(CLERK, ONE, HOME, "住户说不认识", 1)
    assert desk.open(ONE).case.addresses[0].is_dead
    assert desk.lines()[0].region == ""
    desk.confirm_address(CLERK, ONE, HOME, "本人来电确认", 2)
    found = desk.open(ONE).case.addresses[0]
    assert (found.is_dead, found.confidence, found.place) == (False, 90, LatLon(lat=22.5, lon=114.05))


def test_that_an_address_is_added_once_and_put_on_the_map(desk: CaseDesk) -> None:
    desk.add_address(CLERK, ONE, kind=AddressKind.OTHER, text=" 湖南省长沙市示例街2号 ", source="debtor", version=1)
    new = desk.open(ONE).case.addresses[-1]
    assert (new.text, new.region, new.source) == ("湖南省长沙市示例街2号", "CN-43", "debtor")
    with pytest.raises(BadInput):
        desk.add_address(CLERK, ONE, kind=AddressKind.OTHER, text="湖南省长沙市示例街2号", source="x", version=2)
    desk.set_place(CLERK, ONE, new.id, LatLon(lat=28.2, lon=112.9), 2)
    assert desk.open(ONE).case.addresses[-1].place == LatLon(lat=28.2, lon=112.9)
    with pytest.raises(BadInput):
        desk.set_place(CLERK, ONE, new.id, LatLon(lat=28.2, lon=112.9, datum=Datum.GCJ02), 3)
    with pytest.raises(BadInput):
        desk.set_place(CLERK, ONE, AddressId("nowhere"), None, 3)


def test_that_hardship_papers_and_contact_are_kept(desk: CaseDesk, transactions: CaseTransactions) -> None:
    desk.set_hardship(CLERK, ONE, " 失业三个月 ", 1)
    paper = CaseDocument(kind=DocumentKind.IDENTITY, number="复印件-1", received_on=dt.date(2026, 11, 24))
    desk.add_document(CLERK, ONE, paper, 2)
    desk.set_contact(CLERK, ONE, out_of_contact=True, refused_visits=False, reason="号码停机", version=3)
    desk.set_debt_status(CLERK, ONE, DebtStatus.UNVERIFIED, "银行在查", 4)
    kept = desk.open(ONE).case
    assert (kept.hardship_reason, kept.documents[-1], kept.out_of_contact) == ("失业三个月", paper, True)
    assert (kept.debt_status, kept.version) == (DebtStatus.UNVERIFIED, 5)
    assert "银行在查" not in last_entry(transactions)


def test_that_an_old_picture_is_refused_and_leaves_no_trace(desk: CaseDesk, transactions: CaseTransactions) -> None:
    desk.set_hardship(CLERK, ONE, "甲", 1)
    with pytest.raises(Stale):
        desk.set_hardship(CLERK, ONE, "乙", 1)
    assert desk.open(ONE).case.hardship_reason == "甲"
    with transactions.read() as unit:
        assert len(unit.audit.entries()) == 1


def test_that_a_change_that_changes_nothing_is_none(desk: CaseDesk, transactions: CaseTransactions) -> None:
    assert not desk.set_hardship(CLERK, ONE, "", 1)
    assert last_entry(transactions) == ""


def test_that_a_fact_is_shown_only_for_a_reason_that_is_entered(desk: CaseDesk, transactions: CaseTransactions) -> None:
    with pytest.raises(BadInput):
        desk.reveal(CLERK, ONE, Secret.ID_NUMBER, " ")
    assert desk.reveal(CLERK, ONE, Secret.ID_NUMBER, "核对合同").text == "990000199001010015"
    assert '"field":"id_number"' in last_entry(transactions)
    assert "990000" not in last_entry(transactions)
    assert desk.reveal(CLERK, ONE, Secret.PHONES, "回电").text == "+8619900000001"
    assert desk.reveal(CLERK, ONE, Secret.NAME, "回电").text == "曾示例"
    assert desk.reveal(CLERK, ONE, Secret.ADDRESS, "排路线", address=HOME).text.endswith("1号")
    with pytest.raises(BadInput):
        desk.reveal(CLERK, ONE, Secret.ADDRESS, "排路线", address=AddressId("nowhere"))


def test_that_a_safety_officer_sees_facts_only_while_a_visit_is_live(
    desk: CaseDesk, visits: VisitDesk, transactions: CaseTransactions
) -> None:
    visit = visits.request(SETUP, wanted())
    with pytest.raises(NotAllowed):
        desk.reveal(OFFICER, ONE, Secret.PHONES, "告警")
    with transactions.begin() as unit:
        unit.visits.save(replace(visit, state=VisitState.DISPATCHED))
    assert desk.reveal(OFFICER, ONE, Secret.PHONES, "告警").text


def test_that_a_trainer_changes_nothing(desk: CaseDesk, visits: VisitDesk, transactions: CaseTransactions) -> None:
    trainer = Actor(user=UserId("t"), roles=frozenset({Role.TRAINER}))
    for deed in (
        lambda: desk.set_hardship(trainer, ONE, "x", 1),
        lambda: desk.set_state(trainer, ONE, CaseState.SETTLED, "x", 1),
        lambda: desk.reveal(trainer, ONE, Secret.NAME, "x"),
        lambda: visits.request(trainer, wanted()),
        lambda: visits.cancel_ahead(trainer, ONE, CancelCause.HOLD, "x"),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert last_entry(transactions) == ""


def test_that_a_visit_comes_back_as_it_was_kept(transactions: CaseTransactions, visits: VisitDesk) -> None:
    visit = Visit(
        id=visits.request(SETUP, wanted()).id,
        case=ONE,
        address=HOME,
        state=VisitState.PUBLISHED,
        purpose="甲",
        reason="乙",
        wishes="丙",
        requested_by="clerk",
        requested_at=NOW,
        decided_by="boss",
        decision_reason="可",
        decided_at=NOW,
        day=dt.date(2026, 11, 25),
        windows=((NOW, NOW + dt.timedelta(hours=2)),),
        needs=frozenset({"female", "cantonese"}),
        safety_level=SafetyLevel.HIGH,
        goals=("一", "二"),
        talking_points=("三",),
        prepared=((PreparationItem.GOALS, "clerk"),),
        cancel_cause=CancelCause.HOLD,
    )
    with transactions.begin() as unit:
        unit.visits.save(visit)
    with transactions.read() as unit:
        kept = unit.visits.get(visit.id)
        assert kept == replace(visit, version=2)
        assert list(unit.visits.on_day(dt.date(2026, 11, 25))) == [kept]
        assert list(unit.visits.in_states([VisitState.PUBLISHED])) == [kept]
        assert not unit.visits.in_states([VisitState.POOLED])
        assert list(unit.visits.of_case(ONE)) == [kept]
        assert not unit.visits.on_day(dt.date(2026, 11, 26))


def test_that_a_request_is_decided_with_name_and_reason(visits: VisitDesk) -> None:
    visit = visits.request(CLERK, wanted())
    assert (visit.id, visit.state, visit.wishes) == ("V261124-001", VisitState.REQUESTED, "上午")
    with pytest.raises(NotAllowed):
        visits.approve(CLERK, visit.id, "可", 1)
    with pytest.raises(BadInput):
        visits.approve(SETUP, visit.id, "", 1)
    visits.approve(SETUP, visit.id, "已试过其他办法", 1)
    kept = visits.get(visit.id)
    assert (kept.state, kept.decided_by, kept.decision_reason, kept.decided_at) == (
        VisitState.POOLED,
        "setup",
        "已试过其他办法",
        NOW,
    )
    with pytest.raises(RuleBroken):
        visits.refuse(SETUP, visit.id, "不可", 2)


def test_that_a_refused_request_lets_the_next_one_in(visits: VisitDesk) -> None:
    visit = visits.request(CLERK, wanted())
    with pytest.raises(RuleBroken) as caught:
        visits.request(CLERK, wanted())
    assert caught.value.code == "cases.visit_pending"
    visits.refuse(SETUP, visit.id, "先打电话", 1)
    assert visits.request(CLERK, wanted()).id == "V261124-002"


def test_that_visits_are_numbered_by_the_day_at_the_branch(transactions: CaseTransactions) -> None:
    late = VisitDesk(transactions, FixedClock(dt.datetime(2026, 11, 24, 16, tzinfo=dt.UTC)))
    assert late.request(CLERK, wanted()).id == "V261125-001"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"case": CaseId("A-9")}, "no_such_case"),
        ({"address": AddressId("x")}, "no_such_address"),
        ({"purpose": " "}, "empty_text"),
        ({"reason": ""}, "no_reason"),
        ({"priority": 0}, "bad_priority"),
        ({"priority": 101}, "bad_priority"),
        ({"wishes": "长" * 2001}, "too_long"),
    ],
)
def test_that_a_wrong_request_is_told(visits: VisitDesk, more: dict[str, object], code: str) -> None:
    with pytest.raises(VisitDeskError) as caught:
        visits.request(CLERK, wanted(**more))
    assert caught.value.code == f"cases.{code}"
    assert not visits.in_states(VisitState)


def test_that_nobody_is_sent_to_a_dead_address_or_for_a_settled_case(desk: CaseDesk, visits: VisitDesk) -> None:
    desk.mark_address_dead(CLERK, ONE, HOME, "已搬走", 1)
    with pytest.raises(RuleBroken) as caught:
        visits.request(CLERK, wanted())
    assert caught.value.facts["rule"] == "cn-dead-address"
    desk.set_state(CLERK, ONE, CaseState.SETTLED, "已还清", 2)
    with pytest.raises(RuleBroken) as closed:
        visits.request(CLERK, wanted(address=AddressId("A-1-work")))
    assert closed.value.code == "cases.case_not_open"


def test_that_a_checklist_gates_the_team(visits: VisitDesk) -> None:
    visit = visits.request(CLERK, wanted())
    for item in (PreparationItem.GOALS, PreparationItem.TALKING_POINTS):
        with pytest.raises(RuleBroken):
            visits.tick(CLERK, visit.id, item, 1)
    visits.set_goals(CLERK, visit.id, [" 说明分期 ", "", "说明分期", "听取困难"], 1)
    visits.set_talking_points(CLERK, visit.id, ["先说明来意"], 2)
    for number, item in enumerate(PreparationItem, 3):
        visits.tick(CLERK, visit.id, item, number)
    ready = visits.get(visit.id)
    assert (ready.goals, ready.is_prepared) == (("说明分期", "听取困难"), True)
    assert dict(ready.prepared)[PreparationItem.NOTICE] == "clerk"
    assert moved(replace(ready, state=VisitState.PUBLISHED), VisitDeed.DISPATCH).state is VisitState.DISPATCHED
    visits.untick(CLERK, visit.id, PreparationItem.NOTICE, ready.version)
    with pytest.raises(RuleBroken) as caught:
        moved(replace(visits.get(visit.id), state=VisitState.PUBLISHED), VisitDeed.DISPATCH)
    assert (caught.value.code, caught.value.facts["count"]) == ("cases.not_prepared", 1)


def test_that_a_changed_goal_loses_its_tick(visits: VisitDesk) -> None:
    visit = visits.request(CLERK, wanted())
    visits.set_goals(CLERK, visit.id, ["甲"], 1)
    visits.tick(CLERK, visit.id, PreparationItem.GOALS, 2)
    assert not visits.set_goals(CLERK, visit.id, ["甲"], 3)
    visits.set_goals(CLERK, visit.id, ["乙"], 3)
    assert visits.get(visit.id).prepared == ()


def test_that_an_item_is_ticked_once_by_the_last_hand(visits: VisitDesk) -> None:
    visit = visits.request(CLERK, wanted())
    visits.tick(CLERK, visit.id, PreparationItem.CONTACT, 1)
    visits.tick(SETUP, visit.id, PreparationItem.CONTACT, 2)
    assert visits.get(visit.id).prepared == ((PreparationItem.CONTACT, "setup"),)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (Terms(windows=((NOW, NOW),)), "bad_window"),
        (Terms(service_minutes=4), "bad_minutes"),
        (Terms(service_minutes=241), "bad_minutes"),
        (Terms(priority=101), "bad_priority"),
    ],
)
def test_that_terms_nobody_can_keep_are_refused(visits: VisitDesk, terms: Terms, code: str) -> None:
    visit = visits.request(CLERK, wanted())
    with pytest.raises(BadInput) as caught:
        visits.set_terms(CLERK, visit.id, terms, 1)
    assert caught.value.code == f"cases.{code}"
    visits.set_terms(CLERK, visit.id, Terms(service_minutes=5, priority=100, needs=frozenset({"female"})), 1)
    assert visits.get(visit.id).needs == {"female"}


def test_that_a_settled_case_cancels_what_is_ahead_and_says_so(
    desk: CaseDesk, visits: VisitDesk, transactions: CaseTransactions
) -> None:
    visit = visits.request(CLERK, wanted())
    changed = desk.set_state(CLERK, ONE, CaseState.SETTLED, "已还清", 1)
    assert changed.ids(Subject.VISIT) == {visit.id}
    kept = visits.get(visit.id)
    assert (kept.state, kept.cancel_cause) == (VisitState.CANCELLED, CancelCause.SETTLED)
    assert visit.id in last_entry(transactions)


def test_that_a_hold_cancels_what_is_ahead_but_not_who_is_out(
    visits: VisitDesk, transactions: CaseTransactions
) -> None:
    visit = visits.request(CLERK, wanted())
    with transactions.begin() as unit:
        unit.visits.save(replace(visit, state=VisitState.ON_SITE))
    assert not visits.cancel_ahead(OFFICER, ONE, CancelCause.HOLD, "本人提出")
    with transactions.begin() as unit:
        unit.visits.save(replace(visit, state=VisitState.PUBLISHED, version=2))
    assert visits.cancel_ahead(OFFICER, ONE, CancelCause.HOLD, "本人提出").ids(Subject.VISIT) == {visit.id}


def test_that_a_published_visit_is_cancelled_by_the_supervisor_alone(
    visits: VisitDesk, transactions: CaseTransactions
) -> None:
    visit = visits.request(CLERK, wanted())
    with transactions.begin() as unit:
        unit.visits.save(replace(visit, state=VisitState.PUBLISHED))
    with pytest.raises(NotAllowed):
        visits.cancel(CLERK, visit.id, CancelCause.NO_TEAM, "车坏", 2)
    visits.cancel(SETUP, visit.id, CancelCause.NO_TEAM, "车坏", 2)
    with pytest.raises(RuleBroken):
        visits.cancel(SETUP, visit.id, CancelCause.NO_TEAM, "车坏", 3)


def test_that_a_deed_that_fails_leaves_everything_as_it_was(transactions: CaseTransactions) -> None:
    with pytest.raises(Stale), transactions.begin() as unit:
        unit.cases.add_all([case("A-2")])
        unit.cases.save_all([replace(case(), version=9)])
    with transactions.read() as unit:
        assert unit.cases.get(CaseId("A-2")) is None


def test_that_the_migrations_make_the_tables_the_rows_describe(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    found = inspect(database.engine)
    ours = [
        "cases",
        "accounts",
        "addresses",
        "contact_attempts",
        "case_documents",
        "visits",
        "imported_files",
        "quarantine",
        "collectors",
        "shifts",
        "leave",
        "apart_list",
        "devices",
        "qualifications",
    ]
    for name in ours:
        table = Row.metadata.tables[name]
        made = {column["name"]: (str(column["type"]), column["nullable"]) for column in found.get_columns(name)}
        described = {
            column.name: (column.type.compile(database.engine.dialect), bool(column.nullable))
            for column in table.columns
        }
        assert made == described, name
        assert {index["name"] for index in found.get_indexes(name)} == {index.name for index in table.indexes}
        assert {key["name"] for key in found.get_foreign_keys(name)} == {
            key.name for key in table.foreign_key_constraints
        }
    database.close()
