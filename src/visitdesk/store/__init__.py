"""The branch's database: the only user of SQLAlchemy and Alembic.

Encrypted SQLite through sqlcipher3 on one desk; nothing here may be written that would not run on PostgreSQL.
Rows never leave this room: repositories answer with the frozen nouns of the capabilities.
Source: reference security-storage §1–3.
"""
