"""Why a record says what it says, in words."""

from __future__ import annotations

from detente.errors import NotInDossier
from detente.model import Event, Record
from detente.record.crediting import Credit


def why(record: Record, event_id: str) -> str:
    """Why the mentions of an event were joined and where its date comes from: lines of text.

    Raises `NotInDossier` where the record has no such event."""
    event = next((e for e in record.events if e.id == event_id), None)
    if event is None:
        raise NotInDossier(f"no event {event_id!r} in this record")
    lines = [
        f"{event.kind} {event.date or 'without a date'}, told in {len(event.articles)} report(s)"
    ]
    lines += [f"  {m.article} {m.start}-{m.end}: « {m.exact} »" for m in event.mentions]
    lines += [f"  joined {reason}" for reason in event.reasons]
    lines += _dates(record, event)
    sources = sorted(Credit(record.articles).behind(event.mentions))
    lines.append(
        f"  {len(sources)} independent source{'s' if len(sources) != 1 else ''}: {', '.join(sources)}"
    )
    return "\n".join(lines)


def independent(record: Record, event: Event) -> int:
    """How many independent sources tell of an event: reports of one outlet are one, and so are a
    report and its copies; a sentence that credits an agency is the agency's."""
    return len(Credit(record.articles).behind(event.mentions))


def _dates(record: Record, event: Event) -> list[str]:
    lines = [f"  date {event.date} ({event.date_basis})"] if event.date else ["  no date is told"]
    for article in record.articles:
        published = article.published
        if article.id in event.articles and published.basis == "inferred":
            lines.append(f"  {article.id} came out {published.date}: {published.because}")
    return lines
