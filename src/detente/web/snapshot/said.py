"""Statements and undertakings as lines of a snapshot."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model import HistoryStep, Record, Undertaking
from detente.views import statements, undertakings
from detente.views.labels import Labels
from detente.web.snapshot.fact import Fact, cut, outlets, people, reports

STEPS = 3
"""Steps of an undertaking's history that a list shows: the last ones."""


def said(labels: Labels, record: Record) -> Iterator[Fact]:
    """The statements."""
    known = {statement.id: statement for statement in record.statements}
    for row in statements.rows(record):
        statement = known[row.id]
        articles = [span.article for span in statement.evidence]
        who = [x for x in (statement.speaker, statement.addressee) if x]
        place = statement.evidence[0] if statement.evidence else None
        yield Fact(
            noun="statements",
            id=statement.id,
            row=cut(row),
            body=statement,
            show={
                "speaker": people(labels, [statement.speaker])[0] if statement.speaker else None,
                "addressee": people(labels, who[1:])[0] if statement.addressee else None,
                "reports": reports(labels, articles, 3),
                "told_by": len(set(articles)),
                "start": place.start if place else 0,
                "act": statement.plover.type if statement.plover else None,
            },
            kind=statement.kind,
            date=row.date,
            doubt=(not statement.speaker) * 0.5 + (statement.kind != "direct") * 0.1,
            tags=[
                *(("actor", actor) for actor in dict.fromkeys(who) if actor in labels.actors),
                *(("topic", topic) for topic in statement.topics),
                *outlets(labels, articles),
            ],
            spans=[("statements", span) for span in statement.evidence],
            title=row.speaker,
            text=statement.quote,
        )


def undertaken(labels: Labels, record: Record) -> Iterator[Fact]:
    """The undertakings."""
    known = {undertaking.id: undertaking for undertaking in record.undertakings}
    for row in undertakings.rows(record):
        undertaking = known[row.id]
        articles = [span.article for span in undertaking.evidence]
        who = list(dict.fromkeys((*undertaking.parties, *undertaking.towards)))
        yield Fact(
            noun="undertakings",
            id=undertaking.id,
            row=cut(row),
            body=undertaking,
            show={
                "parties": people(labels, undertaking.parties),
                "towards": people(labels, undertaking.towards),
                "mode": undertaking.mode,
                "condition": undertaking.condition,
                "made_at": _event(labels, undertaking.made_at),
                "steps": [_step(labels, step) for step in undertaking.history[-STEPS:]],
                "earlier": max(0, len(undertaking.history) - STEPS),
                "reports": reports(labels, articles, 3),
                "told_by": len(set(articles)),
                "start": undertaking.evidence[0].start if undertaking.evidence else 0,
            },
            kind=undertaking.mode,
            doubt=(not undertaking.parties) * 0.5 + (not row.date) * 0.1,
            status=undertaking.status,
            date=row.date,
            told=row.told,
            tags=[
                *(("actor", actor) for actor in who if actor in labels.actors),
                *(("topic", topic) for topic in undertaking.topics),
                *(("event", event) for event in sorted(_events(undertaking))),
                *outlets(labels, articles),
            ],
            spans=[("undertakings", span) for span in undertaking.evidence[:1]]
            + [("undertakings", s) for step in undertaking.history for s in step.evidence],
            title=", ".join(row.parties),
            text=undertaking.text,
        )


def _events(undertaking: Undertaking) -> set[str]:
    named = (undertaking.made_at, *(step.event for step in undertaking.history))
    return {event for event in named if event}


def _event(labels: Labels, identifier: str | None) -> dict[str, str | None] | None:
    event = labels.events.get(identifier or "")
    return {"id": event.id, "kind": event.kind, "date": event.date} if event else None


def _step(labels: Labels, step: HistoryStep) -> dict[str, object]:
    return {
        "date": step.date,
        "status": step.status,
        "event": _event(labels, step.event),
        "because": step.because,
        "told": ["".join(labels.sentence(span)) for span in step.evidence[:1]],
        "reports": reports(labels, [span.article for span in step.evidence], 3),
    }
