"""Which files are read, which are refused, and how a person's row numbers come out."""

import datetime as dt
import multiprocessing
import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases.builders import TODAY, faults, ods, package, read, text, xls, xlsx
from visitdesk.cases.intake.fields import Field
from visitdesk.cases.intake.layout import LeftOut
from visitdesk.cases.intake.reading import read_accounts
from visitdesk.cases.intake.unpack import refuse_bombs
from visitdesk.cases.intake.workbook import _serve, in_child, parse_here
from visitdesk.errors import BadInput
from visitdesk.wording import Lang, sentence_of

HEAD = "案件编号,姓名,手机号,逾期金额(元)"
ROW = "A-1,甲测试,13800138000,100.00"
LINES: list[list[object]] = [
    ["案件编号", "姓名", "手机号", "逾期天数"],
    ["A-1", "甲测试", "13800138000", 12],
    ["A-2", "乙测试", 13800138001, 30],
]


def refused(data: bytes, name: str = "accounts.csv") -> str:
    with pytest.raises(BadInput) as caught:
        read(data, name)
    for lang in Lang:
        line = sentence_of(caught.value, lang)
        assert line.startswith(name), line
        assert "\n" not in line
        assert "?" not in line.replace(name, ""), line
    return caught.value.code.removeprefix("intake.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_that_text_in_every_encoding_and_separator_says_the_same(encoding: str, separator: str) -> None:
    lines = [HEAD.replace(",", separator), ROW.replace(",", separator), "A-2,䶮测试,,".replace(",", separator)]
    reading = read(text(*lines, encoding=encoding), "accounts.txt")
    assert reading.opened.separator == separator
    assert [case[0].text(Field.BORROWER_NAME) for case in reading.cases] == ["甲测试", "䶮测试"]
    assert not reading.held


def test_that_characters_only_gb18030_has_come_out_whole() -> None:
    reading = read(text(HEAD, "A-1,𠮷测试,,", encoding="gb18030"))
    assert reading.opened.encoding == "gb18030"
    assert reading.cases[0][0].text(Field.BORROWER_NAME) == "𠮷测试"


@pytest.mark.parametrize("make", [xlsx, xls, ods], ids=["xlsx", "xls", "ods"])
def test_that_workbooks_of_every_kind_say_the_same(make: object) -> None:
    reading = read(make(LINES), "accounts.bin")  # type: ignore[operator]  # one of the three builders
    assert [case[0].text(Field.CASE_NO) for case in reading.cases] == ["A-1", "A-2"]
    assert [case[0].values[Field.DAYS_PAST_DUE] for case in reading.cases] == [12, 30]
    assert reading.cases[1][0].phones == ("+8613800138001",)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_that_every_line_end_is_known(newline: str) -> None:
    reading = read(newline.join([HEAD, ROW, "A-2,乙测试,,"]).encode())
    assert reading.rows == 2


def test_that_rows_are_counted_as_a_person_sees_them() -> None:
    reading = read(
        text(
            "2026年11月委案清单,,,",
            "",
            HEAD,
            '"A-1",甲测试,13800138000,"1,\n2"',
            ",,,",
            "A-2,,13800138000,1",
            "合计,,,2",
            "制表人：丙测试,,,",
        )
    )
    assert faults(reading) == {(4, "arrears", "not_an_amount"), (6, "borrower_name", "missing_borrower_name")}
    assert reading.rows == 2
    assert [(row, why) for row, why, _ in reading.table.left_out] == [
        (1, LeftOut.TITLE),
        (7, LeftOut.TOTAL),
        (8, LeftOut.FOOTER),
    ]


def test_that_a_workbook_that_begins_lower_and_further_right_keeps_its_row_numbers() -> None:
    lines: list[list[object]] = [
        [],
        [],
        [None, "委案清单"],
        [],
        *[[None, *line] for line in LINES],
        [None, "A-3", None],
    ]
    reading = read(xlsx(lines), "accounts.xlsx")
    assert reading.table.header_row == 5
    assert faults(reading) == {(8, "borrower_name", "missing_borrower_name")}


@pytest.mark.parametrize(
    "word", ["合计", "总计：", "小计", "合 计", "Total", "TOTAL:", "共计3户", "共3条", "共 12 条记录", "合计（元）"]
)
def test_that_a_total_is_no_account(word: str) -> None:
    assert read(text(HEAD, ROW, f"{word},,,100")).rows == 1
    assert read(text(HEAD, ROW, f",{word},,100")).rows == 1


def test_that_a_total_whose_word_is_missing_is_seen_by_its_sums() -> None:
    assert read(text("案件编号,姓名,本金,利息", "A-1,甲测试,1,2", ",,1,2")).rows == 1


def test_that_a_borrower_whose_name_only_begins_like_a_total_stays() -> None:
    assert read(text(HEAD, "A-9,合计民,,1")).rows == 1


def test_that_a_row_of_a_real_case_is_kept_though_it_begins_with_the_word_total() -> None:
    assert read(text("类别,案件编号,姓名", "汇总,A-1,甲测试", "合计,1,1户", "合计,,")).rows == 1


def test_that_headers_in_another_language_and_hints_are_no_accounts() -> None:
    reading = read(text("案件编号,姓名,手机号", "case_no,name,phone", "必填,必填,选填", "A-1,甲测试,"))
    assert reading.rows == 1
    assert not reading.held


def test_that_headers_repeated_on_every_page_are_left_out() -> None:
    reading = read(text(HEAD, ROW, HEAD, "A-2,乙测试,,"))
    assert reading.rows == 2
    assert not reading.held


def test_that_other_sheets_are_named_and_left_out() -> None:
    notes = {"说明": [["本表由系统导出"], ["请勿修改"]], "字典": [["代码", "含义"], ["1", "信用卡"]]}
    for first in (True, False):
        reading = read(xlsx(LINES, others=notes, first=first), "accounts.xlsx")
        assert reading.table.sheet == "案件"
        assert reading.rows == 2
        assert {what for _, why, what in reading.table.left_out if why is LeftOut.SHEET} == {"说明", "字典"}


def test_that_cells_merged_downward_belong_to_each_row() -> None:
    from openpyxl import load_workbook  # noqa: PLC0415  # only here

    lines: list[list[object]] = [["案件编号", "姓名", "合同编号"], ["A-1", "甲测试", "C-1"], [None, None, "C-2"]]
    book = load_workbook(BytesIO(xlsx(lines)))
    sheet = book.active
    assert sheet is not None
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B3")
    out = BytesIO()
    book.save(out)
    reading = read(out.getvalue(), "accounts.xlsx")
    assert [row.account_key for row in reading.cases[0]] == ["C-1", "C-2"]


@pytest.mark.parametrize("from_1904", [False, True])
def test_that_dates_of_old_macintosh_workbooks_are_right(*, from_1904: bool) -> None:
    book = __import__("xlwt").Workbook()
    book.dates_1904 = from_1904
    sheet = book.add_sheet("s")
    serial = (dt.date(2026, 1, 5) - (dt.date(1904, 1, 1) if from_1904 else dt.date(1899, 12, 30))).days
    for column, (head, cell) in enumerate([("案件编号", "A-1"), ("姓名", "甲测试"), ("最后还款日", serial)]):
        sheet.write(0, column, head)
        sheet.write(1, column, cell)
    out = BytesIO()
    book.save(out)
    assert read(out.getvalue(), "a.xls").cases[0][0].values[Field.LAST_PAID_ON] == dt.date(2026, 1, 5)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.csv", "empty_file"),
        (b"\xef\xbb\xbf\r\n \r\n", "a.csv", "empty_file"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.csv", "is_pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.xlsx", "is_image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.xlsx", "is_image"),
        (b"\x1f\x8b\x08\x00abc", "a.csv", "is_archive"),
        (b"MZ\x90\x00\x03\x00\x00", "a.csv", "is_program"),
        (b"<html><table><tr><td>A</td></tr></table></html>", "a.xls", "is_markup"),
        (b'<?xml version="1.0"?><Workbook/>', "a.xls", "is_markup"),
        (b"PK\x03\x04 no archive at all", "a.xlsx", "damaged"),
        (bytes(range(256)) * 4, "a.csv", "is_binary"),
        ("案件编号,姓名\nA-1,甲".encode() + b"\x00\x01\x02", "a.csv", "is_binary"),
        (b"case no,name\nA-1,Ren\xe9,\n", "a.csv", "unknown_encoding"),
        ("案件编号,姓名\nA-1,甲测试".encode()[:-1], "a.csv", "broken_utf8"),
        ("案件编号,姓名\n".encode() + b"A-1,\xff\xfe\n", "a.csv", "broken_utf8"),
        ("天气,温度\n晴,3\n".encode(), "a.csv", "no_headers"),
        ("姓名,手机号\n甲测试,13800138000\n".encode(), "a.csv", "no_case_no"),
        ("案件编号,手机号\nA-1,13800138000\n".encode(), "a.csv", "no_borrower_name"),
        ((HEAD + '\nA-1,"甲测试,1\nA-2,乙测试,2\n').encode(), "a.csv", "open_quote"),
    ],
)
def test_that_a_wrong_file_is_refused_in_one_sentence(data: bytes, name: str, code: str) -> None:
    assert refused(data, name) == code


