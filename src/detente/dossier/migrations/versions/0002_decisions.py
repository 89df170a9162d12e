"""What people decided, which is only ever added to, and counters of what was changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"

REFUSED = "decisions are never changed; they are undone by another"
_APPEND_ONLY = {
    "sqlite": (
        f"""CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
        f"""CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    ),
    "postgresql": (
        f"""CREATE FUNCTION decisions_stay() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$""",
        """CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON decisions
        FOR EACH STATEMENT EXECUTE FUNCTION decisions_stay()""",
    ),
}


def upgrade() -> None:
    """Makes the tables, and forgets the record kept: its key was another."""
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    for statement in _APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)
    changes = op.create_table(
        "changes",
        sa.Column("what", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.bulk_insert(changes, [{"what": what, "number": 0} for what in ("readings", "decisions")])
    op.execute("DELETE FROM records")
