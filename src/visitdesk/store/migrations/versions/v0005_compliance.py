"""Holds, consents, objections, notices, refusals and verdicts; a verdict is never changed."""

import sqlalchemy as sa
from alembic import op

from visitdesk.store.row import Json, UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and the triggers that keep verdicts as they were judged."""
    _stops()
    _words()
    _notices()
    _verdicts()


def _stops() -> None:
    op.create_table(
        "compliance_hold",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("deadline", UtcDateTime(), nullable=False),
        sa.Column("placed_by", sa.String(), nullable=False),
        sa.Column("placed_at", UtcDateTime(), nullable=False),
        sa.Column("cleared_at", UtcDateTime(), nullable=True),
        sa.Column("cleared_by", sa.String(), nullable=True),
        sa.Column("cleared_with", sa.String(), nullable=True),
        sa.Column("clear_role", sa.String(), nullable=True),
        sa.Column("clear_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_compliance_hold"),
    )
    op.create_index("ix_compliance_hold_case", "compliance_hold", ["case"])
    op.create_table(
        "compliance_refusal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("said_at", UtcDateTime(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_compliance_refusal"),
    )
    op.create_index("ix_compliance_refusal_case", "compliance_refusal", ["case"])


def _words() -> None:
    op.create_table(
        "compliance_consent",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("dates", Json(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_compliance_consent"),
    )
    op.create_index("ix_compliance_consent_case", "compliance_consent", ["case"])
    op.create_table(
        "compliance_objection",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("received_by", sa.String(), nullable=False),
        sa.Column("due", UtcDateTime(), nullable=False),
        sa.Column("hold", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_compliance_objection"),
    )
    op.create_index("ix_compliance_objection_case", "compliance_objection", ["case"])


def _notices() -> None:
    op.create_table(
        "compliance_notice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("visit", sa.String(), nullable=True),
        sa.Column("purpose", sa.Boolean(), nullable=False),
        sa.Column("staff", sa.Boolean(), nullable=False),
        sa.Column("right_to_refuse", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_compliance_notice"),
    )
    op.create_index("ix_compliance_notice_case", "compliance_notice", ["case"])


def _verdicts() -> None:
    op.create_table(
        "compliance_verdict",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("visit", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("pack", sa.String(), nullable=False),
        sa.Column("pack_version", sa.String(), nullable=False),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("facts", Json(), nullable=False),
        sa.Column("findings", Json(), nullable=False),
        sa.Column("judged_at", UtcDateTime(), nullable=False),
        sa.Column("judged_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_compliance_verdict"),
    )
    op.create_index("ix_compliance_verdict_visit", "compliance_verdict", ["visit"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER compliance_verdict_no_update BEFORE UPDATE ON compliance_verdict "
            "BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END"
        )


def downgrade() -> None:
    """There is no way back but the backup."""
    raise NotImplementedError
