"""What a cell may say: both sides of every rule."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases.builders import TODAY, faults, id_number, read, text, xlsx
from visitdesk.cases.intake import amounts, dates, identity, phones, texts
from visitdesk.cases.intake.fields import Field, Unit, fold, words
from visitdesk.cases.intake.headers import recognise
from visitdesk.cases.intake.invalid import Invalid
from visitdesk.cases.intake.mapping import DateOrder, parse_mapping
from visitdesk.errors import BadInput


def why(judge: object, *args: object, **more: object) -> str:
    with pytest.raises(Invalid) as caught:
        judge(*args, **more)  # type: ignore[operator]  # one of the judging functions
    return caught.value.code.removeprefix("intake.")


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("13800138000", ("+8613800138000",)),
        (13800138000.0, ("+8613800138000",)),
        ("１３８００１３８０００", ("+8613800138000",)),
        ("+86 138 0013 8000", ("+8613800138000",)),
        ("86-13800138000", ("+8613800138000",)),
        ("0086 13800138000", ("+8613800138000",)),
        ("013800138000", ("+8613800138000",)),
        ("'13800138000", ("+8613800138000",)),
        ('="13800138000"', ("+8613800138000",)),
        ("手机：13800138000（本人）", ("+8613800138000",)),
        ("13800138000/13900139000", ("+8613800138000", "+8613900139000")),
        (
            "13800138000、13900139000；13700137000，13600136000",
            tuple(f"+86{n}" for n in (13800138000, 13900139000, 13700137000, 13600136000)),
        ),
        ("13800138000 13900139000", ("+8613800138000", "+8613900139000")),
        ("13800138000/13800138000", ("+8613800138000",)),
        ("0571-87654321", ("+8657187654321",)),
        ("(0571)87654321转8012", ("+8657187654321;ext=8012",)),
        ("0571-87654321-8012", ("+8657187654321;ext=8012",)),
        ("010 62345678 ext. 12", ("+861062345678;ext=12",)),
        ("400-820-8820", ("+864008208820",)),
        ("+852 2345 6789", ("+85223456789",)),
        ("无", ()),
        ("", ()),
    ],
)
def test_that_telephone_numbers_come_out_alike(cell: object, digits: tuple[str, ...]) -> None:
    assert phones.phones(cell) == digits  # type: ignore[arg-type]  # cells of many types


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1380013800", "not_a_phone"),
        ("138001380000", "not_a_phone"),
        ("12345678901", "not_a_phone"),
        ("87654321", "phone_without_area_code"),
        ("138****8000", "is_masked"),
        ("1.38E+10", "destroyed_by_spreadsheet"),
        ("13800138000/12", "not_a_phone"),
        ("张三", "not_a_phone"),
        ("=A1", "starts_like_formula"),
        (dt.date(2026, 1, 5), "not_a_phone"),
    ],
)
def test_that_what_is_no_telephone_number_is_told(cell: object, code: str) -> None:
    assert why(phones.phones, cell) == code


def test_that_identity_numbers_are_judged_by_check_digit_and_date() -> None:
    good = "440524188001010014"
    assert identity.id_number(good, "", TODAY) == identity.IdNumber(number=good, birth_date=dt.date(1880, 1, 1))
    lower = identity.id_number("99000019900101001x"[:17] + id_number()[-1].lower(), "", TODAY)
    assert lower is not None
    assert lower.number == id_number()
    wide = "".join(chr(ord(c) + 0xFEE0) for c in good)
    assert identity.id_number(f" {wide} ", "居民身份证", TODAY) == identity.id_number(good, "", TODAY)
    old = identity.id_number("990000900101001", "", TODAY)
    assert old is not None
    assert old.is_old
    assert old.birth_date == dt.date(1990, 1, 1)
    assert identity.id_number(990000900101001.0, "", TODAY) == old
    assert identity.id_number("无", "", TODAY) is None
    assert identity.id_number("E12345678", "护照", TODAY) == identity.IdNumber(number="E12345678", birth_date=None)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1.1E+17", "destroyed_by_spreadsheet"),
        ("4.40524E+17", "destroyed_by_spreadsheet"),
        (4.40524188001010014e17, "destroyed_by_spreadsheet"),
        (440524188001010014, "destroyed_by_spreadsheet"),
        ("44052418800101001", "id_wrong_length"),
        ("4405241880010100144", "id_wrong_length"),
        ("440524188001010015", "id_wrong_check_digit"),
        ("440524188002300014", "id_wrong_date"),
        ("440524202611250011", "id_wrong_date"),
        ("440524********0014", "is_masked"),
        ("44052418800101O014", "not_an_id_number"),
        ("E12345678", "id_wrong_length"),
        ("=440524188001010014", "starts_like_formula"),
    ],
)
def test_that_what_is_no_identity_number_is_told(cell: object, code: str) -> None:
    assert why(identity.id_number, cell, "", TODAY) == code


@given(st.integers(0, 16), st.integers(1, 9))
def test_that_one_wrong_digit_never_passes(place: int, step: int) -> None:
    good = id_number(7)
    wrong = str((int(good[place]) + step) % 10)
    with pytest.raises(Invalid):
        identity.id_number(good[:place] + wrong + good[place + 1 :], "", TODAY)


@pytest.mark.parametrize(
    ("cell", "unit", "fen"),
    [
        ("12345.67", None, 1234567),
        ("12,345.67", None, 1234567),
        ("￥12,345.67", None, 1234567),
        ("１２３４５．６７元", None, 1234567),
        ("人民币 12 345.67 元", None, 1234567),
        ("12，345.67", None, 1234567),
        ("1.2345万元", None, 1234500),
        ("1.2345", Unit.TEN_THOUSAND, 1234500),
        ("12345元", Unit.TEN_THOUSAND, 1234500),
        ("12345.6700", None, 1234567),
        (12345.67, None, 1234567),
        (0.1 + 0.2, None, 30),
        (1.5, Unit.TEN_THOUSAND, 1500000),
        (0, None, 0),
        ("+5", None, 500),
    ],
)
def test_that_amounts_are_exact(cell: object, unit: Unit | None, fen: int) -> None:
    found = amounts.amount(cell, unit)  # type: ignore[arg-type]  # cells of many types
    assert found is not None
    assert found.minor == fen


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("-0.01", "negative_amount"),
        ("(100.00)", "negative_amount"),
        ("（100）", "negative_amount"),
        ("￥-5", "negative_amount"),
        (-1.0, "negative_amount"),
        ("1.2E+5", "scientific_amount"),
        ("12.345", "too_many_decimals"),
        (12.345, "too_many_decimals"),
        ("1.234,56", "not_an_amount"),
        ("12,34.5", "not_an_amount"),
        ("约100", "not_an_amount"),
        ("壹万元", "not_an_amount"),
        ("$100", "foreign_amount"),
        ("100 USD", "foreign_amount"),
        ("1000000000000.01", "amount_too_large"),
        (float("nan"), "not_an_amount"),
        (float("inf"), "not_an_amount"),
        (True, "not_an_amount"),
        (dt.date(2026, 1, 1), "not_an_amount"),
        ("=1+1", "starts_like_formula"),
        ("#REF!", "formula_fault"),
    ],
)
def test_that_what_is_no_amount_is_told(cell: object, code: str) -> None:
    assert why(amounts.amount, cell, None) == code


@pytest.mark.parametrize(
    "cell",
    [
        "2026-01-05",
        "2026/1/5",
        "2026.1.5",
        "2026年1月5日",
        "２０２６年１月５日",
        "20260105",
        20260105,
        20260105.0,
        46027.0,
        46027.75,
        "46027",
        "46027.5",
        dt.date(2026, 1, 5),
        dt.datetime(2026, 1, 5, 23, 59),  # noqa: DTZ001  # spreadsheets know no zone
        "2026-01-05 10:20:30",
        "2026/1/5 0:00",
        "5 Jan 2026",
        "January 5, 2026",
        "05-Jan-2026",
    ],
)
def test_that_every_way_to_write_a_day_is_that_day(cell: object) -> None:
    assert dates.day(cell, order=None) == dt.date(2026, 1, 5)  # type: ignore[arg-type]  # cells of many types


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2026-02-30", "impossible_date"),
        ("2026-13-01", "impossible_date"),
        ("20260230", "impossible_date"),
        ("0000-00-00", "impossible_date"),
        ("1899-12-31", "impossible_date"),
        ("31/04/2026", "impossible_date"),
        ("03/04/2026", "doubtful_date"),
        ("26/1/5", "not_a_date"),
        ("2026-01", "not_a_date"),
        ("12", "not_a_date"),
        ("10001", "not_a_date"),
        ("460270", "not_a_date"),
        ("昨天", "not_a_date"),
        (5.0, "not_a_date"),
        (float("nan"), "not_a_date"),
        ("32 Jan 2026", "impossible_date"),
        ("5 Janx 2026", "not_a_date"),
    ],
)
def test_that_what_is_no_day_is_told(cell: object, code: str) -> None:
    assert why(dates.day, cell, order=None) == code


def dated(*cells: str) -> bytes:
    return text("案件编号,姓名,最后还款日", *(f"A-{n},甲测试,{cell}" for n, cell in enumerate(cells)))


def test_that_one_sure_date_decides_for_the_whole_file() -> None:
    days = [row[0].values[Field.LAST_PAID_ON] for row in read(dated("03/04/2026", "25/04/2026", "04/04/2026")).cases]
    assert days == [dt.date(2026, 4, 3), dt.date(2026, 4, 25), dt.date(2026, 4, 4)]
    months = [row[0].values[Field.LAST_PAID_ON] for row in read(dated("03/04/2026", "04/25/2026")).cases]
    assert months == [dt.date(2026, 3, 4), dt.date(2026, 4, 25)]


def test_that_doubt_and_contradiction_hold_back_only_doubtful_dates() -> None:
    assert faults(read(dated("03/04/2026", "05/05/2026"))) == {(2, "last_paid_on", "doubtful_date")}
    assert faults(read(dated("03/04/2026", "25/04/2026", "04/25/2026"))) == {(2, "last_paid_on", "doubtful_date")}


def test_that_a_mapping_decides_doubtful_dates() -> None:
    mapping = parse_mapping(b'date_order = "mdy"', "m.toml")
    assert mapping.date_order is DateOrder.MONTH_FIRST
    assert read(dated("03/04/2026"), mapping=mapping).cases[0][0].values[Field.LAST_PAID_ON] == dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("cell", "number"), [("120", 120), ("120天", 120), (120.0, 120), ("１２０", 120), ("0", 0), ("", None)]
)
def test_that_days_past_due_are_whole(cell: object, number: int | None) -> None:
    assert texts.days(cell) == number  # type: ignore[arg-type]  # cells of many types


@pytest.mark.parametrize("cell", ["-1", "12.5", "M3", "20001", 12.5, True, "1e2"])
def test_that_what_is_no_number_of_days_is_told(cell: object) -> None:
    assert why(texts.days, cell) == "not_days"


@pytest.mark.parametrize(
    ("cell", "unit", "rate"),
    [
        ("18%", None, "0.18"),
        ("0.18", None, "0.18"),
        ("18", None, "0.18"),
        ("18", Unit.PERCENT, "0.18"),
        (0.18, None, "0.18"),
        ("0", None, "0"),
        ("0.5", Unit.PERCENT, "0.005"),
    ],
)
def test_that_rates_are_fractions(cell: object, unit: Unit | None, rate: str) -> None:
    assert texts.annual_rate(cell, unit) == Decimal(rate)  # type: ignore[arg-type]  # cells of many types


@pytest.mark.parametrize("cell", ["-1%", "101", "百分之十", "NaN", float("nan")])
def test_that_what_is_no_rate_is_told(cell: object) -> None:
    assert why(texts.annual_rate, cell, None) in {"not_a_rate", "not_a_number"}


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (" A-1 ", "A-1"),
        (20260001.0, "20260001"),
        (7, "7"),
        (999_999_999_999_999.0, "999999999999999"),
        ("ＡＢ－１", "AB-1"),
        ("007", "007"),
        ("-", ""),
    ],
)
def test_that_case_numbers_stay_text(cell: object, number: str) -> None:
    assert texts.reference_no(cell) == number  # type: ignore[arg-type]  # cells of many types


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2.02601E+15", "destroyed_by_spreadsheet"),
        (1e17, "destroyed_by_spreadsheet"),
        (1e15, "destroyed_by_spreadsheet"),
        (dt.date(2026, 1, 2), "turned_into_date"),
        (1.5, "not_a_reference"),
        (True, "not_a_reference"),
        ("***", "not_a_reference"),
        ("x" * 65, "too_long"),
        ("=1", "starts_like_formula"),
        ("A\x07B", "not_a_reference"),
    ],
)
def test_that_what_is_no_case_number_is_told(cell: object, code: str) -> None:
    assert why(texts.reference_no, cell) == code


@pytest.mark.parametrize("cell", ["张三", "欧阳 测试", "O'Neil", "Na", "Null", "阿卜杜拉·测试"])
def test_that_names_that_look_odd_are_names(cell: str) -> None:
    assert texts.person_name(cell) == cell


@pytest.mark.parametrize("cell", ["123", "***", 5.0, dt.date(2026, 1, 1), "=HYPERLINK(1)"])
def test_that_what_is_no_name_is_told(cell: object) -> None:
    assert why(texts.person_name, cell) in {"not_a_name", "starts_like_formula"}


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("信用卡", "credit_card"),
        ("个人消费贷款", "consumer_loan"),
        ("小额贷款", "micro_loan"),
        ("车贷", "other"),
        ("Credit Card", "credit_card"),
        ("", None),
    ],
)
def test_that_debt_kinds_are_read_from_words(cell: str, kind: str | None) -> None:
    assert texts.debt_kind(cell, is_product=False) == kind


def test_that_an_unknown_debt_kind_is_told_but_an_unknown_product_is_not() -> None:
    assert why(texts.debt_kind, "甲类", is_product=False) == "unknown_debt_kind"
    assert texts.debt_kind("甲宝", is_product=True) == "other"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("个案序列号", Field.CASE_NO),
        ("案件编号", Field.CASE_NO),
        ("申请编号", Field.CASE_NO),
        ("借据号", Field.CASE_NO),
        ("case_code", Field.CASE_NO),
        ("File No", Field.CASE_NO),
        ("姓名", Field.BORROWER_NAME),
        ("客户姓名", Field.BORROWER_NAME),
        ("主贷人", Field.BORROWER_NAME),
        ("Client Name", Field.BORROWER_NAME),
        ("证件号", Field.ID_NO),
        ("身份证号", Field.ID_NO),
        ("本人手机", Field.PHONE),
        ("手机号", Field.PHONE),
        ("家庭号码", Field.PHONE),
        ("委托方", Field.LENDER),
        ("批次号", Field.BATCH),
        ("委案日期", Field.ENTRUSTED_ON),
        ("预计退案日", Field.ENTRUSTED_UNTIL),
        ("逾期天数", Field.DAYS_PAST_DUE),
        ("逾期金额", Field.ARREARS),
        ("逾期总额", Field.ARREARS),
        ("剩余本金", Field.PRINCIPAL),
        ("最新欠款", Field.OUTSTANDING),
        ("逾期利息", Field.INTEREST),
        ("逾期罚息", Field.PENALTY),
        ("违约金", Field.FEES),
        ("家庭住址", Field.HOME_ADDRESS),
        ("家庭地址", Field.HOME_ADDRESS),
        ("住宅地址", Field.HOME_ADDRESS),
        ("户籍地址", Field.REGISTERED_ADDRESS),
        ("单位地址", Field.WORK_ADDRESS),
        ("对账单地址", Field.OTHER_ADDRESS),
        ("最后还款日", Field.LAST_PAID_ON),
        ("Outstanding", Field.OUTSTANDING),
        ("Contact Number", Field.PHONE),
        ("逾 期 金 额（元）", Field.ARREARS),
        ("＊手机号码 (必填)", Field.PHONE),
        ("逾期金额\n(万元)", Field.ARREARS),
        ("CASE NO.", Field.CASE_NO),
        ("合同编号", Field.CONTRACT_NO),
        ("家庭住址（现住址）", Field.HOME_ADDRESS),
        ("姓名(借款人)", Field.BORROWER_NAME),
        ("手机（本人）", Field.PHONE),
        ("身份证号码（18位）", Field.ID_NO),
        ("Case #", Field.CASE_NO),
        ("联系人1电话", None),
        ("配偶手机", None),
        ("电话（配偶）", None),
        ("单位号码", None),
        ("担保人姓名", None),
        ("催收员", None),
    ],
)
def test_that_headers_of_the_field_are_known_and_other_peoples_are_not(header: str, field: Field | None) -> None:
    assert recognise([header]).columns[0].field is field


def test_that_the_surer_header_wins_and_the_other_finds_its_place() -> None:
    found = {column.header: column.field for column in recognise(["借据号", "案件编号", "姓名", "合同编号"]).columns}
    assert found == {
        "借据号": Field.ACCOUNT_NO,
        "案件编号": Field.CASE_NO,
        "姓名": Field.BORROWER_NAME,
        "合同编号": Field.CONTRACT_NO,
    }


def test_that_units_in_headers_count() -> None:
    reading = read(text("案件编号,姓名,金额(万元),逾期金额（元）", "A-1,甲测试,1.5,1.5"))
    values = reading.cases[0][0].values
    assert str(values[Field.OUTSTANDING]) == "15000.00"
    assert str(values[Field.ARREARS]) == "1.50"


def test_that_every_synonym_folds_to_one_key_a_field() -> None:
    for key, meant in words().synonyms.items():
        assert key
        assert len({one.field for one in meant}) == len(meant), key
    assert fold("（万元）") in words().units or fold("万元") in words().units


def test_that_endless_cells_cost_no_time() -> None:
    endless = "1" + " " * 30_000 + "2"
    head = "案件编号,姓名,身份证号,手机号,逾期金额,逾期天数,年利率,最后还款日"
    reading = read(text(head, f"A-1,甲测试{',' + endless}{(',' + endless) * 5}"))
    assert {field for _, field, _ in faults(reading)} == {
        "id_no",
        "phone",
        "arrears",
        "days_past_due",
        "annual_rate",
        "last_paid_on",
    }


def test_that_the_same_header_twice_is_refused_only_where_the_columns_differ() -> None:
    head = "案件编号,姓名,逾期天数,逾期天数"
    assert read(text(head, "A-1,甲测试,5,5")).cases[0][0].values[Field.DAYS_PAST_DUE] == 5
    with pytest.raises(BadInput) as caught:
        read(text(head, "A-1,甲测试,5,6"))
    assert caught.value.code == "intake.same_header_twice"
    assert caught.value.facts["columns"] == "C, D"


def test_that_several_phone_columns_all_count() -> None:
    reading = read(text("案件编号,姓名,手机,手机,家庭电话", "A-1,甲测试,13800138000,13900139000,0571-87654321"))
    assert len(reading.cases[0][0].phones) == 3


def test_that_unknown_columns_become_remarks() -> None:
    reading = read(text("案件编号,姓名,联系人1姓名,催收小结", "A-1,甲测试,乙测试,说下月还"))
    assert reading.cases[0][0].remarks == (("联系人1姓名", "乙测试"), ("催收小结", "说下月还"))


def test_that_every_fault_of_a_row_is_told() -> None:
    reading = read(text("案件编号,姓名,手机号,逾期天数", "A-1,,12,x"))
    assert faults(reading) == {
        (2, "borrower_name", "missing_borrower_name"),
        (2, "phone", "not_a_phone"),
        (2, "days_past_due", "not_days"),
    }


def test_that_a_formula_in_a_workbook_is_no_value() -> None:
    reading = read(xlsx([["案件编号", "姓名", "逾期天数"], ["A-1", "=A2", 5]]), "a.xlsx")
    assert faults(reading) == {(2, "borrower_name", "missing_borrower_name")}


MAPPED = text("我方编号,人,电话甲", "A-1,甲测试,13800138000")


@pytest.mark.parametrize(
    "toml",
    [
        '[columns]\ncase_no = "我方编号"\nname = "人"\nphone = ["电话甲"]',
        'case_number = "我方编号"\nborrower_name = "人"\n"电话甲" = "phone"',
        '[columns]\n"我方编号" = "case_no"\n"人" = "name"\n"电话甲" = "phones"',
    ],
)
def test_that_a_mapping_may_be_written_either_way_round(toml: str) -> None:
    reading = read(MAPPED, mapping=parse_mapping(toml.encode(), "m.toml"))
    assert reading.cases[0][0].phones == ("+8613800138000",)


@pytest.mark.parametrize(
    ("toml", "code"),
    [
        ("a = [", "mapping_no_toml"),
        ('[columns]\n"人" = "nmae"', "mapping_unknown_field"),
        ("columns = 3", "mapping_no_table"),
        ("case_no = 3", "mapping_bad_value"),
        ("header_row = 0", "mapping_bad_value"),
        ("header_row = true", "mapping_bad_value"),
        ('date_order = "ymd"', "mapping_bad_value"),
        ('case_no = "a"\nphone = "A"', "mapping_twice"),
    ],
)
def test_that_a_faulty_mapping_is_refused(toml: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_mapping(toml.encode(), "m.toml")
    assert caught.value.code == f"intake.{code}"


def test_that_a_mapped_header_that_is_not_there_is_told() -> None:
    with pytest.raises(BadInput) as caught:
        read(text("案件编号,姓名", "A-1,甲测试"), mapping=parse_mapping('phone = "电话乙"'.encode(), "m.toml"))
    assert caught.value.code == "intake.mapping_unused"


def grouped(*lines: str) -> tuple[int, int, set[tuple[int, str, str]]]:
    reading = read(text("案件编号,姓名,身份证号,合同编号,逾期天数,备注", *lines))
    assert reading.rows == sum(len(rows) for rows in reading.cases) + len(reading.repeated) + len(reading.held)
    return sum(len(rows) for rows in reading.cases), len(reading.repeated), faults(reading)


def test_that_the_same_row_twice_is_a_duplicate() -> None:
    assert grouped("A-1,甲测试,,C-1,5,", "A-1,甲测试,,C-1,5,另记") == (1, 1, set())


def test_that_another_contract_is_another_account_of_the_case() -> None:
    assert grouped("A-1,甲测试,,C-1,5,", "A-1,甲测试,,C-2,9,") == (2, 0, set())


def test_that_another_card_is_another_account_too() -> None:
    reading = read(
        text("案件编号,姓名,卡号,逾期金额", "A-1,甲测试,6200000000000001,1", "A-1,甲测试,6200000000000002,2")
    )
    assert len(reading.cases[0]) == 2


def test_that_contradicting_rows_are_all_held_back() -> None:
    assert grouped("A-1,甲测试,,C-1,5,", "A-1,甲测试,,C-1,6,", "A-2,乙测试,,,1,") == (
        1,
        0,
        {(2, "case_no", "rows_contradict"), (3, "case_no", "rows_contradict")},
    )


def test_that_two_persons_under_one_number_are_both_held_back() -> None:
    assert grouped("A-1,甲测试,,C-1,5,", "A-1,乙测试,,C-2,6,")[2] == {
        (2, "borrower_name", "two_persons"),
        (3, "borrower_name", "two_persons"),
    }
    one, other = id_number(1), id_number(2)
    assert grouped(f"A-1,甲测试,{one},C-1,5,", f"A-1,甲测试,{other},C-2,6,")[0] == 0


def test_that_a_row_that_does_not_say_which_account_is_held_back() -> None:
    assert grouped("A-1,甲测试,,C-1,5,", "A-1,甲测试,,,6,") == (1, 0, {(3, "account_no", "which_account")})


CELLS = st.sampled_from(
    [
        "",
        "A-1",
        "A-2",
        "A-3",
        "甲测试",
        "乙测试",
        "13800138000",
        "12",
        "x",
        "-5",
        "100.00",
        "=1",
        "合计",
        "2026-01-05",
        "无",
    ]
)


@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=12))
@settings(deadline=None, max_examples=150)
def test_that_every_row_is_in_exactly_one_bucket(lines: list[list[str]]) -> None:
    reading = read(text("案件编号,姓名,手机号,逾期金额,最后还款日", *(",".join(line) for line in lines)))
    kept = [row.row for rows in reading.cases for row in rows]
    everything = kept + [row.row for row in reading.repeated] + [row.row for row in reading.held]
    assert sorted(everything) == [raw.row for raw in reading.table.rows]
    left_out = {row for row, _, _ in reading.table.left_out}
    blank = {n for n, line in enumerate(lines, 2) if not any(line)}
    assert left_out | blank | set(everything) == set(range(2, len(lines) + 2))