def test_that_workbooks_with_macros_are_refused_by_content_and_by_ending() -> None:
    good = xlsx(LINES)
    assert refused(good, "accounts.xlsm") == "with_macros"
    assert refused(good, "accounts.XLSB") == "with_macros"
    assert refused(package({"xl/workbook.xml": "<a/>", "xl/vbaProject.bin": b"x"}), "a.xlsx") == "with_macros"
    assert refused(package({"xl/workbook.bin": b"x"}), "a.xlsx") == "with_macros"


def test_that_other_packages_are_named_for_what_they_are() -> None:
    assert refused(package({"word/document.xml": "<a/>"}), "a.xlsx") == "is_document"
    assert refused(package({"readme.txt": "x"}), "a.xlsx") == "is_archive"


def test_that_a_workbook_with_a_password_says_so() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert refused(locked, "a.xlsx") == "with_password"
    assert refused(_flagged(xlsx(LINES)), "a.xlsx") == "with_password"


def test_that_a_locked_ods_says_so() -> None:
    with zipfile.ZipFile(BytesIO(ods(LINES))) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    members["META-INF/manifest.xml"] = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    assert refused(package(members), "a.ods") == "with_password"


def _flagged(data: bytes) -> bytes:
    """Sets the bit that says "encrypted" in every entry of the central directory."""
    out, at = bytearray(data), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        out[at + 8] |= 1
        at += 4
    return bytes(out)


