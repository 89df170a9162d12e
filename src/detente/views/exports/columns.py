"""The columns of the tables, for `csv` and `parquet`: one struct a table, one field a column.

`event`, `actor`, `article` and so on hold ids; `evidence` is one table for all facts. Dates are told
three times: as EDTF (`date`), and as first and last day; `time_precision` and `geo_precision` are
ACLED's, see `exported.days` and `exported.geo_precision`. What is a list in the record is a table of
its own, or one cell with `; ` between its items.
"""

from __future__ import annotations

import datetime

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all rows. A field's type (str, int, float, date, or with None) is its column's."""


class ArticleRow(Row, frozen=True):
    id: str
    source: str
    outlet: str | None
    title: str
    author: str | None
    language: str | None
    published: str | None
    published_basis: str | None
    copy_of: str | None
    unread: str | None


class ActorRow(Row, frozen=True):
    id: str
    kind: str
    name: str
    aliases: str
    country: str | None
    wikidata: str | None
    roles: str


class EventRow(Row, frozen=True):
    id: str
    kind: str
    plover_type: str | None
    plover_mode: str | None
    cameo: str | None
    status: str
    date: str | None
    date_start: datetime.date | None
    date_end: datetime.date | None
    date_basis: str | None
    time_precision: int | None
    told: str | None
    """EDTF: when the first of its reports came out."""
    city: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    geo_precision: int | None
    venue: str | None
    duration: str | None
    topics: str
    articles: int
    disputed: bool


class PartyRow(Row, frozen=True):
    event: str
    party: str
    name: str
    kind: str | None
    country: str | None


class ParticipantRow(Row, frozen=True):
    event: str
    actor: str
    name: str
    part: str
    side: str | None
    released_by: str | None
    released_to: str | None
    charge: str | None
    sentence: str | None


class StatementRow(Row, frozen=True):
    id: str
    speaker: str | None
    speaker_name: str | None
    kind: str
    quote: str
    date: str | None
    date_start: datetime.date | None
    date_end: datetime.date | None
    date_basis: str | None
    time_precision: int | None
    addressee: str | None
    topics: str
    plover_type: str | None
    plover_mode: str | None


class UndertakingRow(Row, frozen=True):
    id: str
    text: str
    parties: str
    towards: str
    mode: str
    status: str
    date: str | None
    date_start: datetime.date | None
    date_end: datetime.date | None
    time_precision: int | None
    due: str | None
    condition: str | None
    made_at: str | None
    topics: str
    steps: int


class ClaimRow(Row, frozen=True):
    id: str
    event: str
    attribute: str
    value: str
    source: str | None
    source_name: str | None


class DisputeRow(Row, frozen=True):
    dispute: str
    position: int
    event: str | None
    actor: str | None
    attribute: str
    value: str
    source: str | None
    sources: int


class EvidenceRow(Row, frozen=True):
    fact: str
    """`actor`, `event`, `participant`, `claim`, `statement`, `cue`, `undertaking`, `step` (of an
    undertaking's history) or `position` (of a dispute)."""
    id: str
    article: str
    start: int
    end: int
    exact: str
