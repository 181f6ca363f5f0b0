"""Evidently artificial records used by the tests of records and documents."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from visitdesk.cases.model import AddressKind, CaseId, VisitId
from visitdesk.money import Money
from visitdesk.people.model import CollectorId
from visitdesk.records.model import (
    BorrowerSignature,
    ConductAnswer,
    ConductItem,
    Content,
    Demeanour,
    Evidence,
    EvidenceId,
    EvidenceKind,
    FiguresTold,
    Followed,
    IdentityCheck,
    Met,
    Offer,
    OfferKind,
    Paper,
    PaperLeft,
    PaperReceived,
    PersonMet,
    PersonRole,
    Record,
    RecordId,
    Recording,
    RecordState,
    Revision,
    Shown,
    TeamMember,
    TeamSignature,
    Times,
    VisitFacts,
)
from visitdesk.records.root import root

AT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
STATEMENT = (
    "我叫王𠮷喆，这笔钱是我借的，我没有不认。去年十月厂里停工以后我就没有工资了，家里老人住院，花了三万多。\n"
    "  你们说的罚息我不同意，合同上写的是18%，我要求你们把明细给我。我现在一个月最多能拿出800.00元，"
    "希望分24期还，第一期放在12月25日。以后有事请先打电话，不要在晚上来。"
)
ACCOUNT = (
    "两名外访员于门外出示工作证和授权委托书，核对借款人身份证后说明来意，宣读并送交权利告知书。借款人在门口交谈约"
    "二十分钟，情绪平稳，自述因停工及老人住院暂无力一次还清，提出分24期归还的想法，并对罚息计算提出异议。外访员未作"
    "任何承诺，告知方案须由贷款机构决定，当场送交异议申请表并给予回执。未进入住所，未与邻居交谈。"
)


def facts(number: str = "V0001", borrower: str = "王𠮷喆") -> VisitFacts:
    return VisitFacts(
        visit=VisitId(number),
        case=CaseId("A-2026-0001"),
        lender="虚构消费金融有限公司",
        agency="虚构外访服务有限公司",
        branch="虚构市示例网点",
        borrower=borrower,
        id_masked="440301********0011",
        address="广东省虚构市样例区示范路 88 号乙栋 3 单元 1502 室",
        address_kind=AddressKind.HOME,
        time_zone="Asia/Shanghai",
        purpose="说明账户情况，听取借款人意见，核对联系方式",
        planned=(AT, AT + timedelta(minutes=30)),
        team=(
            TeamMember(id=CollectorId("C01"), name="样本甲", badge="WF-0001"),
            TeamMember(id=CollectorId("C02"), name="样本乙", badge="WF-0002"),
        ),
        authority_number="SQ-2026-1101",
        authority_until=date(2026, 12, 31),
        notice_sent_at=AT - timedelta(days=1),
        notice_channel="sms",
        check_ins=(
            (CollectorId("C01"), "departed", AT - timedelta(minutes=25)),
            (CollectorId("C01"), "arrived", AT + timedelta(minutes=4)),
            (CollectorId("C01"), "at_door", AT + timedelta(minutes=6)),
            (CollectorId("C01"), "left", AT + timedelta(minutes=31)),
        ),
    )


def evidence(number: int = 1) -> Evidence:
    return Evidence(
        id=EvidenceId(f"E{number}"),
        kind=EvidenceKind.PHOTO,
        caption="单元门牌（无人员、无住所内部）",
        taken_at=AT + timedelta(minutes=5),
        taken_by=CollectorId("C02"),
        digest="3f" * 32,
        size=2_481_233,
        original="aa" * 32,
        print_copy="bb" * 32,
        width=1600,
        height=1200,
        distance_m=12.0,
        accuracy_m=8.0,
    )


def content() -> Content:
    team = facts().team
    return Content(
        met=Met.BORROWER,
        followed=(Followed.OBJECTS, Followed.PLAN_REQUESTED, Followed.CANNOT_PAY),
        people=(
            PersonMet(role=PersonRole.BORROWER, name="王𠮷喆", identity=IdentityCheck.DOCUMENT),
            PersonMet(role=PersonRole.ADULT_HOUSEHOLD),
        ),
        times=Times(arrived=AT + timedelta(minutes=4), left=AT + timedelta(minutes=31)),
        recording=Recording.MADE,
        recording_reference="REC-20261125-0004",
        shown=(
            (Shown.WORK_BADGES, AT + timedelta(minutes=6)),
            (Shown.AUTHORITY_LETTER, AT + timedelta(minutes=7)),
            (Shown.RIGHTS_NOTICE, AT + timedelta(minutes=8)),
            (Shown.PAYMENT_CHANNELS, AT + timedelta(minutes=20)),
            (Shown.COMPLAINT_CHANNELS, AT + timedelta(minutes=21)),
        ),
        figures=FiguresTold(
            outstanding=Money(Decimal("18640.52")),
            arrears=Money(Decimal("6320.00")),
            as_of=date(2026, 11, 24),
            source="贷款机构对账单",
        ),
        told="说明本次来意、账户情况和三项权利；说明方案须由贷款机构审批。",
        statement=STATEMENT,
        statement_by=PersonRole.BORROWER,
        read_back=True,
        copy_wanted=True,
        account=ACCOUNT,
        demeanour=(Demeanour.CALM, Demeanour.POLITE),
        offers=(
            Offer(
                by_borrower=True,
                kind=OfferKind.EVEN,
                instalments=24,
                first_due=date(2026, 12, 25),
                each=Money(Decimal("800.00")),
            ),
        ),
        objection="对罚息的计算方式和金额有异议，要求提供明细。",
        hardship="停工无工资；家中老人住院。",
        papers_left=(
            PaperLeft(paper=Paper.RIGHTS_NOTICE, to=PersonRole.BORROWER),
            PaperLeft(paper=Paper.OBJECTION_FORM, to=PersonRole.BORROWER),
            PaperLeft(paper=Paper.OBJECTION_RECEIPT, to=PersonRole.BORROWER),
        ),
        papers_received=(PaperReceived(words="住院费用清单复印件", pages=2, evidence=EvidenceId("E1")),),
        conduct=tuple(ConductAnswer(item=item, kept=True) for item in ConductItem),
        evidence=(evidence(),),
        signatures=tuple(TeamSignature(collector=one.id, at=AT + timedelta(hours=2)) for one in team),
        borrower_signature=BorrowerSignature.SIGNED,
    )


def final(number: str = "V0001", told: Content | None = None, borrower: str = "王𠮷喆") -> Record:
    known, said = facts(number, borrower), told or content()
    salt = bytes(range(32))
    record_id = RecordId(f"R-{number}")
    first = Revision(
        number=1,
        content=said,
        at=AT + timedelta(hours=5),
        by="supervisor",
        reason="",
        root=root(record_id, 1, known, said, salt),
    )
    return Record(
        id=record_id,
        facts=known,
        content=said,
        state=RecordState.FINAL,
        written_by="clerk",
        opened_at=AT + timedelta(hours=1),
        salt=salt,
        submitted_by="clerk",
        submitted_at=AT + timedelta(hours=3),
        reviewed_by="supervisor",
        finalised_at=AT + timedelta(hours=5),
        revisions=(first,),
        version=4,
    )


def corrected() -> Record:
    record = final()
    said = replace(record.content, objection="对罚息的计算方式有异议，要求提供自2025年10月起的明细。")
    proof = root(record.id, 2, record.facts, said, record.salt)
    second = Revision(
        number=2,
        content=said,
        at=AT + timedelta(days=1),
        by="supervisor",
        reason="借款人来电补充：明细自2025年10月起。",
        root=proof,
    )
    return replace(record, content=said, revisions=(*record.revisions, second))
