"""The tables of a dossier, the same in SQLite and PostgreSQL.

The words that are searched stand beside them in a table of each store's own kind (`words`: FTS5,
or a `tsvector` with an index), made by migration 0003."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("source", sa.String, nullable=False, index=True),
    sa.Column("outlet", sa.String),
    sa.Column("title", sa.String, nullable=False),
    sa.Column("language", sa.String),
    sa.Column("published", sa.String),
    sa.Column("unread", sa.String),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
"""Reports as `detente.press` gives them: `body` is the whole Article in JSON, `digest` its hash."""

readings = sa.Table(
    "readings",
    metadata,
    sa.Column(
        "article", sa.String, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("made_with", sa.String, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
"""One reading a report. It stands while both the report's `digest` and `made_with` do."""

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.String, nullable=False, unique=True),
    sa.Column("body", sa.Text, nullable=False),
)
"""What people decided, in the order it was kept. The store itself refuses to change a row."""

changes = sa.Table(
    "changes",
    metadata,
    sa.Column("what", sa.String, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
"""How often the readings and the decisions were changed: one row each."""

snapshots = sa.Table(
    "snapshots",
    metadata,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("decisions", sa.Integer, nullable=False),
)
"""What the facts kept were made from: the readings and the builder's version (`key`), and how often
decisions had been changed then. One row, none where there is no record yet."""

facts = sa.Table(
    "facts",
    metadata,
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
    sa.Index("ix_facts_id", "part", "id"),
    sa.Index("ix_facts_place", "part", "place"),
    sa.Index("ix_facts_first", "part", "first"),
)
"""The record last built, a row a fact (`body`, in JSON): `place` is where it stands in its list with
what people decided, `machine_place` where it stands as read; a fact that one of the two does not
have has none. A changed fact has a row for each. `first` and `last` are the days of its date."""

terms = sa.Table(
    "terms",
    metadata,
    sa.Column("what", sa.String, primary_key=True),
    sa.Column("value", sa.String, primary_key=True),
    sa.Column(
        "fact", sa.Integer, sa.ForeignKey("facts.number", ondelete="CASCADE"), primary_key=True
    ),
    sa.Index("ix_terms_fact", "fact"),
)
"""The actors, topics, outlets and events that a fact names, to filter by."""
