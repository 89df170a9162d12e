"""The tables of a snapshot."""

from __future__ import annotations

VERSION = "4"
"""Of these tables: a file made with another is made anew."""

DDL = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE facts (
    n INTEGER PRIMARY KEY,
    noun TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT,
    status TEXT,
    first INTEGER,
    last INTEGER,
    dated INTEGER NOT NULL,
    disputed INTEGER NOT NULL,
    reviewed INTEGER NOT NULL,
    doubt REAL NOT NULL,
    scale REAL,
    row TEXT NOT NULL,
    show TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE tags (tag TEXT, value TEXT, n INTEGER, PRIMARY KEY (tag, value, n)) WITHOUT ROWID;
CREATE TABLE spans (
    article TEXT, start INTEGER, end INTEGER, layer TEXT, n INTEGER,
    PRIMARY KEY (article, start, end, layer, n)
) WITHOUT ROWID;
CREATE TABLE pairs (a TEXT, b TEXT, level TEXT, n INTEGER, PRIMARY KEY (level, a, b, n))
    WITHOUT ROWID;
CREATE TABLE places (
    place TEXT PRIMARY KEY, city TEXT, country TEXT, latitude REAL, longitude REAL
) WITHOUT ROWID;
CREATE TABLE choices (noun TEXT, tag TEXT, value TEXT, label TEXT, count INTEGER);
CREATE TABLE changes (
    at TEXT, noun TEXT, id TEXT, what TEXT, fields TEXT, kind TEXT, label TEXT
);
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, tokenize = "unicode61 remove_diacritics 2"
);
"""
"""`facts`: all that has a page or a line, in the order of its view (`n` grows with it). `first` and
`last` are days (proleptic Gregorian ordinals) of the date, or of the first report where `dated` is
0; `row` is what the view's JSON and CSV give, `show` what the page needs beside it, `body` the noun.
`tags`: what one filters by. `spans`: what stands where in a report. `pairs`: who is in an event with
whom, among `person`s and among `party`s. `words`: full text, under the same `n`."""

INDEXES = """
CREATE UNIQUE INDEX facts_id ON facts (noun, id);
CREATE INDEX facts_time ON facts (noun, n, first, last, kind, status, disputed, reviewed, dated);
CREATE INDEX facts_kind ON facts (noun, kind, first);
CREATE INDEX facts_doubt ON facts (noun, reviewed, doubt);
CREATE INDEX tags_n ON tags (n, tag);
CREATE INDEX pairs_n ON pairs (n, level);
CREATE INDEX choices_of ON choices (noun, tag, count);
CREATE INDEX changes_at ON changes (at);
"""
