"""What Alembic runs: the migrations over the connection that `upgrade` was given."""

from __future__ import annotations

from alembic import context

from detente.dossier.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