def test_that_a_bomb_is_refused_before_anything_reads_it() -> None:
    bomb = package({"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": b"0" * (310 * 1024 * 1024)})
    assert len(bomb) < 1_000_000
    assert refused(bomb, "a.xlsx") == "unpacks_too_large"


def test_that_one_byte_decides_about_the_limit() -> None:
    data = package({"a": b"x" * 1000})
    refuse_bombs(data, "a.xlsx", limit=1000)
    with pytest.raises(BadInput) as caught:
        refuse_bombs(data, "a.xlsx", limit=999)
    assert caught.value.code == "intake.unpacks_too_large"


def test_that_a_package_lying_about_its_sizes_is_refused() -> None:
    data = bytearray(xlsx(LINES))
    at = bytes(data).find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", data, at + 24, 10)
        at = bytes(data).find(b"PK\x01\x02", at + 4)
    assert refused(bytes(data), "a.xlsx") == "lies_about_size"


def test_that_too_many_members_and_entities_are_refused() -> None:
    many: dict[str, str | bytes] = {"xl/workbook.xml": "<a/>", **{f"x/{n}": "" for n in range(2000)}}
    assert refused(package(many), "a.xlsx") == "too_many_parts"
    evil = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert refused(package({"xl/workbook.xml": evil}), "a.xlsx") == "defines_entities"


def test_that_a_cut_workbook_is_refused() -> None:
    for data in (xlsx(LINES), xls(LINES), ods(LINES)):
        assert refused(data[: len(data) // 2], "a.xlsx") in {"damaged", "is_document"}


def test_that_a_child_process_reads_and_a_slow_one_is_stopped() -> None:
    assert in_child(xlsx(LINES)) == parse_here(xlsx(LINES))
    assert in_child(xlsx(LINES), seconds=0.0) == "takes_too_long"


def test_that_a_child_that_dies_leaves_the_screen_clean(capfd: pytest.CaptureFixture[str]) -> None:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=_serve, args=(there,), daemon=True)
    child.start()
    there.close()
    here.close()  # nothing to read: the child ends by an exception
    child.join()
    assert child.exitcode == 1
    assert capfd.readouterr() == ("", "")


def test_that_a_stray_cell_far_away_does_not_take_the_machine_down() -> None:
    body = xlsx(LINES)
    with zipfile.ZipFile(BytesIO(body)) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    assert isinstance(sheet, bytes)
    far = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    members["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", far)
    with pytest.raises(BadInput) as caught:
        read_accounts(package(members), "a.xlsx", today=TODAY)
    assert caught.value.code == "intake.too_large_inside"


@given(st.binary(max_size=600))
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_that_any_bytes_are_read_or_refused_but_never_a_fault(data: bytes) -> None:
    try:
        reading = read(data, "a.csv")
    except BadInput:
        return
    assert reading.rows >= 0


@given(st.data())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_that_a_damaged_workbook_is_read_or_refused_but_never_a_fault(data: st.DataObject) -> None:
    good = bytearray(data.draw(st.sampled_from([_XLSX, _XLS, _ODS])))
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(good), "a.xlsx")
    except BadInput as error:
        if not sentence_of(error, Lang.EN).startswith("a.xlsx"):
            pytest.fail(error.code)


_XLSX, _XLS, _ODS = xlsx(LINES), xls(LINES), ods(LINES)


def test_that_a_record_with_a_stray_quote_is_held_back_alone() -> None:
    reading = read(text(HEAD, 'A-1,"甲"测试,,1', "A-2,乙测试,,1"))
    assert faults(reading) == {(2, "row", "cells_shifted")}
    assert reading.held[0].cells[0] == ("案件编号", "A-1")
    assert len(reading.cases) == 1


def test_that_an_unquoted_thousands_comma_holds_the_row_back() -> None:
    reading = read(text(HEAD, "A-1,甲测试,,12,345.67", "A-2,乙测试,,1"))
    assert faults(reading) == {(2, "row", "cells_shifted")}


def test_that_excels_own_first_line_names_the_separator() -> None:
    reading = read(text("sep=;", "案件编号;姓名;地址", "A-1;甲测试;甲路1号,乙室"))
    assert reading.table.header_row == 2
    assert reading.cases[0][0].addresses == ((Field.OTHER_ADDRESS, "甲路1号,乙室"),)


def test_that_nothing_of_a_path_leaves_with_the_reading(tmp_path: Path) -> None:
    assert os.fspath(tmp_path) not in repr(read(text(HEAD, ROW)))
