"""The append-only log of the watch."""

import sqlalchemy as sa
from alembic import op

from visitdesk.store.row import Json, UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table and the triggers that keep it append-only."""
    op.create_table(
        "safety_event",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("visit", sa.String(), nullable=True),
        sa.Column("received", UtcDateTime(), nullable=False),
        sa.Column("body", Json(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_safety_event"),
        sa.UniqueConstraint("key", name="uq_safety_event_key"),
    )
    op.create_index("ix_safety_event_kind", "safety_event", ["kind"])
    op.create_index("ix_safety_event_visit", "safety_event", ["visit"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER safety_event_no_{verb.lower()} BEFORE {verb} ON safety_event "
                "BEGIN SELECT RAISE(ABORT, 'the log of the watch is append-only'); END"
            )


def downgrade() -> None:
    """There is no way back but the backup."""
    raise NotImplementedError
