"""Bringing a database to this program's schema, with Alembic driven from code (no ini file, so it runs frozen).

Measured trap: with foreign keys on, a batch change of a parent table deletes every child row silently; so keys are off
while migrating, all tables are counted before and after, and the references are checked at the end.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from visitdesk.errors import BadInput, Unavailable


def upgrade(engine: Engine) -> None:
    """Run all missing migrations in one transaction; a crash leaves the old schema.

    Raises:
        BadInput: the database was written by a newer program.
        Unavailable: a migration lost rows; nothing was changed.
    """
    config = _config()
    scripts = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        sqlite = engine.dialect.name == "sqlite"
        if sqlite and raw is not None:
            raw.execute("PRAGMA foreign_keys=off")
        try:
            with connection.begin():
                _migrate(connection, config, scripts)
        finally:
            if sqlite and raw is not None:
                raw.execute("PRAGMA foreign_keys=on")


def _migrate(connection: Connection, config: Config, scripts: ScriptDirectory) -> None:
    present = set(MigrationContext.configure(connection).get_current_heads())
    unknown = present - {script.revision for script in scripts.walk_revisions()}
    if unknown:
        raise BadInput("store.newer_schema", value=", ".join(sorted(unknown)))
    before = _counts(connection)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    after = _counts(connection)
    lost = [table for table, rows in before.items() if after.get(table, 0) < rows]
    if lost:
        raise Unavailable("store.migration_lost_rows", value=", ".join(lost))
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise Unavailable("store.migration_broke_references")


def _counts(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names}  # noqa: S608


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", (Path(__file__).parent / "migrations").as_posix())
    return config
