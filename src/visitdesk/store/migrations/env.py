"""Alembic's entry: runs on the connection that `store.migrate` hands over."""

from alembic import context

from visitdesk.store.row import Row

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Row.metadata, render_as_batch=True, transactional_ddl=True)
context.run_migrations()
