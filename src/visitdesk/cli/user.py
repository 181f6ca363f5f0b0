"""`user add` and `user list`: who may sign in. The first user ends the set-up of a data folder."""

from argparse import Namespace
from pathlib import Path

from visitdesk.cli.command import Answer, Context, Subparsers, with_output
from visitdesk.security.model import Role, UserId
from visitdesk.security.opening import passphrase_from


class UserCommand:
    """The word `user`."""

    def register(self, words: Subparsers) -> None:
        """Add the parsers."""
        inner = words.add_parser("user", help="who may sign in").add_subparsers(dest="word", required=True)
        add = inner.add_parser("add", help="a new user")
        add.add_argument("user")
        add.add_argument("--name", required=True)
        add.add_argument("--role", dest="roles", action="append", choices=list(Role), type=Role, required=True)
        add.add_argument("--new-password-file", type=Path, required=True, metavar="FILE")
        add.set_defaults(run=_add)
        listing = inner.add_parser("list", help="all users")
        with_output(listing)
        listing.set_defaults(run=_list)


def _add(arguments: Namespace, context: Context) -> Answer:
    password = passphrase_from(arguments.new_password_file)
    with context.open_branch() as session:
        session.branch.security.add_user(
            session.actor,
            user=UserId(arguments.user),
            name=arguments.name,
            roles=frozenset(arguments.roles),
            password=password,
        )
    return Answer(payload={"user": arguments.user, "roles": sorted(arguments.roles)})


def _list(_arguments: Namespace, context: Context) -> Answer:
    with context.open_branch() as session:
        users = session.branch.security.users()
    return Answer(payload=[{"user": user.id, "roles": sorted(user.roles), "active": user.is_active} for user in users])


COMMAND = UserCommand()
