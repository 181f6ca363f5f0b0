"""The account file as it comes from a lender: GB18030, a title above the headers, mixed notations, wrong rows, a total.

What is wrong is wrong on purpose: those rows are held back, every one with its reason, and nothing of them is lost.
"""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import StringIO

from visitdesk.cases.model import DebtKind
from visitdesk.demo.invention import LENDER, InventedCase

NAME = "accounts-gb18030.csv"
ENCODING = "gb18030"
_HEADERS = (
    "序号",
    "案件编号",
    "借款人姓名(必填)",
    "身份证号码",
    "手机号",
    "委托方",
    "合同编号",
    "产品名称",
    "剩余本金(元)",
    "逾期利息",
    "罚息",
    "逾期金额",
    "欠款总额",
    "逾期天数",
    "放款日期",
    "最后还款日",
    "家庭住址",
    "单位地址",
    "备注",
)
_PRODUCTS = {
    DebtKind.CREDIT_CARD: "信用卡分期",
    DebtKind.CONSUMER_LOAN: "消费贷",
    DebtKind.MICRO_LOAN: "小额贷款",
    DebtKind.OTHER: "其他",
}
HELD_BACK = 4
"""Rows of every file that are held back."""

REPEATED = 1
"""Rows of every file that only repeat another."""


def account_file(cases: Sequence[InventedCase], today: date) -> bytes:
    """The file's bytes."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow([f"{LENDER}　委案明细（演示数据，全部虚构）"])
    rows.writerow([])
    rows.writerow(_HEADERS)
    wrong = _wrong(cases[0])
    for number, case in enumerate(cases, 1):
        rows.writerow(_row(number, case))
        if number <= len(wrong):
            rows.writerow(wrong[number - 1])
    for left in wrong[len(cases) :]:
        rows.writerow(left)
    rows.writerow(_row(1, cases[0]))
    total = sum((case.principal for case in cases), Decimal(0))
    rows.writerow(["合计", "", "", "", "", "", "", "", f"{total:,.2f}"])
    rows.writerow([f"制表：演示　数据日期：{today:%Y-%m-%d}"])
    return text.getvalue().encode(ENCODING)


def _row(number: int, case: InventedCase) -> list[str]:
    """One row; notation changes from row to row, as where several hands fill one sheet."""
    dates = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日")
    style = dates[number % len(dates)]
    phone = case.phone if number % 3 else f"{case.phone[:3]}-{case.phone[3:7]}-{case.phone[7:]}"
    spaced = f"{case.id_number[:6]} {case.id_number[6:14]} {case.id_number[14:]}"
    return [
        str(number),
        case.number,
        case.name if number % 5 else f" {case.name} ",
        case.id_number if number % 4 else spaced,
        phone,
        LENDER,
        case.contract,
        _PRODUCTS[case.kind],
        f"{case.principal:,.2f}" if number % 2 else f"{case.principal}",
        f"{case.interest}元" if number % 6 == 0 else f"{case.interest}",
        f"{case.penalty}",
        f"{case.arrears}",
        f"¥{case.outstanding:,.2f}" if number % 3 == 0 else f"{case.outstanding}",
        str(case.days_past_due),
        case.opened_on.strftime(style),
        case.last_paid_on.strftime(style),
        case.address,
        case.work_address,
        "演示" if number % 9 == 0 else "",
    ]


def _wrong(case: InventedCase) -> list[list[str]]:
    """Rows with one fault each: check digit, destroyed phone number, no name, an amount in words."""
    last = "0" if case.id_number[-1] != "0" else "1"
    samples = [
        replace(case, number="YS-W-0001", id_number=case.id_number[:-1] + last, contract="HTW1"),
        replace(case, number="YS-W-0002", phone="1.54E+10", contract="HTW2"),
        replace(case, number="YS-W-0003", name="", contract="HTW3"),
        replace(case, number="YS-W-0004", contract="HTW4"),
    ]
    rows = [_row(1, sample) for sample in samples]
    rows[3][8] = "见附件"
    return rows
