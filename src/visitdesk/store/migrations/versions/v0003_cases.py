"""Cases with accounts, addresses, contact trail and papers; visits; imported files; quarantine."""

import sqlalchemy as sa
from alembic import op

from visitdesk.store.row import Json, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _cases()
    _parts()
    _trail_and_papers()
    _visits()
    _intake()


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("lender", sa.String(200), nullable=False),
        sa.Column("borrower_name", sa.String(100), nullable=False),
        sa.Column("id_number", sa.String(32), nullable=False),
        sa.Column("phones", Json(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("is_alive", sa.Boolean(), nullable=True),
        sa.Column("capacity", sa.String(20), nullable=True),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("debt_status", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("out_of_contact", sa.Boolean(), nullable=False),
        sa.Column("refused_visits", sa.Boolean(), nullable=False),
        sa.Column("distress_until", sa.Date(), nullable=True),
        sa.Column("represented_by", sa.String(200), nullable=False),
        sa.Column("hardship_reason", sa.Text(), nullable=False),
        sa.Column("guarantee_document", sa.String(64), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("batch", sa.String(200), nullable=False),
        sa.Column("entrusted_on", sa.Date(), nullable=True),
        sa.Column("entrusted_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("short_name", sa.String(100), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("region", sa.String(10), nullable=False),
        sa.Column("days_past_due", sa.Integer(), nullable=False),
        sa.Column("outstanding_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("last_contact_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
    )
    op.create_index("ix_cases_id_number", "cases", ["id_number"])


def _parts() -> None:
    op.create_table(
        "accounts",
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("principal_minor", sa.BigInteger(), nullable=False),
        sa.Column("interest_minor", sa.BigInteger(), nullable=False),
        sa.Column("penalty_minor", sa.BigInteger(), nullable=False),
        sa.Column("fees_minor", sa.BigInteger(), nullable=True),
        sa.Column("arrears_minor", sa.BigInteger(), nullable=False),
        sa.Column("outstanding_minor", sa.BigInteger(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("days_past_due", sa.Integer(), nullable=False),
        sa.Column("contract_number", sa.String(64), nullable=False),
        sa.Column("product", sa.String(200), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("last_paid_on", sa.Date(), nullable=True),
        sa.Column("annual_rate", sa.String(30), nullable=True),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_accounts"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_accounts_case_id"),
    )
    op.create_table(
        "addresses",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.String(40), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("region", sa.String(10), nullable=False),
        sa.Column("time_zone", sa.String(40), nullable=False),
        sa.Column("is_dead", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_addresses"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_addresses_case_id"),
    )
    op.create_index("ix_addresses_case_id", "addresses", ["case_id"])


def _trail_and_papers() -> None:
    op.create_table(
        "contact_attempts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=True),
        sa.Column("with_role", sa.String(20), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contact_attempts"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_contact_attempts_case_id"),
    )
    op.create_index("ix_contact_attempts_case_id_at", "contact_attempts", ["case_id", "at"])
    op.create_table(
        "case_documents",
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "position", name="pk_case_documents"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_documents_case_id"),
    )


def _visits() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("address_id", sa.String(64), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("wishes", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.String(80), nullable=False),
        sa.Column("requested_at", UtcDateTime(), nullable=False),
        sa.Column("decided_by", sa.String(80), nullable=False),
        sa.Column("decision_reason", sa.Text(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("windows", Json(), nullable=False),
        sa.Column("service_minutes", sa.Integer(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("needs", Json(), nullable=False),
        sa.Column("safety_level", sa.String(20), nullable=False),
        sa.Column("goals", Json(), nullable=False),
        sa.Column("talking_points", Json(), nullable=False),
        sa.Column("prepared", Json(), nullable=False),
        sa.Column("cancel_cause", sa.String(20), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_visits_case_id"),
    )
    op.create_index("ix_visits_case_id", "visits", ["case_id"])
    op.create_index("ix_visits_state_day", "visits", ["state", "day"])


def _intake() -> None:
    op.create_table(
        "imported_files",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("mapping_digest", sa.String(64), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(80), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_imported_files"),
        sa.UniqueConstraint("sha256", "mapping_digest", name="uq_imported_files_sha256_mapping_digest"),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("file_name", sa.String(300), nullable=False),
        sa.Column("file_sha256", sa.String(64), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("cells", Json(), nullable=False),
        sa.Column("faults", Json(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("held_at", UtcDateTime(), nullable=False),
        sa.Column("case_no", sa.String(64), nullable=False),
        sa.Column("account_key", sa.String(64), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quarantine"),
    )
    op.create_index("ix_quarantine_state_held_at", "quarantine", ["state", "held_at"])


def downgrade() -> None:
    """The way back is the backup."""
    raise NotImplementedError
