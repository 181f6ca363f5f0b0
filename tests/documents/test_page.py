"""Pages: fonts that search and copy right, heads, feet, tables, contents, the same bytes again."""

import hashlib
from io import BytesIO

import pikepdf
import pytest

from tests.documents.reading import insides, texts, whole_text
from visitdesk.documents.faces import FACE_FILES, Role
from visitdesk.documents.page import Furniture, Paper, Span, compose
from visitdesk.documents.style import BODY, LANDSCAPE, SPOKEN
from visitdesk.documents.table import Cell
from visitdesk.errors import BadInput
from visitdesk.paths import resource
from visitdesk.wording import Lang

HASHES = {
    "NotoSerifSC-Regular.ttf": "2d7b7d55a07ea147127c6ee523fdd3e9c4603ac643f232d076f29a54717d0196",
    "NotoSerifSC-Bold.ttf": "9d346cfb1c98a87716ce0106d6714ad9706165c5ae4e93a316afee0ec93f4355",
    "NotoSansSC-Regular.ttf": "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    "NotoSansSC-Bold.ttf": "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    "LXGWWenKai-Regular.ttf": "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
}


def plain(*paragraphs: str, lang: Lang = Lang.ZH) -> bytes:
    def story(paper: Paper) -> None:
        for words in paragraphs:
            paper.paragraph(words)

    return compose(story, title="试", lang=lang, furniture=Furniture(numbered=False))


def test_that_rare_names_print_and_come_back_from_both_planes() -> None:
    names = "王𠮷喆 李翀 张𬱖 陈㛃 赵龘 欧阳镕 司马𬭎"
    assert "王𠮷喆" in whole_text(plain(names))
    assert "".join(names.split()) == whole_text(plain(names))


def test_that_the_whole_chinese_block_comes_back_as_it_was_drawn() -> None:
    block = "".join(chr(point) for point in range(0x4E00, 0x9FA6, 4))
    assert whole_text(plain(block)) == block


def test_that_characters_sharing_a_glyph_are_told_apart_when_copied() -> None:
    twins = "⼀一⻛风⼈人"
    assert whole_text(plain(twins)) == twins


def test_that_gaps_and_justified_lines_bring_no_blanks_into_copied_text() -> None:
    words = "截至2026年11月24日，未还余额3,000.00元，分12期，住A栋7楼VIP室，请于15日前来电400-000-0000。" * 4
    assert "".join(texts(plain(words))).replace("\n", "").strip() == words


def test_that_no_font_is_left_outside_the_file_and_helvetica_is_nowhere() -> None:
    with pikepdf.open(BytesIO(plain("甲乙A1", "Please call us."))) as pdf:
        fonts = [one for page in pdf.pages for one in dict(page.obj.Resources.Font.items()).values()]
        assert fonts
        for font in fonts:
            assert font.Subtype == "/Type0"
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    assert b"Helvetica" not in insides(plain("甲"))


def test_that_the_same_words_make_the_same_bytes() -> None:
    words = "同样的数据，同样的字节。𠮷"
    assert plain(words) == plain(words)
    assert plain(words) != plain(words + "。")


def test_that_the_twentieth_paper_of_a_process_has_the_bytes_of_the_first() -> None:
    words = "先生成的和后生成的，字节一样。"
    first = plain(words)
    for number in range(20):
        plain(f"第 {number} 份")
    assert plain(words) == first


def test_that_every_page_says_which_it_is_of_how_many() -> None:
    pdf = compose(lambda paper: paper.paragraph("字\n" * 120), title="试", lang=Lang.ZH)
    pages = texts(pdf)
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in "".join(page.split())


def test_that_a_table_repeats_its_head_and_loses_no_row() -> None:
    rows = [[f"行{number}", "值"] for number in range(90)]
    pdf = compose(lambda paper: paper.table([1, 1], rows, head=["项目", "说明"]), title="试", lang=Lang.ZH)
    pages = texts(pdf)
    assert len(pages) > 1
    assert all("项目" in page for page in pages)
    found = "".join(pages)
    assert all(f"行{number}\n" in found or f"行{number} " in found for number in range(90))


def test_that_a_row_taller_than_the_page_goes_on_with_the_next() -> None:
    rows = [["长", "很长的一格，" * 900]]
    bare = Furniture(numbered=False)
    pdf = compose(lambda paper: paper.table([1, 4], rows), title="试", lang=Lang.ZH, furniture=bare)
    assert len(texts(pdf)) > 1
    assert whole_text(pdf).replace("长很长", "很长", 1).count("很长的一格") == 900


def test_that_contents_name_the_right_pages() -> None:
    def story(paper: Paper) -> None:
        paper.title("手册")
        paper.contents()
        for number in range(1, 6):
            paper.new_page()
            paper.heading(f"第{number}节")
            paper.paragraph("内容")

    pages = texts(compose(story, title="手册", lang=Lang.ZH))
    for number in range(1, 6):
        assert f"第{number}节" in pages[number]
        assert f"第{number}节{number + 1}" in "".join(pages[0].split())


def test_that_a_heading_is_never_left_alone_at_the_foot() -> None:
    for filler in range(36, 44):

        def story(paper: Paper, filler: int = filler) -> None:
            paper.paragraph("行\n" * filler)
            paper.heading("小标题", 2)
            paper.paragraph("正文一\n正文二\n正文三")

        page = next(page for page in texts(compose(story, title="试", lang=Lang.ZH)) if "小标题" in page)
        assert "正文一" in page


def test_that_a_missing_glyph_stops_the_paper() -> None:
    with pytest.raises(BadInput, match=r"documents\.no_glyph"):
        plain("名字：\U00031234")


def test_that_a_box_runs_over_pages_whole() -> None:
    bare = Furniture(numbered=False)
    words = ["一句话。" * 1500]
    pdf = compose(lambda paper: paper.callout("提示", words, SPOKEN), title="试", lang=Lang.ZH, furniture=bare)
    assert len(texts(pdf)) > 1
    assert whole_text(pdf).count("一句话") == 1500


def test_that_a_landscape_frame_and_free_text_work_for_certificates() -> None:
    def story(paper: Paper) -> None:
        paper.text_at(100, 100, (Span("合格证", Role.TITLE),), BODY, 300)

    with pikepdf.open(BytesIO(compose(story, title="证", lang=Lang.ZH, layout=LANDSCAPE))) as pdf:
        box = [float(one) for one in pdf.pages[0].mediabox]
    assert box[2] > box[3]


def test_that_the_file_says_its_language_title_and_structure() -> None:
    def story(paper: Paper) -> None:
        paper.title("Handbook")
        paper.bullets(["one", "two"], numbered=True)
        paper.table([1, 1], [[Cell(words="a", head=True), "b"]])

    with pikepdf.open(BytesIO(compose(story, title="Handbook", lang=Lang.EN))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.MarkInfo.Marked
        tags = {
            str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one
        }
        meta = pdf.Root.Metadata.read_bytes()
    assert {"/Document", "/H1", "/L", "/LI", "/LBody", "/Table", "/TR", "/TH", "/TD"} <= tags
    assert b"<pdfaid:part>3</pdfaid:part>" in meta
    assert b"<pdfuaid:part>1</pdfuaid:part>" in meta


def test_that_the_shipped_faces_are_the_ones_that_were_looked_at() -> None:
    for name in FACE_FILES:
        data = resource("fonts", name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == HASHES[name], name
