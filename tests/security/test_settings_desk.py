"""Tests of the branch's settings, against the encrypted database."""

import pytest

from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, NotAllowed
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.security.settings_desk import SettingsDesk
from visitdesk.settings import SETTINGS, Kind, Scope
from visitdesk.store.database import Database

NUMBER = next(one for one in SETTINGS if one.scope is Scope.BRANCH and one.kind is Kind.NUMBER)


@pytest.fixture
def desk(database: Database, clock: FixedClock) -> SettingsDesk:
    return SettingsDesk(database, clock)


def test_that_a_changed_setting_is_kept_and_reset_to_its_default(desk: SettingsDesk) -> None:
    assert desk.value(NUMBER.key) == NUMBER.default
    desk.put(SETUP, NUMBER.key, NUMBER.minimum)
    assert desk.value(NUMBER.key) == NUMBER.minimum
    desk.reset(SETUP, NUMBER.key)
    assert desk.value(NUMBER.key) == NUMBER.default


def test_that_a_value_past_its_limit_is_refused_and_changes_nothing(desk: SettingsDesk) -> None:
    with pytest.raises(BadInput):
        desk.put(SETUP, NUMBER.key, NUMBER.maximum + 1)
    assert desk.value(NUMBER.key) == NUMBER.default


def test_that_a_clerk_does_not_change_the_branch(desk: SettingsDesk) -> None:
    with pytest.raises(NotAllowed):
        desk.put(Actor(user=UserId("c"), roles=frozenset({Role.CLERK})), NUMBER.key, NUMBER.minimum)
