"""A record with what makes formats stumble: vague dates, markup, formulas, characters outside the
Basic Multilingual Plane, control characters, and somebody whom no actor entry knows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from detente.model import (
    Actor,
    Article,
    Event,
    Participant,
    Place,
    Plover,
    Published,
    Record,
    Released,
    Span,
    Statement,
)

HOSTILE = (
    "=HYPERLINK(\"http://x.invalid\") 🕊 <script>alert('a')</script>; \\n, « paix » \x07\n\n"
    "La Suède a expulsé mardi deux attachés 🕊 danois. -2 degrés à Malmö."
)


def span(exact: str) -> Span:
    start = HOSTILE.index(exact)
    return Span("a9", start, start + len(exact), exact)


@pytest.fixture
def hard_record(small_record: Record) -> Record:
    """The small record and a hostile report with events of every kind of date and status."""
    expelled, title = span("a expulsé"), span('=HYPERLINK("http://x.invalid") 🕊 <script>')
    base = Event(id="-", kind="expulsion", mentions=(expelled,), articles=("a9",))
    sweden = Actor(id="SE", kind="state", name="Suède", country="SE")
    attaches = Actor(id="attaches", kind="group", name="deux attachés 🕊 danois", country="DK")
    denmark = Actor(id="DK", kind="state", name="Danemark", country="DK")
    more = (
        replace(
            base,
            id="expulsion-1",
            plover=Plover(type="SANCTION", mode="expel"),
            date="2031-05",
            date_basis="inferred",
            place=Place(city="Malmö", country="SE", latitude=55.60587, longitude=13.00073),
            parties=("SE", "DK"),
            participants=(Participant(actor="attaches", part="target", side="DK"),),
        ),
        replace(base, id="span-1", kind="visit", date="2031-04-29/2031-05-02", parties=("SE",)),
        replace(base, id="open-1", kind="sanctions", date="2030/..", parties=("SE",)),
        replace(base, id="vague-1", kind="talks", date="2030~", parties=("SE", "DK")),
        replace(
            base,
            id="plan-1",
            kind="talks",
            status="planned",
            date="2031-06-01",
            place=Place(country="DK"),
            parties=("SE", "DK"),
        ),
        replace(base, id="told-1", kind="threat", parties=("SE",)),
        replace(base, id="denied-1", kind="call", status="denied", date="2031-05-01"),
        replace(
            base,
            id="release-1",
            kind="release",
            date="2031-05-03",
            parties=("SE",),
            released=(Released(person="=9+1 pêcheurs", by="SE", to="DK", evidence=(expelled,)),),
        ),
    )
    report = Article(
        id="a9",
        source="https://presse.invalid/malmö?a=1&b=2",
        text=HOSTILE,
        title=HOSTILE.partition("\n")[0],
        outlet="@Presse du Sund",
        language="fr",
        published=Published(date="2031-05-20", basis="given"),
    )
    said = Statement(id="s9", speaker="SE", quote="-2 degrés\tà Malmö", evidence=(title,))
    return replace(
        small_record,
        articles=(*small_record.articles, report),
        actors=(*small_record.actors, sweden, denmark, attaches),
        events=(*small_record.events, *more),
        statements=(*small_record.statements, said),
    )
