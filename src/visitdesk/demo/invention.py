"""Invented people and places that look invented: names of stems, streets that no town has, numbers nobody holds.

Identity numbers have the right check digit, else no file could be imported, but begin with 99, which is no province. Phone
numbers begin with 154, which no operator has been given (`phonenumbers` knows of none). Places on the map are scattered
by chance around an invented depot; they are nobody's door.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import cos, radians
from random import Random

from visitdesk.cases.intake.identity import check_digit
from visitdesk.cases.model import DebtKind
from visitdesk.geo.model import LatLon

DEPOT = LatLon(lat=22.6120, lon=114.0280)
LENDER = "虚构消费金融有限公司"
AGENCY = "虚构外访服务有限公司"
BRANCH = "虚构市示例网点（演示）"
NEUTRAL = "虚构客户服务中心"
BRANCH_PHONE = "0755-00001234"

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_NUMERALS = "一二三四五六七八九"
_RARE = ("𠮷", "㛃", "䶮", "喆", "𤧛", "堃", "㐂")
_STREETS = ("示范路", "样例街", "虚构大道", "假想巷", "占位路", "演示街")
_QUARTERS = ("甲子区", "乙丑区", "丙寅区", "丁卯区")
_REACH_KM = 9.0
_KINDS = (DebtKind.CONSUMER_LOAN, DebtKind.CREDIT_CARD, DebtKind.MICRO_LOAN, DebtKind.CONSUMER_LOAN)
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedCase:
    """One borrower of the account file.

    Attributes:
        place: where the address lies on the map.
    """

    number: str
    name: str
    id_number: str
    phone: str
    contract: str
    kind: DebtKind
    principal: Decimal
    interest: Decimal
    penalty: Decimal
    days_past_due: int
    opened_on: date
    last_paid_on: date
    address: str
    work_address: str
    place: LatLon

    @property
    def arrears(self) -> Decimal:
        """What is past due: a part of the principal with interest and penalty."""
        return (self.principal / 4).quantize(Decimal("0.01")) + self.interest + self.penalty

    @property
    def outstanding(self) -> Decimal:
        """The sum of its parts."""
        return self.principal + self.interest + self.penalty


def cases(count: int, chance: Random, today: date) -> tuple[InventedCase, ...]:
    """So many borrowers; the fourth lives at the third one's door, as neighbours and couples do."""
    found: list[InventedCase] = []
    for number in range(1, count + 1):
        address, place = _address(number, chance), _place(chance)
        if number == 4:
            address, place = found[2].address, found[2].place
        found.append(_case(number, chance, today, address, place))
    return tuple(found)


def _case(number: int, chance: Random, today: date, address: str, place: LatLon) -> InventedCase:
    principal = _sum(chance, 6_000, 90_000)
    days = chance.randint(75, 420)
    return InventedCase(
        number=f"YS-{today:%Y}-{number:04d}",
        name=borrower_name(number),
        id_number=_id_number(number, chance),
        phone=f"1540000{number:04d}",
        contract=f"HT{today:%Y}{number:06d}",
        kind=_KINDS[number % len(_KINDS)],
        principal=principal,
        interest=_sum(chance, 200, 4_000),
        penalty=_sum(chance, 50, 1_200),
        days_past_due=days,
        opened_on=today - timedelta(days=days + chance.randint(300, 900)),
        last_paid_on=today - timedelta(days=days + chance.randint(5, 30)),
        address=address,
        work_address=f"广东省虚构市乙丑区样例工业园 {number} 号楼",
        place=place,
    )


def borrower_name(number: int) -> str:
    """The name of the borrower of that number (from 1): stem, branch and numeral; each eighth with a rare character."""
    stem = _STEMS[number % len(_STEMS)]
    branch = _BRANCHES[number % len(_BRANCHES)]
    last = _NUMERALS[number // 7 % len(_NUMERALS)]
    if number % 8 == 2:
        last = _RARE[number // 8 % len(_RARE)]
    return f"{stem}{branch}{last}"


def collector_name(number: int) -> str:
    """The name of the collector of that number (from 1)."""
    return f"范例{_STEMS[(number - 1) % 10]}{_NUMERALS[(number - 1) // 10 % 9]}"


def _address(number: int, chance: Random) -> str:
    street = _STREETS[chance.randrange(len(_STREETS))]
    quarter = _QUARTERS[chance.randrange(len(_QUARTERS))]
    block, door = chance.randint(1, 12), chance.randint(1, 24) * 100 + chance.randint(1, 8)
    return f"广东省虚构市{quarter}{street} {number} 号 {block} 栋 {door} 室"


def _place(chance: Random) -> LatLon:
    """Somewhere around the depot, more often near than far."""
    north, east = (chance.triangular(-_REACH_KM, _REACH_KM, 0.0) for _ in range(2))
    lat = DEPOT.lat + north / _KM_PER_DEGREE
    lon = DEPOT.lon + east / (_KM_PER_DEGREE * cos(radians(DEPOT.lat)))
    return LatLon(lat=round(lat, 6), lon=round(lon, 6))


def _sum(chance: Random, least: int, most: int) -> Decimal:
    return Decimal(chance.randint(least * 100, most * 100)) / 100


def _id_number(number: int, chance: Random) -> str:
    born = date(1968, 1, 1) + timedelta(days=chance.randrange(12_000))
    first = f"990101{born:%Y%m%d}{number % 1000:03d}"
    return first + check_digit(first)
