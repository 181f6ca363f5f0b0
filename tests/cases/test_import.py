"""Importing: against the in-memory fake and against the encrypted database alike."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.cases.builders import id_number, read, text, xlsx
from tests.fakes.branch_file import new_database
from tests.fakes.cases import FakeCaseTransactions
from visitdesk.cases.intake.export import guarded
from visitdesk.cases.intake.hints import hints
from visitdesk.cases.intake.mapping import parse_mapping
from visitdesk.cases.intake_service import IntakeDesk, Taken
from visitdesk.cases.model import AddressId, CaseId, DebtKind, HeldState
from visitdesk.cases.ports import CaseTransactions
from visitdesk.cases.service import CaseDesk
from visitdesk.changed import Subject
from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, NotAllowed
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.wording import Lang

NOW = dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC)
HEAD = "案件编号,姓名,身份证号,手机号,合同编号,逾期金额,逾期天数,家庭住址,备注"


@pytest.fixture(params=["fake", "sql"])
def transactions(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseTransactions]:
    if request.param == "fake":
        yield FakeCaseTransactions()
        return
    database = new_database(tmp_path)
    yield database
    database.close()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def desk(transactions: CaseTransactions, clock: FixedClock) -> IntakeDesk:
    return IntakeDesk(transactions, clock)


def figures(taken: Taken) -> tuple[int, int, int, int, int, int]:
    held = len(taken.held)
    assert taken.rows == taken.accepted + taken.updated + taken.unchanged + taken.duplicates + held
    return taken.rows, taken.accepted, taken.updated, taken.unchanged, taken.duplicates, held


def take(desk: IntakeDesk, *lines: str, head: str = HEAD, name: str = "accounts.csv") -> Taken:
    return desk.take_in(SETUP, read(text(head, *lines), name))


FIRST = (
    f"A-1,甲测试,{id_number(1)},13800138000,C-1,1000.50,120,广东省深圳市甲路1号,说下月还",
    "A-2,乙测试,,,,20.00,3,,",
    "A-2,乙测试,,,,20.00,3,,",
    "A-3,丙测试,123,,,1,1,,",
)


def test_that_an_import_is_kept_whole(desk: IntakeDesk, transactions: CaseTransactions) -> None:
    taken = take(desk, *FIRST)
    assert figures(taken) == (4, 2, 0, 0, 1, 1)
    assert taken.changed.ids(Subject.CASE) == {"A-1", "A-2"}
    with transactions.read() as unit:
        case = unit.cases.get(CaseId("A-1"))
    assert case is not None
    assert case.borrower.phones == ("+8613800138000",)
    assert case.borrower.birth_date == dt.date(1990, 1, 1)
    account = case.accounts[0]
    assert (account.number, account.contract_number, str(account.arrears)) == ("C-1", "C-1", "1000.50")
    assert (account.days_past_due, account.as_of, account.kind) == (120, dt.date(2026, 11, 24), DebtKind.OTHER)
    assert (case.addresses[0].source, case.addresses[0].region) == ("lender", "CN-44")
    assert case.remarks == "备注：说下月还"


def test_that_the_same_file_twice_changes_nothing(
    desk: IntakeDesk, clock: FixedClock, transactions: CaseTransactions
) -> None:
    take(desk, *FIRST)
    with transactions.read() as unit:
        before = unit.cases.many([CaseId("A-1"), CaseId("A-2")]), unit.intake.held(None)
    clock.set(NOW + dt.timedelta(days=9))
    again = take(desk, *FIRST)
    assert figures(again) == (4, 0, 0, 2, 1, 1)
    assert not again.changed
    with transactions.read() as unit:
        assert (unit.cases.many([CaseId("A-1"), CaseId("A-2")]), unit.intake.held(None)) == before


def test_that_the_same_rows_saved_anew_change_nothing_either(desk: IntakeDesk, clock: FixedClock) -> None:
    take(desk, *FIRST)
    clock.set(NOW + dt.timedelta(days=9))
    again = take(desk, *FIRST, "", name="saved-again.csv")
    assert figures(again) == (4, 0, 0, 2, 1, 1)
    assert not again.changed
    assert len(desk.held(SETUP)) == 1


def test_that_an_old_file_again_does_not_bring_old_figures_back(desk: IntakeDesk) -> None:
    take(desk, "A-1,甲测试,,,,100,5,,")
    assert figures(take(desk, "A-1,甲测试,,,,50,6,,")) == (1, 0, 1, 0, 0, 0)
    assert figures(take(desk, "A-1,甲测试,,,,100,5,,")) == (1, 0, 0, 1, 0, 0)


def test_that_new_figures_update_and_empty_cells_wipe_nothing_out(
    desk: IntakeDesk, transactions: CaseTransactions, clock: FixedClock
) -> None:
    take(desk, *FIRST)
    clock.set(NOW + dt.timedelta(days=1))
    taken = take(desk, "A-1,甲测试,,13900139000,C-1,900.00,121,,")
    assert figures(taken) == (1, 0, 1, 0, 0, 0)
    with transactions.read() as unit:
        case = unit.cases.get(CaseId("A-1"))
    assert case is not None
    assert (case.version, str(case.accounts[0].arrears)) == (2, "900.00")
    assert case.accounts[0].as_of == dt.date(2026, 11, 25)
    assert case.borrower.id_number == id_number(1)
    assert case.borrower.phones == ("+8613900139000", "+8613800138000")
    assert len(case.addresses) == 1


def test_that_another_account_of_a_known_case_is_accepted(desk: IntakeDesk, transactions: CaseTransactions) -> None:
    take(desk, *FIRST)
    assert figures(take(desk, f"A-1,甲测试,{id_number(1)},,C-2,7,1,,")) == (1, 1, 0, 0, 0, 0)
    with transactions.read() as unit:
        case = unit.cases.get(CaseId("A-1"))
    assert case is not None
    assert [account.number for account in case.accounts] == ["C-1", "C-2"]


def test_that_a_known_number_with_another_person_is_held_back(desk: IntakeDesk) -> None:
    take(desk, *FIRST)
    other = take(desk, f"A-1,甲测试,{id_number(2)},,C-1,7,1,,", "A-2,丁测试,,,,1,1,,")
    assert figures(other) == (2, 0, 0, 0, 0, 2)
    assert [held.faults[0].field for held in other.held] == ["id_no", "borrower_name"]


def test_that_the_old_and_the_new_form_of_an_identity_number_are_one_person(desk: IntakeDesk) -> None:
    new = id_number(1)
    take(desk, f"A-1,甲测试,{new[:6] + new[8:17]},,,1,1,,")
    assert figures(take(desk, f"A-1,甲测试,{new},,,1,1,,")) == (1, 0, 1, 0, 0, 0)


def test_that_what_the_branch_added_survives_the_next_file(
    desk: IntakeDesk, transactions: CaseTransactions, clock: FixedClock
) -> None:
    take(desk, *FIRST)
    cases = CaseDesk(transactions, clock)
    address = cases.open(CaseId("A-1")).case.addresses[0].id
    cases.mark_address_dead(SETUP, CaseId("A-1"), address, "邻居说已搬走", 1)
    take(desk, f"A-1,甲测试,{id_number(1)},,C-1,1,130,广东省深圳市甲路1号,新备注")
    case = cases.open(CaseId("A-1")).case
    assert case.addresses[0].is_dead
    assert case.remarks == "备注：新备注"


def test_that_a_dry_run_says_the_same_and_writes_nothing(desk: IntakeDesk, transactions: CaseTransactions) -> None:
    reading = read(text(HEAD, *FIRST))
    dry = desk.preview(SETUP, reading)
    assert not dry.changed
    with transactions.read() as unit:
        assert unit.cases.get(CaseId("A-1")) is None
        assert not unit.intake.held(None)
        assert not unit.audit.entries()
    assert figures(desk.take_in(SETUP, reading)) == figures(dry)


def test_that_a_held_row_keeps_its_original_cells(desk: IntakeDesk) -> None:
    take(desk, *FIRST)
    (entry,) = desk.held(SETUP)
    assert (entry.row, entry.file_name, entry.case_no) == (5, "accounts.csv", "A-3")
    assert dict(entry.cells)["身份证号"] == "123"
    assert [fault[:2] for fault in entry.faults] == [("id_no", "intake.id_wrong_length")]


@pytest.mark.parametrize("as_text", [True, False])
def test_that_a_held_row_can_be_exported_mended_and_imported(desk: IntakeDesk, *, as_text: bool) -> None:
    take(desk, "A-3,丙测试,123,13800138000,,1,1,,=cmd", "A-4,丁测试,,12,,1,1,,")
    data = desk.export_held(SETUP, Lang.ZH, as_text=as_text)
    if as_text:
        assert "'=cmd" in data.decode("utf-8-sig")
        mended = data.decode("utf-8-sig").replace(",123,", f",{id_number(3)},").encode("utf-8-sig")
    else:
        book = load_workbook(io.BytesIO(data))
        sheet = book.worksheets[0]
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if cell.value == "123":
                    cell.value = id_number(3)
        out = io.BytesIO()
        book.save(out)
        mended = out.getvalue()
    taken = desk.take_in(SETUP, read(mended, "mended.csv"))
    assert figures(taken) == (2, 1, 0, 0, 0, 1)
    assert taken.mended == 1
    assert [entry.case_no for entry in desk.held(SETUP)] == ["A-4"]
    assert {entry.case_no for entry in desk.held(SETUP, HeldState.MENDED)} == {"A-3"}


def test_that_mending_the_lenders_own_file_empties_the_quarantine_too(desk: IntakeDesk) -> None:
    take(desk, *FIRST)
    taken = take(desk, *FIRST[:3], f"A-3,丙测试,{id_number(5)},,,1,1,,")
    assert figures(taken) == (4, 1, 0, 2, 1, 0)
    assert not desk.held(SETUP)


def test_that_a_right_row_beside_a_wrong_row_of_the_same_case_does_not_empty_the_quarantine(desk: IntakeDesk) -> None:
    lines = ("A-1,甲测试,,,C-1,1,1,,", "A-1,甲测试,,12,C-2,1,1,,")
    take(desk, *lines)
    assert len(desk.held(SETUP)) == 1
    take(desk, *lines, "")
    assert len(desk.held(SETUP)) == 1


def test_that_rows_are_set_aside_only_with_a_reason(desk: IntakeDesk) -> None:
    take(desk, *FIRST)
    (entry,) = desk.held(SETUP)
    with pytest.raises(BadInput):
        desk.discard(SETUP, [entry.id], "  ")
    with pytest.raises(BadInput):
        desk.discard(SETUP, ["Q-nothing"], "重复")
    desk.discard(SETUP, [entry.id], "委托方已撤回")
    assert not desk.held(SETUP)
    assert desk.held(SETUP, HeldState.DISCARDED)[0].cells == entry.cells


def test_that_the_same_file_under_another_mapping_is_another_import(desk: IntakeDesk) -> None:
    data = text("案件编号,姓名,电话甲", "A-1,甲测试,13800138000")
    desk.take_in(SETUP, read(data))
    mapping = parse_mapping('phone = "电话甲"'.encode(), "m.toml")
    assert figures(desk.take_in(SETUP, read(data, mapping=mapping))) == (1, 0, 1, 0, 0, 0)


def test_that_the_audit_trail_tells_counts_and_no_names(desk: IntakeDesk, transactions: CaseTransactions) -> None:
    taken = take(desk, *FIRST)
    with transactions.read() as unit:
        (entry,) = unit.audit.entries()
    assert taken.file_sha256 in entry.body
    assert '"held_back":1' in entry.body
    assert "甲测试" not in entry.body


def test_that_only_those_who_may_import_do(desk: IntakeDesk, transactions: CaseTransactions) -> None:
    trainer = Actor(user=UserId("t"), roles=frozenset({Role.TRAINER}))
    with pytest.raises(NotAllowed):
        desk.take_in(trainer, read(text(HEAD, *FIRST)))
    with transactions.read() as unit:
        assert not unit.cases.lines()


def test_that_five_hundred_and_one_cases_go_in_and_come_back(desk: IntakeDesk, transactions: CaseTransactions) -> None:
    lines = [f"A-{n:04},甲测试,,13800138000,,{n}.50,{n},广东省深圳市甲路{n}号," for n in range(1101)]
    assert figures(take(desk, *lines)) == (1101, 1101, 0, 0, 0, 0)
    assert figures(take(desk, *lines, "")) == (1101, 0, 0, 1101, 0, 0)
    with transactions.read() as unit:
        found = unit.cases.lines()
    assert len(found) == 1101
    assert (found[7].id, found[7].borrower, str(found[7].outstanding)) == ("A-0007", "甲**", "7.50")
    assert "jiaceshi" in found[7].search


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "＝1", " =1", "\t=1", "440524188001010014"])
def test_that_dangerous_cells_are_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "甲测试", "13800138000", "A-1", "1=1"])
def test_that_harmless_cells_are_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


def test_that_a_row_is_mended_in_place(desk: IntakeDesk, transactions: CaseTransactions) -> None:
    take(desk, 'A-3,丙测试,123,13800138000,,1,1,,"一,二"')
    (entry,) = desk.held(SETUP)
    wrong = desk.mend(SETUP, entry.id, entry.cells)
    assert (len(wrong.held), wrong.mended) == (1, 0)
    assert [one.id for one in desk.held(SETUP)] == [entry.id]
    cells = [(header, id_number(3) if text == "123" else text) for header, text in entry.cells]
    assert (desk.mend(SETUP, entry.id, cells).mended, len(desk.held(SETUP))) == (1, 0)
    with transactions.read() as unit:
        case = unit.cases.get(CaseId("A-3"))
    assert case is not None
    assert (case.borrower.id_number, case.remarks) == (id_number(3), "备注：一,二")
    with pytest.raises(BadInput):
        desk.mend(SETUP, entry.id, cells)


def test_that_right_cells_of_a_held_row_are_still_right_when_it_comes_back(desk: IntakeDesk) -> None:
    lines: list[list[object]] = [
        ["案件编号", "姓名", "手机号", "逾期金额", "最后还款日"],
        ["A-1", "甲测试", "12", 0.1 + 0.2, 46027],
    ]
    desk.take_in(SETUP, read(xlsx(lines), "a.xlsx"))
    (entry,) = desk.held(SETUP)
    assert dict(entry.cells)["最后还款日"] == "2026-01-05"
    cells = [(header, "" if header == "手机号" else text) for header, text in entry.cells]
    assert figures(desk.mend(SETUP, entry.id, cells))[1] == 1


def test_that_hints_name_what_to_look_at_and_hold_nothing_back() -> None:
    reading = read(
        text(
            HEAD,
            "A-1,甲测试,990000900101001,13800138000,,1,1,,",
            f"A-2,乙测试,{id_number(1)},13800138000,,1,1,,=1+1",
            f"A-3,乙测试,{id_number(1)},,,1,1,,",
        )
    )
    assert not reading.held
    assert {(hint.code.removeprefix("intake.hint_"), hint.rows) for hint in hints(reading)} == {
        ("old_id", (2,)),
        ("same_phone", (2, 3)),
        ("same_person", (3, 4)),
        ("formula", (3,)),
    }


LINES = st.lists(
    st.tuples(
        st.sampled_from(["A-1", "A-2", "A-3", ""]),
        st.sampled_from(["甲测试", "乙测试"]),
        st.sampled_from(["", id_number(1), id_number(2), "123"]),
        st.sampled_from(["", "13800138000", "13900139000", "12"]),
        st.sampled_from(["", "C-1", "C-2"]),
        st.sampled_from(["", "5", "6.70", "x"]),
        st.sampled_from(["", "1", "90"]),
        st.sampled_from(["", "广东省甲市甲路1号", "湖南省乙市乙街2号"]),
        st.sampled_from(["", "甲", "乙"]),
    ),
    max_size=8,
)


@given(LINES, LINES)
@settings(deadline=None, max_examples=60)
def test_that_no_file_ever_changes_anything_the_second_time(
    first: list[tuple[str, ...]], second: list[tuple[str, ...]]
) -> None:
    transactions = FakeCaseTransactions()
    desk = IntakeDesk(transactions, FixedClock(NOW))
    for number, lines in enumerate((first, second)):
        rows = [",".join(line) for line in lines]
        figures(take(desk, *rows, name=f"{number}.csv"))
        kept = dict(transactions.unit.cases.kept), dict(transactions.unit.intake.kept)
        for again in (rows, [*rows, ""]):
            taken = take(desk, *again, name=f"{number}.csv")
            assert figures(taken)[1:3] == (0, 0)
            assert not taken.changed
            assert (transactions.unit.cases.kept, transactions.unit.intake.kept) == kept


def test_that_address_ids_do_not_tell_the_address(desk: IntakeDesk, transactions: CaseTransactions) -> None:
    take(desk, *FIRST)
    with transactions.read() as unit:
        case = unit.cases.get(CaseId("A-1"))
    assert case is not None
    assert case.addresses[0].id == AddressId(case.addresses[0].id)
    assert "甲路" not in case.addresses[0].id
