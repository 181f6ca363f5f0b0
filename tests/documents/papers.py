"""The papers of a day with evidently artificial values, for tests."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO

from PIL import Image

from tests.documents.reading import HOUSE
from tests.records.samples import AT, content, corrected, final
from visitdesk.documents.call_back_card import CallBackCards, Card
from visitdesk.documents.objection import ObjectionForm
from visitdesk.documents.rights_notice import RightsNotice
from visitdesk.documents.route_sheet import RouteMember, RouteSheet, RouteStop
from visitdesk.documents.statement_of_account import AccountLine, AccountStatement
from visitdesk.documents.visit_record import RecordValues
from visitdesk.money import Money
from visitdesk.records.model import Copy, EvidenceId, Record


@cache
def photo() -> bytes:
    out = BytesIO()
    Image.effect_noise((800, 600), 40).convert("RGB").save(out, "JPEG", quality=60)
    return out.getvalue()


def values(copy: Copy, record: Record | None = None) -> RecordValues:
    record = record or (corrected() if copy is Copy.COURT else final())
    return RecordValues(record=record, copy=copy, house=HOUSE, photos={EvidenceId("E1"): photo()})


def route(stops: int = 6) -> RouteSheet:
    def stop(number: int) -> RouteStop:
        arrive = AT + timedelta(minutes=45 * number)
        return RouteStop(
            code=f"WF-{number:04d}",
            address=f"虚构市样例区银行路 {80 + number} 号乙栋 {1500 + number} 室",
            arrive=arrive,
            leave=arrive + timedelta(minutes=25),
            window=(arrive - timedelta(minutes=20), arrive + timedelta(hours=2)),
            due=arrive + timedelta(minutes=30),
            entrance="北门登记，门铃 1502",
            is_high_care=number == 1,
            travel_minutes=12,
        )

    return RouteSheet(
        number="RS-20261125-T3",
        team="T3",
        house=HOUSE,
        time_zone="Asia/Shanghai",
        leave=AT - timedelta(minutes=25),
        back=AT + timedelta(hours=7),
        members=(
            RouteMember(id="C01", name="样本甲", badge="WF-1"),
            RouteMember(id="C02", name="样本乙", badge="WF-2"),
        ),
        stops=tuple(stop(number) for number in range(stops)),
        officers=(("值守甲", "400-000-0009"),),
        rest=(AT + timedelta(hours=2), AT + timedelta(hours=2, minutes=45)),
    )


def rights() -> RightsNotice:
    return RightsNotice(
        case="A-2026-0001",
        borrower="王𠮷喆",
        lender="虚构消费金融有限公司",
        agency="虚构外访服务有限公司",
        authority="SQ-2026-1101",
        team=("样本甲（WF-0001）", "样本乙（WF-0002）"),
        purpose="说明账户情况，听取您的意见",
        house=HOUSE,
        figures=content().figures,
    )


def cards(count: int = 5) -> CallBackCards:
    names = ["王𠮷喆", "李翀", "贷某", "司马某", "张某"]
    made = tuple(Card(name=names[at % 5], ask_for="样本甲", number=f"L-{at:04d}") for at in range(count))
    return CallBackCards(cards=made, house=HOUSE)


def objection() -> ObjectionForm:
    return ObjectionForm(
        case="A-2026-0001",
        lender="虚构消费金融有限公司",
        house=HOUSE,
        name="王𠮷喆",
        receipt_number="YY-0001",
        received_at=AT,
        answer_by=(AT + timedelta(days=15)).date(),
    )


def statement() -> AccountStatement:
    def line(number: int) -> AccountLine:
        return AccountLine(
            number=f"6200-{number:04d}",
            contract=f"HT-2024-{number:04d}",
            principal=Money(Decimal("5800.00")),
            interest=Money(Decimal("320.10")),
            penalty=Money(Decimal("200.42")),
            arrears=Money(Decimal("2100.00")),
            outstanding=Money(Decimal("6320.52")),
        )

    return AccountStatement(
        case="A-2026-0001",
        borrower="王𠮷喆",
        lender="虚构消费金融有限公司",
        source="贷款机构对账单",
        as_of=date(2026, 11, 24),
        lines=(line(1), line(2)),
        house=HOUSE,
    )


def many(count: int) -> list[RecordValues]:
    """Different records, as a day brings them."""
    made = []
    for number in range(count):
        told = replace(content(), account=f"{content().account}（第 {number} 号外访）")
        made.append(values(Copy.FILE, final(f"V{number:04d}", told, borrower=f"样本{chr(0x4E00 + 7 * number)}")))
    return made
