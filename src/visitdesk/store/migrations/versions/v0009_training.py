"""Lessons, assessments, answers, drills, coachings, certificates and memory cards."""

import sqlalchemy as sa
from alembic import op

from visitdesk.store.row import Json, UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of the room `training`."""
    _learning()
    _practice()
    _certificates()


def _learning() -> None:
    op.create_table(
        "training_lesson",
        sa.Column("collector", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("collector", "module", name="pk_training_lesson"),
    )
    op.create_table(
        "training_sitting",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("collector", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("paper", Json(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("content_version", sa.String(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("right", sa.Integer(), nullable=True),
        sa.Column("missed_critical", Json(), nullable=False),
        sa.Column("is_passed", sa.Boolean(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_training_sitting"),
        sa.UniqueConstraint("collector", "module", "number", name="uq_training_sitting_collector_module_number"),
    )


def _practice() -> None:
    op.create_table(
        "training_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("collector", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("chosen", Json(), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.Column("sitting", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_training_answer"),
        sa.ForeignKeyConstraint(["sitting"], ["training_sitting.id"], name="fk_training_answer_sitting"),
    )
    op.create_index("ix_training_answer_collector", "training_answer", ["collector"])
    op.create_table(
        "training_drill_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("collector", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("drill", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("path", Json(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("is_passed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_training_drill_run"),
    )
    op.create_index("ix_training_drill_run_collector", "training_drill_run", ["collector"])


def _certificates() -> None:
    op.create_table(
        "training_coaching",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("collector", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_training_coaching"),
    )
    op.create_index("ix_training_coaching_collector", "training_coaching", ["collector"])
    op.create_table(
        "training_certificate",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("collector", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("issued_at", UtcDateTime(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("issued_by", sa.String(), nullable=False),
        sa.Column("sitting", sa.String(), nullable=False),
        sa.Column("content_version", sa.String(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("revoked_by", sa.String(), nullable=False),
        sa.Column("revoked_reason", sa.Text(), nullable=False),
        sa.Column("is_lapse_noted", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_training_certificate"),
        sa.ForeignKeyConstraint(["sitting"], ["training_sitting.id"], name="fk_training_certificate_sitting"),
    )
    op.create_index("ix_training_certificate_collector", "training_certificate", ["collector"])
    op.create_table(
        "training_card",
        sa.Column("collector", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due", UtcDateTime(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("collector", "question", name="pk_training_card"),
    )


def downgrade() -> None:
    """There is no way back but the backup."""
    raise NotImplementedError
