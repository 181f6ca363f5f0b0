"""The records of the day: what each team tells, with evidence, a record sent back once, one corrected after the fact."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from visitdesk.branch import Branch
from visitdesk.cases.model import Case, CaseId, Channel, ContactAttempt, PartyRole, VisitId
from visitdesk.clock import FixedClock
from visitdesk.demo.model import CLERK, SUPERVISOR, Story, Wish
from visitdesk.money import Money
from visitdesk.paths import resource
from visitdesk.records.model import (
    BorrowerSignature,
    ConductAnswer,
    ConductItem,
    Content,
    Demeanour,
    EvidenceKind,
    FiguresTold,
    Followed,
    IdentityCheck,
    Met,
    Offer,
    OfferKind,
    Paper,
    PaperLeft,
    PersonMet,
    PersonRole,
    Promise,
    RecordId,
    Recording,
    Shown,
    TeamSignature,
    Times,
    VisitFacts,
)
from visitdesk.records.service import Upload

_MINUTE = timedelta(minutes=1)
_TOLD = "说明本次来意、账户情况和三项权利；说明任何还款方案须由贷款机构审批。"
_OUTCOMES: tuple[tuple[Met, tuple[Followed, ...]], ...] = (
    (Met.BORROWER, (Followed.PLAN_REQUESTED, Followed.CANNOT_PAY)),
    (Met.NOBODY, ()),
    (Met.BORROWER, (Followed.PROMISED,)),
    (Met.THIRD_PERSON, (Followed.MESSAGE_LEFT,)),
    (Met.BORROWER, (Followed.INFORMED,)),
    (Met.ADULT_HOUSEHOLD, (Followed.REFUSES_TALK,)),
    (Met.BORROWER, (Followed.DECLINES,)),
    (Met.MOVED, ()),
    (Met.BORROWER, (Followed.SAYS_PAID,)),
    (Met.BORROWER, (Followed.REFUSES_VISITS,)),
)
_SAID: dict[Followed, str] = {
    Followed.PLAN_REQUESTED: "去年十月厂里停工以后我就没有工资了，家里老人住院，花了三万多。\n"
    "  我现在一个月最多能拿出 800 元，希望分 24 期还。以后有事请先打电话，不要在晚上来。",
    Followed.PROMISED: "这个月 28 号发工资，我先还 2,000 元，从银行 App 转，不给现金。",
    Followed.INFORMED: "情况我知道了，材料我收下，看完再给你们回电话。",
    Followed.DECLINES: "利息算得不对，明细没给我之前我不谈还款。",
    Followed.SAYS_PAID: "上个月 16 号我转过 3,500 元，你们查一下，我手机上有回单。",
    Followed.REFUSES_VISITS: "以后不要再到家里来，有事写信或者打电话。",
}
_ACCOUNTS: dict[Met, str] = {
    Met.BORROWER: "两名外访员在门外出示工作证，核对借款人身份证后说明来意，送交权利告知书。交谈在门口进行，未进入住所，"
    "未与邻居交谈，未收取任何款物。",
    Met.NOBODY: "敲门三次、等候十分钟无人应门。未向邻居打听，未张贴任何材料，随后离开。",
    Met.THIRD_PERSON: "应门者称借款人不在。外访员未说明来意，只留下不含案件内容的联系卡后离开。",
    Met.ADULT_HOUSEHOLD: "应门者称是家人，不愿交谈。外访员未提及任何账户情况，道别后离开。",
    Met.MOVED: "应门者称此处新近入住，不认识所问之人。外访员未再询问，离开后报告地址不准。",
    Met.BROKEN_OFF: "到门口四分钟后门内有人情绪激动，两名外访员按规定主动离开，随后报平安。",
}


def record_all(
    branch: Branch,
    clock: FixedClock,
    wish: Wish,
    story: Story,
    visits: Sequence[VisitId],
    *,
    pace: timedelta = timedelta(seconds=50),
) -> None:
    """Write, submit and review the records of these visits; the second is sent back once, the third corrected.

    Args:
        pace: how far the clock goes on for each.
    """
    for number, visit in enumerate(visits):
        clock.set(clock.now() + pace)
        facts = branch.papers.record_facts(visit)
        case = branch.cases.open(CaseId(facts.case)).case
        content = told(number, facts, case, wish, is_broken_off=visit == story.broken_off)
        record = RecordId(f"R-{visit}")
        _write(branch, record, facts, content, with_photo=number % 6 == 0)
        if number == 1:
            _send_back(branch, record)
            story.returned = visit
        branch.flow.follow(SUPERVISOR, branch.records.finalise(SUPERVISOR, record))
        if number == 2:
            clock.set(clock.now() + pace)
            _correct(branch, record)
            story.corrected = visit
        _note(branch, facts, content)
        story.recorded.append(visit)


def _write(branch: Branch, record: RecordId, facts: VisitFacts, content: Content, *, with_photo: bool) -> None:
    branch.records.open_draft(CLERK, facts)
    branch.records.save_draft(CLERK, record, content, version=branch.records.record(record).version)
    if with_photo and content.times.arrived is not None:
        upload = Upload(
            data=door_plate(facts.visit),
            kind=EvidenceKind.PHOTO,
            caption="单元门牌（无人员、无住所内部）",
            taken_at=content.times.arrived + _MINUTE,
            taken_by=facts.team[-1].id,
            distance_m=12.0,
            accuracy_m=8.0,
        )
        branch.records.add_evidence(CLERK, record, upload)
    branch.flow.follow(CLERK, branch.records.submit(CLERK, record))


def _send_back(branch: Branch, record: RecordId) -> None:
    """The second look finds something; the clerk mends it and hands it in again."""
    branch.flow.follow(SUPERVISOR, branch.records.return_(SUPERVISOR, record, "请写明等候的时间"))
    kept = branch.records.record(record)
    mended = replace(kept.content, account=f"{kept.content.account}（补充：等候自到达起计，外访员留有时间记录。）")
    branch.records.save_draft(CLERK, record, mended, version=kept.version)
    branch.flow.follow(CLERK, branch.records.submit(CLERK, record))


def _correct(branch: Branch, record: RecordId) -> None:
    """A correction is appended; what stood there stays beside it."""
    final = branch.records.record(record).content
    better = replace(final, account=f"{final.account}更正：核对身份所用证件为居住证。")
    branch.flow.follow(SUPERVISOR, branch.records.correct(SUPERVISOR, record, better, "证件种类写错"))


def _note(branch: Branch, facts: VisitFacts, content: Content) -> None:
    """The visit joins the contact trail, and what was said takes its effect on the case."""
    arrived = content.times.arrived or facts.planned[0]
    met = content.met is Met.BORROWER
    attempt = ContactAttempt(
        at=arrived, channel=Channel.VISIT, reached=met, with_role=PartyRole.DEBTOR if met else None, note=facts.visit
    )
    changed = branch.cases.log_attempt(CLERK, CaseId(facts.case), attempt)
    if Followed.REFUSES_VISITS in content.followed:
        changed |= branch.compliance.record_refusal(
            CLERK, CaseId(facts.case), said_at=arrived + 6 * _MINUTE, words=content.statement
        )
    if content.met is Met.MOVED:
        page = branch.cases.open(CaseId(facts.case))
        visited = next(one.address for one in page.visits if one.id == facts.visit)
        changed |= branch.cases.mark_address_dead(CLERK, page.case.id, visited, "外访记录：已搬离", page.case.version)
    branch.flow.follow(CLERK, changed)


# --- what is told -------------------------------------------------------------------------------------------------


def told(number: int, facts: VisitFacts, case: Case, wish: Wish, *, is_broken_off: bool) -> Content:
    """What the team tells of the visit of that number (from 0), in the order of the day."""
    met, followed = (Met.BROKEN_OFF, ()) if is_broken_off else _OUTCOMES[number % len(_OUTCOMES)]
    times = _times(facts)
    content = Content(
        met=met,
        followed=followed,
        times=times,
        account=_ACCOUNTS[met],
        recording=Recording.NOBODY_THERE if met in {Met.NOBODY, Met.MOVED} else Recording.MADE,
        recording_reference="" if met in {Met.NOBODY, Met.MOVED} else f"REC-{wish.day:%Y%m%d}-{number + 1:04d}",
        conduct=tuple(ConductAnswer(item=item, kept=True) for item in ConductItem),
        signatures=tuple(TeamSignature(collector=one.id, at=times.left or facts.planned[1]) for one in facts.team),
        borrower_signature=BorrowerSignature.ABSENT,
    )
    if met is Met.BORROWER:
        return _with_talk(content, number, facts, case, wish)
    return _with_others(content)


def _with_talk(content: Content, number: int, facts: VisitFacts, case: Case, wish: Wish) -> Content:
    """The borrower was met: identity, papers, figures, words, offers."""
    first, begun = content.followed[0], content.times.arrived or facts.planned[0]
    identity = IdentityCheck.DOCUMENT if number % 2 == 0 else IdentityCheck.QUESTIONS
    shown = (
        (Shown.WORK_BADGES, begun + 2 * _MINUTE),
        (Shown.RIGHTS_NOTICE, begun + 4 * _MINUTE),
        (Shown.PAYMENT_CHANNELS, begun + 8 * _MINUTE),
        (Shown.COMPLAINT_CHANNELS, begun + 9 * _MINUTE),
    )
    papers = [PaperLeft(paper=Paper.RIGHTS_NOTICE, to=PersonRole.BORROWER)]
    if first in {Followed.DECLINES, Followed.SAYS_PAID}:
        papers.append(PaperLeft(paper=Paper.OBJECTION_FORM, to=PersonRole.BORROWER))
    content = replace(
        content,
        people=(PersonMet(role=PersonRole.BORROWER, name=facts.borrower, identity=identity),),
        shown=shown,
        figures=_figures(case),
        told=_TOLD,
        statement=_SAID[first],
        statement_by=PersonRole.BORROWER,
        read_back=True,
        copy_wanted=number % 3 == 0,
        demeanour=(Demeanour.CALM, Demeanour.POLITE) if number % 4 else (Demeanour.HURRIED,),
        papers_left=tuple(papers),
        borrower_signature=BorrowerSignature.SIGNED if number % 2 == 0 else BorrowerSignature.NOT_ASKED,
    )
    if first is Followed.PLAN_REQUESTED:
        each, due = Money(Decimal("800.00")), wish.day + timedelta(days=30)
        offer = Offer(by_borrower=True, kind=OfferKind.EVEN, instalments=24, first_due=due, each=each)
        return replace(content, offers=(offer,), hardship="停工无工资；家中老人住院。")
    if first is Followed.PROMISED:
        promise = Promise(on=wish.day + timedelta(days=3), amount=Money(Decimal("2000.00")), channel="银行转账")
        return replace(content, promise=promise)
    return content


def _with_others(content: Content) -> Content:
    """Nobody, or somebody with whom nothing is spoken of: roles and no names, a neutral card at most."""
    role = {Met.THIRD_PERSON: PersonRole.THIRD_PERSON, Met.ADULT_HOUSEHOLD: PersonRole.ADULT_HOUSEHOLD}.get(
        content.met or Met.NOBODY
    )
    if role is None:
        return content
    begun = content.times.arrived
    left = PaperLeft(paper=Paper.CALL_BACK_CARD, to=role)
    return replace(
        content,
        people=(PersonMet(role=role),),
        shown=((Shown.WORK_BADGES, begun + 2 * _MINUTE),) if begun else (),
        papers_left=(left,) if content.met is Met.THIRD_PERSON else (),
    )


def _times(facts: VisitFacts) -> Times:
    """Arrival and leaving as the watch heard them; where "left" was never said, the last word stands for it, with reason."""
    arrived = _first(facts, "arrived")
    left = _first(facts, "left") or _first(facts, "safe")
    by_words = _first(facts, "left") is not None and arrived is not None
    if by_words:
        return Times(arrived=arrived, left=left)
    return Times(arrived=arrived, left=left, from_check_ins=False, reason="中止外访，离开时刻以报平安时刻为准")


def _first(facts: VisitFacts, word: str) -> datetime | None:
    return min((at for _, said, at in facts.check_ins if said == word), default=None)


def _figures(case: Case) -> FiguresTold:
    account = case.accounts[0]
    arrears = account.arrears if account.arrears.amount else account.interest + account.penalty
    return FiguresTold(outstanding=account.outstanding, arrears=arrears, as_of=account.as_of, source="贷款机构对账单")


def door_plate(visit: VisitId) -> bytes:
    """A drawn picture of a door plate that says that it is one: nobody's door was photographed."""
    picture = Image.new("RGB", (1280, 960), (176, 168, 156))
    pen = ImageDraw.Draw(picture)
    for row in range(0, 960, 60):
        pen.line(((0, row), (1280, row)), fill=(160, 152, 140), width=3)
        for column in range(0 if row % 120 else 80, 1280, 160):
            pen.line(((column, row), (column, row + 60)), fill=(160, 152, 140), width=3)
    pen.rounded_rectangle((290, 300, 990, 660), 24, fill=(34, 74, 134), outline=(235, 235, 235), width=8)
    large, small = (ImageFont.truetype(str(resource("fonts", "NotoSansSC-Bold.ttf")), size) for size in (92, 44))
    pen.text((640, 420), "示范路 演示栋", font=large, fill=(255, 255, 255), anchor="mm")
    pen.text((640, 570), f"演示图片　{visit}", font=small, fill=(235, 235, 235), anchor="mm")
    out = BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()
