"""What the builder of records keeps between two changes, so that a record that changes is not built
anew; facts by what tells them and by what they are sorted by, where it was by their numbers in it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Makes the tables; the record is built anew when it is next asked for."""
    for table in ("words", "terms", "facts", "snapshots"):
        op.execute(f"DELETE FROM {table}")
    with op.batch_alter_table("snapshots") as snapshots:
        snapshots.add_column(sa.Column("made_with", sa.String, nullable=False))
    ordered = "C" if op.get_bind().dialect.name == "postgresql" else None
    op.drop_index("ix_facts_place", "facts")
    with op.batch_alter_table("facts") as facts:
        facts.drop_column("place")
        facts.drop_column("machine_place")
        facts.add_column(sa.Column("home", sa.String, nullable=False))
        facts.add_column(sa.Column("place", sa.String(collation=ordered), nullable=False))
        facts.add_column(sa.Column("machine", sa.Boolean, nullable=False))
        facts.add_column(sa.Column("decided", sa.Boolean, nullable=False))
    for column in ("home", "place"):
        op.create_index(f"ix_facts_{column}", "facts", ["part", column])
    op.create_table("due", sa.Column("article", sa.String, primary_key=True))
    op.create_table(
        "shelf_links",
        sa.Column("space", sa.String, primary_key=True),
        sa.Column("link", sa.BigInteger, primary_key=True),
        sa.Column("item", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shelf_rows",
        sa.Column("space", sa.String, primary_key=True),
        sa.Column("within", sa.String, primary_key=True),
        sa.Column("member", sa.String, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_shelf_rows_member", "shelf_rows", ["space", "member"])
