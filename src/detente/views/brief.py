"""The record as a brief in Markdown: what happened in order, who, what was promised and what became
of it, what is disputed; each line with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.model import Record
from detente.views import disputes, people, timeline, undertakings
from detente.views.labels import Labels, listed, when, words

_TOLD = ("occurred", "ongoing")


def text(record: Record) -> str:
    """The brief of a record, in Markdown, ending in a line feed."""
    labels = Labels(record)
    events = timeline.rows(record)
    parts = (
        _part("What happened", (_event(row) for row in events if row.status in _TOLD)),
        _part(
            "Planned, proposed or denied",
            (_event(row) for row in events if row.status not in _TOLD),
        ),
        _part("Who", (_person(row) for row in people.rows(record))),
        _part("What was promised", (_undertaking(row) for row in undertakings.rows(record))),
        _part("What is disputed", (_dispute(row) for row in disputes.rows(record))),
        _part("Sources", (_source(labels, article.id) for article in record.articles)),
    )
    return "\n".join(line for part in (["# Brief"], *parts) for line in part) + "\n"


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", f"## {heading}", "")
    empty = True
    for line in lines:
        yield f"- {line}"
        empty = False
    if empty:
        yield "Nothing."


def _event(row: timeline.Row) -> str:
    place = f", {row.where}" if row.where else ""
    who = f": {listed(row.who)}" if row.who else ""
    mark = " (disputed)" if row.disputed else ""
    told = f" “{plain(row.sentence)}”" if row.sentence else ""
    date = when(row.date, row.told)
    return f"**{date}** {row.what}{place}{who}{mark}.{told}{_from(row.sources)}"


def _person(row: people.Row) -> str:
    country = f" ({row.country})" if row.country else ""
    roles = f": {plain('; '.join(row.roles))}" if row.roles else ""
    return f"**{plain(row.name)}**{country}{roles}{_from(row.sources)}"


def _undertaking(row: undertakings.Row) -> str:
    who = f"{listed(row.parties)}: " if row.parties else ""
    due = f", due {row.due}" if row.due else ""
    since = "".join(f"\n  - {plain(step)}" for step in row.since)
    status = words(row.status)
    text = plain(row.text)
    date = when(row.date, row.told)
    return f"**{date}** {who}“{text}”{due}: {status}{_from(row.sources)}{since}"


def _dispute(row: disputes.Row) -> str:
    held = "".join(
        f"\n  - {plain(p.value)}: {p.by}, {count(p.independent)}{_from(p.sources)}"
        for p in row.positions
    )
    return f"{plain(row.about)}: {row.attribute}{held}"


def _source(labels: Labels, article: str) -> str:
    known = labels.articles[article]
    basis = f" ({known.published.basis})" if known.published.date else " (undated)"
    copy = f", copy of {labels.article(known.copy_of)}" if known.copy_of else ""
    unread = f", not read: {known.unread}" if known.unread else ""
    title = f": {plain(known.title)}" if known.title else ""
    return f"{plain(labels.article(article))}{basis}{title}{copy}{unread}"


def _from(sources: list[str]) -> str:
    return f" [{'; '.join(sources)}]" if sources else ""


def count(independent: int) -> str:
    """“1 source”, “2 sources”."""
    return f"{independent} source{'s' if independent != 1 else ''}"


def plain(text: str) -> str:
    """Text of a report in one line, with what Markdown would read as markup kept as it is."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in " ".join(text.split()))
