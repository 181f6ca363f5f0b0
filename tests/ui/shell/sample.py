"""A sample page with everything the shell offers; invented people."""

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.chart import Bars, Point
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.levels import level_icon
from visitdesk.ui.shell.page import Page, PageSpec, SideCard
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.table import Column, Table
from visitdesk.ui.shell.tile import FigureTile
from visitdesk.ui.shell.tokens import Level, Type
from visitdesk.ui.shell.widgets import Button, Card, Segments, Tag, Text, column, row


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A row."""

    id: str
    name: str
    days: int
    cents: int


ROWS = tuple(
    Sample(id=f"C-2026-{i:05}", name=name, days=30 + i, cents=100_000 * i + 55)
    for i, name in enumerate(
        ("张示例", "王测试", "李演示", "赵样本", "陈虚构", "周假设", "吴范例", "郑试用", "钱样例"), 1
    )
)


def _verdict(one: Sample) -> tuple[Icon, str]:
    return (Icon.PROHIBITED, "error") if one.days % 2 else (Icon.CHECKMARK_CIRCLE, "ok")


COLUMNS: tuple[Column[Sample], ...] = (
    Column(key="id", title=lambda: "案件号", text=lambda r: r.id, width=130),
    Column(key="name", title=lambda: "借款人", text=lambda r: r.name, width=90, bold=True),
    Column(
        key="days", title=lambda: "逾期天数", text=lambda r: str(r.days), sort=lambda r: r.days, right=True, width=90
    ),
    Column(
        key="sum",
        title=lambda: "应还",
        text=lambda r: f"{r.cents / 100:,.2f}",
        sort=lambda r: r.cents,
        right=True,
        width=110,
        box=lambda r: "error" if r.days % 3 == 0 else "",
    ),
    Column(
        key="verdict",
        title=lambda: "合规结论",
        text=lambda r: "不可外访" if r.days % 2 else "可外访",
        picture=_verdict,
        tone=lambda r: _verdict(r)[1],
        width=130,
    ),
    Column(key="where", title=lambda: "地址", text=lambda _: "样本区演示路 12 号", stretch=True, width=120),
)


class SamplePage(Page):
    """The sample."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, name="today")
        self.title.setText("今日")
        self.subtitle.setText("11月24日 周二，早上好，赵样本")
        self.finished = 0
        self.bind(Key.PRINT, lambda: None)
        self.bind(Key.FINISH, self._finish)
        self.add_deed(Key.PRINT)
        self.add_deed(Key.FINISH, accent=True)
        self.add_filter("all", lambda: "全部", count=1204)
        self.add_filter("bad", lambda: "需处理", count=4, picture=level_icon(Level.OVERDUE))
        self.add_filter("soon", lambda: "即将到时", count=2, picture=level_icon(Level.REMINDER))
        self.hint.setText("筛选不会隐藏告警")
        self.table: Table[Sample] = Table(COLUMNS, lambda r: r.id, name="sample.table", label=lambda: "案件")
        self.table.set_rows(ROWS)
        self.table.row_selected.connect(self._selected)
        self.set_content(self._content())
        self.set_side(self._panel())

    def _finish(self) -> None:
        self.finished += 1

    def _selected(self, one: Sample | None) -> None:
        self.select(Selection(kind="case", id=one.id) if one else None)

    def _content(self) -> QWidget:
        tiles = []
        for name, figure, note in (
            ("今日外访", "46", "已完成 12"),
            ("在外小组", "6", "全部按时"),
            ("未排入", "4", "2 个可排"),
        ):
            tile = FigureTile(name=f"tile.{name}")
            tile.show_figure(name, figure, note)
            tiles.append(tile)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.add(self.table, stretch=1)
        bars = Bars(name="sample.bars")
        days = ((18, 30, 34), (19, 33, 40), (20, 44, 44), (21, 37, 40), (22, 20, 22), (23, 17, 18), (24, 12, 46))
        points = [Point(label=f"11-{d}", value=v, planned=p, words=f"{v}/{p}", strong=d == 24) for d, v, p in days]
        bars.show_points(points, "近 7 日外访")
        chart = Card("近 7 日外访")
        chart.add(bars, stretch=1)
        chart.head.addWidget(Tag("实心：完成"))
        content = QWidget()
        layout = column(gap=12)
        layout.addLayout(row(*tiles, gap=12))
        layout.addWidget(card, 1)
        layout.addWidget(chart)
        content.setLayout(layout)
        return content

    @staticmethod
    def _panel() -> SideCard:
        side = SideCard("sample.side")
        side.head.addWidget(Text("行前准备", Type.TILE))
        form = Form(name="sample.form")
        form.add("sample.id", lambda: "证件号", QLineEdit("11000000"), required=True)
        form["sample.id"].set_fault("读到 17 位，应为 18 位。请对照合同补齐，或暂存此行。")
        place = QComboBox()
        place.addItems(["门外", "经同意进入"])
        form.add("sample.place", lambda: "地点", place)
        minutes = QSpinBox()
        minutes.setValue(25)
        form.add("sample.minutes", lambda: "停留时间", minutes, unit=lambda: "分钟", hint=lambda: "1 到 90 分钟")
        side.body.addWidget(form)
        badge = QCheckBox("已出示工作证")
        badge.setChecked(True)
        side.body.addWidget(badge)
        who = Segments((("self", "本人"), ("other", "同住成年人"), ("none", "无人")), name="sample.who", label="见到谁")
        who.set_value("self")
        side.body.addWidget(who)
        side.body.addLayout(row(Tag("缺", tone="warning"), Tag("不宜工作地", tone="accent"), Tag("本人"), 1))
        side.body.addStretch(1)
        side.foot.addWidget(Button("打印外访资料包", icon=Icon.PRINT, name="sample.print"))
        return side


def specs() -> tuple[PageSpec, ...]:
    """The sample as today's page."""
    return (PageSpec(key="today", station=Station.TODAY, make=SamplePage),)
