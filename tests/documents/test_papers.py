"""Each paper: what must stand on it, what may not, in both languages."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tests.documents.papers import cards, objection, rights, route, statement, values
from tests.documents.reading import HOUSE, insides, texts, whole_text
from tests.records.samples import STATEMENT, content, corrected, final
from visitdesk.documents import call_back_card, rights_notice, route_sheet, statement_of_account, visit_record
from visitdesk.documents import objection as objection_paper
from visitdesk.documents.lint import debt_words, require_neutral
from visitdesk.documents.words import words_of
from visitdesk.errors import BadInput
from visitdesk.records.model import Copy, Demeanour, Met
from visitdesk.records.root import proved_root
from visitdesk.wording import Lang

BOTH = pytest.mark.parametrize("lang", list(Lang))
ALL_PAPERS: dict[str, Callable[[Lang], bytes]] = {
    "file": lambda lang: visit_record.render(values(Copy.FILE), lang),
    "court": lambda lang: visit_record.render(values(Copy.COURT), lang),
    "borrower": lambda lang: visit_record.render(values(Copy.BORROWER), lang),
    "third_person": lambda lang: visit_record.render(values(Copy.THIRD_PERSON), lang),
    "route": lambda lang: route_sheet.render(route(), lang),
    "rights": lambda lang: rights_notice.render(rights(), lang),
    "cards": lambda lang: call_back_card.render(cards(), lang),
    "statement": lambda lang: statement_of_account.render(statement(), lang),
    "objection": lambda lang: objection_paper.render(objection(), lang),
}


@BOTH
@pytest.mark.parametrize("name", ALL_PAPERS)
def test_that_a_paper_is_the_same_bytes_twice_and_has_words_on_each_page(name: str, lang: Lang) -> None:
    first = ALL_PAPERS[name](lang)
    assert first == ALL_PAPERS[name](lang)
    assert all(page.strip() for page in texts(first))
    assert "\ufffe" not in "".join(texts(first))


@BOTH
@pytest.mark.parametrize(("name", "pages"), [("rights", 1), ("objection", 1), ("third_person", 1), ("cards", 2)])
def test_that_short_papers_keep_to_their_sheet(name: str, pages: int, lang: Lang) -> None:
    assert len(texts(ALL_PAPERS[name](lang))) == pages


@BOTH
@pytest.mark.parametrize("name", ["file", "court", "borrower"])
def test_that_a_record_has_two_to_four_pages(name: str, lang: Lang) -> None:
    assert 2 <= len(texts(ALL_PAPERS[name](lang))) <= 4


def test_that_the_record_shows_the_statement_to_the_letter_and_the_account_apart() -> None:
    found = whole_text(ALL_PAPERS["file"](Lang.ZH))
    for part in STATEMENT.split("。"):
        assert "".join(part.split()) in found or "第" in part
    assert found.index("四、借款人陈述") < found.index("我叫王𠮷喆") < found.index("五、外访员说明")


@pytest.mark.parametrize(
    "must", ["样本甲", "WF-0001", "SQ-2026-1101", "10:04", "提出异议", "答复异议", "3f3f3f3f", "装"]
)
def test_that_a_file_copy_has_what_a_record_must_contain(must: str) -> None:
    assert must in whole_text(ALL_PAPERS["file"](Lang.ZH))


def test_that_the_borrowers_copy_has_no_internal_notes_anywhere_in_the_file() -> None:
    told = replace(content(), demeanour=(Demeanour.LOUD,), account="内部说明：门锁已换，车库有车。")
    pdf = visit_record.render(values(Copy.BORROWER, final(told=told)), Lang.ZH)
    assert "我叫王𠮷喆" in whole_text(pdf)
    assert "您的权利" in whole_text(pdf)
    inside = insides(pdf)
    for hidden in ("车库有车", "大声", "行为核对", "单元门牌"):
        assert hidden.encode() not in inside
        assert hidden not in whole_text(pdf)


def carried(pdf: bytes) -> dict[str, object]:
    with pikepdf.open(BytesIO(pdf)) as file:
        found: dict[str, object] = json.loads(file.attachments["record.json"].get_file().read_bytes())
    return found


def test_that_all_copies_carry_the_same_root_and_prove_it() -> None:
    record = final()
    for copy in (Copy.FILE, Copy.LENDER, Copy.BORROWER):
        inside = carried(visit_record.render(values(copy, record), Lang.ZH))
        assert inside["root"] == record.root == proved_root(inside)


def test_that_corrections_stand_in_line_with_both_texts() -> None:
    found = whole_text(ALL_PAPERS["court"](Lang.ZH))
    assert "要求提供明细。" in found
    assert "要求提供自2025年10月起的明细。" in found
    assert "借款人来电补充" in found


@BOTH
def test_that_a_third_persons_copy_tells_nothing_of_the_debt_anywhere_in_the_file(lang: Lang) -> None:
    pdf = visit_record.render(values(Copy.THIRD_PERSON), lang)
    assert debt_words("".join(texts(pdf))) == ()
    with pikepdf.open(BytesIO(pdf)) as file:
        assert not file.attachments
        assert debt_words(str(file.docinfo.get("/Title", ""))) == ()
    inside = insides(pdf)
    for hidden in ("王𠮷喆", "借款", "消费金融", "A-2026-0001", "停工", "示范路", final().root):
        assert hidden.encode() not in inside
        assert hidden.encode("utf-16-be") not in inside


@BOTH
@pytest.mark.parametrize("name", ["route", "cards"])
def test_that_route_sheet_and_card_are_safe_in_a_strangers_hand(name: str, lang: Lang) -> None:
    found = "".join(texts(ALL_PAPERS[name](lang))).replace("银行路", "").replace("贷某", "")
    assert debt_words(found) == ()


@BOTH
@pytest.mark.parametrize("paper", ["route_sheet", "call_back_card"])
def test_that_no_fixed_word_of_a_neutral_paper_tells_of_a_debt(paper: str, lang: Lang) -> None:
    require_neutral(*words_of(paper, lang).every())


def test_that_a_debt_word_typed_into_a_neutral_paper_stops_it() -> None:
    stop = replace(route().stops[0], entrance="欠款人住二楼")
    with pytest.raises(BadInput, match=r"documents\.debt_word"):
        route_sheet.render(replace(route(), stops=(stop,)), Lang.ZH)
    neutral = replace(HOUSE, neutral_name="虚构贷款公司")
    with pytest.raises(BadInput, match=r"documents\.debt_word"):
        call_back_card.render(replace(cards(), house=neutral), Lang.ZH)
    with pytest.raises(BadInput, match=r"documents\.debt_word"):
        visit_record.render(replace(values(Copy.THIRD_PERSON), house=neutral), Lang.ZH)


@pytest.mark.parametrize("word", ["逾期", "ＣＮＹ", "还 款", "Your loan", "overdue"])
def test_that_the_lint_sees_through_widths_blanks_and_capitals(word: str) -> None:
    assert debt_words(f"请联系{word}")


def test_that_the_lint_lets_plain_words_pass() -> None:
    assert debt_words("请您方便时来电，谢谢。We called today.") == ()


@pytest.mark.parametrize(
    "must", ["10:00–10:25", "应报10:30", "北门登记", "400-000-0000", "400-000-0009", "休息12:00–12:45", "▲"]
)
def test_that_the_route_sheet_has_times_places_and_whom_to_ring(must: str) -> None:
    assert must in whole_text(ALL_PAPERS["route"](Lang.ZH))


def test_that_a_long_route_repeats_its_head_on_each_page() -> None:
    pages = texts(route_sheet.render(route(24), Lang.ZH))
    assert len(pages) > 2
    assert sum("地址与进门提示" in page for page in pages) >= 2


@pytest.mark.parametrize("must", ["知情", "申辩", "隐私", "拒绝", "18,640.52", "12378", "贷款机构官方应用", "可不签"])
def test_that_the_rights_notice_says_what_the_law_wants_said(must: str) -> None:
    assert must in whole_text(ALL_PAPERS["rights"](Lang.ZH))


def test_that_a_missing_glyph_in_a_record_names_its_field() -> None:
    record = final(borrower="王\U00031234")
    with pytest.raises(BadInput, match=r"documents\.no_glyph") as caught:
        visit_record.render(values(Copy.FILE, record), Lang.ZH)
    assert caught.value.facts["field"] == "facts.borrower"


@BOTH
@pytest.mark.parametrize("met", [Met.NOBODY, Met.BROKEN_OFF, None])
def test_that_a_bare_draft_can_be_previewed(met: Met | None, lang: Lang) -> None:
    bare = replace(final(told=replace(content(), met=met, followed=(), statement="", evidence=())), revisions=())
    pdf = visit_record.render(replace(values(Copy.FILE, bare), draft=True, photos={}), lang)
    assert {Lang.ZH: "草稿", Lang.EN: "Draft"}[lang] in whole_text(pdf)
    assert "VD1|" not in whole_text(pdf)


def test_that_cards_without_recipients_are_refused() -> None:
    with pytest.raises(BadInput, match=r"documents\.no_card"):
        call_back_card.render(cards(0), Lang.ZH)


def test_that_a_statement_keeps_the_parts_apart_and_adds_exactly() -> None:
    found = whole_text(ALL_PAPERS["statement"](Lang.ZH))
    for must in ("11,600.00", "640.20", "400.84", "12,641.04", "截至2026年11月24日", "CNY"):
        assert must in found
    with pytest.raises(BadInput, match=r"documents\.no_account"):
        statement_of_account.render(replace(statement(), lines=()), Lang.ZH)


def test_that_every_member_of_a_larger_team_has_a_place_to_sign() -> None:
    record = final()
    third = replace(record.facts.team[0], name="样本丙")
    larger = replace(record, facts=replace(record.facts, team=(*record.facts.team, third)))
    found = whole_text(visit_record.render(values(Copy.FILE, larger), Lang.ZH))
    assert "样本丙" in found[found.rindex("签字样本甲") :]


def test_that_a_corrected_outcome_reads_in_words_not_in_codes() -> None:
    record = corrected()
    told = replace(record.content, met=Met.NOBODY, followed=(), read_back=False)
    second = replace(record.revisions[1], content=told)
    changed = replace(record, content=told, revisions=(record.revisions[0], second))
    found = whole_text(visit_record.render(values(Copy.COURT, changed), Lang.ZH))
    part = found[found.index("十、更正") :]
    assert "见到本人" in part
    assert "提出异议、申请分期、暂无能力" in part
    assert "met_borrower" not in part


def test_that_a_duress_signal_never_stands_on_a_record() -> None:
    record = final()
    signals = tuple((record.facts.team[0].id, word, record.opened_at) for word in ("duress", "help", "wrong_pin"))
    facts = replace(record.facts, check_ins=(*record.facts.check_ins, *signals))
    pdf = visit_record.render(values(Copy.FILE, replace(record, facts=facts, revisions=())), Lang.ZH)
    assert "报到：到达" in whole_text(pdf)
    assert "求助" not in whole_text(pdf)
    assert "records." not in whole_text(pdf)
