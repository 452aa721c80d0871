"""Run by Alembic: use the connection of ``upgrade.py`` and its one transaction."""

from __future__ import annotations

from alembic import context

from hybridtui.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
