"""What tests of several rooms use."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from detente.model import (
    Actor,
    Article,
    Claim,
    Dispute,
    Event,
    HistoryStep,
    Participant,
    Place,
    Position,
    Published,
    Record,
    Role,
    Span,
    Statement,
    Undertaking,
    When,
)

FIRST = (
    "La rencontre de Reykjavik\n\nLa ministre norvégienne Kari Holm a rencontré jeudi à Reykjavik son "
    "homologue islandais. « Nous rouvrirons la ligne [du Nord] », a-t-elle promis. Trente délégués "
    "étaient là."
)
SECOND = "Quarante délégués ont assisté jeudi à la rencontre. La ligne a rouvert lundi."


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # a shell starts what runs in its background so, and commands that tests stop would never stop
    signal.signal(signal.SIGINT, signal.default_int_handler)


def words(article: str, text: str, exact: str) -> Span:
    """The span of some words where they first stand in a text."""
    start = text.index(exact)
    return Span(article, start, start + len(exact), exact)


@pytest.fixture
def small_record() -> Record:
    """Two reports, one meeting, a promise kept and a dispute on a number."""
    met = words("a1", FIRST, "a rencontré")
    again = words("a2", SECOND, "la rencontre")
    reopened = words("a2", SECOND, "a rouvert")
    quote = words("a1", FIRST, "Nous rouvrirons la ligne [du Nord]")
    thirty, forty = words("a1", FIRST, "Trente"), words("a2", SECOND, "Quarante")
    return Record(
        articles=(
            Article(
                id="a1",
                source="reports/one.txt",
                text=FIRST,
                title="La rencontre de Reykjavik",
                outlet="Agence du Nord",
                language="fr",
                published=Published(date="2031-05-08", basis="stated"),
            ),
            Article(id="a2", source="reports/two.txt", text=SECOND, language="fr"),
            Article(
                id="a3", source="three.txt", text="Saluton.", unread="no language pack for 'eo'"
            ),
        ),
        actors=(
            Actor(id="IS", kind="state", name="Islande", country="IS"),
            Actor(id="NO", kind="state", name="Norvège", country="NO"),
            Actor(
                id="kari-holm",
                kind="person",
                name="Kari Holm",
                country="NO",
                roles=(Role(title="ministre", organisation="Norvège", start="2031-05-08"),),
                evidence=(words("a1", FIRST, "Kari Holm"),),
            ),
        ),
        events=(
            Event(
                id="talks-1",
                kind="talks",
                date="2031-05-08",
                date_basis="stated",
                when=When(anchor="published", unit="weekday", weekday=3),
                place=Place(city="Reykjavik", country="IS"),
                parties=("NO", "IS"),
                participants=(Participant(actor="kari-holm", part="head", side="NO"),),
                topics=("transport",),
                articles=("a1", "a2"),
                mentions=(met, again),
                claims=(
                    Claim(
                        attribute="number", value="30", source="Agence du Nord", evidence=(thirty,)
                    ),
                    Claim(
                        attribute="parties", value="NO", source="Agence du Nord", evidence=(met,)
                    ),
                ),
                reasons=("same kind, same day",),
            ),
            Event(id="undated-1", kind="sanctions_relief", status="planned", mentions=(again,)),
        ),
        statements=(
            Statement(id="s1", speaker="kari-holm", quote=quote.exact, evidence=(quote,)),
            Statement(id="s2", speaker=None, quote="…", kind="indirect", date="2031-05-07"),
        ),
        undertakings=(
            Undertaking(
                id="u1",
                text=quote.exact,
                parties=("NO",),
                made_at="talks-1",
                date="2031-05-08",
                status="carried_out",
                history=(
                    HistoryStep(date="2031-05-12", status="carried_out", evidence=(reopened,)),
                ),
                evidence=(quote,),
            ),
        ),
        disputes=(
            Dispute(
                id="d1",
                event="talks-1",
                attribute="number",
                positions=(
                    Position(value="30", source="Agence du Nord", evidence=(thirty,)),
                    Position(value="40", source="a2", evidence=(forty,)),
                ),
            ),
        ),
    )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference records and reports beside the repository; skips where it is not."""
    beside = Path(__file__).parents[2] / "shared"
    folder = Path(os.environ.get("DETENTE_SHARED", beside))
    if not (folder / "gold").is_dir():
        pytest.skip("no reference records: neither DETENTE_SHARED nor ../shared")
    return folder
