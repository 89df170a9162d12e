"""The record a row a fact, with the words to search it by, where it was one text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"

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
    op.drop_table("records")
    op.create_table(
        "snapshots",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("decisions", sa.Integer, nullable=False),
    )
    op.create_table(
        "facts",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("part", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("place", sa.Integer),
        sa.Column("machine_place", sa.Integer),
        sa.Column("first", sa.String),
        sa.Column("last", sa.String),
        sa.Column("kind", sa.String),
        sa.Column("status", sa.String),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    for column in ("id", "place", "first"):
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
    for statement in _WORDS[op.get_bind().dialect.name]:
        op.execute(statement)
