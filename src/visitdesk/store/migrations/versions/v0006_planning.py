"""Day plans: the draft of each day, and its publications."""

import sqlalchemy as sa
from alembic import op

from visitdesk.store.row import Json, UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "day_plan_drafts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("problem", Json(), nullable=False),
        sa.Column("plan", Json(), nullable=False),
        sa.Column("saved_at", UtcDateTime(), nullable=False),
        sa.Column("saved_by", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_day_plan_drafts"),
    )
    op.create_table(
        "day_plan_publications",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("problem", Json(), nullable=False),
        sa.Column("plan", Json(), nullable=False),
        sa.Column("saved_at", UtcDateTime(), nullable=False),
        sa.Column("saved_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("day", "number", name="pk_day_plan_publications"),
    )


def downgrade() -> None:
    """There is no way back but the backup."""
    raise NotImplementedError
