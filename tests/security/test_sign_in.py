"""Tests of users and sign-in, against the encrypted database."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, NotAllowed
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.security.passwords import Passwords
from visitdesk.security.service import SecurityDesk
from visitdesk.store.database import Database

PASSWORD = "correct horse battery"
ANNA = UserId("anna")


@pytest.fixture
def desk(database: Database, clock: FixedClock) -> SecurityDesk:
    return SecurityDesk(database, clock, Passwords(PasswordHasher(memory_cost=64, time_cost=1, parallelism=1)))


def add_anna(desk: SecurityDesk) -> None:
    desk.add_user(SETUP, user=ANNA, name="A", roles=frozenset({Role.CLERK}), password=PASSWORD)


def test_that_a_folder_without_users_acts_as_setup_and_afterwards_does_not(desk: SecurityDesk) -> None:
    assert desk.setup_actor() == SETUP
    add_anna(desk)
    assert desk.setup_actor() is None


def test_that_the_right_password_gives_the_roles_of_the_user(desk: SecurityDesk) -> None:
    add_anna(desk)
    actor = desk.sign_in(user=ANNA, password=PASSWORD, desk="d1")
    assert actor == Actor(user=ANNA, roles=frozenset({Role.CLERK}), desk="d1")


def test_that_the_fifth_wrong_password_closes_sign_in_for_a_minute(desk: SecurityDesk, clock: FixedClock) -> None:
    add_anna(desk)
    for _ in range(5):
        with pytest.raises(NotAllowed, match="sign_in_failed"):
            desk.sign_in(user=ANNA, password="wrong password", desk="d1")
    with pytest.raises(NotAllowed, match="sign_in_closed"):
        desk.sign_in(user=ANNA, password=PASSWORD, desk="d1")
    clock.set(clock.now() + timedelta(seconds=59))
    with pytest.raises(NotAllowed, match="sign_in_closed"):
        desk.sign_in(user=ANNA, password=PASSWORD, desk="d1")
    clock.set(clock.now() + timedelta(seconds=1))
    assert desk.sign_in(user=ANNA, password=PASSWORD, desk="d1").user == ANNA


def test_that_an_unknown_user_looks_like_a_wrong_password(desk: SecurityDesk) -> None:
    with pytest.raises(NotAllowed, match="sign_in_failed"):
        desk.sign_in(user=UserId("nobody"), password=PASSWORD, desk="d1")


@pytest.mark.parametrize("password", ["short", "1234567890", "anna"])
def test_that_weak_passwords_are_refused(desk: SecurityDesk, password: str) -> None:
    with pytest.raises(BadInput):
        desk.add_user(SETUP, user=ANNA, name="A", roles=frozenset({Role.CLERK}), password=password)


def test_that_a_clerk_makes_no_users(desk: SecurityDesk) -> None:
    clerk = Actor(user=UserId("c"), roles=frozenset({Role.CLERK}))
    with pytest.raises(NotAllowed, match=r"security\.not_allowed"):
        desk.add_user(clerk, user=ANNA, name="A", roles=frozenset({Role.CLERK}), password=PASSWORD)


def test_that_the_trail_enters_each_deed_and_is_whole(desk: SecurityDesk) -> None:
    add_anna(desk)
    with pytest.raises(NotAllowed):
        desk.sign_in(user=ANNA, password="wrong password", desk="d1")
    desk.sign_in(user=ANNA, password=PASSWORD, desk="d1")
    state = desk.verify_trail()
    assert (state.entries, state.first_broken) == (3, None)


def test_that_a_changed_entry_is_found(desk: SecurityDesk, database: Database) -> None:
    for number in range(3):
        desk.add_user(SETUP, user=UserId(f"u{number}"), name="A", roles=frozenset({Role.CLERK}), password=PASSWORD)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET body = replace(body, 'u1', 'u9') WHERE number = 2")
    assert desk.verify_trail().first_broken == 2
