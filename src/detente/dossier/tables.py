"""The tables of a dossier, the same in SQLite and PostgreSQL.

The words that are searched stand beside them in a table of each store's own kind (`words`: FTS5,
or a `tsvector` with an index), made by migration 0003."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()
ORDERED = sa.String().with_variant(sa.String(collation="C"), "postgresql")
"""Words that every store sorts as Python does, by code point."""

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

due = sa.Table("due", metadata, sa.Column("article", sa.String, primary_key=True))
"""Reports that came, went or were changed since the record was last worked out."""

snapshots = sa.Table(
    "snapshots",
    metadata,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("decisions", sa.Integer, nullable=False),
    sa.Column("made_with", sa.String, nullable=False),
)
"""What the facts kept were made from: the readings and the builder's version (`key`), how often
decisions had been changed then, and the builder's version (`made_with`), which the shelf goes by. One
row, none where there is no record yet."""

facts = sa.Table(
    "facts",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("part", sa.String, nullable=False),
    sa.Column("id", sa.String, nullable=False),
    sa.Column("home", sa.String, nullable=False),
    sa.Column("place", ORDERED, nullable=False),
    sa.Column("machine", sa.Boolean, nullable=False),
    sa.Column("decided", sa.Boolean, nullable=False),
    sa.Column("first", sa.String),
    sa.Column("last", sa.String),
    sa.Column("kind", sa.String),
    sa.Column("status", sa.String),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index("ix_facts_id", "part", "id"),
    sa.Index("ix_facts_home", "part", "home"),
    sa.Index("ix_facts_place", "part", "place"),
    sa.Index("ix_facts_first", "part", "first"),
)
"""The record, a row a fact (`body`, in JSON): whether it is in the record as read (`machine`), and in
that with what people decided (`decided`). A fact that the two tell differently has a row for each.
`home` is the component of reports, or of names, that tells it (empty for what people decided), `place`
what it is sorted by in its list (`detente.record.ordering`). `first` and `last` are the days of its
date."""

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

shelf_links = sa.Table(
    "shelf_links",
    metadata,
    sa.Column("space", sa.String, primary_key=True),
    sa.Column("link", sa.BigInteger, primary_key=True),
    sa.Column("item", sa.String, primary_key=True),
    sqlite_with_rowid=False,
)

shelf_rows = sa.Table(
    "shelf_rows",
    metadata,
    sa.Column("space", sa.String, primary_key=True),
    sa.Column("within", sa.String, primary_key=True),
    sa.Column("member", sa.String, primary_key=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Index("ix_shelf_rows_member", "space", "member"),
)
"""What the builder of records keeps between two changes (`detente.dossier.shelf`)."""
