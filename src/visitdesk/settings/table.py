"""The declarations: every setting once, with its default, limits and prose in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from visitdesk.errors import BadInput
from visitdesk.settings.model import Kind, Scope, Setting, SettingGroup, Words


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


_YES_NO = MappingProxyType({"unknown": _w("未核实", "Not checked"), "yes": _w("是", "Yes"), "no": _w("否", "No")})
_MINUTES, _SECONDS, _DAYS = _w("分钟", "min"), _w("秒", "s"), _w("天", "days")
_KMH, _METRES, _PIECES, _MB = _w("公里/小时", "km/h"), _w("米", "m"), _w("份", "copies"), _w("MB", "MB")

_LOOK = (
    Setting(
        key="look.theme",
        kind=Kind.CHOICE,
        default="system",
        group=SettingGroup.LOOK,
        scope=Scope.DESK,
        name=_w("外观", "Look"),
        prose=_w("浅色、深色、高对比度，或跟随系统。", "Light, dark, high contrast, or as the system says."),
        choices=MappingProxyType(
            {
                "system": _w("跟随系统", "As the system"),
                "light": _w("浅色", "Light"),
                "dark": _w("深色", "Dark"),
                "contrast": _w("高对比度", "High contrast"),
            }
        ),
    ),
    Setting(
        key="look.language",
        kind=Kind.CHOICE,
        default="zh",
        group=SettingGroup.LOOK,
        scope=Scope.DESK,
        name=_w("语言", "Language"),
        prose=_w("界面的语言，随时可换，不影响文书。", "Language of the screen; papers have their own."),
        choices=MappingProxyType({"zh": _w("中文", "中文"), "en": _w("English", "English")}),
    ),
    Setting(
        key="look.text_scale",
        kind=Kind.CHOICE,
        default="1.0",
        group=SettingGroup.LOOK,
        scope=Scope.DESK,
        name=_w("文字大小", "Text size"),
        prose=_w("放大全部文字和控件。", "Makes all text and controls larger."),
        choices=MappingProxyType(
            {"1.0": _w("标准", "Normal"), "1.15": _w("较大", "Larger"), "1.3": _w("最大", "Largest")}
        ),
    ),
    Setting(
        key="look.narrow_rail",
        kind=Kind.FLAG,
        default=False,
        group=SettingGroup.LOOK,
        scope=Scope.DESK,
        name=_w("窄导航栏", "Narrow rail"),
        prose=_w("导航栏只显示图标，不显示文字。", "The rail shows icons without their words."),
    ),
    Setting(
        key="look.motion",
        kind=Kind.FLAG,
        default=True,
        group=SettingGroup.LOOK,
        scope=Scope.DESK,
        name=_w("动态效果", "Motion"),
        prose=_w("未接手告警的边框每秒变粗一次。关闭后不动。", "Borders of unanswered alarms pulse once a second."),
    ),
)

_DESK = (
    Setting(
        key="desk.name",
        kind=Kind.TEXT,
        default="desk",
        group=SettingGroup.DESK,
        scope=Scope.DESK,
        name=_w("工作台名称", "Name of this desk"),
        prose=_w(
            "写进每一条审计日志，便于知道在哪台电脑上做的。",
            "Stands in every audit entry, to tell which computer it was.",
        ),
        minimum=1,
        maximum=40,
    ),
    Setting(
        key="desk.lock_after",
        kind=Kind.NUMBER,
        default=10,
        group=SettingGroup.DESK,
        scope=Scope.DESK,
        name=_w("无操作后锁定", "Lock when idle"),
        prose=_w(
            "多久没有操作就锁定本机。0 为不锁定。值守中的工作台只由 F12 或 Windows 锁定。",
            "Locks this desk after so long without a key or click; 0 never. A desk on watch locks only by F12 or Windows.",
        ),
        maximum=120,
        unit=_MINUTES,
    ),
    Setting(
        key="desk.log_days",
        kind=Kind.NUMBER,
        default=14,
        group=SettingGroup.DESK,
        scope=Scope.DESK,
        name=_w("保留运行日志", "Keep run logs"),
        prose=_w("运行日志不含个人信息，到期自动删除。", "Run logs hold no personal data and are deleted after this."),
        minimum=1,
        maximum=90,
        unit=_DAYS,
    ),
)

_BRANCH = (
    Setting(
        key="branch.name",
        kind=Kind.TEXT,
        default="",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("网点名称", "Name of the branch"),
        prose=_w("显示在窗口上方和所有文书上。", "Stands on top of the window and on every paper."),
        maximum=60,
    ),
    Setting(
        key="branch.agency",
        kind=Kind.TEXT,
        default="",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("催收机构", "Agency"),
        prose=_w(
            "机构全称，写在文书上；自营网点留空。", "Full name of the firm, on papers; empty for a lender's own branch."
        ),
        maximum=80,
    ),
    Setting(
        key="branch.phone",
        kind=Kind.TEXT,
        default="",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("联系与投诉电话", "Phone for questions and complaints"),
        prose=_w("写在请联系卡和权利告知书上。", "Stands on the call-back card and the rights notice."),
        maximum=40,
    ),
    Setting(
        key="branch.neutral_name",
        kind=Kind.TEXT,
        default="",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("对外中性名称", "Neutral name"),
        prose=_w(
            "路线单和请联系卡上第三人可以看到的名称，不能让人想到借款。",
            "What third persons may read on route sheets and cards: nothing that tells of lending.",
        ),
        maximum=40,
    ),
    Setting(
        key="branch.time_zone",
        kind=Kind.TEXT,
        default="Asia/Shanghai",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("时区", "Time zone"),
        prose=_w("屏幕和文书上的时间按这个时区显示。", "Screens and papers show times in this zone."),
        minimum=1,
        maximum=40,
    ),
    Setting(
        key="branch.depot_lat",
        kind=Kind.DECIMAL,
        default=0.0,
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("出发点纬度", "Latitude of the depot"),
        prose=_w("小组出发和返回的地点，WGS-84。", "Where teams leave from and return to, WGS-84."),
        decimals=6,
        minimum=-90.0,
        maximum=90.0,
    ),
    Setting(
        key="branch.depot_lon",
        kind=Kind.DECIMAL,
        default=0.0,
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("出发点经度", "Longitude of the depot"),
        prose=_w("小组出发和返回的地点，WGS-84。", "Where teams leave from and return to, WGS-84."),
        decimals=6,
        minimum=-180.0,
        maximum=180.0,
    ),
    Setting(
        key="branch.agency_listed",
        kind=Kind.CHOICE,
        default="unknown",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("机构在名单内", "Agency is listed"),
        prose=_w(
            "贷款机构公布的合作机构名单里有没有本机构；未核实时不能外访。",
            "Whether the lender's published list names the agency; not checked means no visits.",
        ),
        choices=_YES_NO,
    ),
    Setting(
        key="branch.agency_contract_until",
        kind=Kind.DATE,
        default="",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("委托合同到期日", "Agency contract ends"),
        prose=_w("最后一天，写成 2027-12-31。", "Its last day, written like 2027-12-31."),
    ),
    Setting(
        key="branch.agency_evaluated_on",
        kind=Kind.DATE,
        default="",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("上次评估日期", "Agency last evaluated"),
        prose=_w("贷款机构最近一次评估本机构的日期。", "When the lender last evaluated the agency."),
    ),
    Setting(
        key="branch.agency_bad_record",
        kind=Kind.CHOICE,
        default="unknown",
        group=SettingGroup.BRANCH,
        scope=Scope.BRANCH,
        name=_w("有违法催收记录", "Record of unlawful collection"),
        prose=_w(
            "机构有没有违法催收记录；未核实时不能外访。", "Whether the agency has one; not checked means no visits."
        ),
        choices=_YES_NO,
    ),
)

_PLANNING = (
    Setting(
        key="planning.day_begins",
        kind=Kind.TIME,
        default="09:00",
        group=SettingGroup.PLANNING,
        scope=Scope.BRANCH,
        name=_w("外访日开始", "Visiting day begins"),
        prose=_w(
            "排计划时最早的出发时间，法律禁访时段另算。",
            "Earliest departure the planner uses; quiet hours by law come on top.",
        ),
    ),
    Setting(
        key="planning.day_ends",
        kind=Kind.TIME,
        default="20:00",
        group=SettingGroup.PLANNING,
        scope=Scope.BRANCH,
        name=_w("外访日结束", "Visiting day ends"),
        prose=_w("小组最晚回到出发点的时间。", "When teams must be back at the depot."),
    ),
    Setting(
        key="planning.service_minutes",
        kind=Kind.NUMBER,
        default=25,
        group=SettingGroup.PLANNING,
        scope=Scope.BRANCH,
        name=_w("停留时间", "Service time"),
        prose=_w("每次外访在门前计划停留多久，单次可改。", "Planned minutes at the door; each visit may have its own."),
        minimum=5,
        maximum=90,
        unit=_MINUTES,
    ),
    Setting(
        key="planning.speed_kmh",
        kind=Kind.NUMBER,
        default=25,
        group=SettingGroup.PLANNING,
        scope=Scope.BRANCH,
        name=_w("平均车速", "Average speed"),
        prose=_w(
            "没有路网时按直线距离乘系数，再除以这个速度估算行程。",
            "Without a street map, straight distance times the factor below, at this speed.",
        ),
        minimum=5,
        maximum=90,
        unit=_KMH,
    ),
    Setting(
        key="planning.detour_factor",
        kind=Kind.DECIMAL,
        default=1.4,
        group=SettingGroup.PLANNING,
        scope=Scope.BRANCH,
        name=_w("绕行系数", "Detour factor"),
        prose=_w("实际路程与直线距离之比。", "Road distance over straight distance."),
        minimum=1.0,
        maximum=3.0,
    ),
    Setting(
        key="planning.seconds",
        kind=Kind.NUMBER,
        default=20,
        group=SettingGroup.PLANNING,
        scope=Scope.DESK,
        name=_w("优化时间", "Time to optimise"),
        prose=_w(
            "按 F9 后最多计算多久；任何时候都可以采用当时最好的方案。",
            "How long F9 searches at most; the best plan so far can be taken at any moment.",
        ),
        minimum=1,
        maximum=300,
        unit=_SECONDS,
    ),
)

_SAFETY = (
    Setting(
        key="safety.sound",
        kind=Kind.FLAG,
        default=True,
        group=SettingGroup.SAFETY,
        scope=Scope.DESK,
        name=_w("告警声音", "Alarm sound"),
        prose=_w(
            "只响最高级别。没有值守的工作台可以关闭。",
            "Only the worst level sounds. Desks without the watch may turn it off.",
        ),
    ),
    Setting(
        key="safety.remind_minutes",
        kind=Kind.NUMBER,
        default=5,
        group=SettingGroup.SAFETY,
        scope=Scope.DESK,
        name=_w("提前提醒", "Remind before"),
        prose=_w(
            "离应报时刻还有多久时标为“即将到时”。不影响告警。",
            "When a team is marked due soon. Alarms do not depend on it.",
        ),
        minimum=1,
        maximum=15,
        unit=_MINUTES,
    ),
)

_RECORDS = (
    Setting(
        key="records.largest_file_mb",
        kind=Kind.NUMBER,
        default=20,
        group=SettingGroup.RECORDS,
        scope=Scope.BRANCH,
        name=_w("单个佐证材料上限", "Largest piece of evidence"),
        prose=_w("超过的文件不收，请先压缩或分段。", "Larger files are refused; shrink or split them first."),
        minimum=1,
        maximum=200,
        unit=_MB,
    ),
    Setting(
        key="records.print_folder",
        kind=Kind.FOLDER,
        default="",
        group=SettingGroup.RECORDS,
        scope=Scope.DESK,
        name=_w("文书文件夹", "Folder for papers"),
        prose=_w("PDF 默认保存在这里；留空则每次询问。", "Where PDFs are put; empty asks each time."),
    ),
)

_PRIVACY = (
    Setting(
        key="privacy.reveal_seconds",
        kind=Kind.NUMBER,
        default=60,
        group=SettingGroup.PRIVACY,
        scope=Scope.BRANCH,
        name=_w("明文显示时间", "Reveal time"),
        prose=_w(
            "查看明文要写理由并留痕，到时自动重新遮盖。",
            "Revealing asks a reason and is logged; the mask comes back after this.",
        ),
        minimum=10,
        maximum=300,
        unit=_SECONDS,
    ),
)

_COPIES = (
    Setting(
        key="copies.folder",
        kind=Kind.FOLDER,
        default="",
        group=SettingGroup.COPIES,
        scope=Scope.DESK,
        name=_w("备份文件夹", "Backup folder"),
        prose=_w("最好在另一块磁盘上。备份同样加密。", "Best on another disk. Backups are encrypted too."),
    ),
    Setting(
        key="copies.keep",
        kind=Kind.NUMBER,
        default=14,
        group=SettingGroup.COPIES,
        scope=Scope.DESK,
        name=_w("保留备份", "Backups kept"),
        prose=_w("更旧的备份在新备份成功后删除。", "Older ones are deleted after a new one has succeeded."),
        minimum=2,
        maximum=100,
        unit=_PIECES,
    ),
)

SETTINGS: tuple[Setting, ...] = (*_LOOK, *_DESK, *_BRANCH, *_PLANNING, *_SAFETY, *_RECORDS, *_PRIVACY, *_COPIES)
"""All of them, in the order of the page."""

GROUP_WORDS: Mapping[SettingGroup, Words] = MappingProxyType(
    {
        SettingGroup.LOOK: _w("外观与语言", "Look and language"),
        SettingGroup.DESK: _w("本机", "This desk"),
        SettingGroup.BRANCH: _w("网点", "Branch"),
        SettingGroup.PLANNING: _w("计划", "Planning"),
        SettingGroup.SAFETY: _w("安全值守", "Safety watch"),
        SettingGroup.RECORDS: _w("记录与文书", "Records and papers"),
        SettingGroup.PRIVACY: _w("个人信息", "Privacy"),
        SettingGroup.COPIES: _w("备份", "Backups"),
    }
)

SCOPE_WORDS: Mapping[Scope, Words] = MappingProxyType(
    {Scope.DESK: _w("本机", "this desk"), Scope.BRANCH: _w("网点", "branch"), Scope.PERSON: _w("个人", "personal")}
)

_BY_KEY = MappingProxyType({setting.key: setting for setting in SETTINGS})


def setting(key: str) -> Setting:
    """The declaration of `key`.

    Raises:
        BadInput: there is no such setting.
    """
    found = _BY_KEY.get(key)
    if found is None:
        raise BadInput("settings.unknown", value=key)
    return found
