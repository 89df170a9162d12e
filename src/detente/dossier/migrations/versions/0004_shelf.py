"""What the builder of records keeps between two changes, so that a record that changes is not built
anew; facts by what tells them and by what they are sorted by, where it was by their numbers in it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"

_TABLES = ("shelf_rows", "shelf_links", "due", "terms", "words", "facts", "snapshots")
_WORDS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')",
    ),
    "postgresql": (
        """CREATE TABLE words (
            fact INTEGER PRIMARY KEY REFERENCES facts(number) ON DELETE CASCADE,
            text TEXT NOT NULL,
            vector TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED
        )""",
        "CREATE INDEX ix_words_vector ON words USING gin(vector)",
    ),
}


def upgrade() -> None:
    """Makes the tables; the record is built anew when it is next asked for."""
    for table in ("words", "terms", "facts", "snapshots"):
        op.execute(f"DROP TABLE {table}")
    op.create_table(
        "snapshots",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("decisions", sa.Integer, nullable=False),
        sa.Column("made_with", sa.String, nullable=False),
    )
    dialect = op.get_bind().dialect.name
    op.create_table(
        "facts",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("part", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("home", sa.String, nullable=False),
        sa.Column(
            "place",
            sa.String(collation="C") if dialect == "postgresql" else sa.String,
            nullable=False,
        ),
        sa.Column("machine", sa.Boolean, nullable=False),
        sa.Column("decided", sa.Boolean, nullable=False),
        sa.Column("first", sa.String),
        sa.Column("last", sa.String),
        sa.Column("kind", sa.String),
        sa.Column("status", sa.String),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    for column in ("id", "home", "place", "first"):
        op.create_index(f"ix_facts_{column}", "facts", ["part", column])
    op.create_table(
        "terms",
        sa.Column("what", sa.String, primary_key=True),
        sa.Column("value", sa.String, primary_key=True),
        sa.Column(
            "fact", sa.Integer, sa.ForeignKey("facts.number", ondelete="CASCADE"), primary_key=True
        ),
    )
    op.create_index("ix_terms_fact", "terms", ["fact"])
    for statement in _WORDS[dialect]:
        op.execute(statement)
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


def downgrade() -> None:
    """There is no way back; a backup is the way."""
    raise NotImplementedError
