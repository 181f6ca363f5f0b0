"""Records with append-only revisions, attachments, and the append-only register of seals."""

import sqlalchemy as sa
from alembic import op

from visitdesk.store.row import Json, UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and the triggers that keep two of them append-only."""
    _record()
    _attachment()
    _seal()
    if op.get_bind().dialect.name == "sqlite":
        for table in ("record_revision", "seal"):
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )


def _record() -> None:
    op.create_table(
        "record",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("visit", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("facts", Json(), nullable=False),
        sa.Column("content", Json(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=32), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("submitted_by", sa.String(), nullable=False),
        sa.Column("submitted_at", UtcDateTime(), nullable=True),
        sa.Column("reviewed_by", sa.String(), nullable=False),
        sa.Column("finalised_at", UtcDateTime(), nullable=True),
        sa.Column("returned_because", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
        sa.UniqueConstraint("visit", name="uq_record_visit"),
    )
    op.create_index("ix_record_state", "record", ["state"])
    op.create_table(
        "record_revision",
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", Json(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("root", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("record", "number", name="pk_record_revision"),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_record_revision_record"),
    )


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("nonce", sa.LargeBinary(length=12), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("stored_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_attachment"),
    )


def _seal() -> None:
    op.create_table(
        "seal",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("copy", sa.String(), nullable=False),
        sa.Column("root", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_seal"),
    )
    op.create_index("ix_seal_record", "seal", ["record"])
    op.create_index("ix_seal_root", "seal", ["root"])


def downgrade() -> None:
    """There is no way back but the backup."""
    raise NotImplementedError
