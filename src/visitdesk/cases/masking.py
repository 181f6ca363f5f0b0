"""Personal facts as screens and lists show them: enough to tell apart, too little to use.

Unmasking is a deed of its own with a reason (`CaseDesk.reveal`). Source: reference security-storage §7, §13.
"""

import re

_COMPOUND_SURNAMES = frozenset(
    [
        "欧阳",
        "太史",
        "端木",
        "上官",
        "司马",
        "东方",
        "独孤",
        "南宫",
        "万俟",
        "闻人",
        "夏侯",
        "诸葛",
        "尉迟",
        "公羊",
        "赫连",
        "澹台",
        "皇甫",
        "宗政",
        "濮阳",
        "公冶",
        "太叔",
        "申屠",
        "公孙",
        "慕容",
        "钟离",
        "长孙",
        "宇文",
        "司徒",
        "鲜于",
        "司空",
        "令狐",
        "呼延",
        "西门",
        "东郭",
    ]
)


def short_name(name: str) -> str:
    """`张三丰` → `张**`, `欧阳锋` → `欧阳*`, `Ada Example` → `Ada E.`; an empty name stays empty."""
    bare = name.strip()
    if not bare:
        return ""
    if bare.isascii() or not re.search(r"[\u3400-\u9fff]", bare):
        first, *rest = bare.split()
        return " ".join([first, *(f"{part[0]}." for part in rest)]) if rest else f"{first[0]}*"
    kept = 2 if bare[:2] in _COMPOUND_SURNAMES and len(bare) > 2 else 1
    return bare[:kept] + "*" * max(1, min(len(bare) - kept, 3))


def masked_id(number: str) -> str:
    """The first and the last character only: `4***************4`; also for short papers."""
    if len(number) < 5:
        return "*" * len(number)
    return number[0] + "*" * (len(number) - 2) + number[-1]


def masked_phone(number: str) -> str:
    """Only the last four digits: `+86*******8000`; an extension is hidden too."""
    main, _, extension = number.partition(";ext=")
    if len(main) < 8:
        return "*" * len(main)
    prefix = "+86" if main.startswith("+86") else main[:1]
    hidden = "*" * (len(main) - len(prefix) - 4)
    return f"{prefix}{hidden}{main[-4:]}" + (";ext=***" if extension else "")


_AREA = re.compile(
    r"^(?:中国)?((?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|特别行政区))?(?:[\u4e00-\u9fff]{2,8}?(?:市|自治州|地区|盟))?"
    r"(?:[\u4e00-\u9fff]{1,8}?(?:区|县|旗|市))?)"
)


def masked_address(text: str) -> str:
    """Down to the district: `广东省深圳市南山区****`; an address of another form keeps its first two characters."""
    found = _AREA.match(text)
    area = found[1] if found else ""
    kept = area or text[: min(2, len(text) // 3)]
    return kept + "****" if text else ""


def masked_number(number: str) -> str:
    """A contract or account number: its last four characters."""
    return "*" * max(0, len(number) - 4) + number[-4:] if len(number) > 4 else "*" * len(number)
