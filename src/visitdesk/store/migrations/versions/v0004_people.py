"""Collectors, shifts, leave, apart-list, devices, qualifications."""

import sqlalchemy as sa
from alembic import op

from visitdesk.store.row import Json, UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "collectors",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("phone", sa.String(40), nullable=False),
        sa.Column("employer", sa.String(20), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("drives", sa.Boolean(), nullable=False),
        sa.Column("skills", Json(), nullable=False),
        sa.Column("badge_number", sa.String(40), nullable=False),
        sa.Column("badge_valid_until", sa.Date(), nullable=True),
        sa.Column("trained_until", sa.Date(), nullable=True),
        sa.Column("confidentiality_signed", sa.Boolean(), nullable=False),
        sa.Column("has_violent_record", sa.Boolean(), nullable=True),
        sa.Column("is_insured", sa.Boolean(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_collectors"),
    )
    _time()
    _apart()
    _proofs()


def _time() -> None:
    op.create_table(
        "shifts",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("collector", sa.String(40), nullable=False),
        sa.Column("start", UtcDateTime(), nullable=False),
        sa.Column("end", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shifts"),
        sa.ForeignKeyConstraint(["collector"], ["collectors.id"], name="fk_shifts_collector"),
    )
    op.create_index("ix_shifts_collector", "shifts", ["collector"])
    op.create_index("ix_shifts_start", "shifts", ["start"])
    op.create_table(
        "leave",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("collector", sa.String(40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_leave"),
        sa.ForeignKeyConstraint(["collector"], ["collectors.id"], name="fk_leave_collector"),
    )
    op.create_index("ix_leave_collector", "leave", ["collector"])


def _apart() -> None:
    op.create_table(
        "apart_list",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("collector", sa.String(40), nullable=False),
        sa.Column("other", sa.String(40), nullable=True),
        sa.Column("case", sa.String(64), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_apart_list"),
        sa.ForeignKeyConstraint(["collector"], ["collectors.id"], name="fk_apart_list_collector"),
        sa.ForeignKeyConstraint(["other"], ["collectors.id"], name="fk_apart_list_other"),
    )
    op.create_index("ix_apart_list_collector", "apart_list", ["collector"])


def _proofs() -> None:
    op.create_table(
        "devices",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("collector", sa.String(40), nullable=False),
        sa.Column("label", sa.String(100), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_devices"),
        sa.ForeignKeyConstraint(["collector"], ["collectors.id"], name="fk_devices_collector"),
    )
    op.create_index("ix_devices_collector", "devices", ["collector"])
    op.create_table(
        "qualifications",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("collector", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("certificate", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_qualifications"),
        sa.ForeignKeyConstraint(["collector"], ["collectors.id"], name="fk_qualifications_collector"),
    )
    op.create_index("ix_qualifications_collector", "qualifications", ["collector"])


def downgrade() -> None:
    """The way back is the backup."""
    raise NotImplementedError
