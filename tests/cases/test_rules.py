"""Pure rules of the room: last resort, masking, search words, visit states."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitdesk.cases.last_resort import LastResort, channel_history
from visitdesk.cases.masking import masked_address, masked_id, masked_number, masked_phone, short_name
from visitdesk.cases.model import Channel, ContactAttempt, VisitState
from visitdesk.cases.search import pinyin_keys, search_words, sort_key
from visitdesk.cases.visit_states import AHEAD, LIVE, OVER, TABLE, VisitDeed, after, can, deeds
from visitdesk.errors import RuleBroken

NOW = dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC)


def tried(*channels: Channel, reached: bool | None = False) -> list[ContactAttempt]:
    return [
        ContactAttempt(at=NOW + dt.timedelta(hours=n), channel=one, reached=reached) for n, one in enumerate(channels)
    ]


BOTH = tried(Channel.PHONE, Channel.SMS, Channel.PHONE)


@pytest.mark.parametrize(
    ("days", "lost", "trail", "finding"),
    [
        (0, True, BOTH, LastResort.NOT_PAST_DUE),
        (1, False, BOTH, LastResort.NOT_LONG),
        (59, False, BOTH, LastResort.NOT_LONG),
        (60, False, BOTH, LastResort.SHOWN),
        (1, True, BOTH, LastResort.SHOWN),
        (60, False, tried(Channel.PHONE), LastResort.CHANNELS_MISSING),
        (60, False, tried(Channel.SMS, Channel.LETTER), LastResort.CHANNELS_MISSING),
        (60, False, [], LastResort.CHANNELS_MISSING),
    ],
)
def test_that_a_visit_is_the_last_resort(
    days: int, *, lost: bool, trail: list[ContactAttempt], finding: LastResort
) -> None:
    assert channel_history(trail, days_past_due=days, out_of_contact=lost).finding is finding


def test_that_the_history_counts_every_channel() -> None:
    history = channel_history([*BOTH, *tried(Channel.PHONE, reached=True)], days_past_due=90, out_of_contact=False)
    by_channel = {use.channel: (use.tries, use.reached, use.last) for use in history.uses}
    assert by_channel[Channel.PHONE] == (3, 1, NOW + dt.timedelta(hours=2))
    assert by_channel[Channel.VISIT] == (0, 0, None)
    assert history.missing == ()


def test_that_the_branch_may_set_another_number_of_days() -> None:
    found = channel_history(BOTH, days_past_due=89, out_of_contact=False, long_past_due_days=90)
    assert found.finding is LastResort.NOT_LONG


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("张三", "张*"),
        ("张三丰", "张**"),
        ("欧阳锋", "欧阳*"),
        ("欧阳", "欧*"),
        ("司马示例", "司马**"),
        ("Ada Example", "Ada E."),
        ("Ada", "A*"),
        ("", ""),
        ("阿卜杜拉·示例人", "阿***"),
    ],
)
def test_that_short_names_show_the_family_name_only(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("masked", "shown"),
    [
        (masked_id("440524188001010014"), "4****************4"),
        (masked_id("123"), "***"),
        (masked_id(""), ""),
        (masked_phone("+8613800138000"), "+86*******8000"),
        (masked_phone("+8657187654321;ext=8012"), "+86*******4321;ext=***"),
        (masked_phone("110"), "***"),
        (masked_address("广东省深圳市南山区虚构路1号"), "广东省深圳市南山区****"),
        (masked_address("深圳市虚构路1号"), "深圳市****"),
        (masked_address("北京市朝阳区虚构胡同"), "北京市朝阳区****"),
        (masked_address("1 Invented Street"), "1 ****"),
        (masked_address(""), ""),
        (masked_number("HT-2026-0001"), "********0001"),
        (masked_number("A1"), "**"),
    ],
)
def test_that_masks_hide_what_could_be_used(masked: str, shown: str) -> None:
    assert masked == shown


@given(st.text(max_size=40))
def test_that_a_mask_never_shows_a_whole_value(text: str) -> None:
    for mask in (masked_id, masked_phone, masked_number, masked_address):
        assert not text.strip() or "*" in mask(text)


def test_that_every_reading_of_a_surname_finds_the_person() -> None:
    keys = pinyin_keys("单示例")
    assert {"shanshili", "danshili", "ssl", "dsl"} <= set(keys)
    assert "nvshi" in pinyin_keys("女示")
    assert pinyin_keys("Ada") == ()
    assert sort_key("张三").startswith("zhang")
    assert "8000" in search_words("A-1", "张三", ["+8613800138000;ext=12"]).split()


def test_that_a_name_of_many_readings_does_not_explode() -> None:
    assert len(pinyin_keys("行" * 40)) <= 100


def test_that_every_state_is_reached_and_what_is_over_stays_over() -> None:
    reached = set(TABLE.values()) | {VisitState.REQUESTED}
    assert reached == set(VisitState)
    assert {state for state in VisitState if not deeds(state)} == OVER
    assert not AHEAD & LIVE
    assert not OVER & (AHEAD | LIVE)


def test_that_what_is_ahead_can_be_cancelled_and_who_is_on_site_breaks_off() -> None:
    for state in AHEAD | {VisitState.DISPATCHED}:
        assert after(state, VisitDeed.CANCEL) is VisitState.CANCELLED
    assert not can(VisitState.ON_SITE, VisitDeed.CANCEL)
    for state in LIVE:
        assert after(state, VisitDeed.BREAK_OFF) is VisitState.LEFT


@given(st.sampled_from(VisitState), st.sampled_from(VisitDeed))
def test_that_what_is_not_in_the_table_does_not_happen(state: VisitState, deed: VisitDeed) -> None:
    if (state, deed) in TABLE:
        assert after(state, deed) is TABLE[state, deed]
        return
    with pytest.raises(RuleBroken):
        after(state, deed)


def test_that_the_long_way_leads_from_request_to_archive() -> None:
    state = VisitState.REQUESTED
    for deed in ["approve", "plan", "publish", "dispatch", "arrive", "leave", "record", "review", "close"]:
        state = after(state, VisitDeed(deed))
    assert state is VisitState.CLOSED
